"""What the page's tools ask for: the case as a file, as a calendar, as a sheet of paper, as a pack, as a report.

Each tool is a function of the case, its answer and the request; it gives what the page needs to go on, as plain data.
What a tool cannot do for the reader it says with `note`, a sentence.
"""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from policy import answer
from policy.cases.case import Case, parse_case
from policy.engine.advice import Advice
from policy.engine.days_ahead import days_ahead
from policy.engine.sections import SECTIONS
from policy.facts import BY_NAME
from policy.files.calendar import calendar_text
from policy.files.case_file import Opened, case_file_text, open_case_file
from policy.files.evidence_pack import MANIFEST, file_names, manifest_text, messages_text
from policy.files.report import report_case, report_text
from policy.language.kinds import NOT_KNOWN, Items
from policy.rendering.advice import errors_html
from policy.rendering.environment import template
from policy.rendering.form import said


class ToolInput(NamedTuple):
    """What a tool works with: the case, its answer, today, the facts that the reader does not know, the request."""

    case: Case
    advice: Advice
    today: date
    skipped: list[str]
    asked: Mapping[str, Any]


def use_tool(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Do what a tool of the page asks for.

    Args:
        asked: the page's request: `case_tool` (a key of `TOOLS`, or "open-case"), `facts` and `on` as for an answer,
            and what the tool itself wants: `text` the case file to open, `files` those of the evidence pack.

    Returns:
        What the tool gives, or `errors` and `html`, their summary.

    Raises:
        KeyError: there is no such tool.
    """
    today = date.fromisoformat(asked["on"])
    if asked["case_tool"] == "open-case":
        return _open_case(asked["text"], today)
    case = parse_case(asked["facts"], today)
    if isinstance(case, list):
        return {"errors": [error.as_data() for error in case], "html": errors_html(case, asked.get("prefix", ""))}
    skipped = [fact for fact, value in asked["facts"].items() if value == NOT_KNOWN]
    return {**TOOLS[asked["case_tool"]](ToolInput(case, answer(case, today), today, skipped, asked)), "errors": []}


def _save_case(given: ToolInput) -> dict[str, Any]:
    text = case_file_text(given.case, given.advice, given.today, given.skipped)
    return {"name": f"makegood-case-{given.today}.json", "type": "application/json", "text": text}


def _open_case(text: str, today: date) -> dict[str, Any]:
    opened = open_case_file(text, today)
    if isinstance(opened, list):
        html = template("file_refused.html").render(errors=opened)
        return {"errors": [error.as_data() for error in opened], "html": html}
    facts = {**opened.case.as_data(), **dict.fromkeys(opened.skipped, NOT_KNOWN)}
    return {"facts": facts, "html": opened_html(opened), "errors": []}


def opened_html(opened: Opened) -> str:
    """Tell the reader that a case file was opened, and what changed in its answer since it was saved."""
    side = str(opened.case.known.get("side"))
    again = [BY_NAME[fact].ask_for(side) for fact in opened.again if fact not in opened.case.given]
    return template("case_opened.html").render(opened=opened, parts=PART_WORDS, asked_again=again)


def _calendar(given: ToolInput) -> dict[str, Any]:
    advice = given.advice
    unknown = [clock.start for clock in advice.deadlines if clock.on is None and clock.state not in ("met", "over")]
    unknown += [door.counts_from for door in advice.doors if door.counts_from and not (door.closes_on or door.opens_on)]
    past = [day for day in (*(x.on for x in advice.deadlines), *(x.closes_on for x in advice.doors)) if day]
    if days_ahead(advice, given.today):
        text = calendar_text(given.advice, given.case, given.today)
        number = "" if "order_number" in given.case.given else NO_ORDER_NUMBER
        return {"name": "makegood-deadlines.ics", "type": "text/calendar", "text": text, "note": number}
    if unknown:
        return {"note": f"No last day is known yet. The time limits count from {' or '.join(dict.fromkeys(unknown))}. "
                "Enter that day above, and try again."}  # fmt: skip
    return {"note": "Every last day has passed, so there is none to put into a calendar." if past else NO_CLOCK}


def _report(given: ToolInput) -> dict[str, Any]:
    about = (given.case, given.advice, given.today)
    text, toml = report_text(*about), report_case(*about)
    return {"text": text, "name": "a-wrong-answer.toml", "type": "text/plain", "case": toml}


def _sheet(given: ToolInput) -> dict[str, Any]:
    return {"html": sheet_html(given.case, given.advice, given.today)}


def sheet_html(case: Case, advice: Advice, today: date) -> str:
    """Write a case and its answer for one sheet of paper."""
    side = str(case.known.get("side", ""))
    told = [BY_NAME[name] for name in case.given]
    facts = [(fact.ask_for(side), said(fact, case, skipped=False)) for fact in told if not isinstance(fact, Items)]
    return template("sheet.html").render(advice=advice, facts=facts, today=today)


def _pack(given: ToolInput) -> dict[str, Any]:
    save = _save_case(given)
    return {
        "name": f"makegood-evidence-{given.today}.zip",
        "names": file_names(given.asked["files"]),
        "texts": [
            {"name": "case.json", "type": "application/json", "text": save["text"]},
            {"name": "message.txt", "type": "text/plain", "text": messages_text(given.advice)},
        ],
    }


def _manifest(given: ToolInput) -> dict[str, Any]:
    text = manifest_text(given.advice, given.asked["files"], given.today)
    return {"name": MANIFEST, "type": "application/json", "text": text}


TOOLS: Final[Mapping[str, Callable[[ToolInput], dict[str, Any]]]] = {
    "save-case": _save_case,
    "calendar": _calendar,
    "sheet": _sheet,
    "report": _report,
    "pack": _pack,
    "manifest": _manifest,
}
"""Every tool that works with a case, by its name in a request."""

NO_ORDER_NUMBER: Final = (
    "Without an order number, the days of two orders would be taken for one. With two orders, enter the number first."
)
"""The note with a calendar that cannot tell orders apart."""

NO_CLOCK: Final = "This answer has no time limit, so there is none to put into a calendar."
"""The note in place of an empty calendar."""

PART_WORDS: Final = {section.name: section.title for section in SECTIONS if section.title}
"""What the parts of an old answer are called."""
