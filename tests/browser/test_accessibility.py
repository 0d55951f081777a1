"""axe-core finds nothing on any page, in light and dark, on a phone and on a desktop, before and after answers.

Since they open every page, these tests also see that no page breaks its content-security policy or asks another host:
that fails any test; see `tests.support.pages.Problems`.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from makegood.checkout import ROOT
from tests.conftest import OpenPage
from tests.support.reader import Reader
from tests.support.server import SiteServer

AXE = (ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1440, "height": 900}
TODAY = date(2026, 11, 21)

# The dark scheme changes nothing but colours (docs/assets/look/palette.css): there axe runs its rules about those only.
RUN_AXE = """async (colours) => {
  const only = colours ? { runOnly: { type: "tag", values: ["cat.color"] } } : {};
  const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
  return violations.map(({ id, help, nodes }) =>
    `${id}: ${help} at ${nodes.slice(0, 3).map(({ target }) => target.join(" ")).join(", ")}`);
}"""


def violations(page: Page, colours: bool = False) -> list[str]:
    """Run axe-core on the page as it stands and list what it finds, each with the places."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(RUN_AXE, colours)
    return found


def violations_in_both_sizes(page: Page) -> list[str]:
    """Run axe-core with all its rules on the open page: phone in light, desktop in dark unless it is long."""
    found = []
    looks = ((PHONE, "light"), (DESKTOP, "dark"))
    for size, scheme in looks[: 1 if page.url.endswith(tuple(LONG)) else 2]:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        found += [f"{size['width']}, {scheme}: {what}" for what in violations(page)]
    return found


def violations_in_every_look(page: Page) -> list[str]:
    """Run axe-core on the page that is open: phone and desktop, all rules in light, those about colours in dark."""
    found = []
    for name, size in (("phone", PHONE), ("desktop", DESKTOP)):
        page.set_viewport_size(size)
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found += [f"{name}, {scheme}: {what}" for what in violations(page, colours=scheme == "dark")]
    return found


def pages(site: Path) -> list[str]:
    """List all pages, with the one for a wrong address."""
    return sorted(file.relative_to(site).as_posix().removesuffix("index.html") for file in site.rglob("*.html"))


ONE_OF_EACH_SHAPE = (
    "",
    "404.html",
    "buyer/",
    "buyer/damaged/",
    "check/",
    "licences/",
    "maintain/macros/",
    "messages/",
    "offline/",
    "policy/ladder/",
    "policy/rules/",
    "policy/tables/",
    "seller/kingston-express/",
    "situations/bought-damaged/",
    "tools/message-check/",
    "tools/seller-check/",
    "tools/unboxing-checklist/",
)
"""Whatever can be on a page is on one of these; `make test-all` looks at the others as well, on a phone in light."""

LONG = {"policy/rules/", "policy/tables/"}
"""Ten thousand elements of the same few kinds: a quick run looks at them on a phone alone."""


@pytest.mark.parametrize("half", [0, 1])  # a part for each of two processes
class TestOneOfEachShape:
    def test_axe_finds_nothing_on_them(self, site_server: SiteServer, new_page: OpenPage, half: int) -> None:
        assert found_on(ONE_OF_EACH_SHAPE[half::2], new_page(), site_server, violations_in_both_sizes) == {}

    @pytest.mark.thorough
    def test_axe_finds_nothing_on_them_in_any_look(
        self, site_server: SiteServer, new_page: OpenPage, half: int
    ) -> None:
        assert found_on(ONE_OF_EACH_SHAPE[half::2], new_page(), site_server, violations_in_every_look) == {}


@pytest.mark.thorough
@pytest.mark.parametrize("half", [0, 1])
class TestEveryOtherPage:
    def test_axe_finds_nothing_on_them(
        self, built_site: Path, site_server: SiteServer, new_page: OpenPage, half: int
    ) -> None:
        others = [page for page in pages(built_site) if page not in ONE_OF_EACH_SHAPE]
        assert found_on(others[half::2], new_page(viewport=PHONE), site_server, violations) == {}


def found_on(
    paths: Sequence[str], page: Page, server: SiteServer, look: Callable[[Page], list[str]]
) -> dict[str, list[str]]:
    """Open each page and give what axe-core found on those on which it found something."""
    found = {}
    server.headers["Cache-Control"] = "max-age=3600"  # as a host would, so that what all pages share comes once
    for path in paths:
        page.goto(path)
        # The bundle has run when it has put the colours on the page.
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", re.compile("makegood-"))
        found[path] = look(page)
    return {path: what for path, what in found.items() if what}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_answered_checker(new_page: OpenPage, scheme: str) -> None:
    page = new_page(color_scheme=scheme, viewport=PHONE)
    reader = Reader(page, "seller/kingston-express/", TODAY)
    reader.tell({"fulfilment": "platform", "problem": "damaged", "inspection": "pending", "contacted_on": "2026-11-20"})
    page.locator("makegood-checker details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    assert violations(page) == []
