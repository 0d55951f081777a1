"""Kingston Express, for sellers: the sentence to remember, and who has to act."""

from typing import Final

from policy.facts import (
    claim_doubtful,
    escalated,
    inspection,
    problem,
    reply,
    review_done,
)
from policy.language.outcomes import (
    Headline,
    Party,
    Process,
    Responsible,
)
from policy.language.rule import Rule
from policy.programmes.kingston_express.scope import (
    about_a_parcel,
    dispatched,
    here,
    seller_managed,
    unclear,
)

HEADLINES: Final = (
    Rule(
        "kx-headline-upheld",
        dispatched & (inspection == "upheld"),
        Headline("The inspection confirmed the report: let Kingston Express apply the result, and tell the customer."),
        ("KX-21",),
    ),
    Rule(
        "kx-headline-rejected",
        dispatched & (inspection == "rejected"),
        Headline("The inspection did not confirm the report: stay polite, and pay or send nothing on your own."),
        ("KX-21",),
    ),
    Rule(
        "kx-headline-unclear",
        unclear,
        Headline("The result is unclear: ask Kingston Express support before you do anything else."),
        ("KX-90",),
    ),
    Rule(
        "kx-headline-dispatched",
        dispatched,
        Headline("First the inspection, then the money: pay nothing and send nothing before its result."),
        ("KX-17", "KX-99"),
    ),
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
        "kx-headline-seller-managed",
        seller_managed,
        Headline("First the review, then the decision: compare the report with your packing records."),
        ("KX-32", "KX-99"),
    ),
    Rule(
        "kx-headline-fulfilment",
        here,
        Headline("First find out who shipped the order: that decides everything else."),
        ("KX-02",),
    ),
)

RESPONSIBILITY: Final = (
    Rule(
        "kx-platform-is-responsible",
        dispatched,
        Responsible(
            Party.PLATFORM, "Kingston Express packed, shipped and handled this order, so it checks the report."
        ),
        ("KX-03",),
    ),
    Rule(
        "kx-seller-is-responsible",
        seller_managed,
        Responsible(Party.SELLER, "You packed and shipped this order, so you check the report."),
        ("KX-04",),
    ),
    Rule(
        "kx-fulfilment-decides",
        here,
        Responsible(
            Party.UNKNOWN, "Who packed and shipped the order decides who checks the report, and what you do next."
        ),
        ("KX-02",),
    ),
    Rule(
        "kx-central-review",
        dispatched,
        Process("The review is made in one place, from packing records and inspections."),
        ("KX-17",),
    ),
    Rule("kx-packing-logs-checked", dispatched, Process("It looks at the packing logs."), ("KX-18",)),
    Rule("kx-weight-checked", dispatched, Process("It compares the recorded weight and product code."), ("KX-19",)),
    Rule(
        "kx-damage-inspected",
        dispatched & (problem == "damaged"),
        Process("It judges the damage when the returned item is inspected."),
        ("KX-20",),
    ),
    Rule(
        "kx-result-by-policy",
        dispatched,
        Process("The result follows the platform's policy, which shields you from false or unclear reports."),
        ("KX-21",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *HEADLINES,
    *RESPONSIBILITY,
)
"""In the order in which an answer lists them."""
