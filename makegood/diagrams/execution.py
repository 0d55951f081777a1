"""The diagram of a Python function, by symbolic execution: it runs once for each way in which what it looks at can be.

J. C. King, “Symbolic execution and program testing”, Communications of the ACM 19(7), 1976, pages 385–394.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any

from makegood.diagrams.store import FALSE, TERMINAL, TRUE, Diagram, Diagrams


class NotDecidedError(BaseException):
    """Something was looked at that the path so far does not decide; no handler for ordinary errors may catch it."""

    def __init__(self, diagram: Diagram) -> None:
        super().__init__(diagram)
        self.diagram = diagram


type _Kept = tuple[tuple[int, tuple[int, ...]], ...]
"""The values that are left of some variables, in the order of the variables."""


class SymbolicExecution(Diagrams):
    """Diagrams that a function can look at; the function then has a diagram too."""

    def __init__(self, sizes: Sequence[int]) -> None:
        super().__init__(sizes)
        self._path: _Path | None = None
        self._left: dict[_Kept, dict[Diagram, Diagram]] = {}

    def look(self, diagram: Diagram) -> Any:
        """Look at the value of a diagram inside a function that `of` runs; what it is, is decided path by path."""
        left = diagram if self._path is None else self._path.left(diagram)
        if self.asks(left) == TERMINAL:
            return self.value(left)
        if self._path is None or left not in self._path.decided:
            raise NotDecidedError(left)
        return self.value(self._path.decided[left])

    def of(self, function: Callable[[], Hashable]) -> Diagram:
        """Make the diagram of a function that looks at diagrams: call it once for each way in which they can come out.

        The function must be pure; it says what it depends on by looking at it, and nothing else is tried.
        """
        outer = self._path
        try:
            return self._grown(function, _Path(self, {}, (), TRUE))
        finally:
            self._path = outer

    def left(self, kept: _Kept) -> dict[Diagram, Diagram]:
        """Give what is known so far of what is left of diagrams where variables keep to these values."""
        return self._left.setdefault(kept, {})

    def _grown(self, function: Callable[[], Hashable], path: "_Path") -> Diagram:
        self._path = path
        try:
            return self.terminal(function())
        except NotDecidedError as ask:
            by = ask.diagram
        ways = [path.on(by, end) for end in self.terminals(by)]
        branches = [self._grown(function, way) if way else None for way in ways]
        # Where a way is impossible it does not matter what stands there: take what makes the diagram smaller.
        usual = next(diagram for diagram in branches if diagram is not None)
        return self.case(by, [usual if diagram is None else diagram for diagram in branches])


class _Path:
    """One way through the things that a function looks at: how each came out, and what follows from that.

    `decided` holds the terminal of each diagram that was looked at, `kept` the values that are left of a variable where
    one was looked at by itself, and `possible` is the set of cases in which all other terminals come together.
    """

    def __init__(
        self,
        diagrams: SymbolicExecution,
        decided: Mapping[Diagram, Diagram],
        kept: _Kept,
        possible: Diagram,
    ) -> None:
        self._diagrams, self._kept, self._left = diagrams, kept, diagrams.left(kept)
        self.decided = {self.left(by): end for by, end in decided.items()}
        self._possible = self.left(possible)

    def left(self, diagram: Diagram) -> Diagram:
        """Give what is left of a diagram on this path."""
        if diagram not in self._left:
            self._left[diagram] = self._diagrams.restrict(diagram, dict(self._kept))
        return self._left[diagram]

    def on(self, by: Diagram, end: Diagram) -> "_Path | None":
        """Go on where a diagram comes to a terminal; None where it cannot."""
        diagrams, children = self._diagrams, self._diagrams.children(by)
        if all(diagrams.asks(child) == TERMINAL for child in children):
            variable = diagrams.asks(by)
            before = dict(self._kept).get(variable, range(len(children)))
            kept = {**dict(self._kept), variable: tuple(number for number in before if children[number] == end)}
            way = _Path(diagrams, self.decided, tuple(sorted(kept.items())), self._possible)
            return way if way._possible != FALSE else None
        possible = diagrams.case(by, [self._possible if other == end else FALSE for other in diagrams.terminals(by)])
        if possible == FALSE:
            return None
        return _Path(diagrams, {**self.decided, by: end}, self._kept, possible)
