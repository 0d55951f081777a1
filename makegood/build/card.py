"""Draws the picture that a chat or a feed shows beside a link to the site: docs/assets/look/card.png, git-ignored."""

import hashlib
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

PATH: Final = Path("docs/assets/look/card.png")
SIZE: Final = (1200, 630)
NAME: Final = "Makegood"
LINES: Final = ("Something went wrong", "with an order?")
PROMISE: Final = "What to do now, what to avoid, and a message ready to send."

# The colours of docs/assets/look/logo.svg and palette.css, light.
_PANEL: Final = "#0f4d44"
_TAPE: Final = "#c58a45"
_TICK: Final = "#f2b866"
_PAPER: Final = "#ffffff"
_SOFT: Final = "#cfe9e2"
_FONTS: Final = Path("docs/assets/look/fonts")
_MARK: Final = "makegood"


def prepare(root: Path) -> Path:
    """Draw the card, unless the one that is there was drawn by this very code.

    Args:
        root: The folder of the project.

    Returns:
        Where it is.
    """
    path = root / PATH
    made_by = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()
    if not path.is_file() or _maker(path) != made_by:
        note = PngImagePlugin.PngInfo()
        note.add_text(_MARK, made_by)
        _draw(root / _FONTS).quantize(64).save(path, optimize=True, pnginfo=note)
    return path


def _maker(path: Path) -> object:
    with Image.open(path) as image:
        return image.info.get(_MARK)


def _draw(fonts: Path) -> Image.Image:
    """Draw the mark with its name, the question, and the promise, on the colour of the answer's headline."""
    # Twice the size and then halved, so that slanted edges are smooth.
    wide, high = (2 * length for length in SIZE)
    image = Image.new("RGB", (wide, high), _PANEL)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, wide, 36), fill=_TAPE)
    _draw_mark(pen, left=150, top=160, unit=4.6)
    bold = fonts / "atkinson-hyperlegible-next-700.woff2"
    regular = fonts / "atkinson-hyperlegible-next-400.woff2"
    pen.text((390, 270), NAME, font=ImageFont.truetype(bold, 104), fill=_PAPER, anchor="lm")
    question = ImageFont.truetype(bold, 186)
    for number, line in enumerate(LINES):
        pen.text((150, 490 + number * 216), line, font=question, fill=_PAPER)
    pen.text((150, 1010), PROMISE, font=ImageFont.truetype(regular, 72), fill=_SOFT)
    return image.resize(SIZE, Image.Resampling.LANCZOS)


def _draw_mark(pen: ImageDraw.ImageDraw, left: float, top: float, unit: float) -> None:
    """Draw the logo's lines (logo.svg, on a grid of 48) without its ground, which the card has already."""
    strokes = (
        (((12.5, 36.5), (12.5, 16.0)), _PAPER),
        (((35.5, 36.5), (35.5, 23.5)), _PAPER),
        (((12.5, 16.0), (22.0, 28.5), (36.0, 11.5)), _TICK),
    )
    for points, colour in strokes:
        placed = [(left + (x - 9.7) * unit, top + y * unit) for x, y in points]
        pen.line(placed, fill=colour, width=round(5.6 * unit), joint="curve")
        for x, y in placed:
            radius = 2.8 * unit
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
