"""What would change the answer is what the engine says to each other answer."""

import json
from typing import Any

from policy import answer, rulebook
from policy.browser import respond
from policy.rendering.what_if import WhatIf, what_if, what_if_html
from tests.policy.given import TODAY, case
from tests.policy.rendering.test_advice import Page

PENDING: dict[str, Any] = {
    "side": "seller", "programme": "kingston-express", "problem": "damaged", "fulfilment": "platform",
    "inspection": "pending",
}  # fmt: skip


def found(**facts: Any) -> dict[str, WhatIf]:
    return {entry.fact: entry for entry in what_if(case(**facts), TODAY, rulebook(), preset=["side"])}


def test_another_answer_to_an_answered_question_shows_the_headline_it_would_give() -> None:
    entry = found(**PENDING)["fulfilment"]
    [alternative] = entry.alternatives
    assert entry.said == "Kingston Express dispatched it"
    assert alternative.labels == ("I packed and shipped it",)
    assert alternative.headline == answer(case(**{**PENDING, "fulfilment": "seller"}), TODAY).headline
    assert "what to do" in alternative.parts


def test_open_questions_come_before_answered_ones() -> None:
    entries = list(found(**PENDING).values())
    was_said = [bool(entry.said) for entry in entries]
    assert was_said == sorted(was_said)
    assert any(was_said)


def test_what_the_page_has_fixed_and_what_changes_nothing_is_left_out() -> None:
    entries = found(**PENDING)
    assert "side" not in entries
    assert all(entry.alternatives for entry in entries.values())


def test_answers_that_would_change_the_same_stand_together() -> None:
    for entry in found(**PENDING).values():
        what = [(alternative.parts, alternative.headline) for alternative in entry.alternatives]
        assert len(set(what)) == len(what)


def test_an_answer_that_is_not_mentioned_changes_nothing() -> None:
    advice = answer(case(**PENDING), TODAY)
    assert "return_feasible" in {question.fact for question in advice.questions}
    others = found(**PENDING)["return_feasible"].alternatives
    mentioned = {label for alternative in others for label in alternative.labels}
    other = answer(case(**PENDING, return_feasible="yes"), TODAY)
    assert mentioned == {"No"}
    assert (other.steps, other.remedy, other.headline) == (advice.steps, advice.remedy, advice.headline)


def test_the_page_asks_for_it_beside_the_answer() -> None:
    request = {"facts": {**PENDING, "claim_doubtful": "unknown"}, "on": "2026-11-21", "preset": ["side"], "prefix": "x"}
    response = json.loads(respond(json.dumps({**request, "what_if": True})))
    page = Page(response["what_if"])
    assert "I packed and shipped it would change" in page.words
    assert "Now: I don't know" in page.words
    assert response["errors"] == []


def test_where_nothing_would_change_it_says_so() -> None:
    assert "No other answer would change this advice" in Page(what_if_html([])).words
