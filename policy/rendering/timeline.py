"""The picture of the doors: from the order to the last day that counts, one bar a door, today marked.

It says nothing that the list below it does not say in words: whoever cannot see it misses nothing. Places are per cent
of the picture's width, so that it fits a phone and a sheet of paper without growing its letters.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from policy.cases.case import Case
from policy.engine.advice import Advice
from policy.engine.days_ahead import days_ahead
from policy.engine.doors import DoorLine
from policy.facts import (
    FACTS,
    agreed_on,
    carrier_claim_opened_on,
    contacted_on,
    payment_case_closed_on,
    payment_case_opened_on,
    platform_case_closed_on,
    platform_case_opened_on,
)
from policy.language.kinds import Day
from policy.language.outcomes import DoorState, Way

LONGEST: Final = timedelta(days=400)
"""How far the picture reaches to either side of today: beyond it, days of years would leave no room for this week's."""

USED_ON: Final[Mapping[str, tuple[Day, Day | None]]] = {
    Way.TALK: (contacted_on, agreed_on),
    Way.PLATFORM: (platform_case_opened_on, platform_case_closed_on),
    Way.PAYMENT: (payment_case_opened_on, payment_case_closed_on),
    Way.CARRIER: (carrier_claim_opened_on, None),
    Way.INSURANCE: (carrier_claim_opened_on, None),
}
"""The days from which and until which a door was used."""

_USED: Final = (DoorState.IN_USE, DoorState.WON, DoorState.LOST)
_LONGEST_LINE: Final = 28
"""Letters that stand beside each other on 320 pixels."""

_HEAD, _ROW, _LINE = 3.3, 4.1, 1.2
"""Heights in em: what stands above the bars, a bar with its name and its words, and one more line of a name."""

_SHORTEST: Final = 1.5
"""Per cent: a bar of one day has to be seen."""


class Bar(NamedTuple):
    """A door's bar.

    `x` and `width` are per cent; `starts` and `ends` say whether its own first and last day are there. `name` is the
    door's name in lines that fit a phone, as letters in a picture do not break by themselves.
    """

    door: DoorLine
    name: tuple[str, ...]
    x: float
    width: float
    starts: bool
    ends: bool

    @property
    def right(self) -> float:
        """Where it ends, in per cent."""
        return round(self.x + self.width, 2)


class Timeline(NamedTuple):
    """The picture: its first and last day, where today and the first days of months are, and the bars."""

    first: date
    last: date
    today: float
    months: tuple[float, ...]
    bars: tuple[Bar, ...]

    @property
    def tops(self) -> tuple[float, ...]:
        """How far below the top each bar's row begins, and where the last one ends, in em."""
        tops = [_HEAD]
        for bar in self.bars:
            tops.append(round(tops[-1] + _ROW + _LINE * (len(bar.name) - 1), 2))
        return tuple(tops)


def timeline(advice: Advice, case: Case, today: date | None) -> Timeline | None:
    """Draw the doors of an answer; None where no day of a door is known, so that there is nothing to draw.

    Args:
        advice: the answer.
        case: what it answers; its first known day begins the picture.
        today: the day of the answer.
    """
    spans = [(door, *_span(door, case)) for door in advice.doors if door.state not in (DoorState.NONE, DoorState.SHUT)]
    spans = [(door, start, end) for door, start, end in spans if start or end]
    if today is None or not spans:
        return None
    told = [day for fact in FACTS if isinstance(fact, Day) and (day := case.day(fact.name))]
    ends = [*(day for _, *days in spans for day in days if day), *(ahead.day for ahead in days_ahead(advice, today))]
    first = min((day for day in (*told, *ends) if day >= today - LONGEST), default=today)
    last = max((day for day in ends if day <= today + LONGEST), default=today)
    first, last = min(first, today), max(last, today)
    if first == last:
        return None
    bars = tuple(bar for door, start, end in spans if (bar := _bar(door, (start, end), (first, last), today)))
    return Timeline(first, last, _at(today, first, last), tuple(_months(first, last)), bars) if bars else None


def _span(door: DoorLine, case: Case) -> tuple[date | None, date | None]:
    """Give the first and the last day of a bar: those on which the door was used, or else its own."""
    opened, ended = (case.day(fact.name) if fact else None for fact in USED_ON.get(door.id, (None, None)))
    if door.state in _USED or (door.state is DoorState.CLOSED and opened):
        return opened, ended
    return door.opens_on, door.closes_on


def _bar(door: DoorLine, span: tuple[date | None, date | None], whole: tuple[date, date], today: date) -> Bar | None:
    """Make a bar; what is used still reaches to today, and what has no first day begins with the picture."""
    (start, end), (first, last) = span, whole
    until = end or (today if door.state in _USED else last)
    begins, stops = max(start or first, first), min(until, last)
    if stops < first or begins > last or stops < begins:
        return None
    x, right = _at(begins, first, last), _at(stops, first, last)
    width = round(max(right - x, _SHORTEST), 2)
    starts, ends = start is not None and start >= first, end is not None and end <= last
    return Bar(door, _lines(door.name), round(min(x, 100 - width), 2), width, starts, ends)


def _lines(name: str) -> tuple[str, ...]:
    """Break a name into lines."""
    lines = [""]
    for word in name.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) <= _LONGEST_LINE or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return tuple(lines)


def _at(day: date, first: date, last: date) -> float:
    return round(100 * (day - first).days / (last - first).days, 2)


def _months(first: date, last: date) -> Iterator[float]:
    """Give the places of the first days of months."""
    month = first.replace(day=1)
    while month <= last:
        if month > first:
            yield _at(month, first, last)
        month = (month + timedelta(days=31)).replace(day=1)
