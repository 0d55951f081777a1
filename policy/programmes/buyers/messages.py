"""The messages that buyers send: first claim, follow-up, the way up, and thanks."""

from typing import Final

from policy.conditions import Condition, sure
from policy.derived import negotiation
from policy.facts import escalated, insured, problem, programme, reply, tracking
from policy.letters import sending
from policy.programmes.buyers.scope import (
    buying,
    not_written,
    seized,
    something_lost,
    talk_failed,
    through_agent,
    tiers_apply,
    video_held,
)
from policy.rule import Rule

agent_investigates: Final[Condition] = (programme == "allchinabuy") & something_lost
to_the_agent: Final[Condition] = through_agent & (reply == "refused") & video_held & (escalated == "none")

RULES: Final[tuple[Rule, ...]] = (
    sending("buyer-send-damage-claim", buying & (problem == "damaged") & not_written, "buyer-damage-claim"),
    sending("buyer-send-wrong-item-claim", buying & (problem == "wrong-item") & not_written, "buyer-wrong-item-claim"),
    sending(
        "buyer-send-missing-item-claim",
        buying & (problem == "missing-item") & not_written & ~agent_investigates,
        "buyer-missing-item-claim",
    ),
    sending(
        "buyer-send-empty-package-claim",
        buying & (problem == "empty-package") & not_written & ~agent_investigates,
        "buyer-empty-package-claim",
    ),
    sending(
        "buyer-send-not-received-letter",
        buying & (problem == "not-received") & not_written,
        "buyer-not-received",
    ),
    sending(
        "buyer-send-seizure-claim",
        tiers_apply & seized & (insured == "yes") & not_written,
        "buyer-seizure-claim",
    ),
    sending(
        "buyer-send-cancelled-question",
        buying & (problem == "cancelled-after-shipment") & not_written,
        "buyer-cancelled-question",
    ),
    sending(
        "buyer-send-follow-up",
        buying & (reply == "waiting") & (escalated == "none") & ~sure(negotiation == "over"),
        "buyer-follow-up",
    ),
    sending("buyer-send-agent-escalation", to_the_agent, "buyer-agent-escalation"),
    sending(
        "buyer-send-dispute",
        buying & talk_failed & (escalated == "none") & ~sure(to_the_agent),
        "buyer-dispute",
    ),
    sending(
        "buyer-send-carrier-claim",
        buying
        & (problem == "not-received")
        & tracking.is_in("stalled", "delivered", "returned")
        & ~sure(reply == "agreed"),
        "buyer-carrier-claim",
    ),
    sending("buyer-send-acceptance", buying & (reply == "agreed"), "buyer-acceptance"),
)
"""Every rule that gives a buyer a message, but those of Allchinabuy's stages."""
