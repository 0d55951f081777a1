"""The picture of the doors: what it draws, what it leaves out, and that the list beside it says all of it in words."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from policy import answer
from policy.engine.advice import Advice
from policy.engine.days_ahead import DayAhead, each_once, soonest
from policy.engine.doors import DoorLine
from policy.language.outcomes import DoorState, Way
from policy.rendering.advice import advice_html, advice_text
from policy.rendering.timeline import LONGEST, Timeline, timeline
from tests.policy.given import case

TODAY = date(2026, 11, 27)


def door(way: Way = Way.PLATFORM, state: DoorState = DoorState.OPEN, **more: Any) -> DoorLine:
    given: dict[str, Any] = {
        "name": "The marketplace's case", "who": "buyer", "opens_on": None, "closes_on": None, "why": "It decides.",
        "needs": (), "shuts": (), "cites": ("SR-51",), "confidence": "verified", "counts_from": "the payment", **more,
    }  # fmt: skip
    return DoorLine(way, state=state, **given)


def answered(*doors: DoorLine, **facts: Any) -> Advice:
    made = case(**{"side": "buyer", **facts})
    return replace(answer(made, TODAY), doors=doors, deadlines=())


def drawn(*doors: DoorLine, **facts: Any) -> Timeline | None:
    return timeline(answered(*doors, **facts), case(**{"side": "buyer", **facts}), TODAY)


def html(*doors: DoorLine, form: bool = True, **facts: Any) -> str:
    made = case(**{"side": "buyer", **facts})
    written = advice_html(answered(*doors, **facts), made, today=TODAY, form=form)
    following = written.find("mg-section--next")
    comes_next = written[following : written.index("mg-section--steps")] if following > 0 else ""
    return comes_next + written[written.index("mg-section--doors") : written.index("mg-section--evidence")]


def test_it_goes_from_the_order_to_the_last_day_of_a_door_with_today_between_them() -> None:
    line = drawn(door(closes_on=date(2026, 12, 7)), ordered_on="2026-11-07", paid_on="2026-11-08")
    assert line
    assert (line.first, line.last) == (date(2026, 11, 7), date(2026, 12, 7))
    assert line.today == pytest.approx(66.67)


def test_a_bar_lies_between_the_first_and_the_last_day_of_its_door() -> None:
    line = drawn(door(opens_on=date(2026, 11, 17), closes_on=date(2026, 12, 7)), ordered_on="2026-11-07")
    assert line
    [bar] = line.bars
    assert bar.x == pytest.approx(33.33)
    assert bar.right == 100
    assert bar.starts
    assert bar.ends


def test_a_bar_without_a_first_day_begins_with_the_picture_and_has_no_edge_there() -> None:
    line = drawn(door(closes_on=date(2026, 12, 7)), ordered_on="2026-11-07")
    assert line
    [bar] = line.bars
    assert (bar.x, bar.starts, bar.ends) == (0, False, True)


def test_a_door_in_use_lies_where_it_was_used_and_reaches_to_today() -> None:
    used = door(state=DoorState.IN_USE, closes_on=date(2026, 12, 30))
    line = drawn(
        used, door(Way.PAYMENT, closes_on=date(2026, 12, 7)), ordered_on="2026-11-07", platform_case="open",
        platform_case_opened_on="2026-11-17",
    )  # fmt: skip
    assert line
    assert line.bars[0].x == pytest.approx(33.33)
    assert line.bars[0].right == pytest.approx(line.today)
    assert line.last == date(2026, 12, 7), "the last day of what was used in time counts no more"


def test_a_day_within_400_days_is_on_the_picture_and_one_later_runs_out_of_it() -> None:
    near, far = TODAY + LONGEST, TODAY + LONGEST + timedelta(days=1)
    [shown] = [drawn(door(closes_on=near), ordered_on="2026-11-07")]
    assert shown
    assert (shown.last, shown.bars[0].ends) == (near, True)
    beyond = drawn(door(closes_on=far), door(Way.LAW, closes_on=date(2026, 12, 7)), ordered_on="2026-11-07")
    assert beyond
    assert (beyond.last, beyond.bars[0].ends, beyond.bars[0].right) == (date(2026, 12, 7), False, 100)


def test_without_a_day_there_is_no_picture_and_the_list_says_everything() -> None:
    assert drawn(door()) is None
    assert drawn() is None
    assert "<svg" not in html(door())
    assert "The marketplace&#39;s case" in html(door())


def test_what_does_not_exist_or_was_shut_has_no_bar() -> None:
    days: dict[str, Any] = {"opens_on": date(2026, 11, 17), "closes_on": date(2026, 12, 7)}
    line = drawn(door(**days), door(Way.LAW, DoorState.NONE, **days), door(Way.PAYMENT, DoorState.SHUT, **days))
    assert line
    assert [bar.door.id for bar in line.bars] == ["platform"]


def test_one_day_long_is_still_to_be_seen() -> None:
    line = drawn(door(opens_on=TODAY, closes_on=TODAY), door(Way.LAW, closes_on=TODAY + timedelta(days=390)))
    assert line
    assert line.bars[0].width > 1


def test_a_long_name_is_broken_for_a_phone_and_moves_down_what_follows() -> None:
    day: dict[str, Any] = {"closes_on": date(2026, 12, 7)}
    line = drawn(
        door(name="Chargeback by the bank: nothing came", **day), door(Way.LAW, **day), ordered_on="2026-11-07"
    )
    assert line
    assert line.bars[0].name == ("Chargeback by the bank:", "nothing came")
    first, second, end = line.tops
    assert second - first > end - second


def test_the_picture_is_hidden_from_a_screen_reader_and_the_list_says_the_same() -> None:
    written = html(
        door(state=DoorState.CLOSING, closes_on=date(2026, 12, 2), needs=("order-number",), shuts=(Way.PAYMENT,))
    )
    picture, listed = written[: written.index("</svg>\n<ul")], written[written.index("<ul") :]
    assert 'aria-hidden="true"' in picture
    for words in ("Closes soon", "2 December 2026", "The marketplace&#39;s case"):
        assert words in picture
        assert words in listed
    for words in (
        "5 days left",
        "It decides.",
        "the order number",
        "shuts the case where it was paid",
    ):
        assert words in listed


def test_whose_a_way_is_stands_only_where_it_is_not_the_readers() -> None:
    assert "the buyer" not in html(door(state=DoorState.OPEN))
    assert "Only the buyer can use this way." in html(door(state=DoorState.NOT_FOR_YOU))


def test_the_day_that_comes_next_is_the_soonest_opening_or_last_day() -> None:
    soon = door(state=DoorState.NOT_YET, opens_on=date(2026, 12, 3), closes_on=date(2027, 3, 1))
    assert "in 6 days" in html(soon)
    assert "First day: The marketplace&#39;s case." in html(soon)
    sooner = door(Way.LAW, DoorState.CLOSING, name="The law", closes_on=date(2026, 11, 28))
    assert ", tomorrow:" in html(soon, sooner)
    assert "Last day: The law." in html(soon, sooner)


def test_a_day_that_a_time_limit_names_is_not_named_again_by_its_door() -> None:
    limit = DayAhead("a-clock", date(2026, 12, 3), False, "Open a case", "the payment", ("W-PP-01",), "a-clock")
    same = DayAhead("door-payment", limit.day, False, "A case with PayPal", "the payment", ("W-PP-01", "PM-38"))
    assert each_once((limit, same)) == (limit,)
    for other in (
        same._replace(opens=True),
        same._replace(cites=("LW-20",)),
        same._replace(day=date(2026, 12, 4)),
    ):
        assert each_once((limit, other)) == (limit, other)


def test_what_comes_next_is_all_that_is_on_the_first_day() -> None:
    limit = DayAhead("a-clock", date(2026, 12, 3), False, "Open a case", "the payment", ("W-PP-01",), "a-clock")
    assert soonest((limit, limit._replace(id="b-clock"))) == (limit, limit._replace(id="b-clock"))
    assert soonest((limit, limit._replace(day=date(2026, 12, 4)))) == (limit,)
    assert soonest(()) == ()


def test_a_day_that_only_others_tell_says_so() -> None:
    told = door(closes_on=date(2026, 12, 30), confidence="third-party")
    assert "Others say so: look it up before you rely on it." in html(told)
    assert "Others say so" not in html(door(closes_on=date(2026, 12, 30)))


def test_a_door_that_was_used_or_is_over_gives_no_next_day() -> None:
    gone: dict[str, Any] = {"opens_on": date(2026, 11, 20), "closes_on": date(2026, 12, 3)}
    for state in (DoorState.IN_USE, DoorState.WON, DoorState.LOST, DoorState.SHUT, DoorState.NOT_FOR_YOU):
        assert "mg-next" not in html(door(state=state, **gone)), state


def test_a_missing_day_is_asked_for_with_a_way_to_its_question() -> None:
    asks: dict[str, Any] = {
        "state": DoorState.NOT_KNOWN,
        "asks": "delivered_on",
        "ask": "On which day was it delivered?",
    }
    assert '<button type="button" class="mg-act" data-to="delivered_on">On which day was it delivered?' in html(
        door(**asks)
    )
    assert "<button" not in html(door(**asks), form=False).replace("mg-copy", "")[: html(door(**asks)).index("</ul>")]
    assert "On which day was it delivered?" in html(door(**asks), form=False)


def test_a_door_that_was_used_asks_for_nothing() -> None:
    assert "On which day" not in html(door(state=DoorState.WON, asks="paid_on", ask="On which day was it paid?"))


def test_who_decides_nothing_is_not_said_to_have_decided() -> None:
    assert "You agreed" in html(door(Way.TALK, DoorState.WON))
    assert "It refused" in html(door(Way.CARRIER, DoorState.LOST))
    assert "It went against you" in html(door(Way.PLATFORM, DoorState.LOST))


def test_as_text_each_door_is_one_line() -> None:
    text = advice_text(answered(door(closes_on=date(2026, 12, 30)), door(Way.LAW, DoorState.NONE, why="No law.")))
    assert (
        "- The marketplace's case: Open. Last day: 30 December 2026, counted from the payment. It decides. It is for "
        "the buyer. [SR-51]\n" in text
    )
    assert "- The marketplace's case: There is none. No law. [SR-51]\n" in text
