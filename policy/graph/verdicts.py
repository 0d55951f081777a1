"""What each rule says of a case that is not decided yet, and what is open: the engine's own words, as diagrams."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final, cast

from policy.conditions import All, AnyOf, Condition, Not, Settled, Sure, Told, facts_of, settle
from policy.derived import ALL_BY_NAME, Derived
from policy.effects import Back, Effect, Remedy
from policy.graph.diagram import Diagram
from policy.graph.variables import Facts
from policy.judge import Verdict, shows, taken
from policy.parts import Parts
from policy.questions import undecided, waits_for
from policy.rule import Rule
from policy.rulebook import SEAT, Rulebook

_OTHERS: Final = "…"
"""Stands in what is open for all facts that are not asked about; no fact has this name."""


@dataclass(frozen=True)
class _Looked:
    """A verdict that is looked at; it has all that `policy.judge.Verdict` has.

    `settled` alone is not whole: of what is open it names only the facts that are asked about.
    """

    look: Callable[[Diagram], Any]
    rule: Rule
    says: Diagram
    showing: Diagram
    staying: Diagram
    possible: Diagram

    @property
    def settled(self) -> Settled:
        settled: Settled = self.look(self.says)
        return Settled(settled.truth, settled.open - {_OTHERS})

    @property
    def shows(self) -> bool:
        return bool(self.look(self.showing))

    @property
    def stays(self) -> bool:
        return bool(self.look(self.staying))

    @property
    def may_show(self) -> bool:
        return bool(self.look(self.possible))


class Verdicts:
    """Every rule's verdict on a case that is not decided yet."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook
        self.facts = Facts(rulebook.asking_order({}))
        self.diagrams = self.facts.diagrams
        self.case = self.facts.case
        self._place = {rule.id: place for place, rule in enumerate(rulebook.rules)}
        self._said: dict[tuple[Condition, frozenset[str]], Diagram] = {}
        self._by_id = {rule.id: self._verdict(rule) for rule in rulebook.rules}

    def rules(self, *kinds: type[Effect]) -> list[Rule]:
        """List the rules of these kinds, kind by kind."""
        return [rule for kind in kinds for rule in self.rulebook.rules if type(rule.gives) is kind]

    def of(self, rules: Iterable[Rule]) -> list[Verdict]:
        """Give the verdicts on some rules, to be looked at."""
        return [cast(Verdict, self._by_id[rule.id]) for rule in rules]

    def parts(self, rules: Iterable[Rule]) -> Parts:
        """Put together, while it is looked at, what an advice would hold if these were all the rules."""
        return Parts(taken(self.of(self._backed(rules))), self.case, self.case.known, None)

    def takes_part(self, rule: Rule) -> bool:
        """Look whether a rule takes part in the answer."""
        kind = type(rule.gives)
        before = self.rules(kind) if kind.single else self._targets([rule])
        earlier = [other for other in before if self._place[other.id] < self._place[rule.id] or not kind.single]
        return rule.id in (kept.id for kept in taken(self.of([*earlier, rule])))

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
        return {
            fact: self.any(self._open(fact, rules) for rules in groups.values())
            for fact in self.rulebook.asking_order({})
        }

    @cached_property
    def asking_order(self) -> Diagram:
        """The order in which facts are asked for, as pairs of a fact and the parts of an answer that it can change."""
        known = self.case.known

        def order() -> tuple[tuple[str, tuple[str, ...]], ...]:
            return tuple(self.rulebook.asking_order({fact: known[fact] for fact in SEAT if fact in known}).items())

        return self.diagrams.of(order)

    def _open(self, fact: str, rules: Sequence[Rule]) -> Diagram:
        """Say whether a fact is open because of rules that give a part of one kind."""
        waits = {rule.id: self._waits(rule, fact) for rule in rules}
        if set(waits.values()) == {self.diagrams.no}:
            return self.diagrams.no
        look = self.diagrams.look
        verdicts = self.of([*self._targets(rules), *rules])
        return self.diagrams.of(
            lambda: any(look(waits[verdict.rule.id]) for verdict in undecided(verdicts) if verdict.rule.id in waits)
        )

    def _waits(self, rule: Rule, fact: str) -> Diagram:
        """Say whether a fact can still change a rule's part."""
        derived = {name for name, made in ALL_BY_NAME.items() if isinstance(made, Derived) and fact in made.sources}
        about = frozenset((fact, *derived))
        gives = rule.gives
        if isinstance(gives, Remedy):
            gives = replace(gives, once=self._told(gives.once, about, others=False))
        verdict = replace(self._by_id[rule.id], rule=replace(rule, gives=gives), says=self._says(rule.when, about))
        return self.diagrams.of(lambda: fact in waits_for(cast(Verdict, verdict), self.case.known))

    def _verdict(self, rule: Rule) -> _Looked:
        says = self._says(rule.when, frozenset())
        made = self.diagrams.map(says, lambda settled: Verdict(rule, settled, shows(rule, settled, self.rulebook)))
        showing, staying, possible = (
            self.diagrams.map(made, read)
            for read in (lambda verdict: verdict.shows, lambda verdict: verdict.stays, lambda verdict: verdict.may_show)
        )
        return _Looked(self.diagrams.look, rule, says, showing, staying, possible)

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

    def _told(self, part: Condition, about: frozenset[str], *, others: bool = True) -> Condition:
        says = self._says(part, about)
        if not others:
            says = self.diagrams.map(says, lambda settled: Settled(settled.truth, settled.open - {_OTHERS}))
        return Told(lambda: self.diagrams.look(says))

    def _targets(self, rules: Iterable[Rule]) -> list[Rule]:
        """List the rules that some rules back."""
        return [self.rulebook.by_id[rule.gives.rule] for rule in rules if isinstance(rule.gives, Back)]

    def _backed(self, rules: Iterable[Rule]) -> list[Rule]:
        """Give rules and those that back them, in the rulebook's order."""
        names = {rule.id for rule in rules}
        return [
            rule
            for rule in self.rulebook.rules
            if rule.id in names or (isinstance(rule.gives, Back) and rule.gives.rule in names)
        ]


def _about(settled: Settled, about: frozenset[str]) -> Settled:
    others = frozenset((_OTHERS,)) if settled.open - about else frozenset()
    return Settled(settled.truth, (settled.open & about) | others)
