"""axe-core finds nothing on the pages, in light and dark, on a phone and on a desktop, before and after answers."""

from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page

from makegood.site import ROOT
from tests.conftest import OpenPage
from tests.support.reader import Reader

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1440, "height": 900}}
PAGES = ("", "seller/kingston-express/", "check/", "buyer/", "policy/rules/")
TODAY = date(2026, 11, 21)


def violations(page: Page) -> list[str]:
    """Run axe-core on the page and list what it finds, each with the places."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result: dict[str, Any] = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return [
        f"{found['id']}: {found['help']} at {', '.join(str(node['target'][0]) for node in found['nodes'][:3])}"
        for found in result["violations"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_on_the_pages(new_page: OpenPage, scheme: str, size: str) -> None:
    page = new_page(color_scheme=scheme, viewport=SIZES[size])
    found = {}
    for path in PAGES:
        page.goto(path)
        found[path] = violations(page)
    assert {path: what for path, what in found.items() if what} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_answered_checker(new_page: OpenPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme, viewport=SIZES["phone"])
    reader = Reader(page, "seller/kingston-express/", TODAY)
    reader.tell({"fulfilment": "platform", "problem": "damaged", "inspection": "pending", "contacted_on": "2026-11-20"})
    page.locator("makegood-checker details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    assert violations(page) == []
