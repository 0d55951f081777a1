"""eBay: the messages to send."""

from typing import Final

from policy.facts import handed_over, reply
from policy.letters import sending
from policy.programmes.ebay.scope import (
    cancelled,
    not_agreed,
    not_received,
    selling,
)
from policy.rule import Rule

MESSAGES: Final = (
    sending("eb-send-not-received-answer", not_received & not_agreed, "eb-not-received-answer"),
    sending("eb-send-cancelled-notice", cancelled & not_agreed & (handed_over == "yes"), "eb-cancelled-notice"),
    sending("eb-send-cancellation", cancelled & not_agreed & (handed_over == "no"), "eb-order-cancelled"),
    sending("eb-send-step-in-request", selling & (reply == "refused"), "eb-step-in-request"),
)

RULES: Final[tuple[Rule, ...]] = (*MESSAGES,)
"""In the order in which an answer lists them."""
