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

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from operator import is_
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
        return self.made_of(self.part.settled(known))

    @staticmethod
    def made_of(says: Settled) -> Settled:
        """Say what follows from what the inner condition says."""
        return Settled(says.truth is True, says.open)


@dataclass(frozen=True, slots=True)
class Not(Condition):
    """The inner condition does not hold."""

    part: Condition

    @override
    def settled(self, known: Known) -> Settled:
        return self.made_of(self.part.settled(known))

    @staticmethod
    def made_of(says: Settled) -> Settled:
        """Say what follows from what the inner condition says."""
        return Settled(None if says.truth is None else not says.truth, says.open)


@dataclass(frozen=True, slots=True)
class _Several(Condition):
    """Parts of which one decides the whole: one no makes *and* no, one yes makes *or* yes."""

    parts: tuple[Condition, ...]
    decisive: ClassVar[bool]

    @override
    def settled(self, known: Known) -> Settled:
        return self.made_of(part.settled(known) for part in self.parts)

    @classmethod
    def made_of(cls, says: Iterable[Settled]) -> Settled:
        """Say what follows from what the parts say; what comes after a part that decides is not looked at."""
        decisive = cls.decisive
        truth: Truth = not decisive
        still: frozenset[str] = _NOTHING
        for part_truth, part_open in says:
            if part_truth is decisive:
                if not part_open:
                    return _YES if part_truth else _NO
                truth = part_truth
            elif part_truth is None and truth is not decisive:
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
    return simplified(condition, known)[0]


def simplified(condition: Condition, known: Known) -> tuple[Condition, Settled]:
    """Do what `simplify` does, and say what `settle` says, in one go."""
    match condition:
        case Not(part) | Sure(part):
            inside, says = simplified(part, known)
            left: Condition = condition if inside is part else type(condition)(inside)
            settled = condition.made_of(says)
        case All(parts) | AnyOf(parts):
            pairs = [simplified(part, known) for part in parts]
            settled = condition.made_of(says for _, says in pairs)
            left = _rejoined(condition, [part for part, says in pairs if says.open])
        case _:
            left, settled = condition, condition.settled(known)
    return (left if settled.open else ALWAYS if settled.truth else NEVER), settled


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


def _rejoined(condition: All | AnyOf, left: list[Condition]) -> Condition:
    """Keep only the parts that are still open; the settled ones do not decide, or the whole would be settled."""
    if len(left) == 1:
        return left[0]
    same = len(left) == len(condition.parts) and all(map(is_, left, condition.parts))
    return condition if same else type(condition)(tuple(left))
