"""Advice, questions and errors as HTML or plain text. The command line, the pages and the browser all use these.

HTML comes from autoescaping templates in a sandbox, so no fact can become markup.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, NamedTuple

from policy.cases.case import Case
from policy.cases.errors import FactError
from policy.engine.advice import Advice
from policy.engine.days_ahead import days_ahead, soonest
from policy.facts import BY_NAME, FACTS, evidence
from policy.language.kinds import Choice, Fact
from policy.messages.templates import message_templates
from policy.rendering.checklist import Checklist, checklist
from policy.rendering.environment import template
from policy.rendering.field import Field, field_for
from policy.rendering.timeline import timeline


class Entry(NamedTuple):
    """An error, and the question to which the answer does not fit, where a form asks it."""

    error: FactError
    ask: str


def advice_html(
    advice: Advice,
    case: Case,
    *,
    today: date | None = None,
    root: str | None = None,
    prefix: str = "advice",
    level: int = 3,
    form: bool = True,
) -> str:
    """Write an advice as HTML.

    Args:
        advice: what to show.
        case: the case that it answers; it fills the fields.
        today: marks the deadlines that have passed.
        root: relative path to the site's top, so that sources can be opened; None names them only.
        prefix: makes the ids in the HTML unique on its page.
        level: the heading level to start with.
        form: whether what is written can be filled in; on a page without a checker it cannot.
    """
    return write_advice(
        advice=advice,
        fields=_fields(advice, case) if form else [],
        proof=_checklist(advice, case) if form else None,
        listed=None if form else advice.evidence,
        because=[because(fact, case) for fact in CHOSEN],
        ahead=soonest(days_ahead(advice, today)) if today else (),
        picture=timeline(advice, case, today),
        today=today,
        root=root,
        prefix=prefix,
        level=level,
    )


def write_advice(**parts: Any) -> str:
    """Fill the template of an advice; what may be missing in `parts` is falsy or a `Later`.

    Without the days of a case there is no picture of them.
    """
    return template("advice.html").render({"ahead": (), "picture": None, **parts})


def advice_text(advice: Advice) -> str:
    """Write an advice as plain text, its sources in square brackets."""
    return template("advice.txt").render(advice=advice)


def errors_html(errors: Iterable[FactError], prefix: str = "", side: str | None = None) -> str:
    """Write errors as a summary, in the words of the form that has this prefix; each then leads to its field.

    Args:
        errors: what is wrong.
        prefix: that of the form; without one there is no form, and each error names its fact.
        side: whom the questions address.
    """
    entries = [entry(error, prefix, side) for error in errors]
    return write_errors(entries=entries, several=len(entries) > 1, prefix=prefix)


def entry(error: FactError, prefix: str, side: str | None) -> Entry:
    """Make an error's entry in such a summary."""
    is_asked = prefix and error.fact in BY_NAME and error.plain
    return Entry(error, BY_NAME[str(error.fact)].ask_for(side) if is_asked else "")


def write_errors(**parts: Any) -> str:
    """Fill the template of a summary of errors; what may be missing in `parts` is falsy or a `Later`."""
    return template("errors.html").render(parts)


def _fields(advice: Advice, case: Case) -> list[Field]:
    """List the blanks of the messages, and what already fills them, so that it can be changed."""
    fillable = {fact for message in advice.messages for fact in (*message.missing, *message.optional)}
    looks = [look for message in advice.messages for look in message_templates()[message.id].looks_at.values()]
    mentioned = {look.fact.name for look in looks}
    needed = {look.fact.name for look in looks if look.is_needed}
    return [
        field(fact, case, optional=fact.name not in needed)
        for fact in TYPED
        if fact.name in fillable or (fact.name in case.given and (fact.name in mentioned or not fact.decides))
    ]


CHOSEN: Final = tuple(fact for fact in FACTS if isinstance(fact, Choice))
"""The facts whose answers are chosen: what an answer follows from is told in their words."""


def because(fact: Choice, case: Case) -> str:
    """Say what was told of a fact, as a sentence without its capital and its stop; empty where nothing was."""
    value = case.given.get(fact.name)
    return fact.value(str(value)).clause if value is not None else ""


def _checklist(advice: Advice, case: Case) -> Checklist | None:
    """Make the list of proof to tick, where proof can still change the answer or was told."""
    if evidence.name not in case.given and all(question.fact != evidence.name for question in advice.questions):
        return None
    return checklist(advice.evidence.wanted, case)


BLANKS: Final = tuple(fact for fact in FACTS if not fact.decides)
"""The facts that only fill messages."""

TYPED: Final = (*BLANKS, *(fact for fact in FACTS if fact.is_typed))
"""The facts that fill messages with what the reader types; days, numbers and amounts decide as well, so the form asks
too."""


def field(fact: Fact, case: Case, *, optional: bool = False) -> Field:
    """Make the field for a blank, or for something that no message needs."""
    made = field_for(fact, str(case.known.get("side")))
    return made._replace(value=str(case.given.get(fact.name, "")), optional=optional)
