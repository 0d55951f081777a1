"""Kingston Express, for sellers: the customer asks PayPal or the bank for the money; and the doors of a case here."""

from typing import Final

from policy.facts import paid_with, problem
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Avoid, Door, DoorState, Headline, Step, Way
from policy.language.rule import Rule
from policy.programmes.kingston_express.scope import dispatched, here, seller_managed
from policy.programmes.scope import carrier_asked, payment_runs
from policy.programmes.sellers.carrier import carrier_rules, states_days
from policy.programmes.sellers.scope import by_the_carrier

NO_WAY: Final = ("bank-transfer", "platform-balance", "cash-or-crypto")
running: Final[Condition] = here & payment_runs
hurt: Final[Condition] = seller_managed & by_the_carrier

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-headline-payment-case",
        running,
        Headline(
            "The customer asks the bank or PayPal: tell Kingston Express support today, answer by the day in the "
            "notice, "
            "and refund nothing beside it."
        ),
        ("PM-35", "PM-36", "KXX-06"),
    ),
    Rule(
        "kx-tell-support-of-the-payment-case",
        running,
        Step(
            "Tell Kingston Express support, and send what it asks for by the day in the notice: order, proof of "
            "delivery, listing, messages.",
        ),
        ("PM-36", "KXX-06"),
    ),
    Rule(
        "kx-no-refund-beside-the-payment-case",
        running & ~sure(dispatched),
        Avoid("While the bank or PayPal decides, do not refund the same payment in another way.", (Action.REFUND,)),
        ("PM-35",),
    ),
    Rule(
        "kx-door-talk",
        here,
        Door(Way.TALK, "Messages on the order's page", "seller", "An answer in time and a calm one ends most cases."),
        ("KX-72", "KX-85"),
    ),
    Rule(
        "kx-door-dispatched",
        dispatched,
        Door(
            Way.PLATFORM,
            "Kingston Express: report, inspection, dispute",
            "buyer",
            "The customer reports it there. It dispatched the order, so its inspection and its records decide.",
        ),
        ("KX-17", "KXX-05", "KXX-02"),
    ),
    Rule(
        "kx-door-dispute",
        here,
        Door(
            Way.PLATFORM,
            "Kingston Express: a dispute",
            "buyer",
            "Only the customer opens it. It freezes the order, and you answer in it.",
        ),
        ("KXX-02", "KXX-04"),
    ),
    Rule(
        "kx-door-no-payment",
        here & paid_with.is_in(*NO_WAY),
        Door(
            Way.PAYMENT,
            "Whoever took the payment",
            "buyer",
            "The way it was paid has no case in which somebody decides.",
            state=DoorState.NONE,
        ),
        ("KXX-02",),
    ),
    Rule(
        "kx-door-payment",
        here,
        Door(
            Way.PAYMENT,
            "PayPal, or the customer's bank",
            "buyer",
            "Only the customer can ask there. Where a case runs, you answer by the day in the notice.",
        ),
        ("PM-36",),
    ),
    Rule(
        "kx-door-carrier-of-the-platform",
        dispatched & ((problem == "not-received") | by_the_carrier),
        Door(
            Way.CARRIER,
            "The carrier",
            "platform",
            "Kingston Express sent it, so it deals with the carrier.",
            state=DoorState.NOT_FOR_YOU,
        ),
        ("KXX-05",),
    ),
    *carrier_rules("kx", {"hurt": hurt}),
    Rule(
        "kx-door-carrier",
        hurt,
        Door(
            Way.CARRIER,
            "A claim with the carrier",
            "seller",
            "If it happened on the way: you sent it, so the claim is yours to make. Look up its last day with the "
            "carrier.",
            needs=("package-photos", "value-proof"),
        ),
        ("CA-28", "CA-05"),
    ),
    Rule(
        "kx-claim-with-the-carrier",
        hurt & ~sure(carrier_asked) & ~sure(states_days("hurt")),
        Step(
            "If it happened on the way, make a claim with the carrier: it is the sender's to make. Look up today until "
            "which day it can be made.",
            through=Way.CARRIER,
        ),
        ("CA-28", "CA-05"),
    ),
)
