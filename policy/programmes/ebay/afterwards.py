"""eBay, for sellers: what is kept on record, and what to do better next time."""

from typing import Final

from policy.facts import problem, reply
from policy.language.conditions import sure
from policy.language.outcomes import Headline, Proof, Step, Warn
from policy.language.rule import Rule
from policy.programmes.ebay.scope import cancelled, selling

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-agreed",
        selling & (reply == "agreed"),
        Headline("You have agreed: do what you promised, and write down what to do better next time."),
        ("EB-32", "EB-50"),
    ),
    Rule(
        "eb-keep-records",
        selling,
        Step("Keep the order's record up to date: each message, each scan, each date."),
        ("EB-50",),
    ),
    Rule(
        "eb-better-carrier",
        selling & (reply == "agreed"),
        Warn("For next time: note every order's status, and use a reliable carrier with full tracking."),
        ("EB-50", "EB-51"),
    ),
    Rule(
        "eb-check-before-shipping",
        cancelled & (reply == "agreed"),
        Warn("For next time: look once more whether the order still stands before you ship it."),
        ("EB-52",),
    ),
    Rule(
        "eb-proof-packing-log",
        selling & ~sure(problem == "cancelled-after-shipment"),
        Proof("packing-log", "Your own record of what you packed.", needed=False),
        ("EB-50",),
    ),
)
