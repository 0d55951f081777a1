"""The axes of the space of all cases: each fact that matters, unknown or with each of its values.

What is counted or typed stands there as one example of each run of values that conditions cannot tell apart: a day by
all periods that it feeds, a price by what follows from it in any currency, a weight or a number by the one that it is
compared with. So there
is an example on both sides of each edge, and no list of them has to be kept. Evidence is known as a whole or not at
all, and each of its items is an axis of its own.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import combinations, groupby, product
from typing import Final, NamedTuple

from makegood.audit.knowledge import Order
from policy.cases.case import FactValue
from policy.cases.consistency import CONTRADICTIONS, IMPLIED
from policy.cases.currencies import CURRENCIES
from policy.cases.derived import DERIVED
from policy.facts import BY_NAME, FACTS, SEAT
from policy.language.conditions import facts_of
from policy.language.kinds import Choice, Count, Currency, Day, Derived, Fact, Grams, Items, Money
from policy.periods import Period

TODAY: Final = date(2026, 11, 18)
"""The day on which the audit judges its cases. Without a day, a derived fact is just not known."""

DAYS_BACK: Final = 800
DAYS_AHEAD: Final = 200
"""How far from today the days of the audit's cases may lie: over the longest period, in both directions."""

_LABEL_G: Final = 1000
_ORDERED: Final = 3
_DEAREST: Final = 10**7
"""In hundredths; above the highest price that a source names."""

_SOME_PRICES: Final = (1, 100, 40_000, _DEAREST)
_SOME_CURRENCIES: Final = ("AED", "GBP", "USD")


class Span(NamedTuple):
    """A run of days that no condition can tell apart, from the first to the last."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Point:
    """One value of an axis: the facts that a case states with it, and what conditions see of it.

    A day stands for all days of its `span`, and a case may state any of them.
    """

    given: Mapping[str, FactValue]
    seen: Mapping[str, str]
    span: Span | None = None

    def below(self, other: "Point") -> bool:
        """Say whether this point becomes the other one as more gets known, or is the same."""
        return self.given.keys() <= other.given.keys() and self.seen.items() <= other.seen.items()


_NOTHING: Final = Point({}, {})


@dataclass(frozen=True, slots=True)
class Axis:
    """One variable of the space. `names` are those that conditions can look at; the first point knows nothing of them.

    The axis of a list is followed by one for each of its `items`. `kinds` says what conditions see of a value.
    """

    names: tuple[str, ...]
    points: tuple[Point, ...]
    items: tuple[str, ...] = ()
    kinds: Callable[[FactValue], Hashable] = str

    def order(self) -> Order:
        """Say how much its points know."""
        above = (tuple(n for n, other in enumerate(self.points) if point.below(other)) for point in self.points)
        return Order(tuple(above), tuple(len(point.given) for point in self.points), len(self.items))

    def stated(self, given: Mapping[str, FactValue]) -> int:
        """Give the number of the point that stands for what a case states; of a list, only whether it is known."""
        mine = {name: given[name] for name in self.names if name in given}
        known = [number for number, point in enumerate(self.points) if point.given.keys() == mine.keys()]
        if self.items or len(known) == 1:
            return known[0]
        if self.points[known[0]].span:
            [day] = mine.values()
            return next(n for n in known if (span := self.points[n].span) and span.first <= day <= span.last)  # type: ignore[operator]
        exactly = [number for number in known if self.points[number].given == mine]
        return exactly[0] if exactly else next(n for n in known if self.points[n].seen == self._seen(mine))

    def _seen(self, given: Mapping[str, FactValue]) -> Mapping[str, str]:
        if len(self.names) == 1:
            [(name, value)] = given.items()
            return {name: str(self.kinds(value))}
        return _joint_point(given, [made for made in DERIVED if made.name in self.names], given).seen


def example(fact: Fact) -> FactValue:
    """Give a value that a fact can have; the days are in the order of the facts, so that they fit together."""
    match fact:
        case Choice():
            return fact.values[0].name
        case Items():
            return ()
        case Day():
            return TODAY - timedelta(days=2 + len(BY_NAME) - list(BY_NAME).index(fact.name))
        case Grams():
            return _LABEL_G
        case Count():
            return _ORDERED
        case Money():
            return "24.90"
        case Currency():
            return "USD"
    return "123"


def axes_over(facts: frozenset[str]) -> Iterator[Axis]:
    """Make the axes for some facts, those that decide them and those that can contradict them, in their order."""
    facts = with_bound(facts | {*SEAT})
    facts = facts.union(*(told for entry in CONTRADICTIONS if (told := facts_of(entry.when)) & facts))
    derived = [made for made in DERIVED if made.name in facts]
    facts = facts.union(*map(decided_by, derived))
    joint = {name: group for group in _groups(made for made in DERIVED if {*made.sources} <= facts) for name in group}
    for fact in FACTS:
        if fact.name not in facts:
            continue
        if fact.name not in joint:
            yield from _plain_axes(fact, derived)
        elif fact.name == joint[fact.name][0]:
            yield _joint_axis(joint[fact.name], DERIVED)


@cache
def decided_by(made: Derived) -> frozenset[str]:
    """Name the facts that a derived fact looks at, found by watching it: its sources, and others beside them."""
    found = frozenset(made.sources)
    while True:
        watched = _Watched()
        for told in _together(sorted(found)):
            watched.now = told
            made.derive(watched, TODAY)
        if watched.looked <= found:
            return found
        found |= watched.looked


class _Watched(Mapping[str, FactValue]):
    """Facts that note which of them are looked at."""

    def __init__(self) -> None:
        self.now: Mapping[str, FactValue] = {}
        self.looked: frozenset[str] = frozenset()

    def __getitem__(self, fact: str) -> FactValue:
        self.looked |= {fact}
        return self.now[fact]

    def __iter__(self) -> Iterator[str]:
        return iter(self.now)

    def __len__(self) -> int:
        return len(self.now)


def _together(names: Sequence[str], prices: Sequence[FactValue] = ()) -> Iterator[Mapping[str, FactValue]]:
    """Give some facts with every combination of a few of their values; of these prices, where there are some."""
    of_each = (prices if prices and isinstance(BY_NAME[name], Money) else _some(BY_NAME[name]) for name in names)
    for values in product(*of_each):
        yield dict(zip(names, values, strict=True))


def _some(fact: Fact) -> Sequence[FactValue]:
    """Give a few values of a fact, far apart."""
    match fact:
        case Choice():
            return [value.name for value in fact.values]
        case Money():
            return [_price(cents) for cents in _SOME_PRICES]
        case Currency():
            return sorted(_SOME_CURRENCIES)
        case Day():
            return [TODAY - timedelta(days=30 * months) for months in range(13)]
        case Count():
            return [1, _ORDERED]
        case Grams():
            return [_LABEL_G // 2, _LABEL_G]
    return [example(fact)]


def with_bound(facts: frozenset[str]) -> frozenset[str]:
    """Add the facts from which some of these may follow."""
    more = facts.union(*(facts_of(when) for when, fact, _ in IMPLIED if fact in facts))
    return facts if more == facts else with_bound(more)


def _plain_axes(fact: Fact, derived: Sequence[Derived]) -> Iterator[Axis]:
    name = fact.name
    if isinstance(fact, Choice):
        yield Axis((name,), (_NOTHING, *(Point({name: value.name}, {name: value.name}) for value in fact.values)))
    elif isinstance(fact, Items):
        items = tuple(f"{name}/{value.name}" for value in fact.values)
        yield Axis((name,), (_NOTHING, Point({name: ()}, {name: ""})), items)
        for item in items:
            yield Axis((item,), (Point({}, {item: "no"}), Point({item: ""}, {item: "yes"})))
    elif isinstance(fact, Day):
        yield _day_axis(fact, [made for made in derived if name in decided_by(made)])
    elif isinstance(fact, Money | Currency):
        yield _kinds_axis(fact, [made for made in derived if name in decided_by(made)])
    else:
        yield Axis((name,), (_NOTHING, Point({name: example(fact)}, {name: ""})))


def _day_axis(fact: Day, derived: Sequence[Derived]) -> Axis:
    """Make the axis of a day: one day for each run of days from which the same follows."""
    first, last = TODAY - timedelta(days=DAYS_BACK), TODAY if fact.past else TODAY + timedelta(days=DAYS_AHEAD)
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    points: list[Point] = []
    for _, run in groupby(days, lambda day: tuple(_ends(made, fact, day) for made in derived)):
        same = list(run)
        day = min(same, key=lambda day: abs(day - TODAY))
        points.append(Point({fact.name: day}, {fact.name: str(len(points))}, Span(same[0], same[-1])))
    # What is nearest to today comes first, and so into the smallest case that shows something.
    points.sort(key=lambda point: abs(point.given[fact.name] - TODAY))  # type: ignore[operator]
    return Axis((fact.name,), (_NOTHING, *points))


def _ends(made: Derived, fact: Day, day: date) -> Hashable:
    """Say what a day tells of a derived fact: of a period, whether its first and its last day have passed."""
    if not isinstance(made, Period):
        return follows(made, fact.name, day)
    ends = (after.ends(day) if after and after.day is fact else None for after in (made.opens, made.closes))
    return tuple(end and end < TODAY for end in ends)


def follows(made: Derived, fact: str, value: FactValue, prices: Sequence[FactValue] = ()) -> tuple[str | None, ...]:
    """Say what follows from a value of a fact, whatever the others are that decide with it."""
    others = sorted(decided_by(made) - {fact})
    return tuple(made.derive({**told, fact: value}, TODAY) for told in _together(others, prices))


def _kinds_axis(fact: Money | Currency, derived: Sequence[Derived]) -> Axis:
    """Make the axis of a price or a currency: one for each kind that conditions can tell from the others."""
    is_price = isinstance(fact, Money)
    others = (BY_NAME[name] for made in derived for name in decided_by(made))
    edges = () if is_price else [price for other in others if isinstance(other, Money) for price in _edges_of(other)]

    @cache
    def kind(value: FactValue) -> Hashable:
        return tuple(follows(made, fact.name, value, edges) for made in derived)

    found: dict[Hashable, FactValue] = {}
    for value in _prices(kind) if is_price else sorted(CURRENCIES):
        found.setdefault(kind(value), value)
    points = [Point({fact.name: value}, {fact.name: str(same)}) for same, value in found.items()]
    return Axis((fact.name,), (_NOTHING, *points), kinds=kind)


@cache
def _edges_of(price: Money) -> list[FactValue]:
    """Give a price on each side of each edge at which anything follows from it."""
    derived = [made for made in DERIVED if price.name in decided_by(made)]
    return _prices(cache(lambda value: tuple(follows(made, price.name, value) for made in derived)))


def _prices(kind: Callable[[FactValue], Hashable]) -> list[FactValue]:
    """Give a price on each side of each edge between two kinds, found by bisection."""
    found, low = [1], 1
    while low < _DEAREST:
        high = low + max(1, low // 4)
        if kind(_price(low)) != kind(_price(high)):
            below, above = low, high
            while above - below > 1:
                middle = (below + above) // 2
                below, above = (middle, above) if kind(_price(middle)) == kind(_price(low)) else (below, middle)
            found.append(above)
        low = high
    return [_price(cents) for cents in found]


def _price(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"


def _groups(derived: Iterable[Derived]) -> list[tuple[str, ...]]:
    """List the numbers that decide something only beside each other, in the order of the vocabulary."""
    pairs = {made.sources for made in derived if all(isinstance(BY_NAME[name], Grams | Count) for name in made.sources)}
    return [tuple(name for name in BY_NAME if name in pair) for pair in sorted(pairs)]


def _joint_axis(names: tuple[str, ...], derived: Sequence[Derived]) -> Axis:
    """Make the axis of facts that decide something together: an example of each outcome, and of each part of it."""
    mine = [made for made in derived if {*made.sources} == {*names}]
    whole: dict[tuple[tuple[str, str], ...], Point] = {}
    for given in _combinations(names):
        point = _joint_point(given, mine, given)
        whole.setdefault(tuple(sorted(point.seen.items())), point)
    parts: dict[tuple[tuple[str, str], ...], Point] = {}
    for count in range(1, len(names)):
        for some in combinations(names, count):
            for point in whole.values():
                part = _joint_point({name: point.given[name] for name in some}, mine, point.given)
                parts.setdefault(tuple(sorted(part.seen.items())), part)
    return Axis((*names, *(made.name for made in mine)), (_NOTHING, *parts.values(), *whole.values()))


def _joint_point(given: Mapping[str, FactValue], derived: Sequence[Derived], whole: Mapping[str, FactValue]) -> Point:
    """Make a point of such an axis. Of a number alone is seen that it is known."""
    follows = [(made.name, made.derive(given, TODAY)) for made in derived] if given.keys() == whole.keys() else []
    return Point(given, dict.fromkeys(given, "") | {name: value for name, value in follows if value is not None})


def _combinations(names: tuple[str, ...]) -> Iterator[Mapping[str, FactValue]]:
    """Give some values for two numbers: an example of each outcome is among them."""
    first, second = names
    if isinstance(BY_NAME[first], Count):
        yield from ({first: _ORDERED, second: affected} for affected in range(1, _ORDERED + 1))
    else:
        yield from ({first: _LABEL_G, second: measured} for measured in range(_LABEL_G, 0, -1))
        yield from ({first: _LABEL_G, second: measured} for measured in range(_LABEL_G, 2 * _LABEL_G))
