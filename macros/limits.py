"""The macro that names time limits: how long, from when, for what. A page has no dates, so it shows the length."""

from typing import Final

from macros.page import MacroError, Page, block, choose
from macros.templates import render
from policy.rendering.environment import template
from policy.sources.windows import windows


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
    return block(render("limits.html", windows=found, root=page.root, part=template("parts.html").module))


MACROS: Final = (limits,)
"""What pages can call from here."""
