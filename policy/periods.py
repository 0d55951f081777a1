"""The periods in which something can be done: from which day, until which day, and what follows from that today.

A period is a fact that nobody is asked for. Conditions compare it (`report_on_ebay == "over"`), time limits and doors
show its days. Each counts from days of its own: one day never feeds two doors by accident.

The numbers come from the sources (`window`), or stand here where a document of the catalogue states them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, NamedTuple

from policy.days import BUSINESS_DAYS, last_day
from policy.facts import (
    agreed_on,
    contacted_on,
    customs_notice_on,
    delivered_on,
    estimated_delivery_on,
    paid_on,
    payment_case_opened_on,
    platform_case_closed_on,
    platform_case_opened_on,
    returned_on,
    shipped_on,
)
from policy.language.kinds import Day, Derived, Value
from policy.sources.windows import windows

type Known = Mapping[str, Any]

NEGOTIATION_HOURS: Final = 48
"""How long to negotiate with the seller directly. Source: SR-50."""


class After(NamedTuple):
    """So many units after a day that a case tells.

    `day` is the fact that decides, or the earliest of it and of those of `sooner` that are known. `instead` are days
    from which a last day can be counted, to be safe, while that one is not known. The number is a source's (`window`,
    by its id), or `limit` and `unit`, with the `start` in words. `past` is a window that has to run out first.
    """

    day: Day
    window: str = ""
    limit: int = 0
    unit: str = "calendar-days"
    start: str = ""
    instead: tuple[Day, ...] = ()
    sooner: tuple[Day, ...] = ()
    past: str = ""

    def starts(self, known: Known) -> date | None:
        """Give the day from which it counts; None while none of the days that decide is known."""
        return min((day for fact in (self.day, *self.sooner) if (day := known.get(fact.name))), default=None)

    def ends(self, start: date) -> date:
        """Give the last day, counted from `start`; where a source's limit changes, that day says which counts."""
        if self.past:
            start = After(self.day, self.past).ends(start)
        if not self.window:
            return last_day(start, self.limit, self.unit)
        window = windows()[self.window]
        return last_day(start, window.limit_on(start), window.unit)

    def passed(self, start: date) -> date:
        """Give the first day after it; where it counts in business days, that is one as well."""
        unit = windows()[self.window].unit if self.window else self.unit
        return last_day(self.ends(start), 1, unit if unit == BUSINESS_DAYS else "calendar-days")

    @property
    def words(self) -> str:
        """Say from what it counts."""
        return windows()[self.window].start if self.window else self.start

    def words_with(self, known: Known) -> str:
        """Say from what it counts with these days: where one stands in, from that."""
        used = next((day for day in self.instead if known.get(day.name)), None)
        return f"{_STANDING_IN[used.name]}, to be safe" if used and not self.starts(known) else self.words

    @property
    def length(self) -> str:
        """Say how long it is."""
        return windows()[self.window].length if self.window else f"{self.limit} {self.unit.replace('-', ' ')}"

    @property
    def confidence(self) -> str:
        """Say how sure the reading is."""
        return windows()[self.window].confidence if self.window else "verified"


_STANDING_IN: Final = {
    paid_on.name: "the day it was paid",
    delivered_on.name: "the day it was delivered",
    estimated_delivery_on.name: "the latest day of delivery",
    platform_case_opened_on.name: "the day the case was opened",
}
"""What a message or a limit calls a day that stands in for another."""


@dataclass(frozen=True, slots=True, eq=False)
class Period(Derived):
    """A stretch of days: from the day after `opens` has passed to the last day of `closes`; None leaves an end open.

    It is "early", "running" or "over"; not known while the day that decides is not.
    """

    opens: After | None = None
    closes: After | None = None

    __hash__ = Derived.__hash__

    def counted_from(self, known: Known) -> frozenset[str]:
        """Name the days, not known yet, that decide, and those that stand in for one of them while it is not known.

        A day that only counts where it is earlier is not among them.
        """
        undecided = [end for end in (self.opens, self.closes) if end and end.day.name not in known]
        wanted = (day.name for end in undecided for day in (end.day, *end.instead))
        return frozenset(name for name in wanted if name not in known)

    def first(self, known: Known) -> date | None:
        """Give the first day, where it is known."""
        start = self.opens.starts(known) if self.opens else None
        return self.opens.passed(start) if self.opens and start else None

    def last(self, known: Known) -> date | None:
        """Give the last day, where it is known, or can be counted to be safe."""
        if not self.closes:
            return None
        days = (known.get(day.name) for day in self.closes.instead)
        start = self.closes.starts(known) or next((day for day in days if day), None)
        return self.closes.ends(start) if start else None


def _period(name: str, doing: str, opens: After | None = None, closes: After | None = None) -> Period:
    """Make a period; `doing` completes "it is too early to …"."""
    values = [Value("running", "", f"it is the time to {doing}")]
    if opens:
        values.insert(0, Value("early", "", f"it is too early to {doing}"))
    if closes:
        values.append(Value("over", "", f"the time to {doing} is over"))
    ends = [end for end in (closes, opens) if end]
    asked = dict.fromkeys((*(end.day for end in ends), *(day for end in ends for day in end.sooner)))

    def now(known: Known, today: date | None) -> str | None:
        if today is None:
            return None
        start, end = (after.starts(known) if after else None for after in (opens, closes))
        if closes and end and today > closes.ends(end):
            return "over"
        if opens and start and today < opens.passed(start):
            return "early"
        return "running" if (start or not opens) and (end or not closes) else None

    first = ends[0].day
    return Period(name, first.ask, first.why, tuple(values), tuple(day.name for day in asked), now, opens, closes)


negotiation: Final = _period(
    "negotiation",
    "settle it in direct talks",
    closes=After(contacted_on, "", NEGOTIATION_HOURS, "hours", "the day you first wrote to the seller"),
)
first_message: Final = _period(
    "first_message", "write the first message", closes=After(delivered_on, "", 24, "hours", "the day the parcel came")
)
kingston_reply: Final = _period(
    "kingston_reply", "answer the customer's message", closes=After(contacted_on, "W-KX-01")
)
kingston_silence: Final = _period(
    "kingston_silence", "take the silence to Kingston Express support", opens=After(contacted_on, "W-KX-01")
)
kingston_return: Final = _period(
    "kingston_return", "ask for a return on Kingston Express", closes=After(delivered_on, "KXX-07")
)
kingston_return_abroad: Final = _period(
    "kingston_return_abroad", "ask for a return of an order from abroad", closes=After(delivered_on, "KXX-08")
)
kingston_return_longest: Final = _period(
    "kingston_return_longest",
    "ask for a return where the seller gives the longer time",
    closes=After(delivered_on, "", 14, "calendar-days", "the day it was delivered"),
)
kingston_return_abroad_longest: Final = _period(
    "kingston_return_abroad_longest",
    "ask for a return of an order from abroad where the seller gives the longer time",
    closes=After(delivered_on, "", 30, "calendar-days", "the day it was delivered"),
)
etsy_answer: Final = _period("etsy_answer", "answer the help request on Etsy", closes=After(contacted_on, "ET-02"))
amazon_answer: Final = _period("amazon_answer", "answer Amazon", closes=After(platform_case_opened_on, "AZ-24"))
amazon_appeal: Final = _period("amazon_appeal", "appeal on Amazon", closes=After(platform_case_closed_on, "AZ-16"))
vinted_answer: Final = _period(
    "vinted_answer", "answer the request on Vinted", closes=After(platform_case_opened_on, "VN-13")
)
paypal_talk: Final = _period(
    "paypal_talk", "settle it in the PayPal dispute", closes=After(payment_case_opened_on, "PM-05")
)
ebay_report: Final = _period(
    "ebay_report",
    "report on eBay that it did not come",
    After(estimated_delivery_on, "", 0, "calendar-days", "the latest day of delivery", sooner=(delivered_on,)),
    After(estimated_delivery_on, "W-EB-01", sooner=(delivered_on,)),
)
ebay_return: Final = _period(
    "ebay_return", "open a return on eBay", closes=After(delivered_on, "EBX-04", sooner=(estimated_delivery_on,))
)
ebay_step_in: Final = _period(
    "ebay_step_in",
    "ask eBay to step in",
    After(platform_case_opened_on, "W-EB-02"),
    After(platform_case_opened_on, "W-EB-03"),
)
ebay_appeal: Final = _period(
    "ebay_appeal", "appeal against eBay's decision", closes=After(platform_case_closed_on, "W-EB-04")
)
ebay_report_answer: Final = _period(
    "ebay_report_answer", "answer the request on eBay", closes=After(platform_case_opened_on, "W-EB-02")
)
ebay_return_answer: Final = _period(
    "ebay_return_answer", "answer the return request on eBay", closes=After(platform_case_opened_on, "W-EB-06")
)
ebay_dispute_answer: Final = _period(
    "ebay_dispute_answer", "answer the payment dispute", closes=After(payment_case_opened_on, "W-EB-05")
)
ebay_return_refund: Final = _period("ebay_return_refund", "refund what came back", closes=After(returned_on, "EBX-06"))
amazon_claim_nothing_came: Final = _period(
    "amazon_claim_nothing_came",
    "ask Amazon for a refund because nothing came",
    After(estimated_delivery_on, "AZ-12"),
    After(estimated_delivery_on, "AZ-10"),
)
amazon_claim_not_right: Final = _period(
    "amazon_claim_not_right",
    "ask Amazon for a refund because it is not right",
    closes=After(estimated_delivery_on, "AZ-10", instead=(delivered_on,)),
)
etsy_case: Final = _period(
    "etsy_case",
    "open a case on Etsy",
    After(estimated_delivery_on, "", 0, "calendar-days", "the estimated day of delivery"),
    After(estimated_delivery_on, "ET-03"),
)
vinted_report: Final = _period("vinted_report", "report it on Vinted", closes=After(delivered_on, "VN-09"))
ebay_refund_step_in: Final = _period(
    "ebay_refund_step_in",
    "ask eBay to step in because the return was not refunded",
    After(returned_on, "EBX-06"),
    After(returned_on, "EBX-08", past="EBX-06"),
)
ebay_return_kept: Final = _period(
    "ebay_return_kept",
    "use the return that the seller accepted",
    closes=After(agreed_on, "EBX-12", instead=(platform_case_opened_on,)),
)
usps_damage_claim: Final = _period(
    "usps_damage_claim", "claim from USPS for the damage", closes=After(shipped_on, "CA-01")
)
ups_claim: Final = _period(
    "ups_claim",
    "tell UPS of the loss or damage",
    closes=After(delivered_on, "CA-17", instead=(estimated_delivery_on,)),
)
usps_loss_claim: Final = _period(
    "usps_loss_claim",
    "claim from USPS for the loss",
    After(shipped_on, "", 14, "calendar-days", "the day it was sent"),
    After(shipped_on, "CA-02"),
)
ups_loss_claim: Final = _period(
    "ups_loss_claim",
    "tell UPS of the loss",
    After(estimated_delivery_on, "CA-16"),
    After(estimated_delivery_on, "CA-17"),
)
royal_mail_loss_claim: Final = _period(
    "royal_mail_loss_claim",
    "claim from Royal Mail for the loss",
    After(estimated_delivery_on, "CA-40"),
    After(shipped_on, "CA-41"),
)
dpd_loss_claim: Final = _period("dpd_loss_claim", "tell DPD of the loss", closes=After(shipped_on, "CA-54"))
dpd_claim: Final = _period("dpd_claim", "tell DPD of the damage", closes=After(delivered_on, "CA-53"))
paypal_dispute: Final = _period("paypal_dispute", "open a case with PayPal", closes=After(paid_on, "W-PP-01"))
paypal_claim: Final = _period(
    "paypal_claim", "turn the PayPal dispute into a claim", closes=After(payment_case_opened_on, "W-PP-02")
)
paypal_last_days: Final = _period(
    "paypal_last_days",
    "turn the PayPal dispute into a claim without waiting any longer",
    After(payment_case_opened_on, "", 16, "calendar-days", "the day the dispute was opened"),
    After(payment_case_opened_on, "W-PP-02"),
)
paypal_answer: Final = _period(
    "paypal_answer", "answer the PayPal claim", closes=After(payment_case_opened_on, "PM-06")
)
card_nothing_came: Final = _period(
    "card_nothing_came",
    "ask the bank for a chargeback because nothing came",
    After(estimated_delivery_on, "", 0, "calendar-days", "the last day it was expected"),
    After(estimated_delivery_on, "PM-19", instead=(paid_on,)),
)
card_not_right: Final = _period(
    "card_not_right",
    "ask the bank for a chargeback because it is not right",
    closes=After(delivered_on, "PM-23", instead=(paid_on,)),
)
card_refund_missing: Final = _period(
    "card_refund_missing",
    "ask the bank for a chargeback because a refund did not come",
    After(returned_on, "", 15, "calendar-days", "the day it was back"),
    After(returned_on, "", 120, "calendar-days", "the day it was back"),
)
chargeback_answer: Final = _period(
    "chargeback_answer", "send proof against the chargeback", closes=After(payment_case_opened_on, "PM-36")
)
dhl_damage_notice: Final = _period("dhl_damage_notice", "show DHL the parcel", closes=After(delivered_on, "CA-32"))
billing_error: Final = _period(
    "billing_error", "send the card company a letter about a billing error", closes=After(paid_on, "LW-01")
)
pay_later_dispute: Final = _period(
    "pay_later_dispute", "open a dispute with the pay-later service", closes=After(paid_on, "PM-49")
)
uk_rejection: Final = _period("uk_rejection", "reject it under the law", closes=After(delivered_on, "LW-20"))
uk_cancellation: Final = _period(
    "uk_cancellation", "cancel the order under the law", closes=After(delivered_on, "LW-25")
)
uk_refund: Final = _period("uk_refund", "pay back what came back", closes=After(returned_on, "LW-27"))
eu_withdrawal: Final = _period(
    "eu_withdrawal", "withdraw from the order under the law", closes=After(delivered_on, "LW-35")
)
kakobuy_report: Final = _period("kakobuy_report", "report it to Kakobuy", closes=After(delivered_on, "KK-10"))
seizure_us: Final = _period("seizure_us", "write to United States customs", closes=After(customs_notice_on, "CU-01"))
seizure_uk: Final = _period("seizure_uk", "send a notice of claim", closes=After(customs_notice_on, "CU-06"))
seizure_ca: Final = _period("seizure_ca", "ask for a review of the seizure", closes=After(customs_notice_on, "CU-17"))
seizure_au: Final = _period("seizure_au", "claim the goods back", closes=After(customs_notice_on, "CU-19"))
due: Final = _period(
    "due",
    "say that it is late",
    opens=After(estimated_delivery_on, "", 0, "calendar-days", "the latest day of delivery"),
)
scan_day: Final = _period(
    "scan_day",
    "act on the delivered scan",
    opens=After(delivered_on, "", 1, "calendar-days", "the day of the delivered scan"),
)

PERIODS: Final[Mapping[str, Period]] = {
    value.name: value for value in list(globals().values()) if isinstance(value, Period)
}
"""Every period by its name."""
