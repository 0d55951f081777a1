"""eBay, for buyers: where it was paid. That way ends the one on eBay, so it leads only once eBay's is closed."""

from typing import Final, NamedTuple

from policy.facts import defect_kind, paid_with, payment_case, reply, return_state
from policy.language.conditions import ALWAYS, Condition, sure
from policy.language.outcomes import Door, DoorState, Headline, Rung, Step, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import (
    card_not_right,
    card_nothing_came,
    card_refund_missing,
    ebay_appeal,
    ebay_refund_step_in,
    ebay_report,
    ebay_return,
    ebay_step_in,
    pay_later_dispute,
    paypal_dispute,
)
from policy.programmes.buyers.payment_scope import a_way_is_open, payment_is_next
from policy.programmes.ebay.scope import (
    buying_here,
    came_after_all,
    for_seller,
    no_payment_case,
    not_agreed,
    nothing_used,
    on_the_way_back,
    reported_missing,
    request_closed,
    request_open,
    returnable,
)
from policy.programmes.scope import card, kept, parcel_came, paypal, something_lost

EITHER: Final = "Using it ends the case on eBay, so it is for later, or instead."

refund_is_late: Final[Condition] = (
    on_the_way_back & (return_state == "refund-missing") & (ebay_refund_step_in == "over")
)
ebay_is_closed: Final[Condition] = (
    buying_here
    & no_payment_case
    & ~sure(came_after_all)
    & ~sure(kept)
    & (
        (nothing_used & reported_missing & (ebay_report == "over"))
        | (nothing_used & (returnable | on_the_way_back) & (ebay_return == "over"))
        | (request_open & ~sure(on_the_way_back) & (ebay_step_in == "over"))
        | (request_open & refund_is_late)
        | request_closed
        | (for_seller & (ebay_appeal == "over"))
    )
)
# Public holidays are not left out here, so eBay's own last day may come later: that is safe for “do it by”, and not for
# “closed”.
may_still_step_in: Final[Condition] = (
    ebay_is_closed & request_open & ((~sure(on_the_way_back) & (ebay_step_in == "over")) | refund_is_late)
)
# What every buyer shares says the rest, once talking has failed and a day for the marketplace has passed.
alone: Final[Condition] = ebay_is_closed & ~sure(payment_is_next)
not_said: Final[Condition] = ebay_is_closed & ~sure(payment_is_next & a_way_is_open) & ~sure(may_still_step_in)
nothing_to_keep: Final[Condition] = reported_missing
by_card_nothing: Final[Condition] = card & nothing_to_keep
by_card_part: Final[Condition] = card & something_lost
by_card_fake: Final[Condition] = card & parcel_came & ~sure(something_lost) & (defect_kind == "counterfeit")
refund_is_due: Final[Condition] = on_the_way_back & (return_state == "refund-missing")
return_is_gone: Final[Condition] = on_the_way_back & return_state.is_in("lost", "differs")
by_card_refund: Final[Condition] = card & refund_is_due
by_card_return: Final[Condition] = card & return_is_gone
by_card_wrong: Final[Condition] = card & ~sure(
    nothing_to_keep | refund_is_due | return_is_gone | something_lost | (parcel_came & (defect_kind == "counterfeit"))
)
pay_later: Final[Condition] = paid_with == "pay-later"
no_way_there: Final[Condition] = paid_with.is_in("bank-transfer", "platform-balance", "cash-or-crypto")


class _Way(NamedTuple):
    """A way to the money where it was paid: when there is one, its name, its days, and what to do there."""

    id: str
    when: Condition
    running: Condition
    name: str
    why: str
    period: str
    headline: str
    step: str
    cites: tuple[str, ...]
    clock: str
    message: str = ""
    needs: tuple[str, ...] = ()


_WAYS: Final = (
    _Way(
        "paypal",
        paypal,
        ~sure(paypal_dispute == "over"),
        "A case with PayPal",
        "It starts as a talk: turn it into a claim within 20 days of opening it, or it ends for good. Then "
        "PayPal looks at it itself.",
        "paypal_dispute",
        "eBay's way is closed. Open a case with PayPal now: that way is still open.",
        "Open a case with PayPal: say what happened and add the messages. If the seller does nothing, turn it into a "
        "claim within 20 days, or it ends for good.",
        ("W-PP-01", "W-PP-02"),
        "buyer-paypal-dispute-clock",
        "buyer-paypal-case",
        ("messages",),
    ),
    _Way(
        "card-nothing",
        by_card_nothing,
        ~sure(card_nothing_came.is_in("over", "early")),
        "A chargeback with your bank",
        "The bank asks for the money back because nothing came. It may have shorter days of its own.",
        "card_nothing_came",
        "eBay's way is closed. Ask your bank for a chargeback now, because nothing came.",
        "Ask the bank of your card for a chargeback because nothing came, and for its last day. Add your messages.",
        ("PM-19", "PM-20", "PM-31"),
        "buyer-card-clock-nothing",
        "buyer-chargeback",
        ("messages", "tracking-record"),
    ),
    _Way(
        "card-refund",
        by_card_refund,
        ~sure(card_refund_missing.is_in("over", "early")),
        "A chargeback with your bank",
        "The bank asks for the refund that is due and did not come. Others say: 120 days from the return.",
        "card_refund_missing",
        "eBay's way is closed. Ask your bank for a chargeback now, because the refund did not come.",
        "Ask the bank of your card for a chargeback because the refund did not come. Add the proof of the return.",
        ("PM-25", "PM-31"),
        "buyer-card-clock-refund",
        "buyer-chargeback",
        ("messages", "tracking-record"),
    ),
    _Way(
        "card-return",
        by_card_return,
        ALWAYS,
        "A chargeback with your bank",
        "The bank asks for the refund that the return was for. Ask it for its own last day.",
        "",
        "eBay's way is closed. Ask your bank for a chargeback now, and show that you sent it back.",
        "Ask the bank of your card for a chargeback, because you sent it back and were not paid. Add the receipt.",
        ("PM-25", "PM-31"),
        "",
        "buyer-chargeback",
        ("messages", "tracking-record"),
    ),
    _Way(
        "card-part",
        by_card_part,
        ~sure(card_not_right == "over"),
        "A chargeback with your bank",
        "The bank asks for the price of what did not come: nothing has to go back. It may have shorter days.",
        "card_not_right",
        "eBay's way is closed. Ask your bank for a chargeback now, for what did not come.",
        "Ask the bank of your card for a chargeback for what did not come, and for its last day. Add your messages.",
        ("PM-19", "PM-20", "PM-31"),
        "buyer-card-clock",
        "buyer-chargeback",
        ("messages", "group-photo"),
    ),
    _Way(
        "card-fake",
        by_card_fake,
        ~sure(card_not_right == "over"),
        "A chargeback with your bank",
        "The bank asks for the money back. Ask it first whether a fake has to go back. It may have shorter days.",
        "card_not_right",
        "eBay's way is closed. Ask your bank for a chargeback now, and ask it what to do with the fake.",
        "Ask the bank of your card for a chargeback, for its last day, and whether a fake has to go back.",
        ("PM-23", "PM-31"),
        "buyer-card-clock",
        "buyer-chargeback",
        ("messages", "item-photos"),
    ),
    _Way(
        "card-wrong",
        by_card_wrong,
        ~sure(card_not_right == "over"),
        "A chargeback with your bank",
        "The bank asks for the money back. First you must have sent it back, or tried to. It may have shorter days.",
        "card_not_right",
        "eBay's way is closed. Ask your bank for a chargeback now; first offer the seller in writing to send it back.",
        "Ask the bank of your card for a chargeback, and for its last day. Add the message that offers to send "
        "it back.",
        ("PM-23", "PM-24", "PM-31"),
        "buyer-card-clock",
        "buyer-chargeback",
        ("messages", "item-photos"),
    ),
    _Way(
        "pay-later",
        pay_later,
        ~sure(pay_later_dispute == "over"),
        "A dispute with the pay-later service",
        "Payments pause while the service looks at it.",
        "pay_later_dispute",
        "eBay's way is closed. Report it in the app of the pay-later service now.",
        "Report the problem in the app of the pay-later service: the payments pause.",
        ("PM-44", "PM-49"),
        "buyer-pay-later-clock",
        "",
        ("messages",),
    ),
)


def _rules_of(way: _Way) -> tuple[Rule, ...]:
    cites = (*way.cites, "PM-38")
    return (
        Rule(
            f"eb-buyer-headline-pay-{way.id}",
            ebay_is_closed & way.when & way.running,
            Headline(way.headline, through=Way.PAYMENT),
            cites,
        ),
        Rule(
            f"eb-buyer-goes-to-{way.id}",
            not_said & way.when & way.running & not_agreed,
            Step(way.step, by=way.clock, through=Way.PAYMENT),
            cites,
        ),
        Rule(
            f"eb-buyer-door-{way.id}-only",
            ebay_is_closed & ~sure(may_still_step_in) & way.when,
            Door(Way.PAYMENT, way.name, "buyer", f"{way.why} eBay's own way is closed.", way.period, way.needs),
            cites,
        ),
        Rule(
            f"eb-buyer-door-{way.id}",
            buying_here & way.when & no_payment_case & ~sure(came_after_all) & ~sure(kept),
            Door(
                Way.PAYMENT,
                way.name,
                "buyer",
                f"{way.why} {EITHER}",
                way.period,
                way.needs,
                (Way.PLATFORM, Way.APPEAL),
            ),
            cites,
        ),
    )


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-buyer-headline-may-still-step-in",
        may_still_step_in,
        Headline("Ask eBay today whether it still steps in. Only after its no, use the way that you paid."),
        ("W-EB-03", "EBX-08"),
    ),
    Rule(
        "eb-buyer-asks-whether-it-steps-in",
        may_still_step_in & not_agreed,
        Step(
            "Ask eBay today whether it still steps in: its last day can be later than ours, which leaves out no public "
            "holidays. A case with PayPal or the bank ends this way."
        ),
        ("W-EB-03", "EBX-08", "EBX-21"),
    ),
    sending(
        "eb-buyer-send-late-refund-step-in",
        may_still_step_in & refund_is_late & not_agreed,
        "eb-buyer-refund-missing",
        Way.PLATFORM,
    ),
    sending(
        "eb-buyer-send-late-step-in", may_still_step_in & ~refund_is_late & not_agreed, "eb-buyer-step-in", Way.PLATFORM
    ),
    *(rule for way in _WAYS for rule in _rules_of(way)),
    *(
        sending(f"eb-buyer-send-{way.id}", not_said & way.when & way.running & not_agreed, way.message, Way.PAYMENT)
        for way in _WAYS
        if way.message
    ),
    Rule(
        "eb-buyer-headline-card-refund-early",
        ebay_is_closed & by_card_refund & (card_refund_missing == "early"),
        Headline(
            "eBay's way is closed. Set the seller a last day in writing now: fifteen days after it came back your bank "
            "can act."
        ),
        ("PM-25", "EBX-27"),
    ),
    Rule(
        "eb-buyer-goes-to-card-refund-later",
        alone & by_card_refund & (card_refund_missing == "early") & not_agreed,
        Step("If no money came by then, ask the bank for a chargeback.", after="card_refund_missing"),
        ("PM-25",),
    ),
    Rule(
        "eb-buyer-headline-pay-unknown",
        ebay_is_closed & ~paid_with.is_given,
        Headline(
            "eBay's way is closed. How it was paid decides what is still open: PayPal and cards have a way of "
            "their own."
        ),
        ("PM-38", "W-PP-01", "PM-19"),
    ),
    Rule(
        "eb-buyer-headline-nothing-left",
        ebay_is_closed,
        Headline("eBay's way is closed, and the payment has none: write to the seller once more, with a last day."),
        ("EBX-27", "W-EB-01", "EBX-04"),
    ),
    Rule(
        "eb-buyer-looks-how-it-was-paid",
        ebay_is_closed & ~paid_with.is_given & not_agreed,
        Step("Look up how you paid: PayPal, a card or a pay-later service may still help you."),
        ("W-PP-01", "PM-19", "PM-49"),
    ),
    Rule(
        "eb-buyer-writes-a-last-time",
        alone & not_agreed & ~sure(reply == "refused") & ~sure(may_still_step_in),
        Step(
            "Write to the seller once more: what was promised, what the tracking shows, and a day by which you "
            "expect it."
        ),
        ("PM-20", "PM-24"),
    ),
    Rule(
        "eb-buyer-rung-payment",
        ebay_is_closed & ~sure(no_way_there),
        Rung(None, "The way that you paid.", "Nothing more on eBay.", "Its days are over."),
        ("PM-38", "EBX-27"),
    ),
    Rule(
        "eb-buyer-door-no-payment",
        buying_here & no_way_there & ~sure(came_after_all) & ~sure(kept),
        Door(
            Way.PAYMENT,
            "A way where it was paid",
            "buyer",
            "A transfer, a balance and cash have no case of their own. eBay's is the one that you have.",
            state=DoorState.NONE,
        ),
        ("PM-13", "PM-53"),
    ),
    Rule(
        "eb-buyer-door-payment-not-known",
        buying_here & ~paid_with.is_given & no_payment_case & ~sure(came_after_all) & ~sure(kept),
        Door(
            Way.PAYMENT,
            "A way where it was paid",
            "buyer",
            f"How it was paid decides whether there is one. {EITHER}",
            shuts=(Way.PLATFORM, Way.APPEAL),
            state=DoorState.NOT_KNOWN,
            asks="paid_with",
        ),
        ("PM-38", "EBX-21"),
    ),
    Rule(
        "eb-buyer-door-payment-used",
        buying_here
        & ~sure(came_after_all)
        & ~sure(kept)
        & ~sure(no_payment_case)
        & ~sure(paypal & (payment_case == "open")),
        Door(
            Way.PAYMENT,
            "Your case where it was paid",
            "buyer",
            "PayPal or the bank decides. eBay has closed its own case.",
            shuts=(Way.PLATFORM, Way.APPEAL),
        ),
        ("PM-38", "EBX-21"),
    ),
)
