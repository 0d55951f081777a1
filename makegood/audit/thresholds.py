"""Where a source has a day, an amount or a number, the answer differs on both sides of it."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise

from makegood.audit.answers import AllAnswers
from makegood.audit.axes import TODAY, Axis, follows
from makegood.audit.violations import Violation
from policy.cases.case import Case, FactValue
from policy.cases.derived import DERIVED
from policy.facts import BY_NAME
from policy.language.kinds import Count, Day, Derived, Grams, Money
from policy.language.outcomes import Clock, Door
from policy.periods import PERIODS, Period


def every_edge_decides(answers: AllAnswers) -> Iterator[Violation]:
    """On both sides of each edge of what is counted or typed, some case gets two answers.

    The state of a door and of a time limit shows each edge of its own period.
    """
    shown = {rule.gives.period for rule in answers.rules if isinstance(rule.gives, Clock | Door) and rule.gives.period}
    for level, axis in enumerate(answers.space.axes):
        for one, other in _edges(axis):
            sides = [axis.points[side].given for side in (one, other)]
            if shown.isdisjoint(_changing(*sides)) and not _differ(answers, level, one, other):
                told = " and ".join(str(Case(side).as_data()) for side in sides)
                yield Violation("threshold", (), f"No answer tells these apart, although a source does: {told}.")


def _edges(axis: Axis) -> Iterator[tuple[int, int]]:
    """Give the points on both sides of each edge: neighbouring days and prices, and two numbers beside a third.

    Two prices that are only compared with each other have no edge: no source states the one at which they differ.
    """
    fact = BY_NAME.get(axis.names[0])
    whole = [number for number, point in enumerate(axis.points) if len(point.given) == len(axis.points[-1].given)]
    match fact:
        case Day():
            yield from pairwise(sorted(whole, key=lambda number: axis.points[number].span or ()))
        case Money():
            prices = sorted(whole, key=lambda number: Decimal(str(axis.points[number].given[fact.name])))
            alone = [made for made in DERIVED if fact.name in made.sources and _has_one_price(made)]
            for one, other in pairwise(prices):
                values = [axis.points[number].given[fact.name] for number in (one, other)]
                if any(follows(made, fact.name, values[0]) != follows(made, fact.name, values[1]) for made in alone):
                    yield one, other
        case Grams() | Count() if len(axis.names) > 1:
            yield from combinations(whole, 2)


def _has_one_price(made: Derived) -> bool:
    return sum(isinstance(BY_NAME[name], Money) for name in made.sources) == 1


def _changing(one: Mapping[str, FactValue], other: Mapping[str, FactValue]) -> set[str]:
    """Name the periods that a day on one side tells otherwise than the day on the other."""
    [*names] = one
    periods = (period for period in PERIODS.values() if {*names} <= {*period.sources})
    return {period.name for period in periods if _ends_of(period, one) != _ends_of(period, other)}


def _ends_of(period: Period, told: Mapping[str, FactValue]) -> list[bool]:
    return [
        bool(end and isinstance(day := told.get(end.day.name), date) and end.ends(day) < TODAY)
        for end in (period.opens, period.closes)
    ]


def _differ(answers: AllAnswers, level: int, one: int, other: int) -> bool:
    restrict = answers.diagrams.restrict
    return any(
        restrict(says, {level: (one,)}) != restrict(says, {level: (other,)})
        for says in answers.all_that_is_said
        if answers.diagrams.is_asked(says, level)
    )
