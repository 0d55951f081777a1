"""Macros that show common situations: the whole answer on a page that needs no script, and the list of all."""

from typing import Any, Final
from urllib.parse import urlencode

from markupsafe import Markup

from macros.page import MacroError, Page, block, choose
from macros.templates import render
from policy.content.situations import SITUATIONS
from policy.facts import BY_NAME
from policy.rendering.advice import advice_html
from policy.rendering.form import said

_SIDES: Final = ("buyer", "seller")


def situation(page: Page, name: str) -> str:
    """Show the answer to a common situation, what could still change it, and a link that goes on in the checker."""
    if name not in SITUATIONS:
        raise MacroError(choose("situation", name, SITUATIONS))
    facts = dict(SITUATIONS[name].facts)
    case, advice = page.case(facts), page.answer(facts)
    told = [said(BY_NAME[fact], case, skipped=False) for fact in facts]
    html = advice_html(advice, case, root=page.root, prefix=page.unique("situation"), level=2, form=False)
    return block(
        render(
            "situation.html",
            told=told,
            answer=Markup(html),  # noqa: S704  # made by autoescaping templates
            questions=[question.ask for question in advice.questions],
            checker=f"{page.root}check/#{urlencode(facts)}",
        )
    )


def situations(page: Page, side: str) -> str:
    """List the common situations of buyers or of sellers, each with a link to its page."""
    if side not in _SIDES:
        raise MacroError(choose("side", side, _SIDES))
    found = [one for one in SITUATIONS.values() if one.facts["side"] == side]
    return block(render("situations.html", situations=found, root=page.root))


MACROS: Final[tuple[Any, ...]] = (situation, situations)
"""What pages can call from here."""
