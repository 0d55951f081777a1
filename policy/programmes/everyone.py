"""What holds for everybody, whoever they are: the last word where no programme has one."""

from typing import Final

from policy.cases.programmes import covering
from policy.facts import evidence, side
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Grade, Headline, Party, Responsible, Rung, Step, Strength
from policy.language.rule import Rule
from policy.programmes.scope import selling

seller: Final[Condition] = selling
not_a_seller: Final[Condition] = ~seller

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "headline-keep-everything",
        not_a_seller,
        Headline("Keep everything that came, and write down what happened before you do anything else."),
        ("SR-70",),
    ),
    Rule(
        "headline-keep-records",
        seller,
        Headline("Keep calm, keep your records, and decide nothing before you have checked them."),
        ("SR-70",),
    ),
    Rule(
        "responsibility-unknown",
        not_a_seller,
        Responsible(
            Party.UNKNOWN, "Who has to sort it out depends on where the order was made and on what went wrong."
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-responsibility-unknown",
        seller,
        Responsible(Party.UNKNOWN, "Who has to sort it out depends on where the order was made and on who shipped it."),
        ("SR-70",),
    ),
    Rule(
        "anyone-keeps-a-record",
        ~side.is_given,
        Step("Write down what happened, and keep every photo, message and piece of packaging."),
        ("SR-70",),
    ),
    Rule(
        "seller-keeps-records",
        seller & ~sure(covering("seller")),
        Step("Keep every message, photo and packing record of this order together."),
        ("SR-70",),
    ),
    Rule(
        "anyone-has-some-proof",
        evidence.has_one_of(),
        Grade(Strength.WEAK, "What you have helps. How far it carries depends on the rest of the case."),
        ("SR-70",),
    ),
    Rule(
        "anyone-has-no-proof-yet",
        ~side.is_given,
        Grade(
            Strength.NONE,
            "You have not told us of any proof. Facts that can be shown decide such cases, feelings do not.",
        ),
        ("KB-01",),
    ),
    Rule(
        "seller-has-no-proof-yet",
        seller,
        Grade(Strength.NONE, "You have not told us of any proof. What is on record protects the seller."),
        ("SR-70",),
    ),
    Rule(
        "anyone-rung-unknown",
        ~side.is_given,
        Rung(None, "At the start.", "The other side of the order.", "As soon as you have written down what happened."),
        ("SR-70",),
    ),
    Rule(
        "seller-rung-unknown",
        seller,
        Rung(None, "At the start.", "The customer.", "As soon as you have looked at your records."),
        ("SR-70",),
    ),
)
"""These come last, so a programme's own rules win wherever an answer has room for one only."""
