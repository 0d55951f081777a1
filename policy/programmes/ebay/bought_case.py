"""eBay, for buyers: the request is open, eBay was asked, or it has ended."""

from typing import Final

from policy.cases.derived import signature
from policy.facts import evidence, reply
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Headline, Party, Responsible, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_appeal, ebay_step_in
from policy.programmes.ebay.scope import (
    buying_here,
    came_after_all,
    for_buyer,
    for_seller,
    not_agreed,
    nothing_came,
    on_the_way_back,
    request_open,
    scanned_as_delivered,
    with_ebay,
)
from policy.programmes.scope import kept

live: Final[Condition] = buying_here & request_open & ~sure(on_the_way_back) & ~sure(came_after_all) & not_agreed
lost: Final[Condition] = buying_here & for_seller & ~sure(came_after_all) & ~sure(kept)
won: Final[Condition] = buying_here & for_buyer & ~sure(came_after_all)
no_signature: Final[Condition] = nothing_came & scanned_as_delivered & (signature == "due")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-buyer-headline-open-offer",
        live & (reply == "offered") & ~sure(ebay_step_in == "over"),
        Headline(
            "Answer the offer inside the request, and leave the request open until the money or the parcel is there."
        ),
        ("EBX-27", "EBX-21"),
    ),
    Rule(
        "eb-buyer-headline-open-early",
        live & (ebay_step_in == "early"),
        Headline("Your request is open and in time: the seller has three business days; after that you can ask eBay."),
        ("W-EB-02", "W-EB-03"),
    ),
    Rule(
        "eb-buyer-headline-open",
        live & (ebay_step_in == "running"),
        Headline("Your request is open: ask eBay to step in now, if the seller has not put it right. Leave it open."),
        ("W-EB-03", "EBX-27"),
    ),
    Rule(
        "eb-buyer-headline-open-day",
        live & ~ebay_step_in.is_given,
        Headline(
            "Your request is open: from its fourth business day to its 21st you can ask eBay to step in. Leave it open."
        ),
        ("W-EB-03", "EBX-27"),
    ),
    Rule(
        "eb-buyer-headline-with-ebay",
        buying_here & with_ebay & ~sure(came_after_all),
        Headline("eBay decides now: answer what it asks, add all your proof, and open no other case meanwhile."),
        ("EBX-26", "EBX-34", "PM-38"),
    ),
    Rule(
        "eb-buyer-headline-lost-no-signature",
        lost & no_signature & ~sure(ebay_appeal == "over"),
        Headline(
            "Appeal eBay's decision in time: from 750 US dollars or 450 pounds a scan without a signature is no proof.",
            through=Way.APPEAL,
        ),
        ("W-EB-04", "EBX-14"),
    ),
    Rule(
        "eb-buyer-headline-lost",
        lost & ~sure(ebay_appeal == "over"),
        Headline("eBay decided against you: appeal in time if you have something new to show.", through=Way.APPEAL),
        ("W-EB-04",),
    ),
    Rule(
        "eb-buyer-ebay-decides",
        buying_here & with_ebay,
        Responsible(Party.PLATFORM, "eBay was asked to decide, so it decides."),
        ("EBX-34",),
    ),
    Rule(
        "eb-buyer-asks-ebay-to-step-in",
        live & (ebay_step_in == "running"),
        Step("If your request is not solved, ask eBay to step in.", by="eb-buyer-escalation-clock"),
        ("W-EB-03", "EBX-07"),
    ),
    Rule(
        "eb-buyer-asks-ebay-later",
        live & (ebay_step_in == "early"),
        Step(
            "If your request is not solved by then, ask eBay to step in.",
            by="eb-buyer-escalation-clock",
            after="ebay_step_in",
        ),
        ("W-EB-03", "EBX-07"),
    ),
    Rule(
        "eb-buyer-asks-ebay-some-day",
        live & ~ebay_step_in.is_given,
        Step("Look up the day you opened the request: three business days later you can ask eBay to step in."),
        ("W-EB-03", "EBX-07"),
    ),
    Rule(
        "eb-buyer-answers-ebay",
        buying_here & with_ebay & ~sure(came_after_all),
        Step("Look into your eBay messages daily, and answer what eBay asks: it mostly decides within two days."),
        ("EBX-26",),
    ),
    Rule(
        "eb-buyer-asks-for-the-signature",
        lost & no_signature & ~sure(ebay_appeal == "over") & ~sure(evidence.has("carrier-report")),
        Step("Look who signed, on the carrier's proof of delivery: if nobody did, that is the new thing to show eBay."),
        ("DH-11", "EBX-14"),
    ),
    Rule(
        "eb-buyer-appeals",
        lost & ~sure(ebay_appeal == "over"),
        Step(
            "Appeal the decision on eBay, with what eBay has not seen yet.",
            by="eb-buyer-appeal-clock",
            through=Way.APPEAL,
        ),
        ("W-EB-04",),
    ),
    Rule(
        "eb-buyer-appeal-or-payment",
        lost & ~sure(ebay_appeal == "over"),
        Warn(
            "A case with PayPal or the bank is another way, and ends the appeal: choose one, and mind the days of both."
        ),
        ("PM-38", "EBX-21"),
    ),
    sending("eb-buyer-send-step-in", live & (ebay_step_in == "running"), "eb-buyer-step-in"),
    sending("eb-buyer-send-appeal", lost & ~sure(ebay_appeal == "over"), "eb-buyer-appeal"),
)
