"""The parts of an answer, one row each: what gives it, how it is put together, and what readers call it.

Everything that goes through the parts of an answer goes through this table: answering, asking, what would change the
answer, what changed since, the case file, and the answers that are compiled for the browser. The templates in
`policy/rendering/templates/` lay the parts out.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from policy.engine.advice import Advice, Deadline, FairRemedy, Ladder, Line
from policy.engine.assembly import Parts
from policy.engine.doors import DoorLine
from policy.language.outcomes import (
    Avoid,
    Clock,
    Door,
    Grade,
    Headline,
    Outcome,
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
    state_in_words,
)

type Words = Iterable[tuple[str, str]]
"""Lines as (id, words)."""


@dataclass(frozen=True, slots=True)
class Section:
    """One part of an answer.

    `name` is the attribute of `Advice` that `make` fills from the rules that give outcomes of the kinds `gives`, and
    `called` what readers call it in the middle of a sentence. `weight` says how much it matters when we choose what to
    ask next: what to do, what not to do and what to say come before the rest. Where `by_rule` is true, every rule gives
    a line of its own, whatever the other rules give.

    A case file keeps the part as the `lines` that this makes of it, and calls it `title` when it tells what changed; a
    part without a title is not kept. `told` names another attribute that holds what the contract tells of the part, and
    `apart` what readers call a kind of outcome that they tell from the rest of its part.
    """

    name: str
    called: str
    gives: tuple[type[Outcome], ...]
    make: Callable[[Parts], Any]
    weight: int = 1
    by_rule: bool = False
    title: str = ""
    lines: Callable[[Any], Words] = lambda part: [(line.id, line.text) for line in part]
    told: str = ""
    apart: Mapping[type[Outcome], str] = field(default_factory=dict)

    def of(self, advice: Advice) -> Any:
        """Give the part of an answer, as the contract tells it."""
        return getattr(advice, self.told or self.name)


def _headline(parts: Parts) -> str:
    return parts.only(Headline).gives.text


def _headline_line(headline: str) -> Words:
    return [("headline", headline)]


def _fair(remedy: FairRemedy) -> Words:
    return [("remedy", remedy.text)] if remedy else []


def _doors(doors: Iterable[DoorLine]) -> Words:
    return [(f"door-{door.id}", f"{door.name}: {state_in_words(door.id, door.state)}") for door in doors]


def _limits(deadlines: Iterable[Deadline]) -> Words:
    return [(deadline.id, deadline.what) for deadline in deadlines]


def _next(ladder: Ladder) -> Words:
    return [("next", ladder.next)]


def _lines_of(*kinds: type[Outcome]) -> Callable[[Parts], tuple[Line, ...]]:
    return lambda parts: parts.lines(*kinds)


SECTIONS: Final = (
    Section("headline", "what to do", (Headline,), _headline, 4, title="The main sentence", lines=_headline_line),
    Section("steps", "what to do", (Step,), Parts.steps, 4, by_rule=True, title="Do"),
    Section("avoid", "what not to do", (Avoid,), _lines_of(Avoid), 4, by_rule=True, title="Do not"),
    Section("messages", "the message to send", (Send,), Parts.messages, 4),
    Section(
        "evidence", "what proof to collect", (Proof, Grade), Parts.evidence, apart={Grade: "how strong your proof is"}
    ),
    Section("remedy", "what is fair", (Remedy,), Parts.remedy, title="What is fair", lines=_fair),
    Section("doors", "the ways to the money", (Door,), Parts.doors, 2, title="Ways to the money", lines=_doors),
    Section("deadlines", "the time limits", (Clock,), Parts.deadlines, title="By when", lines=_limits),
    Section("ladder", "where to turn next", (Rung,), Parts.ladder, title="Where to turn next", lines=_next),
    Section("responsible", "who has to act", (Responsible, Process), Parts.responsible),
    Section("support", "whether to ask support", (Support,), Parts.support),
    Section(
        "warnings",
        "what to look out for",
        (Warn, WarnAtStake),
        _lines_of(Warn, WarnAtStake),
        by_rule=True,
        title="Good to know",
        told="all_warnings",
    ),
    Section(
        "walk_away",
        "whether to go on",
        (WalkAway,),
        _lines_of(WalkAway),
        by_rule=True,
        title="Before you go on, weigh",
    ),
)
"""In the order in which readers meet them."""

SECTION_OF: Final[Mapping[type[Outcome], Section]] = {kind: section for section in SECTIONS for kind in section.gives}
"""The part of an answer to which each kind of outcome belongs."""


def called(kind: type[Outcome]) -> str:
    """Say what readers call the part of an answer that this kind of outcome gives."""
    section = SECTION_OF[kind]
    return section.apart.get(kind, section.called)
