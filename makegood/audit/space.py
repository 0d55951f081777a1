"""The space of all cases: sets of cases and functions of cases, over every fact that matters.

Cases that contradict themselves are not valid, and what follows from other facts counts as known.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping, Sequence
from functools import cached_property, partial
from operator import ne
from typing import Any

from makegood.audit.axes import TODAY, Axis, axes_over
from makegood.audit.knowledge import Knowledge
from makegood.diagrams import FALSE, TRUE, Diagram, SymbolicExecution
from makegood.undecided import Conditions
from policy.cases.case import Case
from policy.cases.consistency import CONTRADICTIONS, IMPLIED
from policy.cases.derived import with_derived
from policy.facts import BY_NAME, FACTS
from policy.language.conditions import Condition, Has, Settled, facts_of, settle


class Space:
    """All cases over some facts. Sets of cases, and functions of them, are `Diagram`s of its diagrams."""

    def __init__(self, facts: Iterable[str]) -> None:
        self.axes = tuple(axes_over(frozenset(facts)))
        self.diagrams = SymbolicExecution([len(axis.points) for axis in self.axes])
        self.conditions = Conditions(self.diagrams, self._leaf)
        self._levels = {name: level for level, axis in enumerate(self.axes) for name in axis.names}
        self._knowledge = Knowledge(self.diagrams, [axis.order() for axis in self.axes])

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that a case of this space can state, in order."""
        return tuple(name for name in self._levels if name in BY_NAME)

    @cached_property
    def valid(self) -> Diagram:
        """The cases that do not contradict themselves."""
        wrong = self.diagrams.any_of(self.true(contradiction.when) for contradiction in CONTRADICTIONS)
        return self.diagrams.complement(wrong)

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

    def tabulated(self, names: Iterable[str], value: Callable[[Case], Hashable]) -> Diagram:
        """Make a function of a few facts, and `fact/item`s of a list, by working it out for each of their values.

        The facts from which those may follow count among them.
        """
        return self._tabulated(sorted({self._levels[name] for name in _with_deciding(frozenset(names))}), {}, value)

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
                path[level] = _stated(axis, case)
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
        for level, number in path.items():
            for name, value in self.axes[level].points[number].given.items():
                fact, _, item = name.partition("/")
                given[fact] = (*given[fact], item) if item else value
        return Case({fact.name: given[fact.name] for fact in FACTS if fact.name in given})


def _settled(leaf: Condition, case: Case) -> Settled:
    return settle(leaf, with_derived(case.known, TODAY))


def _looked_at(leaf: Condition) -> frozenset[str]:
    """Name the facts that decide a condition without parts: its own, and those that are bound to that one."""
    facts = facts_of(leaf)
    bound = facts.union(*(facts_of(entry.when) for entry in CONTRADICTIONS if facts & facts_of(entry.when)))
    return bound | {f"{leaf.fact}/{leaf.item}"} if isinstance(leaf, Has) else bound


def _with_deciding(facts: frozenset[str]) -> frozenset[str]:
    """Add the facts from which some of these may follow."""
    more = facts.union(*(facts_of(when) for when, fact, _ in IMPLIED if fact in facts))
    return facts if more == facts else _with_deciding(more)


def _stated(axis: Axis, case: Case) -> int:
    """Give the number of the point that states what a case does; of a list, only whether it is known."""
    stated = {name: case.given[name] for name in axis.names if name in case.given}
    known = [number for number, point in enumerate(axis.points) if point.given.keys() == stated.keys()]
    return next(number for number in known if axis.items or axis.points[number].given == stated)


def _held(fact: str, item: str, case: Case) -> int:
    held = case.given[fact]
    return int(isinstance(held, tuple) and item in held)
