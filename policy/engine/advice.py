"""What an answer is made of, exactly as the contract lays it out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from policy.cases.plain import plain_data
from policy.engine.doors import DoorLine
from policy.language.outcomes import Ask, Party, Strength
from policy.messages.filling import Message


@dataclass(frozen=True, slots=True)
class Line:
    """One line of advice with the ids of the sources behind it. `id` is the id of the rule that gave it."""

    id: str
    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StepLine(Line):
    """Something to do, the day by which, while a clock limits it, and the day from which, where it has to wait.

    `deadline` is the id of the time limit that limits it, empty where none does. Readers see the day alone, so two
    steps that differ in nothing else are the same to them.
    """

    by: date | None = None
    not_before: date | None = None
    deadline: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class ProofLine(Line):
    """A kind of proof that a case asks for; without it the case is weak, or it only helps."""

    needed: bool


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who has to sort it out first, why, and how they will."""

    party: Party
    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The proof that is held, still needed and helpful, and how far it carries; an `id` is a value of `evidence`.

    `wanted` is all that the case asks for, whether it is in hand or not: what can be ticked.
    """

    held: tuple[Line, ...]
    needed: tuple[Line, ...]
    helpful: tuple[Line, ...]
    strength: Strength
    why: str
    cites: tuple[str, ...]
    wanted: tuple[ProofLine, ...]


@dataclass(frozen=True, slots=True)
class FairRemedy:
    """What is fair to ask for or to offer, most fitting first; empty while it is too early."""

    tier: int | None
    ask: tuple[Ask, ...]
    text: str
    cites: tuple[str, ...]

    def __bool__(self) -> bool:
        """Say whether there is anything to tell."""
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit. `on` is the last safe day, or None while the day it counts from is unknown.

    `opens_on` is the first day, where there is one, and `state` one of "not-yet", "open", "closing", "met" and "over".
    `pending` says that this day was given, but in a place that cannot count days. `late` says what is still possible
    now that the last day has passed; None while it has not.
    """

    id: str
    what: str
    on: date | None
    start: str
    cites: tuple[str, ...]
    confidence: str
    opens_on: date | None = None
    state: str = "open"
    pending: bool = False
    late: Line | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """Where the case stands on the way up (rung 1 to 4, or None), what comes next, and when."""

    rung: int | None
    now: str
    next: str
    next_when: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SupportAdvice:
    """Whether to contact platform support, and what to include."""

    contact: bool
    include: tuple[str, ...]
    cites: tuple[str, ...]

    def __bool__(self) -> bool:
        """Say whether there is anything to tell."""
        return self.contact


@dataclass(frozen=True, slots=True)
class Question:
    """A fact that could still change the answer, as a question, and why we ask."""

    fact: str
    ask: str
    why: str


@dataclass(frozen=True, slots=True)
class PolicyId:
    """Which policy answered: its version, and the digest of its whole content."""

    version: str
    digest: str


@dataclass(frozen=True, slots=True)
class Advice:
    """The whole answer to a case. See the contract for each part; `policy.engine.sections` says what gives it."""

    headline: str
    responsible: Responsibility
    steps: tuple[StepLine, ...]
    avoid: tuple[Line, ...]
    evidence: Evidence
    remedy: FairRemedy
    doors: tuple[DoorLine, ...]
    deadlines: tuple[Deadline, ...]
    ladder: Ladder
    messages: tuple[Message, ...]
    support: SupportAdvice
    warnings: tuple[Line, ...]
    questions: tuple[Question, ...]
    walk_away: tuple[Line, ...]
    rules: tuple[str, ...]
    cites: tuple[str, ...]
    policy: PolicyId

    @property
    def all_warnings(self) -> tuple[Line, ...]:
        """What the contract lists as warnings: also what is still possible where a day has passed."""
        late = {deadline.id: deadline.late for deadline in self.deadlines if deadline.late}
        return (*self.warnings, *(late[rule] for rule in self.rules if rule in late))

    def as_data(self) -> dict[str, Any]:
        """Give the advice as the contract's JSON object."""
        parts = {name: getattr(self, name) for name in self.__dataclass_fields__}
        parts["messages"] = tuple(message.as_data() for message in self.messages)
        data = {name: plain_data(part) for name, part in parts.items()}
        data["deadlines"] = [_deadline_as_data(deadline) for deadline in data["deadlines"]]
        data["warnings"] = plain_data(self.all_warnings)
        for door in data["doors"]:
            del door["counts_from"], door["asks"], door["ask"], door["shut_by"]  # of use to a page only
        del data["evidence"]["wanted"]  # of use to a form only
        for step in data["steps"]:
            del step["deadline"]  # the contract's steps have the day
        return data


def _deadline_as_data(deadline: Mapping[str, Any]) -> dict[str, Any]:
    names = {name: name for name in ("id", "what", "on", "opens_on", "state", "cites", "confidence")} | {
        "from": "start"
    }
    return {key: deadline[name] for key, name in names.items()}
