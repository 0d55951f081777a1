"""Writing a file of compiled answers: what is reached from its parts is numbered as it is met, and then written."""

from collections.abc import Mapping, Sequence
from typing import Any

from makegood.compile.fragments import Piece
from makegood.diagrams import TERMINAL, Diagram, Diagrams

type Written = str | int | list[Any]
"""A piece as `makegood.compile.file` explains it."""


class Writing:
    """The writing of one file of compiled answers.

    `variables` are the places of the variables that it asks, in the order of their new numbers; `nodes` and `pieces`
    are what `makegood.compile.file` says.
    """

    def __init__(self, diagrams: Diagrams, pieces: Sequence[Piece]) -> None:
        self._diagrams, self._all = diagrams, pieces
        self._ends: dict[Diagram, tuple[Diagram, list[int]]] = {}
        self._uses: dict[int, int] = {}
        self._targets: dict[Diagram, int] = {}
        self._shared: dict[int, int] = {}
        self._numbers: dict[int, int] = {}
        self.nodes: list[list[int]] = []
        self.pieces: list[Written] = []

    @property
    def variables(self) -> list[int]:
        """List the places of the variables that are asked."""
        return list(self._numbers)

    def written(self, parts: Mapping[str, Diagram]) -> dict[str, Written]:
        """Write diagrams whose ends are numbers of pieces, and all that they lead to."""
        for diagram in parts.values():
            self._count(diagram)
        return {name: _joined(self._place(diagram)) for name, diagram in parts.items()}

    def _count(self, diagram: Diagram) -> None:
        """Count in how many places each piece stands."""
        for piece in self._leads_to(diagram)[1]:
            self._uses[piece] = self._uses.get(piece, 0) + 1
            if self._uses[piece] == 1:
                for part in self._all[piece]:
                    if not isinstance(part, str):
                        self._count(part)

    def _leads_to(self, diagram: Diagram) -> tuple[Diagram, list[int]]:
        """Give a diagram that ends in 0, 1 and so on, and the pieces that this means."""
        if diagram not in self._ends:
            pieces = [self._diagrams.value(end) for end in self._diagrams.terminals(diagram)]
            self._ends[diagram] = (self._diagrams.apply(pieces.index, diagram), pieces)
        return self._ends[diagram]

    def _place(self, diagram: Diagram) -> list[Any]:
        """Write a place; where there is only one piece for it, that piece's parts."""
        by, pieces = self._leads_to(diagram)
        if len(pieces) > 1:
            return [[self._target(by), *map(self._piece, pieces)]]
        only = self._piece(pieces[0])
        return only if isinstance(only, list) else [only]

    def _piece(self, number: int) -> Written:
        """Write a piece where it stands, or its number where it stands in more than one place."""
        if self._uses[number] == 1 or not self._all[number]:
            return self._body(number)
        if number not in self._shared:
            body = self._body(number)
            self._shared[number] = len(self.pieces)
            self.pieces.append(body)
        return self._shared[number]

    def _body(self, number: int) -> Written:
        parts = self._all[number]
        return _joined([new for part in parts for new in ([part] if isinstance(part, str) else self._place(part))])

    def _target(self, diagram: Diagram) -> int:
        if diagram not in self._targets:
            asks = self._diagrams.asks(diagram)
            if asks == TERMINAL:
                self._targets[diagram] = -1 - self._diagrams.value(diagram)
            else:
                variable = self._numbers.setdefault(asks, len(self._numbers))
                children = [self._target(child) for child in self._diagrams.children(diagram)]
                here = self._targets[diagram] = len(self.nodes)
                self.nodes.append([variable, *_steps([child if child < 0 else here - child for child in children])])
        return self._targets[diagram]


def _steps(steps: Sequence[int]) -> list[int]:
    """Give the step that most values lead to, and then each other value with its step."""
    usual = max(steps, key=steps.count)
    return [usual, *(number for value, step in enumerate(steps) if step != usual for number in (value, step))]


def _joined(parts: list[Any]) -> Written:
    """Join texts that stand side by side."""
    joined: list[Any] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part != "":
            joined.append(part)
    if not joined:
        return ""
    only = joined[0]
    return only if len(joined) == 1 and not isinstance(only, list) else joined
