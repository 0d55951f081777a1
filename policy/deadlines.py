"""Time limits: from the day that starts a clock to the last safe day.

Where the source counts in hours and we only know the day, whole days are counted from it: 24 hours from some moment on
Monday end on Tuesday. Business days are Monday to Friday; public holidays are not counted out, so the day shown can
only be too early, never too late.
"""

from datetime import date, timedelta

HOURS_A_DAY = 24
SATURDAY = 5


def last_day(start: date, limit: int, unit: str) -> date:
    """Give the last safe day of a limit that starts on `start`.

    Args:
        start: the day that starts the clock.
        limit: how many units.
        unit: "calendar-days", "business-days" or "hours" (a whole number of days' worth).

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
    raise ValueError(f"A clock cannot count in {unit!r}; use calendar-days, business-days or hours.")


def _business_days_after(start: date, count: int) -> date:
    day = start
    while count:
        day += timedelta(days=1)
        if day.weekday() < SATURDAY:
            count -= 1
    return day
