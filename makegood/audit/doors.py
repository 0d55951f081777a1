"""No answer sends anybody through a door that is not open to them, nor tells them to do what the facts say was done."""

from collections.abc import Iterator
from itertools import permutations
from typing import Final

from makegood.audit.answers import AllAnswers
from makegood.audit.violations import Violation, unless_empty
from makegood.diagrams import FALSE, Diagram
from policy.facts import SEAT
from policy.language.outcomes import Clock, Door, DoorState, Headline, Outcome, Send, Step, Way
from policy.language.rule import Rule

USED_STATES: Final = (DoorState.IN_USE, DoorState.WON, DoorState.LOST)
LEADS_ON: Final = (DoorState.OPEN, DoorState.CLOSING, DoorState.NOT_YET, DoorState.NOT_KNOWN)
"""A door that can still be used, now or later, as far as the facts tell."""


def nothing_is_sent_through_a_door_too_early(answers: AllAnswers) -> Iterator[Violation]:
    """No headline, step or message goes through a door before its first day."""
    yield from _through(answers, "too-early", (DoorState.NOT_YET,), "is not open yet")


def nothing_is_sent_through_a_door_too_late(answers: AllAnswers) -> Iterator[Violation]:
    """No headline, step or message goes through a door after its last day, or after it was closed."""
    yield from _through(answers, "too-late", (DoorState.CLOSED,), "is closed")


def nothing_is_done_twice(answers: AllAnswers) -> Iterator[Violation]:
    """No headline, step or message that opens a door shows once the facts say that it was gone through.

    What shows only while a door is in use does not open it: it says what to do in the case that runs.
    """
    for rule, way in _lines(answers):
        opens = answers.diagrams.both(answers.takes_part(rule), answers.state_in(way, *LEADS_ON))
        if opens != FALSE:
            again = answers.diagrams.both(answers.takes_part(rule), answers.state_in(way, *USED_STATES))
            message = f"{rule.id} goes through the door {way}, which was used already."
            yield from unless_empty(answers, again, "done", (rule.id,), message)


def nobody_is_sent_where_there_is_no_door(answers: AllAnswers) -> Iterator[Violation]:
    """No headline, step or message goes through a door that does not exist in the case, or that is not the reader's."""
    states = (DoorState.NONE, DoorState.NOT_FOR_YOU)
    yield from _through(answers, "no-door", states, "is not there for this reader")
    for rule, way in _lines(answers):
        there = answers.state_in(way, *DoorState)
        lost = answers.diagrams.without(answers.takes_part(rule), there)
        message = f"{rule.id} goes through the door {way}, but the answer has no such door."
        yield from unless_empty(answers, lost, "no-door", (rule.id,), message)


def what_was_done_in_time_is_met(answers: AllAnswers) -> Iterator[Violation]:
    """The time limit of a door is met once that door was used: it never says that it is late."""
    for rule in answers.of(Clock):
        if isinstance(clock := rule.gives, Clock):
            ways = {
                d.way for other in answers.of(Door) if isinstance(d := other.gives, Door) and d.period == clock.period
            }
            for way in sorted(ways):
                used = answers.diagrams.both(answers.takes_part(rule), _used(answers, way, clock.period))
                missed = answers.diagrams.without(used, answers.space.true(clock.met))
                message = f"{rule.id} still runs, or is late, although the door {way} was used."
                yield from unless_empty(answers, missed, "done", (rule.id,), message)


def doors_know_each_other(answers: AllAnswers) -> Iterator[Violation]:
    """No answer goes through a door that another shuts, or through two of which one shuts the other.

    That both doors say so is no matter of their words: `policy.engine.doors` adds it to each.
    """
    yield from _through(answers, "doors", (DoorState.SHUT,), "is shut by another one")
    for one, other in permutations(answers.ways, 2):
        shutting = _shutting(answers, one, other)
        for a, b in ((a, b) for a in _through_way(answers, one) for b in _through_way(answers, other)):
            both = answers.diagrams.both(answers.takes_part(a), answers.takes_part(b))
            message = f"{a.id} and {b.id} go through two doors, of which {one} shuts {other}."
            yield from unless_empty(answers, answers.diagrams.both(both, shutting), "doors", (a.id, b.id), message)


def every_seat_has_a_door(answers: AllAnswers) -> Iterator[Violation]:
    """Where side, programme and problem are known, the answer shows at least one way to the thing or the money."""
    cases = answers.space.valid
    for fact in SEAT:
        cases = answers.diagrams.both(cases, answers.space.known(fact))
    doors = answers.diagrams.any_of(answers.takes_part(rule) for rule in answers.of(Door))
    message = "The answer to this case has no door at all."
    yield from unless_empty(answers, answers.diagrams.without(cases, doors), "no-door", (), message)


def way_of(gives: Outcome) -> Way | None:
    """Name the door that a line goes through, if it does."""
    return gives.through if isinstance(gives, Headline | Step | Send) else None


def _lines(answers: AllAnswers) -> Iterator[tuple[Rule, Way]]:
    for rule in answers.rules:
        if way := way_of(rule.gives):
            yield rule, way


def _through_way(answers: AllAnswers, way: Way) -> Iterator[Rule]:
    return (rule for rule, its in _lines(answers) if its == way)


def _through(answers: AllAnswers, name: str, states: tuple[DoorState, ...], how: str) -> Iterator[Violation]:
    for rule, way in _lines(answers):
        wrong = answers.diagrams.both(answers.takes_part(rule), answers.state_in(way, *states))
        message = f"{rule.id} goes through the door {way}, which {how}."
        yield from unless_empty(answers, wrong, name, (rule.id,), message)


def _used(answers: AllAnswers, way: Way, period: str) -> Diagram:
    """The cases in which a door with the days of this period was used."""
    doors = (
        rule for rule in answers.of(Door) if isinstance(d := rule.gives, Door) and (d.way, d.period) == (way, period)
    )
    usable, used = answers.state_in(way, *LEADS_ON), FALSE
    for here in map(answers.takes_part, doors):
        # A door that is only there while it is in use has a time limit for what comes next.
        if answers.diagrams.both(here, usable) != FALSE:
            used = answers.diagrams.either(used, answers.diagrams.both(here, answers.state_in(way, *USED_STATES)))
    return used


def _shutting(answers: AllAnswers, one: Way, other: Way) -> Diagram:
    """The cases in which the door of one way can be used, and would shut that of the other."""
    doors = (
        rule for rule in answers.of(Door) if isinstance(d := rule.gives, Door) and d.way == one and other in d.shuts
    )
    shutting = answers.diagrams.any_of(map(answers.takes_part, doors))
    return answers.diagrams.both(shutting, answers.state_in(one, *LEADS_ON))
