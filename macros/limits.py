"""Macros that say what published pages state: time limits by their length, as a page has no days, and the rest."""

from typing import Final

from macros.page import MacroError, Page, block, choose
from macros.templates import render
from policy.rendering.environment import template
from policy.sources.statements import statements
from policy.sources.windows import CONFIDENCE_WORDS, windows


def limits(page: Page, *ids: str) -> str:
    """List time limits: how long, counted from when, for what.

    Args:
        page: the page, worked in by `define_env`.
        ids: the time limits' ids in `windows.toml`, in the order to show them.

    Raises:
        MacroError: no id, or one that names no time limit.
    """
    strange = [id_ for id_ in ids if id_ not in windows()]
    if strange or not ids:
        raise MacroError(choose("time limit", ", ".join(strange), windows()))
    found = [windows()[id_] for id_ in ids]
    return block(
        render(
            "limits.html",
            windows=found,
            confidence=CONFIDENCE_WORDS,
            root=page.root,
            part=template("parts.html").module,
        )
    )


def published(page: Page, *names: str, side: str = "") -> str:
    """List what published pages say, in our own words, and how sure that is.

    Args:
        page: the page, worked in by `define_env`.
        names: sources' ids, or the beginnings that several share, such as "PM".
        side: the seat that they have to speak to; without it every one is listed.

    Raises:
        MacroError: there is no such source.
    """
    beginnings = dict.fromkeys(id_.partition("-")[0] for id_ in statements())
    if strange := [name for name in names if name not in beginnings and name not in statements()]:
        raise MacroError(choose("source", ", ".join(strange), (*beginnings, *statements())))
    found = [
        told
        for name in names
        for told in statements().values()
        if name in (told.id, told.id.partition("-")[0]) and (not side or told.side in (side, "both"))
    ]
    if not found:
        raise MacroError("no source fits. Name its id or the beginning of it, such as PM, and a side it speaks to.")
    return block(
        render(
            "published.html",
            statements=found,
            confidence=CONFIDENCE_WORDS,
            root=page.root,
            part=template("parts.html").module,
        )
    )


MACROS: Final = (limits, published)
"""What pages can call from here."""
