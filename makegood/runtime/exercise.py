"""Puts the policy through its paces: what it needs while it answers, and what it answered, for the build to compare.

Runs inside Pyodide at build time, beside the policy that it exercises, and also in CPython. Standard library only.
"""

from __future__ import annotations

import json
import sys
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from policy.browser import respond
from policy.facts import BY_NAME, FACTS
from policy.vocabulary import Choice, Currency, Day, Fact, Grams, Items, Money

if TYPE_CHECKING:
    from collections.abc import Iterator

_TODAY: Final = "2026-03-01"
_TURNS: Final = 3
_TEXTS: Final = (
    "Plain text",
    "Größe <b> & 'quotes' № 5",
    "日本語の荷物",
    "a parcel 📦, twice",
    " \t",
    "\u200eעברית",
    "x" * 200,
)


def transcript() -> list[tuple[str, str]]:
    """Give requests as readers make them, each with what the policy answers.

    Each combination of the first choices is a reader who answers a few of the questions that come back. Others give
    every fact at once, or one that is free text, a number or a day; others again make mistakes. Some ask what would
    change the answer.
    """
    return [(request, respond(request)) for request in (*_first_choices(), *_all_at_once(), *_mistakes(), *_what_if())]


def modules() -> list[str]:
    """Give the files of all modules that were imported so far, as the paths that the import system knows."""
    specs = (getattr(module, "__spec__", None) for module in list(sys.modules.values()))
    return sorted({spec.origin for spec in specs if spec is not None and spec.origin and spec.has_location})


def _first_choices() -> Iterator[str]:
    openers = [fact for fact in FACTS if isinstance(fact, Choice)][:3]
    for reader, values in enumerate(product(*(fact.values for fact in openers))):
        facts: dict[str, Any] = {fact.name: value.name for fact, value in zip(openers, values, strict=True)}
        for turn in range(_TURNS):
            request = _request(facts, preset=list(facts)[:turn], root="../")
            yield request
            advice = json.loads(respond(request))["advice"]
            open_questions = [question["fact"] for question in advice["questions"]] if advice else []
            facts |= {name: _value(BY_NAME[name], reader + turn) for name in open_questions[:3]}


def _all_at_once() -> Iterator[str]:
    for turn in range(max(len(fact.values) for fact in FACTS if isinstance(fact, Choice | Items))):
        yield _request({fact.name: _value(fact, turn) for fact in FACTS})
    free = [fact for fact in FACTS if not isinstance(fact, Choice | Items)]
    for fact in free:
        yield _request({fact.name: _value(fact, 0)})


def _mistakes() -> Iterator[str]:
    for wrong in ("no such <value>", "", 17, -1, [], ["no such item"], None, True, "2026-02-30", "9" * 300):
        yield _request({fact.name: wrong for fact in FACTS} | {"no_such_fact": wrong})


def _what_if() -> Iterator[str]:
    for request in [*_first_choices()][::7]:
        yield json.dumps({**json.loads(request), "what_if": True})


def _value(fact: Fact, turn: int) -> Any:
    match fact:
        case Choice(values=values):
            return values[turn % len(values)].name
        case Items(values=values):
            return [value.name for value in values[: turn % (len(values) + 1)]]
        case Grams():
            return 100 + 10 * turn
        case Money():
            return f"{12 + turn}.50"
        case Currency():
            return ("EUR", "USD", "GBP")[turn % 3]
        case Day():
            return f"2026-02-{10 + turn % 15:02}"
        case _:
            return _TEXTS[turn % len(_TEXTS)]


def _request(facts: dict[str, Any], *, preset: list[str] | None = None, root: str | None = None) -> str:
    asked: dict[str, Any] = {"facts": facts, "on": _TODAY, "preset": preset or [], "prefix": "checker-1"}
    return json.dumps(asked if root is None else {**asked, "root": root})
