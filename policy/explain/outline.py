"""A condition as an outline: short clauses in nested lists, where words alone would need brackets.

>>> from policy.facts import in_stock, problem
>>> outline(problem.is_in("damaged", "wrong-item") & ~(in_stock == "no"))
Group(join='and', parts=('it arrived damaged, or the wrong item came', 'not: it is out of stock'))
"""

from collections.abc import Iterator
from typing import NamedTuple

from policy.explain.words import in_words
from policy.language.conditions import All, AnyOf, Condition, Has, Is


class Group(NamedTuple):
    """Clauses that all have to hold (`join` is "and"), or of which one has to ("or")."""

    join: str
    parts: tuple["Outline", ...]


type Outline = str | Group


def outline(condition: Condition) -> Outline:
    """Give a condition as a clause, or as a group of clauses and groups; groups in groups differ in how they join."""
    match condition:
        case Is(fact, values):
            return ", or ".join(in_words(Is(fact, (value,))) for value in values)
        case All() | AnyOf():
            join = "and" if isinstance(condition, All) else "or"
            if join == "or" and all(isinstance(part, Is | Has) for part in condition.parts):
                return ", or ".join(str(outline(part)) for part in condition.parts)
            return Group(join, tuple(_flat(condition, join)))
    return in_words(condition)


def _flat(condition: All | AnyOf, join: str) -> Iterator[Outline]:
    for part in condition.parts:
        inner = outline(part)
        if isinstance(inner, Group) and inner.join == join:
            yield from inner.parts
        else:
            yield inner
