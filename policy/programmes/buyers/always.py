"""Every buyer, whatever went wrong: keep a record, stay calm, close nothing on a promise; and the talk as a door."""

from typing import Final

from policy.cases.programmes import of_kind
from policy.facts import carrier, carrier_claim, evidence, insured, payment_case, platform_case, problem, programme
from policy.language.conditions import sure
from policy.language.outcomes import (
    Action,
    Avoid,
    Door,
    DoorState,
    Grade,
    Party,
    Proof,
    Responsible,
    Rung,
    Strength,
    Warn,
    Way,
)
from policy.language.programme import Kind
from policy.language.rule import Rule
from policy.programmes.buyers.scope import (
    buying,
    came_after_all,
    early,
    may_ask,
    no_case,
    nobody_between,
    not_agreed,
    on_marketplace,
    talk_failed,
    through_agent,
)
from policy.programmes.marketplaces import case_over, stated

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-starts-with-the-agent",
        through_agent & problem.is_given,
        Responsible(Party.AGENT, "Your agent bought it and sent it on, so turn to your agent first."),
        ("SR-50", "SR-70"),
    ),
    Rule(
        "buyer-goes-on-without-the-seller",
        buying
        & problem.is_given
        & talk_failed
        & ~sure(programme == "kingston-express")
        & ~sure(platform_case.is_in("decided-for-seller", "closed") | (payment_case == "decided-for-seller")),
        Responsible(
            Party.SELLER, "It is for the seller to put right. Talking has not helped, so use the next way below."
        ),
        ("SR-51",),
    ),
    Rule(
        "buyer-starts-with-the-seller",
        buying & problem.is_given,
        Responsible(Party.SELLER, "Turn to the seller first: most cases need nobody else."),
        ("SR-50", "SR-70"),
    ),
    Rule(
        "buyer-closes-nothing-on-a-promise",
        buying & ~sure(came_after_all),
        Avoid(
            "Do not close a dispute on a promise: keep it open until the money or the replacement is there.",
            (Action.CLOSE_DISPUTE,),
        ),
        ("R-AN-01",),
    ),
    Rule(
        "buyer-does-not-write-in-anger",
        through_agent,
        Avoid("Do not write in anger, in slang or in long sentences: they probably read it through a translator."),
        ("KB-20",),
    ),
    Rule(
        "buyer-stays-calm",
        buying & not_agreed,
        Warn("Calm facts and solid proof make a good seller want to put it right."),
        ("KB-01", "KB-42"),
    ),
    Rule(
        "buyer-may-claim-from-fedex",
        buying
        & (carrier == "fedex")
        & problem.is_in("not-received", "damaged", "missing-item", "empty-package")
        & may_ask,
        Warn("With FedEx you can make the claim too, and not only the sender: settle with the seller who of you does."),
        ("CA-25",),
    ),
    Rule("buyer-proof-order-number", buying, Proof("order-number", "The order number."), ("KB-21",)),
    Rule(
        "buyer-proof-is-weak",
        buying & evidence.has_one_of(),
        Grade(Strength.WEAK, "What you have helps, but it does not show yet what happened to this parcel."),
        ("KB-01", "KB-14"),
    ),
    Rule(
        "buyer-has-no-proof-yet",
        buying,
        Grade(Strength.NONE, "You have not told us of any proof. Facts that can be shown decide such cases."),
        ("KB-01",),
    ),
    Rule(
        "buyer-rung-agent",
        through_agent,
        Rung(None, "Talk with your agent.", "Your agent's dispute mediation.", "If the seller does not put it right."),
        ("SR-50", "KB-41"),
    ),
    Rule(
        "buyer-rung-nobody-between",
        nobody_between | (on_marketplace & case_over & no_case),
        Rung(None, "Talk with the seller.", "Whoever took your payment.", "If talking does not help."),
        ("SR-50", "PM-31"),
    ),
    Rule(
        "buyer-rung-unknown",
        buying,
        Rung(None, "Talk with the seller.", "The platform's dispute system.", "If talking does not help."),
        ("SR-50", "SR-51"),
    ),
    Rule(
        "buyer-door-talk-agent",
        through_agent,
        Door(Way.TALK, "Talk with your agent", "buyer", "Most cases are settled here, and it costs nothing."),
        ("SR-50",),
    ),
    Rule(
        "buyer-door-talk",
        buying,
        Door(Way.TALK, "Talk with the seller", "buyer", "Most cases are settled here, and it costs nothing."),
        ("SR-50",),
    ),
    Rule(
        "buyer-door-platform-none",
        nobody_between,
        Door(
            Way.PLATFORM,
            "A marketplace's case",
            "buyer",
            "No marketplace stands between you and the seller.",
            state=DoorState.NONE,
        ),
        ("SR-51",),
    ),
    Rule(
        "buyer-door-platform-not-due",
        on_marketplace & ~sure(stated) & early,
        Door(
            Way.PLATFORM,
            "The marketplace's own case",
            "buyer",
            "Before the last day of delivery has passed, nothing is late, and a case can be turned down.",
            "due",
            needs=("order-number", "messages"),
        ),
        ("SR-51", "SR-24"),
    ),
    Rule(
        "buyer-door-platform",
        on_marketplace & ~sure(stated) & ~sure(came_after_all),
        Door(
            Way.PLATFORM,
            "The marketplace's own case",
            "buyer",
            "Each marketplace has days of its own: look up the last one on the order's page today.",
            needs=("order-number", "messages"),
        ),
        ("SR-51", "SR-23"),
    ),
    Rule(
        "buyer-door-insurance-not-due",
        through_agent & (insured == "yes") & early,
        Door(
            Way.INSURANCE,
            "The shipping insurance",
            "buyer",
            "It pays for what is lost, and nothing counts as lost before the last day of delivery.",
            "due",
            needs=("tracking-record", "value-proof"),
        ),
        ("KB-35", "SR-24"),
    ),
    Rule(
        "buyer-door-insurance",
        through_agent & (insured == "yes") & ~sure(came_after_all),
        Door(
            Way.INSURANCE,
            "The shipping insurance",
            "buyer",
            "You bought it, so ask your agent for the claim, and for its last day and the papers that it wants.",
            needs=("carrier-report", "value-proof"),
        ),
        ("KB-35", "CA-90"),
    ),
    Rule(
        "buyer-door-carrier-turned-you-away",
        buying
        & of_kind(Kind.MARKETPLACE, Kind.SHOP, Kind.PRIVATE)
        & (carrier_claim == "refused")
        & ~sure(came_after_all),
        Door(
            Way.CARRIER,
            "The carrier's claim",
            "seller",
            "What the carrier told you is no answer to the sender. Only the sender can claim, and still can: ask the "
            "seller to do it.",
            state=DoorState.NOT_FOR_YOU,
        ),
        ("CA-28", "DH-06"),
    ),
    Rule(
        "buyer-door-carrier-through-the-sender",
        buying & of_kind(Kind.MARKETPLACE, Kind.SHOP, Kind.PRIVATE) & ~sure(came_after_all),
        Door(
            Way.CARRIER,
            "The carrier's claim",
            "seller",
            "Anybody can ask the carrier a question. Money from the carrier is mostly for the sender to claim: ask the "
            "seller to do it.",
        ),
        ("CA-28", "DH-06"),
    ),
    Rule(
        "buyer-door-carrier-through-the-agent",
        through_agent & ~sure(came_after_all),
        Door(
            Way.CARRIER,
            "The carrier's claim",
            "seller",
            "Your agent sent the parcel, so your agent claims. It needs the carrier's paper from your country.",
            needs=("carrier-report",),
        ),
        ("CA-28", "CA-90"),
    ),
)
