"""Kingston Express, for sellers: a customer reports a missing or damaged item.

Two paths, and they must not be mixed: orders that Kingston Express dispatched are inspected by the platform, orders
that the seller shipped are reviewed by the seller.
"""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.kingston_express import cautions, escalation, headline, messages, proof, remedy, steps

RULES: Final[tuple[Rule, ...]] = (
    *headline.RULES,
    *steps.RULES,
    *cautions.RULES,
    *proof.RULES,
    *remedy.RULES,
    *escalation.RULES,
    *messages.RULES,
)
"""Every rule of this programme, part by part."""
