"""The tools of the pages: what they show for what the reader has filled in. The build and the worker both ask here.

>>> answer("seller-check", {"leaves_questions_unanswered": "yes"}).status
'This seller is doubtful: do not pay before the points below are settled.'
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from policy import seller_check
from policy.cases.case import parse_case
from policy.cases.errors import FactError
from policy.language.kinds import Choice, Items
from policy.messages.filling import fill
from policy.messages.templates import Look, message_templates
from policy.rendering.advice import errors_html
from policy.rendering.environment import template
from policy.rendering.field import Field, Option, field_for

LONGEST_DRAFT: Final = 20_000
"""Characters of a draft; a message that is longer is none."""


class Shown(NamedTuple):
    """What a tool shows: its HTML, and one sentence for those who do not see what has changed."""

    html: str
    status: str


def answer(
    tool: str, values: Mapping[str, Any], *, root: str | None = None, prefix: str = "tool", today: date | None = None
) -> Shown:
    """Answer what the reader has filled into a tool.

    Args:
        tool: "message", "draft" or "seller-check".
        values: for a message `message` (its id) and facts, for a draft `draft`, `side` and `to`, for the check of a
            seller the answers on the indicators.
        root: relative path to the site's top, so that sources can be opened; None names them only.
        prefix: makes the ids in the HTML unique on its page.
        today: the reader's day; facts that lie after it are refused.

    Raises:
        KeyError: no tool or message has that name.
    """
    return _TOOLS[tool](values, root, prefix, today)


def message_fields(message: str) -> tuple[Field, ...]:
    """List what can be filled into a message, in the order of the facts."""
    template = message_templates()[message]
    return tuple(_field(look, template.side) for look in template.looks_at.values())


def message_form_html(message: str, *, prefix: str) -> str:
    """Write the fields of a message as a form, all empty."""
    return template("message_form.html").render(fields=message_fields(message), prefix=prefix)


def _message(values: Mapping[str, Any], root: str | None, prefix: str, today: date | None) -> Shown:
    message = values["message"]
    case = parse_case({name: value for name, value in values.items() if name != "message"}, today)
    if isinstance(case, list):
        return _refused(case, prefix)
    filled = fill(message, case)
    html = template("message.html").render(message=filled, root=root, prefix=prefix)
    left = len(filled.missing)
    blanks = "1 blank is left" if left == 1 else f"{left} blanks are left"
    return Shown(html, f"{blanks} in the message." if left else "The message has no blank left.")


def _draft(values: Mapping[str, Any], root: str | None, prefix: str, _today: date | None) -> Shown:
    from policy.wording import check_draft, is_english  # what only this tool needs is not loaded to answer a case

    draft = str(values.get("draft", ""))
    side, to = str(values.get("side", "buyer")), str(values.get("to", ""))
    findings: Sequence[Any] = ()
    note = ""
    if not draft.strip():
        headline = "Write or paste your message, and you see here what would hurt your case."
    elif len(draft) > LONGEST_DRAFT:
        headline = f"This is too long to check. Shorten it to {LONGEST_DRAFT} characters."
    elif not is_english(draft):
        headline = "This does not look like English yet. Only English can be checked."
    else:
        findings = check_draft(draft, side, to)
        headline = _counted(len(findings))
        note = "This check knows words, not people. It cannot see whether what you write is true."
    html = template("draft.html").render(
        headline=headline, note=note, findings=findings, marked=_marked(draft, findings), root=root, prefix=prefix
    )
    return Shown(html, headline)


def _seller(values: Mapping[str, Any], root: str | None, prefix: str, _today: date | None) -> Shown:
    answers = seller_check.parse_answers(values)
    if isinstance(answers, list):
        return _refused(answers, prefix)
    judged = seller_check.check(answers)
    return Shown(seller_check.check_html(judged, root=root, prefix=prefix), judged.headline)


_TOOLS: Final = {"message": _message, "draft": _draft, "seller-check": _seller}


def _refused(errors: list[FactError], prefix: str) -> Shown:
    return Shown(errors_html(errors, prefix), errors[0].message)


def _counted(findings: int) -> str:
    if not findings:
        return "Nothing here would hurt your case, as far as this check can see."
    return "One thing to look at." if findings == 1 else f"{findings} things to look at."


def _marked(draft: str, findings: Sequence[Any]) -> list[tuple[str, int, str]]:
    """Cut a draft into pieces: text, the number of the finding that is about it (0 for none), and how much it weighs.

    Where two findings overlap, the one that starts first keeps the words.
    """
    placed = [(number, finding) for number, finding in enumerate(findings, 1) if finding.end]
    pieces, at = [], 0
    for number, finding in placed:
        start = max(at, finding.start)
        if finding.end <= start:
            continue
        pieces += [(draft[at:start], 0, ""), (draft[start : finding.end], number, finding.severity.value)]
        at = finding.end
    return [piece for piece in (*pieces, (draft[at:], 0, "")) if piece[0]] if placed else []


def _field(look: Look, side: str) -> Field:
    """Make the field of what a template looks at; of a list only the items that it looks for can be chosen."""
    values = look.fact.values if isinstance(look.fact, Choice | Items) else ()
    chosen = (value for value in values if value.only in ("", side) and (not look.items or value.name in look.items))
    options = tuple(Option(value.name, value.label_for(side)) for value in chosen)
    return field_for(look.fact, side)._replace(options=options)
