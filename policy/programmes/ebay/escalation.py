"""eBay: the time limits, and where to turn next."""

from typing import Final

from policy.facts import escalated, problem, reply
from policy.language.conditions import sure
from policy.language.outcomes import (
    Clock,
    Rung,
)
from policy.language.rule import Rule
from policy.programmes.ebay.scope import (
    buying_here,
    case_decided,
    not_received,
    return_case,
    selling,
)

CLOCKS: Final = (
    Rule(
        "eb-not-received-clock",
        not_received & ~sure(case_decided),
        Clock(
            "Answer the buyer's request; after that either of you can ask eBay to step in",
            starts="request_opened_on",
            late="The time for your answer is over, so the buyer can ask eBay to step in. Answer now all the same.",
            window="W-EB-02",
            act="answer",
        ),
        ("W-EB-02",),
    ),
    Rule(
        "eb-return-clock",
        return_case & ~sure(case_decided),
        Clock(
            "Answer the buyer's return request",
            starts="request_opened_on",
            late="The time for your answer is over, so the buyer can ask eBay to step in. Answer now all the same.",
            window="W-EB-06",
            act="answer",
        ),
        ("W-EB-06",),
    ),
    Rule(
        "eb-payment-dispute-clock",
        selling,
        Clock(
            "Answer a payment dispute, if the buyer opened one",
            starts="request_opened_on",
            late="The time to answer a payment dispute is over. Ask eBay what is still possible.",
            window="W-EB-05",
            act="answer",
        ),
        ("W-EB-05",),
    ),
    Rule(
        "eb-appeal-clock",
        selling & (escalated == "exhausted"),
        Clock(
            "Appeal the decided case, with new evidence",
            starts="",
            late="",
            window="W-EB-04",
        ),
        ("W-EB-04",),
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

LADDER: Final = (
    Rule(
        "eb-rung-appeal",
        case_decided,
        Rung(None, "An appeal, with new evidence.", "No source names a further step.", "Once eBay has answered."),
        ("W-EB-04",),
    ),
    Rule(
        "eb-rung-step-in",
        selling & (reply == "refused"),
        Rung(
            None,
            "Ask eBay to step in.",
            "An appeal, with new evidence.",
            "If eBay decides against you and you have something new to show.",
        ),
        ("EB-40", "EB-41", "W-EB-04"),
    ),
    Rule(
        "eb-rung-talk",
        selling,
        Rung(
            None, "Settle it with the buyer.", "Ask eBay to step in.", "If you cannot agree, or the dispute is serious."
        ),
        ("EB-32", "EB-40"),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *CLOCKS,
    *LADDER,
)
"""In the order in which an answer lists them."""
