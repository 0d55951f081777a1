"""eBay, for sellers, whatever happened: the order's number, how far the proof carries, and the talk with the buyer."""

from typing import Final

from policy.facts import evidence
from policy.language.outcomes import Grade, Proof, Rung, Strength
from policy.language.rule import Rule
from policy.programmes.ebay.scope import selling

RULES: Final[tuple[Rule, ...]] = (
    Rule("eb-proof-order-number", selling, Proof("order-number", "The order number and what was ordered."), ("EB-01",)),
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
    Rule(
        "eb-rung-talk",
        selling,
        Rung(
            None, "Settle it with the buyer.", "Ask eBay to step in.", "If you cannot agree, or the dispute is serious."
        ),
        ("EB-32", "EB-40"),
    ),
)
