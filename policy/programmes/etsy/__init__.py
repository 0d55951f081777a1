"""Etsy: its own case, for both seats. All else every buyer or every seller shares."""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.etsy import bought, sold
from policy.programmes.order import in_order

RULES: Final[tuple[Rule, ...]] = in_order(bought, sold)
"""Every rule that is Etsy's alone."""
