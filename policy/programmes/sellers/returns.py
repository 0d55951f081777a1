"""Sellers anywhere: the way back goes wrong, the order was cancelled on its way, or it came after all."""

from typing import Final

from policy.facts import handed_over, return_state
from policy.language.conditions import sure
from policy.language.outcomes import Action, Avoid, Door, Headline, Proof, Remedy, Step, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.scope import carrier_asked
from policy.programmes.sellers.scope import (
    came_after_all,
    cancelled,
    free_to_talk,
    returning,
    undecided,
    unspoken,
    won_for_good,
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "seller-headline-return-differs",
        returning & (return_state == "differs") & free_to_talk,
        Headline(
            "Take photos of what came back and of its box now, and write what differs before you refund anything."
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-return-unpaid",
        returning & (return_state == "refund-missing") & free_to_talk,
        Headline("It is back with you: check it today, and refund what was agreed."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-return-lost",
        returning & (return_state == "lost") & free_to_talk,
        Headline("Find out who bought the label for the way back: that one asks the carrier, and refund nothing yet."),
        ("CA-28",),
    ),
    Rule(
        "seller-headline-return-on-its-way",
        returning & (return_state == "sent") & free_to_talk,
        Headline("It is on its way back: follow the tracking, and refund once it is with you and checked."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-not-sent-back",
        returning & (return_state == "not-sent-back") & free_to_talk,
        Headline("Name a day and an address for the return, and refund once it is with you."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-return",
        returning & free_to_talk,
        Headline("First find out where the return is: that decides what you do next."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-came-after-all",
        came_after_all & free_to_talk,
        Headline("Ask the buyer to pay for what came after all, or to send it back at your cost: nobody did wrong."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-cancelled-still-here",
        cancelled & (handed_over == "no") & free_to_talk,
        Headline("The parcel is still with you: keep it, and refund the order."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-cancelled-on-its-way",
        cancelled & free_to_talk,
        Headline("Find out whether the carrier has it: what is on its way comes back first, then the money goes back."),
        ("SR-70",),
    ),
    Rule(
        "seller-photographs-the-return",
        returning & (return_state == "differs"),
        Step(
            "Take photos of the box, the label, what was in it, and the serial number, beside those from when you "
            "sent it."
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-says-what-differs",
        returning & (return_state == "differs") & free_to_talk,
        Step("Write to the buyer what differs, calmly and with the photos, and ask how it came about."),
        ("SR-70",),
    ),
    Rule(
        "seller-checks-the-return",
        returning & (return_state == "refund-missing"),
        Step("Open it, take photos, and compare it with what you sent."),
        ("SR-70",),
    ),
    Rule(
        "seller-pays-back-the-return",
        returning & (return_state == "refund-missing") & undecided,
        Step(
            "If it is what you sent, pay back what was agreed, the way that it was paid, and send the proof.",
            by="seller-uk-refund-clock",
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-asks-who-bought-the-label",
        returning & (return_state == "lost"),
        Step("Ask for the receipt and the tracking of the way back. Whoever bought that label makes the claim."),
        ("CA-28",),
    ),
    Rule(
        "seller-claims-for-the-lost-return",
        returning & (return_state == "lost") & ~sure(carrier_asked),
        Step(
            "If it was your label, make the claim with the carrier. Look up today until which day it can be made.",
            through=Way.CARRIER,
        ),
        ("CA-28",),
    ),
    Rule(
        "seller-names-a-day-for-the-return",
        returning & (return_state == "not-sent-back") & free_to_talk,
        Step("Write to which address it goes, by which day, and who pays for the way back. Ask for a tracked parcel."),
        ("SR-70",),
    ),
    Rule(
        "seller-follows-the-return",
        returning & (return_state == "sent"),
        Step("Follow the tracking of the way back, so that you can open and check it on the day it comes."),
        ("SR-70",),
    ),
    Rule(
        "seller-finds-out-where-the-return-is",
        returning & ~return_state.is_given,
        Step("Look up the tracking of the way back, or ask the buyer for it."),
        ("SR-70",),
    ),
    Rule(
        "seller-asks-to-pay-again",
        came_after_all & free_to_talk,
        Step(
            "Ask which the buyer wants: to keep it and pay for it, or to send it back with a label that you pay. Leave "
            "time to answer."
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-tells-the-carrier-it-came",
        came_after_all & sure(carrier_asked),
        Step("Tell the carrier or the insurance that it was found: what they paid for a loss they can ask back."),
        ("SR-70",),
    ),
    Rule(
        "seller-finds-out-the-hand-over",
        cancelled & ~handed_over.is_given,
        Step("Find out whether the carrier already took it. A label that was printed is not a hand-over."),
        ("SR-70",),
    ),
    Rule(
        "seller-keeps-what-was-not-sent",
        cancelled & (handed_over == "no") & free_to_talk,
        Step("Do not hand the parcel over any more, and tell the buyer that it stays with you."),
        ("SR-70",),
    ),
    Rule(
        "seller-tells-that-it-travels",
        cancelled & (handed_over == "yes") & free_to_talk,
        Step(
            "Tell the buyer that it is on its way, and how it comes back: refused at the door, or sent back when it "
            "came."
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-refunds-nothing-before-the-return",
        unspoken("return", until=won_for_good) & ~sure(return_state == "refund-missing"),
        Avoid(
            "Do not refund before the return is with you and checked, unless whoever decides tells you to.",
            (Action.REFUND,),
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-takes-nothing-by-itself",
        unspoken("came-after-all", until=won_for_good),
        Avoid("Do not take money from the buyer on your own, and do not accuse: ask.", (Action.ACCUSE,)),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-return-photos",
        returning & return_state.is_in("differs", "refund-missing"),
        Proof("item-photos", "Your photos of what came back."),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-return-box",
        returning & return_state.is_in("differs", "refund-missing"),
        Proof("package-photos", "Your photos of the box that came back, with its label."),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-serial-number",
        returning & (return_state == "differs"),
        Proof("serial-number", "The serial number of what you sent, if it has one.", needed=False),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-return-tracking",
        returning & return_state.is_in("sent", "lost"),
        Proof("tracking-record", "The tracking of the way back."),
        ("SR-70",),
    ),
    Rule(
        "seller-proof-both-came",
        came_after_all,
        Proof("tracking-record", "The tracking that shows that it came, and when."),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-on-a-return",
        returning & undecided,
        Remedy("What was agreed is fair, once the item is back and is what you sent."),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-when-it-came",
        came_after_all & undecided,
        Remedy("Either the item or the money: the buyer pays again and keeps it, or sends it back at your cost."),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-when-cancelled",
        cancelled & undecided,
        Remedy(
            "The money back is fair once the parcel is with you: at once where it never left, else when it is back."
        ),
        ("SR-70",),
    ),
    Rule(
        "seller-door-carrier-return",
        returning & (return_state == "lost"),
        Door(
            Way.CARRIER,
            "A claim with the carrier of the way back",
            "seller",
            "Yours only if you bought that label; otherwise the buyer makes it. How long it can be made differs.",
            needs=("tracking-record", "value-proof"),
        ),
        ("CA-28",),
    ),
    sending(
        "seller-send-return-differs", returning & (return_state == "differs") & free_to_talk, "seller-return-differs"
    ),
    sending("seller-send-came-after-all", came_after_all & free_to_talk, "seller-came-after-all"),
    sending("seller-send-cancelled", cancelled & (handed_over == "yes") & free_to_talk, "seller-cancelled-on-its-way"),
)
