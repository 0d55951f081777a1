"""Kingston Express: the conditions that its rules share."""

from typing import Final

from policy.facts import (
    claim_doubtful,
    customer_aggressive,
    evidence,
    fulfilment,
    handed_over,
    inspection,
    international,
    platform_case,
    problem,
    programme,
    reply,
    return_state,
    review_done,
    tracking,
)
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Step, Way
from policy.language.rule import Rule
from policy.periods import (
    due,
    kingston_return,
    kingston_return_abroad,
    kingston_return_abroad_longest,
    kingston_return_longest,
    kingston_silence,
)
from policy.programmes.scope import (
    buying,
    parcel_came,
    payment_used,
    platform_runs,
    platform_used,
    promise_broken,
    selling,
    settled,
)

NO_PARCEL: Final = ("not-received", "cancelled-after-shipment", "customs", "return", "came-after-all")
"""The problems in which there is no parcel to look at, or another one."""

here: Final[Condition] = selling & (programme == "kingston-express")
dispatched: Final[Condition] = here & (fulfilment == "platform")
seller_managed: Final[Condition] = here & (fulfilment == "seller")
inspecting: Final[Condition] = dispatched & (inspection == "pending")
unanswered: Final[Condition] = ~sure(reply.is_in("not-contacted", "answered", "offered", "refused", "agreed"))
"""As far as we know, the customer wrote and has no answer yet."""

inspected: Final[Condition] = (fulfilment == "platform") & inspection.is_in("upheld", "rejected")
reviewed: Final[Condition] = inspected | ((fulfilment == "seller") & (review_done == "yes"))
disputed: Final[Condition] = here & platform_runs
# The source speaks of parcels that came. Photos of a parcel that never came would be a cruel thing to ask for.
about_a_parcel: Final[Condition] = ~sure(problem.is_in(*NO_PARCEL))
about_the_item: Final[Condition] = problem.is_in("damaged", "wrong-item", "not-as-described")
photos_held: Final[Condition] = sure(evidence.has("item-photos", "package-photos"))
unclear: Final[Condition] = dispatched & (inspection == "unclear")
needs_support: Final[Condition] = here & (unclear | (claim_doubtful == "yes") | (customer_aggressive == "yes"))
rejected: Final[Condition] = (fulfilment == "platform") & (inspection == "rejected")

buying_here: Final[Condition] = buying & (programme == "kingston-express")
buying_unsettled: Final[Condition] = buying_here & ~sure(settled)
bought_from_platform: Final[Condition] = buying_unsettled & (fulfilment == "platform")
bought_from_seller: Final[Condition] = buying_unsettled & (fulfilment == "seller")
inspection_runs: Final[Condition] = (fulfilment == "platform") & parcel_came & inspection.is_given
reported: Final[Condition] = platform_used | inspection_runs
"""It was reported on the order's page: a case there, or an inspection that follows a report."""

not_reported: Final[Condition] = ~sure(reported) & ~sure(payment_used)
not_written: Final[Condition] = ~sure(reply.is_in("waiting", "answered", "offered", "refused", "agreed"))
confirmed_for_buyer: Final[Condition] = (
    bought_from_platform
    & ((parcel_came & (inspection == "upheld")) | (platform_case == "decided-for-buyer"))
    & ~sure(platform_case == "decided-for-seller")
)
decided_against_buyer: Final[Condition] = buying_unsettled & (
    (
        (fulfilment == "platform")
        & parcel_came
        & (inspection == "rejected")
        & ~sure(platform_case == "decided-for-buyer")
    )
    | (platform_case == "decided-for-seller")
)
no_answer: Final[Condition] = (reply == "waiting") & (kingston_silence == "running")
talk_failed: Final[Condition] = (reply == "refused") | no_answer | promise_broken
delivered_not_here: Final[Condition] = buying_unsettled & (problem == "not-received") & (tracking == "delivered")
late: Final[Condition] = buying_unsettled & (problem == "not-received") & ~sure(tracking.is_in("delivered", "returned"))
not_due_yet: Final[Condition] = due == "early"
abroad: Final[Condition] = international == "yes"
never_sent: Final[Condition] = (problem == "cancelled-after-shipment") & (handed_over == "no")
may_return: Final[Condition] = buying_unsettled & (
    parcel_came
    | ((problem == "cancelled-after-shipment") & ~sure(never_sent))
    | ((problem == "return") & (return_state == "not-sent-back"))
)


def in_return_time(
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
