"""The nodes of decision diagrams, each stored once, and the operations on them; the package cites the papers."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from operator import not_
from typing import Any, Final

type Diagram = int
"""The number of a node: a function of the variables that it and the nodes below it ask."""

FALSE: Final[Diagram] = 0
"""The function that is False everywhere: as a set of cases, no case."""

TRUE: Final[Diagram] = 1
"""The function that is True everywhere: as a set of cases, all of them."""

TERMINAL: Final = 1 << 30
"""Where a terminal stands in the order of the variables: last."""


class Diagrams:
    """All diagrams over some variables.

    Args:
        sizes: how many values each variable has, in the order of asking. A variable is named by its place there, and
            its values by 0, 1 and so on.
    """

    def __init__(self, sizes: Sequence[int]) -> None:
        self.sizes = tuple(sizes)
        self._variables: list[int] = []
        self._children: list[tuple[Diagram, ...]] = []
        self._values: list[Any] = []
        self._supports: list[int] = []
        self._numbers: dict[Hashable, Diagram] = {}
        self._terminals: dict[Diagram, tuple[Diagram, ...]] = {}
        self._done: dict[tuple[Any, ...], Diagram] = {}
        self._joined: dict[Diagram, dict[tuple[Diagram, Diagram], Diagram]] = {FALSE: {}, TRUE: {}}
        self._applied: dict[Callable[[Any], Hashable], dict[Diagram, Diagram]] = {}
        self._applied_to_two: dict[Callable[[Any, Any], Hashable], dict[tuple[Diagram, Diagram], Diagram]] = {}
        self._restricted: dict[tuple[tuple[int, tuple[int, ...]], ...], dict[Diagram, Diagram]] = {}
        self._counts: dict[Diagram, int] = {}
        self.terminal(False)
        self.terminal(True)

    def terminal(self, value: Hashable) -> Diagram:
        """Give the function that has this value everywhere. Equal values of two types are two values."""
        key = (type(value), value)
        if key not in self._numbers:
            self._add(key, TERMINAL, (), value, 0)
        return self._numbers[key]

    def node(self, variable: int, children: Sequence[Diagram]) -> Diagram:
        """Give the function that is the n-th child where the variable has its n-th value.

        Raises:
            ValueError: a child asks this variable, or one before it.
        """
        if any(self._variables[child] <= variable for child in children) and len({*children}) > 1:
            raise ValueError(f"Variable {variable} would come after one that it has to come before.")
        return self._node(variable, children)

    def _node(self, variable: int, children: Sequence[Diagram]) -> Diagram:
        """Give the same, without a look at the order: what is made of diagrams in their order keeps it."""
        first = children[0]
        if children.count(first) == len(children):
            return first
        key = (variable, *children)
        if key not in self._numbers:
            support = 1 << variable
            for child in children:
                support |= self._supports[child]
            self._add(key, variable, tuple(children), None, support)
        return self._numbers[key]

    def variable(self, variable: int) -> Diagram:
        """Give the function whose value is the number of a variable's value."""
        return self.node(variable, [self.terminal(number) for number in range(self.sizes[variable])])

    def literal(self, variable: int, values: Iterable[int]) -> Diagram:
        """Give the set of cases in which a variable has one of these values."""
        wanted = set(values)
        return self.node(variable, [TRUE if value in wanted else FALSE for value in range(self.sizes[variable])])

    def asks(self, diagram: Diagram) -> int:
        """Name the variable that a diagram asks first; `TERMINAL`, if it asks none."""
        return self._variables[diagram]

    def is_asked(self, diagram: Diagram, variable: int) -> bool:
        """Say whether a diagram, or one that it leads to, asks a variable."""
        return bool(self._supports[diagram] >> variable & 1)

    def children(self, diagram: Diagram) -> tuple[Diagram, ...]:
        """Give a diagram for each value of the variable that a diagram asks first; none of a terminal."""
        return self._children[diagram]

    def value(self, terminal: Diagram) -> Any:
        """Give the value of a terminal."""
        return self._values[terminal]

    def terminals(self, diagram: Diagram) -> tuple[Diagram, ...]:
        """List the terminals that a diagram leads to, in the order in which its children do."""
        if diagram not in self._terminals:
            found = dict.fromkeys(end for child in self._children[diagram] for end in self.terminals(child))
            self._terminals[diagram] = tuple(found) or (diagram,)
        return self._terminals[diagram]

    def evaluate(self, diagram: Diagram, case: Mapping[int, int]) -> Any:
        """Give the value of a function in one case: variable -> number of its value."""
        while self._variables[diagram] != TERMINAL:
            diagram = self._children[diagram][case[self._variables[diagram]]]
        return self._values[diagram]

    def case(self, selector: Diagram, branches: Sequence[Diagram]) -> Diagram:
        """Give the function that is the n-th branch where the selector comes to the n-th of its `terminals`."""
        first = branches[0]
        if branches.count(first) == len(branches):
            return first
        key = (selector, *branches)
        if key not in self._done:
            self._done[key] = self._case(selector, branches)
        return self._done[key]

    def ite(self, condition: Diagram, then: Diagram, otherwise: Diagram) -> Diagram:
        """If-then-else: one function where the condition comes to something, another where it comes to nothing."""
        return self.case(condition, [then if self._values[end] else otherwise for end in self.terminals(condition)])

    def apply(self, function: Callable[..., Hashable], *diagrams: Diagram) -> Diagram:
        """Give the function whose value is what `function` makes of the values of these diagrams.

        `function` must be pure. What it gives is kept, so a function that is made anew for each call is a waste.
        """
        if len(diagrams) == 1:
            return self._apply_to_one(function, *diagrams, self._applied.setdefault(function, {}))
        if len(diagrams) == 2:  # noqa: PLR2004  # the most common number, and quicker by itself
            return self._apply_to_two(function, *diagrams, self._applied_to_two.setdefault(function, {}))
        key = (function, *diagrams)
        if key not in self._done:
            variable, ways = self._cofactors(diagrams)
            if variable == TERMINAL:
                self._done[key] = self.terminal(function(*(self._values[end] for end in diagrams)))
            else:
                self._done[key] = self._node(variable, [self.apply(function, *way) for way in ways])
        return self._done[key]

    def both(self, a: Diagram, b: Diagram) -> Diagram:
        """The conjunction of two sets: the cases that are in both."""
        return self._decided_by(FALSE, a, b)

    def either(self, a: Diagram, b: Diagram) -> Diagram:
        """The disjunction of two sets: the cases that are in at least one."""
        return self._decided_by(TRUE, a, b)

    def any_of(self, sets: Iterable[Diagram]) -> Diagram:
        """The disjunction of any number of sets."""
        left = sorted(set(sets))
        while len(left) > 1:
            pairs = (left[place : place + 2] for place in range(0, len(left), 2))
            left = [self.either(*pair) if len(pair) > 1 else pair[0] for pair in pairs]
        return left[0] if left else FALSE

    def complement(self, a: Diagram) -> Diagram:
        """The negation of a set: the cases that are not in it."""
        return self.apply(not_, a)

    def without(self, a: Diagram, b: Diagram) -> Diagram:
        """The difference of two sets: the cases that are in the first and not in the second."""
        return self.both(a, self.complement(b))

    def restrict(self, diagram: Diagram, kept: Mapping[int, tuple[int, ...]]) -> Diagram:
        """Give what is left of a function where variables keep to some of their values; elsewhere it may be anything.

        Args:
            diagram: the function.
            kept: variable -> the values that are left of it; those with one value are not asked any more.
        """
        support = self._supports[diagram]
        matters = tuple(sorted(item for item in kept.items() if support >> item[0] & 1))
        if not matters:
            return diagram
        variables = sum(1 << variable for variable, _ in matters)
        return self._restrict(diagram, dict(matters), variables, self._restricted.setdefault(matters, {}))

    def simplified(self, diagram: Diagram, cases: Diagram) -> Diagram:
        """Give a smaller function that has the same values in these cases; in all others it may have any.

        Raises:
            ValueError: there is no such case.
        """
        if cases == FALSE:
            raise ValueError("Where there is no case, there is nothing to simplify.")
        if cases == TRUE or not self._children[diagram]:
            return diagram
        key = ("simplified", diagram, cases)
        if key not in self._done:
            self._done[key] = self._simplified(diagram, cases)
        return self._done[key]

    def exists(self, cases: Diagram, variables: range) -> Diagram:
        """The cases that are in a set for some values of these variables."""
        if not self._supports[cases] >> variables.start & ((1 << len(variables)) - 1):
            return cases
        key = ("exists", cases, variables)
        if key not in self._done:
            children = [self.exists(child, variables) for child in self._children[cases]]
            variable = self._variables[cases]
            self._done[key] = self.any_of(children) if variable in variables else self._node(variable, children)
        return self._done[key]

    def count(self, cases: Diagram) -> int:
        """Count the cases of a set: one for each way to give every variable a value."""
        return self._count(cases) * self._ways(0, self._variables[cases])

    def _count(self, cases: Diagram) -> int:
        """Count the ways to give values to the variable that a set asks first, and to those after it."""
        if self._variables[cases] == TERMINAL:
            return int(cases == TRUE)
        if cases not in self._counts:
            after = self._variables[cases] + 1
            self._counts[cases] = sum(
                self._count(child) * self._ways(after, self._variables[child]) for child in self._children[cases]
            )
        return self._counts[cases]

    def _ways(self, first: int, last: int) -> int:
        found = 1
        for size in self.sizes[first:last]:
            found *= size
        return found

    def _case(self, selector: Diagram, branches: Sequence[Diagram]) -> Diagram:
        if self._variables[selector] == TERMINAL:
            return branches[0]
        variable = min(self._variables[diagram] for diagram in (selector, *branches))
        branch_for = {
            end: self._at_each(branch, variable) for end, branch in zip(self.terminals(selector), branches, strict=True)
        }
        return self._node(
            variable,
            [
                self.case(child, [branch_for[end][number] for end in self.terminals(child)])
                for number, child in enumerate(self._at_each(selector, variable))
            ],
        )

    def _simplified(self, diagram: Diagram, cases: Diagram) -> Diagram:
        if self._variables[cases] < self._variables[diagram]:
            return self.simplified(diagram, self.any_of(self._children[cases]))
        variable, ways = self._cofactors((diagram, cases))
        left = [self.simplified(child, there) if there != FALSE else None for child, there in ways]
        usual = next(child for child in left if child is not None)
        return self._node(variable, [usual if child is None else child for child in left])

    def _apply_to_one(
        self, function: Callable[[Any], Hashable], diagram: Diagram, done: dict[Diagram, Diagram]
    ) -> Diagram:
        if diagram not in done:
            children = [self._apply_to_one(function, child, done) for child in self._children[diagram]]
            done[diagram] = (
                self._node(self._variables[diagram], children)
                if children
                else self.terminal(function(self._values[diagram]))
            )
        return done[diagram]

    def _apply_to_two(
        self,
        function: Callable[[Any, Any], Hashable],
        a: Diagram,
        b: Diagram,
        done: dict[tuple[Diagram, Diagram], Diagram],
    ) -> Diagram:
        found = done.get((a, b))
        if found is None:
            variable = min(self._variables[a], self._variables[b])
            if variable == TERMINAL:
                found = self.terminal(function(self._values[a], self._values[b]))
            else:
                ways = zip(self._at_each(a, variable), self._at_each(b, variable), strict=True)
                found = self._node(variable, [self._apply_to_two(function, *way, done) for way in ways])
            done[a, b] = found
        return found

    def _decided_by(self, decisive: Diagram, a: Diagram, b: Diagram) -> Diagram:
        """Join two sets by *and* (no decides it) or *or* (yes decides it)."""
        if decisive in (a, b):
            return decisive
        if a <= TRUE or a == b:
            return b
        if b <= TRUE:
            return a
        pair = (a, b) if a < b else (b, a)
        done = self._joined[decisive]
        found = done.get(pair)
        if found is None:
            variable = min(self._variables[a], self._variables[b])
            ways = zip(self._at_each(a, variable), self._at_each(b, variable), strict=True)
            found = done[pair] = self._node(variable, [self._decided_by(decisive, *way) for way in ways])
        return found

    def _cofactors(self, diagrams: Sequence[Diagram]) -> tuple[int, Iterable[tuple[Diagram, ...]]]:
        """Name the variable that comes first in diagrams, and give what they are at each value of it."""
        variable = min(self._variables[diagram] for diagram in diagrams)
        if variable == TERMINAL:
            return variable, ()
        return variable, zip(*(self._at_each(diagram, variable) for diagram in diagrams), strict=True)

    def _at_each(self, diagram: Diagram, variable: int) -> tuple[Diagram, ...]:
        """Give what a diagram that asks nothing before a variable is at each value of it."""
        asks = self._variables[diagram] == variable
        return self._children[diagram] if asks else (diagram,) * self.sizes[variable]

    def _restrict(
        self, diagram: Diagram, kept: Mapping[int, tuple[int, ...]], variables: int, done: dict[Diagram, Diagram]
    ) -> Diagram:
        if not self._supports[diagram] & variables:
            return diagram
        if diagram not in done:
            variable, children = self._variables[diagram], self._children[diagram]
            numbers = kept.get(variable, range(len(children)))
            left = {number: self._restrict(children[number], kept, variables, done) for number in numbers}
            first = next(iter(left.values()))
            done[diagram] = self._node(variable, [left.get(number, first) for number in range(len(children))])
        return done[diagram]

    def _add(self, key: Hashable, variable: int, children: tuple[Diagram, ...], value: Hashable, support: int) -> None:
        self._numbers[key] = len(self._variables)
        self._variables.append(variable)
        self._children.append(children)
        self._values.append(value)
        self._supports.append(support)
