"""Facts that follow from days and weights, on both sides of each edge, and what is asked for in their place."""

from datetime import date
from typing import Any

import pytest

from policy.cases.derived import ALL_BY_NAME, DERIVED, askable, with_derived
from policy.cases.schema import facts_schema
from policy.facts import FACTS
from tests.policy.given import errors

CONTACTED = {"contacted_on": date(2026, 11, 19)}


@pytest.mark.parametrize(
    "today, negotiation",
    [(date(2026, 11, 19), "running"), (date(2026, 11, 21), "running"), (date(2026, 11, 22), "over")],
)
def test_the_talk_runs_for_48_hours_and_is_over_on_the_day_after(today: date, negotiation: str) -> None:
    assert with_derived(CONTACTED, today)["negotiation"] == negotiation


@pytest.mark.parametrize("known, today", [({}, date(2026, 11, 22)), (CONTACTED, None)], ids=["no-start", "no-today"])
def test_without_its_start_or_without_today_nobody_knows_whether_the_talk_is_over(
    known: dict[str, Any], today: date | None
) -> None:
    assert "negotiation" not in with_derived(known, today)


@pytest.mark.parametrize(
    "label, measured, gap",
    [
        (1500, 1500, "within-scatter"),
        (1500, 1400, "within-scatter"),
        (1500, 1399, "beyond-scatter"),
        (1500, 1600, "within-scatter"),
        (1500, 1601, "heavier"),
        (20_000, 19_600, "within-scatter"),
        (20_000, 19_599, "beyond-scatter"),
        (0, 0, "within-scatter"),
    ],
)
def test_a_weight_counts_only_beyond_a_gap_of_100_grams_or_of_2_per_cent(label: int, measured: int, gap: str) -> None:
    assert with_derived({"label_weight_g": label, "measured_weight_g": measured}, None)["weight_gap"] == gap


@pytest.mark.parametrize(
    "known", [{}, {"label_weight_g": 1500}, {"measured_weight_g": 1500}], ids=["none", "label", "scale"]
)
def test_one_weight_alone_says_nothing(known: dict[str, Any]) -> None:
    assert "weight_gap" not in with_derived(known, None)


@pytest.mark.parametrize(
    "known, fact, value",
    [
        ({"items_ordered": 3, "items_affected": 2}, "share", "part"),
        ({"items_ordered": 3, "items_affected": 3}, "share", "whole"),
        ({"item_value": "749.99", "currency": "USD"}, "signature", "not-due"),
        ({"item_value": "750", "currency": "USD"}, "signature", "due"),
        ({"item_value": "449.99", "currency": "GBP"}, "signature", "not-due"),
        ({"item_value": "450", "currency": "GBP"}, "signature", "due"),
        ({"item_value": "100", "currency": "GBP"}, "section_75", "outside"),
        ({"item_value": "100.01", "currency": "GBP"}, "section_75", "within"),
        ({"item_value": "30000", "currency": "GBP"}, "section_75", "within"),
        ({"item_value": "30000.01", "currency": "GBP"}, "section_75", "outside"),
        ({"item_value": "250", "currency": "USD"}, "etsy_cover", "within"),
        ({"item_value": "250.01", "currency": "USD", "ordered_on": date(2026, 10, 31)}, "etsy_cover", "above"),
        ({"item_value": "250.01", "currency": "USD", "ordered_on": date(2026, 11, 1)}, "etsy_cover", "announced"),
        ({"item_value": "500", "currency": "USD", "ordered_on": date(2026, 12, 31)}, "etsy_cover", "announced"),
        ({"item_value": "500.01", "currency": "USD"}, "etsy_cover", "above"),
        ({"offer_amount": "9.99", "item_value": "20"}, "offer_share", "small"),
        ({"offer_amount": "10", "item_value": "20"}, "offer_share", "large"),
        ({"offer_amount": "9", "item_value": "20", "items_ordered": 2, "items_affected": 2}, "offer_share", "small"),
        ({"offer_amount": "5.99", "item_value": "72", "items_ordered": 6, "items_affected": 1}, "offer_share", "small"),
        ({"offer_amount": "6", "item_value": "72", "items_ordered": 6, "items_affected": 1}, "offer_share", "large"),
        (
            {"offer_amount": "11.99", "item_value": "72", "items_ordered": 6, "items_affected": 1},
            "offer_share",
            "large",
        ),
        (
            {"offer_amount": "12", "item_value": "72", "items_ordered": 6, "items_affected": 1},
            "offer_share",
            "its-part",
        ),
        ({"offer_amount": "72", "item_value": "72", "items_ordered": 6, "items_affected": 1}, "offer_share", "all"),
    ],
)
def test_an_amount_or_a_number_counts_on_both_sides_of_its_edge(known: dict[str, Any], fact: str, value: str) -> None:
    assert with_derived(known, None)[fact] == value


@pytest.mark.parametrize(
    "known, fact",
    [
        ({"items_affected": 2}, "share"),
        ({"item_value": "750"}, "signature"),
        ({"item_value": "750", "currency": "EUR"}, "signature"),
        ({"item_value": "200", "currency": "USD"}, "section_75"),
        ({"item_value": "200", "currency": "GBP"}, "etsy_cover"),
        ({"item_value": "300", "currency": "USD"}, "etsy_cover"),
        ({"offer_amount": "9"}, "offer_share"),
    ],
)
def test_an_amount_or_a_number_that_cannot_be_compared_says_nothing(known: dict[str, Any], fact: str) -> None:
    assert fact not in with_derived(known, None)


def test_what_is_known_stays_as_it_is() -> None:
    assert with_derived({"side": "seller"}, date(2026, 11, 22)) == {"side": "seller"}
    assert with_derived(CONTACTED, date(2026, 11, 22)).items() >= CONTACTED.items()


def test_in_place_of_what_follows_the_facts_are_asked_that_it_follows_from() -> None:
    assert askable("negotiation", {}) == {"contacted_on"}
    assert askable("weight_gap", {}) == {"label_weight_g", "measured_weight_g"}
    assert askable("weight_gap", {"label_weight_g": 1500}) == {"measured_weight_g"}
    assert askable("side", {}) == {"side"}


def test_nobody_can_state_what_follows() -> None:
    assert {error.fact for error in errors(negotiation="over", weight_gap="beyond-scatter")} == {
        "negotiation",
        "weight_gap",
    }
    assert not {fact.name for fact in DERIVED} & set(facts_schema()["properties"])


def test_every_fact_has_one_name() -> None:
    assert len(ALL_BY_NAME) == len(FACTS) + len(DERIVED)
    assert all(source in ALL_BY_NAME for fact in DERIVED for source in fact.sources)
