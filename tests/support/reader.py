"""A person who uses the checker on a page: clicks, ticks and types, and sees what comes."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from playwright.sync_api import Locator, Page, expect

# What the element told of its latest answer; put there before the page's own scripts run.
_LISTEN = "addEventListener('makegood:answer', ({ detail }) => { window.latestAnswer = detail; });"

_AS_BUILT = """async () => {
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
    const built = document.importNode(page.querySelector("makegood-checker"), true);
    document.activeElement.blur(); // or what is typed there would be noted when its field goes
    history.replaceState(null, "", location.pathname);
    document.querySelector("makegood-checker").replaceWith(built);
}"""

_TELL = """async (checker, facts) => {
    const left = new Map(Object.entries(facts));
    for (let isAsked = true; isAsked; ) {
        isAsked = false;
        for (const [fact, value] of [...left]) {
            const controls = () => [...checker.querySelectorAll(`[name="${fact}"]`)];
            const [first] = controls();
            if (!first) continue;
            isAsked = left.delete(fact);
            if (first.type === "radio" || first.type === "checkbox") {
                for (const item of [value.length ? value : ""].flat()) {
                    const control = controls().find((each) => each.value === item);
                    if (!control.checked) control.click();
                    await checker.pending;
                }
            } else {
                first.focus();
                first.value = String(value);
                first.dispatchEvent(new InputEvent("input", { bubbles: true }));
                first.dispatchEvent(new Event("change", { bubbles: true }));
                first.blur();
                await checker.pending;
            }
        }
    }
    return Object.fromEntries(left);
}"""


def unfold_around(control: Locator) -> Locator:
    """Open the closed folds around a control, from the outermost inwards, by clicking their summaries."""
    closed = control.locator("xpath=ancestor::details[not(@open)]")
    while closed.count():
        closed.first.locator("xpath=./summary").click()
    return control


class Reader:
    """Somebody with one case and a page with a checker.

    Attributes:
        checker: The element on the page.
    """

    def __init__(self, page: Page, path: str, today: date) -> None:
        self._page = page
        page.clock.set_fixed_time(f"{today}T12:00:00")
        page.add_init_script(_LISTEN)
        page.goto(path)
        self.checker = page.locator("makegood-checker")
        self.checker.scroll_into_view_if_needed()
        self._wait()

    def start_again(self, today: date) -> None:
        """Have the checker as the build made it, on another day; Python stays, so that the next case starts at once."""
        self._page.clock.set_fixed_time(f"{today}T12:00:00")
        self._page.evaluate(_AS_BUILT)
        self._wait()

    def tell_by_script(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Do as `tell` does, in much less time: a script in the page clicks also what is not in sight."""
        left: dict[str, Any] = self.checker.evaluate(_TELL, dict(facts))
        return left

    def tell(self, facts: Mapping[str, Any]) -> dict[str, Any]:
        """Answer every question that the checker asks about these facts; give back those that it never asked about."""
        left = dict(facts)
        asked = True
        while asked:
            asked = False
            for fact in list(left):
                if self._answer(fact, left[fact]):
                    del left[fact]
                    asked = True
        return left

    def sees(self) -> str:
        """Give the HTML of the answer on the screen, without the marks on what is new, its folds as they came."""
        unmarked = """(answer) => {
            const copy = answer.cloneNode(true);
            for (const marked of copy.querySelectorAll("[data-new]")) marked.removeAttribute("data-new");
            for (const opened of copy.querySelectorAll("details[open]")) opened.open = false;
            return copy.innerHTML;
        }"""
        return str(self.checker.locator("[data-part=answer]").evaluate(unmarked))

    def latest(self) -> tuple[str, str]:
        """Give the latest request to Python and its answer, as the element told them."""
        told = self._page.evaluate("() => window.latestAnswer")
        return told["request"], told["response"]

    def in_the_browser(self, html: str) -> str:
        """Read HTML as the browser does, so that it can be compared with what is on the screen."""
        return str(
            self._page.evaluate(
                "(html) => { const t = document.createElement('template'); t.innerHTML = html; return t.innerHTML; }",
                html,
            )
        )

    def _answer(self, fact: str, value: Any) -> bool:
        controls = self.checker.locator(f'[name="{fact}"]')
        if not controls.count():
            return False
        if isinstance(value, list):
            self._tick(fact, value)
        elif controls.first.get_attribute("type") == "radio":
            unfold_around(self.checker.locator(f'[name="{fact}"][value="{value}"]')).check()
        else:
            unfold_around(controls.first).fill(str(value))
            controls.first.blur()
        self._settle()
        return True

    def _tick(self, fact: str, items: list[str]) -> None:
        for item in items or [""]:
            unfold_around(self.checker.locator(f'[name="{fact}"][value="{item}"]')).check()
            self._settle()

    def _wait(self) -> None:
        expect(self.checker).to_have_attribute("data-state", "ready", timeout=60_000)
        self._settle()

    def _settle(self) -> None:
        self.checker.evaluate("async (element) => { await element.pending; }")
