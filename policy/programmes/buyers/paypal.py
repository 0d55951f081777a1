"""Every buyer who paid by PayPal: a dispute, then a claim."""

from typing import Final

from policy.facts import payment_case
from policy.language.conditions import sure
from policy.language.outcomes import Clock, Door, Headline, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import paypal_claim, paypal_last_days
from policy.programmes.buyers.payment_scope import delivered_elsewhere, payment_is_next, paypal_open, still_open_here
from policy.programmes.buyers.scope import early, paid_by_paypal

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-paypal-dispute-runs",
        paid_by_paypal & (payment_case == "open") & ~sure(paypal_claim == "over") & still_open_here,
        Headline("Watch one day: an open PayPal dispute has to become a claim in time, or it closes for good."),
        ("W-PP-02", "PM-04"),
    ),
    Rule(
        "buyer-headline-paypal-now",
        payment_is_next & paypal_open,
        Headline("Talking has not helped: open a case with PayPal now, with your proof.", through=Way.PAYMENT),
        ("W-PP-01",),
    ),
    Rule(
        "buyer-turns-it-into-a-claim",
        paid_by_paypal
        & (payment_case == "open")
        & ~sure((paypal_claim == "over") | (paypal_last_days == "running"))
        & still_open_here,
        Step("If it is not solved, turn the PayPal dispute into a claim.", by="buyer-paypal-claim-clock"),
        ("W-PP-02",),
    ),
    Rule(
        "buyer-opens-a-paypal-case",
        payment_is_next & paypal_open,
        Step(
            "Open a case with PayPal, and choose what really happened.",
            by="buyer-paypal-dispute-clock",
            through=Way.PAYMENT,
        ),
        ("W-PP-01",),
    ),
    Rule(
        "buyer-paypal-has-twenty-days",
        payment_is_next & paypal_open,
        Warn("Once it is open, a PayPal dispute has to become a claim within 20 days, or it closes for good."),
        ("W-PP-02",),
    ),
    Rule(
        "buyer-scan-weakens-paypal",
        payment_is_next & paypal_open & delivered_elsewhere,
        Warn("While the tracking says delivered, such a case often fails: collect first what shows that nothing came."),
        ("PM-10",),
    ),
    Rule(
        "buyer-does-not-close-the-payment-case",
        paid_by_paypal & payment_case.is_in("open", "claim"),
        Warn("A PayPal case that was closed cannot be opened again."),
        ("PM-03", "PM-04"),
    ),
    Rule(
        "buyer-door-paypal-last-day-passed",
        paid_by_paypal & (payment_case == "open") & (paypal_claim == "over") & still_open_here,
        Door(
            Way.PAYMENT,
            "PayPal's dispute",
            "buyer",
            "Its last day has passed: it has closed by itself, unless it was made a claim in time.",
            "paypal_claim",
            ("order-number", "messages"),
            (Way.PLATFORM,),
        ),
        ("W-PP-02", "PM-04"),
    ),
    Rule(
        "buyer-door-paypal-running",
        paid_by_paypal & (payment_case == "open") & still_open_here,
        Door(
            Way.PAYMENT,
            "PayPal's dispute",
            "buyer",
            "It is open. Before the last day it has to become a claim, or it closes for good.",
            "paypal_claim",
            ("order-number", "messages"),
            (Way.PLATFORM,),
        ),
        ("W-PP-02", "PM-17"),
    ),
    Rule(
        "buyer-door-paypal-not-due",
        paid_by_paypal & early,
        Door(
            Way.PAYMENT,
            "A case with PayPal",
            "buyer",
            "Before the last day of delivery has passed, nothing is late. There is no hurry: PayPal takes a case for "
            "months.",
            "due",
            ("order-number", "messages"),
            (Way.PLATFORM,),
        ),
        ("W-PP-01", "SR-24"),
    ),
    Rule(
        "buyer-door-paypal",
        paid_by_paypal & still_open_here,
        Door(
            Way.PAYMENT,
            "A case with PayPal",
            "buyer",
            "Only one case for one payment. On many marketplaces it ends the case there.",
            "paypal_dispute",
            ("order-number", "messages"),
            (Way.PLATFORM,),
        ),
        ("W-PP-01", "PM-17"),
    ),
    Rule(
        "buyer-paypal-dispute-clock",
        paypal_open,
        Clock(
            "Open a case with PayPal",
            "paypal_dispute",
            "The time for a case with PayPal is over. Ask the seller and the platform directly.",
        ),
        ("W-PP-01",),
    ),
    Rule(
        "buyer-paypal-claim-clock",
        paid_by_paypal & (payment_case == "open") & still_open_here,
        Clock(
            "Turn the PayPal dispute into a claim; after that day it closes for good",
            "paypal_claim",
            "A PayPal dispute from that day has closed for good. Other ways may still be open.",
        ),
        ("W-PP-02",),
    ),
    sending("buyer-send-paypal-case", payment_is_next & paypal_open, "buyer-paypal-case", Way.PAYMENT),
)
