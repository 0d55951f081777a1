"""In which order facts are asked for, read off the rules that look at them."""

from collections.abc import Iterable, Mapping
from typing import Final

from policy.derived import askable
from policy.effects import Clock, Effect, Proof
from policy.facts import BY_NAME, evidence
from policy.rule import Rule

type AskingOrder = Mapping[str, tuple[str, ...]]
"""Facts, the most telling first, each with the parts of an answer that it can change."""

_PLACE: Final = {name: place for place, name in enumerate(BY_NAME)}


def asking_order(rules: Iterable[Rule]) -> AskingOrder:
    """Put the facts that rules look at into asking order, each with the parts of an answer that it can change.

    A fact tells more the more rules look at it, the more their parts matter, and the fewer other facts they look at.
    The order does not depend on what else is known, so that questions never change places while somebody answers.
    """
    weight: dict[str, float] = {}
    parts: dict[str, dict[str, None]] = {}
    for rule in rules:
        kind = type(rule.gives)
        facts = frozenset().union(*(askable(fact, {}) for fact in rule.facts | counted_from(rule.gives)))
        for fact in facts:
            weight[fact] = weight.get(fact, 0.0) + kind.weight / len(facts)
            parts.setdefault(fact, {})[kind.part] = None
    ranked = sorted(weight, key=lambda fact: (-round(weight[fact], 6), _PLACE[fact]))
    return {fact: tuple(parts[fact]) for fact in ranked}


def counted_from(gives: Effect) -> frozenset[str]:
    """Name the fact that a part is computed from: the day that starts a clock, the evidence held."""
    match gives:
        case Clock(starts=starts) if starts:
            return frozenset((starts,))
        case Proof():
            return frozenset((evidence.name,))
    return frozenset()
