"""The days of an answer as a calendar file (RFC 5545), for the reader's own calendar.

Each day on which a door or a time limit opens or ends is one all-day event; what was done or is over has none. Its UID
is made of what stays the same about the case, and of the door or the rule, so a file that is made later updates the
events of an earlier one instead of adding others. Its SEQUENCE and DTSTAMP come from the day on which the answer was
given: nothing here looks at a clock.
"""

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from policy.cases.case import Case
from policy.days import day_in_words
from policy.engine.advice import Advice
from policy.engine.days_ahead import DayAhead, days_ahead

_LONGEST_LINE: Final = 75
"""Bytes in a line, without its end (RFC 5545, 3.1)."""

_FIRST_DAY: Final = date(2000, 1, 1)
"""SEQUENCE counts days from here."""

_REMINDER: Final = "-PT15H"
"""Nine in the morning on the day before."""

_ON_THE_DAY: Final = "PT9H"
"""Nine in the morning on the day itself: before it nothing can be done."""

_SAME_CASE: Final = ("side", "programme", "order_number")
"""The facts that tell one case from another; they are not changed by what happens later."""


def calendar_text(advice: Advice, case: Case, today: date) -> str:
    """Write the days of an answer that are still to come as a calendar file; without any the calendar is empty.

    Args:
        advice: the answer.
        case: what it answers; it tells the order's number and makes the ids.
        today: the day on which it was given.
    """
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Makegood//Makegood//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        *(line for ahead in days_ahead(advice, today) for line in _event(ahead, advice, case, today)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def uid(about: str, case: Case) -> str:
    """Give an event's id: the same for the same order and day, whatever else is told later; it reveals neither.

    Args:
        about: the id of what the day is about, as `policy.engine.days_ahead` has it.
        case: the case.
    """
    same = [str(case.known.get(fact, "")) for fact in _SAME_CASE]
    return hashlib.sha256("\n".join([about, *same]).encode()).hexdigest()[:32] + "@makegood"


def _event(ahead: DayAhead, advice: Advice, case: Case, today: date) -> Iterator[str]:
    stamp = f"{today:%Y%m%d}T000000Z"
    yield "BEGIN:VEVENT"
    yield f"UID:{uid(ahead.id, case)}"
    yield f"DTSTAMP:{stamp}"
    yield f"LAST-MODIFIED:{stamp}"
    yield f"SEQUENCE:{(today - _FIRST_DAY).days}"
    yield f"DTSTART;VALUE=DATE:{ahead.day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{ahead.day + timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(ahead.says)}"
    yield f"DESCRIPTION:{_escaped(_description(ahead, advice, case, today))}"
    yield "TRANSP:TRANSPARENT"
    yield "CLASS:PRIVATE"
    yield "BEGIN:VALARM"
    yield "ACTION:DISPLAY"
    yield f"TRIGGER:{_ON_THE_DAY if ahead.opens else _REMINDER}"
    yield f"DESCRIPTION:{_escaped(ahead.says)}"
    yield "END:VALARM"
    yield "END:VEVENT"


def _description(ahead: DayAhead, advice: Advice, case: Case, today: date) -> str:
    order = case.given.get("order_number")
    steps = [f"- {step.text}" for step in advice.steps if ahead.limit and step.deadline == ahead.limit]
    parts = [
        *([f"Order {order}."] if order else []),
        f"Counted from {ahead.start}. Sources: {', '.join(ahead.cites)}.",
        *([f"{'From then on' if ahead.opens else 'By then'}:", *steps] if steps else []),
        f"As Makegood answered on {day_in_words(today)}, policy {advice.policy.version}.",
    ]
    return "\n".join(parts)


def _escaped(text: str) -> str:
    for special in ("\\", ";", ","):
        text = text.replace(special, f"\\{special}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> str:
    """Break a line where it has 75 bytes, never inside a character; what follows a break starts with a blank."""
    parts, size = [""], 0
    for character in line:
        length = len(character.encode())
        if size + length > _LONGEST_LINE:
            parts.append(" ")
            size = 1
        parts[-1] += character
        size += length
    return "\r\n".join(parts)
