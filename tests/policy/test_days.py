"""The last safe day of a limit, over month ends, leap days and weekends; never later than the source allows."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy.days import last_day
from policy.sources.windows import windows
from tests.policy.given import ids, kingston

DAYS = st.dates(date(2000, 1, 1), date(2099, 1, 1))
MONDAY, FRIDAY, SATURDAY, SUNDAY = date(2026, 11, 16), date(2026, 11, 20), date(2026, 11, 21), date(2026, 11, 22)


@pytest.mark.parametrize(
    "start, limit, last",
    [
        (date(2026, 11, 20), 1, date(2026, 11, 21)),
        (date(2026, 11, 30), 1, date(2026, 12, 1)),
        (date(2026, 12, 31), 1, date(2027, 1, 1)),
        (date(2028, 2, 28), 1, date(2028, 2, 29)),
        (date(2026, 2, 28), 1, date(2026, 3, 1)),
        (date(2028, 2, 29), 30, date(2028, 3, 30)),
        (date(2026, 1, 31), 30, date(2026, 3, 2)),
        (date(2026, 11, 20), 0, date(2026, 11, 20)),
    ],
)
def test_calendar_days_run_through_weekends_month_ends_and_leap_days(start: date, limit: int, last: date) -> None:
    assert last_day(start, limit, "calendar-days") == last


@pytest.mark.parametrize("hours, last", [(24, date(2026, 11, 21)), (48, date(2026, 11, 22)), (72, date(2026, 11, 23))])
def test_hours_are_counted_in_whole_days_from_the_day_that_we_know(hours: int, last: date) -> None:
    assert last_day(date(2026, 11, 20), hours, "hours") == last


def test_a_part_of_a_day_is_not_given_away() -> None:
    assert last_day(date(2026, 11, 20), 36, "hours") == date(2026, 11, 21)


@pytest.mark.parametrize(
    "start, limit, last",
    [
        (MONDAY, 3, date(2026, 11, 19)),
        (MONDAY, 4, FRIDAY),
        (MONDAY, 5, date(2026, 11, 23)),
        (FRIDAY, 1, date(2026, 11, 23)),
        (FRIDAY, 3, date(2026, 11, 25)),
        (SATURDAY, 1, date(2026, 11, 23)),
        (SUNDAY, 1, date(2026, 11, 23)),
        (SUNDAY, 5, date(2026, 11, 27)),
        (FRIDAY, 21, date(2026, 12, 21)),
        (date(2028, 2, 25), 2, date(2028, 2, 29)),
        (SATURDAY, 0, SATURDAY),
    ],
)
def test_business_days_are_monday_to_friday(start: date, limit: int, last: date) -> None:
    assert last_day(start, limit, "business-days") == last


@given(DAYS, st.integers(1, 60))
def test_a_limit_in_business_days_ends_on_one_and_holds_exactly_that_many(start: date, limit: int) -> None:
    last = last_day(start, limit, "business-days")
    passed = [start + timedelta(days=day) for day in range(1, (last - start).days + 1)]
    assert last.weekday() < 5
    assert sum(day.weekday() < 5 for day in passed) == limit


@given(DAYS, st.integers(0, 60))
def test_business_days_never_end_before_calendar_days(start: date, limit: int) -> None:
    assert last_day(start, limit, "business-days") >= last_day(start, limit, "calendar-days")


@given(DAYS, DAYS, st.integers(0, 60), st.sampled_from(["calendar-days", "business-days", "hours"]))
def test_who_starts_later_never_ends_earlier(one: date, other: date, limit: int, unit: str) -> None:
    earlier, later = sorted((one, other))
    assert last_day(earlier, limit, unit) <= last_day(later, limit, unit)


@pytest.mark.parametrize("unit", ["days", "weeks", ""])
def test_a_unit_that_nobody_can_count_in_is_refused(unit: str) -> None:
    with pytest.raises(ValueError, match="use calendar-days, business-days, hours"):
        last_day(MONDAY, 1, unit)


def test_every_time_limit_of_the_sources_can_be_counted() -> None:
    limits = [(limit.limit, window.unit) for window in windows().values() for limit in window.limits]
    assert all(last_day(MONDAY, limit, unit) > MONDAY for limit, unit in limits)


def test_the_answer_to_a_customer_is_due_24_hours_after_the_message_as_its_source_says() -> None:
    window = windows()["W-KX-01"]
    assert window.length == "24 hours"
    [deadline] = kingston(contacted_on="2026-11-20").deadlines
    assert (deadline.id, deadline.on, deadline.cites) == ("kx-reply-clock", date(2026, 11, 21), ("W-KX-01",))
    assert (deadline.start, deadline.confidence) == (window.start, "verified")


@pytest.mark.parametrize("today", [date(2026, 11, 20), date(2026, 11, 21)])
def test_the_answer_to_a_customer_is_in_time_up_to_its_last_day(today: date) -> None:
    assert "kx-reply-clock-late" not in ids(kingston(today, contacted_on="2026-11-20").all_warnings)


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2027, 11, 22)])
def test_the_answer_to_a_customer_is_late_from_the_day_after(today: date) -> None:
    late = kingston(today, contacted_on="2026-11-20")
    [warning] = [line for line in late.all_warnings if line.id == "kx-reply-clock-late"]
    assert "Answer now" in warning.text
    assert warning.cites == ("W-KX-01",)


def test_without_today_no_clock_has_run_out() -> None:
    assert "kx-reply-clock-late" not in ids(kingston(None, contacted_on="2001-01-01").all_warnings)


def test_a_clock_whose_start_nobody_knows_has_no_day_and_is_never_late() -> None:
    advice = kingston(date(2099, 1, 1))
    assert [deadline.on for deadline in advice.deadlines] == [None]
    assert "kx-reply-clock-late" not in ids(advice.all_warnings)


@pytest.mark.parametrize("reply", ["answered", "offered", "refused", "agreed"])
def test_a_customer_who_was_answered_is_not_owed_that_answer_any_more(reply: str) -> None:
    advice = kingston(date(2099, 1, 1), contacted_on="2026-11-20", reply=reply)
    assert advice.deadlines == ()
    assert "W-KX-01" not in advice.cites


def test_a_customer_who_waits_is_still_owed_that_answer() -> None:
    [deadline] = kingston(date(2026, 11, 21), contacted_on="2026-11-20", reply="waiting").deadlines
    assert (deadline.id, deadline.state, deadline.on) == ("kx-reply-clock", "closing", date(2026, 11, 21))


def test_only_the_step_that_the_clock_limits_carries_its_day() -> None:
    steps = kingston(fulfilment="platform", inspection="pending", problem="damaged", contacted_on="2026-11-20").steps
    assert {step.id: step.by for step in steps} == {
        "kx-acknowledge": date(2026, 11, 21),
        "kx-send-to-order-system": None,
        "kx-wait-for-inspection": None,
    }
