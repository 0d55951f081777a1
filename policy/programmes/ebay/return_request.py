"""eBay, for sellers: the buyer opened a return, because it came damaged, wrong or incomplete."""

from typing import Final

from policy.language.conditions import sure
from policy.language.outcomes import Clock, Headline, Party, Remedy, Responsible, Step
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.ebay.scope import case_decided, not_agreed, return_case, still_answering

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-return",
        return_case,
        Headline("Answer the return request in time, with what your records show."),
        ("W-EB-06",),
    ),
    Rule(
        "eb-seller-answers-returns",
        return_case,
        Responsible(Party.SELLER, "A return request is yours to answer."),
        ("W-EB-06",),
    ),
    Rule(
        "eb-answer-the-return-request",
        return_case & not_agreed & ~sure(case_decided),
        Step("Answer the return request on eBay.", by="eb-return-clock"),
        ("W-EB-06",),
    ),
    Rule(
        "eb-return-not-covered",
        return_case,
        Remedy(
            "The source for eBay sellers does not say what to offer here. Look at what eBay proposes in the request."
        ),
        ("W-EB-06",),
    ),
    Rule(
        "eb-return-clock",
        return_case & ~sure(case_decided),
        Clock(
            "Answer the buyer's return request",
            starts="request_opened_on",
            late="The time for your answer is over, so the buyer can ask eBay to step in. Answer now all the same.",
            window="W-EB-06",
            act="answer",
        ),
        ("W-EB-06",),
    ),
    sending("eb-send-return-answer", return_case & still_answering, "eb-return-answer"),
)
