"""The macros that pages call. They only ask `policy` and render what it says; they decide nothing.

A wrong name or value fails the build with a sentence that names the page, the line and what is allowed.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Final

from macros.page import Page

__all__ = ["MODULES", "define_env", "on_pre_page_macros"]

_ALL: Final = [import_module(f"{__name__}.{found.name}") for found in iter_modules(__path__)]

MODULES: Final = tuple(module for module in _ALL if hasattr(module, "MACROS"))
"""Whose `MACROS` pages can call: each module of this package that has some."""


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
