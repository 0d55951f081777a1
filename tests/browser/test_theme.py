"""The pages under their content-security policy: nothing is blocked, nothing comes from elsewhere, and all of it works.

A violation or a request to another host fails any test that opens a page; see `tests.support.pages.Problems`.
"""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.conftest import OpenPage
from tests.support.pages import Problems

TOGGLE = "label.md-header__button[for^=__palette]:visible"


def scheme(page: Page) -> str:
    found: str = page.evaluate("document.body.dataset.mdColorScheme")
    return found


def test_a_page_that_is_not_there_runs_too_however_deep(new_page: OpenPage, problems: Problems) -> None:
    problems.expect("404")
    page = new_page()
    page.goto("no/such/page")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "makegood-light")


def test_the_page_follows_the_device_before_any_script_has_run(new_page: OpenPage) -> None:
    page = new_page(color_scheme="dark", java_script_enabled=False)
    page.goto("")
    expect(page.locator("body")).to_have_css("color-scheme", "light dark")


def test_chosen_colours_are_there_on_the_next_page_before_it_is_painted(new_page: OpenPage, problems: Problems) -> None:
    problems.expect("bundle")
    page = new_page(color_scheme="light")
    page.goto("")
    for _ in range(2):
        page.locator(TOGGLE).click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "makegood-dark")
    page.route("**/bundle*.js", lambda route: route.abort())  # without Material's own code
    page.goto("policy/")
    assert scheme(page) == "makegood-dark"


def test_search_finds_and_leads_to_a_page(new_page: OpenPage) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto("policy/")
    page.get_by_role("textbox", name="Search").press_sequentially("customer")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    before = page.url
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(before)
    # What somebody looked for stays in the browser: it is in no address.
    assert "customer" not in page.url


PHONE: ViewportSize = {"width": 390, "height": 844}

# What has the focus can be seen, or is a check box whose label shows it.
_SEEN = """() => {
    const { activeElement: active } = document;
    const shown = active.matches("input.md-option") ? active.nextElementSibling ?? active : active;
    const { left, right, width } = shown.getBoundingClientRect();
    const isThere = shown.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    return isThere && width > 0 && right > 0 && left < innerWidth ? "" : shown.outerHTML.slice(0, 100);
}"""


@pytest.mark.parametrize("path", ["", "buyer/damaged/"])
def test_tab_stops_at_nothing_that_is_closed_and_at_no_sign_beside_a_heading(new_page: OpenPage, path: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto(path)
    for _ in range(30):
        page.keyboard.press("Tab")
        assert page.evaluate(_SEEN) == ""
        assert not page.evaluate("document.activeElement.matches('.headerlink')")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_menu_and_search_are_buttons_to_the_keys(new_page: OpenPage, key: str) -> None:
    page = new_page(viewport=PHONE)
    page.goto("buyer/damaged/")
    menu = page.get_by_role("button", name="Menu")
    expect(menu).to_have_attribute("aria-expanded", "false")
    menu.focus()
    page.keyboard.press(key)
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("link", name="An item is missing").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(menu).to_have_attribute("aria-expanded", "false")
    expect(menu).to_be_focused()
    page.get_by_role("button", name="Search").focus()
    page.keyboard.press(key)
    expect(page.get_by_role("textbox", name="Search")).to_be_focused()
