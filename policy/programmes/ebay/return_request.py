"""eBay, for sellers: it came damaged, wrong, incomplete or not as described; a message, or a return request."""

from typing import Final

from policy.cases.derived import share
from policy.facts import defect_kind, evidence, in_stock, offer, problem, reply, return_feasible
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Ask, Avoid, Clock, Headline, Party, Proof, Remedy, Responsible, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_return_answer
from policy.programmes.ebay.scope import (
    free_to_offer,
    has_answered,
    no_request,
    not_agreed,
    not_answered,
    request_open,
    return_case,
    undecided,
)
from policy.programmes.scope import promise_broken, something_lost

live: Final[Condition] = return_case & undecided & not_agreed
message_only: Final[Condition] = live & no_request
request: Final[Condition] = live & request_open

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-return-overdue",
        request & not_answered & (ebay_return_answer == "over"),
        Headline("Your three business days are over: answer the return request now, before eBay is asked to step in."),
        ("W-EB-06", "EBX-07"),
    ),
    Rule(
        "eb-headline-return",
        request & not_answered,
        Headline("Answer the return request in time: another one, part of the money, or take it back at your cost."),
        ("W-EB-06", "EBX-19"),
    ),
    Rule(
        "eb-headline-return-answered",
        request & has_answered,
        Headline("You have answered: stay with the request, and settle it there before eBay is asked to step in."),
        ("W-EB-03", "EBX-07"),
    ),
    Rule(
        "eb-headline-message",
        message_only & not_answered & ~sure(evidence.has("item-photos")),
        Headline("Answer the message today: ask for photos of the item and the packaging, and pay nothing yet."),
        ("EBX-19", "EBX-25"),
    ),
    Rule(
        "eb-headline-message-with-photos",
        message_only & not_answered,
        Headline(
            "Answer the message today: agree on something on the eBay order, or show the buyer how to open a return "
            "request."
        ),
        ("EBX-19", "W-EB-06"),
    ),
    Rule(
        "eb-headline-message-answered",
        message_only,
        Headline("Settle it on the eBay order, in writing, or show the buyer how to open a return request."),
        ("EBX-19", "W-EB-06"),
    ),
    Rule(
        "eb-seller-answers-returns",
        return_case,
        Responsible(
            Party.SELLER, "A report about what came is yours to answer, whatever your listing says of returns."
        ),
        ("W-EB-06", "EBX-19"),
    ),
    Rule(
        "eb-answer-the-return-request",
        request & not_answered,
        Step("Answer the return request on eBay, and choose there what you offer.", by="eb-return-clock"),
        ("W-EB-06",),
    ),
    Rule(
        "eb-answer-the-report",
        message_only & not_answered,
        Step("Answer the message on eBay today. Say that you take it seriously and look into it."),
        ("EBX-19", "EB-50"),
    ),
    Rule(
        "eb-ask-for-photos",
        live & not_answered & ~sure(evidence.has("item-photos")),
        Step("Ask for photos: what is wrong, everything that came, the box, and its label."),
        ("EBX-25", "CA-05"),
    ),
    Rule(
        "eb-ask-for-photos-of-the-box",
        live & not_answered & evidence.has("item-photos") & ~sure(evidence.has("package-photos")),
        Step("Ask for photos of the box, its label and what it was packed in, and ask the buyer to keep it all."),
        ("CA-05",),
    ),
    Rule(
        "eb-compare-with-the-records",
        live & ~sure(promise_broken),
        Step("Compare the photos with your listing and with what you packed."),
        ("EB-50",),
    ),
    Rule(
        "eb-offer-the-part",
        live & (share == "part"),
        Step(
            "Only some of the items are concerned: offer those, or their share of the price. Say how many of how many."
        ),
        ("EBX-19",),
    ),
    Rule(
        "eb-offer-the-part-in-stock",
        live & (in_stock == "yes"),
        Step("You have another one: offer to send it."),
        ("EBX-19",),
    ),
    Rule(
        "eb-agree-in-writing",
        message_only & ~sure(promise_broken),
        Step(
            "What you two agree, write it down in eBay's messages first. Then pay it on the eBay order, nowhere else."
        ),
        ("EBX-19", "EBX-21"),
    ),
    Rule(
        "eb-show-the-way-to-a-request",
        message_only & ~sure(promise_broken),
        Step(
            "If you two do not agree, show the buyer the way to a return request on the order: it gives both of you "
            "days and a decision."
        ),
        ("EBX-04", "EBX-19"),
    ),
    Rule(
        "eb-send-a-label",
        request & ~sure(return_feasible == "no") & ~sure(something_lost),
        Step("If it comes back, send the label through the request: otherwise eBay sends one and charges you."),
        ("EBX-20",),
    ),
    Rule(
        "eb-no-returns-does-not-help",
        return_case & undecided,
        Avoid("Do not refuse because your listing says no returns: that does not count for what does not match."),
        ("EBX-19",),
    ),
    Rule(
        "eb-do-not-ask-to-close",
        return_case & request_open,
        Avoid("Do not ask the buyer to close the request first: it cannot be opened again.", (Action.CLOSE_DISPUTE,)),
        ("EBX-27",),
    ),
    Rule(
        "eb-fake-does-not-come-back",
        live & (defect_kind == "counterfeit"),
        Warn(
            "If it is a fake, eBay may let the buyer keep it from the post, and may remove your listing: check it now."
        ),
        ("EBX-22",),
    ),
    Rule(
        "eb-no-request-no-clock",
        message_only & (reply.is_given | (sure(no_request))),
        Warn(
            "A message is no request, so no time limit of eBay runs for you yet. The buyer can open one until 30 days "
            "after delivery; then you have three business days."
        ),
        ("EBX-04", "W-EB-06"),
    ),
    Rule(
        "eb-proof-item-photos",
        return_case,
        Proof("item-photos", "The buyer's photos of what is wrong."),
        ("EBX-25",),
    ),
    Rule(
        "eb-proof-package-photos",
        return_case,
        Proof("package-photos", "The buyer's photos of the box and its label, for the carrier.", needed=False),
        ("CA-05",),
    ),
    Rule(
        "eb-proof-listing",
        return_case & problem.is_in("wrong-item", "not-as-described", "missing-item"),
        Proof("listing-copy", "Your listing, as it stood when it was sold.", needed=False),
        ("EBX-19",),
    ),
    Rule(
        "eb-return-remedy-part",
        live & (share == "part"),
        Remedy(
            "Make good what is concerned: send it, or pay its share. The buyer can also send it back at your cost.",
            (Ask.PARTIAL_REFUND, Ask.RESHIP),
            free_to_offer,
        ),
        ("EBX-19",),
    ),
    Rule(
        "eb-return-remedy",
        live & ~sure(share == "part"),
        Remedy(
            "The buyer can send it back at your cost and get the money. Instead you two can agree on part of "
            "the money, "
            "another one, or all the money without a return.",
            (Ask.PARTIAL_REFUND, Ask.REPLACEMENT, Ask.REFUND),
            (share == "whole") & free_to_offer,
        ),
        ("EBX-19",),
    ),
    Rule(
        "eb-return-clock",
        return_case & request_open,
        Clock(
            "Answer the buyer's return request",
            "ebay_return_answer",
            "The time for your answer is over, so the buyer can ask eBay to step in. Answer now all the same.",
            has_answered,
            act="answer",
        ),
        ("W-EB-06",),
    ),
    sending("eb-send-message-answer", message_only & not_answered, "eb-message-answer"),
    sending("eb-send-return-answer", request & not_answered, "eb-return-answer"),
    sending(
        "eb-send-return-accepted",
        request
        & has_answered
        & ~sure(return_feasible == "no")
        & ~sure(something_lost)
        & ~sure(reply == "refused")
        & ~sure(offer.is_in("full-refund", "partial-refund", "replacement", "credit")),
        "eb-return-accepted",
    ),
)
