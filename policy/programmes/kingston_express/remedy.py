"""Kingston Express, for sellers: replacement or refund, once the inspection or the review has decided."""

from typing import Final

from policy.facts import (
    claim_doubtful,
    escalated,
    fulfilment,
    in_stock,
    inspection,
    problem,
    reply,
    return_feasible,
    review_done,
    severity,
)
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Ask, Remedy
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.kingston_express.scope import about_a_parcel, dispatched, here, reviewed, seller_managed

no_dispute: Final[Condition] = escalated.is_in("none", "community", "exhausted")
may_offer: Final[Condition] = no_dispute & (
    (dispatched & (inspection == "upheld")) | (seller_managed & (review_done == "yes") & (claim_doubtful == "no"))
)
rejected: Final[Condition] = (fulfilment == "platform") & (inspection == "rejected")
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
        "kx-too-early-to-offer",
        here & ~sure(reviewed),
        Remedy("It is too early to offer anything: first the inspection or the review, then the decision."),
        ("KX-99",),
    ),
    Rule(
        "kx-dispute-freezes-the-order",
        here & sure(reviewed) & (escalated == "platform-dispute"),
        Remedy("A dispute is open, so offer nothing until Kingston Express tells you to."),
        ("R-KX-01",),
    ),
    Rule(
        "kx-dispute-comes-first",
        here & sure(reviewed) & ~escalated.is_given & ~sure(rejected),
        Remedy("Before you offer anything, make sure that no dispute is open."),
        ("R-KX-01",),
    ),
    Rule(
        "kx-nothing-after-rejection",
        dispatched & (inspection == "rejected"),
        Remedy("The inspection did not confirm the report, so there is nothing to offer.", (Ask.NONE,)),
        ("KX-21", "KX-56"),
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
"""What a seller may offer. Texts foretell the outcome early; a request counts only once `may_offer` holds."""
