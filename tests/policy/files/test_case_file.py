"""A case as a file: what is saved opens again as it was, and a file from a stranger gets a sentence, never a crash."""

import json
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.whole_cases import CaseFile, case_files
from policy import answer
from policy.browser.case_tools import opened_html
from policy.cases.case import Case
from policy.files.case_file import (
    LARGEST,
    AnswerLine,
    ChangedLine,
    Opened,
    answer_lines,
    case_file_text,
    changed_lines,
    open_case_file,
)
from tests.policy.cases.test_values import JSON_VALUES
from tests.policy.given import TODAY, case

FACTS = {
    "side": "seller",
    "programme": "kingston-express",
    "problem": "damaged",
    "evidence": ["item-photos"],
    "contacted_on": "2026-11-20",
    "order_number": 'KX-1, "<b>" 日本',
}


def saved(today: date = TODAY, **facts: Any) -> str:
    made = case(**(facts or FACTS))
    return case_file_text(made, answer(made, today), today)


def changed(text: str, **content: Any) -> str:
    """The same file, with some of its content replaced."""
    return json.dumps({**json.loads(text), **content})


def opened(text: str, today: date = TODAY) -> Opened:
    found = open_case_file(text, today)
    assert isinstance(found, Opened), found
    return found


def refused(text: str, today: date = TODAY) -> str:
    found = open_case_file(text, today)
    assert isinstance(found, list), found
    return " ".join(error.message for error in found)


@pytest.mark.parametrize("case_file", case_files(), ids=lambda case_file: case_file.name)
def test_every_case_that_is_saved_opens_as_it_was(case_file: CaseFile) -> None:
    made = case(**case_file.facts)
    text = case_file_text(made, answer(made, case_file.on), case_file.on)
    again = opened(text, case_file.on)
    assert again == Opened(made, (), case_file.on, answer(made).policy.version, (), same_policy=True)


def test_what_the_reader_does_not_know_is_kept_too() -> None:
    made = case(side="buyer")
    text = case_file_text(made, answer(made, TODAY), TODAY, ["fulfilment"])
    assert json.loads(text)["facts"] == {"side": "buyer", "fulfilment": "unknown"}
    assert opened(text).skipped == ("fulfilment",)


def test_the_same_case_makes_the_same_bytes() -> None:
    assert saved() == saved()


def test_days_that_pass_do_not_count_as_a_change_of_the_policy() -> None:
    later = opened(saved(), TODAY + timedelta(days=40))
    assert later.same_policy
    assert later.changed == ()


def test_a_newer_policy_says_which_lines_are_new_gone_or_worded_differently() -> None:
    text = saved()
    content = json.loads(text)
    told = content["answer"]["lines"]
    gone = {"part": "steps", "id": "kx-dance", "text": "Dance with <b>the</b> parcel."}
    reworded = {**told[1], "text": "Old words."}
    old = {"headline": "x", "lines": [told[0], reworded, *told[3:], gone]}
    policy = {"version": "2025.01", "digest": "0" * 64}
    found = opened(changed(text, answer=old, policy=policy))
    assert found.version == "2025.01"
    assert not found.same_policy
    assert found.changed == (
        ChangedLine(told[1]["part"], told[1]["id"], "Old words.", told[1]["text"]),
        ChangedLine(told[2]["part"], told[2]["id"], "", told[2]["text"]),
        ChangedLine("steps", "kx-dance", gone["text"], ""),
    )
    html = opened_html(found)
    assert "The policy is newer now. This is different" in html
    assert "Dance with &lt;b&gt;the&lt;/b&gt; parcel." in html
    assert "<b>the" not in html


def test_a_newer_policy_with_the_same_answer_says_so() -> None:
    found = opened(changed(saved(), policy={"version": "2025.01", "digest": "0" * 64}))
    assert found.changed == ()
    assert "your answer is the same" in opened_html(found)


def test_equal_answers_have_no_changes_and_the_order_of_lines_is_none() -> None:
    lines = answer_lines(answer(case(**FACTS), TODAY))
    assert changed_lines(lines, tuple(reversed(lines))) == ()


def test_lines_of_two_parts_with_one_id_are_two_lines() -> None:
    step, warning = AnswerLine("steps", "a", "Do."), AnswerLine("warnings", "a", "Mind.")
    assert changed_lines((step,), (step, warning)) == (ChangedLine("warnings", "a", "", "Mind."),)


def test_facts_alone_open_too_as_the_command_takes_them() -> None:
    found = opened(json.dumps(FACTS))
    assert found.case == case(**FACTS)
    assert found.changed is None
    assert "what changed since cannot be shown" in opened_html(found)


@pytest.mark.parametrize(
    "content",
    [
        {"answer": None},
        {"answer": {"lines": [{"part": "steps", "id": "x"}]}},
        {"answer": {"lines": [{"part": "steps", "id": "../x", "text": "y"}]}},
        {"answer": {"lines": [{"part": "steps", "id": "x", "text": "y" * 1001}]}},
        {"answer": {"lines": [{"part": "steps", "id": "x", "text": "y"}] * 301}},
        {"policy": "none"},
        {"policy": {"version": "<b>", "digest": "0" * 64}},
        {"policy": {"version": "2025.01", "digest": 7}},
        {"saved_on": "2026-02-30"},
        {"saved_on": 20260221},
    ],
)
def test_a_file_whose_old_answer_is_broken_still_opens_its_facts(content: dict[str, Any]) -> None:
    found = opened(changed(saved(), **content))
    assert found.case == case(**FACTS)
    assert found.changed is None


@pytest.mark.parametrize(
    "text, sentence",
    [
        ("", "The input is empty"),
        ("hello", "This is not a case that Makegood saved"),
        ("[" * 100_000, "nested too deeply"),
        ('{"format":"makegood-case","a":' + "[" * 20 + "]" * 20 + "}", "nested too deeply"),
        ("[]", "this is a list"),
        ('{"format":"something"}', "a file of another kind"),
        ('{"format":["makegood-case"]}', "a file of another kind"),
        ('{"format":"makegood-case"}', "saved by a newer Makegood"),
        ('{"format":"makegood-case","format_version":true,"facts":{}}', "saved by a newer Makegood"),
        ('{"format":"makegood-case","format_version":3,"facts":{}}', "saved by a newer Makegood"),
        ('{"format":"makegood-case","format_version":1,"facts":[]}', "holds no facts"),
        ('{"format":"makegood-case","format_version":1,"facts":{},"facts":{}}', "facts is there twice"),
        ('{"format":"makegood-case","format_version":1,"facts":{"side":"<script>"}}', "side cannot be “<script>”"),
        ('{"format":"makegood-case","format_version":1,"facts":{"evil":1}}', "evil is not a fact"),
        ('{"side":NaN}', "NaN is not JSON"),
    ],
)
def test_a_file_that_cannot_be_opened_gets_a_sentence(text: str, sentence: str) -> None:
    assert sentence in refused(text)


def test_brackets_in_a_text_do_not_count_as_nesting() -> None:
    found = opened(json.dumps({**FACTS, "defect": '[{[{[{[{[{[{[{[{ "quoted\\" [[[['}))
    assert str(found.case.given["defect"]).startswith("[{[{")


def test_a_file_that_is_too_long_is_not_read() -> None:
    assert "too long" in refused(" " * LARGEST + "{}")
    assert isinstance(open_case_file(" " * (LARGEST - 2) + "{}", TODAY), Opened)


def test_a_day_after_the_readers_today_is_refused() -> None:
    assert "after today" in refused(saved(), date(2026, 11, 19))


@given(st.text() | JSON_VALUES.map(json.dumps))
def test_any_text_opens_or_gets_sentences(text: str) -> None:
    found = open_case_file(text, TODAY)
    assert isinstance(found, Opened) or all(error.message for error in found)


@given(st.dictionaries(st.sampled_from(["format_version", "facts", "answer", "policy", "saved_on"]), JSON_VALUES))
def test_any_content_of_a_case_file_opens_or_gets_sentences(content: dict[str, Any]) -> None:
    found = open_case_file(changed(saved(), **content), TODAY)
    assert isinstance(found.case, Case) if isinstance(found, Opened) else all(error.message for error in found)
    if isinstance(found, Opened):
        assert "mg-opened" in opened_html(found)


OLD_FILE = """{
  "format": "makegood-case",
  "format_version": 1,
  "saved_on": "2026-11-15",
  "policy": {"version": "2026.11", "digest": "0000000000000000000000000000000000000000000000000000000000000000"},
  "facts": {
    "side": "buyer", "programme": "ebay", "problem": "not-received", "escalated": "platform-dispute",
    "request_opened_on": "2026-11-10", "fulfilment": "unknown"
  },
  "answer": {"headline": "Old.", "lines": [{"part": "headline", "id": "headline", "text": "Old."}]}
}"""
"""As version 1 of the format was written."""


def old_file(**facts: Any) -> str:
    return changed(OLD_FILE, facts=facts)


def test_a_file_of_version_1_is_read_in_todays_words() -> None:
    found = opened(OLD_FILE)
    assert found.case.as_data() == {
        "side": "buyer", "programme": "ebay", "problem": "not-received", "platform_case": "open",
        "platform_case_opened_on": "2026-11-10",
    }  # fmt: skip
    assert found.skipped == ("fulfilment",)
    assert found.again == ()
    assert ChangedLine("headline", "headline", "Old.", answer(found.case, date(2026, 11, 15)).headline) in (
        found.changed or ()
    )
    assert "answer again" not in opened_html(found)


def test_what_an_old_file_does_not_tell_for_certain_is_asked_again_in_the_readers_words() -> None:
    found = opened(old_file(side="seller", programme="other", problem="damaged", escalated="platform-dispute"))
    assert found.again == ("programme", "platform_case", "payment_case")
    html = opened_html(found)
    assert "Please answer again" in html
    assert "<li>Has the buyer opened a case where they paid?</li>" in html


def test_the_talk_of_an_old_file_is_turned_round_and_that_of_a_new_one_is_not() -> None:
    assert opened(old_file(side="seller", reply="waiting")).case.given["reply"] == "answered"
    assert opened(saved(side="seller", reply="waiting")).case.given["reply"] == "waiting"


def test_facts_alone_in_words_that_are_gone_are_read_too() -> None:
    found = opened('{"side": "buyer", "problem": "seized-by-customs", "escalated": "community"}')
    assert found.case.as_data() == {"side": "buyer", "problem": "customs", "customs": "seized", "community": "tried"}
    assert found.again == ("platform_case", "payment_case")


def test_a_fact_of_version_1_in_a_file_of_version_2_is_refused() -> None:
    assert "escalated is not a fact" in refused(changed(OLD_FILE, format_version=2))
