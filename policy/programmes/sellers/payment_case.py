"""Sellers anywhere: the buyer asks PayPal or the bank for the money."""

from typing import Final

from policy.cases.derived import signature
from policy.facts import evidence, handed_over, paid_with, payment_case, problem, reply, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import (
    Action,
    Avoid,
    Clock,
    Door,
    DoorState,
    Grade,
    Headline,
    Party,
    Proof,
    Responsible,
    Rung,
    Step,
    Strength,
    Warn,
    Way,
)
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import paypal_talk
from policy.programmes.scope import card, payment_runs, paypal
from policy.programmes.sellers.scope import elsewhere

NO_WAY: Final = ("bank-transfer", "platform-balance", "cash-or-crypto")
running: Final[Condition] = elsewhere & payment_runs
paypal_dispute: Final[Condition] = elsewhere & paypal & (payment_case == "open")
dispute_over: Final[Condition] = paypal_dispute & (paypal_talk == "over")
dispute_lives: Final[Condition] = paypal_dispute & ~sure(dispute_over)
paypal_claim: Final[Condition] = elsewhere & paypal & (payment_case == "claim")
chargeback: Final[Condition] = elsewhere & card & payment_runs
another: Final[Condition] = running & ~sure(paypal) & ~sure(card)
about_the_parcel: Final[Condition] = problem == "not-received"

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "seller-headline-paypal-dispute-over",
        dispute_over,
        Headline("Look in PayPal today: the dispute has closed by itself, or it is a claim that you answer now."),
        ("W-PP-02", "PM-06"),
    ),
    Rule(
        "seller-headline-paypal-dispute",
        paypal_dispute,
        Headline("Settle it inside the PayPal dispute: write there, offer there, and pay nothing beside it."),
        ("PM-05",),
    ),
    Rule(
        "seller-headline-paypal-claim",
        paypal_claim,
        Headline("Answer the PayPal claim with your proof by its last day: silence decides for the buyer."),
        ("PM-06",),
    ),
    Rule(
        "seller-headline-chargeback",
        chargeback,
        Headline(
            "Answer the chargeback once, with all your proof, by the day in its notice, and refund nothing beside it."
        ),
        ("PM-36", "PM-35"),
    ),
    Rule(
        "seller-headline-payment-case",
        another,
        Headline("Look up the last day to answer the payment case now, answer in it, and refund nothing beside it."),
        ("PM-36", "PM-35"),
    ),
    Rule(
        "seller-headline-payment-won",
        elsewhere & (payment_case == "decided-for-seller"),
        Headline("The payment case was decided for you: there is nothing more to do. Keep the proof."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-payment-lost",
        elsewhere & (payment_case == "decided-for-buyer"),
        Headline(
            "The payment case was decided against you: read whether you can object, and by which day. Pay nothing "
            "twice."
        ),
        ("PM-35",),
    ),
    Rule(
        "seller-both-settle-the-dispute",
        paypal_dispute,
        Responsible(Party.SELLER, "You two settle it in the PayPal dispute. PayPal decides only once it is a claim."),
        ("PM-05", "PM-06"),
    ),
    Rule(
        "seller-payment-decides",
        running,
        Responsible(Party.PLATFORM, "The buyer asked whoever took the payment, so it is decided there."),
        ("PM-36",),
    ),
    Rule(
        "seller-looks-what-became-of-the-dispute",
        dispute_over,
        Step(
            "Look in PayPal how the dispute stands. A claim has to be answered within ten days; one that closed, not.",
            by="seller-paypal-talk-clock",
        ),
        ("W-PP-02", "PM-06"),
    ),
    Rule(
        "seller-keeps-the-offer-in-the-dispute",
        dispute_lives & (reply == "offered"),
        Step(
            "Your offer is made: say it once in the dispute, with what you found, and wait there for the answer. Who "
            "offers elsewhere can pay twice.",
            by="seller-paypal-talk-clock",
        ),
        ("PM-05",),
    ),
    Rule(
        "seller-pays-in-the-dispute",
        dispute_lives & (reply == "agreed"),
        Step(
            "Pay what you agreed through PayPal, and say so in the dispute. Who pays elsewhere can pay twice.",
            by="seller-paypal-talk-clock",
        ),
        ("PM-05",),
    ),
    Rule(
        "seller-talks-in-the-dispute",
        dispute_lives & ~sure(reply.is_in("offered", "agreed")),
        Step(
            "Write in the dispute: the tracking, what you found, and one offer. Who offers elsewhere can pay twice.",
            by="seller-paypal-talk-clock",
        ),
        ("PM-05",),
    ),
    Rule(
        "seller-answers-the-claim",
        paypal_claim,
        Step(
            "Answer the claim in PayPal: tracking, the address of the transaction, and your photos.",
            by="seller-paypal-claim-clock",
        ),
        ("PM-06", "PM-14"),
    ),
    Rule(
        "seller-answers-the-chargeback",
        chargeback,
        Step(
            "Send the proof in one go: order, full address, tracking or proof of delivery, messages. There is one "
            "answer only.",
            by="seller-chargeback-clock",
        ),
        ("PM-36", "PM-26"),
    ),
    Rule(
        "seller-answers-the-payment-case",
        another,
        Step("Open the notice, note its last day, and send all your proof in one go."),
        ("PM-36",),
    ),
    Rule(
        "seller-keeps-what-won-the-payment",
        elsewhere & (payment_case == "decided-for-seller"),
        Step("Keep the decision and all the proof behind it."),
        ("SR-70",),
    ),
    Rule(
        "seller-reads-the-payment-decision",
        elsewhere & (payment_case == "decided-for-buyer"),
        Step("Read the decision: where it names a way to object and a day, use it with proof that is new."),
        ("SR-70",),
    ),
    Rule(
        "seller-refunds-nothing-twice",
        elsewhere & (payment_runs | (payment_case == "decided-for-buyer")) & ~sure(paid_with.is_in(*NO_WAY)),
        Avoid(
            "Once a case runs with PayPal or the bank, do not refund the same payment in another way: the money is "
            "taken there. To give in, accept the case.",
            (Action.REFUND,),
        ),
        ("PM-35",),
    ),
    Rule(
        "seller-sends-nothing-to-friends",
        elsewhere & paypal & payment_runs,
        Avoid("Do not send money to friends and family to end it: it does not count in the case."),
        ("PM-13",),
    ),
    Rule(
        "seller-paypal-protects",
        elsewhere & paypal & about_the_parcel,
        Warn(
            "PayPal protects you only where it went to the address in the transaction and the delivery can be seen "
            "online."
        ),
        ("PM-14",),
    ),
    Rule(
        "seller-paypal-does-not-protect",
        elsewhere
        & paypal
        & problem.is_in("damaged", "wrong-item", "not-as-described", "missing-item", "empty-package"),
        Warn("PayPal's protection for sellers is about parcels that did not come. It does not reach this problem."),
        ("PM-14",),
    ),
    Rule(
        "seller-paypal-wants-a-signature",
        elsewhere & paypal & about_the_parcel & (signature == "due") & ~evidence.has("delivery-signature"),
        Warn("From 750 US dollars PayPal wants a signature: a delivered scan alone does not protect you."),
        ("PM-15",),
    ),
    Rule(
        "seller-proof-signature-due",
        elsewhere & paypal & about_the_parcel & (signature == "due") & (tracking == "delivered"),
        Proof("delivery-signature", "The signature at delivery, which PayPal wants for this price."),
        ("PM-15",),
    ),
    Rule(
        "seller-proof-needs-a-signature",
        elsewhere
        & paypal
        & about_the_parcel
        & (signature == "due")
        & evidence.has("tracking-record")
        & ~evidence.has("delivery-signature"),
        Grade(Strength.WEAK, "For this price PayPal wants a signature, and the tracking alone does not show one."),
        ("PM-15",),
    ),
    Rule(
        "seller-paypal-talk-clock",
        paypal_dispute,
        Clock(
            "Settle it in the PayPal dispute, before it ends or becomes a claim",
            "paypal_talk",
            "The time of the dispute is over. Look in PayPal whether it was closed or became a claim.",
        ),
        ("PM-05",),
    ),
    Rule(
        "seller-paypal-claim-clock",
        paypal_claim,
        Clock(
            "Answer the PayPal claim (the case shows the exact day)",
            "paypal_answer",
            "Ten days are over. Look in PayPal whether you can still answer.",
        ),
        ("PM-06",),
    ),
    Rule(
        "seller-chargeback-clock",
        chargeback,
        Clock(
            "Answer the chargeback (the notice names the exact day; this is the shortest)",
            "chargeback_answer",
            "The shortest time is over. Look in the notice which day counts for you, and answer now.",
        ),
        ("PM-36",),
    ),
    Rule(
        "seller-door-paypal-claim",
        elsewhere & paypal & (payment_case == "claim"),
        Door(
            Way.PAYMENT,
            "PayPal",
            "buyer",
            "The buyer turned it into a claim, and PayPal decides. You answer in it.",
            period="paypal_answer",
            needs=("tracking-record", "messages"),
        ),
        ("PM-06", "PM-14"),
    ),
    Rule(
        "seller-door-paypal-dispute",
        paypal_dispute,
        Door(
            Way.PAYMENT,
            "PayPal",
            "buyer",
            "The buyer opened a dispute. You two talk in it, until it ends or becomes a claim.",
            period="paypal_talk",
            needs=("tracking-record", "messages"),
        ),
        ("PM-05",),
    ),
    Rule(
        "seller-door-chargeback",
        chargeback,
        Door(
            Way.PAYMENT,
            "The buyer's bank",
            "buyer",
            "A chargeback runs. You answer once, by the day in the notice; the day here is the shortest.",
            period="chargeback_answer",
            needs=("tracking-record", "messages"),
        ),
        ("PM-36",),
    ),
    Rule(
        "seller-door-no-payment",
        elsewhere & paid_with.is_in(*NO_WAY),
        Door(
            Way.PAYMENT,
            "Whoever took the payment",
            "buyer",
            "The way it was paid has no case in which somebody decides.",
            state=DoorState.NONE,
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-door-payment",
        elsewhere,
        Door(
            Way.PAYMENT,
            "Whoever took the payment",
            "buyer",
            "Only the buyer can open a case there. Where one runs, you answer by its day.",
        ),
        ("PM-36",),
    ),
    Rule(
        "seller-rung-paypal-dispute",
        paypal_dispute,
        Rung(
            None,
            "You two talk in the PayPal dispute.",
            "A PayPal claim: you then have ten days to answer.",
            "If the buyer turns the dispute into a claim.",
        ),
        ("PM-05", "PM-06"),
    ),
    Rule(
        "seller-rung-payment",
        running,
        Rung(None, "Whoever took the payment decides.", "What the decision says.", "When it is decided."),
        ("PM-36",),
    ),
    Rule(
        "seller-rung-payment-over",
        elsewhere & payment_case.is_in("decided-for-buyer", "decided-for-seller"),
        Rung(None, "The payment case was decided.", "What the decision says.", "If it names a way to object."),
        ("SR-70",),
    ),
    sending(
        "seller-send-dispute-answer",
        dispute_lives,
        "seller-dispute-answer",
        words=about_the_parcel & tracking.is_given,
    ),
    sending(
        "seller-send-payment-answer",
        running & (~sure(paypal_dispute) | dispute_over),
        "seller-payment-answer",
        words=about_the_parcel & tracking.is_given & handed_over.is_given,
    ),
)

BEFORE: Final = dict.fromkeys(
    (
        "seller-keeps-the-offer-in-the-dispute",
        "seller-talks-in-the-dispute",
        "seller-answers-the-claim",
        "seller-answers-the-chargeback",
        "seller-answers-the-payment-case",
        "seller-keeps-what-won-the-payment",
        "seller-reads-the-payment-decision",
    ),
    "seller-answers-the-message",
)
"""What has a day with whoever took the payment comes before all else that can be done."""
