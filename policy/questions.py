"""Which facts could still change an answer, and why we ask: both read off the rules that are still open."""

from collections.abc import Iterable
from typing import Final

from policy.advice import Question
from policy.conditions import Known, settle
from policy.derived import askable
from policy.effects import Back, Clock, Effect, Proof, Remedy
from policy.facts import BY_NAME, evidence
from policy.judge import Verdict

_ORDER: Final = {name: place for place, name in enumerate(BY_NAME)}


def questions(verdicts: Iterable[Verdict], known: Known) -> tuple[Question, ...]:
    """List the unknown facts that could still change the answer, the most telling first.

    A fact tells more the more open rules look at it, and the fewer other facts those rules still wait for.
    """
    weight: dict[str, float] = {}
    changes: dict[str, dict[str, None]] = {}
    for kind, still in _open_parts(list(verdicts), known):
        for fact in still:
            weight[fact] = weight.get(fact, 0.0) + kind.weight / len(still)
            changes.setdefault(fact, {})[kind.part] = None
    side = known.get("side")
    ranked = sorted(weight, key=lambda fact: (-round(weight[fact], 6), _ORDER[fact]))
    return tuple(
        Question(fact, BY_NAME[fact].ask_for(side if isinstance(side, str) else None), _why(fact, changes[fact]))
        for fact in ranked
    )


def _open_parts(verdicts: list[Verdict], known: Known) -> Iterable[tuple[type[Effect], frozenset[str]]]:
    """Yield, for every rule that can still change the answer, the kind of part it gives and the facts it waits for."""
    decided: set[type[Effect]] = set()
    for rule, settled, shows in verdicts:
        kind = type(rule.gives)
        if kind in decided:
            continue
        if kind.single and shows and not settled.open:
            decided.add(kind)
        still = settled.open
        if shows or still:
            still |= _waiting(rule.gives, known)
        asked = frozenset().union(*(askable(fact, known) for fact in still))
        if asked:
            yield kind, asked


def _waiting(gives: Effect, known: Known) -> frozenset[str]:
    """Name the facts, other than those of its condition, that would change what a rule gives."""
    match gives:
        case Remedy(once=once):
            return settle(once, known).open
        case Clock(starts=starts) if starts and starts not in known:
            return frozenset((starts,))
        case Proof() if evidence.name not in known:
            return frozenset((evidence.name,))
    return frozenset()


def _why(fact: str, parts: Iterable[str]) -> str:
    named = [part for part in parts if part != Back.part] or [Back.part]
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"{BY_NAME[fact].why} It can change {listed}."
