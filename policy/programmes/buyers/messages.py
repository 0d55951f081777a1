"""The messages that buyers send: first claim, follow-up, the way up, and thanks."""

from typing import Final

from policy.cases.derived import negotiation
from policy.facts import insured, problem, reply, tracking
from policy.language.conditions import Condition, sure
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.buyers.scope import (
    agent_investigates,
    buying,
    cancelled,
    higher_up,
    investigation_runs,
    not_agreed,
    not_written,
    seized,
    talk_failed,
    tiers_apply,
    to_the_agent,
)

insured_for_sure: Final[Condition] = sure(tiers_apply & (insured == "yes"))

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
        "buyer-send-seizure-question",
        buying & seized & not_written & ~insured_for_sure,
        "buyer-seizure-question",
    ),
    sending("buyer-send-customs-question", buying & seized & not_written, "buyer-customs-question"),
    sending(
        "buyer-send-cancelled-question",
        buying & cancelled & not_written,
        "buyer-cancelled-question",
    ),
    sending(
        "buyer-send-follow-up",
        buying & (reply == "waiting") & ~sure(higher_up) & ~sure(negotiation == "over") & ~sure(investigation_runs),
        "buyer-follow-up",
    ),
    sending("buyer-send-agent-escalation", to_the_agent, "buyer-agent-escalation"),
    sending(
        "buyer-send-dispute",
        buying & talk_failed & ~sure(higher_up) & ~sure(to_the_agent),
        "buyer-dispute",
    ),
    sending(
        "buyer-send-carrier-claim",
        buying & (problem == "not-received") & tracking.is_in("stalled", "delivered", "returned") & not_agreed,
        "buyer-carrier-claim",
    ),
    sending("buyer-send-acceptance", buying & (reply == "agreed"), "buyer-acceptance"),
)
"""Every rule that gives a buyer a message, but those of Allchinabuy's stages."""
