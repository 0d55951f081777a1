"""The checker for everybody: by keyboard alone, with a screen reader, at twice the size, from right to left."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage
from tests.support.checker import (
    PENDING,
    SIZES,
    START,
    TODAY,
    answer,
    checker,
    choose,
    open_check,
    settle,
    unfold,
    violations,
)
from tests.support.pages import Problems
from tests.support.reader import Reader
from tests.support.server import SiteServer

COMPLETE: dict[str, Any] = {
    "side": "seller", "programme": "kingston-express", "fulfilment": "seller", "problem": "damaged",
    "severity": "functional", "review_done": "yes", "platform_case": "none", "payment_case": "none",
    "in_stock": "yes", "return_feasible": "yes", "international": "no", "claim_doubtful": "no",
    "customer_aggressive": "no", "reply": "waiting", "contacted_on": "2026-11-20", "paid_with": "paypal",
    "shipped_on": "2026-11-10", "delivered_on": "2026-11-18", "carrier": "usps", "carrier_claim": "none",
    "insured": "yes", "evidence": ["order-number", "item-photos"],
}  # fmt: skip


TARGETS = "button, summary, label:has(input), input:not(label input), .mg-now"


TOO_SMALL = """(all) => all
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([one, { width, height }]) => one.checkVisibility() && height > 0 && Math.min(width, height) < 44)
    .map(([one, { width, height }]) => `${one.outerHTML.slice(0, 90)} ${width}×${height}`)"""


class TestStates:
    """axe-core finds nothing wrong in any state."""

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_empty_partial_error_and_complete(self, new_page: OpenPage, scheme: str) -> None:
        page = open_check(new_page(viewport=SIZES["phone"], color_scheme=scheme), "")
        assert violations(page) == [], "empty"
        choose(page, "side", "buyer")
        unfold(page)
        assert violations(page) == [], "partial"
        page.evaluate("document.querySelector('makegood-checker').open({ side: 'buyer', currency: 'dollars' })")
        expect(page.get_by_role("alert")).to_be_visible(timeout=START)  # after what would change the answer, unfolded
        assert violations(page) == [], "error"
        reader = Reader(page, "check/", TODAY)
        reader.tell(COMPLETE)
        unfold(page)
        expect(checker(page).locator(".mg-complete")).to_be_visible()
        answer(page).get_by_role("button", name="Copy the message").first.click()
        expect(checker(page).locator(".mg-what-if")).to_be_visible()
        assert violations(page) == [], "complete"

    def test_loading_and_failed(self, new_page: OpenPage, site_server: SiteServer, problems: Problems) -> None:
        problems.expect("manifest.json")
        page = new_page(viewport=SIZES["phone"])
        with site_server.holding("assets/runtime/*/manifest.json"):
            open_check(page, PENDING, "loading")
            expect(answer(page).locator(".mg-headline")).to_contain_text("First the inspection")
            assert violations(page) == [], "loading"
            site_server.missing.add("assets/runtime/*/manifest.json")
        expect(checker(page)).to_have_attribute("data-state", "failed", timeout=START)
        assert violations(page) == [], "failed"
        checker(page).get_by_label("The order number.").check()
        expect(answer(page).locator(".mg-strength")).to_have_attribute("data-strength", "weak")
        expect(page.locator(".mg-answered__value")).to_have_count(5)


class Keyboard:
    """Somebody who has a keyboard and nothing else: every step is a key."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def answer(self, fact: str, value: str) -> None:
        """Go to a question by Tab, choose with the arrow keys, confirm with Enter."""
        radios = f'makegood-checker [name="{fact}"]'
        values: list[str] = self.page.locator(radios).evaluate_all("(all) => all.map(({ value }) => value)")
        self.to(radios)
        for _ in range(values.index(value)):
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter" if values.index(value) else "Space")
        expect(self.page.locator(f'details[data-fact="{fact}"] .mg-answered__value')).to_be_visible()

    def tick(self, label: str) -> None:
        """Go to a box by Tab and tick it."""
        box = self.page.get_by_label(label)
        self.to(f"#{box.get_attribute('id')}")
        self.page.keyboard.press("Space")
        expect(box).to_be_checked()

    def to(self, selector: str) -> None:
        """Press Tab until the focus is there; what has the focus is always to be seen."""
        for _ in range(250):
            self.page.keyboard.press("Tab")
            at = self.page.evaluate(
                """async (selector) => {
                    const { activeElement: element } = document;
                    const isCovered = () => {
                        const box = element.getBoundingClientRect();
                        const middle = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                        return !(element.contains(middle) || middle?.contains(element));
                    };
                    const isOurs = element.closest("makegood-checker");
                    // The page may scroll for a moment; then it has to be in sight.
                    for (let frame = 0; isOurs && frame < 30 && isCovered(); frame++) {
                        await new Promise(requestAnimationFrame);
                    }
                    return [element.matches(selector), isOurs && isCovered() && element.outerHTML];
                }""",
                selector,
            )
            assert not at[1], f"covered while it has the focus: {at[1]}"
            if at[0]:
                return
        pytest.fail(f"Tab does not lead to {selector}.")


@pytest.mark.parametrize(
    "told",
    [
        {
            "side": "seller",
            "programme": "kingston-express",
            "fulfilment": "platform",
            "problem": "damaged",
            "inspection": "pending",
        },
        {"side": "buyer", "programme": "other-marketplace", "problem": "damaged", "reply": "not-contacted"},
    ],
    ids=["seller", "buyer"],
)
def test_a_whole_case_by_keyboard_alone(new_page: OpenPage, told: dict[str, str]) -> None:
    page = open_check(new_page(viewport=SIZES["phone"], permissions=["clipboard-read", "clipboard-write"]), "")
    keys = Keyboard(page)
    for fact, value in told.items():
        page.evaluate("document.activeElement.blur()")
        if not page.locator(f'[name="{fact}"]').first.is_visible():
            keys.to(".mg-more > summary")
            page.keyboard.press("Enter")
        keys.answer(fact, value)
    assert page.evaluate("location.hash") == "#" + "&".join(f"{fact}={value}" for fact, value in told.items())
    keys.to(".mg-fields input")
    for field in range(answer(page).locator(".mg-fields input[type=text]").count()):
        if field:
            keys.to(".mg-fields input")
        page.keyboard.type("12")
    keys.to("[data-copy]")
    settle(page)  # or a field that was just filled in counts as missing
    page.keyboard.press("Enter")
    if answer(page).locator(".mg-message__missing").count():
        expect(answer(page).locator("[data-anyway]").first).to_be_visible()
    page.evaluate("document.activeElement.blur()")
    keys.to('[name="evidence"]')
    page.keyboard.press("Space")
    expect(answer(page).locator('[name="evidence"]:checked')).to_have_count(1)
    keys.to(".mg-reasons > summary")
    page.keyboard.press("Enter")
    expect(answer(page).locator(".mg-reasons li").first).to_be_visible()


def test_an_answer_that_comes_late_leaves_the_choice_that_is_being_made(
    new_page: OpenPage, site_server: SiteServer
) -> None:
    """Somebody goes through the answers with the arrow keys while Python starts: nothing is taken, nothing is lost."""
    page = new_page(viewport=SIZES["phone"])
    with site_server.holding("assets/runtime/*/manifest.json"):
        open_check(page, "#side=seller", "loading")
        keys = Keyboard(page)
        keys.to('makegood-checker [name="programme"]')
        for _ in range(2):
            page.keyboard.press("ArrowDown")
        chosen = page.locator('makegood-checker [name="programme"]:checked')
        value = chosen.get_attribute("value")
    expect(checker(page)).to_have_attribute("data-state", "ready", timeout=START)
    settle(page)
    assert chosen.get_attribute("value") == value
    assert page.evaluate("location.hash") == "#side=seller"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(page.locator('details[data-fact="programme"] .mg-answered__value')).to_be_visible()
    assert page.evaluate("location.hash") == f"#side=seller&programme={value}"


@pytest.mark.parametrize("size", SIZES)
def test_every_target_is_as_large_as_a_finger_and_nothing_is_cut_off_at_twice_the_size(
    new_page: OpenPage, size: str
) -> None:
    # At 200 % a window has half as many pixels of its own.
    half = {key: value // 2 for key, value in SIZES[size].items()} if size == "desktop" else SIZES[size]
    page = open_check(new_page(viewport=half, forced_colors="active"), f"{PENDING}&reply=waiting")
    unfold(page)
    answer(page).get_by_role("button", name="Copy the message").click()
    assert checker(page).locator(TARGETS).evaluate_all(TOO_SMALL) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_from_right_to_left_nothing_is_cut_off(new_page: OpenPage) -> None:
    page = open_check(new_page(viewport=SIZES["phone"]), PENDING)
    page.evaluate("document.documentElement.dir = 'rtl'; document.body.dir = 'rtl'")
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    step = answer(page).locator(".mg-steps > li").first
    number, text = step.bounding_box(), step.locator(".mg-line").bounding_box()
    assert number
    assert text
    assert text["x"] + text["width"] < number["x"] + number["width"]  # the number stands at the right
