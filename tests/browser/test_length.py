"""How long a guide is on a phone, as it opens: what is not next is folded."""

from pathlib import Path
from typing import Final

from playwright.sync_api import expect

from makegood.checkout import ROOT
from tests.conftest import OpenPage
from tests.support.server import SiteServer

PHONE: Final = {"width": 390, "height": 844}
MOST: Final = 6.0

CEILINGS: Final[dict[str, float]] = {
    "buyer/allchinabuy/": 9.6,
    "buyer/amazon/": 6.3,
    "buyer/customs/": 7.9,
    "buyer/damaged/": 9.0,
    "buyer/ebay/": 6.9,
    "buyer/empty-package/": 8.4,
    "buyer/escalate/": 6.8,
    "buyer/etsy/": 6.1,
    "buyer/good-terms/": 7.6,
    "buyer/how-much-is-fair/": 6.6,
    "buyer/item-missing/": 9.1,
    "buyer/kakobuy/": 6.8,
    "buyer/kingston-express/": 6.7,
    "buyer/not-received/": 8.5,
    "buyer/vinted/": 6.1,
    "buyer/ways-to-the-money/": 6.7,
    "buyer/wrong-item/": 9.2,
    "seller/amazon/": 7.1,
    "seller/contact-support/": 8.6,
    "seller/ebay/": 6.4,
    "seller/etsy/": 7.2,
    "seller/first-reply/": 6.1,
    "seller/kingston-express/": 8.5,
    "seller/missing-or-damaged/": 6.1,
    "seller/not-received/": 6.2,
    "seller/platform-dispatched/": 7.3,
    "seller/seller-managed/": 8.5,
    "seller/vinted/": 6.9,
    "seller/who-fulfilled-it/": 8.2,
}
"""Guides that are longer, and how long they may be. Their checkers alone are four to seven and a half screens high.

They know enough of the case to open with a message and its fields, the proof to tick, and the ways with their days; all
of that is next. What these pages say themselves is folded to about a screen. A twentieth is left for another typeface:
where ours comes too late, the browser takes one of its own.
"""

NOT_STARTED: Final = ":is(makegood-checker, makegood-tool, makegood-filter, makegood-case-tools):not(:defined)"

GUIDES: Final = sorted(path for seat in ("buyer", "seller") for path in (ROOT / "docs" / seat).glob("*.md"))


def address(guide: Path) -> str:
    """Give the address of a guide on the site."""
    name = "" if guide.stem == "index" else f"{guide.stem}/"
    return f"{guide.parent.name}/{name}"


def test_no_guide_is_longer_than_it_has_to_be(new_page: OpenPage, site_server: SiteServer) -> None:
    page = new_page(viewport=PHONE, is_mobile=True, has_touch=True)
    found = {}
    with site_server.holding("assets/runtime/*"):  # as it opens, before Python comes
        for guide in GUIDES:
            page.goto(address(guide))
            page.evaluate("document.fonts.ready")
            expect(page.locator(NOT_STARTED)).to_have_count(0)
            found[address(guide)] = page.evaluate("document.documentElement.scrollHeight") / PHONE["height"]
    too_long = {name: round(screens, 1) for name, screens in found.items() if screens > CEILINGS.get(name, MOST)}
    assert too_long == {}
    slack = {name: round(found[name], 1) for name, most in CEILINGS.items() if found[name] < most - 1}
    assert slack == {}, "these have become shorter: lower what they may be"
