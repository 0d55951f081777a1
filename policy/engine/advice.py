"""What an answer is made of, exactly as the contract lays it out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from policy.cases.plain import plain_data
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
    """Something to do, and the day by which, where a clock limits it and its start is known."""

    by: date | None = None


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Who has to sort it out first, why, and how they will."""

    party: Party
    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The proof that is held, still needed and helpful, and how far it carries; an `id` is a value of `evidence`."""

    held: tuple[Line, ...]
    needed: tuple[Line, ...]
    helpful: tuple[Line, ...]
    strength: Strength
    why: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FairRemedy:
    """What is fair to ask for or to offer, most fitting first; empty while it is too early."""

    tier: int | None
    ask: tuple[Ask, ...]
    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Deadline:
    """A time limit. `on` is the last safe day, or None while the day it counts from is unknown.

    `pending` says that this day was given, but in a place that cannot count days.
    """

    id: str
    what: str
    on: date | None
    start: str
    cites: tuple[str, ...]
    confidence: str
    pending: bool = False


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
    """The whole answer to a case. See the contract for each part."""

    headline: str
    responsible: Responsibility
    steps: tuple[StepLine, ...]
    avoid: tuple[Line, ...]
    evidence: Evidence
    remedy: FairRemedy
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

    def as_data(self) -> dict[str, Any]:
        """Give the advice as the contract's JSON object."""
        parts = {name: getattr(self, name) for name in self.__dataclass_fields__}
        parts["messages"] = tuple(message.as_data() for message in self.messages)
        data = {name: plain_data(part) for name, part in parts.items()}
        data["deadlines"] = [_deadline_as_data(deadline) for deadline in data["deadlines"]]
        return data


def _deadline_as_data(deadline: Mapping[str, Any]) -> dict[str, Any]:
    names = {"id": "id", "what": "what", "on": "on", "from": "start", "cites": "cites", "confidence": "confidence"}
    return {key: deadline[name] for key, name in names.items()}
