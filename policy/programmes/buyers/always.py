"""Every buyer, whatever went wrong: keep a record, stay calm, close nothing on a promise."""

from typing import Final

from policy.facts import evidence, problem
from policy.language.conditions import sure
from policy.language.outcomes import Action, Avoid, Grade, Party, Proof, Responsible, Rung, Step, Strength, Warn
from policy.language.rule import Rule
from policy.programmes.buyers.scope import agent_investigates, buying

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-starts-with-the-seller",
        buying & problem.is_given,
        Responsible(
            Party.SELLER,
            "Turn to the seller first, or to your agent if you bought through one: most cases need nobody else.",
        ),
        ("SR-50", "SR-70"),
    ),
    Rule(
        "buyer-keeps-a-record",
        buying & ~sure(agent_investigates),
        Step("Write down what happened, and keep every photo, message and piece of packaging."),
        ("SR-70",),
    ),
    Rule(
        "buyer-closes-nothing-on-a-promise",
        buying,
        Avoid(
            "Do not close a dispute on a promise: keep it open until the money or the replacement is there.",
            (Action.CLOSE_DISPUTE,),
        ),
        ("R-AN-01",),
    ),
    Rule(
        "buyer-does-not-write-in-anger",
        buying,
        Avoid(
            "Do not write in anger, in slang or in long sentences: they probably read it through a translator.",
        ),
        ("KB-20",),
    ),
    Rule(
        "buyer-stays-calm",
        buying,
        Warn("Calm facts and solid proof make a good seller want to put it right."),
        ("KB-01", "KB-42"),
    ),
    Rule("buyer-proof-order-number", buying, Proof("order-number", "The order number."), ("KB-21",)),
    Rule(
        "buyer-proof-is-weak",
        buying & evidence.has_one_of(),
        Grade(Strength.WEAK, "What you have helps, but it does not show yet what happened to this parcel."),
        ("KB-01", "KB-14"),
    ),
    Rule(
        "buyer-has-no-proof-yet",
        buying,
        Grade(Strength.NONE, "You have not told us of any proof. Facts that can be shown decide such cases."),
        ("KB-01",),
    ),
    Rule(
        "buyer-rung-unknown",
        buying,
        Rung(
            None,
            "Start with the seller, or with your agent.",
            "The platform's dispute system.",
            "If talking does not help.",
        ),
        ("SR-50", "SR-51"),
    ),
)
