"""Sellers anywhere: the conditions that their rules share.

A programme whose own sources speak to sellers has rules of its own for the problems that it covers. These rules speak
where no such source does.
"""

from functools import reduce
from operator import or_
from typing import Final

from policy.cases.consistency import PARCEL_CAME
from policy.cases.programmes import not_covering, of_kind, shipped_by, silent_on
from policy.facts import (
    evidence,
    fulfilment,
    handed_over,
    payment_case,
    platform_case,
    problem,
    reply,
    return_state,
    tracking,
)
from policy.language.conditions import Condition, sure
from policy.language.programme import Kind
from policy.periods import due
from policy.programmes.scope import agreed, payment_decided, payment_runs, platform_decided, platform_runs, selling

ships: Final[Condition] = shipped_by() | (fulfilment == "seller")
"""The seller sent it: where the marketplace can have sent it, somebody said that it was the seller."""


won: Final[Condition] = ((platform_case == "decided-for-seller") & ~sure(payment_runs)) | (
    (payment_case == "decided-for-seller") & ~sure(platform_runs)
)
"""It was decided for the seller, and nothing else runs: there is nothing more to do."""


won_for_good: Final[Condition] = ((platform_case == "decided-for-seller") & ~payment_runs) | (
    (payment_case == "decided-for-seller") & ~platform_runs
)
"""It is known that nothing else runs: until then, a caution stays."""


def unspoken(*problems: str, until: Condition = won) -> Condition:
    """A seller sent it, has one of these problems, and no source of the marketplace's own speaks to them about it.

    Nothing holds any more where it was decided for the seller (`until`).
    """
    each = (((problem == one) & silent_on("seller", one)) for one in problems)
    return selling & ships & ~sure(until) & reduce(or_, each)


elsewhere: Final[Condition] = selling & not_covering("seller")
"""A seller where no source of the programme's own speaks to sellers."""

on_a_platform: Final[Condition] = elsewhere & of_kind(Kind.MARKETPLACE, Kind.AGENT)
own_shop: Final[Condition] = elsewhere & of_kind(Kind.SHOP)
private_sale: Final[Condition] = elsewhere & of_kind(Kind.PRIVATE)

nothing_came: Final[Condition] = unspoken("not-received")
parcel_came: Final[Condition] = unspoken(*PARCEL_CAME)
cancelled: Final[Condition] = unspoken("cancelled-after-shipment")
at_customs: Final[Condition] = unspoken("customs")
returning: Final[Condition] = unspoken("return")
came_after_all: Final[Condition] = unspoken("came-after-all")
unanswered: Final[Condition] = ~sure(reply.is_in("not-contacted", "answered", "offered", "refused", "agreed"))
"""As far as we know, the buyer wrote and has no answer yet."""

decided: Final[Condition] = platform_decided | payment_decided
case_runs: Final[Condition] = platform_runs | payment_runs
undecided: Final[Condition] = ~sure(decided) & ~sure(agreed)
free_to_talk: Final[Condition] = ~sure(case_runs) & ~sure(decided) & ~sure(agreed)
"""As far as we know, nobody was asked to decide, nobody has decided, and the two have not agreed."""

nobody_decides: Final[Condition] = (platform_case.is_in("none", "closed") | of_kind(Kind.SHOP, Kind.PRIVATE)) & (
    payment_case.is_in("none", "closed")
)
"""It is established that no case runs."""

has_its_own_letter: Final[Condition] = (
    ((problem == "not-received") & tracking.is_in("delivered", "returned"))
    | ((problem == "return") & (return_state == "differs"))
    | ((problem == "cancelled-after-shipment") & (handed_over == "yes"))
    | (problem == "came-after-all")
)
"""What stands so clearly that the first answer is a letter about that."""

photos_held: Final[Condition] = evidence.has("item-photos") | evidence.has("package-photos")

by_the_carrier: Final[Condition] = problem.is_in("damaged", "missing-item", "empty-package")
"""It can have happened on the way, so the carrier can have to pay for it."""

not_due: Final[Condition] = due == "early"
moving: Final[Condition] = tracking.is_in("in-transit", "not-scanned")
gone_quiet: Final[Condition] = ((tracking == "stalled") | (moving & (due == "running"))) & ~sure(handed_over == "no")
"""It should have come, and the tracking says nothing that explains why it has not."""

says_delivered: Final[Condition] = nothing_came & (tracking == "delivered")
