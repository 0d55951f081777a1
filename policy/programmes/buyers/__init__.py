"""What every buyer shares, wherever the order was made: proof, first contact, what is fair, each door, when to let go.

The sources are the guides for buyers (SR), the evidence and message rules of Kakobuy (KB), which also serve buyers on
other agents, and what payment services, carriers, customs and the law say on their own pages.
"""

from typing import Final

from policy.language.outcomes import Send, Step
from policy.language.rule import Rule
from policy.programmes.buyers import (
    agreed,
    always,
    came_after_all,
    cancelled_order,
    card,
    customs,
    decided,
    lastly,
    law,
    nothing_came,
    parcel_came,
    payment,
    paypal,
    paypal_last_days,
    sending_back,
    talk_failed,
    talking,
)
from policy.programmes.order import in_order

RULES: Final[tuple[Rule, ...]] = in_order(
    lastly,
    always,
    parcel_came,
    nothing_came,
    customs,
    cancelled_order,
    law,
    talk_failed,
    decided,
    paypal,
    card,
    payment,
    talking,
    agreed,
    sending_back,
    paypal_last_days,
    came_after_all,
    particular_first=(Step, Send),
)
"""Every rule that buyers share: first what went wrong, then how far the talk is; the later has the headline."""
