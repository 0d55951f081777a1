"""What every buyer shares, wherever the order was made: proof, first contact, what is fair, the way up, when to let go.

The sources are the guides for buyers (SR) and the evidence and message rules of Kakobuy (KB), which also serve
buyers on other agents.
"""

from typing import Final

from policy.language.rule import Rule
from policy.programmes.buyers import (
    agreed,
    always,
    cancelled_order,
    customs,
    higher_up,
    nothing_came,
    parcel_came,
    talk_failed,
    talking,
)
from policy.programmes.order import in_order

RULES: Final[tuple[Rule, ...]] = in_order(
    always,
    parcel_came,
    nothing_came,
    customs,
    cancelled_order,
    talking,
    talk_failed,
    higher_up,
    agreed,
)
"""Every rule that buyers share: first what went wrong, then how far the talk is; the later has the headline."""
