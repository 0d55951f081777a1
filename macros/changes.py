"""The macro that lists what has changed in the policy."""

from typing import Final

from macros.page import Page, block
from macros.templates import render
from policy.content.changes import changes
from policy.days import day_in_words


def all_changes(page: Page) -> str:  # noqa: ARG001  # every macro gets its page
    """List every change of the policy, newest first: the day, the version and digest, what it means for readers."""
    listed = [(change, day_in_words(change.on)) for change in changes()]
    return block(render("changes.html", changes=listed))


MACROS: Final = (all_changes,)
"""What pages can call from here."""
