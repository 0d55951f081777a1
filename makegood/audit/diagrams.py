"""Decision diagrams: functions of many variables with few values each, kept exact and small.

A function is a number. Equal functions have equal numbers, because each is a graph in one fixed order of the variables
in which nothing is stored twice. So “for all cases” is one comparison with `NO`, and no case is ever listed.
"""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

type Function = int
"""A function of the variables; its values are the leaves that the path of a case ends in."""

NO: Final[Function] = 0
"""The function that is False everywhere: as a set of cases, no case."""

YES: Final[Function] = 1
"""The function that is True everywhere: as a set of cases, all of them."""


class Variable(NamedTuple):
    """How a variable behaves, whatever it means.

    Its values are numbered from 0, the one that knows least. `above[value]` lists the values that it can become as more
    gets known, itself among them; `costs[value]` says how many facts it states. The `parts` variables right after it
    say more about each value but 0: when it becomes one of those, they can be anything.
    """

    above: tuple[tuple[int, ...], ...]
    costs: tuple[int, ...]
    parts: int = 0


class Diagrams:
    """A store of functions over the same variables, in their order."""

    def __init__(self, variables: Sequence[Variable]) -> None:
        self.variables = tuple(variables)
        self._end = len(self.variables)
        self._levels: list[int] = []
        self._kids: list[tuple[Function, ...]] = []
        self._leaves: list[Hashable] = []
        self._numbers: dict[Hashable, Function] = {}
        self._memo: dict[tuple[Any, ...], Any] = {}
        self.leaf(False)
        self.leaf(True)

    def leaf(self, value: Hashable) -> Function:
        """Make the function that has this value everywhere."""
        return self._numbered((type(value), value), self._end, (), value)

    def node(self, level: int, kids: Sequence[Function]) -> Function:
        """Make the function that goes by the variable of this level: its n-th value leads to the n-th function."""
        first = kids[0]
        if all(kid == first for kid in kids):
            return first
        if any(self._levels[kid] <= level for kid in kids):
            raise ValueError(f"Variable {level} would come after one that it has to come before.")
        return self._numbered((level, *kids), level, tuple(kids), None)

    def is_in(self, level: int, values: Iterable[int]) -> Function:
        """Make the set of cases in which a variable has one of these values."""
        wanted = set(values)
        return self.node(level, [YES if value in wanted else NO for value in range(len(self.variables[level].costs))])

    def value(self, of: Function, case: Mapping[int, int]) -> Any:
        """Say what a function is worth in one case: level -> value."""
        while self._levels[of] < self._end:
            of = self._kids[of][case[self._levels[of]]]
        return self._leaves[of]

    def both(self, a: Function, b: Function) -> Function:
        """The cases that are in both sets."""
        if NO in (a, b):
            return NO
        if YES in (a, b) or a == b:
            return b if a == YES else a
        return self._join("both", self.both, min(a, b), max(a, b))

    def either(self, a: Function, b: Function) -> Function:
        """The cases that are in at least one of the two sets."""
        if YES in (a, b):
            return YES
        if NO in (a, b) or a == b:
            return b if a == NO else a
        return self._join("either", self.either, min(a, b), max(a, b))

    def any_of(self, sets: Iterable[Function]) -> Function:
        """The cases that are in at least one of these sets."""
        left = sorted(set(sets))
        while len(left) > 1:
            left = [self.either(*pair) if len(pair) > 1 else pair[0] for pair in _pairs(left)]
        return left[0] if left else NO

    def without(self, a: Function, b: Function) -> Function:
        """The cases that are in the first set and not in the second."""
        return self.both(a, self.map(_not, b))

    def map(self, change: Callable[[Any], Hashable], of: Function) -> Function:
        """Change each value of a function."""
        key = (change, of)
        if key not in self._memo:
            if self._levels[of] == self._end:
                self._memo[key] = self.leaf(change(self._leaves[of]))
            else:
                kids = [self.map(change, kid) for kid in self._kids[of]]
                self._memo[key] = self.node(self._levels[of], kids)
        found: Function = self._memo[key]
        return found

    def merge(self, join: Callable[[Any, Any], Hashable], a: Function, b: Function) -> Function:
        """Make one function of two, value by value."""
        if self._levels[a] == self._levels[b] == self._end:
            return self.leaf(join(self._leaves[a], self._leaves[b]))
        return self._join("merge", self.merge, a, b, join)

    def differing(self, differ: Callable[[Any, Any], bool], a: Function, b: Function) -> Function:
        """The cases in which two functions differ; a value never differs from itself."""
        return NO if a == b else self.merge(differ, a, b)

    def at(self, of: Function, level: int, value: int) -> Function:
        """Give the function that is left where a variable has that value."""
        if self._levels[of] > level:
            return of
        if self._levels[of] == level:
            return self._kids[of][value]
        key = ("at", of, level, value)
        if key not in self._memo:
            kids = [self.at(kid, level, value) for kid in self._kids[of]]
            self._memo[key] = self.node(self._levels[of], kids)
        found: Function = self._memo[key]
        return found

    def some(self, cases: Function, first: int, last: int) -> Function:
        """The cases that are in the set for some values of the variables from `first` up to, not including, `last`."""
        level = self._levels[cases]
        if level >= last:
            return cases
        key = ("some", cases, first, last)
        if key not in self._memo:
            kids = [self.some(kid, first, last) for kid in self._kids[cases]]
            self._memo[key] = self.any_of(kids) if level >= first else self.node(level, kids)
        found: Function = self._memo[key]
        return found

    def can_become(self, cases: Function, fixed: frozenset[int] = frozenset()) -> Function:
        """The cases that are in the set, or lead into it as more gets known, but not of the `fixed` variables."""
        level = self._levels[cases]
        if level == self._end:
            return cases
        key = ("can_become", cases, fixed)
        if key not in self._memo:
            variable, kids = self.variables[level], [self.can_become(kid, fixed) for kid in self._kids[cases]]
            become = [self.some(kid, level + 1, level + 1 + variable.parts) for kid in kids]
            reached = (
                [kids[value], *(become[other] for other in above if other != value and level not in fixed)]
                for value, above in enumerate(variable.above)
            )
            self._memo[key] = self.node(level, [self.any_of(cases) for cases in reached])
        found: Function = self._memo[key]
        return found

    def smallest(self, cases: Function) -> dict[int, int] | None:
        """Give the case of the set that states the fewest facts, the first such in order: level -> value, if not 0."""
        best = self._smallest(cases)
        return None if best is None else dict(best[1])

    def count(self, cases: Function) -> int:
        """Count the cases of a set; while a variable is 0, those that only say more about it do not count."""
        return self._count(cases, 0)

    def _count(self, cases: Function, level: int) -> int:
        if cases == NO:
            return 0
        if level == self._end:
            return 1
        key = ("count", cases, level)
        if key not in self._memo:
            whole = self._levels[cases] > level
            kids = [cases] * len(self.variables[level].costs) if whole else self._kids[cases]
            skipped = self.variables[level].parts
            self._memo[key] = sum(
                self._count(kid, level + 1 + (0 if value else skipped)) for value, kid in enumerate(kids)
            )
        found: int = self._memo[key]
        return found

    def _smallest(self, cases: Function) -> tuple[int, tuple[tuple[int, int], ...]] | None:
        if cases == NO:
            return None
        if cases == YES:
            return (0, ())
        key = ("smallest", cases)
        if key not in self._memo:
            level = self._levels[cases]
            found = []
            for value, kid in enumerate(self._kids[cases]):
                rest = self._smallest(kid)
                if rest is not None:
                    here = ((level, value),) if value else ()
                    found.append((rest[0] + self.variables[level].costs[value], (*here, *rest[1])))
            self._memo[key] = min(found, default=None)
        best: tuple[int, tuple[tuple[int, int], ...]] | None = self._memo[key]
        return best

    def _join(self, name: str, how: Callable[..., Function], a: Function, b: Function, *extra: Any) -> Function:
        key = (name, a, b, *extra)
        if key not in self._memo:
            level = min(self._levels[a], self._levels[b])
            width = len(self.variables[level].costs)
            left = self._kids[a] if self._levels[a] == level else (a,) * width
            right = self._kids[b] if self._levels[b] == level else (b,) * width
            self._memo[key] = self.node(level, [how(*extra, x, y) for x, y in zip(left, right, strict=True)])
        found: Function = self._memo[key]
        return found

    def _numbered(self, key: Hashable, level: int, kids: tuple[Function, ...], value: Hashable) -> Function:
        if key not in self._numbers:
            self._numbers[key] = len(self._levels)
            self._levels.append(level)
            self._kids.append(kids)
            self._leaves.append(value)
        return self._numbers[key]


def _not(value: Any) -> bool:
    return not value


def _pairs(numbers: list[Function]) -> Iterable[list[Function]]:
    return (numbers[place : place + 2] for place in range(0, len(numbers), 2))
