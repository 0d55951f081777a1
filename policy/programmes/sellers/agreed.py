"""Sellers anywhere: you have agreed, or you cannot agree."""

from typing import Final

from policy.facts import promise_kept, reply
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Remedy, Rung, Step
from policy.language.rule import Rule
from policy.programmes.scope import agreed, kept
from policy.programmes.sellers.scope import case_runs, decided, elsewhere, free_to_talk

alone: Final[Condition] = elsewhere & (agreed | kept) & ~sure(case_runs) & ~sure(decided)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "seller-headline-promise-open",
        alone & (promise_kept == "no"),
        Headline("You have agreed, and it is not done yet: do it today, and tell the buyer the day."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-promise-kept",
        alone & (promise_kept == "yes"),
        Headline("It is done as agreed: keep the proof of it. There is nothing more to do."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-agreed",
        alone,
        Headline("You have agreed: do what you promised, in writing and by a day, and keep the proof."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-cannot-agree",
        elsewhere & (reply == "refused") & free_to_talk,
        Headline(
            "You cannot agree: say once more in writing what you offer, and be ready to answer a case with your proof."
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-writes-the-last-offer",
        elsewhere & (reply == "refused") & free_to_talk,
        Step("Write what you offer and why, calmly and once, and put your proof together in order of time."),
        ("SR-70",),
    ),
    Rule(
        "seller-waits-for-the-answer",
        elsewhere & (reply == "offered") & free_to_talk,
        Step("Wait for the answer to your offer until the day that you named, and write once more if none comes."),
        ("SR-70",),
    ),
    Rule(
        "seller-keeps-what-was-done",
        alone & (promise_kept == "yes"),
        Step("Keep the proof that it was done: the payment, or the tracking."),
        ("SR-70",),
    ),
    Rule(
        "seller-keeps-the-promise",
        alone & ~sure(promise_kept == "yes"),
        Step("Do what you agreed, the way that it was paid, and send the buyer the proof."),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-is-what-was-agreed",
        elsewhere & agreed & ~sure(decided),
        Remedy("What you agreed is fair: do that, and nothing beside it."),
        ("SR-70",),
    ),
    Rule(
        "seller-rung-agreed",
        alone,
        Rung(None, "You have agreed.", "Nothing, if it is done.", "If it is not done, the buyer can ask others."),
        ("SR-70",),
    ),
)

BEFORE: Final = {"seller-keeps-the-promise": "seller-asks-for-photos"}
"""What was promised comes first, before anything is asked of a carrier."""
