"""eBay, for both seats: message, request, return, eBay's decision, the payment dispute, and each with its own days."""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.ebay import (
    afterwards,
    bought,
    bought_afterwards,
    bought_case,
    bought_customs,
    bought_nothing_came,
    bought_parcel_came,
    bought_payment,
    bought_return,
    came_after_all,
    came_back,
    cancelled_order,
    carrier,
    customs,
    decided,
    escalation,
    every_sale,
    going_back,
    nothing_came,
    payment_dispute,
    records,
    return_request,
)
from policy.programmes.order import in_order

RULES: Final[tuple[Rule, ...]] = in_order(
    every_sale,
    nothing_came,
    going_back,
    cancelled_order,
    return_request,
    customs,
    came_back,
    came_after_all,
    carrier,
    escalation,
    afterwards,
    decided,
    payment_dispute,
    records,
    bought,
    bought_nothing_came,
    bought_parcel_came,
    bought_customs,
    bought_return,
    bought_case,
    bought_afterwards,
    bought_payment,
)
"""Every rule of this programme, seller first; later situations have the headline."""
