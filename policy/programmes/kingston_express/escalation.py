"""Kingston Express, for sellers: the time limits, and where to turn next."""

from typing import Final

from policy.language.outcomes import (
    Clock,
    Rung,
    Support,
)
from policy.language.rule import Rule
from policy.programmes.kingston_express.scope import (
    dispatched,
    here,
    needs_support,
    seller_managed,
    unanswered,
)

CLOCKS: Final = (
    Rule(
        "kx-reply-clock",
        here & unanswered,
        Clock(
            "Answer the customer's message",
            starts="contacted_on",
            window="W-KX-01",
            late="The day for your first answer has passed. Answer now: a late answer is better than none.",
        ),
        ("W-KX-01",),
    ),
)

LADDER: Final = (
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
        "kx-rung-dispatched",
        dispatched,
        Rung(
            None,
            "Kingston Express decides, after its inspection.",
            "Kingston Express support.",
            "If the result is unclear, the report looks wrong, or the customer threatens you.",
        ),
        ("KX-17", "KX-21"),
    ),
    Rule(
        "kx-rung-seller-managed",
        seller_managed,
        Rung(
            None,
            "You and the customer settle it, after the review.",
            "Kingston Express support.",
            "If the report looks wrong, or the customer threatens you.",
        ),
        ("KX-33",),
    ),
    Rule(
        "kx-rung-fulfilment-decides",
        here,
        Rung(
            None,
            "Who decides depends on who shipped the order.",
            "The inspection by Kingston Express, or your own review.",
            "As soon as you know who shipped it.",
        ),
        ("KX-02",),
    ),
)

SUPPORT: Final = (
    Rule(
        "kx-support-needed",
        needs_support,
        Support(("The order number.", "What kind of problem it is.")),
        ("KX-93",),
    ),
)

RULES: Final[tuple[Rule, ...]] = (
    *CLOCKS,
    *LADDER,
    *SUPPORT,
)
"""In the order in which an answer lists them."""
