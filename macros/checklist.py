"""The macro that shows the record of an unboxing as a list to tick, on the screen or on paper."""

from typing import Final

from macros.page import Page, block
from macros.templates import render
from policy.content.unboxing import PHASES
from policy.rendering.environment import template


def unboxing_checklist(page: Page) -> str:
    """Show the record of an unboxing, step by step, each with a box to tick and the proof that it gives."""
    return block(
        render(
            "unboxing.html",
            phases=PHASES,
            prefix=page.unique("unboxing"),
            root=page.root,
            part=template("parts.html").module,
        )
    )


MACROS: Final = (unboxing_checklist,)
"""What pages can call from here."""
