"""eBay, for sellers: the buyer went to the bank or to PayPal. Its days count from that case, and from no other."""

from typing import Final

from policy.cases.derived import signature
from policy.facts import payment_case, problem, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Clock, Headline, Party, Responsible, Rung, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_dispute_answer
from policy.programmes.ebay.scope import nothing_came, scanned_as_delivered, selling, signature_is_missing
from policy.programmes.scope import payment_runs

running: Final[Condition] = selling & payment_runs
over: Final[Condition] = ebay_dispute_answer == "over"
lost: Final[Condition] = selling & (payment_case == "decided-for-buyer")
won: Final[Condition] = selling & (payment_case == "decided-for-seller")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-payment-overdue",
        running & over,
        Headline(
            "The time to answer the payment dispute is over: ask eBay what is still possible, and pay nothing "
            "beside it."
        ),
        ("W-EB-05", "PM-35"),
    ),
    Rule(
        "eb-headline-payment-delivered",
        running & nothing_came & scanned_as_delivered & ~sure(signature_is_missing),
        Headline("Challenge the payment dispute in time, with the delivered scan. Send no money in any other way."),
        ("W-EB-05", "EBX-31", "PM-35"),
    ),
    Rule(
        "eb-headline-payment",
        running,
        Headline(
            "Answer the payment dispute in time: accept it, or challenge it with your proof. Send no other money."
        ),
        ("W-EB-05", "PM-35"),
    ),
    Rule(
        "eb-headline-payment-won",
        won,
        Headline("The payment dispute was decided for you: there is nothing to pay and nothing to do."),
        ("PM-38",),
    ),
    Rule(
        "eb-headline-payment-lost",
        lost,
        Headline("The bank or PayPal decided for the buyer: ask eBay whether its seller protection covers it."),
        ("EBX-31", "PM-38"),
    ),
    Rule(
        "eb-headline-payment-closed",
        selling & (payment_case == "closed"),
        Headline("The payment dispute was closed: keep your proof, and pay nothing on a mere message."),
        ("PM-38",),
    ),
    Rule(
        "eb-payment-decides",
        running,
        Responsible(
            Party.UNKNOWN, "The bank or PayPal decides, since the buyer went there. eBay has closed its own request."
        ),
        ("PM-38",),
    ),
    Rule(
        "eb-payment-has-decided",
        won | lost,
        Responsible(Party.UNKNOWN, "The bank or PayPal has decided, since the buyer went there."),
        ("PM-38",),
    ),
    Rule(
        "eb-answer-the-payment-dispute",
        running & ~sure(over),
        Step(
            "Answer the payment dispute on eBay: challenge it with your proof, or accept it.",
            by="eb-payment-dispute-clock",
        ),
        ("W-EB-05",),
    ),
    Rule(
        "eb-put-all-proof-in",
        running & ~sure(over),
        Step(
            "Put everything in at once: the scan with day and place, the label, messages, photos, what the carrier has."
        ),
        ("EBX-43", "EBX-13"),
    ),
    Rule(
        "eb-ask-ebay-about-the-dispute",
        running & over,
        Step("Ask eBay what is still possible in the payment dispute, and whether its protection covers it."),
        ("W-EB-05", "EBX-31"),
    ),
    Rule(
        "eb-ask-for-protection",
        lost,
        Step("Ask eBay whether its seller protection bears the amount and the fee."),
        ("EBX-31",),
    ),
    Rule(
        "eb-protection-in-a-dispute",
        running,
        Warn("If its protection covers the dispute, eBay bears the amount and the fee."),
        ("EBX-31",),
    ),
    Rule(
        "eb-dispute-needs-a-signature",
        running & nothing_came & scanned_as_delivered & (signature == "due"),
        Warn("At this price the scan counts only with a signature: ask the carrier for it today."),
        ("EBX-14",),
    ),
    Rule(
        "eb-payment-dispute-clock",
        running,
        Clock(
            "Answer the payment dispute",
            "ebay_dispute_answer",
            "The time to answer the payment dispute is over. Ask eBay what is still possible.",
        ),
        ("W-EB-05",),
    ),
    Rule(
        "eb-rung-payment",
        running,
        Rung(3, "The payment dispute.", "No source names a further step.", "Once the bank or PayPal has decided."),
        ("PM-38",),
    ),
    Rule(
        "eb-rung-payment-decided",
        won | lost,
        Rung(None, "The payment dispute was decided.", "What eBay's seller protection says.", "If you ask for it."),
        ("EBX-31", "PM-38"),
    ),
    sending(
        "eb-send-payment-dispute",
        running & ~sure(over),
        "eb-payment-dispute",
        words=problem.is_in("not-received", "cancelled-after-shipment", "customs") & tracking.is_given,
    ),
)
