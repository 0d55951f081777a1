"""Kingston Express, for sellers: what to do."""

from typing import Final

from policy.facts import (
    claim_doubtful,
    customer_aggressive,
    escalated,
    fulfilment,
    inspection,
    problem,
    review_done,
)
from policy.language.conditions import sure
from policy.language.outcomes import (
    Action,
    Step,
)
from policy.language.rule import Rule
from policy.programmes.kingston_express.scope import (
    about_a_parcel,
    dispatched,
    here,
    inspecting,
    photos_held,
    seller_managed,
    unanswered,
    unclear,
)

STEPS: Final = (
    Rule(
        "kx-find-out-who-shipped",
        here & ~fulfilment.is_given,
        Step("Look at the order: did Kingston Express dispatch it, or did you ship it?"),
        ("KX-02",),
    ),
    Rule(
        "kx-name-the-problem",
        here & ~problem.is_given,
        Step("Ask what is wrong: is something missing, or did it arrive damaged?"),
        ("KX-01",),
    ),
    Rule(
        "kx-reply-within-a-day",
        here & unanswered & ~sure(inspecting),
        Step(
            "Answer the customer's message, even if you can only say that you are looking into it.", by="kx-reply-clock"
        ),
        ("W-KX-01", "KX-84"),
    ),
    Rule(
        "kx-acknowledge",
        inspecting,
        Step("Thank the customer calmly for the report.", by="kx-reply-clock"),
        ("KX-10",),
    ),
    Rule(
        "kx-send-to-order-system",
        inspecting,
        Step("Ask the customer to report the problem through the order system."),
        ("KX-11",),
    ),
    Rule(
        "kx-wait-for-inspection",
        inspecting,
        Step("Wait until the inspection and the review are finished."),
        ("KX-12",),
    ),
    Rule(
        "kx-look-up-the-inspection",
        dispatched & ~inspection.is_given,
        Step("Look up how far the inspection is, and do nothing that cannot be undone before it is finished."),
        ("KX-17", "KX-99"),
    ),
    Rule(
        "kx-follow-the-result",
        dispatched & inspection.is_in("upheld", "rejected"),
        Step("Tell the customer the result, and let Kingston Express apply it."),
        ("KX-21",),
    ),
    Rule(
        "kx-ask-for-photos",
        seller_managed & about_a_parcel & ~photos_held & ~sure(review_done == "yes"),
        Step("Ask for clear photos of the item and of its packaging."),
        ("KX-30",),
    ),
    Rule(
        "kx-confirm-what-happened",
        seller_managed & about_a_parcel & ~sure(review_done == "yes"),
        Step("Confirm exactly what is missing, damaged or wrong, item by item."),
        ("KX-31",),
    ),
    Rule(
        "kx-check-packing-records",
        seller_managed & ~sure(review_done == "yes"),
        Step("Compare the report with your own packing: what went in, how it was packed, what it weighed."),
        ("KX-32",),
    ),
    Rule(
        "kx-decide-after-review",
        seller_managed & ~sure(review_done == "yes"),
        Step("Decide on a return, a replacement or a refund when your review is finished, and not before."),
        ("KX-33",),
    ),
    Rule(
        "kx-ask-support-unclear",
        unclear,
        Step("Ask Kingston Express support what the inspection result means."),
        ("KX-90",),
    ),
    Rule(
        "kx-ask-support-doubtful",
        here & (claim_doubtful == "yes"),
        Step("Tell Kingston Express support that the report does not fit the records, and show them why."),
        ("KX-91",),
    ),
    Rule(
        "kx-ask-support-aggressive",
        here & (customer_aggressive == "yes"),
        Step("Hand a customer who threatens or insults you to Kingston Express support."),
        ("KX-92",),
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
)

RULES: Final[tuple[Rule, ...]] = (*STEPS,)
"""In the order in which an answer lists them."""
