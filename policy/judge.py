"""What each rule says of a case, and which rules take part in the answer."""

from collections.abc import Iterable
from typing import NamedTuple

from policy.conditions import Known, Settled, settle
from policy.effects import Back, Effect
from policy.rule import Rule
from policy.rulebook import Rulebook


class Verdict(NamedTuple):
    """A rule, what its condition says of the case, and whether its part shows."""

    rule: Rule
    settled: Settled
    shows: bool


def judge(known: Known, rulebook: Rulebook) -> list[Verdict]:
    """Say of every rule that the case does not rule out at once what its condition says, and whether its part shows."""
    verdicts = []
    for rule in rulebook.relevant(known):
        settled = settle(rule.when, known)
        target = rulebook.by_id[rule.gives.rule] if isinstance(rule.gives, Back) else rule
        verdicts.append(Verdict(rule, settled, target.applies(settled.truth)))
    return verdicts


def taken(verdicts: Iterable[Verdict]) -> list[Rule]:
    """Keep the rules that take part: those that show, of single parts the first, and backers whose line shows."""
    kept: list[Rule] = []
    done: set[type[Effect]] = set()
    shows = {verdict.rule.id for verdict in verdicts if verdict.shows}
    for rule in (verdict.rule for verdict in verdicts if verdict.shows):
        kind = type(rule.gives)
        if kind.single and kind in done:
            continue
        if isinstance(rule.gives, Back) and rule.gives.rule not in shows:
            continue
        done.add(kind)
        kept.append(rule)
    return kept
