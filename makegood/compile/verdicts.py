"""What each rule says of a case that is not decided yet, and what is open: the engine's own words, as diagrams."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, override

from makegood.compile.diagram import Diagram
from makegood.compile.variables import Facts
from policy.cases.derived import ALL_BY_NAME, Derived, askable
from policy.engine.assembly import Parts
from policy.engine.evaluation import taken, verdicts_on
from policy.engine.question_order import AskingOrder, counted_from
from policy.engine.questions import waited_for
from policy.engine.rulebook import Rulebook
from policy.facts import SEAT
from policy.language.conditions import All, AnyOf, Condition, Known, Not, Settled, Sure, facts_of, settle
from policy.language.outcomes import Effect
from policy.language.rule import Rule

_OTHERS: Final = "…"
"""Stands in what is open for all facts that are not asked about; no fact has this name."""

_FEW: Final = 3
"""Above this number of rules it is quicker to look first at what rules most of them out."""

_YES: Final = Settled(True, frozenset())
_NO: Final = Settled(False, frozenset())


@dataclass(frozen=True, slots=True, eq=False)
class _Told(Condition):
    """A part of a condition whose diagram is there already: it says what `tell` says."""

    tell: Callable[[], Settled]

    @override
    def settled(self, known: Known) -> Settled:
        return self.tell()


class Verdicts:
    """Every rule's verdict on a case that is not decided yet."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.facts = Facts(question.fact for question in rulebook.asking_order({}))
        self.diagrams = self.facts.diagrams
        self.case = self.facts.case
        self._place = {rule.id: place for place, rule in enumerate(rulebook.rules)}
        self._said: dict[tuple[Condition, frozenset[str]], Diagram] = {}
        self._showing = {rule.id: self._verdict(rule, lambda shows, _: shows) for rule in rulebook.rules}
        self._staying = {
            rule.id: self._verdict(rule, lambda shows, still: shows and not still) for rule in rulebook.rules
        }

    def rules(self, *kinds: type[Effect]) -> list[Rule]:
        """List the rules of these kinds, kind by kind."""
        return [rule for kind in kinds for rule in self.rulebook.rules if type(rule.gives) is kind]

    def taken(self, rules: Iterable[Rule]) -> list[Rule]:
        """Look which of some rules take part if they are all that there are."""
        rules = list(rules)
        if len(rules) > _FEW:
            self._look_at_the_seat()
        look = self.diagrams.look
        return taken(verdicts_on(rules, lambda rule: _YES if look(self._showing[rule.id]) else _NO))

    def parts(self, rules: Iterable[Rule]) -> Parts:
        """Put together, while it is looked at, what an advice would hold if these were all the rules."""
        return Parts(self.taken(rules), self.case, self.case.known, None)

    def takes_part(self, rule: Rule) -> bool:
        """Look whether a rule takes part in the answer."""
        kind = type(rule.gives)
        if not kind.single:
            return rule in self.taken([rule])
        first = next((other for other in self.rules(kind) if self.diagrams.look(self._showing[other.id])), None)
        return first is rule

    def any(self, diagrams: Iterable[Diagram]) -> Diagram:
        """Give the diagram of whether any of some diagrams comes to something, rather than to nothing."""
        found = self.diagrams.no
        for diagram in diagrams:
            found = self.diagrams.choose_if(diagram, self.diagrams.yes, found)
        return found

    @cached_property
    def open(self) -> dict[str, Diagram]:
        """For each fact that a rule looks at, whether it is not known and could still change the answer."""
        groups: dict[object, list[Rule]] = {}
        for rule in self.rulebook.rules:
            kind = type(rule.gives)
            groups.setdefault(kind if kind.single else rule.id, []).append(rule)
        facts = [question.fact for question in self.rulebook.asking_order({})]
        return {fact: self.any(self._open(fact, rules) for rules in groups.values()) for fact in facts}

    @cached_property
    def asking_order(self) -> Diagram:
        """Every question that the case could ask, in asking order."""
        known = self.case.known

        def order() -> AskingOrder:
            return self.rulebook.asking_order({fact: known[fact] for fact in SEAT if fact in known})

        return self.diagrams.of(order)

    def _open(self, fact: str, rules: Sequence[Rule]) -> Diagram:
        """Say whether a fact is open because of rules that give a part of one kind."""
        waits = {rule.id: self._waits(rule, fact) for rule in rules}
        if len(rules) == 1 or set(waits.values()) == {self.diagrams.no}:
            return waits[rules[0].id]
        look = self.diagrams.look
        waiting = Settled(None, frozenset((fact,)))

        def says(rule: Rule) -> Settled:
            if look(waits[rule.id]):
                return waiting
            return _YES if look(self._staying[rule.id]) else _NO

        return self.diagrams.of(lambda: any(settled.open for _, settled, _ in verdicts_on(rules, says)))

    def _waits(self, rule: Rule, fact: str) -> Diagram:
        """Say whether a rule waits for a fact, if no other rule makes it idle."""
        derived = {name for name, made in ALL_BY_NAME.items() if isinstance(made, Derived) and fact in made.sources}
        about = frozenset((fact, *derived))
        if not about & (rule.facts | counted_from(rule.gives)):
            return self.diagrams.no
        mine = rule.with_inner(lambda condition: self._told(condition, about))
        known, look = self.case.known, self.diagrams.look

        def waits() -> bool:
            verdicts = verdicts_on([mine], lambda rule: look(self._says(rule.when, about)))
            still = waited_for(list(verdicts), known) - {_OTHERS}
            return any(fact in askable(name, known) for name in still)

        return self.diagrams.of(waits)

    def _verdict(self, rule: Rule, read: Callable[[bool, bool], bool]) -> Diagram:
        """Say something of whether a rule's part shows, and whether that is open."""

        def verdict(settled: Settled) -> bool:
            return any(read(shows, bool(still.open)) for _, still, shows in verdicts_on([rule], lambda _: settled))

        return self.diagrams.map(self._says(rule.when, frozenset()), verdict)

    def _says(self, condition: Condition, about: frozenset[str]) -> Diagram:
        """Give the diagram of what a condition says, made of those of its parts.

        Of what is open it tells which of the facts asked about are, and whether any other is.
        """
        about &= facts_of(condition)
        key = (condition, about)
        if key not in self._said:
            match condition:
                case Not(part) | Sure(part):
                    whole: Condition = type(condition)(self._told(part, about))
                case All((*first, last)) | AnyOf((*first, last)) if first:
                    begun = first[0] if len(first) == 1 else type(condition)(tuple(first))
                    whole = type(condition)((self._told(begun, about), self._told(last, about)))
                case _:
                    whole = condition
            self._said[key] = self.diagrams.of(lambda: _about(settle(whole, self.case.known), about))
        return self._said[key]

    def _told(self, part: Condition, about: frozenset[str]) -> Condition:
        says = self._says(part, about)
        return _Told(lambda: self.diagrams.look(says))

    def _look_at_the_seat(self) -> None:
        for fact in SEAT:
            self.case.known.get(fact)


def _about(settled: Settled, about: frozenset[str]) -> Settled:
    others = frozenset((_OTHERS,)) if settled.open - about else frozenset()
    return Settled(settled.truth, (settled.open & about) | others)
