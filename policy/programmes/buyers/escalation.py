"""Every buyer: the time limits, and where to turn next."""

from typing import Final

from policy.cases.derived import NEGOTIATION_HOURS
from policy.facts import escalated, reply
from policy.language.conditions import sure
from policy.language.outcomes import (
    Clock,
    Rung,
    WalkAway,
)
from policy.language.rule import Rule
from policy.programmes.buyers.scope import (
    buying,
    higher_up,
    investigation_runs,
    not_written,
    parcel_came,
    still_talking,
    talk_failed,
    to_the_agent,
)

CLOCKS: Final = (
    Rule(
        "buyer-contact-clock",
        buying & parcel_came & not_written & ~sure(investigation_runs),
        Clock(
            "Write to the seller or agent",
            starts="delivered_on",
            late="The first day is over. Write now: late is better than not at all.",
            limit=24,
            unit="hours",
            start="the day the parcel came",
        ),
        ("SR-20",),
    ),
    Rule(
        "buyer-negotiation-clock",
        buying & still_talking & ~sure(reply == "refused") & (escalated == "none") & ~sure(investigation_runs),
        Clock(
            "Settle it with the seller directly, before you go one step higher",
            starts="contacted_on",
            late="The time for direct talks is over. You can take it one step higher now.",
            limit=NEGOTIATION_HOURS,
            unit="hours",
            start="the day you first wrote to the seller",
        ),
        ("SR-50",),
    ),
    Rule(
        "buyer-paypal-dispute-clock",
        buying,
        Clock(
            "Open a PayPal dispute, if you paid with PayPal",
            starts="paid_on",
            late="The time for opening a PayPal dispute is over. Ask the seller and the platform directly.",
            window="W-PP-01",
        ),
        ("W-PP-01",),
    ),
    Rule(
        "buyer-paypal-claim-clock",
        buying & (escalated == "platform-dispute"),
        Clock(
            "Turn an open PayPal dispute into a claim; after that day it closes for good",
            starts="request_opened_on",
            late="A PayPal dispute from that day has closed for good. Other ways may still be open: ask the platform.",
            window="W-PP-02",
        ),
        ("W-PP-02",),
    ),
)

LADDER: Final = (
    Rule(
        "buyer-rung-agreed",
        buying & (reply == "agreed"),
        Rung(None, "You have agreed.", "Nothing, if they keep their word.", "If they do not, go on where you stopped."),
        ("KB-40",),
    ),
    Rule(
        "buyer-rung-loss",
        buying & (escalated == "exhausted"),
        Rung(4, "Accept the loss and move on.", "Nothing more.", "Every step before this one was tried."),
        ("SR-53",),
    ),
    Rule(
        "buyer-rung-community",
        buying & (escalated == "community"),
        Rung(3, "Community mediation.", "Accept the loss and move on.", "If the mediation brings nothing."),
        ("SR-52", "SR-53"),
    ),
    Rule(
        "buyer-rung-dispute",
        buying & (escalated == "platform-dispute"),
        Rung(2, "The platform's dispute system.", "Community mediation.", "If the dispute ends without a solution."),
        ("SR-51", "SR-52"),
    ),
    Rule(
        "buyer-rung-agent-mediation",
        to_the_agent,
        Rung(2, "Your agent's dispute mediation.", "Community mediation.", "If the mediation ends without a solution."),
        ("KB-41", "SR-52"),
    ),
    Rule(
        "buyer-rung-dispute-now",
        buying & ~sure(higher_up) & talk_failed,
        Rung(2, "The platform's dispute system.", "Community mediation.", "If the dispute ends without a solution."),
        ("SR-51", "SR-52"),
    ),
    Rule(
        "buyer-rung-negotiation",
        buying & (escalated == "none") & still_talking,
        Rung(
            1,
            "Talk with the seller directly.",
            "The platform's dispute system.",
            f"If the seller refuses, or has not answered {NEGOTIATION_HOURS} hours after you first wrote.",
        ),
        ("SR-50", "SR-51"),
    ),
    Rule(
        "buyer-rung-unknown",
        buying,
        Rung(
            None,
            "Start with the seller, or with your agent.",
            "The platform's dispute system.",
            "If talking does not help.",
        ),
        ("SR-50", "SR-51"),
    ),
)

WALK_AWAY: Final = (
    Rule(
        "buyer-weighs-value-and-time",
        buying & ((reply == "refused") | higher_up),
        WalkAway("Is the item worth the time that this still takes?"),
        ("SR-60",),
    ),
    Rule(
        "buyer-weighs-the-sellers-history",
        buying & ((reply == "refused") | higher_up),
        WalkAway("How has the seller treated other buyers?"),
        ("SR-61",),
    ),
    Rule(
        "buyer-weighs-the-proof",
        buying & ((reply == "refused") | higher_up),
        WalkAway("How strong is your proof?"),
        ("SR-62",),
    ),
    Rule(
        "buyer-weighs-the-future",
        buying & ((reply == "refused") | higher_up),
        WalkAway("Do you want to buy from this seller again?"),
        ("SR-63",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *CLOCKS,
    *LADDER,
    *WALK_AWAY,
)
"""In the order in which an answer lists them."""
