"""eBay: sellers whose buyer says that nothing came, or who cancelled after shipping; and the eBay buyer's own
clocks."""

from typing import Final

from policy.conditions import Condition, sure
from policy.effects import (
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
    Rung,
    Step,
    Strength,
    Warn,
    WarnAtStake,
)
from policy.facts import escalated, evidence, handed_over, problem, programme, reply, side, tracking
from policy.letters import sending
from policy.programmes.buyers import buying
from policy.rule import Rule
from policy.statements import statements

selling: Final[Condition] = (side == "seller") & (programme == "ebay")
buying_here: Final[Condition] = buying & (programme == "ebay")
not_received: Final[Condition] = selling & (problem == "not-received")
cancelled: Final[Condition] = selling & (problem == "cancelled-after-shipment")
shipped_case: Final[Condition] = selling & problem.is_in("not-received", "cancelled-after-shipment")
return_case: Final[Condition] = selling & problem.is_in("damaged", "missing-item", "wrong-item", "empty-package")
not_agreed: Final[Condition] = ~sure(reply == "agreed")
lost_on_the_way: Final[Condition] = tracking.is_in("not-scanned", "stalled", "returned")

HEADLINES: Final = (
    Rule(
        "eb-headline-agreed",
        selling & (reply == "agreed"),
        Headline("You have agreed: do what you promised, and write down what to do better next time."),
        ("EB-32", "EB-50"),
    ),
    Rule(
        "eb-headline-refused",
        selling & (reply == "refused"),
        Headline("You two cannot agree: ask eBay to step in, and give it your records."),
        ("EB-40", "EB-41"),
    ),
    Rule(
        "eb-headline-delivered",
        not_received & (tracking == "delivered"),
        Headline("The scan says delivered: answer the buyer with it, and ask the carrier at once where the parcel is."),
        ("EB-21", "R-EB-01"),
    ),
    Rule(
        "eb-headline-lost",
        not_received & lost_on_the_way,
        Headline("Something is wrong on the way: call the carrier now, and offer the buyer a solution."),
        ("EB-21", "EB-30"),
    ),
    Rule(
        "eb-headline-not-received",
        not_received,
        Headline("Answer the buyer today, and find out where the parcel is before you pay anything."),
        ("EB-10", "EB-20"),
    ),
    Rule(
        "eb-headline-can-still-cancel",
        cancelled & (handed_over == "no"),
        Headline("The carrier does not have it yet: stop the parcel and cancel the order."),
        ("R-EB-02",),
    ),
    Rule(
        "eb-headline-cancelled",
        cancelled,
        Headline("Tell the buyer where the parcel is and what happens next. After shipping, it goes by a return."),
        ("EB-12", "R-EB-02"),
    ),
    Rule(
        "eb-headline-return",
        return_case,
        Headline("Answer the return request in time, with what your records show."),
        ("W-EB-06",),
    ),
)

RESPONSIBILITY: Final = (
    Rule(
        "eb-seller-is-responsible",
        shipped_case,
        Responsible(Party.SELLER, "You shipped the order, so you find out where it is and come to the buyer with a
        solution."), ("EB-10", "EB-30", "EB-31"),
    ),
    Rule(
        "eb-seller-answers-returns",
        return_case,
        Responsible(Party.SELLER, "A return request waits for your answer."),
        ("W-EB-06",),
    ),
)

STEPS: Final = (
    Rule(
        "eb-stop-the-parcel",
        cancelled & (handed_over == "no"),
        Step("Take the parcel out before the carrier comes, and cancel the order on eBay."),
        ("R-EB-02",),
    ),
    Rule(
        "eb-find-out-the-hand-over",
        cancelled & ~handed_over.is_given,
        Step("Find out whether the carrier has taken the parcel. A printed label is not a hand-over."),
        ("R-EB-02",),
    ),
    Rule(
        "eb-answer-promptly",
        not_received & not_agreed,
        Step("Answer the buyer promptly, and explain in detail what you know.", by="eb-not-received-clock"),
        ("EB-10",),
    ),
    Rule(
        "eb-tell-that-it-shipped",
        cancelled & not_agreed,
        Step("Tell the buyer promptly where the parcel is and what happens next."),
        ("EB-12",),
    ),
    Rule(
        "eb-compare-order-and-shipment",
        shipped_case,
        Step("Compare the order with what you sent: product, quantity and address."),
        ("EB-01",),
    ),
    Rule(
        "eb-check-carrier-and-number",
        shipped_case,
        Step("Check that the carrier and the tracking number on the order are right."),
        ("EB-02",),
    ),
    Rule(
        "eb-follow-the-parcel",
        shipped_case,
        Step("Follow the parcel with the carrier or a tracking tool."),
        ("EB-20",),
    ),
    Rule(
        "eb-contact-the-carrier",
        selling & (lost_on_the_way | ((tracking == "delivered") & (problem == "not-received"))),
        Step("Contact the carrier at once, and ask what happened."),
        ("EB-21",),
    ),
    Rule(
        "eb-answer-the-return-request",
        return_case & not_agreed,
        Step("Answer the return request on eBay.", by="eb-return-clock"),
        ("W-EB-06",),
    ),
    Rule(
        "eb-negotiate",
        shipped_case & not_agreed,
        Step("Keep talking until both of you can live with the outcome."),
        ("EB-32",),
    ),
    Rule(
        "eb-ask-ebay-to-step-in",
        selling & (reply == "refused"),
        Step("Ask eBay to step in: it has seller protection and settles disputes."),
        ("EB-40", "EB-41"),
    ),
    Rule(
        "eb-keep-records",
        selling,
        Step("Keep the order's record up to date: each message, each scan, each date."),
        ("EB-50",),
    ),
)

AVOID: Final = (
    Rule(
        "eb-find-it-before-you-pay",
        not_received & ~lost_on_the_way,
        Avoid(
            "Do not refund or send it again before you know where the parcel is. A scan at the buyer's address protects you.",
            (Action.REFUND, Action.RESHIP),
        ),
        ("EB-20", "R-EB-01"),
    ),
    Rule(
        "eb-do-not-cancel-after-shipping",
        cancelled & ~(handed_over == "no"),
        Avoid("Do not cancel an order that the carrier already has: the buyer receives it and opens a return."),
        ("R-EB-02",),
    ),
)

EVIDENCE: Final = (
    Rule("eb-proof-order-number", selling, Proof("order-number", "The order number and what was ordered."), ("EB-01",)),
    Rule(
        "eb-proof-tracking",
        shipped_case,
        Proof("tracking-record", "The tracking history, with the scan at the buyer's address if there is one."),
        ("EB-11", "R-EB-01"),
    ),
    Rule(
        "eb-proof-packing-log",
        selling & ~sure(problem == "cancelled-after-shipment"),
        Proof("packing-log", "Your own record of what you packed.", needed=False),
        ("EB-50",),
    ),
    Rule(
        "eb-proof-is-strong",
        not_received & evidence.has("tracking-record") & (tracking == "delivered"),
        Grade(Strength.STRONG, "A scan at the order's address protects you; for an expensive order, with a signature."),
        ("R-EB-01",),
    ),
    Rule(
        "eb-proof-is-fair",
        selling & evidence.has_one_of("tracking-record", "packing-log"),
        Grade(Strength.FAIR, "Your records show what you sent, or where the parcel was last seen."),
        ("EB-11", "EB-50"),
    ),
    Rule(
        "eb-proof-is-weak",
        selling & evidence.has_one_of(),
        Grade(Strength.WEAK, "This helps, but it does not show yet what you sent or where it went."),
        ("EB-01", "EB-11"),
    ),
    Rule(
        "eb-proof-is-missing",
        selling,
        Grade(Strength.NONE, "You have not told us of any proof. Your records decide how eBay sees it."),
        ("EB-50",),
    ),
)

REMEDY: Final = (
    Rule(
        "eb-offer-a-solution",
        not_received,
        Remedy(
            "Come forward with a solution: send it again, refund it, or compensate the buyer.",
            (Ask.RESHIP, Ask.REFUND, Ask.COMPENSATION),
            lost_on_the_way,
        ),
        ("EB-30",),
    ),
    Rule(
        "eb-delivered-scan-protects",
        not_received & (tracking == "delivered"),
        Remedy("A scan at the order's address protects you, so first find out with the carrier what happened."),
        ("R-EB-01",),
    ),
    Rule(
        "eb-too-early-to-offer",
        not_received & ~sure(lost_on_the_way) & ~sure(tracking == "delivered"),
        Remedy("While the parcel may still arrive, it is too early to pay or to send another."),
        ("EB-20", "R-EB-01"),
    ),
    Rule(
        "eb-refund-by-the-rules",
        cancelled,
        Remedy(
            "Return and refund go by eBay's rules: cancel while you still have it, otherwise refund after the return.",
            (Ask.REFUND,),
            (handed_over == "no") | (tracking == "returned"),
        ),
        ("EB-31", "R-EB-02"),
    ),
    Rule(
        "eb-return-not-covered",
        return_case,
        Remedy("The source for eBay sellers does not say what to offer here. Look at what eBay proposes in the
        request."), ("W-EB-06",),
    ),
)

CLOCKS: Final = (
    Rule(
        "eb-not-received-clock",
        not_received,
        Clock(
            "Answer the buyer's request; after that either of you can ask eBay to step in",
            starts="request_opened_on",
            late="The time for your answer is over, so the buyer can ask eBay to step in. Answer now all the same.",
            window="W-EB-02",
            act="answer",
        ),
        ("W-EB-02",),
    ),
    Rule(
        "eb-return-clock",
        return_case,
        Clock(
            "Answer the buyer's return request",
            starts="request_opened_on",
            late="The time for your answer is over, so the buyer can ask eBay to step in. Answer now all the same.",
            window="W-EB-06",
            act="answer",
        ),
        ("W-EB-06",),
    ),
    Rule(
        "eb-payment-dispute-clock",
        selling,
        Clock(
            "Answer a payment dispute, if the buyer opened one",
            starts="request_opened_on",
            late="The time to answer a payment dispute is over. Ask eBay what is still possible.",
            window="W-EB-05",
            act="answer",
        ),
        ("W-EB-05",),
    ),
    Rule(
        "eb-appeal-clock",
        selling & (escalated == "exhausted"),
        Clock(
            "Appeal the decided case, with new evidence",
            starts="",
            late="",
            window="W-EB-04",
        ),
        ("W-EB-04",),
    ),
    Rule(
        "eb-buyer-report-clock",
        buying_here & (problem == "not-received"),
        Clock(
            "Report on eBay that the item did not come",
            starts="estimated_delivery_on",
            late="The time to report it on eBay is over. Ask the seller, the carrier, and whoever you paid with.",
            window="W-EB-01",
        ),
        ("W-EB-01",),
    ),
    Rule(
        "eb-buyer-escalation-clock",
        buying_here & (problem == "not-received"),
        Clock(
            "Ask eBay to step in, if your request was not solved",
            starts="request_opened_on",
            late="The time to ask eBay to step in is over. Ask the seller, the carrier, and whoever you paid with.",
            window="W-EB-03",
        ),
        ("W-EB-03",),
    ),
)

LADDER: Final = (
    Rule(
        "eb-rung-step-in",
        selling & (reply == "refused"),
        Rung(
            None,
            "Ask eBay to step in.",
            "An appeal, with new evidence.",
            "If eBay decides against you and you have something new to show.",
        ),
        ("EB-40", "EB-41", "W-EB-04"),
    ),
    Rule(
        "eb-rung-talk",
        selling,
        Rung(None, "Settle it with the buyer.", "Ask eBay to step in.", "If you cannot agree, or the dispute is
        serious."), ("EB-32", "EB-40"),
    ),
)

WARNINGS: Final = (
    Rule(
        "eb-seller-protection",
        not_received,
        WarnAtStake(statements()["R-EB-01"].text),
        ("R-EB-01",),
    ),
    Rule(
        "eb-better-carrier",
        selling & (reply == "agreed"),
        Warn("For next time: note every order's status, and use a reliable carrier with full tracking."),
        ("EB-50", "EB-51"),
    ),
    Rule(
        "eb-check-before-shipping",
        cancelled & (reply == "agreed"),
        Warn("For next time: look once more whether the order still stands before you ship it."),
        ("EB-52",),
    ),
    Rule(
        "eb-seized-not-covered",
        selling & (problem == "seized-by-customs"),
        Warn("The sources for eBay sellers do not speak of customs. Ask the carrier for the papers, and eBay what
        counts."), ("EB-50",),
    ),
)

BUYERS: Final = (
    Rule(
        "eb-buyer-reports-it",
        buying_here & (problem == "not-received") & ~sure(escalated.is_in("platform-dispute", "community",
        "exhausted")), Step("Report on eBay that the item did not come.", by="eb-buyer-report-clock"),
        ("W-EB-01",),
    ),
)

MESSAGES: Final = (
    sending("eb-send-not-received-answer", not_received & not_agreed, "eb-not-received-answer"),
    sending("eb-send-cancelled-notice", cancelled & not_agreed & (handed_over == "yes"), "eb-cancelled-notice"),
    sending("eb-send-cancellation", cancelled & not_agreed & (handed_over == "no"), "eb-order-cancelled"),
    sending("eb-send-step-in-request", selling & (reply == "refused"), "eb-step-in-request"),
)

RULES: Final[tuple[Rule, ...]] = (
    *HEADLINES,
    *RESPONSIBILITY,
    *STEPS,
    *AVOID,
    *EVIDENCE,
    *REMEDY,
    *CLOCKS,
    *LADDER,
    *WARNINGS,
    *BUYERS,
    *MESSAGES,
)
"""Every eBay rule."""
