"""eBay: the sentence to remember, and who has to act."""

from typing import Final

from policy.effects import (
    Headline,
    Party,
    Responsible,
)
from policy.facts import handed_over, reply, tracking
from policy.programmes.ebay.scope import (
    cancelled,
    lost_on_the_way,
    not_received,
    return_case,
    selling,
    shipped_case,
)
from policy.rule import Rule

HEADLINES: Final = (
    Rule(
        "eb-headline-agreed",
        selling & (reply == "agreed"),
        Headline("You have agreed: do what you promised, and write down what to do better next time."),
        ("EB-32", "EB-50"),
    ),
    Rule(
        "eb-headline-refused",
        selling & (reply == "refused"),
        Headline("You two cannot agree: ask eBay to step in, and give it your records."),
        ("EB-40", "EB-41"),
    ),
    Rule(
        "eb-headline-delivered",
        not_received & (tracking == "delivered"),
        Headline("The scan says delivered: answer the buyer with it, and ask the carrier at once where the parcel is."),
        ("EB-21", "R-EB-01"),
    ),
    Rule(
        "eb-headline-lost",
        not_received & lost_on_the_way,
        Headline("Something is wrong on the way: call the carrier now, and offer the buyer a solution."),
        ("EB-21", "EB-30"),
    ),
    Rule(
        "eb-headline-not-received",
        not_received,
        Headline("Answer the buyer today, and find out where the parcel is before you pay anything."),
        ("EB-10", "EB-20"),
    ),
    Rule(
        "eb-headline-can-still-cancel",
        cancelled & (handed_over == "no"),
        Headline("The carrier does not have it yet: stop the parcel and cancel the order."),
        ("R-EB-02",),
    ),
    Rule(
        "eb-headline-cancelled",
        cancelled,
        Headline("Tell the buyer where the parcel is and what happens next. After shipping, it goes by a return."),
        ("EB-12", "R-EB-02"),
    ),
    Rule(
        "eb-headline-return",
        return_case,
        Headline("Answer the return request in time, with what your records show."),
        ("W-EB-06",),
    ),
)

RESPONSIBILITY: Final = (
    Rule(
        "eb-seller-is-responsible",
        shipped_case,
        Responsible(
            Party.SELLER, "You shipped the order, so you find out where it is and come to the buyer with a solution."
        ),
        ("EB-10", "EB-30", "EB-31"),
    ),
    Rule(
        "eb-seller-answers-returns",
        return_case,
        Responsible(Party.SELLER, "A return request waits for your answer."),
        ("W-EB-06",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *HEADLINES,
    *RESPONSIBILITY,
)
"""In the order in which an answer lists them."""
