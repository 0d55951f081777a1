"""eBay, for buyers, whatever went wrong: the ways there are, how far each is used, and what ends them."""

from typing import Final

from policy.facts import customs, international, problem, reply, return_state
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Avoid, Clock, Door, DoorState, Rung, Warn, Way
from policy.language.rule import Rule
from policy.periods import ebay_appeal, ebay_refund_step_in, ebay_step_in
from policy.programmes.ebay.scope import (
    buying_here,
    came_after_all,
    for_seller,
    no_payment_case,
    no_request,
    nothing_came,
    on_the_way_back,
    reported_missing,
    request_open,
    request_runs,
    returnable,
    scanned_as_delivered,
    signature_is_missing,
    too_late_to_open,
    was_refused,
    with_ebay,
)
from policy.programmes.scope import (
    kept,
    parcel_came,
    payment_used,
    platform_ended,
    platform_used,
    promise_broken,
    settled,
    something_lost,
)

no_way_needed: Final[Condition] = came_after_all | kept
talk_is_over: Final[Condition] = (reply == "refused") | promise_broken
seized: Final[Condition] = (problem == "customs") & customs.is_in("seized", "sent-back")
may_ask_ebay_now: Final[Condition] = (~sure(on_the_way_back) & (ebay_step_in == "running")) | (
    on_the_way_back
    & (
        return_state.is_in("lost", "differs")
        | ((return_state == "refund-missing") & (ebay_refund_step_in == "running"))
    )
)
AFTER_IT: Final = (
    "After it the seller has three business days. Then you can ask eBay to step in, until 21 business days after it."
)
ONE_WAY: Final = "A case with PayPal or the bank ends it."

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "eb-buyer-closes-nothing",
        buying_here & request_runs & ~sure(came_after_all),
        Warn("A request that you close cannot be opened again, and there is no second one for the same purchase."),
        ("EBX-27", "EBX-21"),
    ),
    Rule(
        "eb-buyer-uses-one-way",
        buying_here & no_request & ~sure(payment_used) & ~sure(no_way_needed) & ~sure(too_late_to_open),
        Avoid("Do not open a case with PayPal or the bank as well: it ends the one on eBay. Choose one way."),
        ("EBX-21", "PM-38"),
    ),
    Rule(
        "eb-buyer-stays-on-ebay",
        buying_here
        & ~sure(platform_ended)
        & ~sure(payment_used)
        & ~sure(no_way_needed)
        & ~sure(too_late_to_open)
        & ~sure(reply == "offered"),
        Avoid("Do not settle it outside eBay, and promise nobody that you open no request: the cover ends there."),
        ("EBX-21",),
    ),
    Rule(
        "eb-buyer-forwarder",
        buying_here & (nothing_came | parcel_came) & (international == "yes") & no_payment_case,
        Warn("If a forwarder of your own sent it on, eBay's cover has ended. eBay's own shipping keeps it."),
        ("EBX-16",),
    ),
    Rule(
        "eb-buyer-scan-lacks-a-signature",
        buying_here & nothing_came & scanned_as_delivered & signature_is_missing & ~sure(payment_used),
        Warn("At this price a delivered scan without a signature does not protect the seller: say so on eBay."),
        ("EBX-14",),
    ),
    Rule(
        "eb-buyer-door-nothing-to-report",
        buying_here & no_way_needed & no_request,
        Door(
            Way.PLATFORM,
            "A case on eBay",
            "buyer",
            "There is nothing left to report.",
            state=DoorState.NONE,
        ),
        ("EBX-34",),
    ),
    Rule(
        "eb-buyer-door-refused-parcel",
        buying_here & was_refused & no_request & ~sure(no_way_needed),
        Door(
            Way.PLATFORM,
            "A report on eBay that it did not come",
            "buyer",
            "eBay mostly does not cover a parcel that was refused at the door.",
            state=DoorState.NONE,
        ),
        ("EBX-18",),
    ),
    Rule(
        "eb-buyer-door-report-seized",
        buying_here & seized & no_request & ~sure(no_way_needed),
        Door(
            Way.PLATFORM,
            "A report on eBay that it did not come",
            "buyer",
            f"{AFTER_IT} {ONE_WAY}",
            "ebay_report",
            ("order-number", "customs-notice", "listing-copy"),
        ),
        ("W-EB-01", "W-EB-03", "EBX-24", "PM-38"),
    ),
    Rule(
        "eb-buyer-door-report",
        buying_here & reported_missing & no_request & ~sure(no_way_needed),
        Door(
            Way.PLATFORM,
            "A report on eBay that it did not come",
            "buyer",
            f"{AFTER_IT} {ONE_WAY}",
            "ebay_report",
            ("order-number", "tracking-record"),
        ),
        ("W-EB-01", "W-EB-03", "EBX-24", "PM-38"),
    ),
    Rule(
        "eb-buyer-door-return-missing",
        buying_here & returnable & something_lost & no_request,
        Door(
            Way.PLATFORM,
            "A return request on eBay",
            "buyer",
            f"What comes empty or not complete counts as not matching its listing. {AFTER_IT} {ONE_WAY}",
            "ebay_return",
            ("group-photo", "package-photos", "order-number"),
        ),
        ("EBX-04", "EBX-15", "EBX-24", "W-EB-03", "PM-38"),
    ),
    Rule(
        "eb-buyer-door-return",
        buying_here & returnable & no_request & ~sure(no_way_needed),
        Door(
            Way.PLATFORM,
            "A return request on eBay",
            "buyer",
            "For what does not match its listing the seller pays the way back, even with “no returns”. "
            f"{AFTER_IT} {ONE_WAY}",
            "ebay_return",
            ("item-photos", "order-number"),
        ),
        ("EBX-04", "EBX-19", "EBX-24", "W-EB-03", "PM-38"),
    ),
    Rule(
        "eb-buyer-door-return-outside",
        buying_here & on_the_way_back & no_request & ~sure(no_way_needed),
        Door(
            Way.PLATFORM,
            "A return request on eBay",
            "buyer",
            f"Sent back without a request, eBay sees nothing of it. As long as there is time, open one. {ONE_WAY}",
            "ebay_return",
            ("tracking-record", "messages"),
        ),
        ("EBX-04", "PM-38"),
    ),
    Rule(
        "eb-buyer-door-refund",
        buying_here & on_the_way_back & request_open & ~sure(return_state.is_in("lost", "not-sent-back", "sent")),
        Door(
            Way.PLATFORM,
            "Your return on eBay",
            "buyer",
            f"Two business days after it is back, you can ask eBay to step in if no money came. {ONE_WAY}",
            "ebay_refund_step_in",
            ("tracking-record",),
            state=DoorState.IN_USE,
        ),
        ("EBX-06", "EBX-08", "PM-38"),
    ),
    Rule(
        "eb-buyer-door-open",
        buying_here & request_open & ~sure(on_the_way_back),
        Door(
            Way.PLATFORM,
            "Your request on eBay",
            "buyer",
            f"From the fourth business day to the 21st you can ask eBay to step in. {ONE_WAY}",
            "ebay_step_in",
            ("messages",),
            state=DoorState.IN_USE,
        ),
        ("W-EB-02", "W-EB-03", "EBX-07", "PM-38"),
    ),
    Rule(
        "eb-buyer-door-with-ebay",
        buying_here & with_ebay,
        Door(Way.PLATFORM, "Your case on eBay", "buyer", f"eBay decides now, mostly within two days. {ONE_WAY}"),
        ("EBX-26", "EBX-34", "PM-38"),
    ),
    Rule(
        "eb-buyer-door-ended",
        buying_here & platform_used,
        Door(
            Way.PLATFORM,
            "Your request on eBay",
            "buyer",
            "A request that ended cannot be opened again, and there is no second one for the same purchase.",
        ),
        ("EBX-27", "PM-38"),
    ),
    Rule(
        "eb-buyer-door-appeal",
        buying_here & for_seller & ~sure(no_way_needed),
        Door(
            Way.APPEAL,
            "An appeal with eBay",
            "buyer",
            f"eBay looks at it once more if you have something new to show. {ONE_WAY}",
            "ebay_appeal",
            ("messages", "tracking-record"),
        ),
        ("W-EB-04", "PM-38"),
    ),
    Rule(
        "eb-buyer-report-clock",
        buying_here & reported_missing & ~sure(was_refused & no_request) & ~sure(payment_used) & ~sure(kept),
        Clock(
            "Report on eBay that the item did not come",
            "ebay_report",
            "The time to report it on eBay is over.",
            platform_used,
        ),
        ("W-EB-01", "EBX-24"),
    ),
    Rule(
        "eb-buyer-return-clock",
        buying_here & (returnable | (on_the_way_back & no_request)) & ~sure(payment_used) & ~sure(kept),
        Clock(
            "Open a return request on eBay",
            "ebay_return",
            "The time to open a return request on eBay is over.",
            platform_used,
        ),
        ("EBX-04", "EBX-24"),
    ),
    Rule(
        "eb-buyer-escalation-clock",
        buying_here & request_runs & ~sure(on_the_way_back) & ~sure(no_way_needed),
        Clock(
            "Ask eBay to step in, if your request was not solved",
            "ebay_step_in",
            "The time to ask eBay to step in is over.",
            with_ebay,
        ),
        ("W-EB-03", "EBX-07"),
    ),
    Rule(
        "eb-buyer-appeal-clock",
        buying_here & for_seller & ~sure(no_way_needed),
        Clock("Appeal eBay's decision, with something new to show", "ebay_appeal", "The time for an appeal is over."),
        ("W-EB-04",),
    ),
    Rule(
        "eb-buyer-rung-talk",
        buying_here & no_request & ~sure(payment_used) & ~sure(too_late_to_open) & ~sure(talk_is_over) & ~sure(kept),
        Rung(
            1,
            "Talk with the seller, on eBay.",
            "A report or a return request on eBay.",
            "Before its last day, even while you still talk.",
        ),
        ("W-EB-01", "EBX-04"),
    ),
    Rule(
        "eb-buyer-rung-report",
        buying_here & no_request & ~sure(payment_used) & ~sure(too_late_to_open) & talk_is_over & ~sure(no_way_needed),
        Rung(
            1,
            "A report or a return request on eBay, before its last day.",
            "Ask eBay to step in.",
            "From the fourth business day after you opened it.",
        ),
        ("W-EB-01", "EBX-04", "EBX-07"),
    ),
    Rule(
        "eb-buyer-rung-step-in",
        buying_here & request_open & may_ask_ebay_now & ~sure(settled),
        Rung(2, "Your request on eBay.", "Ask eBay to step in.", "Now, before its last day."),
        ("W-EB-03", "EBX-07"),
    ),
    Rule(
        "eb-buyer-rung-refund",
        buying_here
        & request_open
        & on_the_way_back
        & return_state.is_in("not-sent-back", "sent", "refund-missing")
        & ~sure(ebay_refund_step_in == "over")
        & ~sure(settled),
        Rung(2, "Your return on eBay.", "Ask eBay to step in.", "Two business days after it is back, if unpaid."),
        ("EBX-06", "EBX-08"),
    ),
    Rule(
        "eb-buyer-rung-request",
        buying_here & request_open & ~sure(settled),
        Rung(2, "Your request on eBay.", "Ask eBay to step in.", "From the fourth business day after you opened it."),
        ("W-EB-03", "EBX-07"),
    ),
    Rule(
        "eb-buyer-rung-with-ebay",
        buying_here & with_ebay,
        Rung(3, "eBay decides.", "An appeal.", "If eBay decides against you and you have something new to show."),
        ("EBX-34", "W-EB-04"),
    ),
    Rule(
        "eb-buyer-rung-appeal",
        buying_here & for_seller & ~sure(ebay_appeal == "over"),
        Rung(
            4, "An appeal with eBay.", "Whoever took your payment, instead of it.", "If the appeal brings nothing new."
        ),
        ("W-EB-04", "PM-38"),
    ),
)
