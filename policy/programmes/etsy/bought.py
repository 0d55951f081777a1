"""Etsy, for buyers: the help link first, then a case."""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.buyers.marketplace_case import CaseWords, case_rules
from policy.programmes.marketplaces import DAYS

[days] = (days for days in DAYS if days.marketplace == "etsy")

RULES: Final[tuple[Rule, ...]] = tuple(
    case_rules(
        "et-case",
        days,
        CaseWords(
            name="A case on Etsy",
            why="First the help link of the order, then 48 hours, then the case. A chargeback ends it.",
            early="Not yet: Etsy opens no case before the estimated day has passed. Use the order's help link now.",
            closing="Open a case on Etsy now: the shop had its 48 hours.",
            over="Etsy's days for a case are over: write to the shop, and look at the way that you paid.",
            opening="Open the case from the order's help page.",
            late="Etsy's days for a case are over. Look at the way that you paid.",
            shut="Do not ask your bank for a chargeback first: Etsy then takes no case.",
        ),
        ("ET-01", "ET-03", "ET-09"),
    )
)
