"""When a clock of a rule ends: by the time limit of its source, or by the one that stands in the rule itself."""

from datetime import date

from policy.days import last_day
from policy.language.outcomes import Clock
from policy.sources.windows import windows


def end_of(clock: Clock, start: date) -> date:
    """Give the last safe day of a clock that starts on `start`; where its limit changes, that day says which counts."""
    window = windows().get(clock.window)
    if window:
        return last_day(start, window.limit_on(start), window.unit)
    return last_day(start, clock.limit, clock.unit)
