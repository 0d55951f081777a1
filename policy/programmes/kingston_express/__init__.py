"""Kingston Express, for sellers: a customer reports a missing or damaged item.

Two paths, and they must not be mixed: orders that Kingston Express dispatched are inspected by the platform, orders
that the seller shipped are reviewed by the seller.
"""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.kingston_express import (
    across_a_border,
    decided,
    dispatched,
    either_path,
    seller_managed,
    support,
    throughout,
)
from policy.programmes.order import in_order

RULES: Final[tuple[Rule, ...]] = in_order(
    either_path,
    dispatched,
    seller_managed,
    support,
    decided,
    throughout,
    across_a_border,
)
"""Every rule of this programme, from what holds on either path to what holds only sometimes."""
