"""What each rule says of a case, and which rules take part in the answer."""

from collections.abc import Callable, Iterable, Iterator

from policy.engine.rulebook import Rulebook
from policy.language.conditions import Known, Settled
from policy.language.rule import Rule

type Judgement = tuple[Rule, Settled, bool]
"""A rule, what its condition says of the case, and whether its part shows."""


def judge(known: Known, rulebook: Rulebook) -> list[Judgement]:
    """Say of every rule that counts, or still could, what its condition says, and whether its part shows.

    Left out are rules that the case rules out for good, and those for a slot that an earlier rule fills for good.
    """
    return list(judgements_on(rulebook.relevant(known), lambda rule: rule.when.settled(known)))


def judgements_on(rules: Iterable[Rule], says: Callable[[Rule], Settled]) -> Iterator[Judgement]:
    """Give the judgements on some rules; `says` tells what a rule's condition says, and is asked while it counts."""
    decided: set[str] = set()
    for rule in rules:
        slot = rule.gives.slot
        if slot in decided:
            continue
        truth, still = settled = says(rule)
        if truth is False and not still:
            continue
        shows = rule.applies(truth)
        if slot and shows and not still:
            decided.add(slot)
        yield rule, settled, shows


def taken(judgements: Iterable[Judgement]) -> list[Rule]:
    """Keep the rules that take part: those that show, of those for one slot the first."""
    kept: list[Rule] = []
    done: set[str] = set()
    for rule, _, shows in judgements:
        slot = rule.gives.slot
        if shows and not (slot and slot in done):
            done.add(slot)
            kept.append(rule)
    return kept
