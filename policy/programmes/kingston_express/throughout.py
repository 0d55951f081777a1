"""Kingston Express, from the first message to the last: how to treat the customer and the report."""

from typing import Final

from policy.facts import problem
from policy.language.outcomes import Action, Avoid, Warn
from policy.language.rule import Rule
from policy.programmes.kingston_express.scope import here

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
        "kx-do-not-mix-problems",
        here,
        Avoid("Do not treat missing and damaged as the same: each has a review of its own."),
        ("KX-01",),
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
)
