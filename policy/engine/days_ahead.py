"""The days of an answer that are still to come: each on which a door or a time limit opens, and each on which one ends.

What was done or has run out has none.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from policy.engine.advice import Advice, Deadline
from policy.engine.doors import TO_KEEP, DoorLine
from policy.language.outcomes import DoorState


class DayAhead(NamedTuple):
    """A day to keep in mind.

    `id` stays the same for the same door or time limit, whatever its day. `opens` tells a first day from a last one,
    and `what` says of what. `start` says from what it counts, and `limit` is the id of the time limit, if it is one.
    """

    id: str
    day: date
    opens: bool
    what: str
    start: str
    cites: tuple[str, ...]
    limit: str = ""

    @property
    def says(self) -> str:
        """Say what is on that day."""
        return f"{'First' if self.opens else 'Last'} day: {self.what}"


def days_ahead(advice: Advice, today: date) -> tuple[DayAhead, ...]:
    """List them, the soonest first; today is one of them."""
    found = each_once([*_of_limits(advice.deadlines), *_of_doors(advice.doors)])
    return tuple(sorted((one for one in found if one.day >= today), key=lambda one: one.day))


def each_once(found: Iterable[DayAhead]) -> tuple[DayAhead, ...]:
    """Leave out what a door has by the source of a time limit with the same day: nobody needs two reminders of one."""
    listed = tuple(found)
    said = {(one.day, one.opens, cite) for one in listed if one.limit for cite in one.cites}
    return tuple(one for one in listed if one.limit or not {(one.day, one.opens, cite) for cite in one.cites} & said)


def soonest(ahead: tuple[DayAhead, ...]) -> tuple[DayAhead, ...]:
    """Give what is on the day that comes next."""
    return tuple(one for one in ahead if one.day == ahead[0].day)


def _of_limits(limits: tuple[Deadline, ...]) -> Iterator[DayAhead]:
    for limit in limits:
        about = (limit.what, limit.start, limit.cites, limit.id)
        if limit.opens_on and limit.state == "not-yet":
            yield DayAhead(f"{limit.id}-opens", limit.opens_on, True, *about)
        if limit.on and limit.state not in ("met", "over"):
            yield DayAhead(limit.id, limit.on, False, *about)


def _of_doors(doors: tuple[DoorLine, ...]) -> Iterator[DayAhead]:
    for door in doors:
        if door.state not in TO_KEEP:
            continue
        about = (door.name, door.counts_from, door.cites)
        if door.opens_on and door.state is DoorState.NOT_YET:
            yield DayAhead(f"door-{door.id}-opens", door.opens_on, True, *about)
        if door.closes_on:
            yield DayAhead(f"door-{door.id}", door.closes_on, False, *about)
