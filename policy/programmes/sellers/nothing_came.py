"""Sellers anywhere: the buyer says that nothing came, or that it is late."""

from typing import Final

from policy.facts import carrier_claim, evidence, handed_over, left_with, looked_around, return_reason, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import (
    Action,
    Avoid,
    Door,
    Grade,
    Headline,
    Proof,
    Remedy,
    Step,
    Strength,
    Way,
)
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.scope import carrier_asked
from policy.programmes.sellers.carrier import claim_is_early, claim_is_open, may_claim, states_days
from policy.programmes.sellers.scope import (
    free_to_talk,
    gone_quiet,
    moving,
    not_due,
    nothing_came,
    says_delivered,
    undecided,
)

on_its_way_back: Final[Condition] = nothing_came & (tracking == "returned")
carrier_has_spoken: Final[Condition] = carrier_claim.is_in("paid", "refused")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "seller-headline-still-here",
        nothing_came & (handed_over == "no") & free_to_talk,
        Headline("The carrier does not have it yet: hand it over today, or tell the buyer that you cannot send it."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-not-due",
        nothing_came & moving & not_due & free_to_talk,
        Headline("It is not late yet: send the tracking and the latest day of delivery, and pay nothing."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-delivered",
        says_delivered & free_to_talk,
        Headline(
            "The tracking says delivered: ask the buyer to look around, ask the carrier where it was left, and pay "
            "nothing yet."
        ),
        ("DH-01", "DH-11"),
    ),
    Rule(
        "seller-headline-on-its-way-back",
        on_its_way_back & free_to_talk,
        Headline("It is coming back: find out why, and send it again or refund it once it is with you."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-waits-for-collection",
        nothing_came & (tracking == "waiting-for-collection") & free_to_talk,
        Headline("It waits to be collected: tell the buyer where, and until which day the carrier keeps it."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-carrier-paid",
        nothing_came & (carrier_claim == "paid") & free_to_talk,
        Headline("The carrier has paid for the loss: now refund the buyer or send it again, as you agree."),
        ("CA-28",),
    ),
    Rule(
        "seller-headline-carrier-searches",
        nothing_came & (carrier_claim == "open") & free_to_talk,
        Headline("The carrier is looking into it: tell the buyer so, with the number of your claim, and write again."),
        ("CA-28",),
    ),
    Rule(
        "seller-headline-claim",
        nothing_came & gone_quiet & may_claim & free_to_talk,
        Headline(
            "Make the claim for the loss with the carrier today, and tell the buyer that you did.", through=Way.CARRIER
        ),
        ("CA-28", "DH-06"),
    ),
    Rule(
        "seller-headline-gone-quiet-early",
        nothing_came & gone_quiet & claim_is_early & free_to_talk,
        Headline("Tell the buyer that it is late, and make the claim with the carrier as soon as it takes one."),
        ("CA-28", "DH-06"),
    ),
    Rule(
        "seller-headline-gone-quiet",
        nothing_came & gone_quiet & ~sure(states_days("lost")) & ~sure(carrier_asked) & free_to_talk,
        Headline("Ask the carrier to search for it today, and tell the buyer that you did.", through=Way.CARRIER),
        ("CA-28", "DH-06"),
    ),
    Rule(
        "seller-headline-claim-in-time",
        nothing_came & gone_quiet & claim_is_open & free_to_talk,
        Headline("Ask the carrier to search today, claim in time if it is covered, and tell the buyer that you did."),
        ("CA-28", "DH-06"),
    ),
    Rule(
        "seller-headline-no-claim-left",
        nothing_came & gone_quiet & free_to_talk,
        Headline("Ask the carrier what it can still do, and tell the buyer what it says and when you write again."),
        ("CA-28",),
    ),
    Rule(
        "seller-headline-look-it-up",
        nothing_came & free_to_talk,
        Headline("First look up where the parcel is: that decides what you do next."),
        ("SR-70",),
    ),
    Rule(
        "seller-looks-up-the-tracking",
        nothing_came & ~tracking.is_given,
        Step("Look up the tracking, and write down its last line and its day."),
        ("SR-70",),
    ),
    Rule(
        "seller-hands-it-over",
        nothing_came & (handed_over == "no"),
        Step("Hand it to the carrier today and keep the receipt, or cancel the order if you cannot send it."),
        ("SR-70",),
    ),
    Rule(
        "seller-tells-the-latest-day",
        nothing_came & moving & not_due & free_to_talk,
        Step("Send the tracking, and say by which day it should come. If it has not come by then, you act."),
        ("SR-70",),
    ),
    Rule(
        "seller-asks-to-look-around",
        says_delivered & ~sure(looked_around == "yes") & free_to_talk,
        Step(
            "Ask the buyer to look around: everybody at home, neighbours, safe places, a reception, and whether the "
            "address of the order is right."
        ),
        ("DH-01",),
    ),
    Rule(
        "seller-asks-where-it-was-left",
        says_delivered & ~sure(carrier_asked),
        Step(
            "Ask the carrier for its proof of delivery: the full address, the place, the photo and the signature.",
        ),
        ("DH-11", "DH-12"),
    ),
    Rule(
        "seller-asks-for-a-search",
        nothing_came & gone_quiet & ~sure(carrier_asked) & ~sure(states_days("lost")),
        Step(
            "Ask the carrier to search for it, and make the claim for the loss: it is the sender's to make. Look up "
            "today until which day it can be made.",
            through=Way.CARRIER,
        ),
        ("CA-28", "DH-06"),
    ),
    Rule(
        "seller-tells-where-it-waits",
        nothing_came & (tracking == "waiting-for-collection") & free_to_talk,
        Step("Tell the buyer where it waits, until which day, and what is needed to collect it."),
        ("SR-70",),
    ),
    Rule(
        "seller-finds-out-why-it-returns",
        on_its_way_back & ~return_reason.is_given,
        Step("Ask the carrier why it comes back: the address, not collected, refused, or customs."),
        ("SR-70",),
    ),
    Rule(
        "seller-gets-the-address-right",
        on_its_way_back & (return_reason == "address") & free_to_talk,
        Step(
            "Ask for the right and full address, compare it with the label, and settle who pays for sending it again: "
            "whoever made the mistake."
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-asks-how-it-can-be-collected",
        on_its_way_back & (return_reason == "not-collected") & free_to_talk,
        Step("Ask whether the buyer wants it again, and where and when it can be taken in."),
        ("SR-70",),
    ),
    Rule(
        "seller-asks-why-it-was-refused",
        on_its_way_back & (return_reason == "refused") & free_to_talk,
        Step("Ask whether the buyer refused it, and why: an order that is not wanted is a return, not a loss."),
        ("SR-70",),
    ),
    Rule(
        "seller-waits-until-it-is-back",
        on_its_way_back,
        Step("When it is back, open it, take photos, and then send it again or refund it, as you agreed."),
        ("SR-70",),
    ),
    Rule(
        "seller-passes-on-what-the-carrier-paid",
        nothing_came & (carrier_claim == "paid") & free_to_talk,
        Step("Tell the buyer that it is lost, and ask: the money back, or another one?"),
        ("CA-28",),
    ),
    Rule(
        "seller-nothing-before-it-is-found",
        nothing_came & ~sure(carrier_has_spoken) & ~sure(handed_over == "no") & undecided,
        Avoid("Do not refund or send another one before you know where the parcel is.", (Action.REFUND, Action.RESHIP)),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-tracking",
        nothing_came,
        Proof("tracking-record", "The tracking history, as it stands today."),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-of-delivery",
        says_delivered,
        Proof("delivery-photo", "The carrier's photo of the delivery.", needed=False),
        ("DH-12",),
    ),
    Rule(
        "seller-proof-of-signature",
        says_delivered,
        Proof("delivery-signature", "The signature at delivery, where there is one.", needed=False),
        ("DH-11",),
    ),
    Rule(
        "seller-proof-of-posting",
        nothing_came & ~sure(handed_over == "no"),
        Proof("waybill-photo", "The receipt or the label from when you sent it."),
        ("CA-04",),
    ),
    Rule(
        "seller-proof-shows-the-place",
        says_delivered & evidence.has("tracking-record") & evidence.has_one_of("delivery-photo", "delivery-signature"),
        Grade(Strength.STRONG, "The tracking shows that it was delivered, and the carrier shows where or to whom."),
        ("DH-11", "DH-12"),
    ),
    Rule(
        "seller-proof-shows-delivery",
        says_delivered & evidence.has("tracking-record"),
        Grade(
            Strength.FAIR,
            "The tracking shows that it was delivered. The full address, a photo or a signature would carry further.",
        ),
        ("PM-26", "DH-11"),
    ),
    Rule(
        "seller-fair-not-due",
        nothing_came & not_due & ~sure(tracking.is_in("returned", "delivered")) & undecided,
        Remedy("It is not late yet, so there is nothing to offer but the tracking and the latest day."),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-when-nothing-came",
        nothing_came & ~sure(not_due) & undecided,
        Remedy(
            "Once it is clear that it is lost, the money back or another one is fair. Once it is back with you, "
            "sending it again or the money back."
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-door-carrier-delivered",
        says_delivered,
        Door(
            Way.CARRIER,
            "The carrier's proof of delivery",
            "seller",
            "You sent it, so the carrier tells you the place, the photo and the signature. A claim is for a parcel "
            "that is lost.",
            needs=("waybill-photo", "tracking-record"),
        ),
        ("DH-11", "CA-28"),
    ),
    Rule(
        "seller-door-carrier-late",
        nothing_came & moving,
        Door(
            Way.CARRIER,
            "A search and a claim with the carrier",
            "seller",
            "You sent it, so the claim is yours to make. How long it can be made differs: look it up with the carrier.",
            period="due",
            needs=("waybill-photo", "tracking-record", "value-proof"),
        ),
        ("CA-28", "DH-06"),
    ),
    Rule(
        "seller-door-carrier-lost",
        nothing_came & ~sure(handed_over == "no"),
        Door(
            Way.CARRIER,
            "A search and a claim with the carrier",
            "seller",
            "You sent it, so the claim is yours to make. How long it can be made differs: look it up with the carrier.",
            needs=("waybill-photo", "tracking-record", "value-proof"),
        ),
        ("CA-28", "DH-06"),
    ),
    sending(
        "seller-send-delivered-not-here",
        says_delivered & free_to_talk,
        "seller-delivered-not-here",
        words=left_with.is_given,
    ),
    sending("seller-send-on-its-way-back", on_its_way_back & free_to_talk, "seller-on-its-way-back"),
)
