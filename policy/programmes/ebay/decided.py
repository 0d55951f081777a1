"""eBay, for sellers: eBay has decided, the request is closed, or the bank has decided."""

from typing import Final

from policy.cases.derived import signature
from policy.facts import return_state
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Avoid, Clock, Door, Headline, Party, Responsible, Rung, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_appeal
from policy.programmes.ebay.scope import (
    came_after_all,
    for_buyer,
    for_seller,
    nothing_came,
    on_the_way_back,
    request_closed,
    scanned_as_delivered,
    selling,
)
from policy.programmes.scope import platform_decided

lost: Final[Condition] = selling & for_buyer & ~sure(came_after_all)
won: Final[Condition] = selling & for_seller & ~sure(came_after_all)
closed: Final[Condition] = selling & request_closed & ~sure(came_after_all)
different: Final[Condition] = on_the_way_back & (return_state == "differs")
over: Final[Condition] = ebay_appeal == "over"

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-appeal-over",
        lost & over,
        Headline("The time for an appeal is over, and the case with it: pay nothing more, and keep your records."),
        ("W-EB-04", "EBX-34"),
    ),
    Rule(
        "eb-headline-decided-different",
        lost & different,
        Headline(
            "eBay decided against you: appeal in time, with what shows that something else came back.",
            through=Way.APPEAL,
        ),
        ("W-EB-04", "EBX-28"),
    ),
    Rule(
        "eb-headline-decided",
        lost,
        Headline("eBay decided against you: if you have something new to show, appeal in time.", through=Way.APPEAL),
        ("W-EB-04",),
    ),
    Rule(
        "eb-headline-won",
        won,
        Headline("eBay decided for you: there is nothing to pay and nothing to do. Keep your records."),
        ("EBX-34", "W-EB-04"),
    ),
    Rule(
        "eb-headline-closed",
        closed,
        Headline("The request is closed: there is nothing to answer in it. Pay nothing on a mere message."),
        ("EBX-27", "EBX-21"),
    ),
    Rule(
        "eb-platform-has-decided",
        lost | won,
        Responsible(Party.PLATFORM, "eBay has decided. Only an appeal can change that."),
        ("EBX-34", "W-EB-04"),
    ),
    Rule(
        "eb-appeal-the-decision",
        lost & ~sure(over),
        Step("If you have new evidence, appeal the decision.", by="eb-appeal-clock", through=Way.APPEAL),
        ("W-EB-04",),
    ),
    Rule(
        "eb-appeal-with-the-signature",
        lost & ~sure(over) & nothing_came & scanned_as_delivered & (signature == "due"),
        Step("Ask the carrier for the signature: at this price it is what the appeal needs.", through=Way.APPEAL),
        ("EBX-14", "DH-11"),
    ),
    Rule(
        "eb-report-the-buyer",
        lost & different,
        Step("Report to eBay today that the buyer sent back something else, and keep what came."),
        ("EBX-28", "EBX-34"),
    ),
    Rule(
        "eb-do-not-pay-what-was-decided",
        selling & platform_decided,
        Avoid(
            "Where eBay has paid the buyer, do not refund again: it takes the money from you itself.", (Action.REFUND,)
        ),
        ("EBX-23",),
    ),
    Rule(
        "eb-buyer-may-appeal",
        won & ~sure(over),
        Warn("The buyer can appeal until 30 days after the decision, and can still go to the bank or PayPal."),
        ("W-EB-04", "PM-38"),
    ),
    Rule(
        "eb-door-appeal-different",
        selling & for_buyer & different,
        Door(
            Way.APPEAL,
            "An appeal with eBay",
            "seller",
            "eBay looks at it once more if you have something new to show.",
            "ebay_appeal",
            ("serial-number", "item-photos", "package-photos"),
        ),
        ("W-EB-04", "EBX-28"),
    ),
    Rule(
        "eb-door-appeal",
        selling & (for_buyer),
        Door(
            Way.APPEAL,
            "An appeal with eBay",
            "seller",
            "eBay looks at it once more if you have something new to show.",
            "ebay_appeal",
            ("tracking-record", "messages"),
        ),
        ("W-EB-04",),
    ),
    Rule(
        "eb-appeal-clock",
        lost,
        Clock("Appeal the decision, with new evidence", "ebay_appeal", "The time for an appeal is over."),
        ("W-EB-04",),
    ),
    Rule(
        "eb-rung-appeal",
        lost,
        Rung(4, "An appeal, with new evidence.", "No source names a further step.", "Once eBay has answered."),
        ("W-EB-04",),
    ),
    Rule(
        "eb-rung-won",
        won,
        Rung(None, "It was decided for you.", "Nothing more.", "Unless the buyer appeals or goes to the bank."),
        ("W-EB-04", "PM-38"),
    ),
    sending("eb-send-appeal", lost & ~sure(over), "eb-appeal"),
)
