"""A check as text and as HTML, and its eight questions as a form."""

from typing import Final

from policy.rendering.environment import template
from policy.seller_check.grading import Answers, SellerCheck
from policy.seller_check.indicators import INDICATORS, Weight

WEIGHT_WORDS: Final = {
    Weight.RED_FLAG: "Red flag",
    Weight.MISSING_SIGN: "Missing",
    Weight.GOOD_SIGN: "Good",
    Weight.NO_RED_FLAG: "Good",
}
"""How a reason begins."""


def check_text(judged: SellerCheck) -> str:
    """Write a check as plain text, its sources in square brackets."""
    return template("seller_check.txt").render(check=judged, weight_words=WEIGHT_WORDS)


def check_html(judged: SellerCheck, *, root: str | None = None, prefix: str = "seller-check", level: int = 3) -> str:
    """Write a check as HTML.

    Args:
        judged: what to show.
        root: relative path to the site's top, so that sources can be opened; None names them only.
        prefix: makes the ids in the HTML unique on its page.
        level: the heading level to start with.
    """
    return template("seller_check.html").render(
        check=judged, weight_words=WEIGHT_WORDS, root=root, prefix=prefix, level=level
    )


def form_html(answers: Answers, *, prefix: str = "seller-check") -> str:
    """Write the eight questions as a form, with what is answered already; each can stay open."""
    return template("seller_form.html").render(indicators=INDICATORS, answers=answers, prefix=prefix)
