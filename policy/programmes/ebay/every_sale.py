"""eBay, for sellers, whatever happened: the order's number, how far the proof carries, and the talk with the buyer."""

from typing import Final

from policy.facts import buyer_country, evidence, platform_case, seller_is
from policy.language.conditions import sure
from policy.language.outcomes import (
    Action,
    Avoid,
    Door,
    DoorState,
    Grade,
    Headline,
    Party,
    Proof,
    Responsible,
    Rung,
    Strength,
    Warn,
    Way,
)
from policy.language.rule import Also, Rule
from policy.programmes.ebay.scope import (
    came_after_all,
    customs_has_it,
    no_request,
    not_received,
    nothing_came,
    request_runs,
    scanned_as_delivered,
    selling,
    sent,
    shipped_case,
    undecided,
)
from policy.programmes.scope import kept, parcel_came, payment_runs
from policy.programmes.sellers.scope import by_the_carrier

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-first",
        selling,
        Headline("Look whether the buyer opened a request on eBay: it has to be answered within three business days."),
        ("W-EB-02", "W-EB-06"),
    ),
    Rule(
        "eb-seller-acts",
        selling,
        Responsible(Party.SELLER, "You sold it, so you look at your records and answer first."),
        ("EB-50",),
    ),
    Rule(
        "eb-settle-it-on-ebay",
        selling & ~sure(kept),
        Avoid(
            "Do not pay, refund or settle anything outside the eBay order: eBay does not see it, and it can be asked "
            "for a second time.",
        ),
        ("EBX-21", "EBX-23"),
    ),
    Rule(
        "eb-pay-only-once",
        selling & payment_runs,
        Avoid(
            "While a payment dispute runs, refund nothing beside it: the money was already taken, and you would pay "
            "twice.",
            (Action.REFUND, Action.RESHIP),
        ),
        ("PM-35", "PM-38"),
    ),
    Rule(
        "eb-trader-in-the-uk",
        selling & (seller_is == "trader") & (buyer_country == "uk") & undecided,
        Warn(
            "You sell as a business to the United Kingdom: the parcel is your risk until the buyer has it, and the "
            "buyer can mostly cancel within 14 days of delivery."
        ),
        ("LW-18", "LW-25"),
    ),
    Rule(
        "eb-trader-in-the-eu",
        selling & (seller_is == "trader") & (buyer_country == "eu") & undecided,
        Warn("You sell as a business to the European Union: the buyer can mostly withdraw within 14 days of delivery."),
        ("LW-35",),
    ),
    Rule("eb-proof-order-number", selling, Proof("order-number", "The order number and what was ordered."), ("EB-01",)),
    Rule(
        "eb-proof-messages",
        selling,
        Proof("messages", "The messages with the buyer, as they stand on eBay.", needed=False),
        ("EB-50",),
    ),
    Rule(
        "eb-proof-is-fair",
        selling & evidence.has_one_of("tracking-record", "packing-log", "serial-number"),
        Grade(Strength.FAIR, "Your records show what you sent, or where the parcel was last seen."),
        ("EB-11", "EB-50"),
    ),
    Rule(
        "eb-proof-is-weak",
        selling & evidence.has_one_of(),
        Grade(Strength.WEAK, "This helps, but it does not show yet what you sent or where it went."),
        ("EB-01", "EB-11"),
    ),
    Rule(
        "eb-proof-is-missing",
        selling,
        Grade(Strength.NONE, "You have not told us of any proof. Your records decide how eBay sees it."),
        ("EB-50",),
    ),
    Rule(
        "eb-door-talk",
        selling,
        Door(
            Way.TALK,
            "Talk with the buyer",
            "seller",
            "Write in eBay's messages, where eBay can read it. A talk stops no day of a request.",
        ),
        ("EBX-19",),
        Also(shipped_case, ("EB-10", "EB-32")),
    ),
    Rule(
        "eb-door-report-to-come",
        selling & (nothing_came | customs_has_it) & no_request,
        Door(
            Way.PLATFORM,
            "The buyer's report on eBay",
            "buyer",
            "Only the buyer can open it, in these days. Once it is there, you have three business days to answer. It "
            "ends if the buyer goes to the bank or PayPal instead.",
            "ebay_report",
        ),
        ("W-EB-01", "W-EB-02", "PM-38"),
    ),
    Rule(
        "eb-door-return-to-come",
        selling & parcel_came & no_request,
        Door(
            Way.PLATFORM,
            "The buyer's return request on eBay",
            "buyer",
            "Only the buyer can open it, in these days. Once it is there, you have three business days to answer. It "
            "ends if the buyer goes to the bank or PayPal instead.",
            "ebay_return",
        ),
        ("EBX-04", "W-EB-06", "PM-38"),
    ),
    Rule(
        "eb-door-request-to-come",
        selling & no_request & ~sure(came_after_all),
        Door(
            Way.PLATFORM,
            "The buyer's request on eBay",
            "buyer",
            "Only the buyer can open it. Once it is there, you have three business days to answer. It ends if "
            "the buyer "
            "goes to the bank or PayPal instead.",
        ),
        ("W-EB-02", "W-EB-06", "PM-38"),
    ),
    Rule(
        "eb-door-request-open",
        selling & request_runs,
        Door(
            Way.PLATFORM,
            "The buyer's request on eBay",
            "buyer",
            "It is decided here. From the fourth business day on, you or the buyer can ask eBay to step in. It ends if "
            "the buyer goes to the bank or PayPal instead.",
            "ebay_step_in",
            state=DoorState.IN_USE,
        ),
        ("W-EB-03", "EBX-07", "PM-38"),
    ),
    Rule(
        "eb-door-request-closed",
        selling & (platform_case == "closed"),
        Door(
            Way.PLATFORM,
            "The buyer's request on eBay",
            "buyer",
            "It is closed, cannot be opened again, and there is nothing to answer in it.",
        ),
        ("EBX-27", "PM-38"),
    ),
    Rule(
        "eb-door-request-used",
        selling,
        Door(Way.PLATFORM, "The buyer's request on eBay", "buyer", "What eBay decided counts, unless an appeal wins."),
        ("EBX-34",),
    ),
    Rule(
        "eb-door-payment-dispute",
        selling & payment_runs,
        Door(
            Way.PAYMENT,
            "The payment dispute",
            "buyer",
            "The bank or PayPal decides. eBay has closed its own request; you answer on eBay, once, with all "
            "your proof.",
            "ebay_dispute_answer",
            ("tracking-record", "messages"),
            (Way.PLATFORM,),
        ),
        ("W-EB-05", "PM-38"),
    ),
    Rule(
        "eb-door-payment",
        selling,
        Door(
            Way.PAYMENT,
            "A payment dispute",
            "buyer",
            "Only the buyer can open one, with the bank or PayPal. It ends the request on eBay, and you then have five "
            "days to answer.",
            shuts=(Way.PLATFORM,),
        ),
        ("W-EB-05", "PM-38"),
    ),
    Rule(
        "eb-door-carrier-delivered",
        not_received & scanned_as_delivered,
        Door(
            Way.CARRIER,
            "The carrier's proof of delivery",
            "seller",
            "You sent it, so the carrier tells you the place, the photo and the signature. A claim is for a parcel "
            "that is lost.",
            needs=("tracking-record",),
        ),
        ("DH-11", "CA-28"),
    ),
    Rule(
        "eb-door-carrier",
        (selling & sent) | not_received | (selling & by_the_carrier),
        Door(
            Way.CARRIER,
            "A claim with the carrier",
            "seller",
            "Whoever bought the label claims, so mostly you. Ask the carrier for its last day, today.",
            needs=("value-proof", "tracking-record"),
        ),
        ("CA-28", "CA-06"),
    ),
    Rule(
        "eb-rung-talk",
        selling,
        Rung(1, "Settle it with the buyer.", "Ask eBay to step in.", "If a request is open and you two cannot agree."),
        ("EB-32", "EB-40"),
    ),
)
