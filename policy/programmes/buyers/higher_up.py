"""Every buyer: a dispute is open, the community mediates, or every step was tried; and PayPal's own days."""

from typing import Final

from policy.facts import escalated, reply
from policy.language.conditions import sure
from policy.language.outcomes import Action, Clock, Headline, Party, Responsible, Rung, Step
from policy.language.rule import Rule
from policy.programmes.buyers.scope import buying, not_agreed

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-exhausted",
        buying & (escalated == "exhausted"),
        Headline("You have tried every step: weigh what more of your time would bring, then let it go."),
        ("SR-53",),
    ),
    Rule(
        "buyer-headline-community",
        buying & (escalated == "community"),
        Headline("Let the community mediate, and decide beforehand how much more time this is worth to you."),
        ("SR-52", "SR-60"),
    ),
    Rule(
        "buyer-headline-dispute",
        buying & (escalated == "platform-dispute"),
        Headline("Stay with your dispute: give it all your proof, and keep it open until you have what you are owed."),
        ("SR-51", "R-AN-01"),
    ),
    Rule(
        "buyer-dispute-decides",
        buying & (escalated == "platform-dispute"),
        Responsible(Party.PLATFORM, "Your dispute is where it is decided now."),
        ("SR-51",),
    ),
    Rule(
        "buyer-community-mediates",
        buying & (escalated == "community") & ~sure(reply == "agreed"),
        Responsible(Party.UNKNOWN, "The community mediates now, between you and the seller."),
        ("SR-52",),
    ),
    Rule(
        "buyer-decides-to-stop",
        buying & (escalated == "exhausted") & ~sure(reply == "agreed"),
        Responsible(Party.BUYER, "Every step was tried, so nobody but you decides whether it is worth more time."),
        ("SR-53", "SR-60"),
    ),
    Rule(
        "buyer-keeps-the-dispute-going",
        buying & (escalated == "platform-dispute") & not_agreed,
        Step("Answer every question in the dispute. If it ends without a solution, ask the community to mediate."),
        ("SR-51", "SR-52"),
    ),
    Rule(
        "buyer-asks-the-community",
        buying & (escalated == "community") & not_agreed,
        Step("Show the community both sides of the case, with your proof, and ask for mediation."),
        ("SR-52",),
    ),
    Rule(
        "buyer-lets-it-go",
        buying & (escalated == "exhausted") & ~(reply == "agreed"),
        Step("Accept the loss, and move on.", does=(Action.ACCEPT,)),
        ("SR-53",),
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
)
