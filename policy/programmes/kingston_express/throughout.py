"""Kingston Express, from the first message to the last: how to treat the customer and the report."""

from typing import Final

from policy.language.outcomes import Action, Avoid
from policy.language.rule import Rule
from policy.programmes.kingston_express.scope import about_a_parcel, here

RULES: Final[tuple[Rule, ...]] = (
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
        "kx-stay-on-the-platform",
        here,
        Avoid("Do not move the talk or the money away from Kingston Express: that costs your protection."),
        ("KXX-06",),
    ),
    Rule(
        "kx-do-not-mix-problems",
        here & about_a_parcel,
        Avoid("Do not treat missing and damaged as the same: each has a review of its own."),
        ("KX-01",),
    ),
)
