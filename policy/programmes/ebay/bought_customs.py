"""eBay, for buyers: customs has it, or the order was cancelled after it was sent."""

from typing import Final

from policy.facts import customs, defect_kind, handed_over
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_report, ebay_return
from policy.programmes.ebay.scope import (
    buying_here,
    customs_has_it,
    nothing_used,
    scanned_as_delivered,
    was_cancelled,
)

held: Final[Condition] = buying_here & customs_has_it & nothing_used
cancelled: Final[Condition] = buying_here & was_cancelled & nothing_used
not_over: Final[Condition] = ~sure(ebay_report == "over")
running: Final[Condition] = ebay_report == "running"
gone: Final[Condition] = customs.is_in("seized", "sent-back")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-buyer-headline-customs-gone",
        held & gone & running,
        Headline(
            "Report on eBay today that it did not come: then look at the day in the letter from customs.",
            through=Way.PLATFORM,
        ),
        ("W-EB-01", "EBX-17"),
    ),
    Rule(
        "eb-buyer-headline-customs-early",
        held & gone & (ebay_report == "early"),
        Headline("It is too early for a report on eBay: read the letter from customs, and tell the seller today."),
        ("W-EB-01", "EBX-17"),
    ),
    Rule(
        "eb-buyer-headline-cancelled-came",
        cancelled & scanned_as_delivered & (ebay_return == "running"),
        Headline(
            "It came although it was cancelled: keep it closed, and open a return on eBay in time.",
            through=Way.PLATFORM,
        ),
        ("R-EB-02", "EBX-04"),
    ),
    Rule(
        "eb-buyer-returns-it",
        cancelled & ~sure(scanned_as_delivered) & ~sure(handed_over == "no") & not_over,
        Step("If the carrier has the parcel, wait until it comes, then open a return on eBay."),
        ("R-EB-02",),
    ),
    Rule(
        "eb-buyer-returns-what-came",
        cancelled & scanned_as_delivered & (ebay_return == "running"),
        Step("Open a return on eBay.", by="eb-buyer-return-clock", through=Way.PLATFORM),
        ("R-EB-02", "EBX-04"),
    ),
    Rule(
        "eb-buyer-unpaid-duty-is-not-covered",
        buying_here & customs_has_it & not_over,
        Warn(
            "eBay mostly does not cover a parcel that goes back because duty was not paid. It does where the "
            "seller had "
            "promised to pay it, or declared a wrong value or origin."
        ),
        ("EBX-17",),
    ),
    sending("eb-buyer-send-customs-report", held & gone & running, "eb-buyer-report", words=defect_kind.is_given),
)
