"""A programme's rules, put together from the files of its situations.

A file holds one situation, from its headline to its message. Files go from what holds throughout to what holds only
sometimes, and so do the lines of an answer; where an answer has room for one alone, the later file wins. Within a file
the first rule comes first, and wins.
"""

from collections.abc import Iterable, Mapping
from itertools import chain
from types import ModuleType

from policy.language.authored import AuthoredError
from policy.language.outcomes import Outcome
from policy.language.rule import Rule


def in_order(*situations: ModuleType, particular_first: tuple[type[Outcome], ...] = ()) -> tuple[Rule, ...]:
    """Give the rules of some situations in the order in which they count.

    Args:
        situations: each with its `RULES`. A situation's `BEFORE` maps the id of a rule to that of the rule before which
            it has to come, where the order of the files would have it elsewhere.
        particular_first: kinds of outcome of which those of the later files come first, as the headline does: what a
            reader does first then fits it.

    Raises:
        AuthoredError: a `BEFORE` names a rule that is not there.
    """
    places = sorted({rule.gives.place for situation in situations for rule in situation.RULES})
    rules = [rule for place in places for rule in _at(place, situations, particular_first)]
    for situation in situations:
        _move(rules, getattr(situation, "BEFORE", {}), situation.__name__)
    return tuple(rules)


def _at(place: int, situations: tuple[ModuleType, ...], particular_first: tuple[type[Outcome], ...]) -> Iterable[Rule]:
    """Give the rules whose outcomes have this place; what has room for one alone from the last file to the first."""
    found = [[rule for rule in file.RULES if rule.gives.place == place] for file in situations]
    backwards = any(rule.gives.slot or isinstance(rule.gives, particular_first) for rules in found for rule in rules)
    return chain.from_iterable(reversed(found) if backwards else found)


def _move(rules: list[Rule], before: Mapping[str, str], file: str) -> None:
    for name, other in before.items():
        places = {rule.id: place for place, rule in enumerate(rules)}
        for wanted in (name, other):
            if wanted not in places:
                raise AuthoredError(f"{file}: BEFORE names {wanted}, which is no rule of this programme.")
        moved = rules.pop(places[name])
        rules.insert(places[other] - (places[name] < places[other]), moved)
