"""Kingston Express, for buyers: the seller has a day to answer; then support is asked to decide."""

from typing import Final

from policy.facts import problem, reply, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Rung, Step, Support, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.kingston_express.scope import (
    buying_unsettled,
    confirmed_for_buyer,
    decided_against_buyer,
    in_return_time,
    no_answer,
    not_due_yet,
    not_reported,
    talk_failed,
)
from policy.programmes.scope import return_went_wrong

not_late_yet: Final[Condition] = (
    (problem == "not-received") & ~sure(tracking.is_in("delivered", "returned")) & not_due_yet
)
support_now: Final[Condition] = (
    buying_unsettled & talk_failed & not_reported & ~sure(not_late_yet) & ~sure(problem == "came-after-all")
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-buyer-headline-support",
        support_now,
        Headline("Take it to Kingston Express support today, on the order's page, with your messages and your proof."),
        ("KXX-02", "KXX-11"),
    ),
    Rule(
        "kx-buyer-waits-for-the-seller",
        buying_unsettled & (reply == "waiting") & ~sure(no_answer) & not_reported,
        Step(
            "Give the seller one day to answer. If there is no answer by then, take it to support on the order's page.",
            after="kingston_silence",
        ),
        ("W-KX-01", "KXX-02"),
    ),
    *in_return_time(
        "kx-buyer-goes-to-support",
        support_now & ~sure(return_went_wrong),
        "Ask support on the order's page to decide, and add your photos and your messages.",
        ("KXX-02", "KXX-11"),
        Way.PLATFORM,
    ),
    Rule(
        "kx-buyer-rung-support-now",
        support_now,
        Rung(2, "Kingston Express support.", "Its decision.", "When both sides have shown their proof."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-support",
        support_now | confirmed_for_buyer | decided_against_buyer,
        Support(("The order number.", "What went wrong, and since when.", "Your photos and messages.")),
        ("KXX-02",),
    ),
    sending("kx-buyer-send-support", support_now | decided_against_buyer, "kx-buyer-support-request"),
)

BEFORE: Final = {rule.id: "kx-buyer-looks-around" for rule in RULES if isinstance(rule.gives, Step)}
"""Waiting and asking support come before what else there is to do."""
