"""Every piece of the answer: each line as the engine puts it together from the few rules that it depends on."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import SimpleNamespace
from typing import Any, NamedTuple

from makegood.compile.fragments import Group, Part, Pieces
from makegood.compile.variables import TYPED
from makegood.diagrams import Diagram
from policy.engine.advice import Deadline, FairRemedy, PolicyId, SupportAdvice
from policy.engine.assembly import Parts
from policy.engine.rulebook import VERSION
from policy.facts import evidence
from policy.language.kinds import Day, Grams
from policy.language.outcomes import (
    Avoid,
    Clock,
    Grade,
    Headline,
    Process,
    Proof,
    Remedy,
    Responsible,
    Rung,
    Send,
    Step,
    Support,
    WalkAway,
    Warn,
    WarnAtStake,
)
from policy.language.rule import Rule
from policy.messages.filling import Message, fill, message_templates
from policy.rendering.advice import TYPED as TO_TYPE
from policy.rendering.advice import Field, field, reason, write_advice
from policy.rendering.checklist import KINDS, Checklist, Tick, ask, has_none, is_held, other

ROOT, PREFIX = "\ue000", "\ue001"
"""Stand in HTML for the way to the site's top, and for what makes ids unique."""


class _Strength(NamedTuple):
    """How far the proof in hand carries."""

    strength: str
    why: str


class Answer:
    """The answer to a case that is not decided yet, part by part."""

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces
        self._verdicts = pieces.verdicts
        self._letters = {rule.id: self._letter(rule) for rule in self._verdicts.rules(Send)}
        self._proof_of = {
            value.name: [rule for rule in self._verdicts.rules(Proof) if _proof(rule).item == value.name]
            for value in evidence.values
        }

    def html(self) -> str:
        """Write it with the templates that write every advice."""
        rules = self._verdicts.rules
        advice = SimpleNamespace(
            headline=self._whole(lambda parts: parts.only(Headline).gives.text, rules(Headline)),
            responsible=self._whole(Parts.responsible, rules(Responsible, Process)),
            steps=self._each(Parts.steps, rules(Step)),
            avoid=self._each(lambda parts: parts.lines(Avoid), rules(Avoid)),
            messages=self._pieces.group(list(self._letters.values())),
            evidence=self._strength(),
            deadlines=self._deadlines(),
            ladder=self._whole(Parts.ladder, rules(Rung)),
            walk_away=self._each(lambda parts: parts.lines(WalkAway), rules(WalkAway)),
            policy=PolicyId(VERSION, self._verdicts.rulebook.digest),
        )
        return write_advice(
            advice=advice,
            proof=self._checklist(),
            listed=None,
            warnings=self._each(lambda parts: parts.lines(Warn, WarnAtStake), rules(Warn, WarnAtStake)),
            late={},
            remedy=self._whole(_remedy, rules(Remedy)),
            support=self._whole(_support, rules(Support)),
            fields=self._pieces.group([self._field(fact.name) for fact in TO_TYPE]),
            reasons=self._reasons(),
            today=None,
            root=ROOT,
            prefix=PREFIX,
            level=3,
        )

    def _parts(self, rules: Iterable[Rule]) -> Parts:
        return self._verdicts.parts(rules)

    def _whole(self, read: Any, rules: list[Rule]) -> Part:
        """Make a part that is put together from several rules."""
        return self._pieces.part(lambda: read(self._parts(rules)))

    def _each(self, read: Any, rules: list[Rule]) -> Group:
        """Make a line for each rule."""

        def line(rule: Rule) -> Part:
            return self._pieces.part(lambda: _only(read(self._parts([rule]))))

        return self._pieces.group([line(rule) for rule in rules])

    def _reasons(self) -> Group:
        """Make a line for each rule that takes part."""
        verdicts = self._verdicts
        whole = {rule.id: reason(rule) for rule in verdicts.rulebook.rules}

        def taking_part(rule: Rule) -> Part:
            return self._pieces.part(lambda: whole[rule.id] if verdicts.takes_part(rule) else None)

        return self._pieces.group([taking_part(rule) for rule in verdicts.rulebook.rules])

    def _strength(self) -> Part:
        def graded() -> _Strength:
            gives: Any = self._parts(self._verdicts.rules(Grade)).only(Grade).gives
            return _Strength(gives.strength, gives.why)

        return self._pieces.part(graded)

    def _checklist(self) -> Part:
        """Make the list of proof to tick, where proof is open or was told."""
        part, case = self._pieces.part, self._verdicts.case
        held = {item: part(partial(is_held, item, case)) for item in KINDS}
        needed, helpful = (
            self._pieces.group(
                [
                    self._wanted(rule, held, needed=needed)
                    for rule in self._verdicts.rules(Proof)
                    if _proof(rule).needed is needed
                ]
            )
            for needed in (True, False)
        )
        others = self._pieces.group([self._other(item, held[item]) for item in KINDS])
        made = Checklist(part(lambda: ask(case)), needed, helpful, others, part(lambda: has_none(case)))
        is_open = self._verdicts.open[evidence.name]

        def asked() -> Checklist | None:
            return made if evidence.name in case.given or self._pieces.diagrams.look(is_open) else None

        return part(asked)

    def _wanted(self, rule: Rule, held: Mapping[str, Part], *, needed: bool) -> Part:
        """Make the line of a kind of proof, in the place of the first rule that asks for it."""
        item = _proof(rule).item
        same = [other for other in self._proof_of[item] if _proof(other).needed is needed]
        ahead = [] if needed else [other for other in self._proof_of[item] if _proof(other).needed]

        def line() -> Tick | None:
            parts = self._parts(same)
            if [*parts.of(Proof), None][0] is not rule or self._parts(ahead).of(Proof):
                return None
            [wanted] = parts.still_wanted((), needed=needed)
            return Tick(item, wanted.text, wanted.cites, held[item])

        return self._pieces.part(line)

    def _other(self, item: str, held: Part) -> Part:
        """Make the line of a kind of proof where no rule asks for it."""
        return self._pieces.part(lambda: None if self._parts(self._proof_of[item]).of(Proof) else other(item, held))

    def _deadlines(self) -> Group:
        """Make a line for each act that a clock limits, in the place of the first clock that does."""
        clocks = self._verdicts.rules(Clock)

        def line(rule: Rule) -> Deadline | None:
            parts = self._parts([other for other in clocks if _act(other) == _act(rule)])
            return _only(parts.deadlines) if [*parts.of(Clock), None][0] is rule else None

        return self._pieces.group([self._pieces.part(partial(line, rule)) for rule in clocks])

    def _letter(self, rule: Rule) -> Part:
        message: str = rule.gives.message  # type: ignore[attr-defined]  # a rule that sends
        template = message_templates()[message]
        case = self._verdicts.facts.only(fact.name for fact in template.facts)

        def letter() -> Message | None:
            if not self._parts([rule]).of(Send):
                return None
            asks = self._parts(self._verdicts.rules(Remedy)).remedy.ask if "request" in template.source else ()
            return fill(message, case, asks)

        return self._pieces.part(letter)

    def _field(self, fact: str) -> Part:
        """Make the field for a blank that a message has, or for what would add something to one."""
        fillable = self._any_letter(lambda letter: fact in (*letter.missing, *letter.optional))
        needed = self._any_letter(lambda letter: fact in message_templates()[letter.id].needs)

        def made() -> Field | None:
            if not self._pieces.diagrams.look(fillable):
                return None
            [blank] = [blank for blank in TO_TYPE if blank.name == fact]
            made = field(blank, self._verdicts.case, optional=not self._pieces.diagrams.look(needed))
            # Days and weights are facts that a diagram knows to be told or not; texts are none.
            return made if isinstance(blank, Day | Grams) else made._replace(value=TYPED.format(fact))

        return self._pieces.part(made)

    def _any_letter(self, holds: Callable[[Message], bool]) -> Diagram:
        """Say whether this holds for any message of the answer."""
        found = (
            self._pieces.diagrams.apply(lambda value: bool(value) and holds(value), letter.diagram)
            for letter in self._letters.values()
        )
        return self._verdicts.any(found)


def _only[T](lines: tuple[T, ...]) -> T | None:
    """Give the line of which there is at most one."""
    [line] = lines or (None,)
    return line


def _remedy(parts: Parts) -> FairRemedy | None:
    remedy = parts.remedy
    return remedy if remedy.text else None


def _support(parts: Parts) -> SupportAdvice | None:
    support = parts.support()
    return support if support.contact else None


def _proof(rule: Rule) -> Proof:
    assert isinstance(rule.gives, Proof)  # noqa: S101  # only such rules come here
    return rule.gives


def _act(rule: Rule) -> str:
    return rule.gives.act or rule.id  # type: ignore[attr-defined]  # a clock's rule
