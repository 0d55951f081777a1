"""eBay, for buyers: nothing came. Too early, in time, or over; and what the tracking says meanwhile."""

from typing import Final

from policy.facts import customs, return_reason, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_report
from policy.programmes.buyers.payment_scope import a_way_is_open, payment_is_next
from policy.programmes.ebay.scope import (
    buying_here,
    customs_has_it,
    going_back,
    nothing_came,
    nothing_used,
    reported_missing,
    to_look_for,
    was_refused,
)

to_collect: Final[Condition] = tracking == "waiting-for-collection"
live: Final[Condition] = buying_here & nothing_came & nothing_used & ~sure(to_collect)
early: Final[Condition] = ebay_report == "early"
running: Final[Condition] = ebay_report == "running"
not_over: Final[Condition] = ~sure(ebay_report == "over")
at_customs: Final[Condition] = customs_has_it & ~sure(customs.is_in("held", "seized", "sent-back"))
# A refused parcel is not covered, one that waits for you can still be fetched, and customs may only want something.
to_report: Final[Condition] = ~sure(was_refused) & ~sure(to_collect) & ~at_customs
busy_today: Final[Condition] = going_back | to_look_for

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-buyer-headline-refused-parcel-no-help",
        live & was_refused & not_over & payment_is_next & a_way_is_open,
        Headline("eBay mostly does not cover a parcel that was refused: use the way that you paid, and today."),
        ("EBX-18", "PM-31"),
    ),
    Rule(
        "eb-buyer-headline-refused-parcel",
        live & was_refused & not_over,
        Headline(
            "eBay mostly does not cover a parcel that was refused: agree with the seller on the money once it is back."
        ),
        ("EBX-18",),
    ),
    Rule(
        "eb-buyer-headline-back-early",
        live & going_back & early,
        Headline(
            "It is too early for a report on eBay. Call the carrier about the address today, and agree with the "
            "seller to "
            "send it again."
        ),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-headline-back",
        live & going_back & running,
        Headline(
            "It goes back: report on eBay in time that it did not come, and ask the seller to send it again or "
            "refund it.",
            through=Way.PLATFORM,
        ),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-headline-look-around",
        live & to_look_for & not_over,
        Headline("Look around and ask the neighbours today. If it is not there, report it on eBay in time."),
        ("DH-01", "W-EB-01"),
    ),
    Rule(
        "eb-buyer-headline-early",
        live & early,
        Headline(
            "It is not due yet: eBay takes a report only once the last day of delivery has passed. Until then, "
            "follow it."
        ),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-headline-not-received",
        live & running,
        Headline(
            "Report on eBay now that it did not come. What the seller promises does not stop the last day.",
            through=Way.PLATFORM,
        ),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-headline-when-is-it-due",
        live & not_over,
        Headline(
            "Look up the last day of delivery on the order: the day after it, and for 30 days, you can report on eBay."
        ),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-reports-it",
        buying_here & reported_missing & nothing_used & running & to_report & ~sure(nothing_came & to_look_for),
        Step(
            "Report on eBay that it did not come.",
            by="eb-buyer-report-clock",
            through=Way.PLATFORM,
        ),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-reports-it-if-not-there",
        buying_here & nothing_came & to_look_for & nothing_used & running & to_report,
        Step(
            "If it is still not there, report on eBay that it did not come.",
            by="eb-buyer-report-clock",
            through=Way.PLATFORM,
        ),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-reports-it-later",
        buying_here
        & reported_missing
        & nothing_used
        & early
        & ~sure(to_collect)
        & ~at_customs
        & ~sure(going_back | (nothing_came & to_look_for)),
        Step(
            "If it is still not there then, report on eBay that it did not come.",
            by="eb-buyer-report-clock",
            after="ebay_report",
        ),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-looks-up-the-day",
        buying_here & reported_missing & nothing_used & ~ebay_report.is_given & to_report,
        Step("Look up the last day of delivery on the order. From the day after it you can report on eBay."),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-not-collected",
        live & going_back & (return_reason == "not-collected"),
        Warn(
            "Where delivery was tried at the right address, the seller is mostly protected. Agree on a second parcel."
        ),
        ("EBX-13",),
    ),
    sending("eb-buyer-send-report", live & running & to_report, "eb-buyer-report"),
)
