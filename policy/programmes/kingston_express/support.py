"""Kingston Express support is needed: the result is unclear, the report does not fit, or the customer threatens."""

from typing import Final

from policy.facts import claim_doubtful, customer_aggressive
from policy.language.outcomes import Rung, Step, Support
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.kingston_express.scope import here, needs_support, unclear

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-ask-support-unclear",
        unclear,
        Step("Ask Kingston Express support what the inspection result means."),
        ("KX-90",),
    ),
    Rule(
        "kx-ask-support-doubtful",
        here & (claim_doubtful == "yes"),
        Step("Tell Kingston Express support that the report does not fit the records, and show them why."),
        ("KX-91",),
    ),
    Rule(
        "kx-ask-support-aggressive",
        here & (customer_aggressive == "yes"),
        Step("Hand a customer who threatens or insults you to Kingston Express support."),
        ("KX-92",),
    ),
    Rule(
        "kx-rung-support",
        needs_support,
        Rung(
            None,
            "This is a case for Kingston Express support.",
            "Do what support tells you.",
            "As soon as support has answered.",
        ),
        ("KX-93",),
    ),
    Rule(
        "kx-support-needed",
        needs_support,
        Support(("The order number.", "What kind of problem it is.")),
        ("KX-93",),
    ),
    sending(
        "kx-send-support-request",
        needs_support,
        "kx-support-request",
    ),
)
