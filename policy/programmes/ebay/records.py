"""eBay, for sellers: what is kept on record, whatever else is to do."""

from typing import Final

from policy.facts import problem
from policy.language.conditions import sure
from policy.language.outcomes import Proof, Step
from policy.language.rule import Rule
from policy.programmes.ebay.scope import selling

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-keep-records",
        selling,
        Step("Keep the order's record up to date: each message, each scan, each date."),
        ("EB-50",),
    ),
    Rule(
        "eb-proof-packing-log",
        selling & ~sure(problem.is_in("cancelled-after-shipment", "came-after-all")),
        Proof("packing-log", "Your own record of what you packed.", needed=False),
        ("EB-50",),
    ),
)
