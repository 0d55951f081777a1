"""How the doors of a case stand today: each way to the thing or the money, from its first day to its last.

Which doors a case has, its rules say (`Door`). How a door stands follows from the facts: whether it was used and how
that ended, whether another one shut it, whose it is, and where today lies in its days.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from policy.facts import BY_NAME, carrier_claim, community, payment_case, platform_case, promise_kept, reply, side
from policy.language.conditions import Known
from policy.language.kinds import Choice
from policy.language.outcomes import Door, DoorState, Way
from policy.periods import PERIODS

CLOSING: Final = timedelta(days=7)
"""A door whose last day is so near is closing."""

_CASE: Final = {
    "open": DoorState.IN_USE,
    "with-platform": DoorState.IN_USE,
    "claim": DoorState.IN_USE,
    "closed": DoorState.CLOSED,
}
_CLAIM: Final = {"open": DoorState.IN_USE, "paid": DoorState.WON, "refused": DoorState.LOST}

USED: Final[Mapping[Way, tuple[Choice, Mapping[str, DoorState]]]] = {
    Way.TALK: (
        reply,
        {
            "waiting": DoorState.IN_USE,
            "answered": DoorState.IN_USE,
            "offered": DoorState.IN_USE,
            "agreed": DoorState.WON,
            "refused": DoorState.CLOSED,
        },
    ),
    Way.PLATFORM: (platform_case, _CASE),
    Way.PAYMENT: (payment_case, _CASE),
    Way.CARRIER: (carrier_claim, _CLAIM),
    Way.INSURANCE: (carrier_claim, _CLAIM),
    Way.COMMUNITY: (community, {"tried": DoorState.CLOSED}),
}
"""The fact that says how far each door was used, and what its values make of the door."""

TO_KEEP: Final = (DoorState.NOT_YET, DoorState.OPEN, DoorState.CLOSING)
"""The states in which a door's own days are still to be kept."""

_DECIDED: Final = {"decided-for-buyer": "buyer", "decided-for-seller": "seller"}
_LEADS_ON: Final = frozenset(
    {DoorState.NOT_YET, DoorState.OPEN, DoorState.CLOSING, DoorState.IN_USE, DoorState.NOT_KNOWN}
)
_UNUSED: Final = _LEADS_ON - {DoorState.IN_USE}
_USED: Final = frozenset({DoorState.IN_USE, DoorState.WON, DoorState.LOST})
_FIXED: Final = (DoorState.NONE, DoorState.NOT_FOR_YOU)
_USABLE: Final = (DoorState.CLOSING, DoorState.OPEN)
_ORDER: Final = (*_USABLE, DoorState.NOT_YET, DoorState.IN_USE)
RANKS: Final = len(_ORDER) + 1
"""How many ranks doors can have: see `rank`."""


@dataclass(frozen=True, slots=True)
class DoorLine:
    """A door as the contract has it.

    `counts_from` says from what its last day counts. `shut_by` are the ways that would shut it, where they can still be
    used: so both doors say it before either is used. `asks` names the fact that is missing to know a day or how it
    stands, and `ask` is its question.
    """

    id: str
    name: str
    who: str
    state: DoorState
    opens_on: date | None
    closes_on: date | None
    why: str
    needs: tuple[str, ...]
    shuts: tuple[str, ...]
    cites: tuple[str, ...]
    confidence: str
    counts_from: str = ""
    asks: str = ""
    ask: str = ""
    shut_by: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Say that there is something to show."""
        return True


def door_line(
    door: Door, cites: tuple[str, ...], known: Known, days: Mapping[str, date], today: date | None
) -> DoorLine:
    """Make a door's line; that another door shuts it, is for `arranged` to say.

    Args:
        door: what a rule gives.
        cites: the sources behind it.
        known: the facts, derived ones among them.
        days: the days among them that can be counted with.
        today: the day on which it is judged.
    """
    period = PERIODS.get(door.period)
    opens, closes = (period.first(days), period.last(days)) if period else (None, None)
    after = period and (period.closes or period.opens)
    state = _state(door, known, closes, today)
    missing = ""
    if state in (*TO_KEEP, DoorState.NOT_KNOWN):
        undecided = period.sources if period and door.period not in known else ()
        missing = next((name for name in undecided if known.get(name) is None), "")
        missing = missing or (door.asks if known.get(door.asks) is None else "")
    return DoorLine(
        door.way,
        door.name,
        door.who,
        state,
        opens,
        closes,
        door.why,
        door.needs,
        tuple(door.shuts),
        cites,
        after.confidence if after else "verified",
        after.words_with(days) if after else "",
        missing,
        BY_NAME[missing].ask_for(str(known.get(side.name))) if missing else "",
    )


def says_how_it_was_used(door: Door, known: Known) -> frozenset[str]:
    """Name the facts, not known yet, that can still say how a door was used."""
    if door.way not in USED or door.state in _FIXED:
        return frozenset()
    fact = USED[door.way][0]
    how = known.get(fact.name)
    if how is None:
        return frozenset((fact.name, promise_kept.name) if fact is reply else (fact.name,))
    # Where both have agreed, it counts whether that was done.
    return frozenset((promise_kept.name,) if fact is reply and how == "agreed" else ())


def arranged(doors: Iterable[DoorLine]) -> tuple[DoorLine, ...]:
    """Shut what another door shuts, and sort: what can be used now, the soonest to close first, then the rest."""
    doors = list(doors)
    return tuple(sorted((_beside(door, doors) for door in doors), key=_place))


def _beside(door: DoorLine, doors: Iterable[DoorLine]) -> DoorLine:
    is_shut = any(shuts(other, door.id) for other in doors)
    return beside(door, is_shut, tuple(other.id for other in doors if could_shut(other, door.id)))


def beside(door: DoorLine, is_shut: bool, shut_by: tuple[str, ...]) -> DoorLine:
    """Give a door as it stands beside the others, as long as it leads on: shut, or with the ways that would shut it."""
    if door.state not in _LEADS_ON:
        return door
    return replace(door, state=DoorState.SHUT) if is_shut else replace(door, shut_by=shut_by)


def shuts(door: DoorLine, way: str) -> bool:
    """Say whether a door was used, and so shuts another way."""
    return way in door.shuts and door.state in _USED


def could_shut(door: DoorLine, way: str) -> bool:
    """Say whether a door would shut another way, and can still be used."""
    return way in door.shuts and door.state in _UNUSED


def rank(door: DoorLine) -> int:
    """Say how early a door stands among all: below `RANKS`, and 0 where it can be used now."""
    usable = door.state in _USABLE
    return 0 if usable else _ORDER.index(door.state) if door.state in _ORDER else len(_ORDER)


def _place(door: DoorLine) -> tuple[int, date]:
    return rank(door), (door.closes_on or date.max) if door.state in _USABLE else date.max


def _state(door: Door, known: Known, last: date | None, today: date | None) -> DoorState:
    if door.state in _FIXED and door.state:
        return door.state
    if used := _as_used(door, known) or door.state:
        return used
    if known.get(side.name) not in (None, door.who):
        return DoorState.NOT_FOR_YOU
    if not door.period:
        return DoorState.OPEN
    match known.get(door.period):
        case "early":
            return DoorState.NOT_YET
        case "over":
            return DoorState.CLOSED
        case "running":
            return DoorState.CLOSING if last and today and last - today <= CLOSING else DoorState.OPEN
    return DoorState.NOT_KNOWN


def _as_used(door: Door, known: Known) -> DoorState | None:
    """Say how the door stands because it was used; None where it was not."""
    if door.way not in USED:
        return None
    fact, states = USED[door.way]
    value = known.get(fact.name)
    if value == "agreed" and known.get(promise_kept.name) == "no":
        return DoorState.CLOSED
    if value in _DECIDED:
        seat = known.get(side.name, door.who)
        return DoorState.WON if _DECIDED[str(value)] == seat else DoorState.LOST
    return states.get(str(value))
