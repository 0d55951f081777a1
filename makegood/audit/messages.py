"""What a message says, as a function of the few facts that its template looks at."""

from functools import cache
from typing import NamedTuple

from makegood.audit.axes import example
from makegood.audit.space import Space
from makegood.diagrams import Diagram
from policy.cases.case import Case
from policy.facts import BY_NAME, FACTS
from policy.language.kinds import Choice, Grams, Items
from policy.language.outcomes import Ask
from policy.messages.filling import Message, Segment, fill
from policy.messages.templates import message_templates


class Wording(NamedTuple):
    """A message as it stands with nothing else known, and as it stands with everything else filled in."""

    bare: Message
    filled: Message


@cache
def facts_in(message: str) -> frozenset[str]:
    """Name the facts that a template looks at; the items of a list that it looks for, as `fact/item`."""
    looks = message_templates()[message].looks_at
    return frozenset(looks).union(f"{fact}/{item}" for fact, look in looks.items() for item in look.items)


def deciding_facts(message: str) -> frozenset[str]:
    """Name the facts, without their items, that can make a message say something else and not just fill a blank."""
    looks = message_templates()[message].looks_at
    return frozenset(name for name in looks if isinstance(BY_NAME[name], Choice | Items | Grams))


def wording(message: str, space: Space) -> Diagram:
    """Make the function that says how a message reads. A space without one of its deciding facts leaves it unknown."""
    names = [name for name in facts_in(message) if name.partition("/")[0] in space.facts]
    others = (fact for fact in FACTS if fact.name not in space.facts and not isinstance(fact, Choice | Items))
    rest = {fact.name: example(fact) for fact in others}

    def written(case: Case) -> Wording:
        return Wording(fill(message, case), fill(message, Case({**rest, **case.given}), (Ask.REFUND,)))

    return space.tabulated(names, written)


def differs(fact: str, before: Wording | None, after: Wording | None) -> bool:
    """Say whether a message says something else once a fact is known, and has not just a blank filled."""
    if before is None or after is None:
        return before is not after
    return any(_around(fact, one) != _around(fact, other) for one, other in zip(before, after, strict=True))


def _around(fact: str, message: Message) -> tuple[list[Segment], ...]:
    """Give what stands in a message around a fact: wherever that is printed, only its place is kept."""
    place = Segment("", fact)
    return tuple(
        [place if segment.fact == fact else segment for segment in segments]
        for segments in (message.subject_segments, message.body_segments)
    )


def is_whole(words: Wording) -> bool:
    """Say whether a message has no blank left once everything is filled in that decides nothing."""
    return not words.filled.missing
