"""A condition in words: the same object that decides, read aloud.

>>> from policy.facts import fulfilment, in_stock
>>> in_words((fulfilment == "seller") & ~(in_stock == "no"))
'the seller shipped the order, and not: it is out of stock'
"""

from policy.cases.derived import ALL_BY_NAME
from policy.language.conditions import All, AnyOf, Condition, Given, Has, Is, Not, Sure
from policy.language.kinds import Choice, Items


def in_words(condition: Condition) -> str:
    """Say a condition as a clause that completes "if …", without a full stop."""
    return _clause(condition, inside=False)


def _clause(condition: Condition, *, inside: bool) -> str:
    match condition:
        case Is(fact, values):
            return _bracket(" or ".join(_value(fact, value) for value in values), inside and len(values) > 1)
        case Has(fact, item):
            return f"you have {_value(fact, item)}"
        case Given(fact):
            return f"we know the answer to “{_ask(fact)}”"
        case Not(Given(fact)):
            return f"we do not know the answer to “{_ask(fact)}”"
        case Not(Sure(part)):
            return f"we do not know that {_clause(part, inside=True)}"
        case Sure(part):
            return f"we know that {_clause(part, inside=True)}"
        case Not(part):
            return f"not: {_clause(part, inside=True)}"
        case All(parts):
            return _bracket(", and ".join(_clause(part, inside=True) for part in parts), inside)
        case AnyOf(parts):
            return _bracket(", or ".join(_clause(part, inside=True) for part in parts), inside)
    return "always"


def _bracket(text: str, needed: bool) -> str:
    return f"({text})" if needed else text


def _value(fact: str, value: str) -> str:
    known = ALL_BY_NAME[fact]
    return known.value(value).clause if isinstance(known, Choice | Items) else value


def _ask(fact: str) -> str:
    return ALL_BY_NAME[fact].ask
