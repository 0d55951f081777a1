"""eBay, for sellers: the parcel was sent, whether the buyer waits for it or cancelled it."""

from typing import Final

from policy.facts import problem, reply, tracking
from policy.language.conditions import sure
from policy.language.outcomes import Party, Proof, Responsible, Step
from policy.language.rule import Rule
from policy.programmes.ebay.scope import case_decided, lost_on_the_way, sent, shipped_case

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-seller-is-responsible",
        shipped_case,
        Responsible(
            Party.SELLER, "You shipped the order, so you find out where it is and come to the buyer with a solution."
        ),
        ("EB-10", "EB-30", "EB-31"),
    ),
    Rule(
        "eb-compare-order-and-shipment",
        sent,
        Step("Compare the order with what you sent: product, quantity and address."),
        ("EB-01",),
    ),
    Rule(
        "eb-check-carrier-and-number",
        sent,
        Step("Check that the carrier and the tracking number on the order are right."),
        ("EB-02",),
    ),
    Rule(
        "eb-follow-the-parcel",
        sent,
        Step("Follow the parcel with the carrier or a tracking tool."),
        ("EB-20",),
    ),
    Rule(
        "eb-contact-the-carrier",
        sent & (lost_on_the_way | ((tracking == "delivered") & (problem == "not-received"))),
        Step("Contact the carrier at once, and ask what happened."),
        ("EB-21",),
    ),
    Rule(
        "eb-negotiate",
        sent & ~sure(reply.is_in("refused", "agreed")) & ~sure(case_decided),
        Step("Keep talking until both of you can live with the outcome."),
        ("EB-32",),
    ),
    Rule(
        "eb-proof-tracking",
        sent,
        Proof("tracking-record", "The tracking history, with the scan at the buyer's address if there is one."),
        ("EB-11", "R-EB-01"),
    ),
)
