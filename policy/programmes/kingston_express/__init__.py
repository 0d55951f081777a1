"""Kingston Express: what sellers do when a customer reports a problem, and where buyers report it.

Two paths, and they must not be mixed: orders that Kingston Express dispatched are inspected by the platform, orders
that the seller shipped are reviewed by the seller.
"""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.kingston_express import (
    across_a_border,
    bought,
    bought_decided,
    bought_nothing_came,
    bought_otherwise,
    bought_parcel_came,
    bought_return,
    bought_support,
    decided,
    dispatched,
    either_path,
    payment,
    seller_managed,
    support,
    throughout,
    without_a_parcel,
)
from policy.programmes.order import in_order

RULES: Final[tuple[Rule, ...]] = in_order(
    either_path,
    dispatched,
    seller_managed,
    without_a_parcel,
    support,
    decided,
    throughout,
    across_a_border,
    payment,
    bought,
    bought_parcel_came,
    bought_nothing_came,
    bought_return,
    bought_otherwise,
    bought_support,
    bought_decided,
)
"""Every rule of this programme, from what holds on either path to what holds only sometimes."""
