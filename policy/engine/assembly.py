"""The parts of an advice, each put together from the rules that take part."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import Any

from policy.cases.case import Case
from policy.engine.advice import (
    Deadline,
    Evidence,
    FairRemedy,
    Ladder,
    Line,
    Responsibility,
    StepLine,
    SupportAdvice,
)
from policy.facts import evidence
from policy.language.conditions import Known, settle
from policy.language.outcomes import (
    Back,
    Clock,
    Effect,
    Grade,
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
from policy.sources.clocks import end_of
from policy.sources.statements import windows


class Parts:
    """The rules that take part in the answer to one case on one day, and the parts of the advice made of them."""

    def __init__(self, taken: list[Rule], case: Case, known: Known, today: date | None) -> None:
        self.case, self.known, self.today = case, known, today
        self.rules: dict[type[Effect], list[Rule]] = {}
        self.backing: dict[str, list[str]] = {}
        for rule in taken:
            self.rules.setdefault(type(rule.gives), []).append(rule)
            if isinstance(rule.gives, Back):
                self.backing.setdefault(rule.gives.rule, []).extend(rule.cites)

    def of(self, *kinds: type[Effect]) -> list[Rule]:
        """Give the rules of these kinds, kind by kind, in order."""
        return [rule for kind in kinds for rule in self.rules.get(kind, ())]

    def only(self, kind: type[Effect]) -> Any:
        """Give the rule of a single part; the rulebook ends with rules that always give one."""
        return self.rules[kind][0]

    def cites(self, rule: Rule) -> tuple[str, ...]:
        """Give a rule's sources, with those of the rules that back it, each once."""
        backing = self.backing.get(rule.id)
        return tuple(dict.fromkeys((*rule.cites, *backing))) if backing else rule.cites

    def all_cites(self, rules: Iterable[Rule]) -> tuple[str, ...]:
        """Give the sources of several rules, each once, in order."""
        return tuple(dict.fromkeys(cite for rule in rules for cite in self.cites(rule)))

    def lines(self, *kinds: type[Effect]) -> tuple[Line, ...]:
        """Give one line for each rule of these kinds."""
        return tuple(Line(rule.id, rule.gives.text, self.cites(rule)) for rule in self.of(*kinds))  # type: ignore[attr-defined]

    def responsible(self) -> Responsibility:
        """Say who has to sort it out, and how they will."""
        who: Rule = self.only(Responsible)
        process = self.of(Process)
        texts = [rule.gives.text for rule in (who, *process)]  # type: ignore[attr-defined]
        return Responsibility(who.gives.party, " ".join(texts), self.all_cites((who, *process)))  # type: ignore[attr-defined]

    def steps(self) -> tuple[StepLine, ...]:
        """List what to do, with the day by which where a clock that runs limits it."""
        on = {clock: deadline.on for clock, deadline in self._by_clock.items()}
        return tuple(
            StepLine(rule.id, gives.text, self.cites(rule), on.get(gives.by))
            for rule in self.of(Step)
            if isinstance(gives := rule.gives, Step)
        )

    def held(self) -> tuple[Line, ...]:
        """List the proof in hand, each with what this case asks of it, or at least with what it is."""
        return tuple(self.held_item(str(item)) for item in self.case.known.get(evidence.name, ()))  # type: ignore[union-attr]  # a tuple

    def held_item(self, item: str) -> Line:
        """Give the line of one kind of proof that is in hand."""
        asked = (rule for rule in self.of(Proof) if isinstance(rule.gives, Proof) and rule.gives.item == item)
        return Line(item, evidence.value(item).label + ".", self.cites(next(asked, None) or self.only(Grade)))

    def still_wanted(self, have: Collection[str], *, needed: bool) -> tuple[Line, ...]:
        """List the proof that is needed, or only helps, and that nobody has; each kind once, as the last rule asks."""
        open_proof = [(rule, gives) for rule in self.of(Proof) if isinstance(gives := rule.gives, Proof)]
        lines = {
            gives.item: Line(gives.item, gives.text, self.cites(rule))
            for rule, gives in open_proof
            if gives.needed is needed and gives.item not in have
        }
        return tuple(lines.values())

    def evidence(self, held: tuple[Line, ...]) -> Evidence:
        """Sort the proof into held, needed and helpful, and grade it."""
        have = {line.id for line in held}
        needed, helpful = (self.still_wanted(have, needed=is_needed) for is_needed in (True, False))
        grade: Rule = self.only(Grade)
        cites = self.all_cites((grade, *self.of(Proof)))
        return Evidence(held, needed, helpful, grade.gives.strength, grade.gives.why, cites)  # type: ignore[attr-defined]

    @cached_property
    def remedy(self) -> FairRemedy:
        """Say what is fair to ask for: all texts, but only the requests whose time has come."""
        rules = [(rule, gives) for rule in self.of(Remedy) if isinstance(gives := rule.gives, Remedy)]
        asks = [ask for _, gives in rules if settle(gives.once, self.known).truth for ask in gives.ask]
        tiers = [gives.tier for _, gives in rules if gives.tier]
        return FairRemedy(
            max(tiers, default=None),
            tuple(dict.fromkeys(asks)),
            " ".join(gives.text for _, gives in rules),
            self.all_cites(rule for rule, _ in rules),
        )

    @cached_property
    def deadlines(self) -> tuple[Deadline, ...]:
        """List the time limits, the earliest first, those whose start is unknown last; of one act only the earliest."""
        return tuple(sorted(dict.fromkeys(self._by_clock.values()), key=_by_day))

    @cached_property
    def _by_clock(self) -> dict[str, Deadline]:
        """Give for each clock's rule the limit that shows for it: its own, or an earlier one on the same act."""
        acts: dict[str, dict[str, Deadline]] = {}
        for rule in self.of(Clock):
            if isinstance(gives := rule.gives, Clock):
                acts.setdefault(gives.act or rule.id, {})[rule.id] = self._deadline(rule, gives)
        return {clock: _safest(list(same.values())) for same in acts.values() for clock in same}

    def _deadline(self, rule: Rule, clock: Clock) -> Deadline:
        window = windows().get(clock.window)
        start = self.case.day(clock.starts)
        return Deadline(
            rule.id,
            clock.what,
            end_of(clock, start) if start else None,
            window.start if window else clock.start,
            self.cites(rule),
            window.confidence if window else "verified",
            pending=start is None and clock.starts in self.case.given,
        )

    def late(self) -> tuple[Line, ...]:
        """Say of each clock that has run out what is still possible."""
        late = {deadline.id for deadline in self.deadlines if deadline.on and self.today and deadline.on < self.today}
        return tuple(
            Line(f"{rule.id}-late", gives.late, self.cites(rule))
            for rule in self.of(Clock)
            if isinstance(gives := rule.gives, Clock) and rule.id in late
        )

    def ladder(self) -> Ladder:
        """Say where the case stands and what comes next."""
        rule: Rule = self.only(Rung)
        rung: Any = rule.gives
        return Ladder(rung.rung, rung.now, rung.next, rung.next_when, self.cites(rule))

    def messages(self) -> tuple[Message, ...]:
        """Fill the messages."""
        asks = self.remedy.ask
        return tuple(
            fill(rule.gives.message, self.case, asks) for rule in self.of(Send) if isinstance(rule.gives, Send)
        )

    def support(self) -> SupportAdvice:
        """Say whether to contact support, and what to include."""
        rules = self.of(Support)
        include = dict.fromkeys(text for rule in rules for text in rule.gives.include)  # type: ignore[attr-defined]
        return SupportAdvice(bool(rules), tuple(include), self.all_cites(rules))


def _by_day(deadline: Deadline) -> date:
    return deadline.on or date.max


def _safest(same: list[Deadline]) -> Deadline:
    """Of several limits on one act keep the earliest, with the sources of all."""
    if len(same) == 1:
        return same[0]
    cites = dict.fromkeys(cite for deadline in sorted(same, key=_by_day) for cite in deadline.cites)
    return replace(min(same, key=_by_day), cites=tuple(cites))
