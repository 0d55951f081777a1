"""The checkout that some commands work on. An installed package has no pages, no cases and no history.

Nothing of the policy is imported here: the live server has to come up and say what is wrong when the policy is broken.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
"""The checkout: where mkdocs.yml, docs/, policy/ and tests/cases/ are. Of an installed package it is another folder."""

_BROUGHT_BY_SET_UP: Final = "mkdocs"


class NoCheckoutError(Exception):
    """There is no checkout that a command could work on, or none that is set up; the message says what to do."""


def need_checkout(command: str) -> None:
    """Make sure that there is a checkout to work on.

    Args:
        command: the command that needs it, like "build".

    Raises:
        NoCheckoutError: Makegood was installed as a package; the sentence says what to do.
    """
    if not (ROOT / "mkdocs.yml").is_file():
        raise NoCheckoutError(
            f"“makegood {command}” works on a checkout of Makegood, and this is an installed package. "
            f"Get a clone of the project, run “make setup” in it, and there “.venv/bin/makegood {command}”."
        )


def need_set_up(command: str) -> None:
    """Make sure that there is a checkout, and that what the site is built with is installed beside it.

    Args:
        command: the command that needs it, like "build".

    Raises:
        NoCheckoutError: one of the two is missing; the sentence says what to do.
    """
    need_checkout(command)
    if find_spec(_BROUGHT_BY_SET_UP) is None:
        raise NoCheckoutError(
            f"“makegood {command}” needs what set-up installs, such as {_BROUGHT_BY_SET_UP}. "
            f"Run “make setup” in {ROOT}, and there “.venv/bin/makegood {command}”."
        )
