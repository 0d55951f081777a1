"""Kingston Express, once the inspection or the review is finished: replacement, refund, or wait for the dispute.

Texts foretell the outcome early; a request counts only once `may_offer` holds.
"""

from typing import Final

from policy.facts import (
    claim_doubtful,
    escalated,
    in_stock,
    inspection,
    problem,
    reply,
    return_feasible,
    review_done,
    severity,
)
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Ask, Headline, Remedy, Step
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.kingston_express.scope import about_a_parcel, dispatched, here, rejected, seller_managed

no_dispute: Final[Condition] = escalated.is_in("none", "community", "exhausted")
may_offer: Final[Condition] = no_dispute & (
    (dispatched & (inspection == "upheld")) | (seller_managed & (review_done == "yes") & (claim_doubtful == "no"))
)
foretold: Final[Condition] = here & ~sure(rejected)
stock_possible: Final[Condition] = ~sure(in_stock == "no")
lost_from_parcel: Final[Condition] = problem.is_in("missing-item", "empty-package")
covered: Final[Condition] = problem.is_in("damaged", "wrong-item", "missing-item", "empty-package")

refund_is_likely: Final[Condition] = (
    (in_stock == "no") | ((problem == "damaged") & (severity == "unusable")) | (return_feasible == "no")
)
replacement_is_likely: Final[Condition] = stock_possible & (
    ((problem == "damaged") & severity.is_in("cosmetic", "functional", "total"))
    | (problem == "wrong-item")
    | (lost_from_parcel & (in_stock == "yes"))
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-headline-frozen",
        seller_managed & (review_done == "yes") & (escalated == "platform-dispute"),
        Headline("A dispute is open, so the order is frozen: move no money until Kingston Express tells you to."),
        ("R-KX-01",),
    ),
    Rule(
        "kx-headline-doubtful",
        seller_managed & (review_done == "yes") & (claim_doubtful == "yes"),
        Headline("The report contradicts your records: ask Kingston Express support before you offer anything."),
        ("KX-91", "KX-33"),
    ),
    Rule(
        "kx-headline-agreed",
        seller_managed & about_a_parcel & (review_done == "yes") & (reply == "agreed"),
        Headline("You have agreed: do what your review supports, and keep the record."),
        ("KX-33", "KX-34"),
    ),
    Rule(
        "kx-headline-reviewed",
        seller_managed & about_a_parcel & (review_done == "yes"),
        Headline("Your review is finished: now offer what it supports."),
        ("KX-33",),
    ),
    Rule(
        "kx-headline-nothing-came",
        seller_managed & (review_done == "yes"),
        Headline("Your review is finished. The guide sets no outcome for this problem: ask Kingston Express support."),
        ("KX-33",),
    ),
    Rule(
        "kx-report-the-review",
        seller_managed & ~about_a_parcel & (review_done == "yes") & ~(escalated == "platform-dispute"),
        Step("Tell the customer what your review shows, and ask Kingston Express support what applies."),
        ("KX-33",),
    ),
    Rule(
        "kx-check-that-the-report-fits",
        seller_managed & about_a_parcel & (review_done == "yes") & ~claim_doubtful.is_given,
        Step("Before you approve anything, make sure that the report fits your records."),
        ("KX-32",),
    ),
    Rule(
        "kx-approve-the-outcome",
        seller_managed
        & problem.is_in("damaged", "missing-item", "wrong-item", "empty-package")
        & (review_done == "yes")
        & escalated.is_in("none", "community", "exhausted")
        & (claim_doubtful == "no"),
        Step(
            "Approve what your review supports: a return, a replacement or a refund.",
            does=(Action.REFUND, Action.RESHIP),
        ),
        ("KX-33", "KX-31", "KX-32"),
    ),
    Rule(
        "kx-check-for-a-dispute",
        seller_managed & (review_done == "yes") & ~escalated.is_given,
        Step("Look whether a dispute is open on this order before you approve anything."),
        ("R-KX-01",),
    ),
    Rule(
        "kx-wait-for-the-dispute",
        seller_managed & (review_done == "yes") & (escalated == "platform-dispute"),
        Step("Send your review to the dispute, and wait until Kingston Express tells you what to do."),
        ("R-KX-01", "KX-33"),
    ),
    Rule(
        "kx-refund-when-out-of-stock",
        foretold & about_a_parcel & (in_stock == "no"),
        Remedy("A refund is more likely when the item is out of stock.", (Ask.REFUND,), may_offer & covered),
        ("KX-53",),
    ),
    Rule(
        "kx-refund-when-unusable",
        foretold & (problem == "damaged") & (severity == "unusable"),
        Remedy("A refund is more likely when the damage is severe.", (Ask.REFUND,), may_offer),
        ("KX-54",),
    ),
    Rule(
        "kx-refund-when-no-return",
        foretold & about_a_parcel & (return_feasible == "no"),
        Remedy("A refund is more likely when the item cannot sensibly come back.", (Ask.REFUND,), may_offer & covered),
        ("KX-55",),
    ),
    Rule(
        "kx-replace-damaged",
        foretold & (problem == "damaged") & severity.is_in("cosmetic", "functional", "total") & stock_possible,
        Remedy("A replacement is common for a damaged item, if you have one to send.", (Ask.REPLACEMENT,), may_offer),
        ("KX-50",),
    ),
    Rule(
        "kx-replace-wrong-item",
        foretold & (problem == "wrong-item") & stock_possible,
        Remedy(
            "A replacement is common when the wrong item was sent, if you have one to send.",
            (Ask.REPLACEMENT,),
            may_offer,
        ),
        ("KX-51",),
    ),
    Rule(
        "kx-replace-missing-item",
        foretold & lost_from_parcel & (in_stock == "yes"),
        Remedy(
            "What is missing can be sent again or refunded, as the review shows.",
            (Ask.REPLACEMENT, Ask.REFUND),
            may_offer,
        ),
        ("KX-52",),
    ),
    Rule(
        "kx-stock-allows-replacement",
        foretold & about_a_parcel & (in_stock == "yes"),
        Remedy("A replacement needs an item to send, and you have one."),
        ("KX-52",),
    ),
    Rule(
        "kx-policy-and-inspection-decide",
        here,
        Remedy("The platform's policy and the inspection decide in the end."),
        ("KX-56",),
    ),
    sending(
        "kx-send-replacement-offer",
        seller_managed
        & (review_done == "yes")
        & may_offer
        & ~sure(reply == "agreed")
        & replacement_is_likely
        & ~sure(refund_is_likely),
        "kx-replacement-offer",
    ),
    sending(
        "kx-send-refund-offer",
        seller_managed & (review_done == "yes") & may_offer & ~sure(reply == "agreed") & covered & refund_is_likely,
        "kx-refund-offer",
    ),
)

BEFORE: Final = {"kx-send-replacement-offer": "kx-reply-clock", "kx-send-refund-offer": "kx-reply-clock"}
"""The offers come with what is fair, before the time limits and the other messages."""
