"""Facts that nobody is asked for, because they follow from other facts and from today.

They turn days and weights into a few values, so that conditions stay expressions over fixed values. A question about
one of them is a question about the facts that it is made of.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from policy.days import last_day
from policy.facts import BY_NAME, contacted_on, label_weight_g, measured_weight_g
from policy.language.kinds import Choice, Fact, Value

NEGOTIATION_HOURS: Final = 48
"""How long to negotiate with the seller directly. Source: SR-50."""

NORMAL_SCATTER_G: Final = 100
"""Grams by which two weighings of one parcel may differ without meaning anything. Source: R-AN-02."""

type Derive = Callable[[Mapping[str, Any], date | None], str | None]


@dataclass(frozen=True, slots=True, eq=False)
class Derived(Choice):
    """A fact made of other facts: `sources` are their names, `derive` gives its value, None while it is not known."""

    sources: tuple[str, ...]
    derive: Derive

    __hash__ = Choice.__hash__


def _negotiation(known: Mapping[str, Any], today: date | None) -> str | None:
    start = known.get(contacted_on.name)
    if start is None or today is None:
        return None
    return "over" if today > last_day(start, NEGOTIATION_HOURS, "hours") else "running"


def _weight_gap(known: Mapping[str, Any], _today: date | None) -> str | None:
    label, measured = known.get(label_weight_g.name), known.get(measured_weight_g.name)
    if label is None or measured is None:
        return None
    return "beyond-scatter" if label - measured > NORMAL_SCATTER_G else "within-scatter"


negotiation: Final = Derived(
    "negotiation",
    contacted_on.ask,
    contacted_on.why,
    (
        Value("running", "", f"the first {NEGOTIATION_HOURS} hours of talking are not over"),
        Value("over", "", f"the first {NEGOTIATION_HOURS} hours of talking are over"),
    ),
    (contacted_on.name,),
    _negotiation,
)
weight_gap: Final = Derived(
    "weight_gap",
    measured_weight_g.ask,
    measured_weight_g.why,
    (
        Value(
            "within-scatter", "", f"the parcel weighs as much as its label says, give or take {NORMAL_SCATTER_G} grams"
        ),
        Value("beyond-scatter", "", f"the parcel weighs over {NORMAL_SCATTER_G} grams less than its label says"),
    ),
    (label_weight_g.name, measured_weight_g.name),
    _weight_gap,
)

DERIVED: Final = (negotiation, weight_gap)
"""Every derived fact."""

ALL_BY_NAME: Final[Mapping[str, Fact]] = {**BY_NAME, **{fact.name: fact for fact in DERIVED}}
"""Every fact that a condition can look at, by its name."""


def with_derived(known: Mapping[str, Any], today: date | None) -> Mapping[str, Any]:
    """Add the derived facts that `known` and today decide.

    Args:
        known: the facts of a case.
        today: the day on which it is judged; None leaves out what depends on it.
    """
    found = {fact.name: value for fact in DERIVED if (value := fact.derive(known, today)) is not None}
    return {**known, **found} if found else known


def askable(fact: str, known: Mapping[str, Any]) -> frozenset[str]:
    """Name the facts to ask for when this one would still change an answer: itself, or what it is made of."""
    made = ALL_BY_NAME[fact]
    if isinstance(made, Derived):
        return frozenset(source for source in made.sources if source not in known)
    return frozenset((fact,))
