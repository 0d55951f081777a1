"""Macros that put the tools on a page: the library of messages, the check of a draft, the check of a seller.

Each stands there whole without a script: the messages with their blanks, the checks as tables.
"""

import json
from typing import Any, Final, TypeGuard

from markupsafe import Markup

from macros.owners import SHARED, situation_of
from macros.page import MacroError, Page, block, choose
from macros.templates import render
from policy import rulebook
from policy.browser import page_tools as tools
from policy.explain.outline import outline
from policy.language.conditions import ALWAYS, All, AnyOf, Condition, Given, Not, Sure, simplify
from policy.language.outcomes import Send
from policy.messages.templates import MessageTemplate, message_templates
from policy.rendering.environment import template
from policy.seller_check import form_html
from policy.wording import CHECKS, SIDES

_GROUPS: Final = {"buyer": "If you bought it", "seller": "If you sold it"}


def message_library(page: Page) -> str:
    """Show every message by side and place: when to use it, fields to fill it in, the message to copy, its sources."""
    groups: dict[tuple[str, str], list[tuple[str, str, list[dict[str, Any]]]]] = {}
    for side, title in _GROUPS.items():
        mine: dict[tuple[str, str], list[dict[str, Any]]] = {}
        for message in message_templates().values():
            if message.side == side:
                mine.setdefault(_owner(message), []).append(_entry(page, message))
        anywhere = [owner for owner in mine if not owner[0]]
        ordered = [*anywhere, *(owner for owner in mine if owner not in anywhere)]
        groups[side, title] = [(f"{side}{name}", label, mine[name, label]) for name, label in ordered]
    return block(render("message_library.html", groups=groups.items(), root=page.root))


def message_check(page: Page) -> str:
    """Put the check of a draft on the page."""
    prefix = page.unique("check-draft")
    return block(
        render(
            "message_check.html",
            prefix=prefix,
            first=_first("draft", {}, page, prefix),
            longest=tools.LONGEST_DRAFT,
            root=page.root,
        )
    )


def wording_checks(page: Page, side: str) -> str:
    """Show as a table what the check of a draft looks for on one side: what, what to write instead, its sources.

    Args:
        page: the page, worked in by `define_env`.
        side: "buyer" or "seller".
    """
    if side not in SIDES:
        raise MacroError(choose("side", side, SIDES))
    rows = []
    for check in CHECKS:
        mine = [whom for whom in check.whom if whom.side == side]
        if mine:
            cites = tuple(dict.fromkeys(cite for whom in mine for cite in whom.cites))
            rows.append((check, mine[0].advice or check.advice, cites))
    return block(render("wording_checks.html", rows=rows, root=page.root, part=template("parts.html").module))


def seller_check(page: Page) -> str:
    """Put the check of a seller on the page: eight questions, and the verdict."""
    prefix = page.unique("check-seller")
    return block(
        render(
            "seller_check.html",
            prefix=prefix,
            form=Markup(form_html({}, prefix=prefix)),  # noqa: S704  # made by an autoescaping template
            first=_first("seller-check", {}, page, prefix),
            root=page.root,
        )
    )


def _entry(page: Page, message: MessageTemplate) -> dict[str, Any]:
    prefix = f"fill-{message.id}"
    when, unless = _apart(_when(message))
    return {
        "id": message.id,
        "title": message.title,
        "to": message.to,
        "when": outline(when),
        "unless": None if unless is None else outline(unless),
        "fixed": json.dumps({"message": message.id}),
        "form": Markup(tools.message_form_html(message.id, prefix=prefix)),  # noqa: S704  # made by an autoescaping template
        "first": _first("message", {"message": message.id}, page, prefix),
        "prefix": prefix,
    }


def _owner(message: MessageTemplate) -> tuple[str, str]:
    """Name the programme that alone sends a message: the end of an id, and its label; or say that it fits anywhere."""
    found = {
        (situation.owner, situation.label)
        for rule in rulebook().rules
        if isinstance(rule.gives, Send) and rule.gives.message == message.id
        for situation in [situation_of()[rule.id]]
    }
    own = [(f"-{name}", label) for name, label in sorted(found) if name not in SHARED]
    return own[0] if len(own) == len(found) == 1 else ("", "Anywhere")


def _when(message: MessageTemplate) -> Condition:
    """Say when the policy gives this message, as seen by somebody who knows which side they are on."""
    known = {"side": message.side}
    found: list[Condition] = [
        _as_read(simplify(rule.when, known))
        for rule in rulebook().rules
        if isinstance(rule.gives, Send) and rule.gives.message == message.id
    ]
    return found[0] if len(found) == 1 else AnyOf(tuple(found))


def _as_read(condition: Condition) -> Condition:
    """Leave out whether something is known for sure: whoever reads about a message knows his own case."""
    match condition:
        case Sure(part):
            return _as_read(part)
        case Not(part):
            return Not(_as_read(part))
        case All(parts):
            return All(tuple(map(_as_read, parts)))
        case AnyOf(parts):
            return AnyOf(tuple(map(_as_read, parts)))
        case _:
            return condition


def _apart(condition: Condition) -> tuple[Condition, Condition | None]:
    """Take out of a condition what must not be so: "when all of these", then "but not when one of those"."""
    parts = condition.parts if isinstance(condition, All) else (condition,)
    against = tuple(part.part for part in parts if _speaks_against(part))
    wanted = tuple(part for part in parts if not _speaks_against(part))
    if not against:
        return condition, None
    return (All(wanted) if len(wanted) > 1 else wanted[0] if wanted else ALWAYS), (
        AnyOf(against) if len(against) > 1 else against[0]
    )


def _speaks_against(part: Condition) -> TypeGuard[Not]:
    return isinstance(part, Not) and not isinstance(part.part, Given)


def _first(tool: str, values: dict[str, Any], page: Page, prefix: str) -> Markup:
    return Markup(tools.answer(tool, values, root=page.root, prefix=prefix).html)  # noqa: S704  # autoescaped


MACROS: Final = (message_library, message_check, wording_checks, seller_check)
"""What pages can call from here."""
