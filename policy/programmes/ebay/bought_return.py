"""eBay, for buyers: something goes wrong with what was sent back, or has to be."""

from typing import Final

from policy.cases.derived import signature
from policy.facts import return_state
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Avoid, Clock, Door, DoorState, Headline, Step, Warn, Way
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import ebay_refund_step_in, ebay_return, ebay_return_kept
from policy.programmes.ebay.scope import (
    buying_here,
    for_buyer,
    nothing_used,
    on_the_way_back,
    request_open,
    request_runs,
    with_ebay,
)

returning: Final[Condition] = buying_here & on_the_way_back & request_open
unpaid: Final[Condition] = returning & (return_state == "refund-missing")
lost: Final[Condition] = returning & (return_state == "lost")
differs: Final[Condition] = returning & (return_state == "differs")
coming: Final[Condition] = returning & (return_state == "sent")
not_sent: Final[Condition] = returning & (return_state == "not-sent-back")
outside: Final[Condition] = buying_here & on_the_way_back & nothing_used
kept_open: Final[Condition] = ~sure(ebay_return_kept == "over")

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-buyer-headline-refund-early",
        unpaid & (ebay_refund_step_in == "early"),
        Headline(
            "The seller has two business days from the day it is back. If no money comes, ask eBay to step in then."
        ),
        ("EBX-06", "EBX-08"),
    ),
    Rule(
        "eb-buyer-headline-refund-missing",
        unpaid & (ebay_refund_step_in == "running"),
        Headline("Ask eBay now, inside the return, to step in: the seller's two business days are over."),
        ("EBX-06", "EBX-08"),
    ),
    Rule(
        "eb-buyer-headline-refund-day",
        unpaid & ~ebay_refund_step_in.is_given,
        Headline("Look up the day it came back: two business days later you can ask eBay to step in, for ten more."),
        ("EBX-06", "EBX-08"),
    ),
    Rule(
        "eb-buyer-headline-return-lost",
        lost,
        Headline(
            "Ask eBay now, inside the open return, to step in: the receipt shows that you sent it. Do not close it."
        ),
        ("EBX-07", "EBX-12", "EBX-27"),
    ),
    Rule(
        "eb-buyer-headline-return-differs",
        differs,
        Headline("Answer inside the return with photos and the receipt of what you sent, and ask eBay to look at it."),
        ("EBX-07", "EBX-34"),
    ),
    Rule(
        "eb-buyer-headline-return-sent",
        coming,
        Headline("Keep the receipt and the return open: once it is there, the seller has two business days to pay."),
        ("EBX-06", "EBX-27"),
    ),
    Rule(
        "eb-buyer-headline-return-not-sent",
        not_sent,
        Headline("Send it back with the label from the return, in time and with tracking, and keep the receipt."),
        ("EBX-12", "EBX-20"),
    ),
    Rule(
        "eb-buyer-headline-return-outside",
        outside & ~sure(ebay_return == "over"),
        Headline("There is no return on eBay yet: open one in time, so that eBay can see it and decide."),
        ("EBX-04", "EBX-27"),
    ),
    Rule(
        "eb-buyer-headline-return-won",
        buying_here & on_the_way_back & for_buyer,
        Headline("eBay decided for you: look whether the money has come, and ask eBay if it has not."),
        ("EBX-34", "EBX-06"),
    ),
    Rule(
        "eb-buyer-looks-for-the-money",
        buying_here & on_the_way_back & for_buyer,
        Step("Look at the way you paid whether the money has come. If it has not, ask eBay."),
        ("EBX-34", "EBX-06"),
    ),
    Rule(
        "eb-buyer-asks-for-the-refund",
        unpaid & (ebay_refund_step_in == "running"),
        Step(
            "Ask eBay, inside the return, to step in: the tracking shows that it is back.", by="eb-buyer-refund-clock"
        ),
        ("EBX-06", "EBX-08"),
    ),
    Rule(
        "eb-buyer-asks-for-the-refund-later",
        unpaid & (ebay_refund_step_in == "early"),
        Step(
            "If no money came by then, ask eBay, inside the return, to step in.",
            by="eb-buyer-refund-clock",
            after="ebay_refund_step_in",
        ),
        ("EBX-06", "EBX-08"),
    ),
    Rule(
        "eb-buyer-asks-about-the-lost-return",
        lost & kept_open,
        Step("Ask eBay, inside the return, to step in. Show the receipt and the tracking.", by="eb-buyer-kept-clock"),
        ("EBX-07", "EBX-12"),
    ),
    Rule(
        "eb-buyer-looks-up-the-day-it-was-back",
        unpaid & ~ebay_refund_step_in.is_given,
        Step("Look up in the tracking of the return on which day it was back: from that day the seller's two count."),
        ("EBX-06",),
    ),
    Rule(
        "eb-buyer-watches-the-last-day",
        coming & kept_open,
        Step(
            "Watch the tracking. If it does not arrive before the return closes, ask eBay to step in.",
            by="eb-buyer-kept-clock",
        ),
        ("EBX-12", "EBX-07"),
    ),
    Rule(
        "eb-buyer-answers-the-difference",
        differs,
        Step("Put photos, the serial number and the receipt of posting into the return, and ask eBay to step in."),
        ("EBX-07", "EBX-34"),
    ),
    Rule(
        "eb-buyer-sends-it",
        not_sent & kept_open,
        Step(
            "Send it with the label from the return. If the seller sends none, eBay can give you one.",
            by="eb-buyer-kept-clock",
        ),
        ("EBX-12", "EBX-20"),
    ),
    Rule(
        "eb-buyer-signs-for-it",
        not_sent & (signature == "due"),
        Step("At this price, choose a way back with a signature."),
        ("EBX-14",),
    ),
    Rule(
        "eb-buyer-opens-a-return-after-all",
        outside & (ebay_return == "running"),
        Step("Open a return on eBay, and enter there what was sent.", by="eb-buyer-return-clock", through=Way.PLATFORM),
        ("EBX-04",),
    ),
    Rule(
        "eb-buyer-no-second-return",
        buying_here & on_the_way_back & request_runs,
        Avoid("Do not open a second request: there is only one for a purchase."),
        ("EBX-27",),
    ),
    Rule(
        "eb-buyer-return-is-kept",
        (lost | not_sent | coming) & kept_open,
        Warn("eBay keeps an accepted return open for 35 business days at most: do not wait for its end."),
        ("EBX-12",),
    ),
    Rule(
        "eb-buyer-door-return-kept",
        returning & return_state.is_in("lost", "not-sent-back", "sent"),
        Door(
            Way.PLATFORM,
            "Your return on eBay",
            "buyer",
            "eBay keeps an accepted return open only for some time. Until then you can ask it to step in. A case with "
            "PayPal or the bank ends it.",
            "ebay_return_kept",
            ("tracking-record",),
            state=DoorState.IN_USE,
        ),
        ("EBX-12", "EBX-07", "PM-38"),
    ),
    Rule(
        "eb-buyer-refund-clock",
        buying_here & on_the_way_back & request_runs & (return_state == "refund-missing"),
        Clock(
            "Ask eBay to step in because the return was not paid",
            "ebay_refund_step_in",
            "The time to ask eBay to step in is over.",
            with_ebay,
        ),
        ("EBX-06", "EBX-08"),
    ),
    Rule(
        "eb-buyer-kept-clock",
        returning & return_state.is_in("lost", "not-sent-back", "sent"),
        Clock(
            "Use the return while eBay keeps it open",
            "ebay_return_kept",
            "eBay may have closed the return by now. Ask it today what is still possible.",
        ),
        ("EBX-12",),
    ),
    sending("eb-buyer-send-refund-step-in", unpaid & (ebay_refund_step_in == "running"), "eb-buyer-refund-missing"),
    sending("eb-buyer-send-lost-return", lost & kept_open, "eb-buyer-lost-return"),
)
