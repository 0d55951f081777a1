"""Kingston Express, for buyers: nothing came, it is said to be delivered, or it goes back."""

from typing import Final

from policy.facts import looked_around, problem, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Remedy, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import scan_day
from policy.programmes.kingston_express.scope import (
    buying_unsettled,
    delivered_not_here,
    late,
    not_due_yet,
    not_reported,
    not_written,
    reported,
    talk_failed,
)

coming_back: Final[Condition] = buying_unsettled & (problem == "not-received") & (tracking == "returned")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-buyer-headline-new-scan",
        delivered_not_here & (scan_day == "early") & not_reported,
        Headline(
            "Look around and ask your neighbours today, and give a new scan one more day; then report it on the "
            "order's page."
        ),
        ("KXX-10", "DH-02"),
    ),
    Rule(
        "kx-buyer-headline-delivered-not-here",
        delivered_not_here & not_reported,
        Headline(
            "Look around and ask your neighbours today; if it is not there, report it on the order's page at once."
        ),
        ("KXX-10",),
    ),
    Rule(
        "kx-buyer-headline-not-due",
        late & not_due_yet & not_reported,
        Headline("It is not late yet: look at the status and the address, and wait until the latest day has passed."),
        ("KXX-21", "KXX-13"),
    ),
    Rule(
        "kx-buyer-headline-overdue",
        late & not_reported,
        Headline("Late is not lost: look at the status and the address, then ask on the order's page where it is."),
        ("KXX-21", "KXX-13"),
    ),
    Rule(
        "kx-buyer-headline-coming-back",
        coming_back & not_reported,
        Headline("It is going back: ask on the order's page why, and whether it is sent again or refunded."),
        ("KXX-21",),
    ),
    Rule(
        "kx-buyer-looks-around",
        delivered_not_here & ~sure(looked_around == "yes") & not_reported,
        Step("Ask everybody at home and your neighbours, and look wherever a parcel can have been left."),
        ("KXX-10",),
    ),
    Rule(
        "kx-buyer-reports-a-new-scan-later",
        delivered_not_here & (scan_day == "early") & not_reported,
        Step("If it is still not there, report it on the order's page to Kingston Express.", after="scan_day"),
        ("KXX-10", "DH-02"),
    ),
    Rule(
        "kx-buyer-reports-a-delivery",
        delivered_not_here & ~sure(scan_day == "early") & not_reported,
        Step(
            "If it is not there, report it on the order's page to Kingston Express, not to the seller.",
            through=Way.PLATFORM,
        ),
        ("KXX-10",),
    ),
    Rule(
        "kx-buyer-checks-status-and-address",
        late & not_reported,
        Step("Look at the status and the address on the order's page."),
        ("KXX-21",),
    ),
    Rule(
        "kx-buyer-waits-until-it-is-due",
        late & not_due_yet & not_reported,
        Step("Wait until the latest day of delivery has passed, then ask on the order's page.", after="due"),
        ("KXX-21", "KXX-13"),
    ),
    Rule(
        "kx-buyer-asks-where-it-is",
        late & ~sure(not_due_yet) & not_written & not_reported,
        Step("Ask on the order's page where it is."),
        ("KXX-21",),
    ),
    Rule(
        "kx-buyer-support-when-silent",
        late & ~sure(not_due_yet) & not_reported & ~sure(talk_failed),
        Step(
            "If nobody answers, if the order shows as completed, or if it takes very long, ask support on the "
            "order's page."
        ),
        ("KXX-21",),
    ),
    Rule(
        "kx-buyer-asks-why-it-goes-back",
        coming_back & not_reported,
        Step(
            "Ask on the order's page why it goes back, give the right address, and say what you want: it, or the money."
        ),
        ("KXX-21",),
    ),
    Rule(
        "kx-buyer-times-are-estimates",
        buying_unsettled & (problem == "not-received"),
        Warn("Delivery times here are estimates and no promise."),
        ("KXX-13",),
    ),
    Rule(
        "kx-buyer-fair-when-nothing-came",
        buying_unsettled & (problem == "not-received") & ~sure(not_due_yet) & ~sure(reported),
        Remedy("If it does not come, that is covered, for orders that were paid on Kingston Express."),
        ("KXX-01",),
    ),
    sending(
        "kx-buyer-send-where-is-it", late & ~sure(not_due_yet) & not_written & not_reported, "kx-buyer-where-is-it"
    ),
)
