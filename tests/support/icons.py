"""Draws the icons of the installed site from the logo: `make icons`, after the logo has changed.

The drawn files are committed, so that a build needs no browser; a test compares them with the logo.
"""

import re
from pathlib import Path

from playwright.sync_api import Browser

from makegood.checkout import ROOT
from tests.support.pages import started_chromium
from tests.support.programs import CHROMIUM

LOGO = ROOT / "docs" / "assets" / "look" / "logo.svg"
ICONS = ROOT / "docs" / "assets" / "icons"

SIZES = {"icon-192.png": 192, "icon-512.png": 512, "maskable-512.png": 512}
"""Each file and the length of its sides in pixels."""

SAFE = 0.8
"""How much of a maskable icon the logo takes up: a launcher may cut off what lies outside a circle of this width."""


def draw(browser: Browser, logo: str) -> dict[str, bytes]:
    """Draw each icon.

    Args:
        browser: The Chromium that draws.
        logo: The logo as SVG, whose first `fill` is its ground: a maskable icon is filled with it to its corners.

    Returns:
        The name of each file and what it holds, as PNG.
    """
    ground = re.search(r'fill="(#[0-9a-f]+)"', logo)
    if ground is None:
        raise ValueError(f'{LOGO.name} names no ground. Give its first shape a colour, like fill="#0f4d44".')
    return {name: _draw(browser, logo, size, ground[1] if "maskable" in name else "") for name, size in SIZES.items()}


def _draw(browser: Browser, logo: str, size: int, ground: str) -> bytes:
    share = SAFE if ground else 1
    side = f"{size * share}px"
    page = browser.new_page(viewport={"width": size, "height": size})
    try:
        page.set_content(
            f"<style>body{{margin:0;height:100vh;display:grid;place-items:center;background:{ground or 'none'}}}"
            f"svg{{width:{side};height:{side}}}</style>{logo}"
        )
        return page.screenshot(omit_background=True)
    finally:
        page.close()


def main() -> None:
    """Draw all icons into `docs/assets/icons/`."""
    found = CHROMIUM.get_or_exit()
    with started_chromium(found) as browser:
        ICONS.mkdir(exist_ok=True)
        for name, png in draw(browser, LOGO.read_text(encoding="utf-8")).items():
            Path(ICONS / name).write_bytes(png)


if __name__ == "__main__":
    main()
