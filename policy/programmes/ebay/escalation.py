"""eBay, for sellers: no agreement in an open request, or eBay was asked to decide."""

from typing import Final

from policy.facts import reply
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Clock, Headline, Party, Responsible, Rung, Step
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_report_answer, ebay_step_in
from policy.programmes.ebay.nothing_came import answerable
from policy.programmes.ebay.scope import (
    came_after_all,
    has_answered,
    no_request,
    not_agreed,
    not_answered,
    on_the_way_back,
    request_open,
    request_runs,
    selling,
    undecided,
    with_ebay,
)

stuck: Final[Condition] = selling & (reply == "refused") & undecided & ~sure(on_the_way_back) & ~sure(came_after_all)
may_be_asked: Final[Condition] = stuck & request_open & (ebay_step_in == "running")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-answer-overdue",
        answerable & not_answered & not_agreed & (ebay_report_answer == "over"),
        Headline("Your three business days are over: answer inside the request now, before eBay is asked to step in."),
        ("W-EB-02", "W-EB-03"),
    ),
    Rule(
        "eb-headline-with-ebay",
        selling & with_ebay,
        Headline("eBay decides now: give it your records, answer what it asks, and refund nothing beside it."),
        ("EB-40", "EB-41", "EBX-34"),
    ),
    Rule(
        "eb-headline-refused",
        may_be_asked,
        Headline("You two cannot agree: ask eBay to step in, and give it your records."),
        ("EB-40", "EB-41"),
    ),
    Rule(
        "eb-headline-refused-early",
        stuck & request_open & (ebay_step_in == "early"),
        Headline(
            "You two cannot agree, and it is too early to ask eBay: until then, answer everything in the request."
        ),
        ("W-EB-03", "EB-40"),
    ),
    Rule(
        "eb-headline-refused-over",
        stuck & request_open & (ebay_step_in == "over"),
        Headline(
            "The time to ask eBay to step in is over: keep your answer in the request, and pay nothing beside it."
        ),
        ("W-EB-03",),
    ),
    Rule(
        "eb-headline-refused-message",
        stuck & no_request,
        Headline(
            "You two cannot agree, and there is no request: show the buyer how to open one, so that eBay can decide."
        ),
        ("EB-40", "EB-41"),
    ),
    Rule(
        "eb-ebay-decides",
        selling & with_ebay,
        Responsible(Party.PLATFORM, "eBay was asked to decide, so it decides."),
        ("EBX-34", "EB-41"),
    ),
    Rule(
        "eb-answer-what-ebay-asks",
        selling & with_ebay,
        Step("Put all your records into the case: tracking, photos, messages, and the signature if there is one."),
        ("EB-41", "EBX-34"),
    ),
    Rule(
        "eb-ask-ebay-to-step-in",
        may_be_asked,
        Step(
            "Ask eBay to step in: it has seller protection and settles disputes.",
            by="eb-step-in-clock",
        ),
        ("EB-40", "EB-41", "W-EB-03"),
    ),
    Rule(
        "eb-ask-ebay-later",
        selling & request_open & has_answered & not_agreed & (ebay_step_in == "early"),
        Step("If you two do not agree, ask eBay to step in.", by="eb-step-in-clock", after="ebay_step_in"),
        ("EB-40", "W-EB-03"),
    ),
    Rule(
        "eb-ask-for-a-request",
        stuck & no_request,
        Step("Show the buyer the way to a request on the order. Without one, eBay cannot decide."),
        ("EB-40", "EB-41"),
    ),
    Rule(
        "eb-step-in-clock",
        selling & request_runs & not_agreed & ~sure(came_after_all) & ~sure(on_the_way_back),
        Clock(
            "Ask eBay to step in, if you two cannot agree",
            "ebay_step_in",
            "The time to ask eBay to step in is over.",
            with_ebay,
        ),
        ("W-EB-03", "EBX-07"),
    ),
    Rule(
        "eb-rung-with-ebay",
        selling & with_ebay,
        Rung(3, "eBay decides.", "An appeal, with new evidence.", "If eBay decides against you."),
        ("EB-41", "W-EB-04"),
    ),
    Rule(
        "eb-rung-step-in-over",
        stuck & request_open & (ebay_step_in == "over"),
        Rung(2, "The buyer's request.", "What eBay says there.", "The time to ask eBay to step in is over."),
        ("W-EB-03",),
    ),
    Rule(
        "eb-rung-step-in",
        stuck & request_open,
        Rung(
            2,
            "The buyer's request.",
            "Ask eBay to step in.",
            "From the fourth business day after the request was opened.",
        ),
        ("EB-40", "EB-41", "W-EB-03"),
    ),
    sending("eb-send-step-in-request", may_be_asked, "eb-step-in-request"),
)
