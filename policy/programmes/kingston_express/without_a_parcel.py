"""Kingston Express, for sellers: there is no parcel to look at, or another one.

Nothing came, it was cancelled on its way, customs has it, it goes back, or it came after all.

What the seller of a parcel of their own does next is the same anywhere (`policy.programmes.sellers`); here stands what
Kingston Express adds, and what holds where it dispatched the order.
"""

from typing import Final

from policy.facts import handed_over, inspection, looked_around, payment_case, problem, return_state, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Avoid, Headline, Proof, Remedy, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import due
from policy.programmes.kingston_express.scope import (
    about_a_parcel,
    dispatched,
    here,
    seller_managed,
    unanswered,
)
from policy.programmes.scope import payment_used, platform_used, settled

nothing_came: Final[Condition] = problem == "not-received"
cancelled: Final[Condition] = problem == "cancelled-after-shipment"
at_customs: Final[Condition] = problem == "customs"
going_back: Final[Condition] = problem == "return"
both_came: Final[Condition] = problem == "came-after-all"
not_reported: Final[Condition] = ~sure(platform_used) & ~sure(inspection == "pending")
open_still: Final[Condition] = not_reported & ~sure(payment_used) & ~sure(settled)
"""The customer has not reported it, gone to the bank or agreed: what the customer can do is still the next step."""


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-headline-platform-not-due",
        dispatched & nothing_came & (due == "early") & ~sure(tracking.is_in("delivered", "returned")),
        Headline(
            "It is not late yet: Kingston Express delivers it, so tell the customer the latest day, and pay nothing."
        ),
        ("KXX-13", "KXX-05"),
    ),
    Rule(
        "kx-headline-platform-brings-it-back",
        dispatched & nothing_came & (tracking == "returned"),
        Headline(
            "Kingston Express sent it, and it is coming back: ask its support why, and pay or send nothing by hand."
        ),
        ("KXX-05", "KXX-15"),
    ),
    Rule(
        "kx-headline-platform-delivers",
        dispatched & nothing_came,
        Headline(
            "Kingston Express delivers it, so its records decide: ask the customer to report it on the order's page, "
            "and "
            "pay nothing."
        ),
        ("KXX-05", "KXX-10"),
    ),
    Rule(
        "kx-headline-platform-cancelled",
        dispatched & cancelled,
        Headline("It was sent already, so it cannot be cancelled: Kingston Express says what happens with the parcel."),
        ("KXX-12", "KXX-15"),
    ),
    Rule(
        "kx-headline-platform-customs",
        dispatched & at_customs,
        Headline("Kingston Express sent it, so ask its support what customs wants, and promise nothing before that."),
        ("KX-61", "KXX-15"),
    ),
    Rule(
        "kx-headline-platform-return",
        dispatched & going_back,
        Headline(
            "The return goes to Kingston Express, which checks it: refund nothing by hand, and ask for nothing to be "
            "sent to you."
        ),
        ("KX-16", "KXX-15"),
    ),
    Rule(
        "kx-headline-platform-came-after-all",
        dispatched & both_came,
        Headline(
            "Tell Kingston Express support that it came after all: it paid or sent again, so it says what follows."
        ),
        ("KXX-15",),
    ),
    Rule(
        "kx-asks-for-a-report-of-a-loss",
        dispatched & nothing_came & ~sure(due == "early") & open_still,
        Step("Ask the customer to report it on the order's page: Kingston Express looks into the delivery."),
        ("KX-11", "KXX-10"),
    ),
    Rule(
        "kx-asks-to-look-around",
        dispatched & nothing_came & (tracking == "delivered") & ~sure(looked_around == "yes") & open_still,
        Step("Ask the customer to look around first, and to ask neighbours."),
        ("KXX-10",),
    ),
    Rule(
        "kx-asks-for-status-and-address",
        dispatched & nothing_came & ~sure(tracking.is_in("delivered", "returned")) & open_still,
        Step("Ask the customer to look at the status and the address on the order's page."),
        ("KXX-21",),
    ),
    Rule(
        "kx-asks-support-what-follows",
        here
        & (
            (dispatched & problem.is_in("cancelled-after-shipment", "customs", "return", "came-after-all"))
            | (dispatched & nothing_came & (tracking == "returned"))
            | (seller_managed & both_came)
        ),
        Step("Write to Kingston Express support with the order number and what happened, and ask what follows."),
        ("KXX-02",),
    ),
    Rule(
        "kx-asks-for-a-return-request",
        dispatched & cancelled & ~sure(settled),
        Step("Tell the customer: once it came, ask for a return on the order's page, and send it nowhere before that."),
        ("KXX-12", "KXX-09"),
    ),
    Rule(
        "kx-refund-when-it-failed-for-good",
        seller_managed & problem.is_in("not-received", "customs"),
        Step("Refund on the order's page only once the delivery has failed for good."),
        ("KXX-16",),
    ),
    Rule(
        "kx-refund-the-approved-return",
        seller_managed & going_back & (return_state == "refund-missing"),
        Step("Refund on the order's page once the return is checked, if you approved it."),
        ("KXX-16",),
    ),
    Rule(
        "kx-keep-what-shows-when-it-was-sent",
        seller_managed
        & (
            (~about_a_parcel & ~sure(cancelled & (handed_over == "no")))
            | payment_case.is_in("decided-for-buyer", "decided-for-seller", "closed")
        ),
        Step("Keep the messages, the tracking and your packing records: they show what was sent, and when."),
        ("KX-34",),
    ),
    Rule(
        "kx-nothing-before-the-delivery-failed",
        seller_managed & nothing_came,
        Avoid("Do not refund or send another one while the parcel can still come.", (Action.REFUND, Action.RESHIP)),
        ("KXX-16",),
    ),
    Rule(
        "kx-times-are-estimates",
        here & nothing_came,
        Warn("Delivery times here are estimates and no promise: late is not lost."),
        ("KXX-13",),
    ),
    Rule(
        "kx-sent-is-not-cancelled",
        here & cancelled,
        Warn("On Kingston Express an order can be cancelled only before it is sent."),
        ("KXX-12",),
    ),
    Rule(
        "kx-proof-tracking",
        here & problem.is_in("not-received", "cancelled-after-shipment", "customs"),
        Proof("tracking-record", "The tracking history, as it stands today."),
        ("KXX-06",),
    ),
    Rule(
        "kx-platform-decides-without-a-parcel",
        dispatched & problem.is_in("not-received", "cancelled-after-shipment", "customs", "return", "came-after-all"),
        Remedy("Kingston Express dispatched it, so its review says who gets what. You pay and send nothing by hand."),
        ("KXX-15",),
    ),
    sending(
        "kx-send-look-into-delivery",
        dispatched & nothing_came & unanswered & not_reported,
        "kx-not-received-reply",
        words=(tracking == "delivered") & looked_around.is_given,
    ),
    sending("kx-send-came-after-all", dispatched & both_came, "kx-came-after-all"),
)
