"""Why a case is refused: each pair of facts that cannot both be true, piece by piece."""

from collections.abc import Iterator
from functools import partial

from markupsafe import Markup

from makegood.compile.answer import PREFIX
from makegood.compile.fragments import Part, Pieces
from policy.cases.case import contradiction
from policy.cases.consistency import CONTRADICTIONS, Contradiction
from policy.facts import side
from policy.rendering.advice import Entry, entry, write_errors


def refusal_html(pieces: Pieces) -> Markup:
    """Write it with the template that writes every summary of errors; nothing where the case is not refused."""
    group = pieces.group(list(_entries(pieces)))
    # Each contradiction is told once for each of its two facts, so there is never one entry alone.
    return group.written(lambda entries: Markup(write_errors(entries=entries, several=True, prefix=PREFIX)))  # noqa: S704  # a template wrote it


def _entries(pieces: Pieces) -> Iterator[Part]:
    for told in CONTRADICTIONS:
        yield from (pieces.part(partial(_entry, pieces, told, place)) for place in (0, 1))


def _entry(pieces: Pieces, told: Contradiction, place: int) -> Entry | None:
    case = pieces.judgements.case
    errors = contradiction(told, case)
    if place >= len(errors):
        return None
    return entry(errors[place], PREFIX, case.given.get(side.name))  # type: ignore[arg-type]
