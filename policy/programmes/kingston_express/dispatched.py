"""Kingston Express dispatched the order: its inspection comes first, and its result counts."""

from typing import Final

from policy.cases.derived import share
from policy.facts import inspection, problem, reply
from policy.language.conditions import sure
from policy.language.outcomes import Action, Ask, Avoid, Headline, Party, Process, Remedy, Responsible, Rung, Step
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import kingston_reply
from policy.programmes.kingston_express.scope import about_a_parcel, dispatched, inspecting, unanswered, unclear
from policy.programmes.scope import platform_used, settled

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-headline-upheld",
        dispatched & about_a_parcel & (inspection == "upheld"),
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
        "kx-headline-answer-and-wait",
        inspecting & about_a_parcel & unanswered & (kingston_reply == "running"),
        Headline(
            "Answer the customer in time and calmly, ask for a report on the order's page, and leave the money to the "
            "inspection."
        ),
        ("W-KX-01", "KX-11", "KX-17"),
    ),
    Rule(
        "kx-headline-dispatched",
        dispatched & about_a_parcel,
        Headline("First the inspection, then the money: pay nothing and send nothing before its result."),
        ("KX-17", "KX-99"),
    ),
    Rule(
        "kx-platform-is-responsible",
        dispatched,
        Responsible(
            Party.PLATFORM, "Kingston Express packed, shipped and handled this order, so it checks the report."
        ),
        ("KX-03",),
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
    Rule(
        "kx-acknowledge",
        inspecting & unanswered & ~sure(kingston_reply == "over"),
        Step("Thank the customer calmly for the report.", by="kx-reply-clock"),
        ("KX-10",),
    ),
    Rule(
        "kx-send-to-order-system",
        inspecting & about_a_parcel & ~sure(platform_used) & ~sure(settled),
        Step("Ask the customer to report the problem on the order's page, with photos, and to keep item and box."),
        ("KX-11", "KXX-11", "KXX-20"),
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
        "kx-only-the-part",
        dispatched & (inspection == "upheld") & (share == "part"),
        Step("Say which of the items the result is about: only those count, and not the whole order."),
        ("KXX-11",),
    ),
    Rule(
        "kx-pay-nothing-by-hand",
        dispatched,
        Avoid(
            "Do not pay or send anything by hand for an order that Kingston Express dispatched, not even a part: its "
            "review decides.",
            (Action.REFUND, Action.RESHIP),
        ),
        ("KXX-15",),
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
        "kx-nothing-after-rejection",
        dispatched & (inspection == "rejected"),
        Remedy("The inspection did not confirm the report, so there is nothing to offer.", (Ask.NONE,)),
        ("KX-21", "KX-56"),
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
        ("KX-17", "KX-21"),
    ),
    sending(
        "kx-send-dispatched-reply",
        inspecting & about_a_parcel & unanswered & ~sure(platform_used),
        "kx-dispatched-reply",
    ),
    sending("kx-send-inspection-runs", inspecting & unanswered & platform_used, "kx-inspection-runs"),
    sending(
        "kx-send-result",
        dispatched & inspection.is_in("upheld", "rejected") & ~sure(reply == "agreed"),
        "kx-inspection-result",
    ),
)
