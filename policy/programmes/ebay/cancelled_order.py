"""eBay, for sellers: the buyer cancelled after the order was sent, or while it waited for the carrier."""

from typing import Final

from policy.facts import handed_over, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Ask, Avoid, Headline, Party, Remedy, Responsible, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.ebay.scope import cancelled, free_to_pay, going_back, not_agreed, still_here, undecided

live: Final[Condition] = cancelled & undecided & not_agreed

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-can-still-cancel",
        still_here & undecided,
        Headline("The carrier does not have it yet: stop the parcel and cancel the order."),
        ("R-EB-02",),
    ),
    Rule(
        "eb-headline-cancelled-back",
        live & ~sure(still_here) & going_back,
        Headline("It comes back: tell the buyer, and refund through the order once it is there."),
        ("EB-12", "EB-31"),
    ),
    Rule(
        "eb-headline-cancelled",
        live,
        Headline("Tell the buyer where the parcel is and what happens next. After shipping, it goes by a return."),
        ("EB-12", "R-EB-02"),
    ),
    Rule(
        "eb-seller-still-has-it",
        still_here,
        Responsible(Party.SELLER, "The parcel is still with you, so you stop it and tell the buyer."),
        ("R-EB-02", "EB-12"),
    ),
    Rule(
        "eb-stop-the-parcel",
        still_here,
        Step("Take the parcel out before the carrier comes, and cancel the order on eBay.", does=(Action.CANCEL,)),
        ("R-EB-02",),
    ),
    Rule(
        "eb-find-out-the-hand-over",
        live & ~handed_over.is_given & ~sure(tracking.is_in("in-transit", "stalled", "delivered", "returned")),
        Step("Find out whether the carrier has taken the parcel. A printed label is not a hand-over."),
        ("R-EB-02",),
    ),
    Rule(
        "eb-tell-that-it-is-stopped",
        still_here & undecided & not_agreed,
        Step("Tell the buyer that you have stopped the parcel, and that you cancel the order."),
        ("EB-12", "R-EB-02"),
    ),
    Rule(
        "eb-tell-that-it-shipped",
        live & ~sure(still_here),
        Step("Tell the buyer promptly where the parcel is and what happens next."),
        ("EB-12",),
    ),
    Rule(
        "eb-do-not-cancel-after-shipping",
        cancelled & ~(handed_over == "no"),
        Avoid(
            "Do not cancel an order that the carrier already has: the buyer receives it and opens a return.",
            (Action.CANCEL,),
        ),
        ("R-EB-02",),
    ),
    Rule(
        "eb-three-days-to-say-no",
        live,
        Warn("If the buyer asked on eBay to cancel, say yes or no there within three days."),
        ("EBX-32",),
    ),
    Rule(
        "eb-refund-by-the-rules",
        cancelled,
        Remedy(
            "Return and refund go by eBay's rules: cancel while you still have it, otherwise refund after the return.",
            (Ask.REFUND,),
            ((handed_over == "no") | (tracking == "returned")) & free_to_pay,
        ),
        ("EB-31", "R-EB-02"),
    ),
    sending("eb-send-cancelled-notice", live & (handed_over == "yes"), "eb-cancelled-notice"),
    sending("eb-send-cancellation", live & still_here, "eb-order-cancelled"),
)

BEFORE: Final = {"eb-seller-still-has-it": "eb-seller-is-responsible"}
"""While the seller still has the parcel, there is nothing to find on the way."""
