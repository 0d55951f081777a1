"""All answers at once: each part of an answer as a function of the case.

`policy.engine` says in `evaluation`, `assembly` and `questions` how one case is answered. This says the same of all
cases, in the same order and the same words; a test lays the two side by side, case by case.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from operator import ne
from typing import Any

from makegood.audit.diagrams import NO, YES, Function
from makegood.audit.messages import deciding_facts, differs, wording
from makegood.audit.space import Space
from policy.cases.derived import DERIVED
from policy.engine.question_order import counted_from
from policy.facts import evidence
from policy.language.conditions import Condition, Settled
from policy.language.outcomes import Ask, Clock, Effect, Remedy, Send
from policy.language.rule import Rule


class Answers:
    """The answers that some rules give to all cases. Sets of cases are functions of `space.diagrams`."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.by_id = {rule.id: rule for rule in rules}
        self.space = Space(_facts(rules))
        self.diagrams = self.space.diagrams
        self._kept: dict[str, Function] = {}

    def of(self, *kinds: type[Effect]) -> Iterator[Rule]:
        """Give the rules of these kinds, in order."""
        return (rule for rule in self.rules if isinstance(rule.gives, kinds))

    def shows(self, rule: Rule) -> Function:
        """The cases in which a rule's own condition lets its part show."""
        return self._applies(rule, rule.when)

    def takes_part(self, rule: Rule) -> Function:
        """The cases in whose answer a rule takes part: it shows, and is the first of a single part."""
        return self.diagrams.both(self._part(rule), self.space.valid)

    def requests(self, rule: Rule) -> Function:
        """The cases in which a rule of the remedy does not only say something: what it asks for counts."""
        return self.diagrams.both(self.takes_part(rule), self._time_has_come(rule))

    def cited(self, rule: Rule) -> Mapping[str, Function]:
        """For each source of a rule, the cases in whose answer it cites that."""
        also = dict.fromkeys(rule.sources, self.diagrams.both(self._also(rule), self.space.valid))
        return also | dict.fromkeys(rule.cites, self.takes_part(rule))

    def asking(self, fact: str) -> Mapping[str, Function]:
        """For each rule that makes us ask for a fact, the cases in which it does."""
        unknown = self.diagrams.without(self.space.valid, self.space.known(fact))
        names = frozenset({fact, *(made.name for made in DERIVED if fact in made.sources)})
        looking = (rule for rule in self.rules if names & (rule.facts | counted_from(rule.gives)))
        found = ((rule.id, self.diagrams.both(unknown, self._waits(rule, names))) for rule in looking)
        return {rule: cases for rule, cases in found if cases != NO}

    def changed_by(self, fact: str, *, coherent: bool = True) -> Mapping[str, Function]:
        """For each rule, the cases in which a fact is unknown and some value of it changes what the rule says at once.

        What no rule says alone has a name that no rule can have.

        Args:
            fact: the fact.
            coherent: leave out the cases that contradict themselves, without the fact or with it.
        """
        cases = self.space.valid if coherent else YES
        found: dict[str, Function] = {}
        for kind, differ in ((self._says, ne), (self._messages, partial(differs, fact))):
            for rule, says in kind.items():
                changed = self.diagrams.both(cases, self.space.changed(says, fact, differ, cases))
                if changed != NO:
                    found[rule] = self.diagrams.either(changed, found.get(rule, NO))
        return found

    @cached_property
    def _says(self) -> Mapping[str, Function]:
        """What each rule says, but for the words of its message: a function that changes when that does."""
        held = (self.space.holding(evidence.name, value.name) for value in evidence.values)
        together = {"the proof held": self.diagrams.any_of(held), "the requests": self._all_requests()}
        return {rule.id: self._dated(rule) for rule in self.rules} | together

    @cached_property
    def _messages(self) -> Mapping[str, Function]:
        """The words of each message, by the rule that sends it; None where it does not."""
        return {
            rule.id: self.diagrams.merge(_if_sent, self._part(rule), wording(rule.gives.message, self.space))
            for rule in self.of(Send)
            if isinstance(rule.gives, Send) and deciding_facts(rule.gives.message)
        }

    def _dated(self, rule: Rule) -> Function:
        """Say whether a rule takes part, whether it cites more, and if a clock, whether it shows a day."""
        part = self.diagrams.merge(_pair, self._part(rule), self._also(rule)) if rule.also else self._part(rule)
        if isinstance(rule.gives, Clock) and rule.gives.starts:
            dated = self.diagrams.both(self._part(rule), self.space.known(rule.gives.starts))
            return self.diagrams.merge(_pair, part, dated)
        return part

    def _also(self, rule: Rule) -> Function:
        """The cases in whose answer a rule cites more than it always does, also those that contradict themselves."""
        return self.diagrams.both(self._part(rule), self._applies(rule, rule.also.when)) if rule.also else NO

    def _applies(self, rule: Rule, condition: Condition) -> Function:
        return self.diagrams.map(_lets_show if rule.gives.cautious else _is_yes, self.space.verdict(condition))

    def _all_requests(self) -> Function:
        """All that is asked for, most fitting first."""
        asks = self.diagrams.leaf(())
        for rule in self.of(Remedy):
            if isinstance(rule.gives, Remedy) and rule.gives.ask:
                counts = self.diagrams.both(self._part(rule), self._time_has_come(rule))
                asks = self.diagrams.merge(partial(_with, rule.gives.ask), counts, asks)
        return asks

    def _part(self, rule: Rule) -> Function:
        """The cases in whose answer a rule takes part, those that contradict themselves among them."""
        if rule.id not in self._kept:
            cases = self.shows(rule)
            if rule.gives.single:
                cases = self.diagrams.without(cases, self.diagrams.any_of(map(self.shows, self._before(rule))))
            self._kept[rule.id] = cases
        return self._kept[rule.id]

    def _time_has_come(self, rule: Rule) -> Function:
        return self.space.true(rule.gives.once) if isinstance(rule.gives, Remedy) else NO

    def _before(self, rule: Rule) -> Sequence[Rule]:
        """The rules that come first for the same single part."""
        return [other for other in self.rules[: self.rules.index(rule)] if type(other.gives) is type(rule.gives)]

    def _waits(self, rule: Rule, names: frozenset[str]) -> Function:
        """The cases in which a rule waits for a fact of these names, and no rule before it has settled its part."""
        diagrams, verdict = self.diagrams, self.space.verdict(rule.when)
        waits = diagrams.map(partial(_open, names), verdict)
        inner = (diagrams.map(partial(_open, names), self.space.verdict(condition)) for condition in rule.inner)
        more = YES if names & counted_from(rule.gives) else diagrams.any_of(inner)
        waits = diagrams.either(waits, diagrams.both(self._in_play(rule), more))
        before = self._before(rule) if rule.gives.single else ()
        return diagrams.without(waits, diagrams.any_of(map(self._for_good, before)))

    def _in_play(self, rule: Rule) -> Function:
        """The cases in which a rule shows, or can still come to show."""
        return self.diagrams.either(self.shows(rule), self.diagrams.map(_is_open, self.space.verdict(rule.when)))

    def _for_good(self, rule: Rule) -> Function:
        """The cases in which a rule shows whatever else becomes known."""
        still = self.diagrams.map(_is_open, self.space.verdict(rule.when))
        return self.diagrams.without(self.shows(rule), still)


def _facts(rules: Sequence[Rule]) -> frozenset[str]:
    """Name every fact that can make one answer another."""
    found: frozenset[str] = frozenset({evidence.name})
    for rule in rules:
        found |= rule.facts
        if isinstance(rule.gives, Send):
            found |= deciding_facts(rule.gives.message)
        if isinstance(rule.gives, Clock) and rule.gives.starts:
            found |= {rule.gives.starts}
    return found


def _is_yes(settled: Settled) -> bool:
    return settled.truth is True


def _lets_show(settled: Settled) -> bool:
    return settled.truth is not False


def _is_open(settled: Settled) -> bool:
    return bool(settled.open)


def _open(names: frozenset[str], settled: Settled) -> bool:
    return not names.isdisjoint(settled.open)


def _pair(one: bool, other: bool) -> tuple[bool, bool]:
    return one, other


def _if_sent(sent: bool, words: Any) -> Any:
    return words if sent else None


def _with(more: tuple[Ask, ...], counts: bool, asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    return tuple(dict.fromkeys((*asks, *more))) if counts else asks
