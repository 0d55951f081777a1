"""eBay, for sellers: no agreement, a payment dispute, or a case that eBay has decided."""

from typing import Final

from policy.facts import escalated, reply
from policy.language.conditions import sure
from policy.language.outcomes import Clock, Headline, Rung, Step
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.ebay.scope import case_decided, selling

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-decided",
        case_decided,
        Headline("The case is closed: if it went against you and you have new evidence, appeal in time."),
        ("W-EB-04",),
    ),
    Rule(
        "eb-headline-refused",
        selling & (reply == "refused"),
        Headline("You two cannot agree: ask eBay to step in, and give it your records."),
        ("EB-40", "EB-41"),
    ),
    Rule(
        "eb-appeal-the-decision",
        case_decided,
        Step("If the case was decided against you and you have new evidence, appeal.", by="eb-appeal-clock"),
        ("W-EB-04",),
    ),
    Rule(
        "eb-ask-ebay-to-step-in",
        selling & (reply == "refused") & ~sure(case_decided),
        Step("Ask eBay to step in: it has seller protection and settles disputes."),
        ("EB-40", "EB-41"),
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
        "eb-rung-appeal",
        case_decided,
        Rung(None, "An appeal, with new evidence.", "No source names a further step.", "Once eBay has answered."),
        ("W-EB-04",),
    ),
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
    sending("eb-send-step-in-request", selling & (reply == "refused") & ~sure(case_decided), "eb-step-in-request"),
)

BEFORE: Final = {"eb-appeal-the-decision": "eb-answer-promptly"}
"""An appeal has a last day: it is the first thing to do."""
