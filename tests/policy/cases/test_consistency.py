"""Facts that cannot both be true are an error that names both; facts that can, are not."""

from collections.abc import Iterable
from typing import Any

import pytest

from policy.cases.case import Case, contradiction
from policy.cases.consistency import CONTRADICTIONS, ORDERED_DAYS
from tests.policy.given import errors

type Example = tuple[dict[str, Any], tuple[str, str]]

NOT_THERE = ("not-scanned", "in-transit", "stalled", "waiting-for-collection")
"""What the tracking of a parcel says that is not delivered."""

BEFORE_AN_OFFER = ("not-contacted", "waiting", "answered")
"""How far the talk is while nothing was offered."""

BEFORE_AGREEING = (*BEFORE_AN_OFFER, "offered", "refused")
"""How far the talk is while nothing was agreed."""


def pairs(one: str, values: Iterable[str], other: str, others: Iterable[str]) -> dict[str, Example]:
    """Give each of these values of one fact with each of those of another."""
    return {
        f"{one}-{value}-{other}-{its}": ({one: value, other: its}, (one, other)) for value in values for its in others
    }


CONTRADICTORY: dict[str, Example] = {
    **pairs("fulfilment", ("seller", "platform"), "programme", ("ebay", "kakobuy", "shop", "private-person")),
    **pairs("seller_is", ("trader",), "programme", ("private-person",)),
    **pairs("seller_is", ("private",), "programme", ("shop",)),
    **pairs(
        "platform_case",
        ("open", "with-platform", "decided-for-buyer", "decided-for-seller", "closed"),
        "programme",
        ("shop", "private-person"),
    ),
    **pairs("international", ("no",), "problem", ("customs",)),
    **pairs("tracking", ("delivered",), "problem", ("customs",)),
    **pairs(
        "tracking",
        (*NOT_THERE, "returned"),
        "problem",
        ("damaged", "missing-item", "wrong-item", "not-as-described", "empty-package"),
    ),
    **pairs("handed_over", ("no",), "tracking", (*NOT_THERE[1:], "delivered", "returned")),
    **pairs(
        "handed_over",
        ("no",),
        "problem",
        ("damaged", "missing-item", "wrong-item", "not-as-described", "empty-package"),
    ),
    **pairs("looked_around", ("yes",), "tracking", ("not-scanned",)),
    **pairs("collected_by_other", ("yes",), "tracking", ("waiting-for-collection",)),
    # while the problem may be a return, the tracking may be that of the way back
    **{
        f"delivered_on-tracking-{word}": (
            {"problem": "not-received", "delivered_on": "2026-11-10", "tracking": word},
            ("delivered_on", "tracking"),
        )
        for word in NOT_THERE
    },
    **pairs("left_with", ("door",), "tracking", NOT_THERE),
    **pairs("return_reason", ("refused",), "tracking", ("not-scanned", "in-transit", "delivered")),
    **pairs("contacted_on", ("2026-11-10",), "reply", ("not-contacted",)),
    # whoever opened a case has written by that; of the seller's answer it says nothing
    **{
        f"{case}-{state}-not-written": ({"side": "buyer", case: state, "reply": "not-contacted"}, (case, "reply"))
        for case, first in (("platform_case", ("open", "with-platform")), ("payment_case", ("open", "claim")))
        for state in (*first, "decided-for-buyer", "decided-for-seller", "closed")
    },
    **pairs("offer", ("credit",), "reply", BEFORE_AN_OFFER),
    **pairs("offer_amount", ("5",), "reply", BEFORE_AN_OFFER),
    **pairs("agreed_on", ("2026-11-10",), "reply", BEFORE_AGREEING),
    **pairs("promise_kept", ("yes", "no"), "reply", BEFORE_AGREEING),
    **pairs("platform_case_opened_on", ("2026-11-10",), "platform_case", ("none",)),
    **pairs("platform_case_closed_on", ("2026-11-10",), "platform_case", ("none", "open", "with-platform")),
    **pairs("payment_case_opened_on", ("2026-11-10",), "payment_case", ("none",)),
    **pairs("payment_case_closed_on", ("2026-11-10",), "payment_case", ("none", "open", "claim")),
    **pairs(
        "payment_case",
        ("open", "claim", "decided-for-buyer", "decided-for-seller", "closed"),
        "paid_with",
        ("bank-transfer", "platform-balance", "cash-or-crypto"),
    ),
    **pairs("carrier_claim_opened_on", ("2026-11-10",), "carrier_claim", ("none",)),
    **pairs("returned_on", ("2026-11-10",), "return_state", ("not-sent-back",)),
    **pairs("sent_back_on", ("2026-11-09",), "return_state", ("not-sent-back",)),
}
"""Facts that contradict each other, and their names, the one to look at first in front."""

FITTING: dict[str, dict[str, Any]] = {
    "fulfilment-on-kingston-express": {"programme": "kingston-express", "fulfilment": "seller"},
    "fulfilment-on-amazon": {"programme": "amazon", "fulfilment": "platform"},
    "fulfilment-programme-not-known": {"fulfilment": "platform"},
    "ebay-without-fulfilment": {"programme": "ebay"},
    "a-shop-is-a-trader": {"programme": "shop", "seller_is": "trader", "platform_case": "none"},
    "a-trader-on-ebay": {"programme": "ebay", "seller_is": "trader"},
    "customs-and-stalled": {"problem": "customs", "tracking": "stalled"},
    "customs-abroad": {"problem": "customs", "international": "yes"},
    "delivered-but-not-here": {"problem": "not-received", "tracking": "delivered", "international": "no"},
    "damaged-and-delivered": {"problem": "damaged", "tracking": "delivered", "handed_over": "yes"},
    "came-and-is-on-its-way-back": {
        "problem": "return", "return_state": "sent", "tracking": "in-transit", "delivered_on": "2026-11-10"
    },
    "delivered-and-may-be-on-its-way-back": {"tracking": "in-transit", "delivered_on": "2026-11-10"},
    "not-handed-over-and-not-scanned": {"handed_over": "no", "tracking": "not-scanned"},
    "handed-over-and-delivered": {"handed_over": "yes", "tracking": "delivered"},
    "handed-over-not-known": {"tracking": "delivered"},
    "looked-around-and-delivered": {"looked_around": "yes", "tracking": "delivered", "left_with": "door"},
    "goes-back-because-refused": {"return_reason": "refused", "tracking": "returned"},
    "written-and-waiting": {"reply": "waiting", "contacted_on": "2026-11-10"},
    "case-and-no-answer-by-the-seller": {"side": "seller", "reply": "not-contacted", "platform_case": "open"},
    "not-written-and-no-case": {"side": "buyer", "reply": "not-contacted", "platform_case": "none"},
    "offered-an-amount": {"reply": "offered", "offer": "partial-refund", "offer_amount": "5"},
    "refused-an-offer": {"reply": "refused", "offer": "credit"},
    "agreed-and-kept": {"reply": "agreed", "agreed_on": "2026-11-10", "promise_kept": "yes"},
    "case-there-runs": {"platform_case": "open", "platform_case_opened_on": "2026-11-10"},
    "case-there-ended": {"platform_case": "closed", "platform_case_closed_on": "2026-11-10"},
    "payment-case-runs": {"payment_case": "claim", "payment_case_opened_on": "2026-11-10", "paid_with": "paypal"},
    "no-payment-case": {"payment_case": "none", "paid_with": "bank-transfer"},
    "carrier-was-asked": {"carrier_claim": "open", "carrier_claim_opened_on": "2026-11-10"},
    "it-came-back": {"return_state": "refund-missing", "returned_on": "2026-11-10"},
}  # fmt: skip
"""Facts that come close, and fit."""

DAYS = [(earlier, later) for earlier, later, _ in ORDERED_DAYS]


@pytest.mark.parametrize("facts, named", CONTRADICTORY.values(), ids=CONTRADICTORY)
def test_facts_that_cannot_both_be_true_are_an_error_at_each_that_names_both(
    facts: dict[str, Any], named: tuple[str, str]
) -> None:
    found = errors(**facts)
    assert [(error.fact, error.value) for error in found] == [(fact, facts[fact]) for fact in named]
    for error in found:
        assert all(fact in error.message for fact in named)
        assert error.message.endswith("Correct one of the two.")


@pytest.mark.parametrize("facts", FITTING.values(), ids=FITTING)
def test_facts_that_fit_are_no_error(facts: dict[str, Any]) -> None:
    assert errors(**facts) == []


def test_every_contradiction_has_an_example_here() -> None:
    for entry in CONTRADICTIONS:
        named = entry.one.name, entry.other.name
        examples = [Case(facts) for facts, its in CONTRADICTORY.values() if its == named]
        assert any(contradiction(entry, example) for example in examples), named


def test_every_contradiction_of_a_case_is_told_at_once() -> None:
    found = errors(problem="customs", tracking="delivered", international="no", handed_over="no")
    assert {error.fact for error in found} == {"problem", "tracking", "international", "handed_over"}
    assert [error.fact for error in found].count("tracking") == 2


def test_more_cannot_be_concerned_than_were_ordered() -> None:
    found = errors(items_ordered=2, items_affected=3)
    assert [(error.fact, error.value) for error in found] == [("items_affected", 3), ("items_ordered", 2)]
    assert found[0].message == (
        "items_affected says that 3 are concerned, but items_ordered says that 2 were ordered. Correct one of the two."
    )
    assert errors(items_ordered=3, items_affected=3) == []
    assert errors(items_affected=3) == []


@pytest.mark.parametrize("earlier, later", DAYS)
def test_days_in_the_wrong_order_are_an_error_at_each_that_names_both(earlier: str, later: str) -> None:
    found = {error.fact: error for error in errors(problem="damaged", **{earlier: "2026-11-10", later: "2026-11-09"})}
    assert {fact: error.value for fact, error in found.items()} == {later: "2026-11-09", earlier: "2026-11-10"}
    assert found[later].message == (
        f"{later} (2026-11-09) is before {earlier} (2026-11-10). Correct one of the two dates."
    )
    assert found[earlier].message == (
        f"{earlier} (2026-11-10) is after {later} (2026-11-09). Correct one of the two dates."
    )


@pytest.mark.parametrize("earlier, later", DAYS)
def test_two_things_may_happen_on_one_day(earlier: str, later: str) -> None:
    assert errors(problem="damaged", **{earlier: "2026-11-10", later: "2026-11-10"}) == []


def test_the_order_of_days_holds_for_delivery_and_order_as_the_contract_says() -> None:
    assert ("ordered_on", "delivered_on") in DAYS


@pytest.mark.parametrize("problem", ["not-received", "cancelled-after-shipment", "customs"])
def test_a_parcel_that_is_missing_may_be_missed_before_the_tracking_says_delivered(problem: str) -> None:
    assert errors(problem=problem, noticed_on="2026-11-09", delivered_on="2026-11-10") == []


@pytest.mark.parametrize("problem", ["damaged", "missing-item", "wrong-item", "not-as-described", "empty-package"])
def test_what_is_wrong_with_a_parcel_shows_only_once_it_has_come(problem: str) -> None:
    found = errors(problem=problem, noticed_on="2026-11-09", delivered_on="2026-11-10")
    assert [error.fact for error in found] == ["noticed_on", "delivered_on"]


@pytest.mark.parametrize("fact", ["paid_on", "estimated_delivery_on", "contacted_on"])
def test_days_that_have_no_order_are_never_compared(fact: str) -> None:
    assert errors(delivered_on="2026-11-20", **{fact: "2026-11-01"}) == []
