"""What would change an answer: each question that could be answered otherwise, and what the answer would then be.

Nothing is guessed: the engine answers the case once for each other answer, and the parts are compared.
"""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from policy.cases.case import Case
from policy.engine.advice import Advice
from policy.engine.assess import assess
from policy.engine.rulebook import Rulebook
from policy.engine.sections import SECTIONS
from policy.facts import BY_NAME, FACTS, SEAT
from policy.language.kinds import Choice, Fact
from policy.rendering.environment import template
from policy.rendering.form import offers, option, said


class Alternative(NamedTuple):
    """Other answers to a question that would change the same.

    The answers in words, the parts that would be others, and the headline where that would be another.
    """

    labels: tuple[str, ...]
    parts: tuple[str, ...]
    headline: str


class WhatIf(NamedTuple):
    """A question, what was answered to it (empty where it is open), and the answers that would change the advice."""

    fact: str
    ask: str
    said: str
    alternatives: tuple[Alternative, ...]


def what_if(
    case: Case, today: date | None, rulebook: Rulebook, *, skipped: Collection[str] = (), preset: Collection[str] = ()
) -> tuple[WhatIf, ...]:
    """List what would change the answer to a case: the open questions, the most telling first, then the answered ones.

    While side, place or problem are open, they are the only open ones.

    Args:
        case: the facts.
        today: the day to which deadlines are compared.
        rulebook: the policy.
        skipped: facts to which the reader said "I don't know"; they are among the open ones.
        preset: facts that cannot be answered otherwise here.
    """
    advice = assess(case, today, rulebook)
    open_ones = [BY_NAME[question.fact] for question in advice.questions]
    if seat := [fact for fact in open_ones if fact.name in SEAT]:
        open_ones = seat  # till these are answered nearly every rule is open: going through the rest takes a minute
    answered = [fact for fact in FACTS if fact.name in case.given]
    found = []
    for fact in (*open_ones, *answered):
        if isinstance(fact, Choice) and fact.name not in preset:
            alternatives = tuple(_grouped(_alternatives(fact, case, advice, today, rulebook)))
            words = said(fact, case, skipped=False) if fact.name in case.given or fact.name in skipped else ""
            found.append(WhatIf(fact.name, fact.ask_for(str(case.known.get("side"))), words, alternatives))
    return tuple(entry for entry in found if entry.alternatives)


def what_if_html(entries: Iterable[WhatIf]) -> str:
    """Write what would change an answer."""
    return template("what_if.html").render(entries=list(entries))


def _alternatives(
    fact: Fact, case: Case, advice: Advice, today: date | None, rulebook: Rulebook
) -> Iterator[Alternative]:
    for value in offers(fact):
        offered = option(fact, value, case, skipped=False) if value else None
        if value is None or offered is None or offered.chosen:
            continue
        other = assess(case.but(fact.name, value.name), today, rulebook)
        parts = dict.fromkeys(section.called for section in SECTIONS if section.of(other) != section.of(advice))
        headline = other.headline if other.headline != advice.headline else ""
        if parts or headline:
            yield Alternative((offered.label,), tuple(parts), headline)


def _grouped(alternatives: Iterable[Alternative]) -> Iterator[Alternative]:
    """Put answers together that would change the same."""
    groups: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for alternative in alternatives:
        groups.setdefault((alternative.parts, alternative.headline), []).extend(alternative.labels)
    return (Alternative(tuple(labels), *what) for what, labels in groups.items())
