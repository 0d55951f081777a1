"""A report that an answer is wrong: a text to send, and a case file for `tests/cases/`.

Both go to other people, so what only fills messages (names, numbers of orders, free text) is left out of both.
"""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from policy.cases.case import Case
from policy.days import day_in_words
from policy.engine.advice import Advice
from policy.facts import FACTS
from policy.language.kinds import NOT_KNOWN
from policy.language.outcomes import state_in_words

_PERSONAL: Final = frozenset(fact.name for fact in FACTS if not fact.decides)


def report_text(case: Case, advice: Advice, today: date) -> str:
    """Write what was told and what was answered, with a place for what should have been answered."""
    return "\n".join(
        [
            "A wrong answer from Makegood",
            "",
            f"Policy {advice.policy.version}, digest {advice.policy.digest}",
            f"Answered on {day_in_words(today)}",
            "",
            "What is wrong, and where you know it from (please write it here):",
            "",
            "",
            "What the checker was told:",
            *(f"- {fact}: {_in_words(value)}" for fact, value in _facts(case)),
            *(["- nothing yet"] if not any(_facts(case)) else []),
            *(f"- {line}" for line in _left_out(case)),
            "",
            "What it answered:",
            f"- {advice.headline}",
            *(f"- Do: {step.text}{f' By {day_in_words(step.by)}.' if step.by else ''}" for step in advice.steps),
            *(f"- {line.text}" for line in advice.avoid),
            *(f"- Way: {door.name}: {state_in_words(door.id, door.state)}" for door in advice.doors),
            *(f"- By when: {clock.what}: {_day(clock.on)} ({clock.state})" for clock in advice.deadlines),
            "",
            f"Rules: {', '.join(advice.rules)}",
            "",
        ]
    )


def report_case(case: Case, advice: Advice, today: date) -> str:
    """Write the case as a file for `tests/cases/`: the facts, and what was answered, to be corrected by the sources."""
    answered = {
        "responsible": str(advice.responsible.party.value),
        "steps": [step.id for step in advice.steps],
        "avoid": [line.id for line in advice.avoid],
        "warnings": [line.id for line in advice.all_warnings],
        "strength": advice.evidence.strength.value,
        "ask": [ask.value for ask in advice.remedy.ask],
        "messages": [message.id for message in advice.messages],
        "doors": {door.id: door.state.value for door in advice.doors},
        "deadlines": {clock.id: clock.on or NOT_KNOWN for clock in advice.deadlines},
    }
    return "\n".join(
        [
            'title = "A wrong answer: say in one line what is wrong"',
            f"on = {today}",
            "",
            "[facts]",
            *(f"{fact} = {_toml(value)}" for fact, value in _facts(case)),
            *(f"# {line}" for line in _left_out(case)),
            "",
            "[expect]",
            f"# Policy {advice.policy.version}, digest {advice.policy.digest[:12]}, answered what follows.",
            "# Keep what is right, without the # in front. Correct the rest by the sources.",
            *(f"# {key} = {_toml(value)}" for key, value in answered.items()),
            "",
        ]
    )


def _facts(case: Case) -> Iterator[tuple[str, Any]]:
    return ((fact, value) for fact, value in case.given.items() if fact not in _PERSONAL)


def _left_out(case: Case) -> list[str]:
    names = [fact for fact in case.given if fact in _PERSONAL]
    return [f"told too, and left out of this report: {', '.join(names)}"] if names else []


def _in_words(value: Any) -> str:
    return (", ".join(value) or "none of these") if isinstance(value, tuple) else str(value)


def _day(day: date | None) -> str:
    return day_in_words(day) if day else "the last day is not known yet"


def _toml(value: Any) -> str:
    """Write a value of a case as TOML: a text, a whole number, a day, a list of texts, or a table of texts and days."""
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{name} = {_toml(part)}' for name, part in value.items())} }}" if value else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_toml, value))}]"
    # a JSON text in plain characters is a TOML text too
    return json.dumps(value, ensure_ascii=False) if isinstance(value, str) else str(value)
