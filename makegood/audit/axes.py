"""The axes of the space of all cases: each fact that matters, unknown or with each of its values.

Days and weights stand there as the examples on both sides of each edge at which a derived fact changes. Evidence is
known as a whole or not at all, and each of its items is an axis of its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from makegood.audit.knowledge import Order
from policy.cases.case import FactValue
from policy.cases.consistency import CONTRADICTIONS, IMPLIED
from policy.cases.derived import DERIVED, NEGOTIATION_HOURS, NORMAL_SCATTER_G, Derived
from policy.facts import BY_NAME, FACTS, SEAT
from policy.language.conditions import facts_of
from policy.language.kinds import Choice, Currency, Day, Fact, Grams, Items, Money

TODAY: Final = date(2026, 11, 18)
"""The day on which the audit judges its cases. Without a day, a derived fact is just not known."""

_TALKS: Final = timedelta(hours=NEGOTIATION_HOURS)
_LABEL_G: Final = 1000

EXAMPLES: Final[Mapping[str, tuple[Mapping[str, FactValue], ...]]] = {
    "negotiation": (
        {"contacted_on": TODAY - _TALKS},
        {"contacted_on": TODAY - _TALKS - timedelta(days=1)},
    ),
    "weight_gap": (
        {"label_weight_g": _LABEL_G, "measured_weight_g": _LABEL_G - NORMAL_SCATTER_G},
        {"label_weight_g": _LABEL_G, "measured_weight_g": _LABEL_G - NORMAL_SCATTER_G - 1},
    ),
}
"""For each derived fact, its sources on both sides of each edge between two of its values."""


@dataclass(frozen=True, slots=True)
class Point:
    """One value of an axis: the facts that a case states with it, and what conditions see of it."""

    given: Mapping[str, FactValue]
    seen: Mapping[str, str]

    def below(self, other: "Point") -> bool:
        """Say whether this point becomes the other one as more gets known, or is the same."""
        return self.given.keys() <= other.given.keys() and self.seen.items() <= other.seen.items()


_NOTHING: Final = Point({}, {})


@dataclass(frozen=True, slots=True)
class Axis:
    """One variable of the space. `names` are those that conditions can look at; the first point knows nothing of them.

    The axis of a list is followed by one for each of its `items`.
    """

    names: tuple[str, ...]
    points: tuple[Point, ...]
    items: tuple[str, ...] = ()

    def order(self) -> Order:
        """Say how much its points know."""
        above = (tuple(n for n, other in enumerate(self.points) if point.below(other)) for point in self.points)
        return Order(tuple(above), tuple(len(point.given) for point in self.points), len(self.items))


def example(fact: Fact) -> FactValue:
    """Give a value that a fact can have; the days are in the order of the facts, so that they fit together."""
    match fact:
        case Choice():
            return fact.values[0].name
        case Items():
            return ()
        case Day():
            return TODAY - _TALKS - timedelta(days=len(BY_NAME) - list(BY_NAME).index(fact.name))
        case Grams():
            return _LABEL_G
        case Money():
            return "24.90"
        case Currency():
            return "USD"
    return "123"


def axes_over(facts: frozenset[str]) -> Iterator[Axis]:
    """Make the axes for some facts and those that they are bound to, in the order of the vocabulary."""
    facts = facts.union(SEAT, *(facts_of(entry.when) for entry in CONTRADICTIONS))
    facts = facts.union(*(facts_of(condition) | {fact} for condition, fact, _ in IMPLIED))
    derived = {source: made for made in DERIVED if facts & {made.name, *made.sources} for source in made.sources}
    for fact in FACTS:
        if fact.name in derived:
            if fact.name == derived[fact.name].sources[0]:
                yield _derived_axis(derived[fact.name])
        elif fact.name in facts:
            yield from _plain_axes(fact)


def _plain_axes(fact: Fact) -> Iterator[Axis]:
    name = fact.name
    if isinstance(fact, Choice):
        yield Axis((name,), (_NOTHING, *(Point({name: value.name}, {name: value.name}) for value in fact.values)))
    elif isinstance(fact, Items):
        items = tuple(f"{name}/{value.name}" for value in fact.values)
        yield Axis((name,), (_NOTHING, Point({name: ()}, {name: ""})), items)
        for item in items:
            yield Axis((item,), (Point({}, {item: "no"}), Point({item: ""}, {item: "yes"})))
    else:
        yield Axis((name,), (_NOTHING, Point({name: example(fact)}, {name: ""})))


def _derived_axis(made: Derived) -> Axis:
    examples = EXAMPLES[made.name]
    some = [names for count in range(1, len(made.sources)) for names in combinations(made.sources, count)]
    points = [Point({name: examples[0][name] for name in names}, dict.fromkeys(names, "")) for names in some]
    values = [str(made.derive(given, TODAY)) for given in examples]
    if set(values) != {value.name for value in made.values}:
        raise ValueError(f"makegood.audit.axes.EXAMPLES must show every value of {made.name}, and all its sources.")
    for given, value in zip(examples, values, strict=True):
        points.append(Point(given, {**dict.fromkeys(made.sources, ""), made.name: value}))
    return Axis((*made.sources, made.name), (_NOTHING, *points))
