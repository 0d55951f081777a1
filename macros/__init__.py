"""The macros that pages call. They only ask `policy` and render what it says; they decide nothing.

A wrong name or value fails the build with a sentence that names the page, the line and what is allowed.
"""

from typing import Any, Final

from macros import (
    advice,
    changes,
    checker,
    checklist,
    ladder,
    licences,
    limits,
    reference,
    signs,
    situations,
    tables,
    tools,
)
from macros.page import Page

__all__ = ["define_env", "on_pre_page_macros"]

MODULES: Final = (
    advice,
    changes,
    checker,
    checklist,
    ladder,
    licences,
    limits,
    reference,
    signs,
    situations,
    tables,
    tools,
)
"""Whose `MACROS` pages can call."""


def define_env(env: Any) -> None:
    """Give the pages their macros; mkdocs-macros calls this once a build.

    Args:
        env: the environment of mkdocs-macros; its `page` is the page being written, its `conf` the site's settings.
    """
    page = Page(env)
    for module in MODULES:
        for macro in module.MACROS:
            env.macro(page.bound(macro), macro.__name__)


def on_pre_page_macros(env: Any) -> None:
    """Let an unknown name say where it stands and which names there are; mkdocs-macros calls this before each page."""
    env.env.undefined = Page(env).undefined([macro.__name__ for module in MODULES for macro in module.MACROS])
