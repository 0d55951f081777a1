"""eBay, for sellers: customs took the parcel, of which the sources do not speak."""

from typing import Final

from policy.facts import problem
from policy.language.outcomes import Warn
from policy.language.rule import Rule
from policy.programmes.ebay.scope import selling

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-seized-not-covered",
        selling & (problem == "seized-by-customs"),
        Warn("The sources for eBay sellers do not speak of customs. Ask the carrier for the papers, and ask eBay."),
        ("EB-50",),
    ),
)
