"""Sellers anywhere, whatever went wrong: answer calmly, decide nothing too early, keep the proof."""

from typing import Final

from policy.cases.programmes import of_kind
from policy.facts import evidence, problem, programme, reply
from policy.language.conditions import sure
from policy.language.outcomes import (
    Action,
    Avoid,
    Door,
    DoorState,
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
    Way,
)
from policy.language.programme import Kind
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.sellers.scope import (
    case_runs,
    decided,
    elsewhere,
    free_to_talk,
    has_its_own_letter,
    on_a_platform,
    own_shop,
    private_sale,
    ships,
    unanswered,
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "seller-headline-answer",
        elsewhere & unanswered & ~sure(decided),
        Headline("Answer the message calmly and soon, and pay or send nothing before you know what happened."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-anywhere",
        elsewhere,
        Headline("Keep every message and every paper of this order, and pay or send nothing in a hurry."),
        ("SR-70",),
    ),
    Rule(
        "seller-looks-into-it",
        elsewhere & ships,
        Responsible(Party.SELLER, "You sold it and sent it, so you look into it first."),
        ("SR-70",),
    ),
    # Etsy has a step of its own, with the last day.
    Rule(
        "seller-answers-the-message",
        elsewhere & unanswered & free_to_talk & ~sure((programme == "etsy") & (reply == "waiting")),
        Step("Answer the message: you have it, you are looking into it, and when you will write again."),
        ("SR-70",),
    ),
    Rule(
        "seller-names-the-problem",
        elsewhere & ~problem.is_given,
        Step("Ask what is wrong: did nothing come, or did something else come than was ordered?"),
        ("SR-70",),
    ),
    Rule(
        "seller-blames-nobody",
        elsewhere,
        Avoid("Do not blame the buyer and do not threaten: whoever decides later reads every word.", (Action.ACCUSE,)),
        ("SR-70",),
    ),
    Rule(
        "seller-keeps-the-proof",
        elsewhere,
        Warn("Keep the messages, the proof of posting, and photos or notes from when you packed it."),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-order-number",
        elsewhere & ~of_kind(Kind.PRIVATE),
        Proof("order-number", "The order number."),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-messages",
        elsewhere,
        Proof("messages", "All messages with the buyer, with nothing cut out."),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-of-payment",
        private_sale,
        Proof("value-proof", "What shows the price, and that it was paid."),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-value",
        elsewhere & ~of_kind(Kind.PRIVATE),
        Proof("value-proof", "A receipt or an invoice that shows the price.", needed=False),
        ("CA-06",),
    ),
    Rule(
        "seller-proof-is-fair",
        elsewhere & evidence.has_one_of("packing-log", "weight-record", "tracking-record"),
        Grade(Strength.FAIR, "Your records show what you sent, or where it went. That is what others look at."),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-is-weak",
        elsewhere & evidence.has_one_of(),
        Grade(Strength.WEAK, "What you have helps. Tracking and records from packing would carry further."),
        ("SR-70",),
    ),
    Rule(
        "seller-nothing-to-offer-yet",
        elsewhere & ~problem.is_given,
        Remedy("What is fair depends on what went wrong."),
        ("SR-70",),
    ),
    Rule(
        "seller-door-talk-decided",
        elsewhere & decided,
        Door(
            Way.TALK,
            "Talking with the buyer",
            "seller",
            "It was decided, so a talk settles nothing more.",
            state=DoorState.NONE,
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-door-talk-in-a-case",
        elsewhere & case_runs,
        Door(
            Way.TALK,
            "Talking with the buyer",
            "seller",
            "A case runs, so write in it: there whoever decides can read it.",
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-door-talk",
        elsewhere,
        Door(Way.TALK, "Talking with the buyer", "seller", "Most cases end here, if the answer is quick and calm."),
        ("SR-70",),
    ),
    Rule(
        "seller-door-platform",
        on_a_platform,
        Door(
            Way.PLATFORM,
            "A case on the marketplace",
            "buyer",
            "Only the buyer opens it. Where one is open, you answer in it, by the date that it shows.",
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-door-no-platform",
        own_shop | private_sale,
        Door(
            Way.PLATFORM,
            "A case on a marketplace",
            "buyer",
            "There is no marketplace behind this sale, so nobody there can decide.",
            state=DoorState.NONE,
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-rung-talk",
        elsewhere,
        Rung(None, "You and the buyer talk.", "Whoever is asked to decide.", "If you cannot agree."),
        ("SR-70",),
    ),
    sending(
        "seller-send-first-answer",
        elsewhere & unanswered & free_to_talk & ~sure(has_its_own_letter),
        "seller-first-answer",
    ),
)
