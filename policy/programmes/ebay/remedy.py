"""eBay: what is fair."""

from typing import Final

from policy.facts import handed_over, tracking
from policy.language.conditions import sure
from policy.language.outcomes import (
    Ask,
    Remedy,
)
from policy.language.rule import Rule
from policy.programmes.ebay.scope import (
    cancelled,
    lost_on_the_way,
    not_received,
    return_case,
)

REMEDY: Final = (
    Rule(
        "eb-too-early-to-offer",
        not_received & ~sure(lost_on_the_way) & ~sure(tracking == "delivered"),
        Remedy("While the parcel may still arrive, it is too early to pay or to send another."),
        ("EB-20", "R-EB-01"),
    ),
    Rule(
        "eb-delivered-scan-protects",
        not_received & (tracking == "delivered"),
        Remedy("A scan at the order's address protects you, so first find out with the carrier what happened."),
        ("R-EB-01",),
    ),
    Rule(
        "eb-offer-a-solution",
        not_received,
        Remedy(
            "If it is lost, come forward with a solution: send it again, refund it, or compensate the buyer.",
            (Ask.RESHIP, Ask.REFUND, Ask.COMPENSATION),
            lost_on_the_way,
        ),
        ("EB-30",),
    ),
    Rule(
        "eb-refund-by-the-rules",
        cancelled,
        Remedy(
            "Return and refund go by eBay's rules: cancel while you still have it, otherwise refund after the return.",
            (Ask.REFUND,),
            (handed_over == "no") | (tracking == "returned"),
        ),
        ("EB-31", "R-EB-02"),
    ),
    Rule(
        "eb-return-not-covered",
        return_case,
        Remedy(
            "The source for eBay sellers does not say what to offer here. Look at what eBay proposes in the request."
        ),
        ("W-EB-06",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*REMEDY,)
"""In the order in which an answer lists them."""
