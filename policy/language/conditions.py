"""Conditions: expressions over facts that can be read back, with three values.

A condition is data. The same object answers a case (`settle`), names the facts that can still change it, is printed in
words on the pages (`policy.explain`), and becomes JSON for the digest (`as_data`). Nothing else in the project
decides.

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
from functools import cache
from typing import Any, ClassVar, NamedTuple, override

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


@cache
def _unknown(fact: str) -> Settled:
    return Settled(None, frozenset((fact,)))


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

    def settled(self, known: Known) -> Settled:  # noqa: ARG002  # the kinds of conditions use it
        """Say what `settle` says of this condition."""
        raise TypeError(f"{self!r} is not a condition.")

    def __bool__(self) -> bool:
        """Refuse: `and`, `or`, `not` and chained comparisons would silently drop half of an expression."""
        raise TypeError("A condition is not yet true or false: combine conditions with &, | and ~, in brackets.")


@dataclass(frozen=True, slots=True)
class Always(Condition):
    """Holds in every case."""

    @override
    def settled(self, known: Known) -> Settled:
        return _YES


@dataclass(frozen=True, slots=True)
class Is(Condition):
    """A fact has one of these values."""

    fact: str
    values: tuple[str, ...]

    @override
    def settled(self, known: Known) -> Settled:
        value = known.get(self.fact)
        if value is None:
            return _unknown(self.fact)
        return _YES if value in self.values else _NO


@dataclass(frozen=True, slots=True)
class Has(Condition):
    """A fact that is a list, such as `evidence`, contains this item."""

    fact: str
    item: str

    @override
    def settled(self, known: Known) -> Settled:
        if self.fact not in known:
            return _unknown(self.fact)
        return _YES if self.item in known[self.fact] else _NO


@dataclass(frozen=True, slots=True)
class Given(Condition):
    """Somebody has told us this fact. Yes or no, never unknown."""

    fact: str

    @override
    def settled(self, known: Known) -> Settled:
        return _YES if self.fact in known else Settled(False, _unknown(self.fact).open)


@dataclass(frozen=True, slots=True)
class Sure(Condition):
    """It is established that the inner condition holds: no, while that is not known. Never unknown itself."""

    part: Condition

    @override
    def settled(self, known: Known) -> Settled:
        truth, still = self.part.settled(known)
        return Settled(truth is True, still)


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The inner condition does not hold."""

    part: Condition

    @override
    def settled(self, known: Known) -> Settled:
        truth, still = self.part.settled(known)
        return Settled(None if truth is None else not truth, still)


@dataclass(frozen=True, slots=True)
class _Several(Condition):
    """Parts of which one decides the whole: one no makes *and* no, one yes makes *or* yes."""

    parts: tuple[Condition, ...]
    decisive: ClassVar[bool]

    @override
    def settled(self, known: Known) -> Settled:
        truth: Truth = not self.decisive
        still: frozenset[str] = _NOTHING
        for part in self.parts:
            part_truth, part_open = part.settled(known)
            if part_truth is self.decisive:
                if not part_open:
                    return _YES if part_truth else _NO
                truth = part_truth
            elif part_truth is None and truth is not self.decisive:
                truth = None
            if part_open:
                still |= part_open
        return Settled(truth, still)


@dataclass(frozen=True, slots=True)
class All(_Several):
    """Every part holds."""

    decisive: ClassVar[bool] = False


@dataclass(frozen=True, slots=True)
class AnyOf(_Several):
    """At least one part holds."""

    decisive: ClassVar[bool] = True


ALWAYS: Condition = Always()
NEVER: Condition = Not(ALWAYS)


def sure(condition: Condition) -> Condition:
    """It is established that `condition` holds; `~sure(c)` reads "unless we know that c"."""
    return Sure(condition)


def settle(condition: Condition, known: Known) -> Settled:
    """Say what a condition is worth with the facts known so far, and which facts could still change that.

    A condition whose `open` is empty stays as it is whatever else becomes known.
    """
    return condition.settled(known)


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


def _rejoin(kind: type[All | AnyOf], parts: tuple[Condition, ...], known: Known) -> Condition:
    """Keep only the parts that are still open; the settled ones do not decide, or the whole would be settled."""
    left = tuple(simplify(part, known) for part in parts if settle(part, known).open)
    return left[0] if len(left) == 1 else kind(left)
