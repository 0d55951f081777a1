"""The vocabulary is the contract's, and every question can be read by a person."""

import pytest

from policy.facts import BY_NAME, FACTS
from policy.language.kinds import Choice, Count, Currency, Day, Fact, Grams, Items, Money, Text

CONTRACT = {
    "side": "buyer seller",
    "programme": "kakobuy allchinabuy superbuy cssbuy other-agent kingston-express ebay amazon etsy aliexpress temu "
    "vinted other-marketplace shop private-person",
    "problem": "damaged missing-item wrong-item not-as-described empty-package not-received cancelled-after-shipment "
    "customs return came-after-all",
    "fulfilment": "platform seller",
    "seller_is": "trader private",
    "buyer_country": "us uk eu au ca other",
    "severity": "cosmetic functional unusable total",
    "defect_kind": "torn cracked broken stained scratched dented does-not-work parts-missing wrong-size wrong-colour "
    "other-model used counterfeit",
    "tracking": "not-scanned in-transit stalled waiting-for-collection delivered returned",
    "return_reason": "address not-collected refused customs",
    "left_with": "door safe-place neighbour locker-or-shop reception other-address",
    "looked_around": "yes no",
    "customs": "held papers-asked duty-asked seized sent-back",
    "return_state": "not-sent-back sent lost refund-missing differs",
    "carrier": "usps ups fedex dhl-express dhl-paket royal-mail parcelforce evri dpd gls canada-post australia-post "
    "la-poste postnl correos poste-italiane japan-post china-post amazon other",
    "handed_over": "yes no",
    "international": "yes no",
    "insured": "yes no",
    "in_stock": "yes no",
    "return_feasible": "yes no",
    "evidence": "order-number product-number unboxing-video item-photos package-photos six-side-photos group-photo "
    "waybill-photo packing-material-photos qc-photos weight-record tracking-record packing-log loss-certificate "
    "packaging-kept delivery-signature delivery-photo carrier-report police-report customs-notice listing-copy "
    "messages value-proof serial-number",
    # "answered" is ours: the contract's facts are the same for both seats, and its "waiting" is the buyer's
    "reply": "not-contacted waiting answered offered refused agreed",
    "offer": "full-refund partial-refund replacement refund-after-return return-at-my-cost credit",
    "promise_kept": "yes no",
    "platform_case": "none open with-platform decided-for-buyer decided-for-seller closed",
    "payment_case": "none open claim decided-for-buyer decided-for-seller closed",
    "carrier_claim": "none open paid refused",
    "community": "none tried",
    "investigation": "none materials-sent warehouse-error warehouse-intact certificate-sent carrier-decided",
    "inspection": "pending unclear upheld rejected",
    "review_done": "yes no",
    "claim_doubtful": "yes no",
    "customer_aggressive": "yes no",
    "collected_by_other": "yes no",
    "paid_with": "paypal credit-card debit-card pay-later bank-transfer platform-balance cash-or-crypto",
}
"""The facts with fixed values, copied by hand from the contract's tables."""

OTHERS: dict[type[Fact], str] = {
    Count: "items_ordered items_affected",
    Grams: "label_weight_g measured_weight_g",
    Money: "offer_amount item_value",
    Currency: "currency",
    Day: "ordered_on paid_on shipped_on estimated_delivery_on delivered_on noticed_on contacted_on agreed_on "
    "platform_case_opened_on platform_case_closed_on payment_case_opened_on payment_case_closed_on "
    "carrier_claim_opened_on sent_back_on returned_on customs_notice_on",
    Text: "order_number item_name product_number tracking_number defect video_timestamp counterparty",
}
"""The other facts of the contract, by their kind."""

WITH_VALUES = [fact for fact in FACTS if isinstance(fact, Choice | Items)]


def test_the_facts_with_fixed_values_have_the_values_of_the_contract() -> None:
    values = {fact.name: [value.name for value in fact.values] for fact in WITH_VALUES}
    wanted = {fact: names.split() for fact, names in CONTRACT.items()}
    assert set(wanted.pop("programme")) <= set(values.pop("programme"))  # a record may add one
    assert values == wanted, "Write each fact with its values, as they are in policy/facts.py, into CONTRACT above."


def test_the_other_facts_are_of_the_kinds_of_the_contract() -> None:
    kinds = {kind: " ".join(fact.name for fact in FACTS if type(fact) is kind) for kind in OTHERS}
    assert kinds == OTHERS
    listed = len(CONTRACT) + sum(len(names.split()) for names in OTHERS.values())
    assert len(FACTS) == listed, "List each fact of policy/facts.py above: in CONTRACT with its values, or in OTHERS."


def test_evidence_is_the_one_fact_that_is_a_list() -> None:
    assert [fact.name for fact in FACTS if isinstance(fact, Items)] == ["evidence"]


def test_only_the_estimated_delivery_can_lie_in_the_future() -> None:
    assert [fact.name for fact in FACTS if isinstance(fact, Day) and not fact.past] == ["estimated_delivery_on"]


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
@pytest.mark.parametrize("side", ["buyer", "seller", None])
def test_a_question_is_a_short_sentence_in_the_words_of_the_side(fact: Fact, side: str | None) -> None:
    ask = fact.ask_for(side)
    assert ask == ask.strip()
    assert 3 < len(ask) <= 70
    assert ask.endswith("?") is not isinstance(fact, Text)
    assert fact.why.endswith(".")


@pytest.mark.parametrize("fact", WITH_VALUES, ids=lambda fact: fact.name)
@pytest.mark.parametrize("side", ["buyer", "seller"])
def test_no_two_answers_to_a_question_read_the_same(fact: Choice | Items, side: str) -> None:
    labels = [value.label_for(side) for value in fact.values if value.only in ("", side)]
    assert len(set(labels)) == len(labels)
    assert all(value.clause and not value.clause.endswith(".") for value in fact.values)


def test_a_seller_is_asked_in_a_sellers_words() -> None:
    problem, reply = BY_NAME["problem"], BY_NAME["reply"]
    assert problem.ask_for("seller") == "What does the customer say went wrong?"
    assert problem.ask_for("buyer") == problem.ask_for(None) == "What went wrong?"
    assert isinstance(reply, Choice)
    assert reply.value("refused").label_for("seller") != reply.value("refused").label_for("buyer")


def test_two_facts_are_the_same_only_if_they_are_one() -> None:
    assert len({fact: fact.name for fact in FACTS}) == len(FACTS)
