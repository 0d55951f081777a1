"""Kingston Express, for sellers: the conditions that its rules share."""

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
    side,
)
from policy.language.conditions import Condition, sure

here: Final[Condition] = (side == "seller") & (programme == "kingston-express")
dispatched: Final[Condition] = here & (fulfilment == "platform")
seller_managed: Final[Condition] = here & (fulfilment == "seller")
inspecting: Final[Condition] = dispatched & (inspection == "pending")
unanswered: Final[Condition] = ~sure(reply.is_in("waiting", "offered", "refused", "agreed"))
reviewed: Final[Condition] = ((fulfilment == "platform") & inspection.is_in("upheld", "rejected")) | (
    (fulfilment == "seller") & (review_done == "yes")
)
# The source speaks of parcels that came. Photos of a parcel that never came would be a cruel thing to ask for.
about_a_parcel: Final[Condition] = ~sure(problem.is_in("not-received", "cancelled-after-shipment", "seized-by-customs"))
about_the_item: Final[Condition] = problem.is_in("damaged", "wrong-item")
photos_held: Final[Condition] = sure(evidence.has("item-photos", "package-photos"))
unclear: Final[Condition] = dispatched & (inspection == "unclear")
needs_support: Final[Condition] = here & (unclear | (claim_doubtful == "yes") | (customer_aggressive == "yes"))
rejected: Final[Condition] = (fulfilment == "platform") & (inspection == "rejected")
