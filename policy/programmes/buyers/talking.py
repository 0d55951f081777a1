"""Every buyer: an answer is awaited, or an offer is on the table."""

from typing import Final

from policy.cases.derived import NEGOTIATION_HOURS, negotiation
from policy.facts import escalated, reply
from policy.language.conditions import sure
from policy.language.outcomes import Clock, Headline, Rung, Step
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import buying, higher_up, investigation_runs, still_talking

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-offered",
        buying & (reply == "offered"),
        Headline("Compare their offer with what is fair before you answer it."),
        ("SR-43",),
    ),
    Rule(
        "buyer-headline-waiting",
        buying & (reply == "waiting"),
        Headline("Give them the time to answer, then write once more, calmly."),
        ("SR-31", "SR-50"),
    ),
    Rule(
        "buyer-waits-for-an-answer",
        buying & (reply == "waiting") & ~sure(higher_up) & ~sure(negotiation == "over") & ~sure(investigation_runs),
        Step("Wait for the answer, and write once more if none comes in time.", by="buyer-negotiation-clock"),
        ("SR-31", "SR-50"),
    ),
    Rule(
        "buyer-weighs-the-offer",
        buying & (reply == "offered"),
        Step("Compare the offer with what is fair. A reasonable one is worth more than a long fight."),
        ("SR-43",),
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
    sending(
        "buyer-send-follow-up",
        buying & (reply == "waiting") & ~sure(higher_up) & ~sure(negotiation == "over") & ~sure(investigation_runs),
        "buyer-follow-up",
    ),
)
