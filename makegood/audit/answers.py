"""All answers at once: each part of an answer as a function of the case.

`policy.engine` says in `evaluation`, `assembly` and `questions` how one case is answered. This says the same of all
cases, in the same order and the same words; a test lays the two side by side, case by case.
"""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache, cached_property, partial
from operator import ne
from typing import Any

from makegood.audit.axes import TODAY
from makegood.audit.messages import deciding_facts, differs, wording
from makegood.audit.space import Space
from makegood.diagrams import FALSE, TRUE, Diagram
from makegood.undecided import Evaluation
from policy.engine.doors import USED, DoorLine, arranged, door_line
from policy.engine.question_order import counted_from
from policy.facts import BY_NAME, evidence
from policy.language.outcomes import Ask, Clock, Door, Outcome, Remedy, Send, Step, Way
from policy.language.rule import Rule
from policy.periods import PERIODS, Period


class AllAnswers:
    """The answers that some rules give to all cases. Sets of cases are functions of `space.diagrams`."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = tuple(rules)
        self.by_id = {rule.id: rule for rule in rules}
        self.space = Space(_facts(rules))
        self.diagrams = self.space.diagrams
        self._known = _Known(self.space)
        self._evaluation = Evaluation(self.rules, self.space.conditions, self._known)
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
        """For each rule that makes us ask for a fact, the cases in which it does, incoherent ones among them."""
        found = ((rule.id, self._evaluation.waits(rule, fact)) for rule in self.rules)
        return {rule: cases for rule, cases in found if cases != FALSE}

    def changed_by(
        self, fact: str, *, coherent: bool = True, rules: Collection[str] = (), within: Diagram = TRUE
    ) -> Mapping[str, Diagram]:
        """For each rule, the cases in which a fact is unknown and some value of it changes what the rule says at once.

        What no rule says alone has a name that no rule can have.

        Args:
            fact: the fact.
            coherent: leave out the cases that contradict themselves, without the fact or with it.
            rules: only these; with none, all.
            within: what the case has to be in once the fact is known.
        """
        cases = self.space.valid if coherent else TRUE
        later = self.diagrams.both(cases, within)
        found: dict[str, Diagram] = {}
        told = [(rule, says, ne) for rule, says in self._says.items()]
        if not BY_NAME[fact].is_typed:  # what is typed fills the blanks of a message, and decides nothing there
            told += [(rule, says, partial(differs, fact)) for rule, pieces in self._messages.items() for says in pieces]
        for rule, says, differ in told:
            if self.space.looks_at(says, fact) and (not rules or rule in rules):
                changed = self.diagrams.both(cases, self.space.changed(says, fact, differ, later))
                if changed != FALSE:
                    found[rule] = self.diagrams.either(changed, found.get(rule, FALSE))
        return found

    @cached_property
    def _says(self) -> Mapping[str, Diagram]:
        """What each rule says, but for the words of its message: a function that changes when that does."""
        held = (self.space.holding(evidence.name, value.name) for value in evidence.values)
        doors = {f"the door {way}": self.door(way) for way in self.ways}
        together = {"the proof held": self.diagrams.any_of(held), "the requests": self._all_requests(), **doors}
        return {rule.id: self._dated(rule) for rule in self.rules} | together

    @cached_property
    def _messages(self) -> Mapping[str, list[Diagram]]:
        """The words of each piece of each message, by the rule that sends it; None where it does not."""
        return {
            rule.id: [
                self.diagrams.apply(_if_sent, self._part(rule), words)
                for words in wording(rule.gives.message, self.space)
                if self.diagrams.children(words)
            ]
            for rule in self.of(Send)
            if isinstance(rule.gives, Send) and deciding_facts(rule.gives.message)
        }

    def door(self, way: Way) -> Diagram:
        """The door of one way as it stands: a `DoorLine`, or None where there is none.

        Where its days are known, some day stands for them, and a door that closes soon is open like any other.
        """
        shutting = [other for other in self._lines if other is not way and self._can_shut(other, way)]
        return self.diagrams.apply(_arranged(way), *(self._lines[other] for other in (way, *shutting)))

    @property
    def all_that_is_said(self) -> Iterator[Diagram]:
        """What each rule, each door and the proof together say, as far as it changes when another thing is said."""
        yield from self._says.values()

    def state_in(self, way: Way, *states: str) -> Diagram:
        """The cases in which the door of a way stands like one of these."""
        if way not in self._lines:
            return FALSE
        return self.diagrams.both(self.diagrams.apply(_stands(frozenset(states)), self.door(way)), self.space.valid)

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways for which some rule gives a door."""
        return tuple(self._lines)

    @cached_property
    def _lines(self) -> Mapping[Way, Diagram]:
        """The door of each way, but for being shut by another."""
        found: dict[Way, Diagram] = {}
        for rule in reversed(list(self.of(Door))):
            if isinstance(rule.gives, Door):
                way, line = rule.gives.way, self.diagrams.of(partial(self._line, rule, rule.gives))
                found[way] = self.diagrams.ite(self._part(rule), line, found.get(way, self.diagrams.terminal(None)))
        return {way: found[way] for way in Way if way in found}

    def _line(self, rule: Rule, door: Door) -> DoorLine:
        period = PERIODS.get(door.period)
        days = _Days(self.space, period.counted_from({}) if period else frozenset())
        return door_line(door, rule.cites, self._known, days, None)

    def _can_shut(self, way: Way, other: Way) -> bool:
        return any(
            isinstance(door := rule.gives, Door) and door.way == way and other in door.shuts for rule in self.rules
        )

    def _dated(self, rule: Rule) -> Diagram:
        """Say whether a rule takes part, whether it cites more, and which day it shows and how, if one."""
        told = [self._part(rule)]
        if rule.also:
            told.append(self._also(rule))
        match rule.gives:
            case Clock(period=name, met=met):
                told += [*self._ends(PERIODS[name]), self.space.true(met)]
            case Step(after=name) if name:
                told += self._ends(PERIODS[name])[:1]
        # Where it takes no part, nothing that it could say counts.
        shown = [told[0], *(self.diagrams.both(told[0], more) for more in told[1:])]
        return self.diagrams.apply(_together, *shown) if shown[1:] else shown[0]

    def _ends(self, period: Period) -> list[Diagram]:
        """The cases that know whence a first day counts, whence a last day does, and whence that does to be safe."""
        known, ends = self.space.known, (period.opens, period.closes)
        first, last = (known(end.day.name) if end else FALSE for end in ends)
        instead = self.diagrams.any_of(known(day.name) for day in (period.closes.instead if period.closes else ()))
        return [first, last, self.diagrams.without(instead, last)]

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


class _Known(Mapping[str, Any]):
    """The known facts of a case that is not decided yet, asked for one by one."""

    def __init__(self, space: Space) -> None:
        self._space = space

    def __contains__(self, fact: object) -> bool:
        name = str(fact)
        known = self._space.known(name) if name in BY_NAME else self._space.value_of(name)
        return self._space.diagrams.look(known) not in (None, False)

    def __getitem__(self, fact: str) -> Any:
        value = self._space.diagrams.look(self._space.value_of(fact))
        if value is None:
            raise KeyError(fact)
        return value

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError("To list what is known is to look at everything; ask for one fact.")

    def __len__(self) -> int:
        raise NotImplementedError("To count what is known is to look at everything; ask for one fact.")


class _Days(_Known):
    """The days among them that count: for each that is known stands a day of its own."""

    def __init__(self, space: Space, names: frozenset[str]) -> None:
        super().__init__(space)
        self._names = names

    def __getitem__(self, fact: str) -> date:
        if fact not in self._names or fact not in self:
            raise KeyError(fact)
        return TODAY + timedelta(days=[*BY_NAME].index(fact))


def _facts(rules: Sequence[Rule]) -> frozenset[str]:
    """Name every fact that can make one answer another, and every period that a rule names."""
    found: frozenset[str] = frozenset({evidence.name})
    for rule in rules:
        found |= rule.facts | counted_from(rule.gives)
        match rule.gives:
            case Send(message=message):
                found |= deciding_facts(message)
            case Door(way=way, asks=asks):
                found |= {fact for fact in (asks, USED[way][0].name if way in USED else "") if fact}
        match rule.gives:
            case Clock(period=period) | Door(period=period) | Step(after=period) if period:
                found |= {period}
    return found


@cache
def _arranged(way: Way) -> Callable[..., DoorLine | None]:
    def line(*doors: DoorLine | None) -> DoorLine | None:
        return next((door for door in arranged(filter(None, doors)) if door.id == way), None)

    return line


@cache
def _stands(states: frozenset[str]) -> Callable[[DoorLine | None], bool]:
    return lambda line: line is not None and line.state in states


def _together(*told: bool) -> tuple[bool, ...]:
    return told


def _if_sent(sent: bool, words: Any) -> Any:
    return words if sent else None


def _with(more: tuple[Ask, ...], counts: bool, asks: tuple[Ask, ...]) -> tuple[Ask, ...]:
    return tuple(dict.fromkeys((*asks, *more))) if counts else asks
