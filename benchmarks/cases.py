"""Cases such as readers have them, the same ones on every run: made by a seeded generator, and all of them right."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from policy import parse_case
from policy.facts import FACTS
from policy.language.kinds import Choice, Currency, Day, Grams, Items, Money, Text

TODAY: Final = date(2026, 11, 21)
"""The day on which all of them are answered."""

SEAT: Final = {"side": 0.97, "programme": 0.97, "problem": 0.9}
"""How often a reader knows the facts that come first."""

OTHERS: Final = {Choice: 0.5, Items: 0.6, Grams: 0.1, Money: 0.2, Currency: 0.2, Day: 0.35, Text: 0.3}
"""How often a reader knows a fact of that kind."""

_ITEMS_HELD: Final = 0.3
_LONGEST_AGO: Final = 45
_HEAVIEST: Final = 5000


def cases(count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Make that many cases, as JSON objects."""
    dice = random.Random(seed)  # noqa: S311  # examples, not secrets
    for _ in range(count):
        yield _coherent(_drawn(dice))


def _drawn(dice: random.Random) -> dict[str, Any]:
    return {fact.name: _value(fact, dice) for fact in FACTS if dice.random() < SEAT.get(fact.name, OTHERS[type(fact)])}


def _value(fact: object, dice: random.Random) -> Any:
    match fact:
        case Choice(values=values):
            return dice.choice(values).name
        case Items(values=values):
            return [value.name for value in values if dice.random() < _ITEMS_HELD]
        case Grams():
            return dice.randrange(50, _HEAVIEST)
        case Money():
            return f"{dice.randrange(1, 300)}.{dice.randrange(100):02}"
        case Currency():
            return dice.choice(("USD", "EUR", "CNY", "GBP"))
        case Day():
            return str(TODAY - timedelta(days=dice.randrange(_LONGEST_AGO)))
    return f"Text {dice.randrange(10_000)}"


def _coherent(case: dict[str, Any]) -> dict[str, Any]:
    """Leave out what contradicts the rest."""
    while isinstance(errors := parse_case(case), list):
        for error in errors:
            case.pop(str(error.fact), None)
    return case
