"""The time limits that operators state on their own pages, and how they change.

A limit that changes on a day can be entered as soon as it is announced: the day that starts the clock decides.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Any, Final, NamedTuple

from policy.days import day_in_words
from policy.language.authored import AuthoredError, Shape, check
from policy.sources.reading import entries, place_of

CONFIDENCE_WORDS: Final = {
    "verified": "Read on the operator's own page.",
    "regional": "From the operator's page for one country: in yours it can be another.",
    "old": "Read on an old page: look it up before you rely on it.",
    "law": "It stands in the law.",
    "regulator": "An authority says so.",
    "third-party": "Others say so: look it up before you rely on it.",
}
"""What a page says of how sure the reading of a source is."""


class Limit(NamedTuple):
    """How many units a time limit has, for clocks that start from `first` to `last`; None leaves that end open."""

    limit: int
    first: date | None = None
    last: date | None = None

    @property
    def days(self) -> str:
        """Say for which days it is, such as "until 28 February 2027"; empty, if it is for all."""
        first = f"from {day_in_words(self.first)}" if self.first else ""
        last = f"until {day_in_words(self.last)}" if self.last else ""
        return f"{first} {last}".strip()


class Window(NamedTuple):
    """A time limit read on an operator's own page, counted from `start` in `unit`.

    `limits` follow each other without a gap. The day that starts the clock decides which of them counts.
    """

    id: str
    programme: str
    side: str
    what: str
    limits: tuple[Limit, ...]
    unit: str
    start: str
    page: str
    confidence: str

    def limit_on(self, start: date) -> int:
        """Give the number of units for a clock that starts on this day."""
        return next(limit.limit for limit in self.limits if limit.last is None or start <= limit.last)

    @property
    def lengths(self) -> tuple[tuple[str, str], ...]:
        """Say how long it is, each time with the days for which it is: ("24 hours", "") where it is always the same."""
        unit = self.unit.replace("-", " ")
        return tuple((f"{limit.limit} {unit}", limit.days) for limit in self.limits)

    @property
    def length(self) -> str:
        """Say how long it is in one text, with days where it changes."""
        return " or ".join(f"{length} ({days})" if days else length for length, days in self.lengths)

    def as_data(self) -> list[Any]:
        """Give it as plain JSON data; a limit that never changes is a number."""
        dated = [[limit, first and first.isoformat(), last and last.isoformat()] for limit, first, last in self.limits]
        return [part if part is not self.limits else dated if len(dated) > 1 else dated[0][0] for part in self]


@cache
def windows() -> dict[str, Window]:
    """Read the time limits, by id.

    Raises:
        AuthoredError: the limits of one do not follow each other day by day.
    """
    return {
        entry["id"]: Window(
            entry["id"],
            entry["programme"],
            entry["side"],
            entry["what"],
            _limits(entry),
            entry["unit"],
            entry["from"],
            entry["page"],
            entry["confidence"],
        )
        for entry in entries("window")
    }


def _limits(entry: dict[str, Any]) -> tuple[Limit, ...]:
    """Read one limit, or several with the days for which each of them is."""
    if ("limit" in entry) is ("limits" in entry):
        raise _broken(entry, "it needs either limit or limits. Write limit = 30, or a list as on top of windows.toml.")
    limits = [_limit(entry, part) for part in entry.get("limits", [{"limit": entry.get("limit")}])]
    if not limits:
        raise _broken(entry, "its list of limits is empty. Write limit = 30, or a list as on top of windows.toml.")
    first, last = limits[0].first, limits[-1].last
    if first:
        raise _broken(entry, f"it has no limit before {day_in_words(first)}. Leave out from in its first limit.")
    if last:
        raise _broken(entry, f"it has no limit after {day_in_words(last)}. Leave out until in its last limit.")
    for one, other in pairwise(limits):
        if one.last is None or other.first is None or other.first <= one.last:
            raise _broken(entry, f"its limits {one.limit} and {other.limit} are for the same days. {_NEXT_DAY}")
        if other.first > one.last + _A_DAY:
            left_out = day_in_words(one.last + _A_DAY)
            raise _broken(entry, f"it has no limit for {left_out}. {_NEXT_DAY}")
    return tuple(limits)


def _limit(entry: dict[str, Any], part: Mapping[str, Any]) -> Limit:
    check(part, _LIMIT, _place(entry))
    limit, first, last = part["limit"], part.get("from"), part.get("until")
    if limit < 1:
        raise _broken(entry, f"its limit {limit} is not a number of units. Write a whole number above 0.")
    if first and last and last < first:
        raise _broken(entry, f"its limit {limit} ends before it begins. Exchange from and until.")
    return Limit(limit, first, last)


def _broken(entry: dict[str, Any], what: str) -> AuthoredError:
    return AuthoredError(f"{_place(entry)}: {what}")


def _place(entry: dict[str, Any]) -> str:
    return f"{place_of(entry)}: the time limit cannot be used"


_LIMIT: Final[Shape] = {"limit": int, "from?": date, "until?": date}
_A_DAY: Final = timedelta(days=1)
_NEXT_DAY: Final = "Let each begin on the day after the one before it ends."
