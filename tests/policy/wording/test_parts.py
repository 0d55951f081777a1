"""The four parts of a claim: the order, the problem, the proof and one request."""

import pytest

from policy.wording import check_draft
from tests.policy.wording.drafts import FOUR_PARTS, GOOD, found, texts


def test_a_draft_with_all_four_parts_has_no_finding() -> None:
    assert check_draft(GOOD, "buyer") == ()


@pytest.mark.parametrize(
    "number",
    [
        "Order 12345",
        "order #12345",
        "Order no. 12-345",
        "Order number: KB-20261103-77",
        "114-3941689-8772232",
        "order ID: QXTRMBA",
        "order KX-5",
        "Order 4410 9928 1203",
        "Order ending in 4471",
        "#512",
        "parcel RB455120991CN",
        "AI number 2930118",
        "order １２３４５",
        "my order (No: 2026-88-1034)",
        "Order: CN/2026/10/0093",
        "Ordernumber 88120044",
    ],
)
def test_the_number_of_an_order_is_known_in_many_shapes(number: str) -> None:
    assert "missing-order-reference" not in found(f"{number}: broken, photo attached, please refund.")


@pytest.mark.parametrize(
    "number",
    [
        "I ordered on 12.10.2026",
        "I ordered on 2026-10-12",
        "It cost $12500",
        "It cost 12500 EUR",
        "My phone is +49 151 23456789",
        "I bought 2 shirts",
        "My order of 3 May 2026",
        "A power bank with 20000 mAh",
        "Order [order number]",
        "My first order in 2026",
    ],
)
def test_dates_amounts_and_telephone_numbers_are_no_order_number(number: str) -> None:
    assert "missing-order-reference" in found(f"{number}. It is broken, photo attached, please refund.")


def test_each_part_that_is_missing_is_told() -> None:
    assert found("Hello sir, I have a problem. Please help me.") == FOUR_PARTS


def test_a_follow_up_needs_neither_the_problem_nor_the_proof_again() -> None:
    assert found("I wrote to you on 3 May about order 60443. Please answer my claim and send a refund.") == set()


def test_who_accepts_an_offer_has_nothing_more_to_ask() -> None:
    assert found("Thank you, I accept the partial refund for order 60443.") == set()


@pytest.mark.parametrize("what", ["has not come", "has not arrived", "is going back to you", "was cancelled"])
def test_of_a_parcel_that_is_not_there_its_number_is_the_proof(what: str) -> None:
    draft = f"Hello, order 60443 {what}. {{}} Please send it again."
    assert "missing-evidence" in found(draft.format(""))
    assert found(draft.format("Tracking number: RB455120991CN.")) == set()
    assert "missing-evidence" in found("Order 60443 is cracked. Tracking number: RB455120991CN. Please send another.")


@pytest.mark.parametrize(
    "draft",
    [
        "I confirm what we agreed for order 60443 (damaged). Please tell me by which day it will be done.",
        "Order 60443 came after all. Please tell me how much goes back to you.",
        "Thank you for offering my money back for order 60443. Please send me a label.",
        "Order 60443 was confirmed. I take nothing beside it.",
        "We agreed on a solution for order 60443. It was not done. Please do it within 3 days.",
    ],
)
def test_who_answers_or_reminds_has_shown_the_proof_before(draft: str) -> None:
    assert found(draft) == set()


@pytest.mark.parametrize("to", ["carrier", "post office", "Kakobuy support", "platform", "eBay"])
def test_only_a_claim_to_a_seller_or_an_agent_needs_all_four_parts(to: str) -> None:
    draft = "Parcel RB455120991CN, please tell me which form I need."
    assert "missing-evidence" in found(draft, to="agent")
    assert found(draft, to=to) == set()


def test_a_greeting_can_say_that_the_message_goes_to_an_office() -> None:
    assert found("Dear Post Office team, please tell me which form I need for parcel RB455120991CN.") == set()


def test_a_carrier_in_the_text_after_the_greeting_does_not() -> None:
    assert "missing-evidence" in found("Hello, the carrier lost order 60443. Please send a new one.")


def test_a_seller_names_order_and_problem_to_support_but_need_not_to_the_customer() -> None:
    draft = "Hello, please tell me the next step."
    assert found(draft, "seller", "Kingston Express support") == {"missing-order-reference", "missing-issue"}
    assert found(draft, "seller", "customer") == set()


@pytest.mark.parametrize(
    "request_",
    [
        "I ask for a replacement or a full refund.",
        "Please replace it. If that is not possible, please refund me in full.",
        "I do not want a full refund. Please send a new one.",
        "You offered a full refund. I ask for a replacement.",
        "Please send a new one. I ask for a refund of the return shipping costs.",
    ],
)
def test_a_choice_between_two_solutions_is_one_request(request_: str) -> None:
    assert "conflicting-requests" not in found(f"Order 60443 is broken, photo attached. {request_}")


def test_two_solutions_at_once_conflict_and_the_second_is_pointed_at() -> None:
    draft = "Order 60443 is broken, photo attached. I ask for a full refund. Please send a new lamp too."
    assert texts(draft) == ["send a new"]


def test_a_video_of_damage_needs_the_time_where_it_can_be_seen() -> None:
    draft = "Order 60443: the lid is cracked. My unboxing video is attached{}. Please send a new lid."
    assert found(draft.format("")) == {"video-without-time"}
    assert found(draft.format(", at 0:45")) == set()
    assert found(draft.format(", look at second 12")) == set()
    assert found(draft.format(", and a photo")) == set()
