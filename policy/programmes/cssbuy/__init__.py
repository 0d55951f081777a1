"""CSSBuy, for buyers: what came after all. All else every agent's buyer shares."""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.cssbuy import came_after_all
from policy.programmes.order import in_order

RULES: Final[tuple[Rule, ...]] = in_order(came_after_all)
"""Every rule that is CSSBuy's alone."""
