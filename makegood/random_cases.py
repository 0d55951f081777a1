"""Cases drawn from the vocabulary; the same seed gives the same ones. What checks or measures many cases takes these.

Only `makegood diff` makes its own, since it makes them inside of old revisions: see `makegood.commands.policy_told`.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from policy.cases.case import Case, parse_case
from policy.facts import BY_NAME, FACTS
from policy.language.kinds import Choice, Count, Currency, Day, Fact, Grams, Items, Money

TODAY: Final = date(2026, 11, 21)
"""The last day that a case states, and so the one on which to answer it."""

WITH_VALUES: Final = tuple(fact.name for fact in FACTS if isinstance(fact, Choice | Items))
"""The facts whose values the vocabulary lists; all others are counted or typed."""

_LONGEST_AGO: Final = 45
_HEAVIEST: Final = 5000
_MOST: Final = 9


def random_cases(
    count: int, seed: int = 1, *, told: Mapping[str, float], fixed: Mapping[str, Any] | None = None
) -> Iterator[dict[str, Any]]:
    """Give the facts of so many cases, as JSON objects; none contradicts itself.

    Args:
        count: how many.
        seed: another one gives other cases.
        told: how likely a case states a fact, by the fact's name; one that is not named here is not stated.
        fixed: what every case states. It must not contradict itself, or no case is ever found.
    """
    dice = Random(seed)  # noqa: S311  # examples, not secrets
    while count:
        if isinstance(parse_case(facts := random_facts(dice, told, fixed)), Case):
            count -= 1
            yield facts


def random_facts(dice: Random, told: Mapping[str, float], fixed: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Draw facts as `random_cases` does, once; they may contradict each other."""
    drawn = {name: _value(BY_NAME[name], dice) for name, likely in told.items() if dice.random() < likely}
    return drawn | dict(fixed or {})


def _value(fact: Fact, dice: Random) -> Any:
    match fact:
        case Choice(values=values):
            return dice.choice(values).name
        case Items(values=values):
            likely = dice.random()  # from nearly nothing to nearly everything
            return [value.name for value in values if dice.random() < likely]
        case Grams():
            return dice.randrange(50, _HEAVIEST)
        case Count():
            return dice.randrange(1, _MOST)
        case Money():
            return f"{dice.randrange(1, 300)}.{dice.randrange(100):02}"
        case Currency():
            return dice.choice(("USD", "EUR", "CNY", "GBP"))
        case Day():
            return str(TODAY - timedelta(days=dice.randrange(_LONGEST_AGO)))
    return f"Text {dice.randrange(10_000)}"
