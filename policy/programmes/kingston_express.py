"""Kingston Express, for sellers: a customer reports a missing or damaged item.

Two paths, and they must not be mixed: orders that Kingston Express dispatched are inspected by the platform, orders
that the seller shipped are reviewed by the seller. What may be offered in the end stands in `kingston_express_remedy`.
"""

from typing import Final

from policy.conditions import Condition, sure
from policy.effects import (
    Action,
    Avoid,
    Back,
    Clock,
    Grade,
    Headline,
    Party,
    Process,
    Proof,
    Responsible,
    Rung,
    Step,
    Strength,
    Support,
    Warn,
    WarnAtStake,
)
from policy.facts import (
    claim_doubtful,
    customer_aggressive,
    escalated,
    evidence,
    fulfilment,
    inspection,
    international,
    problem,
    programme,
    reply,
    review_done,
    side,
)
from policy.letters import sending
from policy.rule import Rule

here: Final[Condition] = (side == "seller") & (programme == "kingston-express")
dispatched: Final[Condition] = here & (fulfilment == "platform")
seller_managed: Final[Condition] = here & (fulfilment == "seller")
inspecting: Final[Condition] = dispatched & (inspection == "pending")
unanswered: Final[Condition] = ~sure(reply.is_in("waiting", "offered", "refused", "agreed"))
reviewed: Final[Condition] = ((fulfilment == "platform") & inspection.is_in("upheld", "rejected")) | (
    (fulfilment == "seller") & (review_done == "yes")
)
# The source speaks of parcels that came. Photos of a parcel that never came would be a cruel thing to ask for.
about_a_parcel: Final[Condition] = ~sure(problem.is_in("not-received", "cancelled-after-shipment", "seized-by-customs"))
about_the_item: Final[Condition] = problem.is_in("damaged", "wrong-item")
photos_held: Final[Condition] = sure(evidence.has("item-photos", "package-photos"))
unclear: Final[Condition] = dispatched & (inspection == "unclear")
needs_support: Final[Condition] = here & (unclear | (claim_doubtful == "yes") | (customer_aggressive == "yes"))

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
        Headline(
            "First the inspection, then the money: send the customer to the order system, and wait for the result."
        ),
        ("KX-11", "KX-12", "KX-99"),
    ),
    Rule(
        "kx-headline-frozen",
        seller_managed & (review_done == "yes") & (escalated == "platform-dispute"),
        Headline("A dispute is open, so the order is frozen: move no money until Kingston Express tells you to."),
        ("R-KX-01",),
    ),
    Rule(
        "kx-headline-reviewed",
        seller_managed & (review_done == "yes"),
        Headline("Your review is finished: now offer what it supports."),
        ("KX-33",),
    ),
    Rule(
        "kx-headline-seller-managed",
        seller_managed,
        Headline("First the review, then the decision: ask for photos, and check your packing records."),
        ("KX-30", "KX-32", "KX-99"),
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
        Step("Answer the customer now: thank them for the report, calmly.", by="kx-reply-clock"),
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
        ("KX-12", "KX-17"),
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
        Step("Confirm exactly what is missing or damaged, item by item."),
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
        "kx-approve-the-outcome",
        seller_managed & (review_done == "yes") & escalated.is_in("none", "community", "exhausted"),
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
        ("R-KX-01",),
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
)

AVOID: Final = (
    Rule(
        "kx-no-refund-yet",
        here & ~reviewed,
        Avoid("Do not refund before the inspection or the review is finished.", (Action.REFUND,)),
        ("KX-80", "KX-99"),
    ),
    Rule("kx-no-refund-while-inspected", inspecting, Back("kx-no-refund-yet"), ("KX-13",)),
    Rule(
        "kx-no-replacement-yet",
        here & ~reviewed,
        Avoid("Do not send a replacement before the inspection or the review is finished.", (Action.RESHIP,)),
        ("KX-81", "KX-99"),
    ),
    Rule(
        "kx-no-replacement-while-inspected",
        inspecting,
        Back("kx-no-replacement-yet"),
        ("KX-14",),
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

EVIDENCE: Final = (
    Rule("kx-proof-order-number", here, Proof("order-number", "The order number."), ("KX-43",)),
    Rule(
        "kx-proof-package-photos",
        here & about_a_parcel,
        Proof("package-photos", "Photos of the package from outside, with any damage to it."),
        ("KX-40",),
    ),
    Rule(
        "kx-proof-item-photos",
        here & about_the_item,
        Proof("item-photos", "Photos of the item that show what is wrong."),
        ("KX-41",),
    ),
    Rule(
        "kx-proof-packing-materials",
        here & about_a_parcel,
        Proof("packing-material-photos", "Photos of the packing materials inside the box."),
        ("KX-42",),
    ),
    Rule(
        "kx-proof-packing-log",
        seller_managed,
        Proof("packing-log", "Your own packing log, to compare the report with.", needed=False),
        ("KX-32", "KX-34"),
    ),
    Rule(
        "kx-proof-weight-record",
        seller_managed,
        Proof("weight-record", "The weight you noted when you packed it.", needed=False),
        ("KX-32", "KX-34"),
    ),
    Rule(
        "kx-proof-is-strong",
        here
        & evidence.has("order-number", "package-photos", "packing-material-photos")
        & (evidence.has("item-photos") | problem.is_in("missing-item", "empty-package"))
        & (evidence.has("packing-log") | evidence.has("weight-record")),
        Grade(Strength.STRONG, "The photos show what came, and your packing records show what you sent."),
        ("KX-32", "KX-34"),
    ),
    Rule(
        "kx-proof-is-fair",
        here
        & evidence.has("order-number", "package-photos", "packing-material-photos")
        & (evidence.has("item-photos") | problem.is_in("missing-item", "empty-package")),
        Grade(Strength.FAIR, "The photos show what came. Packing records would show what was sent."),
        ("KX-40", "KX-42", "KX-43"),
    ),
    Rule(
        "kx-proof-is-weak",
        here & evidence.has_one_of(),
        Grade(Strength.WEAK, "Something that the review needs is still missing."),
        ("KX-40", "KX-42", "KX-43"),
    ),
    Rule(
        "kx-proof-is-missing",
        here,
        Grade(Strength.NONE, "Without proof nobody can check the report. Good proof makes the review faster."),
        ("KX-40", "KX-43"),
    ),
)

CLOCKS: Final = (
    Rule(
        "kx-reply-clock",
        here & unanswered,
        Clock(
            "Answer the customer's message",
            starts="contacted_on",
            window="W-KX-01",
            late="The day for your first answer has passed. Answer now: a late answer is better than none.",
        ),
        ("W-KX-01",),
    ),
)

LADDER: Final = (
    Rule(
        "kx-rung-support",
        needs_support,
        Rung(
            None,
            "This is a case for Kingston Express support.",
            "Do what support tells you.",
            "As soon as support has answered.",
        ),
        ("KX-90", "KX-91", "KX-92"),
    ),
    Rule(
        "kx-rung-dispatched",
        dispatched,
        Rung(
            None,
            "Kingston Express decides, after its inspection.",
            "Kingston Express support.",
            "If the result is unclear, the report looks wrong, or the customer threatens you.",
        ),
        ("KX-12", "KX-90", "KX-91", "KX-92"),
    ),
    Rule(
        "kx-rung-seller-managed",
        seller_managed,
        Rung(
            None,
            "You and the customer settle it, after the review.",
            "Kingston Express support.",
            "If the report looks wrong, or the customer threatens you.",
        ),
        ("KX-33", "KX-91", "KX-92"),
    ),
    Rule(
        "kx-rung-fulfilment-decides",
        here,
        Rung(
            None,
            "Who decides depends on who shipped the order.",
            "The inspection by Kingston Express, or your own review.",
            "As soon as you know who shipped it.",
        ),
        ("KX-02",),
    ),
)

MESSAGES: Final = (
    sending("kx-send-first-reply", here & ~fulfilment.is_given, "kx-first-reply"),
    sending("kx-send-dispatched-reply", inspecting, "kx-dispatched-reply"),
    sending("kx-send-seller-managed-reply", seller_managed & ~sure(review_done == "yes"), "kx-seller-managed-reply"),
    sending(
        "kx-send-support-request",
        needs_support,
        "kx-support-request",
    ),
)

SUPPORT: Final = (
    Rule(
        "kx-support-needed",
        needs_support,
        Support(("The order number.", "What kind of problem it is.")),
        ("KX-93",),
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
    *HEADLINES,
    *RESPONSIBILITY,
    *STEPS,
    *AVOID,
    *EVIDENCE,
    *CLOCKS,
    *LADDER,
    *MESSAGES,
    *SUPPORT,
    *WARNINGS,
)
"""Every Kingston Express rule but those about the remedy."""
