"""Facts that cannot both be true are an error that names both; facts that can, are not."""

from typing import Any

import pytest

from policy.cases.consistency import CONTRADICTIONS, ORDERED_DAYS
from policy.facts import BY_NAME
from tests.policy.given import errors

CONTRADICTORY: dict[str, tuple[dict[str, Any], tuple[str, str]]] = {
    "fulfilment-on-ebay": ({"programme": "ebay", "fulfilment": "seller"}, ("fulfilment", "programme")),
    "fulfilment-on-kakobuy": ({"programme": "kakobuy", "fulfilment": "platform"}, ("fulfilment", "programme")),
    "fulfilment-on-allchinabuy": ({"programme": "allchinabuy", "fulfilment": "seller"}, ("fulfilment", "programme")),
    "dispatched-somewhere-else": ({"programme": "other", "fulfilment": "platform"}, ("fulfilment", "programme")),
    "seized-and-delivered": ({"problem": "seized-by-customs", "tracking": "delivered"}, ("tracking", "problem")),
    "seized-at-home": ({"problem": "seized-by-customs", "international": "no"}, ("international", "problem")),
    **{
        f"not-handed-over-but-{word}": ({"handed_over": "no", "tracking": word}, ("handed_over", "tracking"))
        for word in ("in-transit", "stalled", "delivered", "returned")
    },
}
"""Facts that contradict each other, and the two facts that the message must name, the one to look at first in front."""

FITTING: dict[str, dict[str, Any]] = {
    "fulfilment-on-kingston-express": {"programme": "kingston-express", "fulfilment": "seller"},
    "fulfilment-somewhere-else": {"programme": "other", "fulfilment": "seller"},
    "fulfilment-programme-not-known": {"fulfilment": "platform"},
    "ebay-without-fulfilment": {"programme": "ebay"},
    "seized-and-stalled": {"problem": "seized-by-customs", "tracking": "stalled"},
    "seized-abroad": {"problem": "seized-by-customs", "international": "yes"},
    "delivered-but-not-here": {"problem": "not-received", "tracking": "delivered", "international": "no"},
    "not-handed-over-and-not-scanned": {"handed_over": "no", "tracking": "not-scanned"},
    "handed-over-and-delivered": {"handed_over": "yes", "tracking": "delivered"},
    "handed-over-not-known": {"tracking": "delivered"},
}
"""Facts that come close, and fit."""

DAYS = [(earlier, later) for earlier, later, _ in ORDERED_DAYS]


@pytest.mark.parametrize("facts, named", CONTRADICTORY.values(), ids=CONTRADICTORY)
def test_facts_that_cannot_both_be_true_are_an_error_that_names_both(
    facts: dict[str, Any], named: tuple[str, str]
) -> None:
    [error] = errors(**facts)
    assert error.fact == named[0]
    assert error.value == facts[named[0]]
    assert all(fact in error.message for fact in named)


@pytest.mark.parametrize("facts", FITTING.values(), ids=FITTING)
def test_facts_that_fit_are_no_error(facts: dict[str, Any]) -> None:
    assert errors(**facts) == []


def test_every_contradiction_has_an_example_here() -> None:
    told = {error.message for facts, _ in CONTRADICTORY.values() for error in errors(**facts)}
    assert {entry.message for entry in CONTRADICTIONS} <= told


def test_two_contradictions_are_told_at_once() -> None:
    found = errors(problem="seized-by-customs", tracking="delivered", international="no", handed_over="no")
    assert {error.fact for error in found} == {"tracking", "international", "handed_over"}


@pytest.mark.parametrize("earlier, later", DAYS)
def test_days_in_the_wrong_order_are_an_error_that_names_both(earlier: str, later: str) -> None:
    [error] = errors(problem="damaged", **{earlier: "2026-11-10", later: "2026-11-09"})
    assert (error.fact, error.value) == (later, "2026-11-09")
    assert error.message == f"{later} (2026-11-09) is before {earlier} (2026-11-10). Correct one of the two dates."


@pytest.mark.parametrize("earlier, later", DAYS)
def test_two_things_may_happen_on_one_day(earlier: str, later: str) -> None:
    assert errors(problem="damaged", **{earlier: "2026-11-10", later: "2026-11-10"}) == []


def test_the_order_of_days_holds_for_delivery_and_order_as_the_contract_says() -> None:
    assert ("ordered_on", "delivered_on") in DAYS


@pytest.mark.parametrize("problem", ["not-received", "cancelled-after-shipment", "seized-by-customs"])
def test_a_parcel_that_is_missing_may_be_missed_before_the_tracking_says_delivered(problem: str) -> None:
    assert errors(problem=problem, noticed_on="2026-11-09", delivered_on="2026-11-10") == []


@pytest.mark.parametrize("problem", ["damaged", "missing-item", "wrong-item", "empty-package"])
def test_what_is_wrong_with_a_parcel_shows_only_once_it_has_come(problem: str) -> None:
    [error] = errors(problem=problem, noticed_on="2026-11-09", delivered_on="2026-11-10")
    assert error.fact == "noticed_on"


@pytest.mark.parametrize("fact", ["paid_on", "estimated_delivery_on", "contacted_on"])
def test_days_that_have_no_order_are_never_compared(fact: str) -> None:
    assert errors(delivered_on="2026-11-20", **{fact: "2026-11-01"}) == []


def test_every_contradiction_asks_to_correct_a_fact_that_it_names() -> None:
    assert all(entry.correct in BY_NAME and entry.correct in entry.message for entry in CONTRADICTIONS)
