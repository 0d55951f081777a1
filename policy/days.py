"""Days as readers write them, and how far away they are."""

from datetime import date
from typing import Final


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


_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
