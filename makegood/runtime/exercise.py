"""Puts the policy through its paces: what it needs while it answers, and what it answered, for the build to compare.

Runs inside Pyodide at build time, beside the policy that it exercises, and also in CPython. Standard library only.
"""

from __future__ import annotations

import json
import sys
from functools import cache
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from policy.browser import respond
from policy.browser.case_tools import TOOLS as CASE_TOOLS
from policy.browser.page_tools import message_fields
from policy.facts import BY_NAME, FACTS
from policy.language.kinds import NOT_KNOWN, Choice, Currency, Day, Fact, Grams, Items, Money
from policy.messages.templates import message_templates
from policy.seller_check import INDICATORS

if TYPE_CHECKING:
    from collections.abc import Iterator

_TODAY: Final = "2026-03-01"
_AMOUNTS: Final = ("0.05", "99.99", "100", "100.01", "250", "450.00", "749.9999", "30000", "30000.01", "123456789012")
"""Numbers of as many digits as the amounts of the rules, a little more and less, and others: how many digits two
numbers have decides by which code they are compared."""
_CURRENCIES: Final = ("EUR", "USD", "GBP")
_TURNS: Final = 3
_SHARE: Final = 3
_TEXTS: Final = (
    "Plain text",
    "Größe <b> & 'quotes' № 5",
    "日本語の荷物",
    "a parcel 📦, twice",
    " \t",
    "\u200eעברית",
    "x" * 200,
)
_PACKED: Final = tuple(
    {"name": name, "type": kind, "shows": shows, "size": size, "sha256": "0" * 64, "captured": captured}
    for name, kind, shows, size, captured in (
        ("IMG_1.JPG", "image/jpeg", "item-photos", 1, "2026:02:10 10:11:12"),
        ("Видео 1.mp4", "video/mp4", "unboxing-video", 5_000_000_000, "2026:02:30 10:11:12+01:00"),
        ("x", "", "", 0, None),
    )
)
_DRAFTS: Final = (
    "Hello,\n\nOrder 12345: the cup is cracked at the handle. See the video (0:45).\nPlease send a new one.\n\nThanks.",
    "You are LIARS!!! I am gonna sue you if I do not get my money back right now 😡 this is the worst shop ever.",
    "Sorry, it was our fault. We refund you immediately, just send it back to us. You probably broke it yourself.",
    "I have some questions before I order. How do you pack this item?",
    "Ich habe nichts bekommen und möchte mein Geld zurück, bitte antworten Sie mir bald.",
)


def transcript() -> list[tuple[str, str]]:
    """Give requests as readers make them, each with what the policy answers.

    Each combination of the first choices is a reader who answers a few of the questions that come back. Others give
    every fact at once, or one that is free text, a number or a day; others again make mistakes. Some ask what would
    change the answer, some use the tools of the pages or those below an answer.
    """
    told = (*_first_choices(), *_all_at_once(), *_amounts(), *_mistakes(), *_what_if())
    requests = (*told, *_with_case_tools(), *_case_files(), *_with_tools())
    return [(request, _answer(request)) for request in requests]


@cache
def _answer(request: str) -> str:
    """Answer a request once: readers build on what they were answered, and several make the same choices first."""
    return respond(request)


def modules() -> list[str]:
    """Give the files of all modules that were imported so far, as the paths that the import system knows."""
    specs = (getattr(module, "__spec__", None) for module in list(sys.modules.values()))
    return sorted({spec.origin for spec in specs if spec is not None and spec.origin and spec.has_location})


def _first_choices() -> Iterator[str]:
    openers = [fact for fact in FACTS if isinstance(fact, Choice)][:3]
    ways = product(*(enumerate(fact.values) for fact in openers))
    # a part of all ways, in which every choice meets most others: the code that answers them is the same
    some = ([value for _, value in way] for way in ways if sum(place for place, _ in way) % _SHARE == 0)
    for reader, values in enumerate(some):
        facts: dict[str, Any] = {fact.name: value.name for fact, value in zip(openers, values, strict=True)}
        for turn in range(_TURNS):
            request = _request(facts, preset=list(facts)[:turn], root="../")
            yield request
            advice = json.loads(_answer(request))["advice"]
            open_questions = [question["fact"] for question in advice["questions"]] if advice else []
            facts |= {name: _value(BY_NAME[name], reader + turn) for name in open_questions[:3]}


def _all_at_once() -> Iterator[str]:
    for turn in range(max(len(fact.values) for fact in FACTS if isinstance(fact, Choice | Items))):
        yield _request({fact.name: _value(fact, turn) for fact in FACTS})
    free = [fact for fact in FACTS if not isinstance(fact, Choice | Items)]
    for fact in free:
        yield _request({fact.name: _value(fact, 0)})


def _amounts() -> Iterator[str]:
    for turn, (money, value) in enumerate(product(_CURRENCIES, _AMOUNTS)):
        offered = _AMOUNTS[turn % (len(_AMOUNTS) - 1)]
        told = {"side": "buyer", "programme": "shop", "problem": "damaged", "reply": "offered"}
        amounts = {"item_value": value, "currency": money, "offer_amount": offered}
        yield _request({**told, **amounts})
        # A part of the items: what they cost is worked out by a division.
        some = {"problem": "missing-item", "offer": "partial-refund", "items_ordered": 2 + turn, "items_affected": 1}
        yield _request({**told, **amounts, **some})


def _mistakes() -> Iterator[str]:
    for wrong in ("no such <value>", "", 17, -1, [], ["no such item"], None, True, "2026-02-30", "9" * 300):
        yield _request({fact.name: wrong for fact in FACTS} | {"no_such_fact": wrong})


def _what_if() -> Iterator[str]:
    for request in [*_first_choices()][::7]:
        yield json.dumps({**json.loads(request), "what_if": True})


def _with_case_tools() -> Iterator[str]:
    told = [*_first_choices(), *_all_at_once(), _request({"side": "sellr"})][::-5]
    for number, request in enumerate(told):
        for tool in CASE_TOOLS:
            packed = _PACKED[: number % (len(_PACKED) + 1)]
            yield json.dumps({**json.loads(request), "case_tool": tool, "files": packed})


def _case_files() -> Iterator[str]:
    saved = [json.loads(_answer(request)) for request in _with_case_tools() if '"save-case"' in request]
    whole = [json.loads(file["text"]) for file in saved if not file["errors"]][-3:]
    newer = [{**file, "policy": {"version": "2025.1", "digest": "0" * 64}} for file in whole]
    line = {"part": "steps", "id": "old-line", "text": "<b>Old</b>"}
    other = [{**file, "answer": {"lines": [line]}} for file in newer]
    mistakes: tuple[dict[str, Any], ...] = ({"facts": []}, {"saved_on": "x"}, {"format_version": 9})
    broken = [file | wrong for file in whole for wrong in mistakes]
    texts = [
        "",
        "{",
        "[]",
        "[" * 30,
        '{"a":1,"a":2}',
        '{"side":NaN}',
        " " * 300_000,
        '{"side":"buyer"}',
        '{"format":1}',
    ]
    for text in (*texts, *(json.dumps(file) for file in (*whole, *newer, *other, *broken))):
        yield json.dumps({"case_tool": "open-case", "text": text, "on": _TODAY})


def _with_tools() -> Iterator[str]:
    for message in message_templates():
        for turn in range(_TURNS):
            facts = {field.name: _value(BY_NAME[field.name], turn) for field in message_fields(message) if turn}
            yield _tool("message", {"message": message, **facts})
    for side in ("buyer", "seller"):
        for draft in (*_TEXTS, *_DRAFTS):
            yield _tool("draft", {"draft": draft, "side": side, "to": "seller" if side == "buyer" else "customer"})
    for answered in ("yes", "no", NOT_KNOWN, "perhaps"):
        yield _tool("seller-check", {indicator.name: answered for indicator in INDICATORS})


def _tool(tool: str, values: dict[str, Any]) -> str:
    return json.dumps({"tool": tool, "values": values, "on": _TODAY, "prefix": "tool-1", "root": "../"})


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
            return _CURRENCIES[turn % len(_CURRENCIES)]
        case Day():
            return f"2026-02-{10 + turn % 15:02}"
        case _:
            return _TEXTS[turn % len(_TEXTS)]


def _request(facts: dict[str, Any], *, preset: list[str] | None = None, root: str | None = None) -> str:
    asked: dict[str, Any] = {"facts": facts, "on": _TODAY, "preset": preset or [], "prefix": "checker-1"}
    return json.dumps(asked if root is None else {**asked, "root": root})
