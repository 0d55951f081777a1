"""The macro that puts the policy checker on a page, with its questions and the first answer already there."""

import json
from collections.abc import Mapping
from typing import Any, Final

from macros.page import Page, block
from macros.templates import render
from policy.browser.links import linkable
from policy.facts import BY_NAME
from policy.files.evidence_pack import shown_by_files
from policy.language.kinds import Choice
from policy.language.sentences import in_a_list
from policy.rendering.advice import advice_html
from policy.rendering.form import questions_html


def checker(page: Page, tables: str, **preset: Any) -> str:
    """Put a checker on the page.

    Args:
        page: the page, worked in by `define_env`.
        tables: where the page shows the same advice without a checker, like "#do-and-do-not".
        preset: the facts that the page fixes; they are not asked.
    """
    case = page.case(preset)
    advice = page.answer(preset)
    prefix = page.unique("checker")
    return block(
        render(
            "checker.html",
            id=prefix,
            is_first=prefix == "checker",
            preset=json.dumps(preset, sort_keys=True),
            fixed=_clauses(preset),
            root=page.root,
            answers=page.compiled_answers(preset),
            tables=tables,
            links=json.dumps(linkable(), separators=(",", ":")),
            headline=advice.headline,
            shows=shown_by_files(),
            questions=_raw(questions_html(advice, case, preset=tuple(preset), prefix=prefix)),
            answer=_raw(advice_html(advice, case, root=page.root, prefix=prefix)),
        )
    )


def _clauses(preset: Mapping[str, str]) -> str:
    """Say what the page fixes, to complete “when …”; empty where it fixes nothing."""
    told = ((BY_NAME[fact], value) for fact, value in preset.items())
    clauses = [fact.value(value).clause for fact, value in told if isinstance(fact, Choice)]
    return in_a_list(clauses) if clauses else ""


def _raw(html: str) -> Any:
    """Mark HTML of the policy's own autoescaping templates as what it is."""
    from markupsafe import Markup

    return Markup(html)  # noqa: S704  # made by autoescaping templates


MACROS: Final = (checker,)
"""What pages can call from here."""
