"""Cases such as readers have them, the same ones on every run, and all of them right."""

from collections.abc import Iterator
from typing import Any, Final

from makegood.random_cases import random_cases
from policy.facts import FACTS
from policy.language.kinds import Choice, Count, Currency, Day, Grams, Items, Money, Text

SEAT: Final = {"side": 0.97, "programme": 0.97, "problem": 0.9}
"""How often a reader knows the facts that come first."""

OTHERS: Final = {Choice: 0.5, Items: 0.6, Grams: 0.1, Count: 0.2, Money: 0.2, Currency: 0.2, Day: 0.35, Text: 0.3}
"""How often a reader knows a fact of that kind."""


def cases(count: int) -> Iterator[dict[str, Any]]:
    """Make that many cases, as JSON objects."""
    return random_cases(count, told={fact.name: SEAT.get(fact.name, OTHERS[type(fact)]) for fact in FACTS})
