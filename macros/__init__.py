"""The macros that pages call. They only ask `policy` and render what it says; they decide nothing.

A wrong name or value fails the build with a sentence that names the page.
"""

from typing import Any

from macros import advice, checker, checklist, ladder, reference, signs
from macros.page import Page

__all__ = ["define_env"]


def define_env(env: Any) -> None:
    """Give the pages their macros; mkdocs-macros calls this once a build.

    Args:
        env: the environment of mkdocs-macros; its `page` is the page being written, its `conf` the site's settings.
    """
    checker.prepare(env)
    page = Page(env)
    for module in (advice, checker, checklist, ladder, reference, signs):
        for macro in module.MACROS:
            env.macro(page.bound(macro), macro.__name__)
