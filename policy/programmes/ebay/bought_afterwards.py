"""eBay, for buyers: both have agreed, or it came after all."""

from typing import Final

from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Step, Way
from policy.language.rule import Rule
from policy.periods import ebay_report, ebay_return
from policy.programmes.ebay.scope import (
    buying_here,
    came_after_all,
    no_request,
    on_the_way_back,
    promised,
    reported_missing,
    request_runs,
    returnable,
    undecided,
    was_refused,
)

waiting: Final[Condition] = buying_here & promised & undecided & ~sure(came_after_all)
came: Final[Condition] = buying_here & came_after_all
may_report: Final[Condition] = waiting & no_request & reported_missing & ~sure(was_refused) & (ebay_report == "running")
may_return: Final[Condition] = waiting & no_request & returnable & (ebay_return == "running")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-buyer-headline-agreed-open",
        waiting & request_runs & ~sure(on_the_way_back),
        Headline("You have agreed: leave the request open until the money or the parcel is there."),
        ("EBX-27", "EBX-21"),
    ),
    Rule(
        "eb-buyer-headline-agreed",
        may_report | may_return,
        Headline("You have agreed, but a promise stops no day on eBay: if it is not kept, open a request in time."),
        ("W-EB-01", "EBX-04", "EBX-27"),
    ),
    Rule(
        "eb-buyer-headline-came-open",
        came & request_runs,
        Headline("It has come: look whether it is right, and say so in the open request."),
        ("EBX-34",),
    ),
    Rule(
        "eb-buyer-reports-a-broken-promise",
        may_report,
        Step(
            "If it is not done by then, report on eBay that it did not come.",
            by="eb-buyer-report-clock",
            through=Way.PLATFORM,
        ),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-returns-after-a-broken-promise",
        may_return,
        Step("If it is not done by then, open a return on eBay.", by="eb-buyer-return-clock", through=Way.PLATFORM),
        ("EBX-04",),
    ),
)
