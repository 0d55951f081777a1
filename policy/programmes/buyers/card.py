"""Every buyer who paid by card: the chargeback, and what the law adds to it."""

from typing import Final

from policy.cases.derived import section_75
from policy.facts import buyer_country, customs, paid_with, payment_case, problem, programme
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Clock, Door, DoorState, Headline, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import billing_error, card_refund_missing
from policy.programmes.buyers.payment_scope import (
    by_card_not_right,
    by_card_nothing,
    by_card_refund,
    by_card_return,
    card_open,
    closed,
    credit,
    payment_is_next,
    section_75_due,
    section_75_fits,
    still_open_here,
    untouched,
)
from policy.programmes.buyers.scope import (
    buying,
    came_after_all,
    customs_has_it,
    early,
    not_agreed,
    not_received,
    on_marketplace,
    on_the_way_back,
    paid_by_card,
    something_lost,
    won,
)
from policy.programmes.marketplaces import case_over
from policy.programmes.scope import platform_runs

at_customs: Final[Condition] = paid_by_card & customs_has_it
billing_error_fits: Final[Condition] = (
    credit
    & (buyer_country == "us")
    & (problem.is_in("not-received", "wrong-item", "missing-item", "empty-package") | (customs == "seized"))
)
# It says itself what is for a chargeback there.
cancelled_on_ebay: Final[Condition] = (programme == "ebay") & (problem == "cancelled-after-shipment")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "buyer-headline-card-refund-early",
        payment_is_next & by_card_refund & untouched & (card_refund_missing == "early"),
        Headline("Set the seller a last day in writing now. Fifteen days after it came back your bank can act."),
        ("PM-25",),
    ),
    Rule(
        "buyer-headline-section-75",
        payment_is_next & section_75_due,
        Headline(
            "Write to your card company now: by law it is liable with the shop for an item of this price.",
            through=Way.PAYMENT,
        ),
        ("LW-29",),
    ),
    Rule(
        "buyer-headline-card-now",
        payment_is_next & card_open,
        Headline("Talking has not helped: ask your bank for a chargeback now, with your proof.", through=Way.PAYMENT),
        ("PM-31",),
    ),
    Rule(
        "buyer-claims-section-75",
        payment_is_next & section_75_due,
        Step("Claim in writing from the card company, and name the law: section 75.", through=Way.PAYMENT),
        ("LW-29", "LW-32"),
    ),
    Rule(
        "buyer-asks-for-a-chargeback",
        payment_is_next & by_card_nothing & card_open,
        Step(
            "Ask the bank for a chargeback. Say that you tried to settle it, and how.",
            by="buyer-card-clock-nothing",
            through=Way.PAYMENT,
        ),
        ("PM-31", "PM-20"),
    ),
    Rule(
        "buyer-asks-for-a-chargeback-not-right",
        payment_is_next & by_card_not_right & card_open,
        Step(
            "Ask the bank for a chargeback. Say that you tried to settle it, and how.",
            by="buyer-card-clock",
            through=Way.PAYMENT,
        ),
        ("PM-31", "PM-20"),
    ),
    Rule(
        "buyer-asks-for-a-chargeback-refund",
        payment_is_next & by_card_return & card_open,
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
        payment_is_next & by_card_refund & untouched & (card_refund_missing == "early"),
        Step("If no money came by then, ask the bank for a chargeback.", after="card_refund_missing"),
        ("PM-25",),
    ),
    Rule(
        "buyer-writes-the-billing-error-letter",
        # On a marketplace a case with the card company would end the one there.
        billing_error_fits
        & (~on_marketplace | closed | case_over | payment_case.is_in("open", "claim", "closed", "decided-for-seller"))
        & ~sure((billing_error == "over") | early | platform_runs | won | came_after_all)
        & not_agreed,
        Step(
            "Send the card company a letter to its address for billing errors as well: a "
            "phone call "
            "does not keep that right.",
            by="buyer-billing-error-clock",
        ),
        ("LW-01",),
    ),
    Rule(
        "buyer-tries-to-send-it-back-first",
        by_card_not_right & payment_is_next & card_open & problem.is_in("damaged", "wrong-item", "not-as-described"),
        Step("Offer to send it back, and keep the message: a chargeback needs that you tried."),
        ("PM-24",),
    ),
    Rule(
        "buyer-bank-can-be-shorter",
        card_open & payment_is_next,
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
    sending(
        "buyer-send-chargeback", payment_is_next & card_open & ~sure(section_75_fits), "buyer-chargeback", Way.PAYMENT
    ),
    sending("buyer-send-section-75", payment_is_next & section_75_due, "buyer-section-75", Way.PAYMENT),
)
