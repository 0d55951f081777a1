"""Kingston Express, for sellers: what proof to collect, and how far it carries."""

from typing import Final

from policy.facts import (
    evidence,
    problem,
)
from policy.language.outcomes import (
    Grade,
    Proof,
    Strength,
)
from policy.language.rule import Rule
from policy.programmes.kingston_express.scope import (
    about_a_parcel,
    about_the_item,
    here,
    seller_managed,
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
        seller_managed
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
        Grade(Strength.WEAK, "What you have helps, but it may not be enough to check the report."),
        ("KX-40", "KX-42", "KX-43"),
    ),
    Rule(
        "kx-proof-is-missing",
        here,
        Grade(Strength.NONE, "Without proof nobody can check the report. Good proof makes the review faster."),
        ("KX-40", "KX-43"),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*EVIDENCE,)
"""In the order in which an answer lists them."""
