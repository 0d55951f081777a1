"""Sellers anywhere: what holds where no source of the programme's own speaks to its sellers."""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.order import in_order
from policy.programmes.sellers import (
    agreed,
    always,
    carrier,
    customs,
    law,
    nothing_came,
    parcel_came,
    payment_case,
    platform_case,
    returns,
)

RULES: Final[tuple[Rule, ...]] = in_order(
    always,
    law,
    parcel_came,
    nothing_came,
    carrier,
    customs,
    returns,
    agreed,
    platform_case,
    payment_case,
)
"""Every rule, from what holds for every seller to what holds only once somebody else decides."""
