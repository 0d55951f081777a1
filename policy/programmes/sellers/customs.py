"""Sellers anywhere: customs has the parcel."""

from typing import Final

from policy.facts import customs
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Avoid, Headline, Proof, Remedy, Step, Warn
from policy.language.rule import Rule
from policy.programmes.sellers.scope import at_customs, free_to_talk, undecided, unspoken, won_for_good

not_won: Final[Condition] = unspoken("customs", until=won_for_good)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "seller-headline-papers-asked",
        at_customs & customs.is_in("papers-asked", "held") & free_to_talk,
        Headline("Send the buyer your invoice with the true price today: customs often waits for no more than that."),
        ("CU-03",),
    ),
    Rule(
        "seller-headline-duty-asked",
        at_customs & (customs == "duty-asked") & free_to_talk,
        Headline("Tell the buyer at once what your listing said about duty: unpaid, the parcel goes back to you."),
        ("CU-20", "CU-22"),
    ),
    Rule(
        "seller-headline-seized",
        at_customs & (customs == "seized") & free_to_talk,
        Headline("Ask the buyer for the letter from customs: it says why, and by which day it can be answered."),
        ("SR-70",),
    ),
    Rule(
        "seller-headline-customs-sent-back",
        at_customs & (customs == "sent-back") & free_to_talk,
        Headline("It is coming back: find out why, and send it again or refund it once it is with you."),
        ("CU-22",),
    ),
    Rule(
        "seller-headline-customs",
        at_customs & free_to_talk,
        Headline("First find out what customs wants: papers, duty, or neither."),
        ("SR-70",),
    ),
    Rule(
        "seller-asks-what-customs-wants",
        at_customs & ~customs.is_given,
        Step("Read the tracking, and ask the buyer for every letter from customs or the carrier."),
        ("SR-70",),
    ),
    Rule(
        "seller-sends-papers",
        at_customs & ~sure(customs.is_in("seized", "sent-back")),
        Step("Give the buyer and the carrier what only you have: an invoice with the true price, and what it is."),
        ("CU-03",),
    ),
    Rule(
        "seller-says-who-pays-duty",
        at_customs & (customs == "duty-asked"),
        Step("Say who pays the duty: what your listing or the marketplace said when it was bought."),
        ("CU-20",),
    ),
    Rule(
        "seller-waits-for-it-from-customs",
        at_customs & (customs == "sent-back"),
        Step("When it is back, send it again with the right papers or refund it, as you agree."),
        ("CU-22",),
    ),
    Rule(
        "seller-no-false-price",
        not_won,
        Avoid("Do not write a lower price on papers for customs: it can cost the parcel and more.", ()),
        ("SR-70",),
    ),
    Rule(
        "seller-nothing-while-customs-has-it",
        not_won & ~sure(customs == "seized"),
        Avoid(
            "Do not refund or send another one while customs may still let the parcel go or send it back.",
            (Action.REFUND, Action.RESHIP),
        ),
        ("CU-22",),
    ),
    Rule(
        "seller-may-bear-the-way-back",
        at_customs & ~sure(customs == "seized"),
        Warn("If it is not cleared or the duty is not paid, it goes back, and you may have to pay for that."),
        ("CU-22",),
    ),
    Rule(
        "seller-proof-customs-notice",
        at_customs,
        Proof("customs-notice", "The letter from customs."),
        ("SR-70",),
    ),
    Rule(
        "seller-fair-at-customs",
        at_customs & ~sure(customs == "seized") & undecided,
        Remedy("While customs has it there is nothing to offer but the papers. When it is back, settle what follows."),
        ("CU-22",),
    ),
    Rule(
        "seller-fair-after-a-seizure",
        at_customs & (customs == "seized") & undecided,
        Remedy(
            "What is fair depends on why it was taken: a thing that may not be sent is the seller's to know, papers "
            "that the buyer did not give are the buyer's."
        ),
        ("SR-70",),
    ),
)
