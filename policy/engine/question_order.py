"""What can be asked, in which order and why, read off the rules that look at a fact."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

from policy.cases.derived import askable
from policy.engine.advice import Question
from policy.engine.doors import says_how_it_was_used
from policy.engine.sections import SECTION_OF, called
from policy.facts import (
    BY_NAME,
    SEAT,
    carrier,
    carrier_claim,
    claim_doubtful,
    collected_by_other,
    community,
    customer_aggressive,
    defect_kind,
    evidence,
    insured,
    international,
    label_weight_g,
    measured_weight_g,
    payment_case,
    payment_case_closed_on,
    payment_case_opened_on,
    platform_case_closed_on,
    return_feasible,
    seller_is,
)
from policy.language.conditions import Known
from policy.language.kinds import Day
from policy.language.outcomes import Clock, Door, Outcome, Proof, Step
from policy.language.rule import Rule
from policy.language.sentences import in_a_list
from policy.periods import PERIODS

type AskingOrder = tuple[Question, ...]
"""Questions, the most telling first."""

_PLACE: Final = {name: place for place, name in enumerate(BY_NAME)}

_PICKS_THE_RULES: Final = 2.0
"""How much more than its rules say a fact of the seat tells: what went wrong is asked before how the talk stands."""

_DAY: Final = 3.0
"""The same for a day: by when comes right after what to do."""

_SELDOM: Final = 0.1
"""The same for what nearly everybody answers alike, such as “No”, or what decides little: it is asked last."""

_SELDOM_DECIDES: Final = frozenset(
    fact.name
    for fact in (
        payment_case,
        seller_is,
        carrier,
        carrier_claim,
        community,
        claim_doubtful,
        customer_aggressive,
        collected_by_other,
        international,
        insured,
        return_feasible,
        defect_kind,
        label_weight_g,
        measured_weight_g,
        payment_case_opened_on,
        payment_case_closed_on,
        platform_case_closed_on,
    )
)


def asking_order(rules: Iterable[Rule], side: str | None) -> AskingOrder:
    """Put the facts that rules look at into asking order, as questions to that side.

    A fact tells more the more rules look at it, the more their parts matter, and the fewer other facts they look at;
    the facts of the seat tell more than that, since they rule out whole questions.
    The order does not depend on what else is known, so that questions never change places while somebody answers.
    """
    weight: dict[str, float] = {}
    parts: dict[str, dict[str, None]] = {}
    for rule in rules:
        kind = type(rule.gives)
        facts = frozenset().union(*(askable(fact, {}) for fact in rule.facts | counted_from(rule.gives)))
        for fact in facts:
            weight[fact] = weight.get(fact, 0.0) + _tells(fact) * SECTION_OF[kind].weight / len(facts)
            parts.setdefault(fact, {})[called(kind)] = None
    ranked = sorted(weight, key=lambda fact: (-round(weight[fact], 6), _PLACE[fact]))
    return tuple(Question(fact, BY_NAME[fact].ask_for(side), _why(fact, parts[fact])) for fact in ranked)


def _tells(fact: str) -> float:
    """Say how much more a fact tells than the rules that look at it show."""
    if fact in SEAT:
        return _PICKS_THE_RULES
    if fact in _SELDOM_DECIDES:
        return _SELDOM
    return _DAY if isinstance(BY_NAME[fact], Day) else 1.0


def _why(fact: str, parts: Iterable[str]) -> str:
    return f"{BY_NAME[fact].why} It can change {in_a_list(parts)}."


def counted_from(gives: Outcome, known: Known = MappingProxyType({})) -> frozenset[str]:
    """Name the facts, not known yet, from which a part is computed beside its conditions.

    They are the days that a time limit, a door or a step shows, how a door was used, and the evidence held.
    """
    match gives:
        case Clock(period=period):
            found = PERIODS[period].counted_from(known)
        case Step(after=period) if period and (opens := PERIODS[period].opens):
            found = frozenset((opens.day.name,))
        case Door(period=period):
            found = says_how_it_was_used(gives, known).union(PERIODS[period].counted_from(known) if period else ())
        case Proof():
            found = frozenset((evidence.name,))
        case _:
            return frozenset()
    return frozenset(fact for fact in found if fact not in known)
