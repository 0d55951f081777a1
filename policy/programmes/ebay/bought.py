"""eBay, for buyers: report in time, ask eBay to step in, return what was cancelled. All else every buyer shares."""

from typing import Final

from policy.facts import escalated, problem
from policy.language.conditions import sure
from policy.language.outcomes import Clock, Headline, Step
from policy.language.rule import Rule
from policy.programmes.buyers.scope import higher_up, not_written
from policy.programmes.ebay.scope import buying_here, not_agreed

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-buyer-headline-not-received",
        buying_here & (problem == "not-received") & not_written & ~sure(higher_up),
        Headline("Report on eBay in time that it did not come, and find out where the parcel is."),
        ("W-EB-01", "SR-24"),
    ),
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
    Rule(
        "eb-buyer-report-clock",
        buying_here & (problem == "not-received"),
        Clock(
            "Report on eBay that the item did not come",
            starts="estimated_delivery_on",
            late="The time to report it on eBay is over. Ask the seller, the carrier, and whoever you paid with.",
            window="W-EB-01",
        ),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-escalation-clock",
        buying_here & (problem == "not-received"),
        Clock(
            "Ask eBay to step in, if your request was not solved",
            starts="request_opened_on",
            late="The time to ask eBay to step in is over. Ask the seller, the carrier, and whoever you paid with.",
            window="W-EB-03",
        ),
        ("W-EB-03",),
    ),
)
