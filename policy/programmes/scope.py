"""Conditions that the rules of both seats and of every programme share: how far each door was used."""

from typing import Final

from policy.cases.consistency import PARCEL_CAME
from policy.facts import (
    carrier_claim,
    paid_with,
    payment_case,
    platform_case,
    platform_case_opened_on,
    problem,
    promise_kept,
    reply,
    return_state,
    side,
)
from policy.language.conditions import Condition, sure

# No seat is assumed: while nobody has said which side it is, not even a prohibition of one seat stands.
buying: Final[Condition] = sure(side == "buyer")
selling: Final[Condition] = sure(side == "seller")

parcel_came: Final[Condition] = problem.is_in(*PARCEL_CAME)
something_lost: Final[Condition] = problem.is_in("missing-item", "empty-package")
not_right: Final[Condition] = problem.is_in("damaged", "wrong-item", "not-as-described")

return_went_wrong: Final[Condition] = (problem == "return") & return_state.is_in("lost", "refund-missing", "differs")
sent_back: Final[Condition] = return_went_wrong | ((problem == "return") & (return_state == "sent"))

platform_runs: Final[Condition] = platform_case.is_in("open", "with-platform")
platform_decided: Final[Condition] = platform_case.is_in("decided-for-buyer", "decided-for-seller")
platform_ended: Final[Condition] = platform_decided | (platform_case == "closed")
platform_used: Final[Condition] = platform_runs | platform_ended
opened_some_day: Final[Condition] = ~platform_case.is_given & platform_case_opened_on.is_given
"""A case was opened there, and nobody has said yet how it stands."""

paypal: Final[Condition] = paid_with == "paypal"
card: Final[Condition] = paid_with.is_in("credit-card", "debit-card")
payment_runs: Final[Condition] = payment_case.is_in("open", "claim")
payment_decided: Final[Condition] = payment_case.is_in("decided-for-buyer", "decided-for-seller")
payment_used: Final[Condition] = payment_runs | payment_decided | (payment_case == "closed")

carrier_asked: Final[Condition] = carrier_claim.is_in("open", "paid", "refused")

case_runs: Final[Condition] = platform_runs | payment_runs
"""Somebody is asked to decide, or can be."""

agreed: Final[Condition] = reply == "agreed"
promise_broken: Final[Condition] = agreed & (promise_kept == "no")
kept: Final[Condition] = ~sure(reply.is_in("not-contacted", "waiting", "answered", "offered", "refused")) & (
    promise_kept == "yes"
)
"""It was done as agreed. A caution stays until then."""

settled: Final[Condition] = (agreed & ~sure(promise_kept == "no")) | kept
"""Both have agreed, and nobody says that it was not done."""
