"""Conditions: expressions over facts that can be read back, with three values.

A condition is data. The same object answers a case (`settle`), names the facts that can still change it, is printed in
words on the pages (`policy.explain`), and becomes JSON for the digest (`as_data`). Nothing else in the project decides.

The three values are `True` (yes), `False` (no) and `None` (not known yet), combined as Kleene combined them: *and* is
no as soon as one part is no, *or* is yes as soon as one part is yes, otherwise a part that is not known makes the
whole not known.

>>> from policy.facts import fulfilment, side
>>> condition = (side == "seller") & (fulfilment == "platform")
>>> settle(condition, {"side": "seller"})
Settled(truth=None, open=frozenset({'fulfilment'}))
>>> settle(condition, {"side": "buyer"})
Settled(truth=False, open=frozenset())
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

type Truth = bool | None
"""Yes, no, or (None) not known yet."""

type Known = Mapping[str, Any]
"""Fact name -> value, only the facts that are known. Only strings and collections of strings are ever looked at."""


class Settled(NamedTuple):
    """What a condition says now, and which unknown facts could still make it say something else."""

    truth: Truth
    open: frozenset[str]


_NOTHING: frozenset[str] = frozenset()
_YES = Settled(True, _NOTHING)
_NO = Settled(False, _NOTHING)


@dataclass(frozen=True, slots=True)
class Condition:
    """The base of all conditions; combine them with `&`, `|` and `~`."""

    def __and__(self, other: Condition) -> Condition:
        """Both hold."""
        return All((*_parts(self, All), *_parts(other, All)))

    def __or__(self, other: Condition) -> Condition:
        """At least one holds."""
        return AnyOf((*_parts(self, AnyOf), *_parts(other, AnyOf)))

    def __invert__(self) -> Condition:
        """It does not hold."""
        return Not(self)

    def __bool__(self) -> bool:
        """Refuse: `and`, `or`, `not` and chained comparisons would silently drop half of an expression."""
        raise TypeError("A condition is not yet true or false: combine conditions with &, | and ~, in brackets.")


@dataclass(frozen=True, slots=True)
class Always(Condition):
    """Holds in every case."""


@dataclass(frozen=True, slots=True)
class Is(Condition):
    """A fact has one of these values."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Has(Condition):
    """A fact that is a list, such as `evidence`, contains this item."""

    fact: str
    item: str


@dataclass(frozen=True, slots=True)
class Given(Condition):
    """Somebody has told us this fact. Yes or no, never unknown."""

    fact: str


@dataclass(frozen=True, slots=True)
class Sure(Condition):
    """It is established that the inner condition holds: no, while that is not known. Never unknown itself."""

    part: Condition


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The inner condition does not hold."""

    part: Condition


@dataclass(frozen=True, slots=True)
class All(Condition):
    """Every part holds."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf(Condition):
    """At least one part holds."""

    parts: tuple[Condition, ...]


ALWAYS: Condition = Always()


def sure(condition: Condition) -> Condition:
    """It is established that `condition` holds; `~sure(c)` reads "unless we know that c"."""
    return Sure(condition)


def settle(condition: Condition, known: Known) -> Settled:
    """Say what a condition is worth with the facts known so far, and which facts could still change that.

    A condition whose `open` is empty stays as it is whatever else becomes known.
    """
    match condition:
        case Is(fact, values):
            if fact not in known:
                return Settled(None, frozenset((fact,)))
            return _YES if known[fact] in values else _NO
        case Has(fact, item):
            if fact not in known:
                return Settled(None, frozenset((fact,)))
            return _YES if item in known[fact] else _NO
        case Given(fact):
            return _YES if fact in known else Settled(False, frozenset((fact,)))
        case Not(part):
            truth, still = settle(part, known)
            return Settled(None if truth is None else not truth, still)
        case Sure(part):
            truth, still = settle(part, known)
            return Settled(truth is True, still)
        case All(parts):
            return _combine(parts, known, decisive=False)
        case AnyOf(parts):
            return _combine(parts, known, decisive=True)
        case Always():
            return _YES
    raise TypeError(f"{condition!r} is not a condition.")


def facts_of(condition: Condition) -> frozenset[str]:
    """Name every fact that a condition looks at."""
    match condition:
        case Is(fact, _) | Has(fact, _) | Given(fact):
            return frozenset((fact,))
        case Not(part) | Sure(part):
            return facts_of(part)
        case All(parts) | AnyOf(parts):
            return frozenset().union(*map(facts_of, parts))
    return _NOTHING


def simplify(condition: Condition, known: Known) -> Condition:
    """Drop what `known` already decides; the result says the same of every case that agrees with `known`.

    The facts in `known` must be settled for good: `Sure` and `Given` over them are decided here too.
    """
    truth, still = settle(condition, known)
    if not still:
        return ALWAYS if truth else Not(ALWAYS)
    match condition:
        case Not(part):
            return Not(simplify(part, known))
        case Sure(part):
            return Sure(simplify(part, known))
        case All(parts):
            return _rejoin(All, parts, known)
        case AnyOf(parts):
            return _rejoin(AnyOf, parts, known)
    return condition


def as_data(condition: Condition) -> Any:
    """Turn a condition into plain JSON data; the digest of the policy is made from it."""
    match condition:
        case Is(fact, values):
            return {"is": fact, "of": list(values)}
        case Has(fact, item):
            return {"has": fact, "item": item}
        case Given(fact):
            return {"given": fact}
        case Not(part):
            return {"not": as_data(part)}
        case Sure(part):
            return {"sure": as_data(part)}
        case All(parts):
            return {"all": [as_data(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [as_data(part) for part in parts]}
    return "always"


def _parts(condition: Condition, kind: type[All | AnyOf]) -> tuple[Condition, ...]:
    """Flatten `a & b & c` into one list of three."""
    return condition.parts if isinstance(condition, kind) else (condition,)


def _combine(parts: tuple[Condition, ...], known: Known, *, decisive: bool) -> Settled:
    """*And* (one no decides) or *or* (one yes decides)."""
    truth: Truth = not decisive
    still: frozenset[str] = _NOTHING
    for part in parts:
        part_truth, part_open = settle(part, known)
        if part_truth is decisive:
            if not part_open:
                return Settled(decisive, _NOTHING)
            truth = decisive
        elif part_truth is None and truth is not decisive:
            truth = None
        still |= part_open
    return Settled(truth, still)


def _rejoin(kind: type[All | AnyOf], parts: tuple[Condition, ...], known: Known) -> Condition:
    """Keep only the parts that are still open; the settled ones do not decide, or the whole would be settled."""
    left = tuple(simplify(part, known) for part in parts if settle(part, known).open)
    return left[0] if len(left) == 1 else kind(left)
