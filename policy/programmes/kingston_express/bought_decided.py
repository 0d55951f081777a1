"""Kingston Express, for buyers: it is looked at, or it was decided."""

from typing import Final

from policy.facts import inspection, platform_case, reply
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Outcome, Remedy, Rung, Step
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.kingston_express.scope import (
    bought_from_platform,
    buying_unsettled,
    confirmed_for_buyer,
    decided_against_buyer,
    reported,
)
from policy.programmes.scope import parcel_came, platform_runs

inspecting: Final[Condition] = (
    bought_from_platform
    & parcel_came
    & (inspection == "pending")
    & ~sure(platform_case.is_in("decided-for-buyer", "decided-for-seller"))
)
won_there: Final[Condition] = buying_unsettled & (platform_case == "decided-for-buyer") & ~bought_from_platform

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-buyer-headline-confirmed",
        confirmed_for_buyer,
        Headline(
            "Kingston Express has confirmed it and pays or sends again itself: ask support for the day, and settle "
            "nothing beside it."
        ),
        ("KXX-15", "KXX-06"),
    ),
    Rule(
        "kx-buyer-headline-won",
        won_there,
        Headline(
            "It was decided for you: ask support by which day it is done, and keep the item and the proof until then."
        ),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-headline-not-confirmed",
        decided_against_buyer,
        Headline(
            "Kingston Express did not confirm it: ask support why, and add on the order's page what was not looked "
            "at yet."
        ),
        ("KXX-02", "KXX-06"),
    ),
    Rule(
        "kx-buyer-headline-inspection",
        inspecting,
        Headline(
            "It is reported: keep the item and the box, answer questions on the order's page, and wait for the result."
        ),
        ("KXX-15", "KXX-20"),
    ),
    Rule(
        "kx-buyer-headline-dispute",
        buying_unsettled & platform_runs,
        Headline("Kingston Express looks at it now: answer on the order's page, and settle nothing outside it."),
        ("KXX-02", "KXX-06"),
    ),
    Rule(
        "kx-buyer-waits-for-the-inspection",
        inspecting,
        Step("Keep the item and the box, answer what is asked on the order's page, and wait for the result."),
        ("KXX-15", "KXX-20"),
    ),
    Rule(
        "kx-buyer-asks-for-the-day",
        confirmed_for_buyer | won_there,
        Step("Ask support on the order's page by which day it is done, and name the day of the decision."),
        ("KXX-02", "KXX-15"),
    ),
    Rule(
        "kx-buyer-keeps-it-until-told",
        (confirmed_for_buyer | won_there) & parcel_came,
        Step("Keep the item and its packing until Kingston Express tells you what to do with them."),
        ("KXX-20",),
    ),
    Rule(
        "kx-buyer-adds-what-is-new",
        decided_against_buyer,
        Step("Ask support for the reason, and add photos or messages that were not looked at yet."),
        ("KXX-02", "KXX-06"),
    ),
    Rule(
        "kx-buyer-fair-confirmed",
        confirmed_for_buyer | won_there,
        Remedy("What Kingston Express decided is yours: it pays or sends again, not the seller by hand."),
        ("KXX-15",),
    ),
    Rule(
        "kx-buyer-fair-not-confirmed",
        decided_against_buyer,
        Remedy("It was not confirmed, so nothing is due there before support looks at it again."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-rung-won",
        confirmed_for_buyer | won_there,
        Rung(
            2,
            "It was decided for you.",
            "Kingston Express support.",
            "If the money or the item does not come by the day that support names.",
        ),
        ("KXX-02", "KXX-15"),
    ),
    Rule(
        "kx-buyer-rung-support",
        buying_unsettled & reported,
        Rung(
            2,
            "Kingston Express decides.",
            "The bank or PayPal, if you paid with them.",
            "If it is decided against you.",
        ),
        ("KXX-02",),
    ),
    sending("kx-buyer-send-no-cash", confirmed_for_buyer & (reply == "offered"), "kx-buyer-no-cash"),
)

_FIRST: Final[dict[type[Outcome], str]] = {Step: "kx-buyer-asks-for-a-return", Remedy: "kx-buyer-fair-part"}
BEFORE: Final = {rule.id: _FIRST[type(rule.gives)] for rule in RULES if type(rule.gives) in _FIRST}
"""What was decided is told before what else there is to do."""
