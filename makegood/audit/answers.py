"""All answers at once: each part of an answer as a function of the case.

`policy.engine` says in `evaluation`, `assembly` and `questions` how one case is answered. This says the same of all
cases, in the same order and the same words; a test lays the two side by side, case by case.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from operator import ne
from typing import Any

from makegood.audit.messages import deciding_facts, differs, wording
from makegood.audit.space import Space
from makegood.diagrams import FALSE, TRUE, Diagram
from makegood.undecided import Evaluation
from policy.facts import evidence
from policy.language.outcomes import Ask, Clock, Outcome, Remedy, Send
from policy.language.rule import Rule


class AllAnswers:
    """The answers that some rules give to all cases. Sets of cases are functions of `space.diagrams`."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.by_id = {rule.id: rule for rule in rules}
        self.space = Space(_facts(rules))
        self.diagrams = self.space.diagrams
        self._evaluation = Evaluation(self.rules, self.space.conditions, _Known(self.space))
        self._part = self._evaluation.takes_part

    def of(self, *kinds: type[Outcome]) -> Iterator[Rule]:
        """Give the rules of these kinds, in order."""
        return (rule for rule in self.rules if isinstance(rule.gives, kinds))

    def shows(self, rule: Rule) -> Diagram:
        """The cases in which a rule's own condition lets its part show."""
        return self._evaluation.shows(rule)

    def takes_part(self, rule: Rule) -> Diagram:
        """The cases in whose answer a rule takes part: it shows, and is the first of a single part."""
        return self.diagrams.both(self._part(rule), self.space.valid)

    def requests(self, rule: Rule) -> Diagram:
        """The cases in which a rule of the remedy does not only say something: what it asks for counts."""
        return self.diagrams.both(self.takes_part(rule), self._time_has_come(rule))

    def cited(self, rule: Rule) -> Mapping[str, Diagram]:
        """For each source of a rule, the cases in whose answer it cites that."""
        also = dict.fromkeys(rule.sources, self.diagrams.both(self._also(rule), self.space.valid))
        return also | dict.fromkeys(rule.cites, self.takes_part(rule))

    def asking(self, fact: str) -> Mapping[str, Diagram]:
        """For each rule that makes us ask for a fact, the cases in which it does."""
        found = (
            (rule.id, self.diagrams.both(self.space.valid, self._evaluation.waits(rule, fact))) for rule in self.rules
        )
        return {rule: cases for rule, cases in found if cases != FALSE}

    def changed_by(self, fact: str, *, coherent: bool = True) -> Mapping[str, Diagram]:
        """For each rule, the cases in which a fact is unknown and some value of it changes what the rule says at once.

        What no rule says alone has a name that no rule can have.

        Args:
            fact: the fact.
            coherent: leave out the cases that contradict themselves, without the fact or with it.
        """
        cases = self.space.valid if coherent else TRUE
        found: dict[str, Diagram] = {}
        for kind, differ in ((self._says, ne), (self._messages, partial(differs, fact))):
            for rule, says in kind.items():
                changed = self.diagrams.both(cases, self.space.changed(says, fact, differ, cases))
                if changed != FALSE:
                    found[rule] = self.diagrams.either(changed, found.get(rule, FALSE))
        return found

    @cached_property
    def _says(self) -> Mapping[str, Diagram]:
        """What each rule says, but for the words of its message: a function that changes when that does."""
        held = (self.space.holding(evidence.name, value.name) for value in evidence.values)
        together = {"the proof held": self.diagrams.any_of(held), "the requests": self._all_requests()}
        return {rule.id: self._dated(rule) for rule in self.rules} | together

    @cached_property
    def _messages(self) -> Mapping[str, Diagram]:
        """The words of each message, by the rule that sends it; None where it does not."""
        return {
            rule.id: self.diagrams.apply(_if_sent, self._part(rule), wording(rule.gives.message, self.space))
            for rule in self.of(Send)
            if isinstance(rule.gives, Send) and deciding_facts(rule.gives.message)
        }

    def _dated(self, rule: Rule) -> Diagram:
        """Say whether a rule takes part, whether it cites more, and if a clock, whether it shows a day."""
        part = self.diagrams.apply(_pair, self._part(rule), self._also(rule)) if rule.also else self._part(rule)
        if isinstance(rule.gives, Clock) and rule.gives.starts:
            dated = self.diagrams.both(self._part(rule), self.space.known(rule.gives.starts))
            return self.diagrams.apply(_pair, part, dated)
        return part

    def _also(self, rule: Rule) -> Diagram:
        """The cases in whose answer a rule cites more than it always does, also those that contradict themselves."""
        return (
            self.diagrams.both(self._part(rule), self._evaluation.applies(rule, rule.also.when)) if rule.also else FALSE
        )

    def _all_requests(self) -> Diagram:
        """All that is asked for, most fitting first."""
        asks = self.diagrams.terminal(())
        for rule in self.of(Remedy):
            if isinstance(rule.gives, Remedy) and rule.gives.ask:
                counts = self.diagrams.both(self._part(rule), self._time_has_come(rule))
                asks = self.diagrams.apply(partial(_with, rule.gives.ask), counts, asks)
        return asks

    def _time_has_come(self, rule: Rule) -> Diagram:
        return self.space.true(rule.gives.once) if isinstance(rule.gives, Remedy) else FALSE


class _Known(Mapping[str, None]):
    """The known facts of a case that is not decided yet; only whether a fact is in them can be looked at."""

    def __init__(self, space: Space) -> None:
        self._space = space

    def __contains__(self, fact: object) -> bool:
        return bool(self._space.diagrams.look(self._space.known(str(fact))))

    def __getitem__(self, fact: str) -> None:
        raise NotImplementedError("Only conditions look at the value of a fact, and they have diagrams of their own.")

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError("To list what is known is to look at everything; ask for one fact.")

    def __len__(self) -> int:
        raise NotImplementedError("To count what is known is to look at everything; ask for one fact.")


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


def _pair(one: bool, other: bool) -> tuple[bool, bool]:
    return one, other


def _if_sent(sent: bool, words: Any) -> Any:
    return words if sent else None


def _with(more: tuple[Ask, ...], counts: bool, asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    return tuple(dict.fromkeys((*asks, *more))) if counts else asks
