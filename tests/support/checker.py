"""The page with the checker for everything, as a test opens, answers and examines it."""

from datetime import date

from playwright.sync_api import Locator, Page, expect

from makegood.checkout import ROOT
from tests.support.reader import unfold_around

TODAY = date(2026, 11, 21)
SIZES: dict[str, dict[str, int]] = {
    "phone": {"width": 360, "height": 740},
    "desktop": {"width": 1440, "height": 900},
}
START = 60_000
"""How long Python may take to start on a busy machine, in milliseconds."""

PENDING = "#side=seller&programme=kingston-express&problem=damaged&fulfilment=platform&inspection=pending"
"""The address of a case with a message, proof to collect, time limits and a question that decides."""

_AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"


def checker(page: Page) -> Locator:
    """Give the element."""
    return page.locator("makegood-checker")


def answer(page: Page) -> Locator:
    """Give the part of it with the answer."""
    return checker(page).locator("[data-part=answer]")


def status(page: Page) -> Locator:
    """Give the part of it that is read out."""
    return checker(page).locator("[data-part=status]")


def open_check(page: Page, address: str = "", state: str = "ready") -> Page:
    """Open the page on `TODAY`, and wait until its checker is in a state: `ready` is when Python is there.

    Args:
        page: An empty page.
        address: What comes behind the page's path, such as `PENDING`.
        state: The element's `data-state`.

    Returns:
        The page.
    """
    page.set_default_timeout(8000)
    page.clock.set_fixed_time(f"{TODAY}T12:00:00")
    page.goto(f"check/{address}")
    checker(page).scroll_into_view_if_needed()
    expect(checker(page)).to_have_attribute("data-state", state, timeout=START)
    return page


def choose(page: Page, fact: str, value: str) -> None:
    """Click an answer, and unfold what is around it first."""
    unfold_around(checker(page).locator(f'[name="{fact}"][value="{value}"]')).check()


def enter(page: Page, fact: str, value: str) -> Locator:
    """Fill in a field of the form, and leave it."""
    field = unfold_around(checker(page).locator(f'form [name="{fact}"]').first)
    field.fill(value)
    field.blur()
    return field


def settle(page: Page) -> None:
    """Wait for the answer to what was told last."""
    checker(page).evaluate("async (element) => { await element.pending; }")


def unfold(page: Page) -> None:
    """Open every fold of the checker."""
    checker(page).locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")


def violations(page: Page) -> list[str]:
    """Tell what axe-core finds wrong in the checker, as it stands."""
    page.evaluate(_AXE.read_text(encoding="utf-8"))
    result = page.evaluate("() => axe.run('makegood-checker', { resultTypes: ['violations'] })")
    return [
        f"{found['id']} at {', '.join(str(node['target'][0]) for node in found['nodes'][:3])}"
        for found in result["violations"]
    ]
