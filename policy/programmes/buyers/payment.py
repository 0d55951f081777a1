"""Every buyer: the case where it was paid, whatever the way of paying, and the ways that have none."""

from typing import Final

from policy.facts import buyer_country, paid_with, payment_case, programme, seller_is
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Avoid, Clock, Door, DoorState, Headline, Party, Responsible, Rung, Step, Way
from policy.language.rule import Rule
from policy.programmes.buyers.law import then_the_law
from policy.programmes.buyers.payment_scope import (
    a_way_is_open,
    delivered_elsewhere,
    later,
    later_open,
    nobody_else,
    payment_is_next,
    section_75_due,
    still_open_here,
)
from policy.programmes.buyers.scope import buying, on_marketplace, paid_by_card
from policy.programmes.scope import payment_used, platform_runs, promise_broken

card_case: Final[Condition] = (payment_case == "claim") | ((paid_by_card | later) & (payment_case == "open"))
"""With a card or a pay-later service there is one kind of case, whatever it is called."""


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-claim-runs",
        buying & card_case & still_open_here,
        Headline(
            "Stay with the case where you paid: answer each question in time, and keep it "
            "open until "
            "you have the money."
        ),
        ("PM-04", "R-AN-01"),
    ),
    Rule(
        "buyer-headline-sellers-risk",
        payment_is_next
        & delivered_elsewhere
        & (buyer_country == "uk")
        & (seller_is == "trader")
        & ~sure(promise_broken | payment_used)
        & ~sure(paid_with.is_in("bank-transfer", "cash-or-crypto")),
        Headline(
            "Tell the seller in writing: by law the parcel is its risk until you have it. Then report "
            "it where you paid."
        ),
        ("LW-18",),
    ),
    Rule(
        "buyer-headline-sender-has-to-search",
        nobody_else
        & payment_is_next
        & delivered_elsewhere
        & ~sure(promise_broken | payment_used)
        & paid_with.is_in("paypal", "credit-card", "debit-card", "pay-later"),
        Headline(
            "Say in writing that nothing came, and that only the sender can have the carrier search; "
            "then use the way you paid."
        ),
        ("DH-03", "DH-06"),
    ),
    Rule(
        "buyer-headline-pay-later-now",
        payment_is_next & later_open,
        Headline(
            "Report the problem in the pay-later app now: your payments pause, and the service decides later.",
            through=Way.PAYMENT,
        ),
        ("PM-44",),
    ),
    Rule(
        "buyer-payment-decides-now",
        payment_is_next & (a_way_is_open | section_75_due),
        Responsible(Party.PLATFORM, "Talking has not helped, so whoever took your payment has to decide."),
        ("PM-31",),
    ),
    Rule(
        "buyer-payment-decides",
        buying & payment_case.is_in("open", "claim"),
        Responsible(Party.PLATFORM, "Whoever handled the payment decides now."),
        ("PM-31",),
    ),
    Rule(
        "buyer-answers-the-payment-case",
        buying & card_case & still_open_here,
        Step("Answer what they ask for, in time, with your messages and your proof."),
        ("PM-20",),
    ),
    Rule(
        "buyer-has-the-sender-search",
        nobody_else & payment_is_next & delivered_elsewhere & ~sure(promise_broken),
        Step(
            "Ask the seller in writing to start the carrier's search, as only the sender can, and say that nothing "
            "came."
        ),
        ("DH-03", "DH-06"),
    ),
    Rule(
        "buyer-reports-in-the-pay-later-app",
        later_open & payment_is_next,  # beside a marketplace's case that can still be opened, it could end that one
        Step(
            "Report the problem in the pay-later app, so that the payments pause.",
            by="buyer-pay-later-clock",
            through=Way.PAYMENT,
        ),
        ("PM-44",),
    ),
    Rule(
        "buyer-looks-how-it-was-paid",
        payment_is_next & ~paid_with.is_given & ~sure(programme == "ebay"),  # eBay has a step of its own
        Step("Look up how you paid, and when: PayPal, a card or a pay-later service may still help you."),
        ("W-PP-01", "PM-19", "PM-49"),
    ),
    Rule(
        "buyer-uses-one-door-only",
        sure(on_marketplace & platform_runs) & ~sure(payment_used),
        Avoid("Do not open a case with the bank or PayPal beside the one with the marketplace: it can end that one."),
        ("PM-17",),
    ),
    Rule(
        "buyer-payment-shuts-the-platform",
        sure(on_marketplace & payment_case.is_in("open", "claim")),
        Avoid("Do not open a case with the marketplace as well: only one way counts at a time."),
        ("PM-17",),
    ),
    Rule(
        "buyer-door-pay-later",
        later & still_open_here,
        Door(
            Way.PAYMENT,
            "The pay-later service",
            "buyer",
            "Report it in the app: payments pause, and after a time for talking the service decides.",
            "pay_later_dispute",
            ("order-number", "messages"),
        ),
        ("PM-44", "PM-49"),
    ),
    Rule(
        "buyer-door-bank-transfer",
        buying & (paid_with == "bank-transfer") & still_open_here,
        Door(
            Way.PAYMENT,
            "Your bank",
            "buyer",
            "A transfer, or PayPal to friends and family, has no buyer protection. If it was a "
            "fraud, "
            "call the bank at once.",
            state=DoorState.NONE,
        ),
        ("PM-13", "PM-52"),
    ),
    Rule(
        "buyer-door-cash",
        buying & (paid_with == "cash-or-crypto") & still_open_here,
        Door(
            Way.PAYMENT,
            "The payment",
            "buyer",
            "Cash and crypto cannot be called back: only whoever got the money can return it.",
            state=DoorState.NONE,
        ),
        ("PM-53",),
    ),
    Rule(
        "buyer-door-balance",
        buying & (paid_with == "platform-balance") & still_open_here,
        Door(
            Way.PAYMENT,
            "The payment",
            "buyer",
            "It was paid from credit there, so it comes back as credit there. How you filled it up can have a door.",
            state=DoorState.NONE,
        ),
        ("SR-51",),
    ),
    Rule(
        "buyer-door-payment-unknown",
        buying & ~paid_with.is_given & still_open_here,
        Door(
            Way.PAYMENT,
            "Where you paid",
            "buyer",
            "PayPal, a card and pay-later services can bring money back, each with its own last day.",
            state=DoorState.NOT_KNOWN,
            asks="paid_with",
        ),
        ("PM-31",),
    ),
    Rule(
        "buyer-pay-later-clock",
        later_open,
        Clock(
            "Report it to the pay-later service",
            "pay_later_dispute",
            "The shortest time that was seen is over. Look in the app: yours may be longer.",
        ),
        ("PM-49",),
    ),
    *then_the_law(
        "buyer-rung-payment",
        buying & payment_case.is_in("open", "claim"),
        Rung(2, "The case where you paid.", "Accept the loss and move on.", "If it is decided against you."),
        ("PM-31", "SR-53"),
    ),
)
