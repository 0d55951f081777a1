"""Cases in the words of version 1 of the contract, as saved files and old links still hold them.

What is certain is read in today's words. What is not, a reader is asked again: in version 1 one fact told of the case
with the marketplace and of the one with PayPal or the bank, and one day counted for both.

>>> read({"side": "buyer", "problem": "seized-by-customs", "escalated": "community"}).again
('platform_case', 'payment_case')
"""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from policy.facts import (
    BY_NAME,
    community,
    customs,
    payment_case,
    platform_case,
    platform_case_opened_on,
    problem,
    programme,
    reply,
    side,
)
from policy.language.kinds import NOT_KNOWN

ESCALATED, REQUEST_OPENED_ON = "escalated", "request_opened_on"
"""The facts that are no more."""

_BOTH_CASES: Final = (platform_case.name, payment_case.name)


class Reading(NamedTuple):
    """How one value of version 1 is read.

    `fact` had that `value`, and the case held `others` as well. `means` is what it says today, and `again` are the
    facts to ask for again. Of several readings of one fact the first that fits counts.
    """

    fact: str
    value: str
    means: Mapping[str, str]
    again: tuple[str, ...] = ()
    others: Mapping[str, str] = {}


READINGS: Final = (
    Reading(problem.name, "seized-by-customs", {problem.name: "customs", customs.name: "seized"}),
    Reading(programme.name, "other", {}, (programme.name,)),
    Reading(ESCALATED, "none", {}),
    Reading(ESCALATED, NOT_KNOWN, {}),
    Reading(ESCALATED, "platform-dispute", {platform_case.name: "open"}, others={programme.name: "ebay"}),
    Reading(ESCALATED, "platform-dispute", {}, _BOTH_CASES),
    Reading(ESCALATED, "community", {community.name: "tried"}, _BOTH_CASES),
    Reading(ESCALATED, "exhausted", {community.name: "tried"}, _BOTH_CASES, {side.name: "buyer"}),
    Reading(ESCALATED, "exhausted", {}, _BOTH_CASES),
    # the talk was told from the reader's own seat; now it is the same for both
    Reading(reply.name, "not-contacted", {reply.name: "waiting"}, others={side.name: "seller"}),
    Reading(reply.name, "waiting", {reply.name: "answered"}, others={side.name: "seller"}),
)
"""Every value that is gone or means something else now."""


class Read(NamedTuple):
    """The facts in today's words, and those that have to be asked again."""

    facts: dict[str, Any]
    again: tuple[str, ...]


def is_of_version_1(facts: Mapping[str, Any]) -> bool:
    """Say whether facts hold something that only version 1 could say."""
    return bool({ESCALATED, REQUEST_OPENED_ON} & facts.keys()) or any(
        facts.get(reading.fact) == reading.value for reading in READINGS if _is_gone(reading)
    )


def read(facts: Mapping[str, Any]) -> Read:
    """Read facts in the words of version 1; what is wrong with them otherwise stays as it is, to be refused."""
    found = {name: value for name, value in facts.items() if name != REQUEST_OPENED_ON}
    again: dict[str, None] = {}
    for fact in dict.fromkeys(reading.fact for reading in READINGS):
        fitting = (reading for reading in READINGS if reading.fact == fact and _fits(reading, facts))
        if reading := next(fitting, None):
            del found[fact]
            found |= reading.means
            again |= dict.fromkeys(reading.again)
    if found.get(ESCALATED, NOT_KNOWN) is None:
        del found[ESCALATED]  # null is a fact left out
    opened = facts.get(REQUEST_OPENED_ON)
    if opened not in (None, NOT_KNOWN):
        if ESCALATED in facts and found.get(platform_case.name) == "open":
            found[platform_case_opened_on.name] = opened
        else:
            again |= dict.fromkeys(_BOTH_CASES)
    return Read(found, tuple(again))


def as_links_have_it() -> dict[str, Any]:
    """Give the readings as data for the page's script, which follows them and decides nothing.

    Returns:
        Under `readings` the fields of each; under `gone` the values by which a link is known to be old; under `asks`
        the questions that may have to be answered again.
    """
    again = {fact for reading in READINGS for fact in reading.again}
    return {
        "readings": [
            [reading.fact, reading.value, dict(reading.others), dict(reading.means), list(reading.again)]
            for reading in READINGS
        ],
        "gone": [[reading.fact, reading.value] for reading in READINGS if _is_gone(reading)],
        "asks": {name: BY_NAME[name].ask for name in BY_NAME if name in again},
    }


def _fits(reading: Reading, facts: Mapping[str, Any]) -> bool:
    return all(facts.get(fact) == value for fact, value in ((reading.fact, reading.value), *reading.others.items()))


def _is_gone(reading: Reading) -> bool:
    """Say whether today's facts do not have this value, so that whoever has it speaks version 1."""
    return reading.fact not in BY_NAME or reading.fact in (problem.name, programme.name)
