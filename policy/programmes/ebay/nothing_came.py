"""eBay, for sellers: the buyer says that nothing came."""

from typing import Final

from policy.facts import evidence, tracking
from policy.language.conditions import sure
from policy.language.outcomes import Action, Ask, Avoid, Clock, Grade, Headline, Remedy, Step, Strength, WarnAtStake
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.ebay.scope import case_decided, lost_on_the_way, not_agreed, not_received, still_answering
from policy.sources.statements import statements

RULES: Final[tuple[Rule, ...]] = (
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
        "eb-answer-promptly",
        not_received & not_agreed & ~sure(case_decided),
        Step("Answer the buyer promptly, and explain in detail what you know.", by="eb-not-received-clock"),
        ("EB-10",),
    ),
    Rule(
        "eb-find-it-before-you-pay",
        not_received & ~lost_on_the_way,
        Avoid(
            "Do not refund or send it again before you know where the parcel is. A scan at the buyer's address "
            "protects you.",
            (Action.REFUND, Action.RESHIP),
        ),
        ("EB-20", "R-EB-01"),
    ),
    Rule(
        "eb-seller-protection",
        not_received,
        WarnAtStake(statements()["R-EB-01"].text),
        ("R-EB-01",),
    ),
    Rule(
        "eb-proof-is-strong",
        not_received & evidence.has("tracking-record") & (tracking == "delivered"),
        Grade(Strength.STRONG, "A scan at the order's address protects you; for an expensive order, with a signature."),
        ("R-EB-01",),
    ),
    Rule(
        "eb-too-early-to-offer",
        not_received & ~sure(lost_on_the_way) & ~sure(tracking == "delivered"),
        Remedy("While the parcel may still arrive, it is too early to pay or to send another."),
        ("EB-20", "R-EB-01"),
    ),
    Rule(
        "eb-delivered-scan-protects",
        not_received & (tracking == "delivered"),
        Remedy("A scan at the order's address protects you, so first find out with the carrier what happened."),
        ("R-EB-01",),
    ),
    Rule(
        "eb-offer-a-solution",
        not_received,
        Remedy(
            "If it is lost, come forward with a solution: send it again, refund it, or compensate the buyer.",
            (Ask.RESHIP, Ask.REFUND, Ask.COMPENSATION),
            lost_on_the_way,
        ),
        ("EB-30",),
    ),
    Rule(
        "eb-not-received-clock",
        not_received & ~sure(case_decided),
        Clock(
            "Answer the buyer's request; after that either of you can ask eBay to step in",
            starts="request_opened_on",
            late="The time for your answer is over, so the buyer can ask eBay to step in. Answer now all the same.",
            window="W-EB-02",
            act="answer",
        ),
        ("W-EB-02",),
    ),
    sending("eb-send-not-received-answer", not_received & still_answering, "eb-not-received-answer"),
)
