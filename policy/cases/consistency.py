"""What facts say about each other: pairs that cannot both be true, days in their order, and what follows from what."""

from typing import Final, NamedTuple

from policy.cases.programmes import of_kind, shipped_by
from policy.facts import (
    agreed_on,
    carrier_claim,
    carrier_claim_opened_on,
    collected_by_other,
    contacted_on,
    delivered_on,
    fulfilment,
    handed_over,
    international,
    left_with,
    looked_around,
    offer,
    offer_amount,
    order_number,
    paid_with,
    payment_case,
    payment_case_closed_on,
    payment_case_opened_on,
    platform_case,
    platform_case_closed_on,
    platform_case_opened_on,
    problem,
    product_number,
    programme,
    promise_kept,
    reply,
    return_reason,
    return_state,
    returned_on,
    seller_is,
    sent_back_on,
    side,
    tracking,
)
from policy.language.conditions import Condition
from policy.language.kinds import Fact
from policy.language.programme import Kind, programmes
from policy.language.sentences import in_a_list


class Contradiction(NamedTuple):
    """Two facts that cannot both be true.

    `one` is the fact to look at first. `says` and `but` tell what they say, to complete "You said that …, but also that
    …"; where they are empty, the values do.
    """

    when: Condition
    one: Fact
    other: Fact
    says: str = ""
    but: str = ""


PARCEL_CAME: Final = ("damaged", "missing-item", "wrong-item", "not-as-described", "empty-package")
"""The problems of a parcel that came."""

_NOT_THERE: Final = ("not-scanned", "in-transit", "stalled", "waiting-for-collection")
_DISPATCHING: Final = [record.label for record in programmes() if "platform" in record.fulfilment]
_SCANNED: Final = tracking.is_in("in-transit", "stalled", "waiting-for-collection", "delivered", "returned")
_TAKES_NOTHING_BACK: Final = paid_with.is_in("bank-transfer", "platform-balance", "cash-or-crypto")
_NOT_WRITTEN_YET: Final = (side == "buyer") & (reply == "not-contacted")
_ENDED: Final = ("decided-for-buyer", "decided-for-seller", "closed")
_WAY_BACK: Final = problem == "return"  # then the tracking is that of the way back
_HAVE_TWO_WAYS: Final = f"only {in_a_list(_DISPATCHING)} {'has' if len(_DISPATCHING) == 1 else 'have'} two ways to ship"


CONTRADICTIONS: Final = (
    Contradiction(
        shipped_by() & fulfilment.is_given,
        fulfilment,
        programme,
        "there were two ways to ship",
        f"it was ordered elsewhere: {_HAVE_TWO_WAYS}",
    ),
    Contradiction(of_kind(Kind.PRIVATE) & (seller_is == "trader"), seller_is, programme),
    Contradiction(of_kind(Kind.SHOP) & (seller_is == "private"), seller_is, programme),
    Contradiction(
        of_kind(Kind.SHOP, Kind.PRIVATE) & platform_case.is_in("open", "with-platform", *_ENDED),
        platform_case,
        programme,
    ),
    # A case reaches the seller too: whoever opened one has written.
    Contradiction(_NOT_WRITTEN_YET & platform_case.is_in("open", "with-platform", *_ENDED), platform_case, reply),
    Contradiction(_NOT_WRITTEN_YET & payment_case.is_in("open", "claim", *_ENDED), payment_case, reply),
    Contradiction((problem == "customs") & (international == "no"), international, problem),
    Contradiction(tracking.is_in(*_NOT_THERE, "returned") & problem.is_in(*PARCEL_CAME), tracking, problem),
    Contradiction((tracking == "delivered") & (problem == "customs"), tracking, problem),
    Contradiction((handed_over == "no") & _SCANNED, handed_over, tracking),
    Contradiction((handed_over == "no") & problem.is_in(*PARCEL_CAME), handed_over, problem),
    Contradiction((looked_around == "yes") & (tracking == "not-scanned"), looked_around, tracking),
    Contradiction((collected_by_other == "yes") & (tracking == "waiting-for-collection"), collected_by_other, tracking),
    Contradiction(
        tracking.is_in(*_NOT_THERE) & delivered_on.is_given & ~_WAY_BACK,
        delivered_on,
        tracking,
        "it was delivered on that day",
    ),
    Contradiction(tracking.is_in(*_NOT_THERE) & left_with.is_given, left_with, tracking),
    Contradiction(
        tracking.is_in("not-scanned", "in-transit", "delivered") & return_reason.is_given, return_reason, tracking
    ),
    Contradiction(
        (reply == "not-contacted") & contacted_on.is_given, contacted_on, reply, "somebody wrote on that day"
    ),
    Contradiction(reply.is_in("not-contacted", "waiting", "answered") & offer.is_given, offer, reply),
    Contradiction(
        reply.is_in("not-contacted", "waiting", "answered") & offer_amount.is_given,
        offer_amount,
        reply,
        "an amount was offered",
    ),
    Contradiction(
        reply.is_in("not-contacted", "waiting", "answered", "offered", "refused") & agreed_on.is_given,
        agreed_on,
        reply,
        "you agreed on that day",
    ),
    Contradiction(
        reply.is_in("not-contacted", "waiting", "answered", "offered", "refused") & promise_kept.is_given,
        promise_kept,
        reply,
    ),
    Contradiction(
        (platform_case == "none") & platform_case_opened_on.is_given,
        platform_case_opened_on,
        platform_case,
        "a case was opened there on that day",
    ),
    Contradiction(
        platform_case.is_in("none", "open", "with-platform") & platform_case_closed_on.is_given,
        platform_case_closed_on,
        platform_case,
        "the case there ended on that day",
    ),
    Contradiction(
        (payment_case == "none") & payment_case_opened_on.is_given,
        payment_case_opened_on,
        payment_case,
        "a case was opened on that day where it was paid",
    ),
    Contradiction(
        payment_case.is_in("none", "open", "claim") & payment_case_closed_on.is_given,
        payment_case_closed_on,
        payment_case,
        "the payment case ended on that day",
    ),
    Contradiction(
        payment_case.is_in("open", "claim", *_ENDED) & _TAKES_NOTHING_BACK,
        payment_case,
        paid_with,
    ),
    Contradiction(
        (carrier_claim == "none") & carrier_claim_opened_on.is_given,
        carrier_claim_opened_on,
        carrier_claim,
        "the carrier was asked on that day",
    ),
    Contradiction(
        (return_state == "not-sent-back") & sent_back_on.is_given,
        sent_back_on,
        return_state,
        "it was posted back on that day",
    ),
    Contradiction(
        (return_state == "not-sent-back") & returned_on.is_given,
        returned_on,
        return_state,
        "it came back on that day",
    ),
)
"""Every pair of facts with fixed values, or told at all, that cannot both be true."""

IMPLIED: Final = (
    (problem == "customs", "international", "yes"),
    (_SCANNED | problem.is_in(*PARCEL_CAME), "handed_over", "yes"),
    (_TAKES_NOTHING_BACK, "payment_case", "none"),
    (_NOT_WRITTEN_YET, "platform_case", "none"),
    (_NOT_WRITTEN_YET, "payment_case", "none"),
    (of_kind(Kind.PRIVATE), "seller_is", "private"),
    (of_kind(Kind.SHOP), "seller_is", "trader"),
    (of_kind(Kind.SHOP, Kind.PRIVATE), "platform_case", "none"),
)
"""Condition, fact, value: where the condition holds and the fact was left out, it has that value."""

PROVEN_BY: Final = {"order-number": order_number, "product-number": product_number}
"""Kinds of proof that are in hand as soon as they are typed, and the fact that holds them."""

ORDERED_DAYS: Final = (
    ("ordered_on", "paid_on", False),
    ("ordered_on", "shipped_on", False),
    ("ordered_on", "estimated_delivery_on", False),
    ("ordered_on", "delivered_on", False),
    ("shipped_on", "delivered_on", False),
    ("ordered_on", "noticed_on", False),
    ("delivered_on", "noticed_on", True),
    ("ordered_on", "contacted_on", False),
    ("contacted_on", "agreed_on", False),
    ("ordered_on", "platform_case_opened_on", False),
    ("platform_case_opened_on", "platform_case_closed_on", False),
    ("ordered_on", "payment_case_opened_on", False),
    ("payment_case_opened_on", "payment_case_closed_on", False),
    ("shipped_on", "carrier_claim_opened_on", False),
    ("shipped_on", "returned_on", False),
    ("delivered_on", "sent_back_on", False),
    ("sent_back_on", "returned_on", False),
    ("ordered_on", "customs_notice_on", False),
)
"""Earlier day, later day, and whether that order holds only where a parcel arrived."""

ORDERED_NUMBERS: Final = (("items_affected", "items_ordered"),)
"""The smaller number, and the one that it is a part of."""
