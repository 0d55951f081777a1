"""Every buyer: the sentence to remember, and who has to act."""

from typing import Final

from policy.conditions import sure
from policy.effects import (
    Headline,
    Party,
    Responsible,
)
from policy.facts import escalated, insured, problem, reply
from policy.programmes.buyers.scope import (
    buying,
    higher_up,
    parcel_came,
    seized,
    talk_failed,
    tiers_apply,
)
from policy.rule import Rule

HEADLINES: Final = (
    Rule(
        "buyer-headline-agreed",
        buying & (reply == "agreed"),
        Headline("You have agreed: say thank you, and close nothing until the money or the replacement is there."),
        ("KB-40", "R-AN-01"),
    ),
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
        "buyer-headline-talk-failed",
        buying & talk_failed & ~sure(higher_up),
        Headline("Talking has not helped: take it one step higher, with your proof."),
        ("SR-51",),
    ),
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
        "buyer-headline-parcel-came",
        buying & parcel_came,
        Headline("Collect your proof first, then write once: short, exact, with one clear request."),
        ("KB-01", "KB-23"),
    ),
    Rule(
        "buyer-headline-not-received",
        buying & (problem == "not-received"),
        Headline("First find out where the parcel is, then write to the seller."),
        ("SR-24", "SR-27"),
    ),
    Rule(
        "buyer-headline-seized-insured",
        tiers_apply & seized & (insured == "yes"),
        Headline("It was insured: show that customs took it, and ask for your money back or for it to be sent again."),
        ("KB-35",),
    ),
    Rule(
        "buyer-headline-seized-not-insured",
        tiers_apply & seized & (insured == "no"),
        Headline("Without insurance nothing is promised after a seizure. You can still ask, politely."),
        ("KB-35",),
    ),
    Rule(
        "buyer-headline-seized",
        tiers_apply & seized,
        Headline("Find out whether shipping insurance was bought: it decides what you can ask for."),
        ("KB-35",),
    ),
)

RESPONSIBILITY: Final = (
    Rule(
        "buyer-dispute-decides",
        buying & (escalated == "platform-dispute"),
        Responsible(Party.PLATFORM, "Your dispute is where it is decided now."),
        ("SR-51",),
    ),
    Rule(
        "buyer-takes-it-higher",
        buying & talk_failed & (escalated == "none"),
        Responsible(Party.PLATFORM, "Talking has not helped, so the platform or agent has to settle it now."),
        ("SR-51",),
    ),
    Rule(
        "buyer-starts-with-the-seller",
        buying & (parcel_came | (problem == "not-received")),
        Responsible(Party.SELLER, "The seller is the one to turn to first: most cases never need anybody else."),
        ("SR-50", "SR-70"),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *HEADLINES,
    *RESPONSIBILITY,
)
"""In the order in which an answer lists them."""
