"""eBay, for sellers: the parcel is on its way back, or is back."""

from typing import Final

from policy.facts import problem, return_reason
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Avoid, Headline, Remedy, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_report_answer
from policy.programmes.ebay.scope import (
    going_back,
    not_agreed,
    not_answered,
    request_open,
    selling,
    undecided,
)

back: Final[Condition] = selling & going_back & problem.is_in("not-received", "customs") & undecided & not_agreed

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-back-request",
        back & request_open & not_answered & ~sure(ebay_report_answer == "over"),
        Headline("Answer inside the request in time: say why it comes back, and that you send it again or refund it."),
        ("W-EB-02", "EB-21"),
    ),
    Rule(
        "eb-headline-back-address",
        back & (return_reason == "address"),
        Headline(
            "It comes back because of the address: ask the buyer for the right one, then send it again or refund."
        ),
        ("EB-01", "EB-21", "EB-30"),
    ),
    Rule(
        "eb-headline-back",
        back,
        Headline("It comes back: find out why, and send it again or refund it once it is there."),
        ("EB-21", "EB-30"),
    ),
    Rule(
        "eb-ask-why-it-comes-back",
        back & ~return_reason.is_given,
        Step("Ask the carrier why it comes back, and when it will be there."),
        ("EB-21",),
    ),
    Rule(
        "eb-compare-the-address",
        back & (return_reason == "address"),
        Step("Compare the address on the label with the one on the order, and ask the buyer for the right one."),
        ("EB-01",),
    ),
    Rule(
        "eb-agree-on-the-way",
        back,
        Step("Agree with the buyer on eBay: send it again, and who pays the second postage, or the money back."),
        ("EB-30", "EB-32"),
    ),
    Rule(
        "eb-wait-until-it-is-back",
        back,
        Step("Once it is back, look whether it is whole. Then send it again or refund it, through the order."),
        ("EB-30", "EB-31"),
    ),
    Rule(
        "eb-not-before-it-is-back",
        selling & going_back & problem.is_in("not-received", "customs") & undecided,
        Avoid("If it comes back, do not refund or send another before it is there.", (Action.REFUND, Action.RESHIP)),
        ("EB-20",),
    ),
    Rule(
        "eb-back-delivery-was-tried",
        back & return_reason.is_in("not-collected", "refused"),
        Warn(
            "A scan that shows that delivery was tried at the order's address counts for you. A refused parcel is "
            "mostly not covered for the buyer."
        ),
        ("EBX-13", "EBX-18"),
    ),
    Rule(
        "eb-back-duty-not-paid",
        back & (return_reason == "customs"),
        Warn(
            "A parcel that comes back because duty was not paid is mostly not covered for the buyer, unless you had "
            "promised to pay it. The carrier may charge you for the way."
        ),
        ("EBX-17", "CU-22"),
    ),
    Rule(
        "eb-back-remedy",
        back,
        Remedy("Once it is back and whole: send it again, or refund it."),
        ("EB-30",),
    ),
    sending("eb-send-comes-back", back & not_answered, "eb-comes-back"),
)
