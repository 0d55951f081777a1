"""Kingston Express, for sellers: what not to do, and what to look out for."""

from typing import Final

from policy.facts import (
    escalated,
    international,
    problem,
)
from policy.language.outcomes import (
    Action,
    Avoid,
    Warn,
    WarnAtStake,
)
from policy.language.rule import Also, Rule
from policy.programmes.kingston_express.scope import (
    dispatched,
    here,
    inspecting,
    reviewed,
    seller_managed,
)

AVOID: Final = (
    Rule(
        "kx-no-refund-yet",
        here & ~reviewed,
        Avoid("Do not refund before the inspection or the review is finished.", (Action.REFUND,)),
        ("KX-80", "KX-99"),
        Also(inspecting, ("KX-13",)),
    ),
    Rule(
        "kx-no-replacement-yet",
        here & ~reviewed,
        Avoid("Do not send a replacement before the inspection or the review is finished.", (Action.RESHIP,)),
        ("KX-81", "KX-99"),
        Also(inspecting, ("KX-14",)),
    ),
    Rule(
        "kx-no-refund-in-dispute",
        here & (escalated == "platform-dispute"),
        Avoid(
            "While a dispute is open, do not refund or replace unless Kingston Express tells you to.",
            (Action.REFUND, Action.RESHIP),
        ),
        ("R-KX-01",),
    ),
    Rule(
        "kx-do-not-admit-fault",
        inspecting,
        Avoid("Do not admit fault before the inspection has shown what happened.", (Action.ADMIT_FAULT,)),
        ("KX-15",),
    ),
    Rule(
        "kx-no-return-to-you",
        dispatched,
        Avoid(
            "Do not ask the customer to send a dispatched item back to you.",
            (Action.ASK_FOR_RETURN,),
        ),
        ("KX-16", "KX-82"),
    ),
    Rule(
        "kx-do-not-accuse",
        here,
        Avoid("Do not accuse the customer: stay polite, neutral and with the process.", (Action.ACCUSE,)),
        ("KX-83", "KX-72"),
    ),
    Rule(
        "kx-do-not-ignore-timelines",
        here,
        Avoid("Do not let a time limit pass without an answer."),
        ("KX-84",),
    ),
    Rule(
        "kx-do-not-mix-problems",
        here,
        Avoid("Do not treat missing and damaged as the same: each has a review of its own."),
        ("KX-01",),
    ),
    Rule(
        "kx-promise-no-quick-result",
        here & (international == "yes"),
        Avoid("Do not promise a quick result for an order that crosses a border.", (Action.PROMISE_SPEED,)),
        ("KX-63",),
    ),
)

WARNINGS: Final = (
    Rule(
        "kx-process-matters",
        here,
        WarnAtStake(
            "How you handle it matters more than how it ends: handled well, it hardly touches your rating and disputes "
            "end sooner; handled badly, it costs you refunds, disputes and your rating."
        ),
        ("KX-85", "KX-86"),
    ),
    Rule(
        "kx-final-rule",
        here,
        WarnAtStake(
            "The inspection comes before any refund, and the review before any replacement: never the other way round."
        ),
        ("KX-99",),
    ),
    Rule(
        "kx-documents-protect-you",
        seller_managed,
        Warn("Keep photos, messages and packing records: they are what protects you."),
        ("KX-34",),
    ),
    Rule(
        "kx-problem-not-covered",
        here & problem.is_in("not-received", "cancelled-after-shipment", "seized-by-customs"),
        Warn(
            "The Kingston Express guide is about parcels that came with something missing or damaged. For this problem "
            "it sets no time limit and no outcome, so nothing here tells you to pay or send anything."
        ),
        ("KX-01",),
    ),
    Rule(
        "kx-international-takes-longer",
        here & (international == "yes"),
        Warn("Reports about orders that cross a border may take longer."),
        ("KX-60",),
    ),
    Rule(
        "kx-customs-may-matter",
        here & (international == "yes"),
        Warn("What customs did with the parcel may change the outcome."),
        ("KX-61",),
    ),
    Rule(
        "kx-return-may-be-impossible",
        here & (international == "yes"),
        Warn("Some items cannot be sent back across a border."),
        ("KX-62",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *AVOID,
    *WARNINGS,
)
"""In the order in which an answer lists them."""
