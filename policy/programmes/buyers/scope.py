"""Every buyer: the conditions that its rules share."""

from typing import Final

from policy.cases.derived import negotiation
from policy.cases.programmes import investigating, of_kind
from policy.facts import escalated, evidence, investigation, problem, reply, severity, side
from policy.language.conditions import Condition, sure
from policy.language.programme import Kind

buying: Final[Condition] = side == "buyer"
through_agent: Final[Condition] = buying & of_kind(Kind.AGENT)
parcel_came: Final[Condition] = problem.is_in("damaged", "missing-item", "wrong-item", "empty-package")
something_lost: Final[Condition] = problem.is_in("missing-item", "empty-package")
not_written: Final[Condition] = ~sure(reply.is_in("waiting", "offered", "refused", "agreed"))
still_talking: Final[Condition] = reply.is_in("not-contacted", "waiting", "offered", "refused")
may_ask: Final[Condition] = ~sure(reply == "agreed") & ~sure(escalated == "exhausted")
not_agreed: Final[Condition] = ~sure(reply == "agreed")
still_asking: Final[Condition] = ~sure(reply.is_in("offered", "refused", "agreed"))
talk_failed: Final[Condition] = (reply == "refused") | ((reply == "waiting") & (negotiation == "over"))
higher_up: Final[Condition] = escalated.is_in("platform-dispute", "community", "exhausted")
video_held: Final[Condition] = evidence.has("unboxing-video")
seized: Final[Condition] = problem == "seized-by-customs"
total_loss: Final[Condition] = (problem == "empty-package") | (
    problem.is_in("wrong-item", "missing-item") & (severity == "total")
)
cancelled: Final[Condition] = problem == "cancelled-after-shipment"
to_the_agent: Final[Condition] = through_agent & (reply == "refused") & video_held & ~sure(higher_up)
# Some agents find out in stages where an item was lost: that takes the place of the talk with a seller.
agent_investigates: Final[Condition] = investigating()
investigation_runs: Final[Condition] = agent_investigates & investigation.is_in(
    "materials-sent", "warehouse-error", "warehouse-intact", "certificate-sent", "carrier-decided"
)
# Kakobuy's tiers serve buyers on any agent; they are not lent to marketplaces with buyer protection of their own.
tiers_apply: Final[Condition] = buying & of_kind(Kind.AGENT, Kind.ELSEWHERE)
