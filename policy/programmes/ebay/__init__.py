"""eBay: sellers whose buyer says that nothing came or who cancelled after shipping, and the eBay buyer's clocks."""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.ebay import cautions, escalation, headline, messages, proof, remedy, steps

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
