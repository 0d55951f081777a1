"""HTML in pieces: text, and between it places that a diagram fills with another piece.

A template that is given something undecided asks it to write itself. It then stands for each thing that it can come to,
written by that same template, and leaves a place in the HTML around it.
"""

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Any, Final

from markupsafe import Markup, escape

from makegood.compile.judgements import Judgements
from makegood.diagrams import Diagram
from policy.rendering.environment import Later

type Piece = tuple[str | Diagram, ...]
"""Text, and diagrams whose ends are numbers of pieces."""

_PLACE: Final = re.compile("\ue010([0-9]+)\ue011")


class Pieces:
    """All pieces, each once; the first is empty."""

    def __init__(self, judgements: Judgements) -> None:
        self.judgements = judgements
        self.diagrams = judgements.diagrams
        self.all: list[Piece] = []
        self._numbers: dict[Piece, int] = {}
        self.number("")

    def number(self, html: str) -> int:
        """Keep HTML with places in it, and give its number."""
        texts = _PLACE.split(html)
        piece: Piece = tuple(int(text) if odd else text for at, text in enumerate(texts) if (odd := at % 2) or text)
        if piece not in self._numbers:
            self._numbers[piece] = len(self.all)
            self.all.append(piece)
        return self._numbers[piece]

    def written(self, value: Any, caller: Callable[[Any], Markup]) -> int:
        """Keep what `caller` writes of a value, and give its number."""
        if isinstance(value, Later):
            return self.number(value.written(caller))
        return self.number(caller(value) if value else "")

    def part(self, function: Callable[[], Hashable]) -> "Part":
        """Make a part of a page that is what a function gives; what the function looks at decides."""
        return Part(self, self.diagrams.of(function))

    def group(self, parts: Sequence["Part"]) -> "Group":
        """Make a part that is there where any of its parts is."""
        return Group(self, parts)


class Part(Later):
    """Something that a diagram decides, for a template to write. What is falsy is nothing."""

    def __init__(self, pieces: Pieces, diagram: Diagram) -> None:
        self._pieces, self.diagram = pieces, diagram

    def written(self, caller: Callable[[Any], Markup]) -> Markup:
        """Write each thing that the part can be, and leave a place for it."""
        return _place(self._pieces.diagrams.apply(lambda value: self._pieces.written(value, caller), self.diagram))

    def placed(self, write: Callable[[Any], Markup]) -> Markup:
        """Write each value of the diagram, also one that is nothing, and leave a place for it."""
        return _place(self._pieces.diagrams.apply(lambda value: self._pieces.number(write(value)), self.diagram))

    def __html__(self) -> str:
        return self.written(escape)


class Group(Part):
    """Parts that stand together: a template goes through all of them, and each writes itself."""

    def __init__(self, pieces: Pieces, parts: Sequence[Part]) -> None:
        super().__init__(pieces, pieces.judgements.any(part.diagram for part in parts))
        self._parts = tuple(parts)

    def written(self, caller: Callable[[Any], Markup]) -> Markup:
        """Write what stands around the parts, with a place for each, where there is one."""
        return _place(
            self._pieces.diagrams.apply(lambda is_there: self._around(caller) if is_there else 0, self.diagram)
        )

    def _around(self, caller: Callable[[Any], Markup]) -> int:
        return self._pieces.written(self._parts, caller)

    def __iter__(self) -> Iterator[Part]:
        return iter(self._parts)


class First(Later):
    """Of several things the first whose diagram comes to something.

    They are tried one after the other: each that does not count leads to a piece that is nothing but a place for the
    next. One diagram for all of them would have to remember how each came out.
    """

    def __init__(self, pieces: Pieces, tried: Sequence[tuple[Diagram, Any]]) -> None:
        self._pieces, self._tried = pieces, tuple(tried)

    def written(self, caller: Callable[[Any], Markup]) -> Markup:
        """Write each thing, and leave a place that tries the first."""
        diagrams, number = self._pieces.diagrams, self._pieces.number
        place = Markup("")
        for diagram, value in reversed(self._tried):
            there, otherwise = (
                diagrams.terminal(kept) for kept in (self._pieces.written(value, caller), number(place))
            )
            place = _place(diagrams.ite(diagram, there, otherwise))
        return place


class Once(Later):
    """A part that stands in many places, and is written in each by the same lines of a template: write it once."""

    def __init__(self, part: Later) -> None:
        self._part = part
        self._done: Markup | None = None

    def written(self, caller: Callable[[Any], Markup]) -> Markup:
        """Write it, or give what was written before."""
        if self._done is None:
            self._done = self._part.written(caller)
        return self._done


def _place(diagram: Diagram) -> Markup:
    return Markup("\ue010{}\ue011").format(diagram)
