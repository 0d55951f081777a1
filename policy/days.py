"""Days as readers write them, how far away they are, and the last safe day of a time limit.

Where the source counts in hours and we only know the day, whole days are counted from it: 24 hours from some moment on
Monday end on Tuesday. Business days are Monday to Friday; public holidays are not counted out, so the day shown can
only be too early, never too late.
"""

from datetime import date, timedelta
from typing import Final

HOURS_A_DAY: Final = 24
SATURDAY: Final = 5
BUSINESS_DAYS: Final = "business-days"
UNITS: Final = ("calendar-days", BUSINESS_DAYS, "hours")
"""What a time limit can count in."""


def day_in_words(day: date) -> str:
    """Write a day so that nobody can take the month for the day: 3 May 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def days_left(last: date, today: date) -> str:
    """Say how far a last day is away.

    >>> days_left(date(2026, 5, 3), date(2026, 5, 1))
    '2 days left'
    """
    days = (last - today).days
    if days == 0:
        return "today is the last day"
    if days == 1:
        return "tomorrow is the last day"
    if days == -1:
        return "ended yesterday"
    return f"{days} days left" if days > 0 else f"ended {-days} days ago"


def days_until(day: date, today: date) -> str:
    """Say how far a day is away that is still to come.

    >>> days_until(date(2026, 5, 3), date(2026, 5, 1))
    'in 2 days'
    """
    days = (day - today).days
    return ("today", "tomorrow")[days] if days in (0, 1) else f"in {days} days"


def last_day(start: date, limit: int, unit: str) -> date:
    """Give the last safe day of a limit that starts on `start`.

    Args:
        start: the day that starts the clock.
        limit: how many units.
        unit: one of `UNITS`; hours are a whole number of days' worth. Rules and sources are checked for another one
            before anything is counted.

    Raises:
        ValueError: there is no such unit.

    >>> last_day(date(2024, 2, 28), 24, "hours")
    datetime.date(2024, 2, 29)
    >>> last_day(date(2026, 11, 20), 3, "business-days")  # a Friday
    datetime.date(2026, 11, 25)
    """
    match unit:
        case "calendar-days":
            return start + timedelta(days=limit)
        case "hours":
            return start + timedelta(days=limit // HOURS_A_DAY)
        case "business-days":
            return _business_days_after(start, limit)
    raise ValueError(f"A clock cannot count in {unit!r}; use {', '.join(UNITS)}.")


def _business_days_after(start: date, count: int) -> date:
    day = start
    while count:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            count -= 1
    return day


_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
