"""Amazon, for sellers: who shipped it, what Amazon asks, and the appeal."""

from typing import Final

from policy.facts import fulfilment, platform_case, programme
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Avoid, Clock, Door, Headline, Party, Remedy, Responsible, Rung, Step, Warn, Way
from policy.language.rule import Rule
from policy.periods import amazon_appeal
from policy.programmes.scope import platform_runs, selling

here: Final[Condition] = selling & (programme == "amazon")
shipped_by_amazon: Final[Condition] = here & (fulfilment == "platform")
lost: Final[Condition] = here & (platform_case == "decided-for-buyer")
can_appeal: Final[Condition] = lost & ~sure(amazon_appeal == "over")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "amazon-headline-appeal",
        can_appeal,
        Headline(
            "Appeal in time against the decision, with the proof of delivery and everything that is new.",
            through=Way.APPEAL,
        ),
        ("AZ-16",),
    ),
    Rule(
        "amazon-headline-appeal-over",
        lost,
        Headline("The time to appeal is over: ask Amazon's support whether it looks at it again, and keep the proof."),
        ("AZ-16",),
    ),
    Rule(
        "amazon-headline-shipped-by-amazon",
        shipped_by_amazon & ~sure(platform_case == "decided-for-seller"),
        Headline("Amazon shipped it, so Amazon deals with the buyer: send the buyer there, and pay nothing by hand."),
        ("AZ-02",),
    ),
    Rule(
        "amazon-answers-for-its-parcels",
        shipped_by_amazon,
        Responsible(Party.PLATFORM, "Amazon packed and shipped it, and deals with the buyer."),
        ("AZ-02",),
    ),
    Rule(
        "amazon-sends-the-buyer-to-amazon",
        shipped_by_amazon & ~sure(platform_case.is_in("decided-for-seller", "decided-for-buyer")),
        Step("Tell the buyer kindly that Amazon shipped it and answers on the order's page."),
        ("AZ-02",),
    ),
    Rule(
        "amazon-finds-out-who-shipped",
        here & ~fulfilment.is_given,
        Step("Look at the order: did Amazon ship it, or did you?"),
        ("AZ-02", "AZ-01"),
    ),
    Rule(
        "amazon-appeals",
        can_appeal,
        Step(
            "Appeal in your seller account: proof of delivery with the address, the day it was sent, the messages.",
            by="amazon-appeal-clock",
            through=Way.APPEAL,
        ),
        ("AZ-16", "AZ-26"),
    ),
    Rule(
        "amazon-answers-questions-on-the-appeal",
        can_appeal,
        Step("If Amazon asks something about the appeal, answer within 72 hours."),
        ("AZ-17",),
    ),
    Rule(
        "amazon-answers-the-claim",
        here & platform_runs & ~sure(fulfilment == "platform"),
        Step(
            "Answer what Amazon asks about the claim: way of shipping, carrier, tracking, proof of delivery, messages.",
            by="amazon-claim-clock",
        ),
        ("AZ-24", "AZ-26"),
    ),
    Rule(
        "amazon-leaves-the-buyer-alone",
        here & (platform_runs | (platform_case == "decided-for-buyer")),
        Avoid("Do not go after the buyer for the money of a claim: Amazon forbids it."),
        ("AZ-04",),
    ),
    Rule(
        "amazon-a-won-appeal",
        can_appeal,
        Warn(
            "A won appeal can give back the money, the rating or only one of them. It takes up to seven days to show."
        ),
        ("AZ-18",),
    ),
    Rule(
        "amazon-seller-bears-it",
        here & (fulfilment == "seller"),
        Warn("You shipped it, so on Amazon you answer for it until it arrives as described."),
        ("AZ-01",),
    ),
    Rule(
        "amazon-who-shipped-decides",
        here & ~fulfilment.is_given,
        Remedy("Who shipped it decides who refunds, so look that up before you offer anything."),
        ("AZ-01", "AZ-02"),
    ),
    Rule(
        "amazon-nothing-by-hand",
        shipped_by_amazon,
        Remedy("Amazon refunds or replaces what it shipped, so there is nothing for you to offer."),
        ("AZ-02",),
    ),
    Rule(
        "amazon-door-appeal",
        lost,
        Door(
            Way.APPEAL,
            "An appeal with Amazon",
            "seller",
            "Until the last day Amazon looks at it once more, with something new.",
            period="amazon_appeal",
            needs=("tracking-record", "messages"),
        ),
        ("AZ-16", "AZ-26"),
    ),
    Rule(
        "amazon-appeal-clock",
        lost,
        Clock(
            "Appeal against the decision",
            "amazon_appeal",
            "The 30 days for an appeal are over. Ask Amazon's support whether it looks at it again.",
        ),
        ("AZ-16",),
    ),
    Rule(
        "amazon-claim-clock",
        here & platform_runs & ~sure(fulfilment == "platform"),
        Clock(
            "Answer what Amazon asks (counted from the day of the claim, to be safe)",
            "amazon_answer",
            "Two days since the claim are over. Look in the claim which day counts, and answer today.",
        ),
        ("AZ-24",),
    ),
    Rule(
        "amazon-rung-appeal",
        can_appeal,
        Rung(None, "It was decided against you.", "The appeal.", "Within 30 days of the decision."),
        ("AZ-16",),
    ),
)
"""Every rule of its own; all else is what holds for sellers anywhere."""
