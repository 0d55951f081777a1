"""What a message says, piece by piece, as functions of the few facts that each piece of its template looks at."""

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import NamedTuple

from makegood.audit.axes import example
from makegood.audit.space import Space
from makegood.diagrams import Diagram
from policy.cases.case import Case, FactValue
from policy.facts import BY_NAME, FACTS
from policy.language.kinds import Choice, Fact, Items
from policy.language.outcomes import Ask
from policy.messages.filling import Segment, fill_piece
from policy.messages.templates import Piece, message_templates, pieces_of


class Wording(NamedTuple):
    """A piece as it stands with nothing else known, and as it stands with everything else filled in."""

    bare: tuple[Segment, ...]
    filled: tuple[Segment, ...]


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
        told = [fact for fact in FACTS if fact.name in piece.looks_at and fact.name in space.facts]
        looked_at = {fact.name: piece.looks_at[fact.name].items for fact in told}
        seen = [diagram for fact in told for diagram in _seen(fact, looked_at[fact.name], space)]
        write = partial(_written, piece, looked_at, rest)
        found.append(space.diagrams.apply(write, *seen) if seen else space.diagrams.terminal(write()))
    return tuple(found)


def _seen(fact: Fact, items: Collection[str], space: Space) -> Iterator[Diagram]:
    """Yield what a piece sees of a fact: a value, or whether it is known, and then of each item whether it is held."""
    if isinstance(fact, Choice):
        yield space.value_of(fact.name)
        return
    yield space.known(fact.name)
    for item in items:
        yield space.holding(fact.name, item)


def _written(
    piece: Piece, looked_at: Mapping[str, Collection[str]], rest: Mapping[str, FactValue], *seen: Hashable
) -> Wording:
    """Write a piece for what it sees. A template can print what is typed, or ask for it: one example stands for all."""
    left = iter(seen)
    known: dict[str, FactValue] = {}
    for name, items in looked_at.items():
        first, held = next(left), tuple(item for item in items if next(left) is True)
        match BY_NAME[name]:
            case Choice():
                told: FactValue | None = first if isinstance(first, str) else None
            case Items():
                told = held if first is True else None
            case typed:
                told = example(typed) if first is True else None
        if told is not None:
            known[name] = told
    filled = fill_piece(piece, Case({**rest, **known}), (Ask.REFUND,))
    return Wording(fill_piece(piece, Case(known)).segments, filled.segments)


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
