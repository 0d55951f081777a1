"""eBay, for sellers: the buyer says that nothing came, in a message or in a request."""

from typing import Final

from policy.cases.derived import signature
from policy.facts import evidence, international, problem, reply, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import (
    Action,
    Ask,
    Avoid,
    Clock,
    Grade,
    Headline,
    Party,
    Proof,
    Remedy,
    Responsible,
    Step,
    Strength,
    Warn,
    WarnAtStake,
)
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import due, ebay_report_answer
from policy.programmes.ebay.scope import (
    came_after_all,
    free_to_offer,
    going_back,
    gone_missing,
    has_answered,
    no_request,
    not_agreed,
    not_answered,
    not_received,
    request_open,
    scanned_as_delivered,
    selling,
    sent,
    signature_is_missing,
    still_answering,
    undecided,
)
from policy.programmes.scope import platform_ended
from policy.sources.statements import statements

live: Final[Condition] = not_received & undecided & not_agreed
answerable: Final[Condition] = selling & (problem.is_in("not-received", "customs")) & request_open
not_late: Final[Condition] = ~sure(ebay_report_answer == "over")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-signature-missing",
        live & scanned_as_delivered & signature_is_missing & request_open & not_answered & not_late,
        Headline(
            "Answer inside the request in time, and ask the carrier for the signature first: at this price the scan "
            "alone does not protect you."
        ),
        ("EBX-14", "R-EB-01", "W-EB-02"),
    ),
    Rule(
        "eb-headline-signature-missing-message",
        live & scanned_as_delivered & signature_is_missing,
        Headline("At this price the scan alone does not protect you: ask the carrier for the signature today."),
        ("EBX-14", "R-EB-01"),
    ),
    Rule(
        "eb-headline-delivered-message",
        live & scanned_as_delivered & no_request,
        Headline(
            "Do not refund on a message: answer today with the scan, ask the buyer to look around, and ask the carrier "
            "where it was left."
        ),
        ("EB-21", "R-EB-01", "DH-11"),
    ),
    Rule(
        "eb-headline-delivered",
        live & scanned_as_delivered,
        Headline("The scan says delivered: answer inside the request in time with it, and ask the carrier for proof."),
        ("EB-21", "R-EB-01", "W-EB-02"),
    ),
    Rule(
        "eb-headline-waits-for-collection",
        live & (tracking == "waiting-for-collection"),
        Headline("It waits to be collected: tell the buyer where, and by when it goes back."),
        ("EB-10", "EB-20"),
    ),
    Rule(
        "eb-headline-lost-request",
        live & gone_missing & request_open & not_answered,
        Headline("Answer inside the request in time, call the carrier now, and offer the buyer a solution."),
        ("EB-21", "EB-30", "W-EB-02"),
    ),
    Rule(
        "eb-headline-not-due-yet",
        live & no_request & (due == "early"),
        Headline("It is not due yet: tell the buyer until when it can come, and follow the parcel."),
        ("EB-11", "EB-20"),
    ),
    Rule(
        "eb-headline-lost",
        live & gone_missing,
        Headline("Something is wrong on the way: call the carrier now, and offer the buyer a solution."),
        ("EB-21", "EB-30"),
    ),
    Rule(
        "eb-headline-answer-the-request",
        live & request_open & not_answered,
        Headline("Answer inside the request in time, with the tracking, before you pay anything."),
        ("EB-10", "W-EB-02"),
    ),
    Rule(
        "eb-headline-not-received",
        live,
        Headline("Answer the buyer today, and find out where the parcel is before you pay anything."),
        ("EB-10", "EB-20"),
    ),
    Rule(
        "eb-seller-is-responsible",
        sent,
        Responsible(
            Party.SELLER, "You shipped the order, so you find out where it is and come to the buyer with a solution."
        ),
        ("EB-10", "EB-30", "EB-31"),
    ),
    Rule(
        "eb-answer-promptly",
        answerable & not_answered & not_agreed,
        Step("Answer the buyer inside the request on eBay, with the tracking.", by="eb-not-received-clock"),
        ("EB-10", "W-EB-02"),
    ),
    Rule(
        "eb-answer-the-message",
        live & no_request & not_answered,
        Step("Answer the buyer's message on eBay today, and explain in detail what you know."),
        ("EB-10",),
    ),
    Rule(
        "eb-ask-for-the-signature",
        live & scanned_as_delivered & signature_is_missing,
        Step("Ask the carrier today for the proof of delivery with the signature."),
        ("EBX-14", "DH-11"),
    ),
    Rule(
        "eb-ask-where-it-was-left",
        live & scanned_as_delivered & ~sure(signature_is_missing),
        Step("Ask the carrier for its proof of delivery: the place, the time, the photo."),
        ("EB-21", "DH-11", "DH-12"),
    ),
    Rule(
        "eb-ask-the-buyer-to-look",
        live & scanned_as_delivered,
        Step("Ask the buyer, without blame, to look at home, with neighbours and in safe places."),
        ("DH-03",),
    ),
    Rule(
        "eb-contact-the-carrier",
        live & gone_missing,
        Step("Contact the carrier at once, and ask it to search for the parcel."),
        ("EB-21",),
    ),
    Rule(
        "eb-tell-where-it-waits",
        live & (tracking == "waiting-for-collection"),
        Step("Tell the buyer where the parcel waits, until which day, and what to bring."),
        ("EB-10",),
    ),
    Rule(
        "eb-value-decides",
        live & scanned_as_delivered & ~signature.is_given,
        Step(
            "Look up the order's total with tax and shipping: from 750 US dollars or 450 pounds only a "
            "signature counts."
        ),
        ("R-EB-01", "EBX-14"),
    ),
    Rule(
        "eb-compare-order-and-shipment",
        sent & undecided & not_agreed & ~sure(going_back),
        Step("Compare the order with what you sent: product, quantity and address."),
        ("EB-01",),
    ),
    Rule(
        "eb-check-carrier-and-number",
        sent & undecided & not_agreed & ~sure(going_back),
        Step("Check that the carrier and the tracking number on the order are right."),
        ("EB-02", "EBX-13"),
    ),
    Rule(
        "eb-follow-the-parcel",
        sent & undecided & not_agreed & ~sure(scanned_as_delivered) & ~sure(going_back),
        Step("Follow the parcel with the carrier or a tracking tool."),
        ("EB-20",),
    ),
    Rule(
        "eb-negotiate",
        sent & undecided & not_agreed & ~sure(reply == "refused") & ~sure(going_back),
        Step("Keep talking until both of you can live with the outcome."),
        ("EB-32",),
    ),
    Rule(
        "eb-find-it-before-you-pay",
        not_received & ~gone_missing & ~sure(platform_ended),
        Avoid(
            "Do not refund or send it again before you know where the parcel is.",
            (Action.REFUND, Action.RESHIP),
        ),
        ("EB-20", "R-EB-01"),
    ),
    Rule(
        "eb-seller-protection",
        not_received & undecided,
        WarnAtStake(statements()["R-EB-01"].text),
        ("R-EB-01",),
    ),
    Rule(
        "eb-the-request-can-still-come",
        live & no_request,
        Warn(
            "This is a message and not a request, so no time limit of eBay runs for you yet. The buyer can report it "
            "until 30 days after it was delivered or due."
        ),
        ("W-EB-01", "EBX-24"),
    ),
    Rule(
        "eb-ebay-takes-it-from-you",
        live & scanned_as_delivered & signature_is_missing,
        Warn(
            "If eBay pays the buyer, it takes the money from you. Without a signature, weigh a refund in the request."
        ),
        ("EBX-23", "EBX-14"),
    ),
    Rule(
        "eb-international-hub",
        selling & problem.is_in("not-received", "customs") & (international == "yes") & undecided,
        Warn("If you used eBay's own international shipping, your risk ended at the hub: say so in the request."),
        ("EBX-30",),
    ),
    Rule(
        "eb-proof-tracking",
        sent,
        Proof("tracking-record", "The tracking history, with the scan at the buyer's address if there is one."),
        ("EB-11", "R-EB-01", "EBX-13"),
    ),
    Rule(
        "eb-proof-signature",
        not_received & scanned_as_delivered & (signature == "due"),
        Proof("delivery-signature", "The signature at delivery, from the carrier."),
        ("EBX-14", "R-EB-01", "DH-11"),
    ),
    Rule(
        "eb-proof-delivery-photo",
        not_received & scanned_as_delivered,
        Proof("delivery-photo", "The carrier's photo of the delivery.", needed=False),
        ("DH-12",),
    ),
    Rule(
        "eb-proof-is-strong-signed",
        not_received & scanned_as_delivered & evidence.has("tracking-record", "delivery-signature"),
        Grade(Strength.STRONG, "The scan at the order's address protects you, and the signature counts at any price."),
        ("R-EB-01", "EBX-13", "EBX-14"),
    ),
    Rule(
        "eb-proof-lacks-the-signature",
        not_received & scanned_as_delivered & evidence.has("tracking-record") & (signature == "due"),
        Grade(Strength.WEAK, "At this price a delivered scan counts only with a signature."),
        ("R-EB-01", "EBX-14"),
    ),
    Rule(
        "eb-proof-is-strong",
        not_received & scanned_as_delivered & evidence.has("tracking-record") & (signature == "not-due"),
        Grade(Strength.STRONG, "At this price a delivered scan at the order's postcode or town protects you."),
        ("R-EB-01", "EBX-13", "EBX-29"),
    ),
    Rule(
        "eb-proof-depends-on-the-price",
        not_received & scanned_as_delivered & evidence.has("tracking-record"),
        Grade(
            Strength.FAIR,
            "Below 750 US dollars or 450 pounds a delivered scan protects you; from there on only with a signature.",
        ),
        ("R-EB-01", "EBX-13"),
    ),
    Rule(
        "eb-too-early-to-offer",
        live & ~sure(gone_missing) & ~sure(scanned_as_delivered) & ~sure(going_back),
        Remedy("While the parcel may still arrive, it is too early to pay or to send another."),
        ("EB-20", "R-EB-01"),
    ),
    Rule(
        "eb-delivered-scan-protects",
        live & scanned_as_delivered & (signature == "not-due"),
        Remedy("A scan at the order's address protects you, so first find out with the carrier what happened."),
        ("R-EB-01",),
    ),
    Rule(
        "eb-scan-may-not-protect",
        live & scanned_as_delivered & signature_is_missing,
        Remedy(
            "Without a signature you mostly lose this one. If the carrier has none, refund inside the request.",
        ),
        ("R-EB-01", "EBX-14"),
    ),
    Rule(
        "eb-offer-a-solution",
        live & ~sure(scanned_as_delivered) & ~sure(going_back),
        Remedy(
            "If it is lost, come forward with a solution: send it again, refund it, or compensate the buyer.",
            (Ask.RESHIP, Ask.REFUND, Ask.COMPENSATION),
            gone_missing & (due == "running") & free_to_offer,
        ),
        ("EB-30",),
    ),
    Rule(
        "eb-not-received-clock",
        answerable | (selling & came_after_all & request_open),
        Clock(
            "Answer the buyer's request; after that either of you can ask eBay to step in",
            "ebay_report_answer",
            "The time for your answer is over, so the buyer can ask eBay to step in. Answer now all the same.",
            has_answered,
            act="answer",
        ),
        ("W-EB-02",),
    ),
    sending(
        "eb-send-not-received-answer", not_received & still_answering & ~sure(going_back), "eb-not-received-answer"
    ),
)
