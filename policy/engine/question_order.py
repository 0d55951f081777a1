"""What can be asked, in which order and why, read off the rules that look at a fact."""

from collections.abc import Iterable, Mapping
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
    customs,
    defect_kind,
    estimated_delivery_on,
    evidence,
    fulfilment,
    handed_over,
    insured,
    international,
    label_weight_g,
    measured_weight_g,
    payment_case,
    payment_case_closed_on,
    payment_case_opened_on,
    platform_case,
    platform_case_closed_on,
    platform_case_opened_on,
    problem,
    reply,
    return_feasible,
    return_state,
    seller_is,
    severity,
    side,
    tracking,
)
from policy.language.conditions import Known
from policy.language.kinds import Day, Fact
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


_WHAT_HAPPENED: Final[Mapping[str, tuple[Fact, ...]]] = {
    "damaged": (severity,),
    "missing-item": (severity,),
    "wrong-item": (severity,),
    "not-as-described": (severity,),
    "not-received": (tracking, estimated_delivery_on),
    "cancelled-after-shipment": (handed_over,),
    "customs": (customs,),
    "return": (return_state,),
}
"""What decides on the request, by problem: a person tells it before how far the talk is."""

_HOW_FAR: Final[Mapping[str, tuple[Fact, ...]]] = {
    "buyer": (reply, platform_case),
    "seller": (platform_case, platform_case_opened_on, reply),
}
"""What says how far it is, by side: a buyer wrote or did not, a seller answers a case, or else a message."""


def most_telling(rules: Iterable[Rule]) -> dict[str, dict[str, None]]:
    """List the facts that rules look at, the most telling first, each with the parts of an answer that it can change.

    A fact tells more the more rules look at it, the more their parts matter, and the fewer other facts they look at;
    the facts of the seat tell more than that, since they rule out whole questions.
    """
    weight: dict[str, float] = {}
    parts: dict[str, dict[str, None]] = {}
    for rule in rules:
        kind = type(rule.gives)
        facts = frozenset().union(*(askable(fact, {}) for fact in rule.facts | counted_from(rule.gives)))
        for fact in facts:
            weight[fact] = weight.get(fact, 0.0) + _tells(fact) * SECTION_OF[kind].weight / len(facts)
            parts.setdefault(fact, {})[called(kind)] = None
    return {fact: parts[fact] for fact in sorted(weight, key=lambda fact: (-round(weight[fact], 6), _PLACE[fact]))}


def asking_order(rules: Iterable[Rule], seat: Known) -> AskingOrder:
    """Put the facts that rules look at into asking order, as questions to the side of the seat.

    It is the order in which a person tells a case: where, what happened, how far it is; then what tells most.
    It does not depend on what else is known, so that questions never change places while somebody answers.
    """
    who = seat.get(side.name)
    telling = most_telling(rules)
    ranked = sorted(telling, key=lambda fact: _stage(fact, who, seat.get(problem.name)))
    return tuple(Question(fact, BY_NAME[fact].ask_for(who), _why(fact, telling[fact])) for fact in ranked)


def _stage(fact: str, who: str | None, what: str | None) -> int:
    """Say when in a person's order a fact is asked; within a stage, what tells more comes first."""
    told = (*_WHAT_HAPPENED.get(what or "", ()), *_HOW_FAR.get(who or "", ()))
    if fact in SEAT or (fact == fulfilment.name and who == "seller"):
        return 0
    return 1 + next((place for place, early in enumerate(told) if early.name == fact), len(told))


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
