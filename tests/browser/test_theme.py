"""The pages under their content-security policy: nothing is blocked, nothing comes from elsewhere, and all of it works.

A violation or a request to another host fails any test that opens a page; see `tests.support.pages.Problems`.
"""

from playwright.sync_api import Page, expect

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
