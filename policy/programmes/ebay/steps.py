"""eBay: what to do."""

from typing import Final

from policy.facts import escalated, handed_over, problem, reply, tracking
from policy.language.conditions import sure
from policy.language.outcomes import (
    Action,
    Step,
)
from policy.language.rule import Rule
from policy.programmes.ebay.scope import (
    buying_here,
    cancelled,
    case_decided,
    lost_on_the_way,
    not_agreed,
    not_received,
    return_case,
    selling,
    sent,
    still_here,
)

STEPS: Final = (
    Rule(
        "eb-appeal-the-decision",
        case_decided,
        Step("If the case was decided against you and you have new evidence, appeal.", by="eb-appeal-clock"),
        ("W-EB-04",),
    ),
    Rule(
        "eb-stop-the-parcel",
        still_here,
        Step("Take the parcel out before the carrier comes, and cancel the order on eBay.", does=(Action.CANCEL,)),
        ("R-EB-02",),
    ),
    Rule(
        "eb-find-out-the-hand-over",
        cancelled & ~handed_over.is_given,
        Step("Find out whether the carrier has taken the parcel. A printed label is not a hand-over."),
        ("R-EB-02",),
    ),
    Rule(
        "eb-answer-promptly",
        not_received & not_agreed & ~sure(case_decided),
        Step("Answer the buyer promptly, and explain in detail what you know.", by="eb-not-received-clock"),
        ("EB-10",),
    ),
    Rule(
        "eb-tell-that-it-is-stopped",
        still_here & not_agreed,
        Step("Tell the buyer that you have stopped the parcel, and that you cancel the order."),
        ("EB-12", "R-EB-02"),
    ),
    Rule(
        "eb-tell-that-it-shipped",
        cancelled & not_agreed & ~sure(still_here),
        Step("Tell the buyer promptly where the parcel is and what happens next."),
        ("EB-12",),
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
        "eb-answer-the-return-request",
        return_case & not_agreed & ~sure(case_decided),
        Step("Answer the return request on eBay.", by="eb-return-clock"),
        ("W-EB-06",),
    ),
    Rule(
        "eb-negotiate",
        sent & ~sure(reply.is_in("refused", "agreed")) & ~sure(case_decided),
        Step("Keep talking until both of you can live with the outcome."),
        ("EB-32",),
    ),
    Rule(
        "eb-ask-ebay-to-step-in",
        selling & (reply == "refused") & ~sure(case_decided),
        Step("Ask eBay to step in: it has seller protection and settles disputes."),
        ("EB-40", "EB-41"),
    ),
    Rule(
        "eb-keep-records",
        selling,
        Step("Keep the order's record up to date: each message, each scan, each date."),
        ("EB-50",),
    ),
)

BUYERS: Final = (
    Rule(
        "eb-buyer-reports-it",
        buying_here
        & (problem == "not-received")
        & ~sure(escalated.is_in("platform-dispute", "community", "exhausted")),
        Step("Report on eBay that the item did not come.", by="eb-buyer-report-clock"),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-asks-ebay-to-step-in",
        buying_here & (problem == "not-received") & (escalated == "platform-dispute") & not_agreed,
        Step("If your request is not solved, ask eBay to step in.", by="eb-buyer-escalation-clock"),
        ("W-EB-03",),
    ),
    Rule(
        "eb-buyer-returns-it",
        buying_here & (problem == "cancelled-after-shipment") & not_agreed,
        Step("If the carrier has the parcel, wait until it comes, then open a return on eBay."),
        ("R-EB-02",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *STEPS,
    *BUYERS,
)
"""In the order in which an answer lists them."""
