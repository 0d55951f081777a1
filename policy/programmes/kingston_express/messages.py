"""Kingston Express, for sellers: the messages to send."""

from typing import Final

from policy.facts import (
    fulfilment,
    review_done,
)
from policy.language.conditions import sure
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.kingston_express.scope import (
    here,
    inspecting,
    needs_support,
    seller_managed,
)

MESSAGES: Final = (
    sending("kx-send-first-reply", here & ~fulfilment.is_given, "kx-first-reply"),
    sending("kx-send-dispatched-reply", inspecting, "kx-dispatched-reply"),
    sending("kx-send-seller-managed-reply", seller_managed & ~sure(review_done == "yes"), "kx-seller-managed-reply"),
    sending(
        "kx-send-support-request",
        needs_support,
        "kx-support-request",
    ),
)

RULES: Final[tuple[Rule, ...]] = (*MESSAGES,)
"""In the order in which an answer lists them."""
