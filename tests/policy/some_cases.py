"""Many cases, made by a fixed throw of the dice: the same ones in every run."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random
from typing import Any, Final

from policy import answer
from policy.cases.case import Case, parse_case
from policy.engine.advice import Advice
from policy.facts import FACTS
from policy.language.kinds import Choice
from tests.policy.given import TODAY

type Facts = Mapping[str, Any]

EVIDENCE: Final[tuple[list[str], ...]] = (
    [],
    ["order-number"],
    ["item-photos", "package-photos"],
    ["package-photos"],
    ["order-number", "package-photos", "packing-material-photos"],
    ["order-number", "item-photos", "package-photos", "packing-material-photos"],
    ["order-number", "item-photos", "package-photos", "packing-material-photos", "packing-log"],
    ["unboxing-video"],
    ["product-number", "group-photo", "six-side-photos", "waybill-photo"],
)
"""Kinds of proof that people have: not every combination of fifteen, but each that a rule tells apart from the next."""

VALUES: Final[Mapping[str, tuple[Any, ...]]] = {
    **{fact.name: tuple(value.name for value in fact.values) for fact in FACTS if isinstance(fact, Choice)},
    "evidence": EVIDENCE,
}
"""The facts with fixed values, and the values to try."""

KINGSTON: Final = {"side": "seller", "programme": "kingston-express"}
"""The seat of a seller on Kingston Express."""

TELLING: Final = (
    "problem", "fulfilment", "severity", "international", "in_stock", "return_feasible", "evidence", "reply",
    "escalated", "inspection", "review_done", "claim_doubtful", "customer_aggressive",
)  # fmt: skip
"""The facts that a rule for sellers on Kingston Express looks at."""


def some(
    count: int, *, seed: int, fixed: Facts | None = None, among: Sequence[str] = tuple(VALUES), known: float = 0.6
) -> Iterator[dict[str, Any]]:
    """Give the facts of so many cases; each fact among these is known with that probability, none contradict."""
    dice, seat = Random(seed), dict(fixed or {})  # noqa: S311  # the same cases every time are the point
    while count:
        thrown = {name: dice.choice(VALUES[name]) for name in among if name not in seat and dice.random() < known}
        if isinstance(parse_case(facts := seat | thrown), Case):
            count -= 1
            yield facts


@cache
def kingston_cases() -> tuple[tuple[dict[str, Any], Advice], ...]:
    """Give 1500 cases of sellers on Kingston Express, each with its advice."""
    return tuple((facts, advised(facts)) for facts in some(1500, seed=1, fixed=KINGSTON, among=TELLING, known=0.75))


def advised(facts: Facts) -> Advice:
    """Give the advice for facts that are known to make a case."""
    case = parse_case(facts)
    assert isinstance(case, Case), case
    return answer(case, TODAY)
