"""A programme's rules, put together from the files of its situations.

A file holds one situation, from its headline to its message. Files go from what holds throughout to what holds only
sometimes, and so do the lines of an answer; where an answer has room for one alone, the later file wins. Within a file
the first rule comes first, and wins.
"""

from collections.abc import Mapping
from types import ModuleType
from typing import Final

from policy.language.authored import AuthoredError
from policy.language.outcomes import (
    Avoid,
    Clock,
    Effect,
    Grade,
    Headline,
    Process,
    Proof,
    Remedy,
    Responsible,
    Rung,
    Send,
    Step,
    Support,
    WalkAway,
    Warn,
)
from policy.language.rule import Rule

PARTS: Final[tuple[tuple[type[Effect], ...], ...]] = (
    (Headline,),
    (Responsible,),
    (Process,),
    (Step,),
    (Avoid,),
    (Warn,),
    (Proof,),
    (Grade,),
    (Remedy,),
    (Clock,),
    (Rung,),
    (Support,),
    (WalkAway,),
    (Send,),
)
"""What rules give, in the order in which a programme's rules come."""


def in_order(*situations: ModuleType) -> tuple[Rule, ...]:
    """Give the rules of some situations in the order in which they count.

    Args:
        situations: each with its `RULES`. A situation's `BEFORE` maps the id of a rule to that of the rule before which
            it has to come, where the order of the files would have it elsewhere.

    Raises:
        AuthoredError: a `BEFORE` names a rule that is not there, or a rule gives what has no place in `PARTS`.
    """
    rules = [rule for kinds in PARTS for rule in _of(kinds, situations)]
    lost = {rule.id for situation in situations for rule in situation.RULES} - {rule.id for rule in rules}
    if lost:
        raise AuthoredError(f"What {', '.join(sorted(lost))} gives has no place in policy.programmes.order.PARTS.")
    for situation in situations:
        _move(rules, getattr(situation, "BEFORE", {}), situation.__name__)
    return tuple(rules)


def _of(kinds: tuple[type[Effect], ...], situations: tuple[ModuleType, ...]) -> list[Rule]:
    first_wins = any(kind.single for kind in kinds)
    files = reversed(situations) if first_wins else situations
    return [rule for file in files for rule in file.RULES if isinstance(rule.gives, kinds)]


def _move(rules: list[Rule], before: Mapping[str, str], file: str) -> None:
    for name, other in before.items():
        places = {rule.id: place for place, rule in enumerate(rules)}
        for wanted in (name, other):
            if wanted not in places:
                raise AuthoredError(f"{file}: BEFORE names {wanted}, which is no rule of this programme.")
        moved = rules.pop(places[name])
        rules.insert(places[other] - (places[name] < places[other]), moved)
