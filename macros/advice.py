"""Macros that show parts of an answer: what the policy says to the case that the page names."""

from typing import Any, Final

from macros.page import MacroError, Page, block, choose
from macros.templates import render
from policy import rulebook
from policy.language.rule import Rule
from policy.messages.filling import fill
from policy.messages.templates import message_templates
from policy.rendering.environment import template


def do_and_dont(page: Page, **facts: Any) -> str:
    """Show what to do and what not to do in this case, side by side."""
    advice = page.answer(facts)
    return block(render("do_and_dont.html", advice=advice, root=page.root, part=_parts()))


def steps(page: Page, **facts: Any) -> str:
    """Show what to do in this case."""
    return block(str(_parts().steps(page.answer(facts).steps, page.root)))


def responsible(page: Page, **facts: Any) -> str:
    """Say who has to act first in this case, and how they will."""
    return block(render("responsible.html", who=page.answer(facts).responsible, root=page.root, part=_parts()))


def evidence(page: Page, **facts: Any) -> str:
    """Show the proof that this case needs."""
    return block(render("proof.html", proof=page.answer(facts).evidence, root=page.root, part=_parts()))


def warnings(page: Page, **facts: Any) -> str:
    """Show what to look out for in this case."""
    return block(str(_parts().lines(page.answer(facts).all_warnings, page.root, "mg-warnings")))


def deadlines(page: Page, **facts: Any) -> str:
    """Show the time limits that run in this case."""
    return block(str(_parts().deadlines(page.answer(facts).deadlines, page.root, None)))


def support(page: Page, **facts: Any) -> str:
    """Show what a message to support must include in this case."""
    advice = page.answer(facts).support
    if not advice:
        raise MacroError("this case has no reason to contact support. Name a fact that is one, or leave the macro out.")
    return block(render("support.html", support=advice, root=page.root, part=_parts()))


def message(page: Page, name: str, **facts: Any) -> str:
    """Show a message, its blanks open or filled from the facts given."""
    if name not in message_templates():
        raise MacroError(choose("message", name, message_templates()))
    filled = fill(name, page.case(facts))
    return block(str(_parts().message(filled, page.root, page.unique("message"))))


def line(page: Page, rule: str) -> str:
    """Show the one line that a rule gives, as a paragraph."""
    return block(render("line.html", rule=_rule(rule), text=_text(rule), root=page.root, part=_parts()))


def doors(page: Page, **facts: Any) -> str:
    """List the ways to the thing or the money in a case: how each stands, who uses it, what it needs, what it shuts.

    Raises:
        MacroError: the case has none.
    """
    found = page.answer(facts).doors
    if not found:
        raise MacroError('these facts have no ways. Name the side and the place, like programme="ebay".')
    return block(str(_parts().doors(found, page.root, None, False)))


def lines(page: Page, *rules: str) -> str:
    """Show the lines that these rules give, as a list."""
    if not rules:
        raise MacroError("name the rules whose lines you want. All of them are on the page docs/policy/rules.md.")
    items = [(_rule(rule), _text(rule)) for rule in rules]
    return block(render("lines.html", items=items, root=page.root, part=_parts()))


def cite(page: Page, *ids: str) -> str:
    """Link to sources, in the middle of a sentence."""
    from policy.sources.statements import statements

    strange = [id_ for id_ in ids if id_ not in statements()]
    if strange or not ids:
        raise MacroError(choose("source", ", ".join(strange), statements()))
    return str(_parts().cites(ids, page.root)).strip()


def _parts() -> Any:
    return template("parts.html").module


def _rule(name: str) -> Rule:
    found = rulebook().by_id.get(name)
    if found is None:
        raise MacroError(choose("rule", name, rulebook().by_id))
    return found


def _text(name: str) -> str:
    says = _rule(name).gives.says
    if not says:
        speaking = ", ".join(rule.id for rule in rulebook().rules if rule.gives.says)
        raise MacroError(f"the rule “{name}” gives no line of its own. Rules that do: {speaking}.")
    return says


MACROS: Final = (
    do_and_dont,
    steps,
    responsible,
    evidence,
    warnings,
    deadlines,
    doors,
    support,
    message,
    line,
    lines,
    cite,
)
"""What pages can call from here."""
