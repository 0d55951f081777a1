"""eBay: what proof to collect, and how far it carries."""

from typing import Final

from policy.facts import evidence, problem, tracking
from policy.language.conditions import sure
from policy.language.outcomes import (
    Grade,
    Proof,
    Strength,
)
from policy.language.rule import Rule
from policy.programmes.ebay.scope import (
    not_received,
    selling,
    sent,
)

EVIDENCE: Final = (
    Rule("eb-proof-order-number", selling, Proof("order-number", "The order number and what was ordered."), ("EB-01",)),
    Rule(
        "eb-proof-tracking",
        sent,
        Proof("tracking-record", "The tracking history, with the scan at the buyer's address if there is one."),
        ("EB-11", "R-EB-01"),
    ),
    Rule(
        "eb-proof-packing-log",
        selling & ~sure(problem == "cancelled-after-shipment"),
        Proof("packing-log", "Your own record of what you packed.", needed=False),
        ("EB-50",),
    ),
    Rule(
        "eb-proof-is-strong",
        not_received & evidence.has("tracking-record") & (tracking == "delivered"),
        Grade(Strength.STRONG, "A scan at the order's address protects you; for an expensive order, with a signature."),
        ("R-EB-01",),
    ),
    Rule(
        "eb-proof-is-fair",
        selling & evidence.has_one_of("tracking-record", "packing-log"),
        Grade(Strength.FAIR, "Your records show what you sent, or where the parcel was last seen."),
        ("EB-11", "EB-50"),
    ),
    Rule(
        "eb-proof-is-weak",
        selling & evidence.has_one_of(),
        Grade(Strength.WEAK, "This helps, but it does not show yet what you sent or where it went."),
        ("EB-01", "EB-11"),
    ),
    Rule(
        "eb-proof-is-missing",
        selling,
        Grade(Strength.NONE, "You have not told us of any proof. Your records decide how eBay sees it."),
        ("EB-50",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (*EVIDENCE,)
"""In the order in which an answer lists them."""
