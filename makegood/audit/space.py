"""The space of all cases: sets of cases and functions of cases, over every fact that matters.

Cases that contradict themselves are not valid, and what follows from other facts counts as known.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache, cached_property, partial
from operator import ne
from typing import Any

from makegood.audit.axes import TODAY, Span, axes_over, decided_by, with_bound
from makegood.audit.knowledge import Knowledge
from makegood.diagrams import FALSE, TRUE, Diagram, SymbolicExecution
from makegood.undecided import Conditions
from policy.cases.case import Case
from policy.cases.consistency import CONTRADICTIONS, ORDERED_DAYS, PARCEL_CAME
from policy.cases.derived import ALL_BY_NAME, with_derived
from policy.facts import BY_NAME, FACTS, problem
from policy.language.conditions import ALWAYS, Condition, Has, Settled, facts_of, settle
from policy.language.kinds import Derived


class Space:
    """All cases over some facts. Sets of cases, and functions of them, are `Diagram`s of its diagrams."""

    def __init__(self, facts: Iterable[str]) -> None:
        self.axes = tuple(axes_over(frozenset(facts)))
        self.diagrams = SymbolicExecution([len(axis.points) for axis in self.axes])
        self.conditions = Conditions(self.diagrams, self._leaf)
        self._levels = {name: level for level, axis in enumerate(self.axes) for name in axis.names}
        self._values: dict[str, Diagram] = {}
        self._knowledge = Knowledge(self.diagrams, [axis.order() for axis in self.axes])

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that a case of this space can state, in order."""
        return tuple(name for name in self._levels if name in BY_NAME)

    @cached_property
    def valid(self) -> Diagram:
        """The cases that do not contradict themselves."""
        here = {*self.facts}
        both = [self.true(entry.when) for entry in CONTRADICTIONS if facts_of(entry.when) <= here]
        return self.diagrams.complement(self.diagrams.any_of((*both, *self._days_out_of_order())))

    def true(self, condition: Condition) -> Diagram:
        """The cases in which a condition is yes."""
        return self.conditions.true(condition)

    def known(self, fact: str) -> Diagram:
        """The cases that state a fact."""
        points = self.axes[self._levels[fact]].points
        return self.diagrams.literal(self._levels[fact], (n for n, point in enumerate(points) if fact in point.given))

    def holding(self, fact: str, item: str) -> Diagram:
        """The cases that state a list, with this item in it."""
        return self.diagrams.both(self.known(fact), self.diagrams.literal(self._levels[f"{fact}/{item}"], [1]))

    def where(self, function: Diagram, fact: str, value: str) -> Diagram:
        """Give what a function is where a fact has this value; it does not look at that fact any more."""
        level = self._levels[fact]
        [number] = [number for number, point in enumerate(self.axes[level].points) if point.given.get(fact) == value]
        return self.diagrams.restrict(function, {level: (number,)})

    def whatever(self, cases: Diagram, fact: str) -> Diagram:
        """The cases that are in the set, or would be with another value of a fact, or without one."""
        return self.diagrams.exists(cases, range(self._levels[fact], self._levels[fact] + 1))

    def looks_at(self, function: Diagram, fact: str) -> bool:
        """Say whether a function looks at a fact at all, or at the items of a list."""
        level = self._levels[fact]
        return any(self.diagrams.is_asked(function, at) for at in range(level, level + 1 + len(self.axes[level].items)))

    def changed(
        self, function: Diagram, by: str, differ: Callable[[Any, Any], bool] = ne, within: Diagram = TRUE
    ) -> Diagram:
        """The cases in which a fact is unknown, and some value of it changes what a function says.

        Args:
            function: any function of the cases.
            by: the fact.
            differ: says whether its value with the fact counts as a change of its value without.
            within: the cases that count once the fact is known.
        """
        level, diagrams = self._levels[by], self.diagrams
        axis, found = self.axes[level], []
        for number, point in enumerate(axis.points):
            before = diagrams.restrict(function, {level: (number,)})
            changes = [
                diagrams.both(
                    self._differing(differ, before, diagrams.restrict(function, {level: (other,)})),
                    diagrams.restrict(within, {level: (other,)}),
                )
                for other, more in enumerate(axis.points)
                if point.below(more) and more.given.keys() - point.given.keys() == {by}
            ]
            somehow = diagrams.exists(diagrams.any_of(changes), range(level + 1, level + 1 + len(axis.items)))
            found.append(diagrams.both(diagrams.literal(level, [number]), somehow))
        return diagrams.any_of(found)

    def value_of(self, fact: str) -> Diagram:
        """Make the function that says which value a fact has; None where it is not known."""
        if fact not in self._values:
            known = partial(_value, fact)
            self._values[fact] = self.tabulated([fact], known) if self.has(fact) else self.diagrams.terminal(None)
        return self._values[fact]

    def tabulated(self, names: Iterable[str], value: Callable[[Case], Hashable]) -> Diagram:
        """Make a function of a few facts, and `fact/item`s of a list, by working it out for each of their values.

        The facts from which those may follow count among them, if a case of this space can tell them.

        Args:
            names: the facts.
            value: says what it is in a case.
        """
        levels = {level for name in self._with_bound(frozenset(names)) for level in self._levels_of(name)}
        return self._tabulated(sorted(levels), {}, value)

    def _levels_of(self, name: str) -> list[int]:
        """Give the axes that decide a name."""
        made = ALL_BY_NAME.get(name)
        return [self._levels[part] for part in (decided_by(made) if isinstance(made, Derived) else (name,))]

    def _with_bound(self, names: frozenset[str]) -> frozenset[str]:
        return names | {name for name in with_bound(names) - names if name in self._levels}

    def has(self, fact: str) -> bool:
        """Say whether a case of this space can tell a fact, or all that it follows from."""
        made = ALL_BY_NAME[fact]
        return all(name in self._levels for name in (decided_by(made) if isinstance(made, Derived) else (fact,)))

    def smallest(self, cases: Diagram) -> Case | None:
        """Give the case of a set that states the fewest facts, or None if there is no case in it."""
        found = self._knowledge.smallest(cases)
        return None if found is None else self._case(found)

    def count(self, cases: Diagram) -> int:
        """Count the cases of a set: a list that is unknown counts once, whatever could be on it."""
        return self._knowledge.count(cases)

    def value(self, function: Diagram, case: Case) -> Any:
        """Say what a function is worth in one case of this space."""
        return self.diagrams.evaluate(function, self.path(case))

    def path(self, case: Case) -> dict[int, int]:
        """Give the number of a case's point on every axis, except for the items of a list that is unknown."""
        path = {}
        for level, axis in enumerate(self.axes):
            fact, _, item = axis.names[0].partition("/")
            if not item:
                path[level] = axis.stated(case.given)
            elif fact in case.given:
                path[level] = _held(fact, item, case)
        return path

    def from_here(self, case: Case, but: Collection[str] = ()) -> Diagram:
        """The cases that a case of this space can become as more gets known, but nothing about some facts."""
        cases = TRUE
        for level, here in self.path(case).items():
            points, fixed = self.axes[level].points, not set(but).isdisjoint(self.axes[level].names)
            above = [here] if fixed else (n for n, point in enumerate(points) if points[here].below(point))
            cases = self.diagrams.both(cases, self.diagrams.literal(level, above))
        return cases

    def can_become(self, cases: Diagram, but: Collection[str] = ()) -> Diagram:
        """The cases that are in the set, or lead into it as more gets known, but nothing about some facts."""
        return self._knowledge.can_become(cases, frozenset(self._levels[fact] for fact in but if fact in self._levels))

    def grown(self, cases: Diagram) -> Diagram:
        """The cases that are in the set, or that one in it becomes as more gets known."""
        return self._knowledge.grown(cases)

    def _days_out_of_order(self) -> Iterable[Diagram]:
        """Yield the cases in which no days of their runs can be in the order that days have."""
        for earlier, later, condition, between in _days_in_order():
            if {earlier, later, *between} <= {*self.facts}:
                here = self.diagrams.both(self.true(condition), self._crossed(earlier, later))
                for day in between:
                    here = self.diagrams.both(here, self.known(day))
                yield here

    def _crossed(self, earlier: str, later: str) -> Diagram:
        """The cases in which one day lies after another, whichever days of their runs they are."""
        one, other = (self._levels[name] for name in (earlier, later))
        ends = [(number, point.span) for number, point in enumerate(self.axes[other].points)]
        return self.diagrams.any_of(
            self.diagrams.both(
                self.diagrams.literal(one, [number]),
                self.diagrams.literal(other, [n for n, span in ends if span and span.last < point.span.first]),
            )
            for number, point in enumerate(self.axes[one].points)
            if point.span
        )

    def _differing(self, differ: Callable[[Any, Any], bool], a: Diagram, b: Diagram) -> Diagram:
        """The cases in which two functions differ; a value never differs from itself."""
        return FALSE if a == b else self.diagrams.apply(differ, a, b)

    def _leaf(self, condition: Condition) -> Diagram:
        return self.tabulated(_looked_at(condition), partial(_settled, condition))

    def _tabulated(self, levels: Sequence[int], path: dict[int, int], value: Callable[[Case], Hashable]) -> Diagram:
        if not levels:
            return self.diagrams.terminal(value(self._case(path)))
        level, rest = levels[0], levels[1:]
        axis, kids = self.axes[level], []
        for number in range(len(axis.points)):
            asked = [other for other in rest if number or other > level + len(axis.items)]
            kids.append(self._tabulated(asked, {**path, level: number}, value))
        return self.diagrams.node(level, kids)

    def _case(self, path: Mapping[int, int]) -> Case:
        given: dict[str, Any] = {}
        spans: dict[str, Span] = {}
        for level, number in path.items():
            point = self.axes[level].points[number]
            for name, value in point.given.items():
                fact, _, item = name.partition("/")
                given[fact] = (*given[fact], item) if item else value
                if point.span:
                    spans[fact] = point.span
        given |= _in_order(spans, given)
        return Case({fact.name: given[fact.name] for fact in FACTS if fact.name in given})


def _settled(leaf: Condition, case: Case) -> Settled:
    return settle(leaf, with_derived(case.known, TODAY))


def _value(fact: str, case: Case) -> Any:
    return with_derived(case.known, TODAY).get(fact)


def _looked_at(leaf: Condition) -> frozenset[str]:
    """Name the facts that decide a condition without parts."""
    facts = facts_of(leaf)
    return facts | {f"{leaf.fact}/{leaf.item}"} if isinstance(leaf, Has) else facts


def _held(fact: str, item: str, case: Case) -> int:
    held = case.given[fact]
    return int(isinstance(held, tuple) and item in held)


@cache
def _days_in_order() -> tuple[tuple[str, str, Condition, tuple[str, ...]], ...]:
    """Give earlier day, later day, when that order holds, and the days between them through which it follows."""
    direct = [
        (earlier, later, problem.is_in(*PARCEL_CAME) if arrived_only else ALWAYS, ())
        for earlier, later, arrived_only in ORDERED_DAYS
    ]
    found: list[tuple[str, str, Condition, tuple[str, ...]]] = list(direct)
    for earlier, middle, when, between in found:  # what is added is gone through as well
        found += [
            (earlier, later, when & also, (*between, middle)) for start, later, also, _ in direct if start == middle
        ]
    return tuple(found)


def _in_order(spans: Mapping[str, Span], given: Mapping[str, Any]) -> dict[str, date]:
    """Choose a day of each run so that they are in order, each as near to today as the rest lets it."""
    order = [fact.name for fact in FACTS if fact.name in spans]
    pairs = [
        (earlier, later)
        for earlier, later, arrived_only in ORDERED_DAYS
        if {earlier, later} <= {*order} and (not arrived_only or given.get(problem.name) in PARCEL_CAME)
    ]
    earliest: dict[str, date] = {}
    for day in order:
        earliest[day] = max(spans[day].first, *(earliest[one] for one, other in pairs if other == day), date.min)
    chosen: dict[str, date] = {}
    for day in reversed(order):
        last = min(spans[day].last, *(chosen[other] for one, other in pairs if one == day), date.max)
        chosen[day] = max(min(given[day], last), earliest[day])
    return chosen
