"""eBay, for sellers: it came after all, although it was refunded or sent again."""

from typing import Final

from policy.language.conditions import Condition, sure
from policy.language.outcomes import Action, Avoid, Headline, Proof, Remedy, Step, Warn
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.programmes.ebay.scope import (
    came_after_all,
    not_agreed,
    request_open,
    selling,
)
from policy.programmes.scope import payment_runs

here: Final[Condition] = selling & came_after_all & ~sure(payment_runs) & not_agreed

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-headline-came-open",
        here & request_open,
        Headline("It has come: put the new scan into the open request in time, and pay nothing there."),
        ("W-EB-02", "EBX-13"),
    ),
    Rule(
        "eb-headline-came",
        here,
        Headline("It came after all: ask the buyer calmly to pay for it, or to send it back at your cost."),
        ("EB-11", "EB-32"),
    ),
    Rule(
        "eb-show-the-new-scan",
        here & request_open,
        Step("Put the delivered scan into the request, with its day.", by="eb-not-received-clock"),
        ("EBX-13",),
    ),
    Rule(
        "eb-ask-to-pay-or-send-back",
        here & ~sure(request_open),
        Step(
            "Write on eBay: say what was paid or sent twice, show the scan, and let the buyer choose: pay, or "
            "send back."
        ),
        ("EB-11", "EB-32"),
    ),
    Rule(
        "eb-offer-the-label",
        here & ~sure(request_open),
        Step("Offer the label for the way back."),
        ("EB-32",),
    ),
    Rule(
        "eb-do-not-blame-for-both",
        selling & came_after_all & ~sure(payment_runs),
        Avoid(
            "Do not accuse the buyer, and charge nothing on your own: nobody has to pay twice for a mistake.",
            (Action.ACCUSE,),
        ),
        ("EB-11",),
    ),
    Rule(
        "eb-came-is-good-will",
        here & ~sure(request_open),
        Warn("No source here says that eBay gives the money back to you: ask eBay, with the scan."),
        ("EB-40",),
    ),
    Rule(
        "eb-proof-came-scan",
        selling & came_after_all,
        Proof("tracking-record", "The tracking, with the day on which it came."),
        ("EB-11",),
    ),
    Rule(
        "eb-came-remedy",
        here,
        Remedy("Fair is one of two: the buyer pays for what was kept, or sends it back at your cost."),
        ("EB-32",),
    ),
    sending("eb-send-came-after-all", here & ~sure(request_open), "eb-came-after-all"),
)
