"""eBay: the conditions that its rules share, for both seats."""

from typing import Final

from policy.cases.derived import signature
from policy.facts import (
    evidence,
    handed_over,
    looked_around,
    payment_case,
    platform_case,
    problem,
    programme,
    promise_kept,
    reply,
    return_reason,
    side,
    tracking,
)
from policy.language.conditions import Condition, sure
from policy.periods import ebay_report, ebay_return, ebay_step_in
from policy.programmes.scope import agreed, parcel_came, payment_used, platform_ended, platform_used, settled

selling: Final[Condition] = (side == "seller") & (programme == "ebay")
buying_here: Final[Condition] = (side == "buyer") & (programme == "ebay")

# How far the doors were used. What nobody has told counts as not used, so that the first door is shown.
# Whoever tells the day on which a request was opened has one, so its days are known.
opened_some_day: Final[Condition] = ~platform_case.is_given & ebay_step_in.is_given
no_request: Final[Condition] = ~sure(platform_used) & ~sure(opened_some_day)
no_payment_case: Final[Condition] = ~sure(payment_used)
request_open: Final[Condition] = ((platform_case == "open") | opened_some_day) & no_payment_case
with_ebay: Final[Condition] = (platform_case == "with-platform") & no_payment_case
request_runs: Final[Condition] = request_open | with_ebay
request_closed: Final[Condition] = (platform_case == "closed") & no_payment_case
for_buyer: Final[Condition] = (platform_case == "decided-for-buyer") & no_payment_case
for_seller: Final[Condition] = (platform_case == "decided-for-seller") & no_payment_case
undecided: Final[Condition] = no_payment_case & ~sure(platform_ended)

not_agreed: Final[Condition] = ~sure(settled)
promised: Final[Condition] = agreed & ~sure(promise_kept.is_in("yes", "no"))
nothing_used: Final[Condition] = no_request & no_payment_case & not_agreed

# What went wrong.
nothing_came: Final[Condition] = problem == "not-received"
customs_has_it: Final[Condition] = problem == "customs"
on_the_way_back: Final[Condition] = problem == "return"
came_after_all: Final[Condition] = problem == "came-after-all"
was_cancelled: Final[Condition] = problem == "cancelled-after-shipment"
reported_missing: Final[Condition] = nothing_came | customs_has_it | (was_cancelled & ~sure(tracking == "delivered"))
returnable: Final[Condition] = parcel_came | (was_cancelled & (tracking == "delivered"))
too_late_to_open: Final[Condition] = (reported_missing & (ebay_report == "over")) | (
    returnable & (ebay_return == "over")
)

# What cannot be undone is offered only once nothing that is still unknown could forbid it.
free_to_pay: Final[Condition] = platform_case.is_in("none", "open") & (payment_case == "none")
free_to_offer: Final[Condition] = free_to_pay & reply.is_in(
    "not-contacted", "waiting", "answered", "offered", "refused"
)

going_back: Final[Condition] = tracking == "returned"
was_refused: Final[Condition] = nothing_came & going_back & (return_reason == "refused")
scanned_as_delivered: Final[Condition] = tracking == "delivered"
to_look_for: Final[Condition] = scanned_as_delivered & ~sure(looked_around == "yes")
signature_is_missing: Final[Condition] = (signature == "due") & ~sure(evidence.has("delivery-signature"))

# Sellers.
not_received: Final[Condition] = selling & nothing_came
cancelled: Final[Condition] = selling & was_cancelled
return_case: Final[Condition] = selling & parcel_came
still_here: Final[Condition] = cancelled & (handed_over == "no")
shipped_case: Final[Condition] = selling & problem.is_in("not-received", "cancelled-after-shipment")
sent: Final[Condition] = shipped_case & ~sure((problem == "cancelled-after-shipment") & (handed_over == "no"))
gone_missing: Final[Condition] = tracking.is_in("not-scanned", "stalled")
not_answered: Final[Condition] = ~sure(reply.is_in("answered", "offered", "refused", "agreed"))
has_answered: Final[Condition] = reply.is_in("answered", "offered", "refused", "agreed")
still_answering: Final[Condition] = not_answered & undecided
