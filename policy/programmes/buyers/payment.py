"""Every buyer: the door where it was paid, PayPal, a card, a pay-later service, or none."""

from typing import Final

from policy.cases.derived import section_75
from policy.cases.programmes import of_kind
from policy.facts import (
    buyer_country,
    customs,
    paid_with,
    payment_case,
    platform_case,
    problem,
    programme,
    return_state,
    seller_is,
    tracking,
)
from policy.language.conditions import Condition, sure
from policy.language.kinds import Choice
from policy.language.outcomes import Avoid, Clock, Door, DoorState, Headline, Party, Responsible, Rung, Step, Warn, Way
from policy.language.programme import Kind
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import (
    billing_error,
    card_not_right,
    card_nothing_came,
    card_refund_missing,
    pay_later_dispute,
    paypal_claim,
    paypal_dispute,
)
from policy.programmes.buyers.law import then_the_law
from policy.programmes.buyers.scope import (
    buying,
    came_after_all,
    customs_has_it,
    early,
    may_ask,
    nobody_between,
    not_received,
    on_marketplace,
    on_the_way_back,
    paid_by_card,
    paid_by_paypal,
    parcel_came,
    something_lost,
    talk_failed,
)
from policy.programmes.marketplaces import case_over
from policy.programmes.scope import payment_used, platform_runs, return_went_wrong

later: Final[Condition] = buying & (paid_with == "pay-later")
credit: Final[Condition] = buying & (paid_with == "credit-card")
still_open_here: Final[Condition] = ~sure(came_after_all)
untouched: Final[Condition] = ~sure(payment_used) & ~sure(came_after_all) & ~sure(early)
by_card_nothing: Final[Condition] = paid_by_card & not_received
by_card_not_right: Final[Condition] = paid_by_card & parcel_came
# eBay's buyers read there what is for a refund that does not come.
by_card_return: Final[Condition] = paid_by_card & return_went_wrong & ~sure(programme == "ebay")
by_card_refund: Final[Condition] = by_card_return & (return_state == "refund-missing")
card_case: Final[Condition] = (payment_case == "claim") | (paid_by_card & (payment_case == "open"))
"""With a card there is one kind of case, whatever the bank calls it."""

at_customs: Final[Condition] = paid_by_card & customs_has_it
billing_error_fits: Final[Condition] = (
    credit
    & (buyer_country == "us")
    & (problem.is_in("not-received", "wrong-item", "missing-item", "empty-package") | (customs == "seized"))
)
section_75_fits: Final[Condition] = (
    credit
    & (buyer_country == "uk")
    & (section_75 == "within")
    & of_kind(Kind.SHOP)
    & (seller_is == "trader")
    & (parcel_came | not_received | problem.is_in("return", "cancelled-after-shipment"))
)


delivered_elsewhere: Final[Condition] = not_received & (tracking == "delivered")


def _open(*periods: Choice) -> Condition:
    """The door was not used, and none of these periods is early or over."""
    free = untouched
    for period in periods:
        for value in period.values:
            if value.name != "running":
                free = free & ~sure(period == value.name)
    return free


paypal_open: Final[Condition] = paid_by_paypal & _open(paypal_dispute)
card_open: Final[Condition] = (
    (by_card_nothing & _open(card_nothing_came))
    | (by_card_not_right & _open(card_not_right))
    | (by_card_refund & _open(card_refund_missing))
    | (by_card_return & ~by_card_refund & untouched)
)
later_open: Final[Condition] = later & _open(pay_later_dispute)
closed: Final[Condition] = on_marketplace & (platform_case == "closed")
nobody_else: Final[Condition] = (nobody_between | (on_marketplace & case_over)) & talk_failed
# It says itself what is for a chargeback there.
cancelled_on_ebay: Final[Condition] = (programme == "ebay") & (problem == "cancelled-after-shipment")
now: Final[Condition] = (nobody_else | closed) & ~sure(platform_runs) & may_ask

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
        "buyer-headline-paypal-dispute-runs",
        paid_by_paypal & (payment_case == "open") & ~sure(paypal_claim == "over") & still_open_here,
        Headline("Watch one day: an open PayPal dispute has to become a claim in time, or it closes for good."),
        ("W-PP-02", "PM-04"),
    ),
    Rule(
        "buyer-headline-card-refund-early",
        now & by_card_refund & untouched & (card_refund_missing == "early"),
        Headline("Set the seller a last day in writing now. Fifteen days after it came back your bank can act."),
        ("PM-25",),
    ),
    Rule(
        "buyer-headline-sellers-risk",
        now & delivered_elsewhere & (buyer_country == "uk") & (seller_is == "trader"),
        Headline(
            "Tell the seller in writing: by law the parcel is its risk until you have it. Then report "
            "it where you paid."
        ),
        ("LW-18",),
    ),
    Rule(
        "buyer-headline-sender-has-to-search",
        nobody_else & now & delivered_elsewhere & paid_with.is_in("paypal", "credit-card", "debit-card", "pay-later"),
        Headline(
            "Say in writing that nothing came, and that only the sender can have the carrier search; "
            "then use the way you paid."
        ),
        ("DH-03", "DH-06"),
    ),
    Rule(
        "buyer-headline-paypal-now",
        now & paypal_open,
        Headline("Talking has not helped: open a case with PayPal now, with your proof.", through=Way.PAYMENT),
        ("W-PP-01",),
    ),
    Rule(
        "buyer-headline-section-75",
        now & section_75_fits & untouched,
        Headline(
            "Write to your card company now: by law it is liable with the shop for an item of this price.",
            through=Way.PAYMENT,
        ),
        ("LW-29",),
    ),
    Rule(
        "buyer-headline-card-now",
        now & card_open,
        Headline("Talking has not helped: ask your bank for a chargeback now, with your proof.", through=Way.PAYMENT),
        ("PM-31",),
    ),
    Rule(
        "buyer-headline-pay-later-now",
        now & later_open,
        Headline(
            "Report the problem in the pay-later app now: your payments pause, and the service decides later.",
            through=Way.PAYMENT,
        ),
        ("PM-44",),
    ),
    Rule(
        "buyer-payment-decides-now",
        now & (paypal_open | card_open | later_open | (section_75_fits & untouched)),
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
        "buyer-turns-it-into-a-claim",
        paid_by_paypal & (payment_case == "open") & ~sure(paypal_claim == "over") & still_open_here,
        Step("If it is not solved, turn the PayPal dispute into a claim.", by="buyer-paypal-claim-clock"),
        ("W-PP-02",),
    ),
    Rule(
        "buyer-answers-the-payment-case",
        buying & card_case & still_open_here,
        Step("Answer what they ask for, in time, with your messages and your proof."),
        ("PM-20",),
    ),
    Rule(
        "buyer-has-the-sender-search",
        nobody_else & now & delivered_elsewhere,
        Step(
            "Ask the seller in writing to start the carrier's search, as only the sender can, and say that nothing "
            "came."
        ),
        ("DH-03", "DH-06"),
    ),
    Rule(
        "buyer-opens-a-paypal-case",
        now & paypal_open,
        Step(
            "Open a case with PayPal, and choose what really happened.",
            by="buyer-paypal-dispute-clock",
            through=Way.PAYMENT,
        ),
        ("W-PP-01",),
    ),
    Rule(
        "buyer-claims-section-75",
        now & section_75_fits & untouched,
        Step("Claim in writing from the card company, and name the law: section 75.", through=Way.PAYMENT),
        ("LW-29", "LW-32"),
    ),
    Rule(
        "buyer-asks-for-a-chargeback",
        now & by_card_nothing & card_open,
        Step(
            "Ask the bank for a chargeback. Say that you tried to settle it, and how.",
            by="buyer-card-clock-nothing",
            through=Way.PAYMENT,
        ),
        ("PM-31", "PM-20"),
    ),
    Rule(
        "buyer-asks-for-a-chargeback-not-right",
        now & by_card_not_right & card_open,
        Step(
            "Ask the bank for a chargeback. Say that you tried to settle it, and how.",
            by="buyer-card-clock",
            through=Way.PAYMENT,
        ),
        ("PM-31", "PM-20"),
    ),
    Rule(
        "buyer-asks-for-a-chargeback-refund",
        now & by_card_return & card_open,
        Step(
            "Ask the bank for a chargeback, because the refund does not come. Add the promise and the proof of the "
            "return.",
            by="buyer-card-clock-refund",
            through=Way.PAYMENT,
        ),
        ("PM-25", "PM-31"),
    ),
    Rule(
        "buyer-asks-for-a-chargeback-refund-later",
        now & by_card_refund & untouched & (card_refund_missing == "early"),
        Step("If no money came by then, ask the bank for a chargeback.", after="card_refund_missing"),
        ("PM-25",),
    ),
    Rule(
        "buyer-writes-the-billing-error-letter",
        # On a marketplace a case with the card company would end the one there.
        billing_error_fits
        & (~on_marketplace | closed | case_over | payment_case.is_in("open", "claim"))
        & ~sure((billing_error == "over") | early | platform_runs)
        & may_ask,
        Step(
            "Send the card company a letter to its address for billing errors as well: a "
            "phone call "
            "does not keep that right.",
            by="buyer-billing-error-clock",
        ),
        ("LW-01",),
    ),
    Rule(
        "buyer-reports-in-the-pay-later-app",
        later_open & now,  # beside a marketplace's case that can still be opened, it could end that one
        Step(
            "Report the problem in the pay-later app, so that the payments pause.",
            by="buyer-pay-later-clock",
            through=Way.PAYMENT,
        ),
        ("PM-44",),
    ),
    Rule(
        "buyer-looks-how-it-was-paid",
        now & ~paid_with.is_given & ~sure(programme == "ebay"),  # eBay has a step of its own
        Step("Look up how you paid, and when: PayPal, a card or a pay-later service may still help you."),
        ("W-PP-01", "PM-19", "PM-49"),
    ),
    Rule(
        "buyer-tries-to-send-it-back-first",
        by_card_not_right & now & card_open & problem.is_in("damaged", "wrong-item", "not-as-described"),
        Step("Offer to send it back, and keep the message: a chargeback needs that you tried."),
        ("PM-24",),
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
        "buyer-paypal-has-twenty-days",
        now & paypal_open,
        Warn("Once it is open, a PayPal dispute has to become a claim within 20 days, or it closes for good."),
        ("W-PP-02",),
    ),
    Rule(
        "buyer-scan-weakens-paypal",
        now & paypal_open & delivered_elsewhere,
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
        "buyer-bank-can-be-shorter",
        card_open & now,
        Warn("Your bank can set an earlier last day than the card network: ask it soon."),
        ("PM-31",),
    ),
    Rule(
        "buyer-debit-card-us",
        buying & (paid_with == "debit-card") & (buyer_country == "us") & not_received,
        Warn(
            "For a debit card the law gives no right to the money when nothing comes: ask the "
            "bank for "
            "its own chargeback."
        ),
        ("LW-08",),
    ),
    Rule(
        "buyer-section-75-rarely-through-a-marketplace",
        credit & on_marketplace & (buyer_country == "uk") & ~sure(section_75 == "outside"),
        Warn("Section 75 seldom works through a marketplace, because the payment did not go straight to the seller."),
        ("LW-32",),
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
        "buyer-door-card-at-customs",
        at_customs,
        Door(
            Way.PAYMENT,
            "Your bank's chargeback",
            "buyer",
            "What customs in your own country holds is no case for a chargeback.",
            state=DoorState.NONE,
        ),
        ("PM-21",),
    ),
    Rule(
        "buyer-door-section-75",
        section_75_fits & ~sure(early),
        Door(
            Way.PAYMENT,
            "Your card company, by law",
            "buyer",
            "For an item of this price it is liable with the shop (section 75), also when the days for a chargeback "
            "are over. While those run, you can ask your bank for that as well.",
            needs=("order-number", "messages", "value-proof"),
        ),
        ("LW-29", "LW-32"),
    ),
    Rule(
        "buyer-door-card-nothing-came",
        by_card_nothing,
        Door(
            Way.PAYMENT,
            "Your bank's chargeback",
            "buyer",
            "Others say: 120 days after the last day it was expected; banks can set less. On a marketplace ask there "
            "first: this often ends the case there.",
            "card_nothing_came",
            ("order-number", "messages", "tracking-record"),
            (Way.PLATFORM,),
        ),
        ("PM-19", "PM-31"),
    ),
    Rule(
        "buyer-door-card-part-missing",
        paid_by_card & still_open_here & something_lost,
        Door(
            Way.PAYMENT,
            "Your bank's chargeback",
            "buyer",
            "Others say: 120 days, for the part that did not come; banks can set less. On a marketplace ask there "
            "first: this often ends the case there.",
            "card_not_right",
            ("order-number", "messages", "group-photo"),
            (Way.PLATFORM,),
        ),
        ("PM-19", "PM-20", "PM-31"),
    ),
    Rule(
        "buyer-door-card-refund",
        by_card_refund & still_open_here,
        Door(
            Way.PAYMENT,
            "Your bank's chargeback",
            "buyer",
            "For a refund that is due and does not come: others say 120 days from the return. Banks can set less.",
            "card_refund_missing",
            ("order-number", "messages", "tracking-record"),
            (Way.PLATFORM,),
        ),
        ("PM-25", "PM-31"),
    ),
    Rule(
        "buyer-door-card-return",
        paid_by_card & still_open_here & on_the_way_back,
        Door(
            Way.PAYMENT,
            "Your bank's chargeback",
            "buyer",
            "For a refund that was promised or is due and does not come: others say 120 days from the promise or the "
            "return. Ask the bank for its own last day.",
            needs=("order-number", "messages", "tracking-record"),
            shuts=(Way.PLATFORM,),
        ),
        ("PM-25", "PM-31"),
    ),
    Rule(
        "buyer-door-card-not-right",
        paid_by_card & still_open_here & ~not_received & ~sure(customs_has_it | on_the_way_back | cancelled_on_ebay),
        Door(
            Way.PAYMENT,
            "Your bank's chargeback",
            "buyer",
            "Others say: 120 days after it came, and only once you tried to send it back; banks can set less. On a "
            "marketplace ask there first: this often ends the case there.",
            "card_not_right",
            ("order-number", "messages", "item-photos"),
            (Way.PLATFORM,),
        ),
        ("PM-23", "PM-24", "PM-31"),
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
    Rule(
        "buyer-card-clock-nothing",
        by_card_nothing & untouched,
        Clock(
            "Ask the bank for a chargeback",
            "card_nothing_came",
            "The card network's time is over. Ask the bank all the same.",
            act="card",
        ),
        ("PM-19",),
    ),
    Rule(
        "buyer-card-clock",
        by_card_not_right & untouched,
        Clock(
            "Ask the bank for a chargeback",
            "card_not_right",
            "The card network's time is over. Ask the bank all the same.",
            act="card",
        ),
        ("PM-23",),
    ),
    Rule(
        "buyer-card-clock-refund",
        by_card_refund & untouched,
        Clock(
            "Ask the bank for a chargeback (others say: 120 days from the return)",
            "card_refund_missing",
            "The longest time that we know of is over. Ask the bank all the same.",
            act="card",
        ),
        ("PM-25",),
    ),
    Rule(
        "buyer-billing-error-clock",
        billing_error_fits,
        Clock(
            "Send the card company a letter about a billing error",
            "billing_error",
            "Counted from the day you paid, the time is over. Look at the first statement that shows the payment.",
        ),
        ("LW-01",),
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
    sending("buyer-send-paypal-case", now & paypal_open, "buyer-paypal-case", Way.PAYMENT),
    sending("buyer-send-chargeback", now & card_open & ~sure(section_75_fits), "buyer-chargeback", Way.PAYMENT),
    sending("buyer-send-section-75", now & section_75_fits & untouched, "buyer-section-75", Way.PAYMENT),
)
