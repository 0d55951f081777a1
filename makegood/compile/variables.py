"""The facts of a case as variables, and a case that can be looked at while none of its facts is decided.

A fact of fixed values is one variable. A list is one that says whether it was given, and one for each item. Of a day or
a weight only whether it was given is told, because what follows from it is counted by Python. Texts are no variables:
they only fill messages. Beside each fact that can be asked stands one more variable: whether the page has fixed it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, Self

from makegood.diagrams import Diagram, SymbolicExecution
from policy.cases.case import Case, FactValue, implied
from policy.facts import BY_NAME, FACTS, SEAT
from policy.language.kinds import NOT_KNOWN, Choice, Fact, Items

TYPED: Final = "\ue002{}\ue003"
"""Stands in HTML for what the reader typed as the answer to a fact."""

_LIST: Final = "\ue004"


class Variable(NamedTuple):
    """What one variable tells.

    `about` is a fact's name and `kind` says how its values are numbered, 0 being the first:

    - `choice`: not given, "I don't know", then the fact's `values` in their order
    - `typed`: not given, "I don't know", given
    - `list`: not given, given
    - `item`: no, yes; `values` holds the one item
    - `preset`: no, yes
    """

    kind: str
    about: str
    values: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """The number of its values."""
        return {"choice": 2 + len(self.values), "typed": 3}.get(self.kind, 2)


def variables(order: Iterable[str]) -> tuple[Variable, ...]:
    """List the variables, facts in this order first, then every other fact."""
    names = dict.fromkeys((*order, *(fact.name for fact in FACTS)))
    return tuple(variable for name in names for variable in _of(BY_NAME[name]))


def _of(fact: Fact) -> Iterable[Variable]:
    names = tuple(value.name for value in fact.values) if isinstance(fact, Choice | Items) else ()
    match fact:
        case Choice():
            yield Variable("choice", fact.name, names)
        case Items():
            yield Variable("list", fact.name)
            yield from (Variable("item", fact.name, (item,)) for item in names)
        case _ if fact.is_typed:
            yield Variable("typed", fact.name)
        case _:
            return
    yield Variable("preset", fact.name)


class Facts:
    """The facts of a case that is not decided yet. What is looked at here becomes part of a diagram.

    Args:
        order: in which the variables are asked.
        fixed: the facts that have one value for good.
        open_facts: those that can have any; what is neither here nor there is not given.
        until: once all of these are told, nothing counts any more, and the last of them stands as not given.
    """

    def __init__(
        self,
        order: Iterable[str],
        fixed: Mapping[str, str],
        open_facts: Collection[str],
        until: Sequence[str] = (),
    ) -> None:
        self.variables, self._until = variables(order), tuple(until)
        self._fixed = {
            variable: _number(variable, fixed)
            for variable in self.variables
            if (
                variable.about not in SEAT
                if variable.kind == "preset"
                else not self._varies(variable, fixed, open_facts)
            )
        }
        self.diagrams = SymbolicExecution([variable.size for variable in self.variables])
        self._numbers = {variable: number for number, variable in enumerate(self.variables)}
        self._by_fact = {v.about: v for v in self.variables if v.kind in ("choice", "typed", "list")}
        self._values = {fact: self._value(variable) for fact, variable in self._by_fact.items()}
        self.case: Case = UndecidedCase(_Given(self, BY_NAME))

    @staticmethod
    def _varies(variable: Variable, fixed: Mapping[str, str], open_facts: Collection[str]) -> bool:
        return variable.about in open_facts and variable.about not in fixed

    def value(self, fact: str) -> FactValue | None:
        """Look at a fact's value; None where it is not known."""
        value: str | None = self.diagrams.look(self._values[fact]) if fact in self._values else None
        return _Listed(self, fact) if value == _LIST else value

    def number_of(self, variable: Variable) -> int:
        """Look at the number of a variable's value."""
        number: int = self.diagrams.look(self.diagram_of(variable))
        return number

    def diagram_of(self, variable: Variable) -> Diagram:
        """Give the diagram that asks just this variable; where that is fixed, it asks nothing."""
        if variable in self._fixed:
            return self.diagrams.terminal(self._fixed[variable])
        *others, last = self._until or ("",)
        if variable.kind == "choice" and variable.about == last:
            return self._unless_told(variable, others)
        return self.diagrams.variable(self._numbers[variable])

    def _unless_told(self, variable: Variable, others: Iterable[str]) -> Diagram:
        """Give the diagram of a variable that stands as not given where it and all of these facts are told."""
        told = self.diagrams.terminal(True)
        for fact in others:
            other = self.diagrams.variable(self._numbers[self._by_fact[fact]])
            told = self.diagrams.both(told, self.diagrams.apply(_is_told, other))
        return self.diagrams.apply(_but_for_both, told, self.diagrams.variable(self._numbers[variable]))

    def place(self, fact: str) -> int:
        """Give the place of a fact's variable in the order."""
        return self._numbers[self._by_fact[fact]]

    def is_skipped(self, fact: str) -> bool:
        """Look whether the reader said "I don't know"."""
        variable = self._by_fact[fact]
        if variable.kind == "list":
            return False
        is_one = self.diagrams.apply(lambda number: number == 1, self.diagram_of(variable))
        return bool(self.diagrams.look(is_one))

    def is_preset(self, fact: str) -> bool:
        """Look whether the page has fixed the fact."""
        return self.number_of(Variable("preset", fact)) == 1

    def only(self, names: Iterable[str]) -> Case:
        """Give the same case, of which only these facts of fixed values can be known."""
        kept = {name for name in names if name in self._by_fact and self._by_fact[name].kind != "typed"}
        return UndecidedCase(_Given(self, kept))

    def _value(self, variable: Variable) -> Diagram:
        values = {
            "choice": (None, None, *variable.values),
            "typed": (None, None, TYPED.format(variable.about)),
            "list": (None, _LIST),
        }[variable.kind]
        return self.diagrams.apply(lambda number: values[number], self.diagram_of(variable))


def _is_told(number: int) -> bool:
    return number > 1


def _but_for_both(others_told: bool, number: int) -> int:
    return 0 if others_told and _is_told(number) else number


def _number(variable: Variable, fixed: Mapping[str, str]) -> int:
    """Give the number of a variable that has one value for good."""
    is_told = variable.kind == "choice" and variable.about in fixed
    return 2 + variable.values.index(fixed[variable.about]) if is_told else 0


class _Given(Mapping[str, FactValue]):
    """What was given: each fact is looked at when it is asked for, and not before."""

    def __init__(self, facts: Facts, names: Iterable[str]) -> None:
        self._facts, self._names = facts, frozenset(names)

    def __getitem__(self, fact: str) -> FactValue:
        value = self._facts.value(fact) if fact in self._names else None
        if value is None:
            raise KeyError(fact)
        return value

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError("To list what is given is to look at everything; ask for one fact.")

    def __len__(self) -> int:
        raise NotImplementedError("To count what is given is to look at everything; ask for one fact.")


class _Listed(tuple[str, ...]):  # noqa: SLOT001  # a tuple with anything of its own cannot have slots
    """A list that was given: each item is looked at when it is asked for."""

    _facts: Facts
    _about: str

    def __new__(cls, facts: Facts, fact: str) -> Self:
        """Make one that holds nothing itself."""
        made = super().__new__(cls)
        made._facts, made._about = facts, fact
        return made

    def __contains__(self, item: object) -> bool:
        return self._facts.number_of(Variable("item", self._about, (str(item),))) == 1

    def __iter__(self) -> Iterator[str]:
        fact = BY_NAME[self._about]
        return (value.name for value in (fact.values if isinstance(fact, Items) else ()) if value.name in self)

    def __bool__(self) -> bool:
        return any(True for _ in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __eq__(self, other: object) -> bool:
        return not self if other == () else NotImplemented

    __hash__ = None  # type: ignore[assignment]  # nothing may keep it


class UndecidedCase(Case):
    """A case that is not decided yet."""

    @property
    def known(self) -> Mapping[str, FactValue]:
        """What was given, and what follows from it."""
        return _Known(self.given)

    def day(self, fact: str) -> None:  # no day is ever known here
        """Give no day: what follows from days is counted by Python."""

    def but(self, fact: str, value: FactValue) -> Case:
        """Give the same case with another value of one fact."""
        return UndecidedCase(_With(self.given, {fact: value}))


class _Over(Mapping[str, FactValue]):
    """Facts that are asked for one by one."""

    def __init__(self, given: Mapping[str, FactValue]) -> None:
        self._given = given

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)


class _Known(_Over):
    def __getitem__(self, fact: str) -> FactValue:
        value: FactValue | None = self._given.get(fact)
        if value is None:
            value = implied(fact, self._given)
        if value is None:
            raise KeyError(fact)
        return value


class _With(_Over):
    def __init__(self, given: Mapping[str, FactValue], changed: Mapping[str, FactValue]) -> None:
        super().__init__(given)
        self._changed = changed

    def __getitem__(self, fact: str) -> FactValue:
        return self._changed[fact] if fact in self._changed else self._given[fact]


def number_in(variable: Variable, facts: Mapping[str, Any], preset: Iterable[str]) -> int | None:
    """Give the number of a variable's value in a request of the page; None where the request holds no such value.

    Args:
        variable: what to tell.
        facts: the request's facts, as the contract's JSON.
        preset: names of the facts that the page has fixed.
    """
    value = facts.get(variable.about)
    match variable.kind:
        case "preset":
            return int(variable.about in preset)
        case "item":
            return int(isinstance(value, list) and variable.values[0] in value)
        case "list":
            return 0 if value is None else 1 if isinstance(value, list) else None
        case _ if value is None:
            return 0
        case _ if value == NOT_KNOWN:
            return 1
        case "typed":
            return 2
    return 2 + variable.values.index(value) if value in variable.values else None
