"""When a buyer can open the marketplace's own case: the period of each marketplace that states one, by problem.

Doors, steps and time limits of a marketplace count by these periods, and what every buyer shares asks here whether
that door is still closed, open, or over. A marketplace that is not here states no days that we have read.
"""

from functools import reduce
from operator import or_
from typing import Final, NamedTuple

from policy.facts import problem, programme, tracking
from policy.language.conditions import Condition, sure
from policy.periods import (
    Period,
    amazon_claim_not_right,
    amazon_claim_nothing_came,
    ebay_report,
    ebay_return,
    etsy_case,
    vinted_report,
)
from policy.programmes.scope import parcel_came, selling

NOT_RECEIVED: Final = problem == "not-received"
AT_CUSTOMS: Final = problem == "customs"
ON_THE_WAY_BACK: Final = problem == "return"
CANCELLED: Final = problem == "cancelled-after-shipment"


class Days(NamedTuple):
    """The period in which a case can be opened on a marketplace, and for which problem.

    Where it is `at_once`, the days are so few that the case comes before talk.
    """

    marketplace: str
    about: Condition
    period: Period
    at_once: bool = False

    @property
    def here(self) -> Condition:
        """The order was made there, and this is the problem."""
        return (programme == self.marketplace) & self.about


DAYS: Final = (
    Days("ebay", NOT_RECEIVED | AT_CUSTOMS, ebay_report),
    Days("ebay", parcel_came, ebay_return),
    Days("ebay", ON_THE_WAY_BACK, ebay_return),
    Days("ebay", CANCELLED & ~sure(tracking == "delivered"), ebay_report),
    Days("ebay", CANCELLED & (tracking == "delivered"), ebay_return),
    Days("amazon", NOT_RECEIVED, amazon_claim_nothing_came),
    Days("amazon", parcel_came, amazon_claim_not_right),
    Days("etsy", NOT_RECEIVED | parcel_came, etsy_case),
    Days("vinted", (NOT_RECEIVED & ~sure(tracking == "returned")) | parcel_came, vinted_report, at_once=True),
)
"""What the marketplaces state."""


def _any(value: str) -> Condition:
    return reduce(or_, (days.here & (days.period == value) for days in DAYS if value in _values(days.period)))


def _values(period: Period) -> tuple[str, ...]:
    return tuple(value.name for value in period.values)


# What was cancelled on eBay has days in either case: which, the tracking says.
_EITHER_WAY: Final = (programme == "ebay") & CANCELLED

stated: Final[Condition] = ~selling & reduce(or_, (days.here for days in DAYS), _EITHER_WAY)
"""The marketplace states its days for this problem."""

case_early: Final[Condition] = ~selling & _any("early")
"""It is too early for the marketplace's own case."""

report_at_once: Final[Condition] = ~selling & reduce(
    or_, (days.here & (days.period == "running") for days in DAYS if days.at_once)
)
"""The marketplace's own case is to be opened now, whatever the seller says."""

case_over: Final[Condition] = ~selling & (
    _any("over") | (_EITHER_WAY & (ebay_report == "over") & (ebay_return == "over"))
)
"""The days for opening the marketplace's own case are over."""
