"""Every buyer: the conditions that its rules share."""

from typing import Final

from policy.cases.derived import offer_share
from policy.cases.programmes import investigating, of_kind, shipped_by
from policy.facts import (
    evidence,
    fulfilment,
    investigation,
    offer,
    payment_case,
    platform_case,
    problem,
    reply,
    severity,
    tracking,
)
from policy.language.conditions import Condition, sure
from policy.language.programme import Kind
from policy.periods import due, negotiation
from policy.programmes.scope import (
    buying,
    card,
    case_runs,
    parcel_came,
    payment_used,
    paypal,
    platform_used,
    promise_broken,
    settled,
    something_lost,
)

__all__ = ["buying", "parcel_came", "something_lost"]

through_agent: Final[Condition] = buying & of_kind(Kind.AGENT)
on_marketplace: Final[Condition] = buying & of_kind(Kind.MARKETPLACE)
from_shop: Final[Condition] = buying & of_kind(Kind.SHOP)
from_person: Final[Condition] = buying & of_kind(Kind.PRIVATE)
nobody_between: Final[Condition] = buying & of_kind(Kind.SHOP, Kind.PRIVATE)
not_through_agent: Final[Condition] = buying & ~sure(of_kind(Kind.AGENT))

# What a marketplace packed and sent itself is reported to it, and not to the seller.
sent_by_the_marketplace: Final[Condition] = ~shipped_by() & (fulfilment == "platform")
not_written: Final[Condition] = ~sure(reply.is_in("waiting", "answered", "offered", "refused", "agreed"))
still_talking: Final[Condition] = reply.is_in("not-contacted", "waiting", "answered", "offered")
still_asking: Final[Condition] = ~sure(reply.is_in("offered", "refused", "agreed"))
not_agreed: Final[Condition] = ~sure(settled)
talk_failed: Final[Condition] = (
    (reply == "refused") | promise_broken | (reply.is_in("waiting", "answered") & (negotiation == "over"))
)

won: Final[Condition] = (platform_case == "decided-for-buyer") | (payment_case == "decided-for-buyer")
lost: Final[Condition] = (platform_case == "decided-for-seller") | (payment_case == "decided-for-seller")
decided: Final[Condition] = won | lost
higher_up: Final[Condition] = platform_used | payment_used
no_case: Final[Condition] = ~sure(higher_up)
may_ask: Final[Condition] = not_agreed & ~sure(decided)

not_received: Final[Condition] = problem == "not-received"
early: Final[Condition] = not_received & (due == "early")
still_coming: Final[Condition] = not_received & ~sure(early)
going_back: Final[Condition] = tracking == "returned"
customs_has_it: Final[Condition] = problem == "customs"
cancelled: Final[Condition] = problem == "cancelled-after-shipment"
on_the_way_back: Final[Condition] = problem == "return"
came_after_all: Final[Condition] = problem == "came-after-all"
# What is wrong is not put right by waiting: something came wrong, or nothing came in time.
wants_something: Final[Condition] = parcel_came | still_coming | customs_has_it | cancelled | on_the_way_back

offer_covers: Final[Condition] = (offer == "partial-refund") & (offer_share == "all")
offer_covers_its_part: Final[Condition] = (offer == "partial-refund") & (offer_share == "its-part")
offer_is_enough: Final[Condition] = offer_covers | offer_covers_its_part

video_held: Final[Condition] = evidence.has("unboxing-video")
total_loss: Final[Condition] = (problem == "empty-package") | (
    problem.is_in("wrong-item", "missing-item") & (severity == "total")
)

# Some agents find out in stages where an item was lost: that takes the place of the talk with a seller.
agent_investigates: Final[Condition] = investigating()
investigation_runs: Final[Condition] = agent_investigates & investigation.is_in(
    "materials-sent", "warehouse-error", "warehouse-intact", "certificate-sent", "carrier-decided"
)
to_the_agent: Final[Condition] = through_agent & talk_failed & ~sure(higher_up) & ~sure(agent_investigates)
# Kakobuy's tiers serve buyers on any agent; they are not lent to marketplaces and shops, where more can be due.
tiers_apply: Final[Condition] = through_agent
paid_by_paypal: Final[Condition] = buying & paypal
paid_by_card: Final[Condition] = buying & card
running: Final[Condition] = buying & case_runs
