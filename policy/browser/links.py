"""Which facts can stand in a link: those with fixed values, never what somebody typed; and how an old link is read."""

from typing import Any, Final

from policy.cases.version_1 import as_links_have_it
from policy.facts import FACTS, buyer_country, international, paid_with, programme, seller_is, side
from policy.language.kinds import NOT_KNOWN, Choice, Items

CARRIED: Final = (side, programme, seller_is, international, buyer_country, paid_with)
"""The facts that stay the same whatever went wrong: a link to another page takes them along."""


def linkable() -> dict[str, Any]:
    """Give the values that each fact can have in a link.

    Returns:
        Under `choice` the facts that have one value, "unknown" among them; under `list` those that have several, parted
        by commas. Texts, amounts, numbers, weights and days are not there. Under `carried` the facts that a link to
        another page takes along, under `old` how a link of version 1 is read.
    """
    return {
        "choice": {
            fact.name: [*(value.name for value in fact.values), NOT_KNOWN] for fact in FACTS if isinstance(fact, Choice)
        },
        "list": {fact.name: [value.name for value in fact.values] for fact in FACTS if isinstance(fact, Items)},
        "carried": [fact.name for fact in CARRIED],
        "old": as_links_have_it(),
    }
