"""eBay: sellers whose buyer says that nothing came or who cancelled after shipping, and the eBay buyer's clocks."""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.ebay import (
    afterwards,
    bought,
    cancelled_order,
    customs,
    escalation,
    every_sale,
    nothing_came,
    on_its_way,
    return_request,
)
from policy.programmes.order import in_order

RULES: Final[tuple[Rule, ...]] = in_order(
    every_sale,
    nothing_came,
    cancelled_order,
    on_its_way,
    return_request,
    escalation,
    afterwards,
    customs,
    bought,
)
"""Every rule of this programme, from what holds in every sale to what holds only sometimes."""
