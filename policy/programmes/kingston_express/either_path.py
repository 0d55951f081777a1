"""Kingston Express, on either path: the first answer, the proof, and nothing paid or sent before it is decided."""

from typing import Final

from policy.facts import evidence, fulfilment, platform_case, problem
from policy.language.conditions import sure
from policy.language.outcomes import (
    Action,
    Avoid,
    Clock,
    Grade,
    Headline,
    Party,
    Proof,
    Remedy,
    Responsible,
    Rung,
    Step,
    Strength,
    WarnAtStake,
)
from policy.language.rule import Also, Rule
from policy.messages.filling import sending
from policy.periods import kingston_reply
from policy.programmes.kingston_express.scope import (
    about_a_parcel,
    about_the_item,
    disputed,
    here,
    inspecting,
    rejected,
    reviewed,
    unanswered,
)
from policy.programmes.scope import platform_decided

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-headline-fulfilment",
        here & ~sure(fulfilment == "seller"),
        Headline("First find out who shipped the order: that decides everything else."),
        ("KX-02",),
    ),
    Rule(
        "kx-fulfilment-decides",
        here & ~fulfilment.is_given,
        Responsible(
            Party.UNKNOWN, "Who packed and shipped the order decides who checks the report, and what you do next."
        ),
        ("KX-02",),
    ),
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
        here & unanswered & ~sure(inspecting) & ~sure(kingston_reply == "over"),
        Step(
            "Answer the customer's message, even if you can only say that you are looking into it.", by="kx-reply-clock"
        ),
        ("W-KX-01", "KX-84"),
    ),
    Rule(
        "kx-reply-now",
        here & unanswered & (kingston_reply == "over"),
        Step("Answer the customer's message now: late is better than not at all."),
        ("W-KX-01", "KX-84"),
    ),
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
        disputed,
        Avoid(
            "While a dispute is open, do not refund or replace unless Kingston Express tells you to.",
            (Action.REFUND, Action.RESHIP),
        ),
        ("R-KX-01",),
    ),
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
    Rule("kx-proof-order-number", here, Proof("order-number", "The order number."), ("KX-43",)),
    Rule(
        "kx-proof-package-photos",
        here & about_a_parcel & ~sure(reviewed),
        Proof("package-photos", "Photos of the package from outside, with any damage to it."),
        ("KX-40",),
    ),
    Rule(
        "kx-proof-item-photos",
        here & about_the_item & ~sure(reviewed),
        Proof("item-photos", "Photos of the item that show what is wrong."),
        ("KX-41",),
    ),
    Rule(
        "kx-proof-packing-materials",
        here & about_a_parcel & ~sure(reviewed),
        Proof("packing-material-photos", "Photos of the packing materials inside the box."),
        ("KX-42",),
    ),
    Rule(
        "kx-proof-was-looked-at",
        here & reviewed,
        Grade(Strength.FAIR, "The proof was looked at, and there is a result. Keep all of it."),
        ("KX-56",),
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
        Grade(Strength.WEAK, "What you have helps, but it may not be enough to check the report."),
        ("KX-40", "KX-42", "KX-43"),
    ),
    Rule(
        "kx-proof-is-missing",
        here,
        Grade(Strength.NONE, "Without proof nobody can check the report. Good proof makes the review faster."),
        ("KX-40", "KX-43"),
    ),
    Rule(
        "kx-too-early-to-offer",
        here & about_a_parcel & ~sure(reviewed),
        Remedy("It is too early to offer anything: first the inspection or the review, then the decision."),
        ("KX-99",),
    ),
    Rule(
        "kx-dispute-freezes-the-order",
        disputed & sure(reviewed),
        Remedy("A dispute is open, so offer nothing until Kingston Express tells you to."),
        ("R-KX-01",),
    ),
    Rule(
        "kx-dispute-comes-first",
        here & about_a_parcel & sure(reviewed) & ~platform_case.is_given & ~sure(rejected),
        Remedy("Before you offer anything, make sure that no dispute is open."),
        ("R-KX-01",),
    ),
    Rule(
        "kx-reply-clock",
        here & unanswered,
        Clock(
            "Answer the customer's message",
            "kingston_reply",
            "The day for your first answer has passed. Answer now: a late answer is better than none.",
        ),
        ("W-KX-01",),
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
    sending(
        "kx-send-first-reply", here & unanswered & ~sure(platform_decided) & ~fulfilment.is_given, "kx-first-reply"
    ),
)
