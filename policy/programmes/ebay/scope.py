"""eBay: the conditions that its rules share."""

from typing import Final

from policy.facts import escalated, handed_over, problem, programme, reply, side, tracking
from policy.language.conditions import Condition, sure
from policy.programmes.buyers.scope import buying

selling: Final[Condition] = (side == "seller") & (programme == "ebay")
buying_here: Final[Condition] = buying & (programme == "ebay")
not_received: Final[Condition] = selling & (problem == "not-received")
cancelled: Final[Condition] = selling & (problem == "cancelled-after-shipment")
shipped_case: Final[Condition] = selling & problem.is_in("not-received", "cancelled-after-shipment")
return_case: Final[Condition] = selling & problem.is_in("damaged", "missing-item", "wrong-item", "empty-package")
still_here: Final[Condition] = cancelled & (handed_over == "no")
sent: Final[Condition] = shipped_case & ~sure((problem == "cancelled-after-shipment") & (handed_over == "no"))
case_decided: Final[Condition] = selling & (escalated == "exhausted") & ~sure(reply == "agreed")
not_agreed: Final[Condition] = ~sure(reply == "agreed")
lost_on_the_way: Final[Condition] = tracking.is_in("not-scanned", "stalled", "returned")
still_answering: Final[Condition] = ~sure(reply.is_in("refused", "agreed")) & ~sure(case_decided)
