"""What each rule says of a case that is not decided yet, and what is open: the engine's own words, as diagrams."""

from collections.abc import Iterable, Mapping
from functools import cached_property, partial
from typing import Final, NamedTuple

from makegood.compile.variables import Facts
from makegood.diagrams import Diagram
from makegood.undecided import NO, YES, Conditions, Evaluation, Looked
from policy.engine.assembly import Parts
from policy.engine.evaluation import judgements_on, taken
from policy.engine.question_order import AskingOrder, most_telling
from policy.engine.rulebook import Rulebook
from policy.facts import SEAT
from policy.language.conditions import Condition, settle
from policy.language.outcomes import Outcome
from policy.language.rule import Rule

_FEW: Final = 3
"""Above this number of rules it is quicker to look first at what rules most of them out."""


class Seat(NamedTuple):
    """The cases that a graph is for.

    Some facts are `fixed`; beside them only `open_facts` can be told. Once all facts of `until` are told, another graph
    is asked, so that this one needs to know nothing of it.
    """

    fixed: Mapping[str, str]
    open_facts: frozenset[str]
    until: tuple[str, ...] = ()


class Judgements:
    """Every rule's judgement on a case that is not decided yet."""

    def __init__(self, rulebook: Rulebook, seat: Seat) -> None:
        self.rulebook, self.seat = rulebook, seat
        self.all_rules = rulebook.relevant(seat.fixed)
        self.facts = Facts(list(most_telling(self.all_rules)), seat.fixed, seat.open_facts, seat.until)
        self.diagrams = self.facts.diagrams
        self.case = self.facts.case
        self._conditions = Conditions(self.diagrams, self._leaf)
        self._evaluation = Evaluation(self.all_rules, self._conditions, self.case.known)
        self._shows = {rule.id: self._evaluation.shows(rule) for rule in self.all_rules}

    def rules(self, *kinds: type[Outcome]) -> list[Rule]:
        """List the rules of these kinds, kind by kind."""
        return [rule for kind in kinds for rule in self.all_rules if type(rule.gives) is kind]

    def taken(self, rules: Iterable[Rule]) -> list[Rule]:
        """Look which of some rules take part if they are all that there are."""
        rules = list(rules)
        if len(rules) > _FEW:
            self._look_at_the_seat()
        look = self.diagrams.look
        return taken(judgements_on(rules, lambda rule: YES if look(self._shows[rule.id]) else NO))

    def parts(self, rules: Iterable[Rule]) -> Parts:
        """Put together, while it is looked at, what an advice would hold if these were all the rules."""
        return Parts([self._looked[rule.id] for rule in self.taken(rules)], self.case, self.case.known, None)

    def takes_part(self, rule: Rule) -> bool:
        """Look whether a rule takes part in the answer."""
        return bool(self.diagrams.look(self._evaluation.takes_part(rule)))

    @cached_property
    def _looked(self) -> dict[str, Rule]:
        """Each rule as one that looks at what its inner conditions say, instead of at fact after fact: fewer ways."""

        def looked(condition: Condition) -> Condition:
            return Looked(partial(self.diagrams.look, self._conditions.truth(condition)))

        return {rule.id: rule.with_inner(looked) for rule in self.all_rules}

    def any(self, diagrams: Iterable[Diagram]) -> Diagram:
        """Give the diagram of whether any of some diagrams comes to something, rather than to nothing."""
        return self.diagrams.any_of(self.diagrams.apply(bool, diagram) for diagram in diagrams)

    @cached_property
    def open(self) -> dict[str, Diagram]:
        """For each fact that a rule looks at, whether it is not known and could still change the answer."""
        facts = [question.fact for question in self.rulebook.asking_order(self.seat.fixed)]
        return {fact: self.any(self._evaluation.waits(rule, fact) for rule in self.all_rules) for fact in facts}

    @cached_property
    def asking_order(self) -> Diagram:
        """Every question that the case could ask, in asking order."""
        known = self.case.known

        def order() -> AskingOrder:
            return self.rulebook.asking_order({fact: known[fact] for fact in SEAT if fact in known})

        return self.diagrams.of(order)

    def _leaf(self, condition: Condition) -> Diagram:
        return self.diagrams.of(lambda: settle(condition, self.case.known))

    def _look_at_the_seat(self) -> None:
        for fact in SEAT:
            self.case.known.get(fact)
