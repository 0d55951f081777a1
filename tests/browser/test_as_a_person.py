"""The checker as people use it, on the built site: on a phone, by keyboard alone, in a bad hour, with hostile words."""

import re
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from makegood.site import ROOT
from tests.conftest import OpenPage
from tests.support.pages import Problems
from tests.support.reader import Reader
from tests.support.server import SiteServer

TODAY = date(2026, 11, 21)
SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1440, "height": 900}}
START = 60_000
PENDING = "#side=seller&programme=kingston-express&problem=damaged&fulfilment=platform&inspection=pending"
BUYER = "#side=buyer&programme=other&problem=damaged&reply=not-contacted"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

HOSTILE = "</div><img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}\u202e\u2066\u200f\"'&"
HOSTILE += "x" * (200 - len(HOSTILE))


def checker(page: Page) -> Locator:
    return page.locator("makegood-checker")


def answer(page: Page) -> Locator:
    return checker(page).locator("[data-part=answer]")


def status(page: Page) -> Locator:
    return checker(page).locator("[data-part=status]")


def opened(page: Page, address: str, state: str = "ready") -> Page:
    """Open the page with the checker for everything; wait until Python is there."""
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


def unfold_around(control: Locator) -> Locator:
    closed = control.locator("xpath=ancestor::details[not(@open)]")
    while closed.count():
        closed.first.locator("xpath=./summary").click()
    return control


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("() => axe.run('makegood-checker', { resultTypes: ['violations'] })")
    return [
        f"{found['id']} at {', '.join(str(node['target'][0]) for node in found['nodes'][:3])}"
        for found in result["violations"]
    ]


def unfold(page: Page) -> None:
    checker(page).locator("details").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")


@pytest.mark.parametrize("size", SIZES)
def test_the_answer_so_far_is_always_on_the_screen(new_page: OpenPage, size: str) -> None:
    page = opened(new_page(viewport=SIZES[size]), "")
    choose(page, "side", "seller")
    choose(page, "programme", "kingston-express")
    headline = answer(page).locator(".mg-headline")
    so_far = checker(page).locator(".mg-now__text")
    if size == "phone":
        page.locator(".mg-questions .mg-more > summary").click()
        page.locator('details[data-fact="side"]').evaluate("(first) => first.scrollIntoView()")
        expect(so_far).to_be_in_viewport()
        expect(so_far).to_have_text(headline.inner_text())
        so_far.click()
        expect(so_far).to_be_hidden()
        assert page.evaluate("location.hash") == "#side=seller&programme=kingston-express"
    expect(headline).to_be_in_viewport()


def test_each_change_is_marked_where_it_is_and_told_once_in_a_sentence(new_page: OpenPage) -> None:
    page = opened(new_page(), PENDING)
    status(page).evaluate("""(status) => {
        window.said = [];
        const options = { childList: true, characterData: true, subtree: true };
        new MutationObserver(() => said.push(status.textContent)).observe(status, options);
    }""")
    answer(page).get_by_label("Photos of the item that show").check()
    expect(status(page)).to_have_text("Updated. New in: Proof.")
    expect(answer(page).locator("[data-new]")).to_have_count(1)
    expect(answer(page).locator(".mg-strength")).to_have_attribute("data-new", "")
    choose(page, "escalated", "none")
    expect(answer(page).locator(".mg-strength[data-new]")).to_have_count(0)
    page.wait_for_timeout(300)
    assert len(page.evaluate("said")) == 2, page.evaluate("said")


def test_ticking_proof_changes_how_strong_it_is_and_each_item_stays_where_it_is(new_page: OpenPage) -> None:
    page = opened(new_page(viewport=SIZES["phone"]), PENDING)
    strength = answer(page).locator(".mg-strength")
    before = answer(page).locator(".mg-ticks").first.inner_text()
    for label in (
        "The order number.",
        "Photos of the package from outside",
        "Photos of the item that",
        "Photos of the packing mat",
    ):
        answer(page).get_by_label(label).check()
    expect(strength).to_have_attribute("data-strength", "fair")
    assert answer(page).locator(".mg-ticks").first.inner_text() == before
    answer(page).get_by_label("None of these yet").check()
    expect(strength).to_have_attribute("data-strength", "none")
    assert page.evaluate("location.hash") == f"{PENDING}&evidence="


def test_an_answer_can_be_changed_without_losing_the_others(new_page: OpenPage) -> None:
    page = opened(new_page(viewport=SIZES["phone"]), PENDING)
    page.locator('details[data-fact="problem"] summary').first.click()
    page.get_by_label("The parcel was empty").check()
    expect(page.locator('details[data-fact="problem"] .mg-answered__value')).to_have_text("The parcel was empty")
    assert page.evaluate("location.hash") == PENDING.replace("damaged", "empty-package")
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".mg-answered")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".mg-answered__value")).to_have_count(5)


def test_an_entry_that_does_not_fit_is_told_in_the_readers_words_and_leads_to_its_field(new_page: OpenPage) -> None:
    page = opened(new_page(viewport=SIZES["phone"]), PENDING)
    reader_field = enter(page, "contacted_on", "2026-11-22")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("One entry does not fit")
    expect(alert).to_contain_text("On which day did the customer first write to you?")
    expect(alert).to_contain_text("22 November 2026 is after today, 21 November 2026.")
    expect(alert).not_to_contain_text("contacted_on")
    expect(reader_field).to_have_attribute("aria-invalid", "true")
    expect(answer(page).locator(".mg-headline")).to_be_visible()  # the answer before stays
    assert violations(page) == []
    alert.get_by_role("link").click()
    expect(reader_field).to_be_focused()
    enter(page, "contacted_on", "2026-11-20")
    expect(alert).to_have_count(0)
    expect(reader_field).not_to_have_attribute("aria-invalid", "true")


def test_facts_that_contradict_each_other_can_be_taken_back_even_where_nothing_asks_for_them(
    new_page: OpenPage,
) -> None:
    page = opened(new_page(), "#side=buyer&problem=seized-by-customs&tracking=delivered&international=yes")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("You said that it was delivered, but also that customs took it.")
    alert.get_by_role("button", name="Take this answer back").click()
    expect(alert).to_have_count(0)
    assert page.evaluate("location.hash") == "#side=buyer&problem=seized-by-customs&international=yes"


def test_every_question_says_why_it_is_asked_and_takes_not_knowing_for_an_answer(new_page: OpenPage) -> None:
    page = opened(new_page(), PENDING)
    unfold(page)
    for card in checker(page).locator(".mg-open .mg-question").all():
        expect(card.get_by_text("Why do you ask?")).to_be_visible()
        expect(card.get_by_label("I don't know")).to_be_visible()
    choose(page, "contacted_on", "unknown")
    value = page.locator('details[data-fact="contacted_on"] .mg-answered__value')
    expect(value).to_have_text("I don't know")
    enter(page, "contacted_on", "2026-11-20")
    expect(value).to_have_text("20 November 2026")


def test_a_time_limit_tells_the_days_left_and_what_is_still_possible_when_they_are_over(new_page: OpenPage) -> None:
    page = opened(new_page(), PENDING)
    for day, words in (("2026-11-21", "tomorrow is the last day"), ("2026-11-10", "ended 10 days ago")):
        enter(page, "contacted_on", day)
        expect(answer(page).locator(".mg-left")).to_have_text(words)
    expect(answer(page).locator(".mg-late")).to_contain_text("Answer now: a late answer is better than none.")


def test_the_message_follows_the_typing_and_is_copied_only_when_it_is_whole_or_anyway(new_page: OpenPage) -> None:
    page = opened(new_page(viewport=SIZES["phone"], permissions=["clipboard-read", "clipboard-write"]), PENDING)
    message = answer(page).locator(".mg-message")
    message.get_by_role("button", name="Copy the message").click()
    expect(status(page)).to_have_text("Not yet: order number is still blank in this message.")
    expect(message.get_by_role("button", name="Copy anyway")).to_be_visible()
    message.get_by_role("button", name="order number").click()
    field = answer(page).get_by_label("Order number", exact=True)
    expect(field).to_be_focused()
    page.keyboard.type("KX-7")  # the field is not left
    expect(message).to_contain_text("about order KX-7.")
    expect(field).to_be_focused()
    message.get_by_role("button", name="Copy the message").click()
    expect(status(page)).to_have_text("Copied")
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Hello,")
    assert "about order KX-7." in copied
    field.fill("")
    field.blur()
    message.get_by_role("button", name="Copy the message").click()
    message.get_by_role("button", name="Copy anyway").click()
    page.wait_for_function("async () => (await navigator.clipboard.readText()).includes('[order number]')")


def test_the_message_opens_in_a_mail_program_with_its_subject_and_text(new_page: OpenPage) -> None:
    page = opened(new_page(), PENDING)
    page.evaluate("""() => addEventListener("click", (event) => {
        const link = event.target.closest("a[href^=mailto]");
        if (link) { event.preventDefault(); window.mailed = link.href; }
    })""")
    field = answer(page).get_by_label("Order number", exact=True)
    field.fill("A&B = 1?")
    field.blur()
    answer(page).get_by_role("button", name="Open in mail").click()
    page.wait_for_function("() => window.mailed")
    mailed: list[str] = page.evaluate(
        "() => { const url = new URL(mailed); return [...new URLSearchParams(url.search)].flat(); }"
    )
    assert mailed[0:3] == ["subject", "Your order A&B = 1?", "body"]
    assert "about order A&B = 1?.\r\n\r\nPlease" in mailed[3]
    assert page.evaluate("mailed.startsWith('mailto:?')")


def test_what_would_change_the_answer_is_told_when_somebody_wants_to_know(new_page: OpenPage) -> None:
    page = opened(new_page(), PENDING)
    fold = checker(page).locator("[data-part=what-if]")
    assert fold.locator("div").inner_html() == ""
    fold.get_by_text("What would change this answer").click()
    expect(fold).to_contain_text("It confirmed the report would change what to do")
    checker(page).locator('[name="fulfilment"][value="seller"]').evaluate("(radio) => radio.click()")
    expect(fold).to_contain_text("Now: I packed and shipped it")


def test_hostile_words_stay_words_in_every_field_and_message(new_page: OpenPage) -> None:
    page = new_page(viewport=SIZES["phone"])
    for address in (
        PENDING,
        f"{BUYER}&severity=unusable",
        "#side=buyer&programme=kakobuy&problem=missing-item&investigation=none",
        "#side=buyer&programme=other&problem=not-received&tracking=stalled&reply=not-contacted",
    ):
        page.goto("about:blank")
        opened(page, address)
        for name in (
            answer(page).locator(".mg-fields input[type=text]").evaluate_all("(all) => all.map(({ name }) => name)")
        ):
            field = answer(page).locator(f'[name="{name}"]')
            if name in ("currency", "item_value"):
                continue  # these take no free text; what else is typed there is refused
            field.fill(HOSTILE)
            field.blur()
            expect(field).to_have_value(HOSTILE)
        expect(answer(page).locator(".mg-message").first).to_contain_text(HOSTILE[:60])
        assert checker(page).locator("img, script, .mg-message__body *:not(mark)").count() == 0
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), address
        assert "onerror" not in page.evaluate("decodeURIComponent(location.href)")


def test_an_amount_that_is_none_is_refused_in_words_and_stays_in_its_field(new_page: OpenPage) -> None:
    page = opened(new_page(), PENDING)
    page.evaluate("document.querySelector('makegood-checker').open({ side: 'seller', item_value: '<b>ten</b>' })")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("What is the item worth?")
    expect(alert).to_contain_text("“<b>ten</b>” does not fit. Enter the amount in figures, with a point, like 24.90.")
    alert.get_by_role("button", name="Take this answer back").click()
    expect(alert).to_have_count(0)


class TestStates:
    """axe-core finds nothing wrong in any state."""

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_empty_partial_error_and_complete(self, new_page: OpenPage, scheme: str) -> None:
        page = opened(new_page(viewport=SIZES["phone"], color_scheme=scheme), "")
        assert violations(page) == [], "empty"
        choose(page, "side", "buyer")
        unfold(page)
        assert violations(page) == [], "partial"
        page.evaluate("document.querySelector('makegood-checker').open({ side: 'buyer', currency: 'dollars' })")
        expect(page.get_by_role("alert")).to_be_visible()
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
            opened(page, PENDING, "loading")
            expect(answer(page).locator(".mg-headline")).to_contain_text("First the inspection")
            assert violations(page) == [], "loading"
            site_server.missing.add("assets/runtime/*/manifest.json")
        expect(checker(page)).to_have_attribute("data-state", "failed", timeout=START)
        assert violations(page) == [], "failed"
        checker(page).get_by_label("The order number.").check()
        expect(answer(page).locator(".mg-strength")).to_have_attribute("data-strength", "weak")
        expect(page.locator(".mg-answered__value")).to_have_count(5)


COMPLETE: dict[str, Any] = {
    "side": "seller", "programme": "kingston-express", "fulfilment": "seller", "problem": "damaged",
    "severity": "functional", "review_done": "yes", "escalated": "none", "in_stock": "yes", "return_feasible": "yes",
    "international": "no", "claim_doubtful": "no", "customer_aggressive": "no", "reply": "waiting",
    "contacted_on": "2026-11-20", "evidence": ["order-number", "item-photos"],
}  # fmt: skip


def test_when_python_is_killed_in_mid_case_it_comes_back_and_no_answer_is_lost(
    new_page: OpenPage, problems: Problems
) -> None:
    problems.expect("killed")
    page = opened(new_page(), PENDING)
    page.workers[0].evaluate("() => { setTimeout(() => { throw new Error('killed'); }); }")
    field = answer(page).get_by_label("Order number", exact=True)
    field.fill("KX-7")
    field.blur()
    expect(answer(page).locator(".mg-message")).to_contain_text("about order KX-7.", timeout=START)
    expect(checker(page)).to_have_attribute("data-state", "ready")
    expect(page.locator(".mg-answered__value")).to_have_count(5)


def test_after_a_reload_everything_that_was_told_is_there_again(new_page: OpenPage) -> None:
    page = opened(new_page(), PENDING)
    enter(page, "contacted_on", "2026-11-20")
    field = answer(page).get_by_label("Order number", exact=True)
    field.fill("KX-7")
    field.blur()
    expect(answer(page).locator(".mg-left")).to_have_text("today is the last day")
    page.reload()
    checker(page).scroll_into_view_if_needed()
    expect(answer(page).locator(".mg-left")).to_have_text("today is the last day", timeout=START)
    expect(answer(page).locator(".mg-message")).to_contain_text("about order KX-7.")


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
                    // The page may scroll for a moment; then it has to be in sight.
                    for (let frame = 0; frame < 30 && isCovered(); frame++) await new Promise(requestAnimationFrame);
                    const covered = element.closest("makegood-checker") && isCovered();
                    return [element.matches(selector), covered && element.outerHTML];
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
        {"side": "buyer", "programme": "other", "problem": "damaged", "reply": "not-contacted"},
    ],
    ids=["seller", "buyer"],
)
def test_a_whole_case_by_keyboard_alone(new_page: OpenPage, told: dict[str, str]) -> None:
    page = opened(new_page(viewport=SIZES["phone"], permissions=["clipboard-read", "clipboard-write"]), "")
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


TARGETS = "button, summary, label:has(input), input:not(label input), .mg-now"
TOO_SMALL = """(all) => all
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([one, { width, height }]) => one.checkVisibility() && height > 0 && Math.min(width, height) < 44)
    .map(([one, { width, height }]) => `${one.outerHTML.slice(0, 90)} ${width}×${height}`)"""


@pytest.mark.parametrize("size", SIZES)
def test_every_target_is_as_large_as_a_finger_and_nothing_is_cut_off_at_twice_the_size(
    new_page: OpenPage, size: str
) -> None:
    # At 200 % a window has half as many pixels of its own.
    half = {key: value // 2 for key, value in SIZES[size].items()} if size == "desktop" else SIZES[size]
    page = opened(new_page(viewport=half, forced_colors="active"), f"{PENDING}&reply=waiting")
    unfold(page)
    answer(page).get_by_role("button", name="Copy the message").click()
    assert checker(page).locator(TARGETS).evaluate_all(TOO_SMALL) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_heavy_is_loaded_where_there_is_no_checker(new_page: OpenPage, site_server: SiteServer) -> None:
    page = new_page()
    page.goto("policy/sources/")
    page.wait_for_load_state("networkidle")
    heavy = re.compile(r"assets/(runtime|answers)/")
    assert [path for path in site_server.requests if heavy.search(path)] == []


def test_from_right_to_left_nothing_is_cut_off(new_page: OpenPage) -> None:
    page = opened(new_page(viewport=SIZES["phone"]), PENDING)
    page.evaluate("document.documentElement.dir = 'rtl'; document.body.dir = 'rtl'")
    unfold(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    step = answer(page).locator(".mg-steps > li").first
    number, text = step.bounding_box(), step.locator(".mg-line").bounding_box()
    assert number
    assert text
    assert text["x"] + text["width"] < number["x"] + number["width"]  # the number stands at the right
