"""What a fact is: its name, its kind, its values, and its question in the reader's words.

`policy.facts` lists the facts themselves. A fact with fixed values makes conditions when it is compared:

>>> yes_no = (Value("yes", "Yes", "it is insured"), Value("no", "No", "it is not insured"))
>>> insured = Choice("insured", "Was insurance bought?", "Insurance decides who pays.", yes_no)
>>> insured == "yes"
Is(fact='insured', values=('yes',))
>>> insured == "maybe"
Traceback (most recent call last):
policy.language.authored.AuthoredError: “maybe” is no value of the fact insured. There are: yes, no.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar, Final, NamedTuple

from policy.language.authored import AuthoredError, choose, line_being_run
from policy.language.conditions import All, AnyOf, Condition, Given, Has, Is

NOT_KNOWN: Final = "unknown"
"""The contract's word for what somebody was asked for and does not know; as a fact's value it counts as left out."""


class Control(NamedTuple):
    """What a fact is filled in with.

    The `type` of the HTML control, how it `reads` (text, integer or list), and which `keyboard` a phone should show
    for it: "numeric", "decimal", "capitals", or any.
    """

    type: str
    reads: str
    keyboard: str = ""


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a fact.

    `label` is the answer as the reader clicks it, `clause` completes "if …" in a condition in words. Where sellers say
    it another way, `seller_label` holds that. `only` names the one side that can have this value, if there is one.
    Where a fact has many values, `group` is the heading below which a form shows this one.
    """

    name: str
    label: str
    clause: str
    seller_label: str = ""
    only: str = ""
    group: str = ""

    def label_for(self, side: str | None) -> str:
        """Give the answer in the words of that side."""
        return self.seller_label if side == "seller" and self.seller_label else self.label


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A thing that somebody can tell us about a case. Two facts are the same only if they are one object.

    `blank` is what stands in a message while nobody knows it, chosen so that the sentence around it reads well. A kind
    of fact says with which `control` it is filled in, and whether it `decides`; otherwise it only fills messages. What
    decides by an amount, a number or a day `is_typed`: it has no fixed values, and conditions see what follows from it.
    """

    control: ClassVar[Control] = Control("text", "text")
    decides: ClassVar[bool] = True
    is_typed: ClassVar[bool] = False

    name: str
    ask: str
    why: str
    seller_ask: str = field(default="", kw_only=True)
    hint: str = field(default="", kw_only=True)
    blank: str = field(default="", kw_only=True)

    def ask_for(self, side: str | None) -> str:
        """Give the question in the words of that side."""
        return self.seller_ask if side == "seller" and self.seller_ask else self.ask

    @property
    def is_given(self) -> Condition:
        """Somebody has told us this fact."""
        return Given(self.name)


@dataclass(frozen=True, slots=True, eq=False)
class Choice(Fact):
    """A fact that has exactly one of a few fixed values."""

    control: ClassVar[Control] = Control("radio", "text")

    values: tuple[Value, ...]

    def __eq__(self, value: object) -> Condition:  # type: ignore[override]  # conditions read as Python comparisons
        """Make the condition that this fact has that value."""
        return self.is_in(value)

    __hash__ = Fact.__hash__

    def is_in(self, *values: object) -> Condition:
        """Make the condition that this fact has one of these values.

        Raises:
            AuthoredError: a value that the fact does not have, so that a misspelt rule cannot exist.
        """
        return Is(self.name, tuple(_checked(self.name, self.values, value) for value in values))

    def value(self, name: str) -> Value:
        """Find a value by its name; the name must exist."""
        return next(value for value in self.values if value.name == name)


@dataclass(frozen=True, slots=True, eq=False)
class Items(Fact):
    """A fact that is a list of fixed items, each at most once."""

    control: ClassVar[Control] = Control("checkbox", "list")

    values: tuple[Value, ...]

    def has(self, *items: str) -> Condition:
        """Make the condition that all of these items are in the list (which is known as a whole or not at all)."""
        conditions = self._each(items)
        return conditions[0] if len(conditions) == 1 else All(conditions)

    def has_one_of(self, *items: str) -> Condition:
        """Make the condition that at least one of these items, or with no argument any item, is in the list."""
        return AnyOf(self._each(items or tuple(value.name for value in self.values)))

    def _each(self, items: tuple[str, ...]) -> tuple[Condition, ...]:
        return tuple(Has(self.name, _checked(self.name, self.values, item)) for item in items)

    def value(self, name: str) -> Value:
        """Find an item by its name; the name must exist."""
        return next(value for value in self.values if value.name == name)


@dataclass(frozen=True, slots=True, eq=False)
class Grams(Fact):
    """A weight, a whole number of grams."""

    control: ClassVar[Control] = Control("number", "integer", "numeric")
    is_typed: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class Count(Fact):
    """How many there are: a whole number from 1."""

    control: ClassVar[Control] = Control("number", "integer", "numeric")
    is_typed: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class Money(Fact):
    """An amount, as a decimal number in a string, never negative."""

    control: ClassVar[Control] = Control("text", "text", "decimal")
    is_typed: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class Currency(Fact):
    """A currency's three capital letters (ISO 4217)."""

    control: ClassVar[Control] = Control("text", "text", "capitals")
    is_typed: ClassVar[bool] = True


@dataclass(frozen=True, slots=True, eq=False)
class Day(Fact):
    """A calendar day. `past` marks days that cannot lie after today."""

    control: ClassVar[Control] = Control("date", "text")
    is_typed: ClassVar[bool] = True

    past: bool = True


@dataclass(frozen=True, slots=True, eq=False)
class Text(Fact):
    """Free text of at most 200 characters. It fills blanks in messages and decides nothing."""

    decides: ClassVar[bool] = False


type Derive = Callable[[Mapping[str, Any], date | None], str | None]
"""Gives the value of a derived fact from the known facts and today; None while they do not decide it."""


@dataclass(frozen=True, slots=True, eq=False)
class Derived(Choice):
    """A fact made of other facts: `sources` are their names, `derive` gives its value, None while it is not known."""

    sources: tuple[str, ...]
    derive: Derive

    __hash__ = Choice.__hash__


def _checked(fact: str, values: tuple[Value, ...], value: object) -> str:
    names = [known.name for known in values]
    if value not in names:
        raise AuthoredError(choose(f"{line_being_run()}“{value}” is no value of the fact {fact}", value, names))
    return str(value)
