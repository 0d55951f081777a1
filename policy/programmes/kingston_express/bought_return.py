"""Kingston Express, for buyers: a return, also of an order that was cancelled too late, and its days."""

from typing import Final

from policy.facts import handed_over, problem, return_state, tracking
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Clock, Headline, Remedy, Step, Warn
from policy.language.rule import Rule
from policy.periods import kingston_return, kingston_return_abroad
from policy.programmes.kingston_express.scope import (
    abroad,
    buying_unsettled,
    in_return_time,
    may_return,
    never_sent,
    not_reported,
    reported,
)
from policy.programmes.scope import return_went_wrong, sent_back

not_here_yet: Final[Condition] = (problem == "cancelled-after-shipment") & tracking.is_in(
    "not-scanned", "in-transit", "stalled", "waiting-for-collection", "returned"
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "kx-buyer-headline-cancelled",
        buying_unsettled & (problem == "cancelled-after-shipment") & ~sure(handed_over == "no") & not_reported,
        Headline("Once sent, an order cannot be cancelled: let it come, then ask for a return on the order's page."),
        ("KXX-12", "KXX-09"),
    ),
    Rule(
        "kx-buyer-headline-return-unpaid",
        buying_unsettled
        & (problem == "return")
        & return_state.is_in("refund-missing", "lost", "differs")
        & not_reported,
        Headline("Ask support on the order's page, with the receipt and the tracking of the way back."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-headline-return-sent",
        buying_unsettled & (problem == "return") & (return_state == "sent") & not_reported,
        Headline("Keep the receipt of the way back, and put its tracking number on the order's page."),
        ("KXX-06",),
    ),
    Rule(
        "kx-buyer-headline-return",
        buying_unsettled & (problem == "return") & not_reported,
        Headline("Ask for the return on the order's page in time, and send nothing before it is approved."),
        ("KXX-07", "KXX-09"),
    ),
    *in_return_time(
        "kx-buyer-asks-for-a-return",
        buying_unsettled
        & problem.is_in("cancelled-after-shipment", "return")
        & ~sure(sent_back)
        & ~sure(not_here_yet | never_sent)
        & not_reported,
        "Ask for the return on the order's page, and send it only once it is approved, to where the page says.",
        ("KXX-07", "KXX-09"),
    ),
    Rule(
        "kx-buyer-returns-it-once-it-came",
        buying_unsettled & not_here_yet & ~sure(tracking == "returned") & not_reported,
        Step("Let it come, leave it closed, and then ask for the return on the order's page."),
        ("KXX-07", "KXX-09"),
    ),
    Rule(
        "kx-buyer-shows-the-way-back",
        buying_unsettled & (problem == "return") & return_state.is_in("sent", "lost", "refund-missing", "differs"),
        Step("Put the receipt and the tracking number of the way back on the order's page."),
        ("KXX-06",),
    ),
    Rule(
        "kx-buyer-asks-support-about-the-return",
        buying_unsettled & return_went_wrong & not_reported,
        Step("Ask support on the order's page to decide, with the day on which it arrived or was last seen."),
        ("KXX-02",),
    ),
    Rule(
        "kx-buyer-fair-on-a-return",
        buying_unsettled & (problem == "return"),
        Remedy("Once it is back as you got it, what was agreed is due."),
        ("KXX-09",),
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
        "kx-buyer-seller-sets-the-time",
        may_return & not_reported,
        Warn(
            "The seller sets how long a return can be asked for: 7 to 14 days for most local orders, 14 to 30 for "
            "most from "
            "abroad. Look at the seller's terms."
        ),
        ("KXX-07", "KXX-08"),
    ),
)
