"""eBay, for sellers: something goes wrong with what is sent back."""

from typing import Final

from policy.facts import platform_case, return_state
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Ask, Avoid, Clock, Headline, Proof, Remedy, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_return_refund
from policy.programmes.ebay.afterwards import to_take_back
from policy.programmes.ebay.scope import (
    free_to_pay,
    no_request,
    on_the_way_back,
    request_open,
    selling,
    undecided,
    with_ebay,
)
from policy.programmes.scope import promise_broken

returning: Final[Condition] = selling & on_the_way_back & undecided
not_sent: Final[Condition] = returning & (return_state == "not-sent-back")
coming: Final[Condition] = returning & (return_state == "sent")
lost: Final[Condition] = returning & (return_state == "lost")
unpaid: Final[Condition] = returning & (return_state == "refund-missing")
different: Final[Condition] = returning & (return_state == "differs")
late: Final[Condition] = ebay_return_refund == "over"

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-return-different-overdue",
        different & late & ~sure(with_ebay),
        Headline("What came back is not what you sent: report it in the return now, before eBay pays the buyer."),
        ("EBX-06", "EBX-28"),
    ),
    Rule(
        "eb-headline-return-different",
        different,
        Headline(
            "What came back is not what you sent: take photos, and report it in the return within two business days."
        ),
        ("EBX-06", "EBX-28"),
    ),
    Rule(
        "eb-headline-return-unpaid-overdue",
        unpaid & late,
        Headline(
            "Your two business days are over: pay the refund in the return now. The buyer can ask eBay to step in."
        ),
        ("EBX-06", "EBX-08"),
    ),
    Rule(
        "eb-headline-return-unpaid",
        unpaid,
        Headline("It is back: look at it today, and pay the refund in the return within two business days."),
        ("EBX-06",),
    ),
    Rule(
        "eb-headline-return-lost",
        lost,
        Headline("Ask whoever carries the return to search for it, and tell the buyer in the return what you found."),
        ("EBX-06", "CA-28"),
    ),
    Rule(
        "eb-headline-return-coming",
        coming,
        Headline("It is on its way back: refund nothing before it is there; then you have two business days."),
        ("EBX-06",),
    ),
    Rule(
        "eb-headline-return-outside",
        not_sent & (platform_case == "none"),
        Headline("There is no return on eBay yet: ask the buyer to open one, and refund nothing before it is back."),
        ("EBX-06", "EBX-12"),
    ),
    Rule(
        "eb-headline-return-not-sent",
        not_sent,
        Headline("It was not sent back yet: keep the return open, and refund nothing before it is there."),
        ("EBX-06", "EBX-12"),
    ),
    Rule(
        "eb-photograph-what-came-back",
        different,
        Step("Photograph the label, the box on a scale, what is in it, and the serial number. Keep all of it."),
        ("EBX-28", "EBX-06"),
    ),
    Rule(
        "eb-report-the-difference",
        different & ~sure(with_ebay),
        Step(
            "Report in the return that something else came back, and ask eBay to look at it.",
            by="eb-return-refund-clock",
        ),
        ("EBX-06", "EBX-07", "EBX-28"),
    ),
    Rule(
        "eb-look-at-what-came-back",
        unpaid & ~sure(with_ebay),
        Step("Look at what came back, and photograph it.", by="eb-return-refund-clock"),
        ("EBX-06",),
    ),
    Rule(
        "eb-pay-the-return",
        unpaid & free_to_pay,
        Step(
            "If it is what you sent, pay the refund inside the return.",
            by="eb-return-refund-clock",
            does=(Action.REFUND,),
        ),
        ("EBX-06",),
    ),
    Rule(
        "eb-search-for-the-return",
        lost,
        Step("Ask the carrier of the return, with the label's number. Whoever bought the label can claim."),
        ("CA-28", "DH-06"),
    ),
    Rule(
        "eb-ask-for-the-return-receipt",
        lost,
        Step("Ask the buyer for the receipt of posting, and answer in the return what the carrier says."),
        ("EBX-06",),
    ),
    Rule(
        "eb-check-the-return-label",
        not_sent & request_open,
        Step("Check that the buyer has a label: if you send none, eBay sends one and charges you."),
        ("EBX-20",),
    ),
    Rule(
        "eb-follow-the-return",
        coming,
        Step("Follow the return's tracking, and be ready to look at it on the day it comes."),
        ("EBX-06",),
    ),
    Rule(
        "eb-return-belongs-in-a-request",
        returning & no_request & ~sure(unpaid),
        Step("If there is no return on eBay, ask the buyer to open one: only there do days and proof count for both."),
        ("EBX-04", "EBX-19"),
    ),
    Rule(
        "eb-no-refund-before-it-is-back",
        ((not_sent | coming | lost) & ~sure(with_ebay)) | to_take_back,
        Avoid("Do not refund before the return is with you, or its tracking says so.", (Action.REFUND,)),
        ("EBX-06",),
    ),
    Rule(
        "eb-keep-what-came-back",
        selling & on_the_way_back & (return_state == "differs"),
        Avoid("Do not use, sell or throw away what came back: it is your proof."),
        ("EBX-28",),
    ),
    Rule(
        "eb-keep-up-to-half",
        different & ~sure(with_ebay) & ~sure(late),
        Warn(
            "With good standing and long or free returns you may be allowed to keep up to half of the money. It needs "
            "your report and your refund within two business days, before eBay steps in."
        ),
        ("EBX-28",),
    ),
    Rule(
        "eb-ebay-pays-late-returns",
        unpaid,
        Warn("Where tracking says that it is back, eBay can pay the buyer itself and take the money from you."),
        ("EBX-06", "EBX-23"),
    ),
    Rule(
        "eb-promise-of-a-refund-broken",
        unpaid & promise_broken,
        Warn("You had promised it: write to the buyer today when the money comes."),
        ("EBX-06",),
    ),
    Rule(
        "eb-proof-return-tracking",
        selling & on_the_way_back & ~sure(return_state == "differs"),
        Proof("tracking-record", "The tracking of the way back."),
        ("EBX-06",),
    ),
    Rule(
        "eb-proof-serial-number",
        selling & on_the_way_back & (return_state == "differs"),
        Proof("serial-number", "The serial number that you sent, from listing, invoice or photos."),
        ("EBX-28",),
    ),
    Rule(
        "eb-proof-what-came-back",
        selling & on_the_way_back & (return_state == "differs"),
        Proof("item-photos", "Photos of what came back, made on the day it came."),
        ("EBX-28",),
    ),
    Rule(
        "eb-proof-return-label",
        selling & on_the_way_back & (return_state == "differs"),
        Proof("waybill-photo", "A photo of the label on the box that came back.", needed=False),
        ("EBX-28",),
    ),
    Rule(
        "eb-return-remedy-back",
        unpaid,
        Remedy("It is back, so the money is due.", (Ask.REFUND,), free_to_pay),
        ("EBX-06",),
    ),
    Rule(
        "eb-return-remedy-different",
        different,
        Remedy("Nothing is due for something that you did not send. eBay decides, so give it your proof first."),
        ("EBX-28", "EBX-34"),
    ),
    Rule(
        "eb-return-remedy-waits",
        not_sent | coming | lost,
        Remedy("The money is due once the item is back, or its tracking says so."),
        ("EBX-06",),
    ),
    Rule(
        "eb-return-refund-clock",
        unpaid | different,
        Clock(
            "Refund what came back, or report in the return what is wrong with it",
            "ebay_return_refund",
            "The two business days are over, so eBay can pay the buyer from your money. Act now all the same.",
            with_ebay,
        ),
        ("EBX-06",),
    ),
    sending("eb-send-came-back-different", different, "eb-came-back-different"),
    sending("eb-send-return-lost", lost, "eb-return-lost"),
)
