"""The messages of an answer, cut into pieces: a whole message would have an end for every mix of proof in hand."""

from collections.abc import Callable, Hashable
from functools import partial
from typing import Any, Final

from markupsafe import Markup

from makegood.compile.fragments import Part, Pieces
from makegood.diagrams import Diagram
from policy.cases.case import Case
from policy.language.outcomes import Ask
from policy.messages.filling import Blank, FilledPiece, blanks_of, fill_piece
from policy.messages.templates import Piece, message_templates, pieces_of

_NOTHING: Final = FilledPiece((), frozenset())


class Run(Part):
    """Segments that stand one after the other."""

    def written(self, caller: Callable[[Any], Markup]) -> Markup:
        """Write the segments to which it can come, and leave a place for them."""
        return self.placed(lambda piece: Markup("").join(map(caller, piece.segments)))


class OpenMessage:
    """A message in a case that is not decided yet; a template writes it as it writes a message that is filled.

    Args:
        pieces: those of the whole answer.
        message: its id.
        there: the cases, one at least, in which it is there to send; what it says in others does not matter.
        case: its facts fill the blanks.
        asks: looks at what is fair to ask for.
    """

    def __init__(
        self, pieces: Pieces, message: str, there: Diagram, case: Case, asks: Callable[[], tuple[Ask, ...]]
    ) -> None:
        template, cut = message_templates()[message], pieces_of(message)
        self.id, self.language, self.to, self.cites = message, template.language, template.to, template.cites
        self.there, self._pieces, self._case, self._asks = there, pieces, case, asks
        self.subject_segments, self.body_segments = ([self._run(piece) for piece in part] for part in cut)
        self._runs = (*self.subject_segments, *self.body_segments)
        self._blanks = {fact: self._any(partial(_is_blank, fact)) for fact in template.looks_at}
        self.blanks = pieces.group([self._blank(fact) for fact in template.looks_at])

    def can_be_filled(self, fact: str) -> Diagram:
        """Give the cases in which it is there and has a blank for a fact, or would say more once that is known."""
        if fact not in self._blanks:
            return self._pieces.diagrams.terminal(False)
        more = self._any(partial(_is_optional, fact))
        return self._pieces.diagrams.both(self.there, self._pieces.diagrams.either(self._blanks[fact], more))

    def _run(self, piece: Piece) -> Run:
        diagrams = self._pieces.diagrams

        def filled() -> Hashable:
            if not diagrams.look(self.there):
                return _NOTHING
            return fill_piece(piece, self._case, self._asks() if piece.asks else ())

        return Run(self._pieces, diagrams.simplified(diagrams.of(filled), self.there))

    def _any(self, holds: Callable[[FilledPiece], bool]) -> Diagram:
        """Give the cases in which this holds for any piece."""
        return self._pieces.diagrams.any_of(self._pieces.diagrams.apply(holds, run.diagram) for run in self._runs)

    def _blank(self, fact: str) -> Part:
        """Name a fact that would fill a blank in the list of them."""
        facts = [*self._blanks]
        after = facts[facts.index(fact) + 1 :]
        others = self._pieces.diagrams.any_of(self._blanks[other] for other in after)
        look = self._pieces.diagrams.look

        def named() -> Blank | None:
            return Blank(fact, is_last=not look(others)) if look(self._blanks[fact]) else None

        return self._pieces.part(named)


def _is_blank(fact: str, piece: FilledPiece) -> bool:
    return fact in blanks_of(piece.segments)


def _is_optional(fact: str, piece: FilledPiece) -> bool:
    return fact in piece.optional
