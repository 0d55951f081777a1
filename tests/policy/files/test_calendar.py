"""The calendar file: read back by a calendar library, it holds the last days; a later file updates an earlier one."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from makegood.whole_cases import CaseFile, case_files
from policy import answer
from policy.engine.advice import Advice
from policy.files.calendar import calendar_text, uid
from policy.language.outcomes import DoorState
from tests.policy.given import TODAY, case

FACTS: dict[str, Any] = {
    "side": "seller",
    "programme": "kingston-express",
    "problem": "damaged",
    "fulfilment": "platform",
    "inspection": "pending",
    "contacted_on": "2026-11-20",
}


def written(today: date = TODAY, /, **facts: Any) -> str:
    made = case(**facts)
    return calendar_text(answer(made, today), made, today)


def read(text: str) -> list[Event]:
    return [part for part in Calendar.from_ical(text).walk() if isinstance(part, Event)]


def by_uid(text: str) -> dict[str, Event]:
    return {str(event["UID"]): event for event in read(text)}


def _with_clocks() -> Iterator[CaseFile]:
    for found in case_files():
        if any(day >= found.on for _, day in _expected(answer(case(**found.facts), found.on))):
            yield found


def _expected(advice: Advice) -> Iterator[tuple[str, date]]:
    """What a reader has to keep in mind: first and last days, but not of what was done, used or is over.

    A day is there once, although a time limit and the door that it belongs to both have it, by the same source.
    """
    said = set()
    for clock in advice.deadlines:
        if clock.state in ("not-yet", "open", "closing") and clock.on:
            said |= {("Last", clock.on, cite) for cite in clock.cites}
            yield f"Last day: {clock.what}", clock.on
        if clock.state == "not-yet" and clock.opens_on:
            said |= {("First", clock.opens_on, cite) for cite in clock.cites}
            yield f"First day: {clock.what}", clock.opens_on
    for door in advice.doors:
        days = [("Last", door.closes_on)] if door.state in ("not-yet", "open", "closing") else []
        days += [("First", door.opens_on)] if door.state == "not-yet" else []
        for which, day in days:
            if day and not {(which, day, cite) for cite in door.cites} & said:
                yield f"{which} day: {door.name}", day


@pytest.mark.parametrize("case_file", list(_with_clocks()), ids=lambda found: found.name)
def test_each_day_that_is_still_to_come_is_one_all_day_event(case_file: CaseFile) -> None:
    made = case(**case_file.facts)
    advice = answer(made, case_file.on)
    expected = [(words, day) for words, day in _expected(advice) if day >= case_file.on]
    events = read(calendar_text(advice, made, case_file.on))
    assert sorted((str(event["SUMMARY"]), event.decoded("DTSTART")) for event in events) == sorted(expected)
    for event in events:
        assert type(event.decoded("DTSTART")) is date
        assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(days=1)
        (alarm,) = event.walk("VALARM")
        assert (alarm.decoded("TRIGGER") < timedelta(0)) is str(event["SUMMARY"]).startswith("Last day: ")


def test_a_last_day_is_in_the_calendar_on_that_day_and_gone_on_the_next() -> None:
    last = date(2026, 11, 21)
    assert [event.decoded("DTSTART") for event in read(written(last, **FACTS))] == [last]
    assert read(written(last + timedelta(days=1), **FACTS)) == []


def test_a_second_file_updates_the_events_of_the_first() -> None:
    first = by_uid(written(TODAY, **FACTS))
    second = by_uid(written(TODAY, **{**FACTS, "contacted_on": "2026-11-21", "evidence": [], "item_name": "Cup"}))
    assert first.keys() == second.keys()
    later = by_uid(written(TODAY + timedelta(days=1), **{**FACTS, "contacted_on": "2026-11-21"}))
    for name, event in later.items():
        assert event.decoded("SEQUENCE") > first[name].decoded("SEQUENCE")
        assert event.decoded("DTSTAMP") > first[name].decoded("DTSTAMP")
        assert event.decoded("DTSTART") > first[name].decoded("DTSTART")


def test_a_door_has_an_event_for_its_first_and_one_for_its_last_day_and_keeps_their_ids() -> None:
    early = {"side": "buyer", "programme": "ebay", "problem": "not-received", "estimated_delivery_on": "2026-12-02"}
    told = by_uid(written(TODAY, **early))
    days = {str(event["SUMMARY"]): event.decoded("DTSTART") for event in told.values()}
    [door] = [name.removeprefix("First day: ") for name in days if name.startswith("First day: ") and "eBay" in name][
        :1
    ]
    assert days[f"First day: {door}"] == date(2026, 12, 3)
    assert days[f"Last day: {door}"] == date(2027, 1, 1)
    later = by_uid(written(TODAY + timedelta(days=1), **{**early, "estimated_delivery_on": "2026-12-03"}))
    assert told.keys() == later.keys()


@pytest.mark.parametrize("state", ["met", "over"])
def test_a_limit_that_was_kept_or_is_over_is_in_no_calendar(state: str) -> None:
    made = case(**FACTS)
    [clock] = answer(made, TODAY).deadlines
    ended = replace(answer(made, TODAY), deadlines=(replace(clock, state=state),))
    assert read(calendar_text(ended, made, TODAY)) == []


@pytest.mark.parametrize("state", [state for state in DoorState if state not in ("not-yet", "open", "closing")])
def test_a_door_that_was_used_shut_or_is_not_ours_is_in_no_calendar(state: DoorState) -> None:
    made = case(side="buyer", programme="ebay", problem="not-received", estimated_delivery_on="2026-12-02")
    given = answer(made, TODAY)
    ended = replace(given, deadlines=(), doors=tuple(replace(door, state=state) for door in given.doors))
    assert given.doors
    assert read(calendar_text(ended, made, TODAY)) == []


def test_two_orders_have_events_of_their_own() -> None:
    one, two = (written(**FACTS, order_number=number) for number in ("KX-1", "KX-2"))
    assert not by_uid(one).keys() & by_uid(two).keys()


def test_an_id_does_not_tell_the_order() -> None:
    assert "KX-123456" not in uid("kx-reply-clock", case(**FACTS, order_number="KX-123456"))


def test_the_same_case_and_day_make_the_same_bytes() -> None:
    assert written(**FACTS) == written(**FACTS)


def test_without_a_known_last_day_the_calendar_is_empty() -> None:
    assert read(written(side="buyer")) == []


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=200))
def test_any_text_comes_through_whole_and_no_line_is_longer_than_75_bytes(number: str) -> None:
    text = written(**FACTS, order_number=number)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    (event,) = read(text)
    told = number.strip() not in ("", "unknown")  # the contract's words for a fact that is left out
    order = f"Order {number.strip()}.\n" if told else ""
    assert str(event["DESCRIPTION"]).startswith(f"{order}Counted from the customer's message")


def test_text_that_looks_like_another_property_stays_text() -> None:
    (event,) = read(written(**FACTS, order_number="1;X=2,3\\nATTENDEE:mailto:a@example.org"))
    assert "ATTENDEE" not in event
    assert str(event["DESCRIPTION"]).startswith("Order 1;X=2,3\\nATTENDEE:mailto:a@example.org.")


def test_a_step_stands_only_with_the_limit_that_it_is_about() -> None:
    """Answering the customer and anything else on that day are two things."""
    made = case(**FACTS)
    given = answer(made, TODAY)
    [clock] = given.deadlines
    about = [step.text for step in given.steps if step.deadline == clock.id]
    assert about
    other = replace(clock, id="another", what="Something else")
    told = {
        str(event["SUMMARY"]): str(event["DESCRIPTION"])
        for event in read(calendar_text(replace(given, deadlines=(clock, other)), made, TODAY))
    }
    assert all(f"- {text}" in told[f"Last day: {clock.what}"] for text in about)
    assert "- " not in told["Last day: Something else"]
