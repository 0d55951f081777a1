"""The engine, run over a case that is not decided yet: what it says of rules in every case at once, as diagrams.

Nothing of what conditions, judgements and questions mean is stated here: it is `policy.language.conditions`,
`policy.engine.evaluation` and `policy.engine.questions` that run, and where they look at the case, they look at
diagrams. What the case's variables are is for the audit and for the compiler to say.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Final, override

from makegood.diagrams import FALSE, Diagram, SymbolicExecution
from policy.cases.derived import ALL_BY_NAME
from policy.engine.evaluation import judgements_on
from policy.engine.question_order import counted_from
from policy.language.conditions import All, AnyOf, Condition, Known, Not, Settled, Sure, facts_of
from policy.language.kinds import Derived
from policy.language.rule import Rule

type Compound = type[All | AnyOf | Not | Sure]

YES: Final = Settled(True, frozenset())
"""What a condition says that holds for good."""

NO: Final = Settled(False, frozenset())
"""What a condition says that is ruled out for good."""

_ASKED: Final = "?"
"""Stands in what is open for the facts that are asked about; no fact has this name."""

_OTHERS: Final = "…"
"""Stands in what is open for all other facts."""


@dataclass(frozen=True, slots=True, eq=False)
class Looked(Condition):
    """A condition that says what is looked up elsewhere."""

    look: Callable[[], Settled]

    @override
    def settled(self, known: Known) -> Settled:
        return self.look()


class Conditions:
    """What conditions say of every case: diagrams of what `settle` says.

    What is open is kept only as far as somebody asks for it, since a diagram of all that is open would have an end for
    every set of facts.

    Conditions are numbered, equal ones alike, so that each is taken apart and compared only once.

    Args:
        diagrams: over the variables of the case.
        leaf: gives the diagram of what a condition says that has no parts.
    """

    def __init__(self, diagrams: SymbolicExecution, leaf: Callable[[Condition], Diagram]) -> None:
        self.diagrams = diagrams
        self._leaf = leaf
        self._settled: dict[tuple[int, frozenset[str] | None], Diagram] = {}
        self._met: dict[int, tuple[Condition, int]] = {}
        self._numbers: dict[_Taken, int] = {}
        self._taken: list[_Taken] = []
        self._facts: list[frozenset[str]] = []

    def settled(self, condition: Condition, about: frozenset[str] = frozenset()) -> Diagram:
        """Give the diagram of what a condition says, and of whether any of these facts, and any others, are open.

        No part needs more of what is open in its own parts than whether anything is: so each can be cut short.
        """
        number = self.number(condition)
        return self._made(number, about & self._facts[number])

    def truth(self, condition: Condition) -> Diagram:
        """Give the diagram of whether a condition says yes, no or not known; what is open does not count in it."""
        return self._made(self.number(condition), None)

    def true(self, condition: Condition) -> Diagram:
        """Give the cases in which a condition is yes."""
        return self.diagrams.apply(_is_yes, self.truth(condition))

    def number(self, condition: Condition) -> int:
        """Number a condition; equal conditions have one number."""
        met = self._met.get(id(condition))
        if met is None:
            met = self._met[id(condition)] = (condition, self._numbered(condition))  # kept: so its id stays its own
        return met[1]

    def _numbered(self, condition: Condition) -> int:
        match condition:
            case Not(part) | Sure(part):
                return self._number((type(condition), self.number(part)), ())
            case All((first, *more)) | AnyOf((first, *more)):
                made = self.number(first)
                for part in more:
                    made = self._number((type(condition), made, self.number(part)), ())
                return made
        return self._number(condition, facts_of(condition))

    def _number(self, taken: "_Taken", facts: Iterable[str]) -> int:
        if taken not in self._numbers:
            self._numbers[taken] = len(self._taken)
            self._taken.append(taken)
            parts = () if isinstance(taken, Condition) else taken[1:]
            self._facts.append(frozenset(facts).union(*(self._facts[part] for part in parts)))
        return self._numbers[taken]

    def _made(self, number: int, about: frozenset[str] | None) -> Diagram:
        key = (number, about)
        if key not in self._settled:
            taken = self._taken[number]
            if isinstance(taken, Condition):
                made = self.diagrams.apply(_about(about), self._leaf(taken))
            else:
                parts = (self._made(part, about and about & self._facts[part]) for part in taken[1:])
                made = self.diagrams.apply(_SAYS[taken[0]], *parts)
            self._settled[key] = made
        return self._settled[key]


type _Taken = Condition | tuple[Compound, int] | tuple[Compound, int, int]
"""A condition taken apart: one without parts, or a kind and the numbers of its one or two parts."""


def _combined(kind: Compound, *parts: Settled) -> Settled:
    """Give what a condition of this kind says whose parts say this."""
    looked = [Looked(partial(_same, part)) for part in parts]
    condition: Condition = kind(looked[0]) if kind in (Not, Sure) else kind(tuple(looked))  # type: ignore[arg-type]
    return condition.settled({})


_SAYS: Final = {kind: partial(_combined, kind) for kind in (All, AnyOf, Not, Sure)}
"""For each kind of condition with parts, one function that a diagram store can know again."""


class Evaluation:
    """What the engine makes of some rules, in their order, in every case.

    Args:
        rules: the rules.
        conditions: what their conditions say.
        known: the case's known facts; whether a fact is `in` them may be looked at in a diagram.
    """

    def __init__(self, rules: Sequence[Rule], conditions: Conditions, known: Known) -> None:
        self.diagrams = conditions.diagrams
        self._conditions, self._known = conditions, known
        self._slots: dict[str, list[Rule]] = {}
        for rule in rules:
            self._slots.setdefault(rule.gives.slot, []).append(rule)
        self._applies: dict[tuple[str, int], Diagram] = {}
        self._chosen: dict[str, Diagram] = {}
        self._reached: dict[str, Diagram] = {}
        self._waits: dict[tuple[str, str], Diagram] = {}
        self._counting: dict[str, Diagram] = {}
        self._unknown: dict[str, Diagram] = {}
        self._looks_at = {rule.id: rule.facts | counted_from(rule.gives) for rule in rules}

    def applies(self, rule: Rule, condition: Condition) -> Diagram:
        """Give the cases in which a rule's part shows if it is for this condition to say."""
        key = (rule.id, self._conditions.number(condition))
        if key not in self._applies:
            truth = self._conditions.truth(condition)
            self._applies[key] = self.diagrams.apply(lambda says: rule.applies(says.truth), truth)
        return self._applies[key]

    def shows(self, rule: Rule) -> Diagram:
        """Give the cases in which a rule's own condition lets its part show."""
        return self.applies(rule, rule.when)

    def takes_part(self, rule: Rule) -> Diagram:
        """Give the cases in whose answer a rule takes part."""
        if not rule.gives.slot:
            return self.shows(rule)
        if rule.id not in self._chosen:
            filled = FALSE
            for other in self._slots[rule.gives.slot]:
                self._chosen[other.id] = self.diagrams.without(self.shows(other), filled)
                filled = self.diagrams.either(filled, self.shows(other))
        return self._chosen[rule.id]

    def waits(self, rule: Rule, fact: str) -> Diagram:
        """Give the cases in which a rule makes the engine ask for a fact: it counts, and waits for it."""
        key = (rule.id, fact)
        if key not in self._waits:
            alone = self._waits_alone(rule, fact)
            self._waits[key] = self.diagrams.both(self._is_reached(rule), alone) if alone != FALSE else FALSE
        return self._waits[key]

    def _is_reached(self, rule: Rule) -> Diagram:
        """Give the cases in which no rule before this one has filled their slot for good."""
        if rule.id not in self._reached:
            filled = FALSE
            for other in self._slots[rule.gives.slot]:
                self._reached[other.id] = self.diagrams.complement(filled)
                if other.gives.slot:
                    stays = self.diagrams.apply(partial(_stays, other), self._conditions.settled(other.when))
                    filled = self.diagrams.either(filled, stays)
        return self._reached[rule.id]

    def _waits_alone(self, rule: Rule, fact: str) -> Diagram:
        """Give the cases in which a rule waits for a fact, if it is the only rule.

        What is open for `policy.engine.questions` and can be asked for as this fact, is the fact itself or what follows
        from it; and no fact that is known is asked for.
        """
        about = _told_by(fact)
        if about.isdisjoint(self._looks_at[rule.id]):
            return FALSE
        asked = [self._asks(condition, about) for condition in rule.inner]
        if not about.isdisjoint(counted_from(rule.gives)):
            asked.append(self.diagrams.of(lambda: not about.isdisjoint(counted_from(rule.gives, self._known))))
        inside = self.diagrams.both(self._counts(rule), self.diagrams.any_of(asked))
        waits = self.diagrams.either(self._asks(rule.when, about), inside)
        return self.diagrams.both(self._is_unknown(fact), waits) if waits != FALSE else FALSE

    def _asks(self, condition: Condition, about: frozenset[str]) -> Diagram:
        """Give the cases in which any of these facts is open in a condition."""
        return self.diagrams.apply(_is_asked, self._conditions.settled(condition, about))

    def _counts(self, rule: Rule) -> Diagram:
        """Give the cases in which a rule is not ruled out for good."""
        if rule.id not in self._counting:
            says = self._conditions.settled(rule.when)
            self._counting[rule.id] = self.diagrams.apply(partial(_counts, rule), says)
        return self._counting[rule.id]

    def _is_unknown(self, fact: str) -> Diagram:
        if fact not in self._unknown:
            self._unknown[fact] = self.diagrams.of(lambda: fact not in self._known)
        return self._unknown[fact]


@cache
def _told_by(fact: str) -> frozenset[str]:
    """Name a fact, and those that follow from it."""
    derived = (name for name, made in ALL_BY_NAME.items() if isinstance(made, Derived) and fact in made.sources)
    return frozenset((fact, *derived))


@cache
def _about(about: frozenset[str] | None) -> Callable[[Settled], Settled]:
    def reduced(settled: Settled) -> Settled:
        if about is None:
            return Settled(settled.truth, frozenset())
        asked = () if about.isdisjoint(settled.open) else (_ASKED,)
        others = (_OTHERS,) if settled.open - about else ()
        return Settled(settled.truth, frozenset((*asked, *others)))

    return reduced


def _stays(rule: Rule, settled: Settled) -> bool:
    """Say whether a rule shows for good."""
    return any(shows and not still.open for _, still, shows in judgements_on([rule], lambda _: settled))


def _counts(rule: Rule, settled: Settled) -> bool:
    """Say whether a rule is not ruled out for good."""
    return any(True for _ in judgements_on([rule], lambda _: settled))


def _is_asked(settled: Settled) -> bool:
    return _ASKED in settled.open


def _is_yes(settled: Settled) -> bool:
    return settled.truth is True


def _same(settled: Settled) -> Settled:
    return settled
