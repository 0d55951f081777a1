"""What a message says, piece by piece, as functions of the few facts that each piece of its template looks at."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from makegood.audit.axes import example
from makegood.audit.space import Space
from makegood.diagrams import Diagram
from policy.cases.case import Case
from policy.facts import BY_NAME, FACTS
from policy.language.kinds import Choice, Items
from policy.language.outcomes import Ask
from policy.messages.filling import Segment, fill_piece
from policy.messages.templates import Look, message_templates, pieces_of


class Wording(NamedTuple):
    """A piece as it stands with nothing else known, and as it stands with everything else filled in."""

    bare: tuple[Segment, ...]
    filled: tuple[Segment, ...]


def _names(looks: Mapping[str, Look]) -> frozenset[str]:
    """Name the facts that are looked at; the items of a list that are looked for, as `fact/item`."""
    return frozenset(looks).union(f"{fact}/{item}" for fact, look in looks.items() for item in look.items)


@cache
def deciding_facts(message: str) -> frozenset[str]:
    """Name the facts, without their items, that can make a message say something else and not just fill a blank.

    What is typed fills blanks, also where a template leaves them out until it is known: the message lists it.
    """
    looks = message_templates()[message].looks_at
    return frozenset(name for name in looks if isinstance(BY_NAME[name], Choice | Items))


def wording(message: str, space: Space) -> tuple[Diagram, ...]:
    """Make the functions that say how each piece reads. A space without one of its facts leaves that unknown."""
    others = (fact for fact in FACTS if fact.name not in space.facts and not isinstance(fact, Choice | Items))
    rest = {fact.name: example(fact) for fact in others}
    found = []
    for piece in (*pieces_of(message).subject, *pieces_of(message).body):

        def written(case: Case, piece=piece) -> Wording:  # type: ignore[no-untyped-def]  # noqa: ANN001
            # A template can print what is typed, or ask whether it is known: one example stands for all.
            typed = {
                name: example(fact) for name in case.given if not isinstance(fact := BY_NAME[name], Choice | Items)
            }
            known = {**case.given, **typed}
            filled = fill_piece(piece, Case({**rest, **known}), (Ask.REFUND,))
            return Wording(fill_piece(piece, Case(known)).segments, filled.segments)

        names = [name for name in _names(piece.looks_at) if name.partition("/")[0] in space.facts]
        found.append(space.tabulated(names, written, printed=True))
    return tuple(found)


def differs(fact: str, before: Wording | None, after: Wording | None) -> bool:
    """Say whether a piece says something else once a fact is known, and has not just a blank filled."""
    if before is None or after is None:
        return before is not after
    return any(_around(fact, one) != _around(fact, other) for one, other in zip(before, after, strict=True))


def _around(fact: str, segments: Iterable[Segment]) -> list[Segment]:
    """Give what stands in a piece around a fact: wherever that is printed, only its place is kept."""
    place = Segment("", fact)
    return [place if segment.fact == fact else segment for segment in segments]


def is_whole(piece: Wording) -> bool:
    """Say whether a piece has no blank left once everything is filled in that decides nothing."""
    return not any(segment.is_blank for segment in piece.filled)
