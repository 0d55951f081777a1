"""The parts of an advice, each put together from the rules that take part; `sections` says which rules give which."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import NamedTuple

from policy.cases.case import Case
from policy.engine.advice import (
    Deadline,
    Evidence,
    FairRemedy,
    Ladder,
    Line,
    ProofLine,
    Responsibility,
    StepLine,
    SupportAdvice,
)
from policy.engine.doors import CLOSING, DoorLine, arranged, door_line
from policy.facts import FACTS, evidence
from policy.language.conditions import Known, settle
from policy.language.kinds import Day
from policy.language.outcomes import (
    Clock,
    Door,
    Grade,
    Outcome,
    Process,
    Proof,
    Remedy,
    Responsible,
    Rung,
    Send,
    Step,
    Support,
)
from policy.language.rule import Rule
from policy.messages.filling import Message, fill
from policy.periods import PERIODS


class Applied[E: Outcome](NamedTuple):
    """A rule that takes part, and what it gives."""

    rule: Rule
    gives: E


class Parts:
    """The rules that take part in the answer to one case on one day, and the parts of the advice made of them."""

    def __init__(self, taken: list[Rule], case: Case, known: Known, today: date | None) -> None:
        self.case, self.known, self.today = case, known, today
        self._rules: dict[type[Outcome], list[Rule]] = {}
        for rule in taken:
            self._rules.setdefault(type(rule.gives), []).append(rule)

    def of[E: Outcome](self, kind: type[E]) -> list[Applied[E]]:
        """Give the rules of this very kind, in order."""
        return [Applied(rule, gives) for rule in self._rules.get(kind, ()) if isinstance(gives := rule.gives, kind)]

    def only[E: Outcome](self, kind: type[E]) -> Applied[E]:
        """Give the rule of a single part; the rulebook ends with rules that always give one."""
        return self.of(kind)[0]

    def cites(self, rule: Rule) -> tuple[str, ...]:
        """Give the sources behind a rule's part in this case."""
        return rule.cited(self.known) if rule.also else rule.cites

    def all_cites(self, rules: Iterable[Rule]) -> tuple[str, ...]:
        """Give the sources of several rules, each once, in order."""
        return tuple(dict.fromkeys(cite for rule in rules for cite in self.cites(rule)))

    def lines(self, *kinds: type[Outcome]) -> tuple[Line, ...]:
        """Give one line for each rule of these kinds, kind by kind."""
        return tuple(
            Line(rule.id, rule.gives.says, self.cites(rule)) for kind in kinds for rule in self._rules.get(kind, ())
        )

    def responsible(self) -> Responsibility:
        """Say who has to sort it out, and how they will."""
        who = self.only(Responsible)
        told = (who, *self.of(Process))
        text = " ".join(gives.says for _, gives in told)
        return Responsibility(who.gives.party, text, self.all_cites(rule for rule, _ in told))

    def steps(self) -> tuple[StepLine, ...]:
        """List what to do, with the day by which where a clock that runs limits it."""
        return tuple(self._step(rule, self._by_clock.get(gives.by)) for rule, gives in self.of(Step))

    def _step(self, rule: Rule, limit: Deadline | None) -> StepLine:
        on, id_ = (limit.on, limit.id) if limit else (None, "")
        if on and self.today and on < self.today:
            on = None  # what is still possible, the limit itself says
        after = PERIODS.get(rule.gives.after) if isinstance(rule.gives, Step) else None
        first = after.first(self.days) if after else None
        return StepLine(rule.id, rule.gives.says, self.cites(rule), on, first, id_)

    def evidence(self) -> Evidence:
        """Sort the proof into held, needed and helpful, and grade it."""
        have, wanted, grade = self.case.in_hand, self.wanted(), self.only(Grade)
        needed, helpful = (
            tuple(
                Line(line.id, line.text, line.cites) for line in wanted if line.needed is kind and line.id not in have
            )
            for kind in (True, False)
        )
        cites = self.all_cites((grade.rule, *(rule for rule, _ in self.of(Proof))))
        held = tuple(map(self._held, have))
        return Evidence(held, needed, helpful, grade.gives.strength, grade.gives.why, cites, wanted)

    def wanted(self) -> tuple[ProofLine, ...]:
        """List the proof that the case asks for, the needed first."""
        return tuple(
            ProofLine(gives.item, gives.text, self.cites(rule), needed)
            for needed in (True, False)
            for rule, gives in self.of(Proof)
            if gives.needed is needed
        )

    def _held(self, item: str) -> Line:
        """Give the line of a kind of proof in hand, with the sources that ask for it, or else those of the grade."""
        asked = (rule for rule, gives in self.of(Proof) if gives.item == item)
        return Line(item, evidence.value(item).label + ".", self.cites(next(asked, None) or self.only(Grade).rule))

    def remedy(self) -> FairRemedy:
        """Say what is fair to ask for: all texts, but only the requests whose time has come."""
        rules = self.of(Remedy)
        asks = [ask for _, gives in rules if settle(gives.once, self.known).truth for ask in gives.ask]
        tiers = [gives.tier for _, gives in rules if gives.tier]
        return FairRemedy(
            max(tiers, default=None),
            tuple(dict.fromkeys(asks)),
            " ".join(gives.text for _, gives in rules),
            self.all_cites(rule for rule, _ in rules),
        )

    def deadlines(self) -> tuple[Deadline, ...]:
        """List the time limits, the earliest first, those whose start is unknown last; of one act only the earliest."""
        return tuple(sorted(dict.fromkeys(self._by_clock.values()), key=_by_day))

    @cached_property
    def _by_clock(self) -> dict[str, Deadline]:
        """Give for each clock's rule the limit that shows for it: its own, or an earlier one on the same act."""
        acts: dict[str, dict[str, Deadline]] = {}
        for rule, gives in self.of(Clock):
            acts.setdefault(gives.act or rule.id, {})[rule.id] = self._deadline(rule, gives)
        return {clock: _safest(list(same.values())) for same in acts.values() for clock in same}

    def _deadline(self, rule: Rule, clock: Clock) -> Deadline:
        period, cites = PERIODS[clock.period], self.cites(rule)
        ends = period.closes or period.opens
        on, opens_on = period.last(self.days), period.first(self.days)
        state = self._clock_state(clock, on, opens_on)
        return Deadline(
            rule.id,
            clock.what,
            on,
            ends.words_with(self.days) if ends else "",
            cites,
            ends.confidence if ends else "verified",
            opens_on,
            state,
            pending=on is None and ends is not None and ends.day.name in self.case.given,
            late=Line(f"{rule.id}-late", clock.late, cites) if state == "over" else None,
        )

    def _clock_state(self, clock: Clock, on: date | None, opens_on: date | None) -> str:
        if settle(clock.met, self.known).truth:
            return "met"
        if self.today and opens_on and self.today < opens_on:
            return "not-yet"
        if not (on and self.today):
            return "open"
        if on < self.today:
            return "over"
        return "closing" if on - self.today <= CLOSING else "open"

    @cached_property
    def days(self) -> Mapping[str, date]:
        """The days that the case tells, where it can count them."""
        return {fact.name: day for fact in FACTS if isinstance(fact, Day) and (day := self.case.day(fact.name))}

    def doors(self) -> tuple[DoorLine, ...]:
        """List the ways to the thing or the money, each once, as the first of its rules has it."""
        first = {gives.way: (rule, gives) for rule, gives in reversed(self.of(Door))}
        return arranged(
            door_line(gives, self.cites(rule), self.known, self.days, self.today) for rule, gives in first.values()
        )

    def ladder(self) -> Ladder:
        """Say where the case stands and what comes next."""
        rule, rung = self.only(Rung)
        return Ladder(rung.rung, rung.now, rung.next, rung.next_when, self.cites(rule))

    def messages(self) -> tuple[Message, ...]:
        """Fill the messages."""
        asks = self.remedy().ask
        return tuple(fill(gives.message, self.case, asks) for _, gives in self.of(Send))

    def support(self) -> SupportAdvice:
        """Say whether to contact support, and what to include."""
        rules = self.of(Support)
        include = dict.fromkeys(text for _, gives in rules for text in gives.include)
        return SupportAdvice(bool(rules), tuple(include), self.all_cites(rule for rule, _ in rules))


def _by_day(deadline: Deadline) -> date:
    return deadline.on or date.max


def _safest(same: list[Deadline]) -> Deadline:
    """Of several limits on one act keep the earliest, with the sources of all."""
    if len(same) == 1:
        return same[0]
    cites = dict.fromkeys(cite for deadline in sorted(same, key=_by_day) for cite in deadline.cites)
    return replace(min(same, key=_by_day), cites=tuple(cites))
