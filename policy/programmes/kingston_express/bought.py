"""Kingston Express, for buyers: report on the order's page, or write to the seller through it; then support decides."""

from typing import Final

from policy.facts import (
    defect_kind,
    fulfilment,
    handed_over,
    inspection,
    international,
    looked_around,
    platform_case,
    problem,
    reply,
    return_state,
    tracking,
)
from policy.language.conditions import Condition, sure
from policy.language.outcomes import (
    Avoid,
    Clock,
    Door,
    Headline,
    Party,
    Proof,
    Remedy,
    Responsible,
    Rung,
    Step,
    Support,
    Warn,
    Way,
)
from policy.language.rule import Rule
from policy.messages.filling import sending
from policy.periods import (
    due,
    kingston_return,
    kingston_return_abroad,
    kingston_return_abroad_longest,
    kingston_return_longest,
    kingston_silence,
    scan_day,
)
from policy.programmes.kingston_express.scope import buying_here
from policy.programmes.scope import (
    kept,
    not_right,
    parcel_came,
    payment_used,
    platform_runs,
    platform_used,
    promise_broken,
    return_went_wrong,
    sent_back,
    settled,
    something_lost,
)

NOT_OF_THE_WAY: Final = ("wrong-size", "wrong-colour", "counterfeit")
"""What is wrong with an item that no box can show."""

here: Final[Condition] = buying_here & ~sure(settled)
from_platform: Final[Condition] = here & (fulfilment == "platform")
from_seller: Final[Condition] = here & (fulfilment == "seller")
inspection_runs: Final[Condition] = (fulfilment == "platform") & parcel_came & inspection.is_given
reported: Final[Condition] = platform_used | inspection_runs
"""It was reported on the order's page: a case there, or an inspection that follows a report."""

not_reported: Final[Condition] = ~sure(reported) & ~sure(payment_used)
not_written: Final[Condition] = ~sure(reply.is_in("waiting", "answered", "offered", "refused", "agreed"))
inspecting: Final[Condition] = (
    from_platform
    & parcel_came
    & (inspection == "pending")
    & ~sure(platform_case.is_in("decided-for-buyer", "decided-for-seller"))
)
confirmed: Final[Condition] = (
    from_platform
    & ((parcel_came & (inspection == "upheld")) | (platform_case == "decided-for-buyer"))
    & ~sure(platform_case == "decided-for-seller")
)
refused_there: Final[Condition] = here & (
    (
        (fulfilment == "platform")
        & parcel_came
        & (inspection == "rejected")
        & ~sure(platform_case == "decided-for-buyer")
    )
    | (platform_case == "decided-for-seller")
)
won_there: Final[Condition] = here & (platform_case == "decided-for-buyer") & ~from_platform
no_answer: Final[Condition] = (reply == "waiting") & (kingston_silence == "running")
talk_failed: Final[Condition] = (reply == "refused") | no_answer | promise_broken
delivered_not_here: Final[Condition] = here & (problem == "not-received") & (tracking == "delivered")
late: Final[Condition] = here & (problem == "not-received") & ~sure(tracking.is_in("delivered", "returned"))
coming_back: Final[Condition] = here & (problem == "not-received") & (tracking == "returned")
not_due: Final[Condition] = due == "early"
not_late_yet: Final[Condition] = (problem == "not-received") & ~sure(tracking.is_in("delivered", "returned")) & not_due
support_now: Final[Condition] = (
    here & talk_failed & not_reported & ~sure(not_late_yet) & ~sure(problem == "came-after-all")
)
abroad: Final[Condition] = international == "yes"
not_here_yet: Final[Condition] = (problem == "cancelled-after-shipment") & tracking.is_in(
    "not-scanned", "in-transit", "stalled", "waiting-for-collection", "returned"
)
only_the_item: Final[Condition] = defect_kind.is_in(*NOT_OF_THE_WAY)
not_sent: Final[Condition] = (problem == "cancelled-after-shipment") & (handed_over == "no")
may_return: Final[Condition] = here & (
    parcel_came
    | ((problem == "cancelled-after-shipment") & ~sure(not_sent))
    | ((problem == "return") & (return_state == "not-sent-back"))
)


def _in_return_time(
    rule: str, when: Condition, text: str, cites: tuple[str, ...], through: Way | None = None
) -> tuple[Rule, ...]:
    """Make a step that goes by the time for returns, at home or from abroad: the shortest, or else the longest."""
    times = {
        "": ~sure(abroad) & ~sure(kingston_return == "over"),
        "-longest": ~sure(abroad) & (kingston_return == "over"),
        "-abroad": abroad & ~sure(kingston_return_abroad == "over"),
        "-abroad-longest": abroad & (kingston_return_abroad == "over"),
    }
    both_over = (kingston_return_longest == "over") & (kingston_return_abroad_longest == "over")
    over = (
        both_over
        | (~sure(abroad) & (kingston_return_longest == "over"))
        | (abroad & (kingston_return_abroad_longest == "over"))
    )
    return (
        *(
            Rule(
                f"{rule}{time}",
                when & runs & ~sure(over),
                Step(text, by=f"kx-buyer-return-clock{time}", through=through),
                cites,
            )
            for time, runs in times.items()
        ),
        Rule(f"{rule}-all-the-same", when & over, Step(text, through=through), cites),
    )


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-buyer-headline-confirmed",
        confirmed,
        Headline(
            "Kingston Express has confirmed it and pays or sends again itself: ask support for the day, and settle "
            "nothing beside it."
        ),
        ("KXX-15", "KXX-06"),
    ),
    Rule(
        "kx-buyer-headline-won",
        won_there,
        Headline(
            "It was decided for you: ask support by which day it is done, and keep the item and the proof until then."
        ),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-headline-not-confirmed",
        refused_there,
        Headline(
            "Kingston Express did not confirm it: ask support why, and add on the order's page what was not looked "
            "at yet."
        ),
        ("KXX-02", "KXX-06"),
    ),
    Rule(
        "kx-buyer-headline-inspection",
        inspecting,
        Headline(
            "It is reported: keep the item and the box, answer questions on the order's page, and wait for the result."
        ),
        ("KXX-15", "KXX-20"),
    ),
    Rule(
        "kx-buyer-headline-dispute",
        here & platform_runs,
        Headline("Kingston Express looks at it now: answer on the order's page, and settle nothing outside it."),
        ("KXX-02", "KXX-06"),
    ),
    Rule(
        "kx-buyer-headline-support",
        support_now,
        Headline("Take it to Kingston Express support today, on the order's page, with your messages and your proof."),
        ("KXX-02", "KXX-11"),
    ),
    Rule(
        "kx-buyer-headline-new-scan",
        delivered_not_here & (scan_day == "early") & not_reported,
        Headline(
            "Look around and ask your neighbours today, and give a new scan one more day; then report it on the "
            "order's page."
        ),
        ("KXX-10", "DH-02"),
    ),
    Rule(
        "kx-buyer-headline-delivered-not-here",
        delivered_not_here & not_reported,
        Headline(
            "Look around and ask your neighbours today; if it is not there, report it on the order's page at once."
        ),
        ("KXX-10",),
    ),
    Rule(
        "kx-buyer-headline-not-due",
        late & not_due & not_reported,
        Headline("It is not late yet: look at the status and the address, and wait until the latest day has passed."),
        ("KXX-21", "KXX-13"),
    ),
    Rule(
        "kx-buyer-headline-overdue",
        late & not_reported,
        Headline("Late is not lost: look at the status and the address, then ask on the order's page where it is."),
        ("KXX-21", "KXX-13"),
    ),
    Rule(
        "kx-buyer-headline-coming-back",
        coming_back & not_reported,
        Headline("It is going back: ask on the order's page why, and whether it is sent again or refunded."),
        ("KXX-21",),
    ),
    Rule(
        "kx-buyer-headline-report",
        from_platform & parcel_came & not_reported,
        Headline(
            "Report it on the order's page today, with photos: Kingston Express sent it, so it checks and decides."
        ),
        ("KXX-11", "KXX-20"),
    ),
    Rule(
        "kx-buyer-headline-write",
        from_seller & parcel_came & not_written & not_reported,
        Headline("Write to the seller through the order's page today, with photos, and keep the item and the box."),
        ("KXX-02", "KXX-19", "KXX-20"),
    ),
    Rule(
        "kx-buyer-headline-who-sent-it",
        here & parcel_came & not_written & not_reported,
        Headline("Open the order's page today: it says who sent it, and there you report it with photos."),
        ("KXX-11", "KXX-20"),
    ),
    Rule(
        "kx-buyer-headline-cancelled",
        here & (problem == "cancelled-after-shipment") & ~sure(handed_over == "no") & not_reported,
        Headline("Once sent, an order cannot be cancelled: let it come, then ask for a return on the order's page."),
        ("KXX-12", "KXX-09"),
    ),
    Rule(
        "kx-buyer-headline-customs",
        here & (problem == "customs") & not_reported,
        Headline("Read what customs or the carrier wants, and ask on the order's page who does it: you or the seller."),
        ("KXX-02", "CU-20"),
    ),
    Rule(
        "kx-buyer-headline-return-unpaid",
        here & (problem == "return") & return_state.is_in("refund-missing", "lost", "differs") & not_reported,
        Headline("Ask support on the order's page, with the receipt and the tracking of the way back."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-headline-return-sent",
        here & (problem == "return") & (return_state == "sent") & not_reported,
        Headline("Keep the receipt of the way back, and put its tracking number on the order's page."),
        ("KXX-06",),
    ),
    Rule(
        "kx-buyer-headline-return",
        here & (problem == "return") & not_reported,
        Headline("Ask for the return on the order's page in time, and send nothing before it is approved."),
        ("KXX-07", "KXX-09"),
    ),
    Rule(
        "kx-buyer-headline-came-after-all",
        here & (problem == "came-after-all") & not_reported,
        Headline("Say on the order's page that it came after all, and ask: pay for it, or send it back at their cost?"),
        ("KXX-06",),
    ),
    Rule(
        "kx-buyer-platform-answers",
        from_platform,
        Responsible(Party.PLATFORM, "Kingston Express packed and sent it, so it checks the report and decides."),
        ("KXX-15", "KXX-05"),
    ),
    Rule(
        "kx-buyer-seller-answers",
        from_seller & ~sure(platform_used),
        Responsible(Party.SELLER, "The seller packed and sent it, and answers first. Then support decides."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-support-decides",
        here & platform_used,
        Responsible(Party.PLATFORM, "Kingston Express decides, from the proof of both."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-looks-who-sent-it",
        here & ~fulfilment.is_given,
        Step("Look at the order's page: does it say “Dispatched by Kingston Express”?"),
        ("KXX-15",),
    ),
    Rule(
        "kx-buyer-takes-photos-today",
        here
        & problem.is_in("damaged", "wrong-item", "not-as-described", "missing-item", "empty-package")
        & not_reported
        & not_written,
        Step(
            "Take photos today: what came, the box inside and outside, and the label. Do not use it, and keep it all."
        ),
        ("KXX-20",),
    ),
    Rule(
        "kx-buyer-looks-through-the-order",
        here & (problem == "missing-item") & not_reported & not_written,
        Step("Look through the order, all parcels and the notes of the seller: was it to come on its own?"),
        ("KXX-19",),
    ),
    *_in_return_time(
        "kx-buyer-reports-it",
        from_platform & parcel_came & not_reported,
        "Report it on the order's page, with the photos and how many of the items are concerned.",
        ("KXX-11", "KXX-20"),
        Way.PLATFORM,
    ),
    *_in_return_time(
        "kx-buyer-writes-to-the-seller",
        (from_seller | (here & ~fulfilment.is_given)) & parcel_came & not_written & not_reported,
        (
            "Write to the seller through the order's page: what is wrong, with how many of the items, and what you ask "
            "for."
        ),
        ("KXX-02", "KXX-19"),
    ),
    Rule(
        "kx-buyer-waits-for-the-seller",
        here & (reply == "waiting") & ~sure(no_answer) & not_reported,
        Step(
            "Give the seller one day to answer. If there is no answer by then, take it to support on the order's page.",
            after="kingston_silence",
        ),
        ("W-KX-01", "KXX-02"),
    ),
    *_in_return_time(
        "kx-buyer-goes-to-support",
        support_now & ~sure(return_went_wrong),
        "Ask support on the order's page to decide, and add your photos and your messages.",
        ("KXX-02", "KXX-11"),
        Way.PLATFORM,
    ),
    Rule(
        "kx-buyer-looks-around",
        delivered_not_here & ~sure(looked_around == "yes") & not_reported,
        Step("Ask everybody at home and your neighbours, and look wherever a parcel can have been left."),
        ("KXX-10",),
    ),
    Rule(
        "kx-buyer-reports-a-new-scan-later",
        delivered_not_here & (scan_day == "early") & not_reported,
        Step("If it is still not there, report it on the order's page to Kingston Express.", after="scan_day"),
        ("KXX-10", "DH-02"),
    ),
    Rule(
        "kx-buyer-reports-a-delivery",
        delivered_not_here & ~sure(scan_day == "early") & not_reported,
        Step(
            "If it is not there, report it on the order's page to Kingston Express, not to the seller.",
            through=Way.PLATFORM,
        ),
        ("KXX-10",),
    ),
    Rule(
        "kx-buyer-checks-status-and-address",
        late & not_reported,
        Step("Look at the status and the address on the order's page."),
        ("KXX-21",),
    ),
    Rule(
        "kx-buyer-waits-until-it-is-due",
        late & not_due & not_reported,
        Step("Wait until the latest day of delivery has passed, then ask on the order's page.", after="due"),
        ("KXX-21", "KXX-13"),
    ),
    Rule(
        "kx-buyer-asks-where-it-is",
        late & ~sure(not_due) & not_written & not_reported,
        Step("Ask on the order's page where it is."),
        ("KXX-21",),
    ),
    Rule(
        "kx-buyer-support-when-silent",
        late & ~sure(not_due) & not_reported & ~sure(talk_failed),
        Step(
            "If nobody answers, if the order shows as completed, or if it takes very long, ask support on the "
            "order's page."
        ),
        ("KXX-21",),
    ),
    Rule(
        "kx-buyer-asks-why-it-goes-back",
        coming_back & not_reported,
        Step(
            "Ask on the order's page why it goes back, give the right address, and say what you want: it, or the money."
        ),
        ("KXX-21",),
    ),
    Rule(
        "kx-buyer-waits-for-the-inspection",
        inspecting,
        Step("Keep the item and the box, answer what is asked on the order's page, and wait for the result."),
        ("KXX-15", "KXX-20"),
    ),
    Rule(
        "kx-buyer-asks-for-the-day",
        confirmed | won_there,
        Step("Ask support on the order's page by which day it is done, and name the day of the decision."),
        ("KXX-02", "KXX-15"),
    ),
    Rule(
        "kx-buyer-keeps-it-until-told",
        (confirmed | won_there) & parcel_came,
        Step("Keep the item and its packing until Kingston Express tells you what to do with them."),
        ("KXX-20",),
    ),
    Rule(
        "kx-buyer-adds-what-is-new",
        refused_there,
        Step("Ask support for the reason, and add photos or messages that were not looked at yet."),
        ("KXX-02", "KXX-06"),
    ),
    *_in_return_time(
        "kx-buyer-asks-for-a-return",
        here
        & problem.is_in("cancelled-after-shipment", "return")
        & ~sure(sent_back)
        & ~sure(not_here_yet | not_sent)
        & not_reported,
        "Ask for the return on the order's page, and send it only once it is approved, to where the page says.",
        ("KXX-07", "KXX-09"),
    ),
    Rule(
        "kx-buyer-returns-it-once-it-came",
        here & not_here_yet & ~sure(tracking == "returned") & not_reported,
        Step("Let it come, leave it closed, and then ask for the return on the order's page."),
        ("KXX-07", "KXX-09"),
    ),
    Rule(
        "kx-buyer-shows-the-way-back",
        here & (problem == "return") & return_state.is_in("sent", "lost", "refund-missing", "differs"),
        Step("Put the receipt and the tracking number of the way back on the order's page."),
        ("KXX-06",),
    ),
    Rule(
        "kx-buyer-asks-support-about-the-return",
        here & return_went_wrong & not_reported,
        Step("Ask support on the order's page to decide, with the day on which it arrived or was last seen."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-asks-about-customs",
        here & (problem == "customs") & not_reported,
        Step("Write on the order's page what customs wants, and ask who gives the papers and who pays."),
        ("KXX-02", "CU-20"),
    ),
    Rule(
        "kx-buyer-says-that-it-came",
        here & (problem == "came-after-all") & not_reported,
        Step("Write on the order's page that it came, and on which day. Keep it unused until you have an answer."),
        ("KXX-06",),
    ),
    Rule(
        "kx-buyer-settles-nothing-outside",
        buying_here,
        Avoid("Do not settle it outside Kingston Express, in cash or elsewhere: that costs your protection."),
        ("KXX-06", "KXX-01"),
    ),
    Rule(
        "kx-buyer-withdraws-nothing",
        sure(buying_here & reported) & ~sure(kept),
        Avoid("Do not withdraw the report before you have the money or the item."),
        ("R-AN-01",),
    ),
    Rule(
        "kx-buyer-sends-nothing-unasked",
        buying_here
        & (parcel_came | problem.is_in("return", "cancelled-after-shipment"))
        & ~sure(kept | sent_back | not_sent),
        Avoid("Do not send it back before the return is approved on the order's page.", ()),
        ("KXX-09",),
    ),
    Rule(
        "kx-buyer-times-are-estimates",
        here & (problem == "not-received"),
        Warn("Delivery times here are estimates and no promise."),
        ("KXX-13",),
    ),
    Rule(
        "kx-buyer-is-a-reason",
        here & problem.is_in("damaged", "wrong-item", "missing-item", "not-as-described"),
        Warn(
            "Damage, a fault, missing parts and a wrong item, also a wrong size that was sent, are reasons for a "
            "return."
        ),
        ("KXX-09",),
    ),
    Rule(
        "kx-buyer-seller-sets-the-time",
        may_return & not_reported,
        Warn(
            "The seller sets how long a return can be asked for: 7 to 14 days for most local orders, 14 to 30 for "
            "most from "
            "abroad. Look at the seller's terms."
        ),
        ("KXX-07", "KXX-08"),
    ),
    Rule(
        "kx-buyer-proof-item",
        here & not_right & not_reported,
        Proof("item-photos", "Photos of the item that show what is wrong."),
        ("KXX-20",),
    ),
    Rule(
        "kx-buyer-proof-package",
        here & parcel_came & ~sure(only_the_item) & not_reported,
        Proof("package-photos", "Photos of the box, inside and outside."),
        ("KXX-20",),
    ),
    Rule(
        "kx-buyer-proof-label",
        here & parcel_came & not_reported,
        Proof("waybill-photo", "A photo of the label.", needed=False),
        ("KXX-20",),
    ),
    Rule(
        "kx-buyer-proof-messages",
        here & talk_failed,
        Proof("messages", "Your messages with the seller on the order's page."),
        ("KXX-06",),
    ),
    Rule(
        "kx-buyer-fair-confirmed",
        confirmed | won_there,
        Remedy("What Kingston Express decided is yours: it pays or sends again, not the seller by hand."),
        ("KXX-15",),
    ),
    Rule(
        "kx-buyer-fair-part",
        here & (problem == "missing-item") & ~sure(reported),
        Remedy("For what is missing you can ask for its part of the price, or for the item itself."),
        ("KXX-11",),
    ),
    Rule(
        "kx-buyer-fair-return",
        here & problem.is_in("damaged", "wrong-item", "not-as-described", "empty-package") & ~sure(reported),
        Remedy(
            "You can ask for a return, another one or the money back. Who pays for the way back depends on whose "
            "mistake it was."
        ),
        ("KXX-09", "KXX-11"),
    ),
    Rule(
        "kx-buyer-fair-when-nothing-came",
        here & (problem == "not-received") & ~sure(not_due) & ~sure(reported),
        Remedy("If it does not come, that is covered, for orders that were paid on Kingston Express."),
        ("KXX-01",),
    ),
    Rule(
        "kx-buyer-fair-on-a-return",
        here & (problem == "return"),
        Remedy("Once it is back as you got it, what was agreed is due."),
        ("KXX-09",),
    ),
    Rule(
        "kx-buyer-fair-not-confirmed",
        refused_there,
        Remedy("It was not confirmed, so nothing is due there before support looks at it again."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-fair-when-it-came",
        here & (problem == "came-after-all"),
        Remedy("Either the item or the money: pay for it once more, or send it back at their cost."),
        ("KXX-06",),
    ),
    Rule(
        "kx-buyer-door-talk",
        buying_here,
        Door(Way.TALK, "Messages on the order's page", "buyer", "The seller has a day to answer you there."),
        ("W-KX-01", "KXX-02"),
    ),
    Rule(
        "kx-buyer-door-not-due",
        late & not_due,
        Door(
            Way.PLATFORM,
            "Kingston Express: report and support",
            "buyer",
            "Once the latest day has passed, you can ask there. Then support decides.",
            period="due",
        ),
        ("KXX-21", "KXX-01"),
    ),
    Rule(
        "kx-buyer-door-nothing-came",
        here & (problem == "not-received"),
        Door(
            Way.PLATFORM,
            "Kingston Express: report and support",
            "buyer",
            "You report it on the order's page. Support decides, with the proof of both.",
            needs=("tracking-record", "messages"),
        ),
        ("KXX-01", "KXX-02", "KXX-21"),
    ),
    Rule(
        "kx-buyer-door-something-lost",
        here & something_lost,
        Door(
            Way.PLATFORM,
            "Kingston Express: report and support",
            "buyer",
            "You report it on the order's page. Support decides, with the proof of both.",
            needs=("group-photo", "package-photos", "messages"),
        ),
        ("KXX-01", "KXX-02", "KXX-11"),
    ),
    Rule(
        "kx-buyer-door-other",
        here & problem.is_in("return", "customs", "cancelled-after-shipment", "came-after-all"),
        Door(
            Way.PLATFORM,
            "Kingston Express: report and support",
            "buyer",
            "You report it on the order's page. Support decides, with the proof of both.",
            needs=("order-number", "messages"),
        ),
        ("KXX-01", "KXX-02"),
    ),
    Rule(
        "kx-buyer-door-platform",
        buying_here,
        Door(
            Way.PLATFORM,
            "Kingston Express: report and support",
            "buyer",
            "You report it on the order's page. Support decides, with the proof of both.",
            needs=("item-photos", "package-photos", "messages"),
        ),
        ("KXX-01", "KXX-02"),
    ),
    Rule(
        "kx-buyer-return-clock",
        may_return & ~sure(abroad) & ~sure(kingston_return == "over"),
        Clock(
            "Ask for a return, or report it (the shortest time of the sellers here)",
            "kingston_return",
            "The shortest time is over. Look at the seller's terms: some give longer.",
            met=reported,
            act="kx-buyer-return",
        ),
        ("KXX-07",),
    ),
    Rule(
        "kx-buyer-return-clock-longest",
        may_return & ~sure(abroad) & (kingston_return == "over"),
        Clock(
            "Ask for a return, or report it, where the seller gives 14 days",
            "kingston_return_longest",
            "The usual time for a return is over. Report it all the same: support can still decide.",
            met=reported,
            act="kx-buyer-return",
        ),
        ("KXX-07",),
    ),
    Rule(
        "kx-buyer-return-clock-abroad",
        may_return & abroad & ~sure(kingston_return_abroad == "over"),
        Clock(
            "Ask for a return of an order from abroad (the shortest time of the sellers here)",
            "kingston_return_abroad",
            "The shortest time is over. Look at the seller's terms: some give longer.",
            met=reported,
            act="kx-buyer-return",
        ),
        ("KXX-08",),
    ),
    Rule(
        "kx-buyer-return-clock-abroad-longest",
        may_return & abroad & (kingston_return_abroad == "over"),
        Clock(
            "Ask for a return of an order from abroad where the seller gives 30 days",
            "kingston_return_abroad_longest",
            "The usual time for a return is over. Report it all the same: support can still decide.",
            met=reported,
            act="kx-buyer-return",
        ),
        ("KXX-08",),
    ),
    Rule(
        "kx-buyer-rung-won",
        confirmed | won_there,
        Rung(
            2,
            "It was decided for you.",
            "Kingston Express support.",
            "If the money or the item does not come by the day that support names.",
        ),
        ("KXX-02", "KXX-15"),
    ),
    Rule(
        "kx-buyer-rung-support",
        here & reported,
        Rung(
            2,
            "Kingston Express decides.",
            "The bank or PayPal, if you paid with them.",
            "If it is decided against you.",
        ),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-rung-support-now",
        support_now,
        Rung(2, "Kingston Express support.", "Its decision.", "When both sides have shown their proof."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-rung-report",
        from_platform,
        Rung(
            1,
            "The report on the order's page.",
            "Kingston Express support.",
            "If there is no answer, or none that helps.",
        ),
        ("KXX-11", "KXX-02"),
    ),
    Rule(
        "kx-buyer-rung-seller",
        here,
        Rung(
            1,
            "The seller, through the order's page.",
            "Kingston Express support.",
            "If the seller refuses, or does not answer in a day.",
        ),
        ("KXX-02", "W-KX-01"),
    ),
    Rule(
        "kx-buyer-support",
        support_now | confirmed | refused_there,
        Support(("The order number.", "What went wrong, and since when.", "Your photos and messages.")),
        ("KXX-02",),
    ),
    sending(
        "kx-buyer-send-report",
        (from_platform & parcel_came & not_reported) | (delivered_not_here & ~sure(scan_day == "early") & not_reported),
        "kx-buyer-report",
    ),
    sending("kx-buyer-send-where-is-it", late & ~sure(not_due) & not_written & not_reported, "kx-buyer-where-is-it"),
    sending("kx-buyer-send-no-cash", confirmed & (reply == "offered"), "kx-buyer-no-cash"),
    sending("kx-buyer-send-support", support_now | refused_there, "kx-buyer-support-request"),
)
