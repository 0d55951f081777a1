"""What the page's tools get from the policy, through the same door as the answer."""

import json
from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from makegood.whole_cases import CaseFile, case_files
from policy.browser import respond
from policy.browser.case_tools import TOOLS
from tests.policy.given import TODAY, advice, ids

FACTS: dict[str, Any] = {
    "side": "seller",
    "programme": "kingston-express",
    "problem": "damaged",
    "fulfilment": "platform",
    "contacted_on": "2026-11-20",
    "counterparty": "<b>Jane</b>",
}


def use(tool: str, facts: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    given = FACTS if facts is None else facts
    request = {"case_tool": tool, "facts": given, "on": "2026-11-21", "preset": [], "prefix": "c", "files": [], **more}
    response: dict[str, Any] = json.loads(respond(json.dumps(request)))
    return response


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("case_file", case_files(), ids=lambda case_file: case_file.name)
def test_every_tool_serves_every_case(tool: str, case_file: CaseFile) -> None:
    assert use(tool, dict(case_file.facts), on=case_file.on.isoformat())["errors"] == []


@pytest.mark.parametrize("tool", TOOLS)
def test_wrong_facts_come_back_as_errors_with_their_summary(tool: str) -> None:
    found = use(tool, {"side": "sellr"})
    assert [error["fact"] for error in found["errors"]] == ["side"]
    assert 'href="#c-side"' in found["html"]


def test_what_is_saved_is_opened_with_what_the_reader_does_not_know() -> None:
    facts = {**FACTS, "inspection": "unknown"}
    text = use("save-case", facts)["text"]
    found = use("open-case", text=text)
    assert found["facts"] == facts
    assert found["errors"] == []


def test_a_file_that_cannot_be_opened_leaves_no_facts() -> None:
    found = use("open-case", text="<script>alert(1)</script>")
    assert "facts" not in found
    assert found["errors"]
    assert "Your answers stay as they are" in found["html"]


def test_markup_in_a_file_is_shown_as_text() -> None:
    found = use("open-case", text=json.dumps({"side": "<img src=x>"}))
    assert "&lt;img" in found["html"]
    assert "<img" not in found["html"]


def test_a_calendar_says_that_without_an_order_number_orders_are_mixed_up() -> None:
    found = use("calendar")
    assert len(Calendar.from_ical(found["text"]).walk("VEVENT")) == 1
    assert "order number" in found["note"]
    assert use("calendar", {**FACTS, "order_number": "1"})["note"] == ""


def test_without_a_last_day_the_calendar_says_from_which_day_it_would_count() -> None:
    found = use("calendar", {fact: value for fact, value in FACTS.items() if fact != "contacted_on"})
    assert "text" not in found
    assert "count from the customer's message" in found["note"]


def test_when_every_last_day_has_passed_the_calendar_says_so() -> None:
    found = use("calendar", on=(TODAY + timedelta(days=30)).isoformat())
    assert "text" not in found
    assert "has passed" in found["note"]


def test_without_any_time_limit_the_calendar_says_so() -> None:
    assert advice(side="seller", programme="shop").deadlines == ()
    assert "no time limit" in use("calendar", {"side": "seller", "programme": "shop"})["note"]


def test_the_sheet_shows_what_was_told_and_every_step_and_prohibition() -> None:
    html = use("sheet")["html"]
    given = advice(**FACTS)
    assert "&lt;b&gt;Jane&lt;/b&gt;" in html
    shown = [*ids(given.steps), *ids(given.avoid), *ids(given.deadlines)]
    assert all(f'data-rule="{rule}"' in html for rule in shown)
    assert "<h1>Your case, 21 November 2026</h1>" in html


def test_a_pack_has_names_for_its_files_and_the_case_and_the_message() -> None:
    found = use("pack", files=[{"shows": "unboxing-video", "name": "a.mp4", "type": "video/mp4"}])
    assert found["name"] == "makegood-evidence-2026-11-21.zip"
    assert found["names"] == ["01-unboxing-video.mp4"]
    assert [text["name"] for text in found["texts"]] == ["case.json", "message.txt"]
    assert json.loads(found["texts"][0]["text"])["facts"] == FACTS


def test_a_tool_that_does_not_exist_is_an_error_of_the_page() -> None:
    with pytest.raises(KeyError):
        use("no-such-tool")
