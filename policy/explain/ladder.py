"""The way up as a whole: every rung that a case can stand on, in order, read off the rules that give them.

>>> from policy import rulebook
>>> [step.rules[0].gives.now for step in way_up(rulebook().rules, {"side": "seller", "programme": "ebay"})]
['Settle it with the buyer.', "The buyer's request.", 'eBay decides.', 'An appeal, with new evidence.']
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from policy.cases.derived import ALL_BY_NAME
from policy.language.conditions import Known, facts_of, settle
from policy.language.kinds import Choice
from policy.language.outcomes import Rung
from policy.language.rule import Rule


class LadderRung(NamedTuple):
    """One rung: the rules that put a case there. Where there are several, each holds in other cases."""

    number: int
    rules: tuple[Rule, ...]


def way_up(rules: Iterable[Rule], known: Known) -> tuple[LadderRung, ...]:
    """Give the rungs, lowest first, that a case with these facts can stand on.

    Where the rules number their rungs, those without a number are no steps of the way and are left out. Where they do
    not, the rules' order tells: an earlier rule is a higher rung, and rules that exclude each other share one.
    """
    possible = _possible(rules, known)
    numbers = sorted({number for rule in possible if (number := _rung(rule).rung) is not None})
    if numbers:
        return tuple(
            LadderRung(number, tuple(rule for rule in reversed(possible) if _rung(rule).rung == number))
            for number in numbers
        )
    levels: list[list[Rule]] = []
    for rule in reversed(possible):
        if levels and all(_exclude(rule, other, known) for other in levels[-1]):
            levels[-1].append(rule)
        else:
            levels.append([rule])
    return tuple(LadderRung(number, tuple(level)) for number, level in enumerate(levels, 1))


def _possible(rules: Iterable[Rule], known: Known) -> list[Rule]:
    """Keep the rules that can still give the rung: the first that holds for good rules out all after it."""
    found = []
    for rule in rules:
        if isinstance(rule.gives, Rung):
            truth, still = settle(rule.when, known)
            if truth or still:
                found.append(rule)
            if truth and not still:
                break
    return found


def _exclude(one: Rule, other: Rule, known: Known) -> bool:
    """Say whether some fact has no value with which both rules can hold."""
    shared = facts_of(one.when) & facts_of(other.when)
    return any(_none_allows((one, other), fact, known) for fact in sorted(shared))


def _none_allows(rules: Sequence[Rule], fact: str, known: Known) -> bool:
    choice = ALL_BY_NAME[fact]
    if not isinstance(choice, Choice):
        return False
    values: list[dict[str, Any]] = [{**known, fact: value.name} for value in choice.values]
    return all(any(settle(rule.when, value).truth is False for rule in rules) for value in values)


def _rung(rule: Rule) -> Rung:
    if not isinstance(rule.gives, Rung):
        raise TypeError(f"{rule.id} gives no rung.")
    return rule.gives
