"""What a case becomes as more gets known, over diagrams whose variables are ordered by how much their values know."""

from collections.abc import Sequence
from typing import NamedTuple

from makegood.diagrams import FALSE, TERMINAL, TRUE, Diagram, Diagrams

type _Path = tuple[tuple[int, int], ...]


class Order(NamedTuple):
    """How much the values of one variable know.

    They are numbered from 0, the one that knows least. `above[value]` lists the values that it can become as more gets
    known, itself among them; `costs[value]` says how many facts it states. The `parts` variables right after it say
    more about each value but 0: when it becomes one of those, they can be anything.
    """

    above: tuple[tuple[int, ...], ...]
    costs: tuple[int, ...]
    parts: int = 0


class Knowledge:
    """Cases as sets that grow; `orders` has one entry for each variable of the diagrams."""

    def __init__(self, diagrams: Diagrams, orders: Sequence[Order]) -> None:
        self._diagrams, self._orders = diagrams, tuple(orders)
        self._become: dict[tuple[Diagram, frozenset[int]], Diagram] = {}
        self._grown: dict[Diagram, Diagram] = {}
        self._smallest: dict[Diagram, tuple[int, _Path] | None] = {FALSE: None, TRUE: (0, ())}

    def can_become(self, cases: Diagram, fixed: frozenset[int] = frozenset()) -> Diagram:
        """The cases that are in the set, or lead into it as more gets known, but not of the `fixed` variables."""
        diagrams, variable = self._diagrams, self._diagrams.asks(cases)
        if variable == TERMINAL:
            return cases
        key = (cases, fixed)
        if key not in self._become:
            order, children = self._orders[variable], [self.can_become(c, fixed) for c in diagrams.children(cases)]
            parts = range(variable + 1, variable + 1 + order.parts)
            become = [diagrams.exists(child, parts) for child in children]
            reached = (
                [children[value], *(become[other] for other in above if other != value and variable not in fixed)]
                for value, above in enumerate(order.above)
            )
            self._become[key] = diagrams.node(variable, [diagrams.any_of(cases) for cases in reached])
        return self._become[key]

    def grown(self, cases: Diagram) -> Diagram:
        """The cases that are in the set, or that one in it becomes as more gets known."""
        diagrams, variable = self._diagrams, self._diagrams.asks(cases)
        if variable == TERMINAL:
            return cases
        if cases not in self._grown:
            order, children = self._orders[variable], [self.grown(child) for child in diagrams.children(cases)]
            parts = range(variable + 1, variable + 1 + order.parts)
            before = [diagrams.exists(child, parts) for child in children]
            reached = (
                [
                    children[value],
                    *(before[other] for other, above in enumerate(order.above) if value in above and other != value),
                ]
                for value in range(len(children))
            )
            self._grown[cases] = diagrams.node(variable, [diagrams.any_of(cases) for cases in reached])
        return self._grown[cases]

    def smallest(self, cases: Diagram) -> dict[int, int] | None:
        """Give the case of a set that states the fewest facts, the first such in order: variable -> value, if not 0."""
        best = self._best(cases)
        return None if best is None else dict(best[1])

    def count(self, cases: Diagram) -> int:
        """Count the cases of a set; while a variable is 0, those that only say more about it do not count."""
        diagrams, told = self._diagrams, TRUE
        for variable, order in enumerate(self._orders):
            bare = TRUE
            for part in range(variable + order.parts, variable, -1):
                bare = diagrams.both(diagrams.literal(part, [0]), bare)
            told = diagrams.both(told, diagrams.either(diagrams.complement(diagrams.literal(variable, [0])), bare))
        return diagrams.count(diagrams.both(cases, told))

    def _best(self, cases: Diagram) -> tuple[int, _Path] | None:
        if cases not in self._smallest:
            variable, found = self._diagrams.asks(cases), []
            for value, child in enumerate(self._diagrams.children(cases)):
                rest = self._best(child)
                if rest is not None:
                    here = ((variable, value),) if value else ()
                    found.append((rest[0] + self._orders[variable].costs[value], (*here, *rest[1])))
            self._smallest[cases] = min(found, default=None)
        return self._smallest[cases]
