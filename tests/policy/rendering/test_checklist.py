"""The proof to tick: what the case asks for keeps its place and its words, in hand or not."""

from typing import Any

import pytest

from policy import answer
from policy.facts import evidence
from policy.rendering.advice import advice_html
from tests.policy.given import TODAY, case
from tests.policy.rendering.test_advice import Page

DAMAGED: dict[str, Any] = {
    "side": "seller", "programme": "kingston-express", "problem": "damaged", "fulfilment": "platform",
}  # fmt: skip


def page_of(**facts: Any) -> Page:
    made = case(**facts)
    return Page(advice_html(answer(made, TODAY), made, prefix="one"))


def boxes(page: Page) -> list[dict[str, str | None]]:
    return [tag for name, tag in page.tags if name == "input" and tag["name"] == "evidence"]


def ticked(page: Page) -> list[str]:
    return [str(box["value"]) for box in boxes(page) if "checked" in box]


def test_every_kind_of_proof_can_be_ticked_once_and_so_can_none() -> None:
    values = [str(box["value"]) for box in boxes(page_of(**DAMAGED))]
    assert sorted(values) == sorted(["", *(value.name for value in evidence.values)])


def test_what_is_ticked_stays_where_it_was_with_the_same_words() -> None:
    before, after = page_of(**DAMAGED), page_of(**DAMAGED, evidence=["package-photos"])
    assert [box["value"] for box in boxes(before)] == [box["value"] for box in boxes(after)]
    assert ticked(after) == ["package-photos"]
    for page in (before, after):
        assert "Photos of the package from outside, with any damage to it." in page.words


def test_proof_that_the_case_does_not_ask_for_counts_too() -> None:
    assert ticked(page_of(**DAMAGED, evidence=["loss-certificate"])) == ["loss-certificate"]


@pytest.mark.parametrize("given, expected", [([], [""]), (None, [])], ids=["none", "not-said"])
def test_having_none_is_told_from_not_having_said(given: list[str] | None, expected: list[str]) -> None:
    assert ticked(page_of(**DAMAGED, evidence=given)) == expected


def test_ticking_makes_the_proof_stronger() -> None:
    everything = [value.name for value in evidence.values]
    strengths = [
        page_of(**DAMAGED, evidence=items).all("data-strength") for items in ([], ["order-number"], everything)
    ]
    assert strengths == [["none"], ["weak"], ["fair"]]


def test_a_typed_number_is_proof_in_hand_and_nothing_to_tick_or_to_collect() -> None:
    typed = {**DAMAGED, "order_number": "KX-1"}
    page = page_of(**typed)
    assert "order-number" not in [box["value"] for box in boxes(page)]
    assert "In hand: you typed it." in page.words
    given = answer(case(**typed), TODAY).evidence
    assert [line.id for line in given.held] == ["order-number"]
    assert "order-number" not in [line.id for line in (*given.needed, *given.helpful)]


def test_a_typed_number_alone_does_not_say_that_there_is_no_other_proof() -> None:
    assert "evidence" not in case(**DAMAGED, order_number="KX-1").known
    known = case(**DAMAGED, order_number="KX-1", evidence=["item-photos"]).known
    assert known["evidence"] == ("order-number", "item-photos")
