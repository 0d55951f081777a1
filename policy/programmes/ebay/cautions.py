"""eBay: what not to do, and what to look out for."""

from typing import Final

from policy.facts import handed_over, problem, reply
from policy.language.outcomes import (
    Action,
    Avoid,
    Warn,
    WarnAtStake,
)
from policy.language.rule import Rule
from policy.programmes.ebay.scope import (
    cancelled,
    lost_on_the_way,
    not_received,
    selling,
)
from policy.sources.statements import statements

AVOID: Final = (
    Rule(
        "eb-find-it-before-you-pay",
        not_received & ~lost_on_the_way,
        Avoid(
            "Do not refund or send it again before you know where the parcel is. A scan at the buyer's address "
            "protects you.",
            (Action.REFUND, Action.RESHIP),
        ),
        ("EB-20", "R-EB-01"),
    ),
    Rule(
        "eb-do-not-cancel-after-shipping",
        cancelled & ~(handed_over == "no"),
        Avoid(
            "Do not cancel an order that the carrier already has: the buyer receives it and opens a return.",
            (Action.CANCEL,),
        ),
        ("R-EB-02",),
    ),
)

WARNINGS: Final = (
    Rule(
        "eb-seller-protection",
        not_received,
        WarnAtStake(statements()["R-EB-01"].text),
        ("R-EB-01",),
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
        "eb-seized-not-covered",
        selling & (problem == "seized-by-customs"),
        Warn("The sources for eBay sellers do not speak of customs. Ask the carrier for the papers, and ask eBay."),
        ("EB-50",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *AVOID,
    *WARNINGS,
)
"""In the order in which an answer lists them."""
