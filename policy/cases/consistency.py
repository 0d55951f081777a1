"""What facts say about each other: pairs that cannot both be true, days in their order, and what follows from what."""

from typing import Final, NamedTuple

from policy.cases.programmes import shipped_by
from policy.facts import fulfilment, handed_over, international, problem, tracking
from policy.language.conditions import Condition
from policy.language.programme import programmes
from policy.language.sentences import in_a_list


class Contradiction(NamedTuple):
    """Facts that cannot both be true.

    `correct` is the one to look at first; `message` names both and says what to do. `plain` says it to somebody who
    sees the question of `correct` and no fact's name.
    """

    when: Condition
    correct: str
    message: str
    plain: str


_DISPATCHING: Final = [record.label for record in programmes() if "platform" in record.fulfilment]
_HAVE_TWO_WAYS: Final = f"{in_a_list(_DISPATCHING)} {'has' if len(_DISPATCHING) == 1 else 'have'} two ways to ship"
_PLATFORM: Final = in_a_list(_DISPATCHING, "or")

CONTRADICTIONS: Final = (
    Contradiction(
        shipped_by() & fulfilment.is_given,
        "fulfilment",
        f"fulfilment does not go with this programme: only {_HAVE_TWO_WAYS}. "
        "Leave fulfilment out, or correct programme.",
        f"Only {_HAVE_TWO_WAYS}. Take this answer back, or change where the order was made.",
    ),
    Contradiction(
        shipped_by("seller") & (fulfilment == "platform"),
        "fulfilment",
        f"fulfilment says that {_PLATFORM} dispatched the order, but programme says that it was made elsewhere. "
        "Correct one of the two.",
        f"You said that {_PLATFORM} dispatched it, but also that it was ordered elsewhere. Change one of the two.",
    ),
    Contradiction(
        (problem == "seized-by-customs") & (tracking == "delivered"),
        "tracking",
        "tracking says delivered, but problem says that customs took the parcel. Correct one of the two.",
        "You said that it was delivered, but also that customs took it. Change one of the two.",
    ),
    Contradiction(
        (problem == "seized-by-customs") & (international == "no"),
        "international",
        "international says no, but problem says that customs took the parcel, which happens only at a border. "
        "Correct one of the two.",
        "You said that the parcel crosses no border, but also that customs took it. Change one of the two.",
    ),
    Contradiction(
        (handed_over == "no") & tracking.is_in("in-transit", "stalled", "delivered", "returned"),
        "handed_over",
        "handed_over says that the carrier has not taken the parcel, but tracking shows it on the move. "
        "Correct one of the two.",
        "You said that the carrier has not taken the parcel, but also that it is on the move. Change one of the two.",
    ),
)

IMPLIED: Final = ((problem == "seized-by-customs", "international", "yes"),)
"""Condition, fact, value: where the condition holds and the fact was left out, it has that value."""

ORDERED_DAYS: Final = (
    ("ordered_on", "shipped_on", False),
    ("ordered_on", "estimated_delivery_on", False),
    ("ordered_on", "delivered_on", False),
    ("shipped_on", "delivered_on", False),
    ("ordered_on", "noticed_on", False),
    ("delivered_on", "noticed_on", True),
    ("ordered_on", "contacted_on", False),
    ("ordered_on", "request_opened_on", False),
)
"""Earlier day, later day, and whether that order holds only where a parcel arrived."""
