"""The door for the browser: JSON in, JSON out, the same answer as everywhere, and no exception for bad facts."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.whole_cases import CaseFile, case_files
from policy import answer
from policy.browser import respond
from policy.cases.case import parse_case
from policy.rendering.advice import advice_html
from policy.rendering.form import questions_html
from tests.policy.cases.test_values import JSON_VALUES
from tests.policy.given import TODAY, case

SELLER = {"side": "seller", "programme": "kingston-express"}


def reply(facts: dict[str, Any], **more: Any) -> dict[str, Any]:
    request = {"facts": facts, "on": "2026-11-21", "preset": [], "prefix": "checker-1", **more}
    response: dict[str, Any] = json.loads(respond(json.dumps(request)))
    return response


@pytest.mark.parametrize("case_file", case_files(), ids=lambda case_file: case_file.name)
def test_the_browser_gets_what_the_policy_answers(case_file: CaseFile) -> None:
    made = parse_case(case_file.facts)
    assert not isinstance(made, list)
    advice = answer(made, case_file.on)
    given = reply(dict(case_file.facts), on=case_file.on.isoformat(), preset=["side"], root="../")
    html = advice_html(advice, made, today=case_file.on, root="../", prefix="checker-1")
    assert given == {
        "questions": questions_html(advice, made, preset=["side"], prefix="checker-1"),
        "answer": html,
        "advice": advice.as_data(),
        "errors": [],
    }


def test_what_the_reader_does_not_know_is_an_answered_question() -> None:
    given = reply({**SELLER, "fulfilment": "unknown"})
    assert 'value="unknown" id="checker-1-fulfilment-unknown" data-kind="text" checked' in given["questions"]
    assert given["advice"] == reply(SELLER)["advice"]


def test_what_the_page_has_fixed_is_not_asked() -> None:
    given = reply(SELLER, preset=["side", "programme"])
    assert 'name="side"' not in given["questions"]
    assert 'name="fulfilment"' in given["questions"]


def test_wrong_facts_come_back_as_errors_with_their_summary() -> None:
    given = reply({"side": "sellr", "handed_over": "no", "tracking": "delivered"})
    assert given["advice"] is None
    assert [error["fact"] for error in given["errors"]] == ["side", "handed_over", "tracking"]
    assert 'href="#checker-1-side"' in given["answer"]
    assert "Some entries do not fit" in given["answer"]


@pytest.mark.parametrize("day, wrong", [("2026-11-21", False), ("2026-11-22", True)])
def test_a_day_after_the_readers_today_is_an_error(day: str, wrong: bool) -> None:
    given = reply({**SELLER, "contacted_on": day})
    assert bool(given["errors"]) is wrong
    assert (given["advice"] is None) is wrong


def test_a_day_after_today_is_told_together_with_what_else_is_wrong() -> None:
    given = reply({"side": "sellr", "contacted_on": "2026-11-22"})
    assert {error["fact"] for error in given["errors"]} == {"side", "contacted_on"}


def test_the_response_is_ascii_so_that_no_transport_can_break_it() -> None:
    request = {"facts": {**SELLER, "counterparty": "商店 🧸"}, "on": "2026-11-21", "preset": [], "prefix": "x"}
    assert respond(json.dumps(request)).isascii()


def test_the_same_request_gets_the_same_bytes() -> None:
    request = json.dumps({"facts": SELLER, "on": TODAY.isoformat(), "preset": [], "prefix": "x"})
    assert respond(request) == respond(request)


@given(st.dictionaries(st.sampled_from(["side", "problem", "evidence", "paid_on", "defect"]) | st.text(), JSON_VALUES))
def test_any_facts_get_an_answer_or_errors_in_json_that_every_browser_reads(facts: dict[str, Any]) -> None:
    def no_constant(name: str) -> None:
        pytest.fail(f"{name} is not JSON")

    request = {"facts": facts, "on": "2026-11-21", "preset": [], "prefix": "x"}
    given = json.loads(respond(json.dumps(request)), parse_constant=no_constant)
    assert (given["advice"] is None) is bool(given["errors"])


def test_without_facts_there_is_an_answer_too() -> None:
    assert reply({})["advice"] == answer(case(), TODAY).as_data()
