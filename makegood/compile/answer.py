"""Every piece of the answer: each line as the engine puts it together from the few rules that it depends on."""

from collections.abc import Iterable, Mapping
from functools import partial
from types import SimpleNamespace
from typing import NamedTuple

from makegood.compile.fragments import Group, Part, Pieces
from makegood.compile.messages import OpenMessage
from makegood.compile.variables import TYPED
from makegood.diagrams import FALSE, Diagram
from policy.engine.advice import Deadline, PolicyId
from policy.engine.assembly import Applied, Parts
from policy.engine.doors import RANKS, DoorLine, beside, could_shut, rank, shuts
from policy.engine.rulebook import VERSION
from policy.engine.sections import SECTIONS, Section
from policy.facts import evidence
from policy.language.outcomes import Ask, Clock, Door, Grade, Outcome, Proof, Remedy, Send
from policy.language.rule import Rule
from policy.messages.templates import message_templates
from policy.rendering.advice import CHOSEN, because, field, write_advice
from policy.rendering.advice import TYPED as TO_TYPE
from policy.rendering.checklist import KINDS, Checklist, Tick, ask, has_none, is_held, other
from policy.rendering.field import Field

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
        self._judgements = pieces.judgements
        self._sent = [
            self._message(gives.message, there)
            for rule, gives in self._giving(Send)
            if (there := pieces.diagrams.of(partial(self._is_sent, rule))) != FALSE
        ]
        self._proof_of = {
            value.name: [given for given in self._giving(Proof) if given.gives.item == value.name]
            for value in evidence.values
        }

    def html(self) -> str:
        """Write it with the templates that write every advice."""
        advice = SimpleNamespace(
            **{section.name: self._section(section) for section in SECTIONS},
            policy=PolicyId(VERSION, self._judgements.rulebook.digest),
        )
        return write_advice(
            advice=advice,
            proof=self._checklist(),
            listed=None,
            fields=self._pieces.group([self._field(fact.name) for fact in TO_TYPE]),
            because=self._because(),
            picture=None,  # no day is known here
            today=None,
            root=ROOT,
            prefix=PREFIX,
            level=3,
        )

    def _parts(self, rules: Iterable[Rule]) -> Parts:
        return self._judgements.parts(rules)

    def _giving[E: Outcome](self, kind: type[E]) -> list[Applied[E]]:
        """List the rules of this very kind with what they give."""
        return [Applied(rule, gives) for rule in self._judgements.rules(kind) if isinstance(gives := rule.gives, kind)]

    def _section(self, section: Section) -> Part:
        """Make a part of the answer; four are cut finer than the rules that give them."""
        finer = {
            "messages": self._messages,
            "evidence": self._strength,
            "doors": self._doors,
            "deadlines": self._deadlines,
        }
        if section.name in finer:
            return finer[section.name]()
        rules = self._judgements.rules(*section.gives)
        if section.by_rule:
            return self._pieces.group([self._line(section, rule) for rule in rules])
        return self._pieces.part(lambda: section.make(self._parts(rules)))

    def _line(self, section: Section, rule: Rule) -> Part:
        """Make the line that a rule gives by itself."""
        return self._pieces.part(lambda: _only(section.make(self._parts([rule]))))

    def _messages(self) -> Group:
        """Write each message where it is there to send."""
        diagrams = self._pieces.diagrams
        nothing = diagrams.terminal(None)
        return self._pieces.group(
            [
                Part(self._pieces, diagrams.ite(message.there, diagrams.terminal(message), nothing))
                for message in self._sent
            ]
        )

    def _because(self) -> Group:
        """Say what was told of each fact that is chosen."""
        case = self._judgements.case
        return self._pieces.group([self._pieces.part(partial(because, fact, case)) for fact in CHOSEN])

    def _strength(self) -> Part:
        def graded() -> _Strength:
            gives = self._parts(self._judgements.rules(Grade)).only(Grade).gives
            return _Strength(gives.strength, gives.why)

        return self._pieces.part(graded)

    def _checklist(self) -> Part:
        """Make the list of proof to tick, where proof is open or was told."""
        part, case = self._pieces.part, self._judgements.case
        held = {item: part(partial(is_held, item, case)) for item in KINDS}
        needed, helpful = (
            self._pieces.group(
                [self._wanted(rule, gives, held) for rule, gives in self._giving(Proof) if gives.needed is needed]
            )
            for needed in (True, False)
        )
        others = self._pieces.group([self._other(item, held[item]) for item in KINDS])
        made = Checklist(part(lambda: ask(case)), needed, helpful, others, part(lambda: has_none(case)))
        is_open = self._judgements.open[evidence.name]

        def asked() -> Checklist | None:
            return made if evidence.name in case.given or self._pieces.diagrams.look(is_open) else None

        return part(asked)

    def _wanted(self, rule: Rule, proof: Proof, held: Mapping[str, Part]) -> Part:
        """Make the line of a kind of proof, in the place of the first rule that asks for it."""
        asking = self._proof_of[proof.item]
        same = [other.rule for other in asking if other.gives.needed is proof.needed]
        ahead = [] if proof.needed else [other.rule for other in asking if other.gives.needed]

        def line() -> Tick | None:
            parts = self._parts(same)
            if _first(parts, Proof) != rule.id or self._parts(ahead).of(Proof):
                return None
            [wanted] = parts.wanted()
            return Tick(proof.item, wanted.text, wanted.cites, held[proof.item])

        return self._pieces.part(line)

    def _other(self, item: str, held: Part) -> Part:
        """Make the line of a kind of proof where no rule asks for it."""
        asking = [rule for rule, _ in self._proof_of[item]]
        return self._pieces.part(lambda: None if self._parts(asking).of(Proof) else other(item, held))

    def _deadlines(self) -> Group:
        """Make a line for each act that a clock limits, in the place of the first clock that does."""
        clocks = self._giving(Clock)
        acts: dict[str, list[Rule]] = {}
        for rule, gives in clocks:
            acts.setdefault(gives.act or rule.id, []).append(rule)

        def line(rule: Rule, same: list[Rule]) -> Deadline | None:
            parts = self._parts(same)
            return _only(parts.deadlines()) if _first(parts, Clock) == rule.id else None

        return self._pieces.group(
            [self._pieces.part(partial(line, rule, acts[gives.act or rule.id])) for rule, gives in clocks]
        )

    def _doors(self) -> Group:
        """Make a line for each door wherever it can stand: the case decides its rank, its rule the place in that."""
        doors = list(reversed(self._giving(Door)))
        alone = {rule.id: self._pieces.diagrams.of(partial(self._alone, rule)) for rule, _ in doors}
        apply, any_of = self._pieces.diagrams.apply, self._pieces.diagrams.any_of
        shut, could = {}, {}
        for way in {door.way for _, door in doors}:
            shutting = [alone[rule.id] for rule, door in doors if way in door.shuts]
            shut[way] = any_of(apply(partial(_shuts, way), line) for line in shutting)
            could[way] = self._pieces.diagrams.terminal(())
            for line in shutting:
                could[way] = apply(_with, could[way], apply(partial(_could_shut, way), line))
        placed = {rule.id: apply(_placed, alone[rule.id], shut[door.way], could[door.way]) for rule, door in doors}

        def in_rank(number: int, found: tuple[int, DoorLine] | None) -> DoorLine | None:
            return found[1] if found and found[0] == number else None

        return self._pieces.group(
            [
                Part(self._pieces, apply(partial(in_rank, number), placed[rule.id]))
                for number in range(RANKS)
                for rule, _ in doors
            ]
        )

    def _alone(self, rule: Rule) -> DoorLine | None:
        """Give the door that this rule gives, as if there were no other."""
        return _only(self._parts([rule]).doors()) if self._judgements.takes_part(rule) else None

    def _is_sent(self, rule: Rule) -> bool:
        return bool(self._parts([rule]).of(Send))

    def _message(self, message: str, there: Diagram) -> OpenMessage:
        case = self._judgements.facts.only(message_templates()[message].looks_at)
        return OpenMessage(self._pieces, message, there, case, self._asks)

    def _asks(self) -> tuple[Ask, ...]:
        """Look at what is fair to ask for."""
        return self._parts(self._judgements.rules(Remedy)).remedy().ask

    def _field(self, fact: str) -> Part:
        """Make the field for a blank that a message has, or for what would add something to one."""
        diagrams = self._pieces.diagrams
        fillable = diagrams.any_of(message.can_be_filled(fact) for message in self._sent)
        needed = diagrams.any_of(message.there for message in self._sent if _needs(message.id, fact))

        def made() -> Field | None:
            if not self._pieces.diagrams.look(fillable):
                return None
            [blank] = [blank for blank in TO_TYPE if blank.name == fact]
            made = field(blank, self._judgements.case, optional=not self._pieces.diagrams.look(needed))
            # Days and weights are facts that a diagram knows to be told or not; texts are none.
            return made if blank.is_typed else made._replace(value=TYPED.format(fact))

        return self._pieces.part(made)


def _needs(message: str, fact: str) -> bool:
    look = message_templates()[message].looks_at.get(fact)
    return look is not None and look.is_needed


def _shuts(way: str, door: DoorLine | None) -> bool:
    return door is not None and shuts(door, way)


def _could_shut(way: str, door: DoorLine | None) -> str:
    """Name the door, if it would shut this way."""
    return door.id if door is not None and could_shut(door, way) else ""


def _with(ways: tuple[str, ...], other: str) -> tuple[str, ...]:
    return (*ways, other) if other else ways


def _placed(door: DoorLine | None, is_shut: bool, shut_by: tuple[str, ...]) -> tuple[int, DoorLine] | None:
    """Give a door as it stands beside the others, with its rank."""
    if door is None:
        return None
    line = beside(door, is_shut, shut_by)
    return rank(line), line


def _only[T](lines: tuple[T, ...]) -> T | None:
    """Give the line of which there is at most one."""
    [line] = lines or (None,)
    return line


def _first(parts: Parts, kind: type[Outcome]) -> str:
    """Name the first rule of a kind that takes part."""
    return next((rule.id for rule, _ in parts.of(kind)), "")
