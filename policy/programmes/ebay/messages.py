"""eBay: the messages to send."""

from typing import Final

from policy.facts import handed_over, reply
from policy.language.conditions import sure
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.ebay.scope import (
    cancelled,
    case_decided,
    not_agreed,
    not_received,
    return_case,
    selling,
    still_here,
)

still_answering: Final = ~sure(reply.is_in("refused", "agreed")) & ~sure(case_decided)

MESSAGES: Final = (
    sending("eb-send-not-received-answer", not_received & still_answering, "eb-not-received-answer"),
    sending("eb-send-cancelled-notice", cancelled & not_agreed & (handed_over == "yes"), "eb-cancelled-notice"),
    sending("eb-send-cancellation", still_here & not_agreed, "eb-order-cancelled"),
    sending("eb-send-return-answer", return_case & still_answering, "eb-return-answer"),
    sending("eb-send-step-in-request", selling & (reply == "refused") & ~sure(case_decided), "eb-step-in-request"),
)

RULES: Final[tuple[Rule, ...]] = (*MESSAGES,)
"""In the order in which an answer lists them."""
