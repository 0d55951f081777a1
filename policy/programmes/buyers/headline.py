"""Every buyer: the sentence to remember, and who has to act."""

from typing import Final

from policy.facts import escalated, insured, problem, reply
from policy.language.conditions import sure
from policy.language.outcomes import (
    Headline,
    Party,
    Responsible,
)
from policy.language.rule import Rule
from policy.programmes.buyers.scope import (
    buying,
    cancelled,
    higher_up,
    parcel_came,
    seized,
    talk_failed,
    tiers_apply,
)

AGREED: Final = "You have agreed: say thank you, and close nothing until the money or the replacement is there."

HEADLINES: Final = (
    Rule(
        "buyer-headline-agreed",
        buying & (reply == "agreed"),
        Headline(AGREED),
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
        "buyer-headline-cancelled",
        buying & cancelled,
        Headline("Ask the seller now what happens with the parcel, and when your money comes back."),
        ("SR-50", "SR-70"),
    ),
    Rule(
        "buyer-headline-seized-insured",
        tiers_apply & seized & (insured == "yes"),
        Headline("It was insured: ask for all your money back, or for the order to be sent again."),
        ("KB-35",),
    ),
    Rule(
        "buyer-headline-seized-not-insured",
        tiers_apply & seized & (insured == "no"),
        Headline("It was not insured, so nothing is promised: ask all the same, and keep every letter."),
        ("KB-35", "SR-70"),
    ),
    Rule(
        "buyer-headline-seized",
        tiers_apply & seized,
        Headline("Find out whether shipping insurance was bought: it decides what you can ask for."),
        ("KB-35",),
    ),
    Rule(
        "buyer-headline-customs",
        buying & seized,
        Headline("First find out whether customs has taken the parcel or only holds it, then write to the seller."),
        ("SR-50", "SR-70"),
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
        "buyer-takes-it-higher",
        buying & talk_failed & ~sure(higher_up),
        Responsible(Party.PLATFORM, "Talking has not helped, so the platform or agent has to settle it now."),
        ("SR-51",),
    ),
    Rule(
        "buyer-starts-with-the-seller",
        buying & problem.is_given,
        Responsible(
            Party.SELLER,
            "Turn to the seller first, or to your agent if you bought through one: most cases need nobody else.",
        ),
        ("SR-50", "SR-70"),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *HEADLINES,
    *RESPONSIBILITY,
)
"""In the order in which an answer lists them."""
