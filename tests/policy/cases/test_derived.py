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
        (1500, 2000, "within-scatter"),
        (0, 0, "within-scatter"),
    ],
)
def test_a_weight_counts_only_beyond_a_gap_of_100_grams_and_only_if_something_is_gone(
    label: int, measured: int, gap: str
) -> None:
    assert with_derived({"label_weight_g": label, "measured_weight_g": measured}, None)["weight_gap"] == gap


@pytest.mark.parametrize(
    "known", [{}, {"label_weight_g": 1500}, {"measured_weight_g": 1500}], ids=["none", "label", "scale"]
)
def test_one_weight_alone_says_nothing(known: dict[str, Any]) -> None:
    assert "weight_gap" not in with_derived(known, None)


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
