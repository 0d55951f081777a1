"""A case that is well described has its full answer after at most eight taps: whoever asks for more loses readers.

The answer is full when what to do, the message, and how each way stands with its days are those of the whole case. What
is typed (a day, a number, an amount) is counted apart, and "I don't know" is a tap like any other.
"""

from datetime import date
from typing import Any

import pytest

from policy import answer
from policy.engine.advice import Advice
from policy.facts import BY_NAME
from policy.language.kinds import Items
from tests.policy.given import case

TODAY = date(2026, 11, 27)
MOST_TAPS = 8
BUYER: dict[str, Any] = {"side": "buyer", "platform_case": "none", "payment_case": "none"}
LATE = {"estimated_delivery_on": "2026-11-10", "paid_on": "2026-10-25", "contacted_on": "2026-11-20"}
KINGSTON: dict[str, Any] = {
    "side": "seller", "programme": "kingston-express", "problem": "damaged", "platform_case": "none",
    "payment_case": "none", "reply": "waiting", "contacted_on": "2026-11-26",
}  # fmt: skip

COMMON: dict[str, dict[str, Any]] = {
    "eBay, damaged": {
        **BUYER, "programme": "ebay", "problem": "damaged", "reply": "not-contacted", "paid_with": "paypal",
        "delivered_on": "2026-11-20", "paid_on": "2026-11-10", "severity": "unusable",
    },
    "eBay, late": {
        **BUYER, **LATE, "programme": "ebay", "problem": "not-received", "tracking": "stalled", "reply": "waiting",
        "paid_with": "paypal",
    },
    "eBay, delivered but not here": {
        **BUYER, "programme": "ebay", "problem": "not-received", "tracking": "delivered", "looked_around": "no",
        "left_with": "door", "reply": "not-contacted", "paid_with": "credit-card", "delivered_on": "2026-11-25",
        "estimated_delivery_on": "2026-11-26", "paid_on": "2026-11-15",
    },
    "Etsy, not due yet": {
        **BUYER, "programme": "etsy", "problem": "not-received", "tracking": "in-transit", "reply": "waiting",
        "paid_with": "credit-card", "estimated_delivery_on": "2026-12-02", "contacted_on": "2026-11-20",
    },
    "AliExpress, the wrong item": {
        **BUYER, "programme": "aliexpress", "problem": "wrong-item", "reply": "refused", "paid_with": "debit-card",
        "delivered_on": "2026-11-15", "paid_on": "2026-10-20", "severity": "total",
    },
    "Kakobuy, an item is missing": {
        **BUYER, "programme": "kakobuy", "problem": "missing-item", "reply": "not-contacted",
        "paid_with": "platform-balance", "delivered_on": "2026-11-25", "items_ordered": 3, "items_affected": 1,
        "severity": "total",
    },
    "Kingston Express, damaged": {
        **BUYER, "programme": "kingston-express", "problem": "damaged", "fulfilment": "platform",
        "reply": "not-contacted", "paid_with": "credit-card", "delivered_on": "2026-11-25", "severity": "functional",
    },
    "a shop, late": {
        "side": "buyer", "programme": "shop", "problem": "not-received", "tracking": "not-scanned", "reply": "waiting",
        "buyer_country": "uk", "payment_case": "none", "paid_with": "credit-card", **LATE, "item_value": "150",
        "currency": "GBP",
    },
    "a private person, not as described": {
        "side": "buyer", "programme": "private-person", "problem": "not-as-described", "reply": "refused",
        "payment_case": "none", "paid_with": "bank-transfer", "buyer_country": "uk", "delivered_on": "2026-11-20",
    },
    "a seller, dispatched by Kingston Express": {**KINGSTON, "fulfilment": "platform", "inspection": "pending"},
    "a seller who shipped it": {**KINGSTON, "fulfilment": "seller", "review_done": "no", "severity": "functional"},
    "a seller on eBay, not received": {
        "side": "seller", "programme": "ebay", "problem": "not-received", "tracking": "delivered",
        "platform_case": "open", "platform_case_opened_on": "2026-11-25", "payment_case": "none", "reply": "waiting",
        "item_value": "40", "currency": "USD",
    },
}  # fmt: skip
"""The twelve commonest cases."""


def shown(given: Advice) -> tuple[Any, ...]:
    """What decides: what to do, how each way stands and its days, and what to send."""
    return (
        given.headline,
        tuple((step.id, step.by, step.not_before) for step in given.steps),
        tuple((door.id, door.name, door.state, door.opens_on, door.closes_on) for door in given.doors),
        tuple(message.id for message in given.messages),
    )


def taps_until_full(facts: dict[str, Any]) -> int:
    """How often a reader has to tap who answers each question as it comes, and what is typed is not counted."""
    told: dict[str, Any] = {}
    asked: list[str] = []
    full = 0
    while True:
        given = answer(case(**told), TODAY)
        is_full = shown(given) == shown(answer(case(**facts), TODAY))
        following = [
            question.fact
            for question in given.questions
            if question.fact not in asked and not isinstance(BY_NAME[question.fact], Items)
        ]
        if not following:
            return full
        fact = following[0]
        asked.append(fact)
        if not is_full:
            full = len([each for each in asked if not BY_NAME[each].is_typed])
        if fact in facts:
            told[fact] = facts[fact]


@pytest.mark.parametrize("name", COMMON)
def test_eight_taps_are_enough(name: str) -> None:
    assert taps_until_full(COMMON[name]) <= MOST_TAPS
