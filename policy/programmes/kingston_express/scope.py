"""Kingston Express: the conditions that its rules share."""

from typing import Final

from policy.facts import (
    claim_doubtful,
    customer_aggressive,
    evidence,
    fulfilment,
    inspection,
    problem,
    programme,
    reply,
    review_done,
)
from policy.language.conditions import Condition, sure
from policy.programmes.scope import buying, platform_runs, selling

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
