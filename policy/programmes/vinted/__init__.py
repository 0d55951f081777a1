"""Vinted: its own case, for both seats. All else every buyer or every seller shares."""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.order import in_order
from policy.programmes.vinted import bought, sold

RULES: Final[tuple[Rule, ...]] = in_order(bought, sold)
"""Every rule that is Vinted's alone."""
