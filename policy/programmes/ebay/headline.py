"""eBay: the sentence to remember, and who has to act."""

from typing import Final

from policy.facts import problem, reply, tracking
from policy.language.conditions import sure
from policy.language.outcomes import (
    Headline,
    Party,
    Responsible,
)
from policy.language.rule import Rule
from policy.programmes.buyers.scope import higher_up, not_written
from policy.programmes.ebay.scope import (
    buying_here,
    cancelled,
    case_decided,
    lost_on_the_way,
    not_received,
    return_case,
    selling,
    shipped_case,
    still_here,
)

HEADLINES: Final = (
    Rule(
        "eb-headline-agreed",
        selling & (reply == "agreed"),
        Headline("You have agreed: do what you promised, and write down what to do better next time."),
        ("EB-32", "EB-50"),
    ),
    Rule(
        "eb-headline-decided",
        case_decided,
        Headline("The case is closed: if it went against you and you have new evidence, appeal in time."),
        ("W-EB-04",),
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
        still_here,
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
        "eb-buyer-headline-not-received",
        buying_here & (problem == "not-received") & not_written & ~sure(higher_up),
        Headline("Report on eBay in time that it did not come, and find out where the parcel is."),
        ("W-EB-01", "SR-24"),
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
        "eb-seller-still-has-it",
        still_here,
        Responsible(Party.SELLER, "The parcel is still with you, so you stop it and tell the buyer."),
        ("R-EB-02", "EB-12"),
    ),
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
        Responsible(Party.SELLER, "A return request is yours to answer."),
        ("W-EB-06",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *HEADLINES,
    *RESPONSIBILITY,
)
"""In the order in which an answer lists them."""
