"""Macros for the check before you buy: its signs as lists, and its questions as a message to copy."""

from typing import Any, Final

from macros.page import Page, block
from macros.templates import render
from policy.rendering.environment import template
from policy.seller_check import INDICATORS, check


def seller_signs(page: Page) -> str:
    """Show the good signs of a seller, each with how to find it out."""
    return _signs(
        page, [(sign.fact.name, sign.for_seller, sign.look, sign.id) for sign in INDICATORS if not sign.red_flag]
    )


def seller_red_flags(page: Page) -> str:
    """Show the red flags, each with how to find it out."""
    return _signs(page, [(sign.fact.name, sign.against, sign.look, sign.id) for sign in INDICATORS if sign.red_flag])


def seller_questions(page: Page) -> str:
    """Show the message that asks a seller about every sign, ready to copy."""
    judged = check({})
    return block(
        render(
            "seller_questions.html",
            check=judged,
            prefix=page.unique("seller-questions"),
            root=page.root,
            part=_parts(),
        )
    )


def _signs(page: Page, signs: list[tuple[str, str, str, str]]) -> str:
    return block(render("signs.html", signs=signs, root=page.root, part=_parts()))


def _parts() -> Any:
    return template("parts.html").module


MACROS: Final = (seller_signs, seller_red_flags, seller_questions)
"""What pages can call from here."""
