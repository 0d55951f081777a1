"""The door for the worker in the reader's browser: JSON text in, JSON text out, no exception for bad facts."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from policy import answer, rulebook
from policy.browser import page_tools as tools
from policy.browser.case_tools import use_tool
from policy.cases.case import Case, parse_case
from policy.cases.errors import FactError
from policy.language.kinds import NOT_KNOWN
from policy.rendering.advice import advice_html, errors_html
from policy.rendering.form import questions_html
from policy.rendering.what_if import what_if, what_if_html


def respond(request: str) -> str:
    """Answer one request of the page; one that names a `case_tool` goes to `policy.browser.case_tools`.

    Args:
        request: a JSON object with `facts` (the contract's facts), `on` (today, an ISO date), `preset` (names of facts
            that the page fixed), `prefix` (for unique ids) and `root` (relative path to the site's top, may be
            left out: then sources are named, not linked). With `what_if` it asks what would change the answer.

        Instead it can be for one of the pages' tools: `tool` (which one) and `values` (what is filled in; see
        `policy.browser.page_tools`), with `on`, `prefix` and `root` as above.

    Returns:
        A JSON object with `questions` and `answer` (HTML), `advice` (the contract's advice, or null) and `errors`.
        With errors, `answer` is their summary and `questions` is null: the form stays as the reader left it.
        To a request with `what_if`, an object with that as HTML.
        For a tool, an object with `answer` (HTML) and `status` (one sentence).
    """
    asked = json.loads(request)
    if "case_tool" in asked:
        return _as_json(use_tool(asked))
    today = date.fromisoformat(asked["on"])
    if "tool" in asked:
        shown = tools.answer(
            asked["tool"], asked["values"], root=asked.get("root"), prefix=asked["prefix"], today=today
        )
        return _as_json({"answer": shown.html, "status": shown.status})
    case = parse_case(asked["facts"], today)
    if isinstance(case, list):
        return _as_json(_refusal(case, asked["prefix"], asked["facts"].get("side")))
    skipped = [fact for fact, value in asked["facts"].items() if value == NOT_KNOWN]
    if asked.get("what_if"):
        entries = what_if(case, today, rulebook(), skipped=skipped, preset=asked["preset"])
        return _as_json({"what_if": what_if_html(entries), "errors": []})
    return _as_json(_answer(case, today, asked, skipped))


def _answer(case: Case, today: date, asked: Mapping[str, Any], skipped: list[str]) -> dict[str, Any]:
    advice = answer(case, today)
    prefix, root = asked["prefix"], asked.get("root")
    return {
        "questions": questions_html(advice, case, skipped=skipped, preset=asked["preset"], prefix=prefix),
        "answer": advice_html(advice, case, today=today, root=root, prefix=prefix),
        "advice": advice.as_data(),
        "errors": [],
    }


def _refusal(errors: list[FactError], prefix: str, side: Any) -> dict[str, Any]:
    return {
        "questions": None,
        "answer": errors_html(errors, prefix, side if isinstance(side, str) else None),
        "advice": None,
        "errors": [error.as_data() for error in errors],
    }


def _as_json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))
