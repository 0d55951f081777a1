"""Sellers anywhere: the buyer opened a case on the marketplace or with the agent, or it was decided."""

from typing import Final

from policy.facts import platform_case, problem, programme, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Avoid, Headline, Party, Remedy, Responsible, Rung, Step
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import amazon_appeal
from policy.programmes.scope import agreed, payment_runs, platform_runs
from policy.programmes.sellers.scope import decided, elsewhere, on_a_platform

running: Final[Condition] = on_a_platform & platform_runs

sent_and_tracked: Final[Condition] = (
    problem.is_in("not-received", "cancelled-after-shipment", "customs") & tracking.is_given
)
"""What the tracking says belongs into a letter about a parcel that is not there."""

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "seller-headline-case-open",
        on_a_platform & (platform_case == "open"),
        Headline("Answer inside the case by the date that it shows, with your proof, and pay nothing beside it."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-case-with-platform",
        on_a_platform & (platform_case == "with-platform"),
        Headline("The marketplace decides now: answer what it asks by its date, and pay nothing beside it."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-case-won",
        on_a_platform & (platform_case == "decided-for-seller"),
        Headline("It was decided for you: there is nothing more to do there. Keep the proof."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-case-lost",
        on_a_platform & (platform_case == "decided-for-buyer"),
        Headline(
            "It was decided against you: look in the decision today whether you can appeal, and by which day.",
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-case-closed",
        on_a_platform & (platform_case == "closed") & ~sure(payment_runs) & ~sure(agreed),
        Headline("The case was closed without a decision: keep the proof, and answer if the buyer writes again."),
        ("SR-70",),
    ),
    Rule(
        "seller-case-decides",
        running,
        Responsible(Party.PLATFORM, "The buyer asked for a case there, so that is where it is decided."),
        ("SR-70",),
    ),
    Rule(
        "seller-answers-in-the-case",
        on_a_platform & (platform_case == "open"),
        Step(
            "Open the case, note the date by which it wants an answer, and answer there. Silence often decides for the "
            "buyer.",
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-answers-who-decides",
        on_a_platform & (platform_case == "with-platform"),
        Step("Look every day whether the marketplace asks you something, and answer by its date."),
        ("SR-70",),
    ),
    Rule(
        "seller-puts-the-proof-in-the-case",
        running,
        Step(
            "Put into the case, once: the tracking, the address that you sent it to, your photos, and what you offer.",
        ),
        ("SR-70",),
    ),
    # Amazon has a step of its own, with the last day.
    Rule(
        "seller-looks-for-an-appeal",
        on_a_platform & (platform_case == "decided-for-buyer") & ~sure(programme == "amazon"),
        Step("Read the decision: where it can be appealed, do so by its day, with proof that is new."),
        ("SR-70",),
    ),
    Rule(
        "seller-keeps-what-won",
        on_a_platform & (platform_case == "decided-for-seller"),
        Step("Keep the decision, the tracking and the messages: the buyer can still ask the bank."),
        ("SR-70",),
    ),
    Rule(
        "seller-keeps-what-was-closed",
        on_a_platform & (platform_case == "closed") & ~sure(payment_runs) & ~sure(agreed),
        Step("Keep the case, the tracking and the messages: the buyer can still ask the bank, or write to you."),
        ("SR-70",),
    ),
    Rule(
        "seller-settles-nothing-outside",
        running,
        Avoid("While a case is open there, settle nothing outside it: what you pay beside it can be taken again."),
        ("SR-70",),
    ),
    Rule(
        "seller-asks-nobody-to-close",
        running,
        Avoid("Do not ask the buyer to close the case before it is solved."),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-is-what-was-decided",
        elsewhere & decided,
        Remedy("It was decided, so there is nothing to offer beside that."),
        ("SR-70",),
    ),
    Rule(
        "seller-rung-case",
        running,
        Rung(None, "The marketplace decides.", "An appeal, where there is one.", "If it is decided against you."),
        ("SR-70",),
    ),
    Rule(
        "seller-rung-case-lost",
        on_a_platform & (platform_case == "decided-for-buyer"),
        Rung(None, "It was decided against you.", "An appeal, where there is one.", "By the day in the decision."),
        ("SR-70",),
    ),
    Rule(
        "seller-rung-case-won",
        on_a_platform & (platform_case == "decided-for-seller"),
        Rung(None, "It was decided for you.", "Nothing more.", "Only if the buyer asks the bank, you need the proof."),
        ("SR-70",),
    ),
    sending(
        "seller-send-appeal",
        on_a_platform
        & (platform_case == "decided-for-buyer")
        & ~sure((programme == "amazon") & (amazon_appeal == "over")),
        "seller-appeal",
        words=sent_and_tracked,
    ),
    sending(
        "seller-send-case-answer",
        on_a_platform & (platform_case == "open"),
        "seller-case-answer",
        words=sent_and_tracked,
    ),
)

BEFORE: Final = dict.fromkeys(
    (
        "seller-answers-in-the-case",
        "seller-answers-who-decides",
        "seller-puts-the-proof-in-the-case",
        "seller-looks-for-an-appeal",
        "seller-keeps-what-won",
        "seller-keeps-what-was-closed",
    ),
    "seller-answers-the-message",
)
"""What has a day in the case comes before all else that can be done."""
