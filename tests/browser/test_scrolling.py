"""Scrolling as people do it: by finger, wheel and keys the page goes where it is moved, and shows the focus."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.conftest import OpenPage
from tests.support.checker import PENDING, START, TODAY, answer, checker, open_check, unfold
from tests.support.pages import Problems, until
from tests.support.reader import unfold_around
from tests.support.server import SiteServer

SIZES: dict[str, ViewportSize] = {
    "a small phone": {"width": 320, "height": 640},
    "a phone": {"width": 390, "height": 844},
    "a desk": {"width": 1440, "height": 900},
    "a desk at 400 %": {"width": 360, "height": 225},
}

_KX = "#" + PENDING.removeprefix("#side=seller&")

PAGES = {
    "the check page": (f"check/{PENDING}", "order_number"),
    "a buyer's guide": ("buyer/damaged/", "order_number"),
    "a seller's guide": (f"seller/missing-or-damaged/{_KX}", "order_number"),
    "the first reply": (f"seller/first-reply/{_KX}", "order_number"),
    "the message check": ("tools/message-check/", "draft"),
    "the seller check": ("tools/seller-check/", None),
}
"""A page of each kind, and the field in it that is typed into; none where there are only choices."""

EXTREMES = ("a phone", "a desk at 400 %")
OF_EVERY_RUN = {"the first reply": (*EXTREMES, "a desk"), "the message check": EXTREMES}
"""The element and a tool are each read on one page in every run, on the others and in all sizes in `make test-all`."""

KINDS = [
    *((kind, sizes) for kind, sizes in OF_EVERY_RUN.items()),
    *(pytest.param(kind, tuple(SIZES), marks=pytest.mark.thorough) for kind in PAGES),
]

TABS = 20
TABS_BACK = 8

_NOTE_PLACES = """
window.places = [];
addEventListener("scroll", () => { places.push(scrollY); window.ended = false; });
addEventListener("scrollend", () => { window.ended = true; });
"""

# The finger's momentum is over, and whatever follows a movement by a frame or two has followed.
_REST = """() => new Promise((done) => {
    let [still, frames] = [0, 0];
    const look = () => {
        still = places.length && window.ended ? still + 1 : 0;
        frames += 1;
        if (still < 6 && frames < 300) return requestAnimationFrame(look);
        done({ places: places.splice(0), end: document.documentElement.scrollHeight - innerHeight });
    };
    look();
})"""

# What sticks to the window and hides the focus, or the window's edge; empty when the focus is to be seen.
# Of a high field its beginning counts.
_HIDDEN = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
    const focus = document.activeElement;
    if (!focus.closest(".md-content")) return done("");
    const sticks = (one) => /sticky|fixed/.test(getComputedStyle(one).position) && !one.contains(focus);
    const { x, y, width, height } = focus.getBoundingClientRect();
    for (const at of height > Math.min(150, innerHeight / 3) ? [2] : [2, height / 2, height - 2]) {
        let there = document.elementFromPoint(x + width / 2, y + at);
        const by = there ? there.outerHTML.slice(0, 120) : "the edge of the window";
        const isOutside = !there;
        while (there && !sticks(there)) there = there.parentElement;
        if (isOutside || there) return done(`${focus.outerHTML.slice(0, 120)} at ${y} behind ${by}`);
    }
    done("");
})))"""


class Hand:
    """Somebody who moves a page, and notes each place where it was on its way."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self._devices = page.context.new_cdp_session(page)

    def flick(self, direction: int) -> None:
        """Draw a finger over the page and let go in the movement, so that the page runs on."""
        self._draw(direction)
        self._touch("touchEnd")

    def swipe(self, direction: int) -> None:
        """Draw a finger over the page, and let go when it rests."""
        self._draw(direction)
        self._page.wait_for_timeout(60)
        self._touch("touchEnd")

    def wheel(self, direction: int) -> None:
        """Turn the wheel, far."""
        self._page.mouse.move(*self._middle())
        for _ in range(5):
            self._page.mouse.wheel(0, direction * 900)

    def page_keys(self, direction: int) -> None:
        """Press Page Down, or Page Up."""
        self._page.keyboard.press("PageDown" if direction > 0 else "PageUp")

    def moves(self, move: Callable[[int], None], direction: int, most: int) -> None:
        """Move the page so many times, or to its end; it never goes the other way, and stays where it was left."""
        here = self._page.evaluate("places.splice(0), scrollY")
        for _ in range(most):
            self._page.evaluate("window.ended = false")
            move(direction)
            seen = self._page.evaluate(_REST)
            way = [round(place) for place in (here, *seen["places"])]
            assert way == sorted(way, reverse=direction < 0), f"{move.__name__}: the page moved back by itself: {way}"
            here = way[-1]
            if here >= seen["end"] - 1 if direction > 0 else here <= 1:
                return
            assert len(way) > 1, f"{move.__name__}: the page did not move from {here}"

    def _draw(self, direction: int) -> None:
        x, middle = self._middle()
        for step in range(5):
            y = middle + middle * 0.8 * direction * (1 - step / 2)
            self._touch("touchMove" if step else "touchStart", {"x": x, "y": y})

    def _touch(self, kind: str, *points: dict[str, float]) -> None:
        self._devices.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def _middle(self) -> tuple[float, float]:
        size = self._page.viewport_size
        assert size
        return size["width"] * 0.65, size["height"] / 2  # beside the questions where they have a column of their own


def opened(new_page: OpenPage, path: str) -> Page:
    """Open a page for a finger as well as for keys."""
    page = new_page(has_touch=True)
    page.clock.set_fixed_time(f"{TODAY}T12:00:00")
    page.add_init_script(_NOTE_PLACES)
    page.goto(path)
    return page


def field_of(page: Page, name: str | None) -> Locator:
    """Give the field that is typed into; the first choice where there is none."""
    tool = page.locator("makegood-checker, makegood-tool").first
    return unfold_around(tool.locator(f'[name="{name}"]').first if name else tool.locator("input").first)


def type_into(page: Page, name: str | None) -> None:
    """Tap a field and type into it; wait until what follows is there, so that no line is added to the page later."""
    field = field_of(page, name)
    field.click()
    if not name:
        return
    page.keyboard.type("7")
    typed = field.input_value()
    if checker(page).count():
        until(page, lambda: page.evaluate("Object.values(history.state?.makegood?.checker ?? {})") == [typed])
    expect(page.locator("makegood-checker, makegood-tool").first).to_have_attribute(
        "data-state", "failed", timeout=START
    )


@pytest.mark.parametrize("kind,sizes", KINDS)
def test_the_page_goes_only_where_it_is_moved_and_shows_what_tab_leads_to(
    new_page: OpenPage, site_server: SiteServer, problems: Problems, kind: str, sizes: tuple[str, ...]
) -> None:
    path, name = PAGES[kind]
    problems.expect("manifest.json|404")
    with site_server.holding("assets/runtime/*"):  # the dock is at its highest while Python comes
        page = opened(new_page, path)
        for size in sizes:
            page.set_viewport_size(SIZES[size])
            page.locator("h1").click()
            for key in ["Tab"] * TABS + ["Shift+Tab"] * TABS_BACK:
                page.keyboard.press(key)
                hidden = page.evaluate(_HIDDEN)
                assert not hidden, f"{key} at {size}: {hidden}"
        site_server.missing.add("assets/runtime/*")  # an answer that came later would move the lines
    hand = Hand(page)
    for size in sizes:
        page.set_viewport_size(SIZES[size])
        type_into(page, name)
        hand.moves(hand.flick, -1, 1)
        hand.moves(hand.swipe, -1, 2)
        hand.moves(hand.wheel, 1, 2)
        hand.moves(hand.page_keys, -1, 1)
        page.locator("h1").click()  # nothing has the focus now
        hand.moves(hand.page_keys, 1, 1)
        hand.moves(hand.swipe, 1, 1)
        hand.moves(hand.wheel, -1, 1)


def test_the_page_goes_with_the_focus_when_its_question_is_answered_by_key(
    new_page: OpenPage, site_server: SiteServer
) -> None:
    with site_server.holding("assets/runtime/*"):
        page = opened(new_page, f"check/{PENDING}")
        page.set_viewport_size(SIZES["a desk at 400 %"])  # what is answered stands further up
        expect(page.locator('details[data-fact="inspection"] > summary')).to_be_attached()  # the link's case is there
        radio = page.locator(".mg-open input[type=radio]").first
        fact = radio.get_attribute("name")
        radio.focus()
        page.keyboard.press("Space")
        expect(page.locator(f'details[data-fact="{fact}"] > summary')).to_be_focused()
        assert not page.evaluate(_HIDDEN)


def test_an_answer_that_comes_late_does_not_move_what_is_read(new_page: OpenPage, site_server: SiteServer) -> None:
    page = new_page(viewport=SIZES["a phone"])
    page.add_init_script(_NOTE_PLACES)
    with site_server.holding("assets/runtime/*"):
        open_check(page, PENDING, "loading")
        unfold(page)
        field_of(page, "contacted_on").fill("2026-11-20")  # only Python can count days; the focus stays in the field
        Hand(page).moves(Hand(page).wheel, 1, 1)
        read = page.evaluate_handle("document.elementFromPoint(innerWidth / 2, innerHeight / 2)")
        before = read.evaluate("(read) => read.getBoundingClientRect().y")
    expect(answer(page).locator(".mg-left")).to_have_text("today is the last day", timeout=START)
    expect(page.locator('details[data-fact="contacted_on"] > summary')).to_be_focused()
    page.wait_for_timeout(200)
    assert read.evaluate("(read) => read.getBoundingClientRect().y") == pytest.approx(before, abs=2)
