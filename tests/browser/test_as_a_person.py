"""The checker as people use it, on the built site: they answer, look, change their minds, and come back."""

import re

import pytest
from playwright.sync_api import expect

from tests.conftest import OpenPage
from tests.support.checker import (
    PENDING,
    SIZES,
    START,
    answer,
    checker,
    choose,
    enter,
    open_check,
    settle,
    status,
    unfold,
    violations,
)
from tests.support.pages import Problems, until
from tests.support.server import SiteServer


@pytest.mark.parametrize("size", SIZES)
def test_the_answer_so_far_is_always_on_the_screen(new_page: OpenPage, size: str) -> None:
    page = open_check(new_page(viewport=SIZES[size]), "")
    choose(page, "side", "seller")
    choose(page, "programme", "kingston-express")
    settle(page)  # or the fold that is opened next is one that the answer is about to replace
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


_ASKED = """(card) => {
    const parts = [card.querySelector("legend"), card.querySelector("label, input:not([type=radio])")];
    return parts.every((part) => {
        const { x, y, width, height } = part.getBoundingClientRect();
        return card.contains(document.elementFromPoint(x + Math.min(width / 2, 60), y + height / 2));
    });
}"""
"""Whether what is asked, and the first way to answer it, are on the screen with nothing on top."""


@pytest.mark.parametrize("width, height", [(320, 640), (360, 740), (390, 844), (1440, 900)])
def test_the_question_that_comes_next_is_in_sight(
    new_page: OpenPage, site_server: SiteServer, width: int, height: int
) -> None:
    """The last of many places is tapped, so that all the others above it go and the page becomes shorter."""
    page = new_page(viewport={"width": width, "height": height}, has_touch=True)
    with site_server.holding("assets/runtime/*"):
        page.goto("buyer/damaged/")
        card = checker(page).locator(".mg-open > .mg-question")
        for _ in range(4):
            fact = card.get_attribute("data-fact")
            card.locator("label").nth(-2).tap()  # the last is “I don't know”
            expect(checker(page).locator(f".mg-open > .mg-question:not([data-fact='{fact}'])")).to_have_count(1)
            until(page, lambda: card.evaluate(_ASKED), 10)


_LATE = """
window.IntersectionObserver = class extends IntersectionObserver {
  constructor(told, options) {
    const stale = (entry) => ({ target: entry.target, isIntersecting: !entry.isIntersecting });
    super((entries, observer) => told([...entries.map(stale), ...entries], observer), options);
  }
};
"""
"""A browser on a slow phone: what was in sight comes together with what is."""


def test_the_answer_so_far_goes_by_what_is_in_sight_now(new_page: OpenPage) -> None:
    page = new_page(viewport=SIZES["phone"])
    page.add_init_script(_LATE)
    open_check(page, "#side=seller&programme=kingston-express")
    so_far = checker(page).locator(".mg-now__text")
    expect(so_far).to_be_visible()
    so_far.click()
    expect(so_far).to_be_hidden()


def test_each_change_is_marked_where_it_is_and_told_once_in_a_sentence(new_page: OpenPage) -> None:
    page = open_check(new_page(), PENDING)
    status(page).evaluate("""(status) => {
        window.said = [];
        const options = { childList: true, characterData: true, subtree: true };
        new MutationObserver(() => said.push(status.textContent)).observe(status, options);
    }""")
    answer(page).get_by_label("Photos of the item that show").check()
    expect(status(page)).to_have_text("Updated. New in: Proof.")
    expect(answer(page).locator("[data-new]")).to_have_count(1)
    expect(answer(page).locator(".mg-strength")).to_have_attribute("data-new", "")
    choose(page, "platform_case", "none")
    expect(answer(page).locator(".mg-strength[data-new]")).to_have_count(0)
    page.wait_for_timeout(300)
    assert len(page.evaluate("said")) == 2, page.evaluate("said")


def test_ticking_proof_changes_how_strong_it_is_and_each_item_stays_where_it_is(new_page: OpenPage) -> None:
    page = open_check(new_page(viewport=SIZES["phone"]), PENDING)
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
    page = open_check(new_page(viewport=SIZES["phone"]), PENDING)
    page.locator('details[data-fact="problem"] summary').first.click()
    page.get_by_label("The parcel was empty").check()
    expect(page.locator('details[data-fact="problem"] .mg-answered__value')).to_have_text("The parcel was empty")
    assert page.evaluate("location.hash") == PENDING.replace("damaged", "empty-package")
    page.get_by_role("button", name="Start again").click()
    expect(page.locator(".mg-answered")).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".mg-answered__value")).to_have_count(5)


def test_an_entry_that_does_not_fit_is_told_in_the_readers_words_and_leads_to_its_field(new_page: OpenPage) -> None:
    page = open_check(new_page(viewport=SIZES["phone"]), PENDING)
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
    page = open_check(new_page(), "#side=buyer&problem=customs&tracking=delivered&international=yes")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("You said that the tracking says delivered, but also that customs has the parcel.")
    alert.get_by_role("button", name="Take this answer back").first.click()
    expect(alert).to_have_count(0)
    assert page.evaluate("location.hash") == "#side=buyer&problem=customs&international=yes"


def test_every_question_says_why_it_is_asked_and_takes_not_knowing_for_an_answer(new_page: OpenPage) -> None:
    page = open_check(new_page(), PENDING)
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
    page = open_check(new_page(), PENDING)
    for day, words in (("2026-11-21", "tomorrow is the last day"), ("2026-11-10", "ended 10 days ago")):
        enter(page, "contacted_on", day)
        expect(answer(page).locator(".mg-left")).to_have_text(words)
    expect(answer(page).locator(".mg-late")).to_contain_text("Answer now: a late answer is better than none.")


def test_what_would_change_the_answer_is_told_when_somebody_wants_to_know(new_page: OpenPage) -> None:
    page = open_check(new_page(), PENDING)
    fold = checker(page).locator("[data-part=what-if]")
    assert fold.locator("div").inner_html() == ""
    fold.get_by_text("What would change this answer").click()
    expect(fold).to_contain_text("It confirmed the report would change what to do")
    checker(page).locator('[name="fulfilment"][value="seller"]').evaluate("(radio) => radio.click()")
    expect(fold).to_contain_text("Now: I packed and shipped it")


def test_when_python_is_killed_in_mid_case_it_comes_back_and_no_answer_is_lost(
    new_page: OpenPage, problems: Problems
) -> None:
    problems.expect("killed")
    page = open_check(new_page(), PENDING)
    page.workers[0].evaluate("() => { setTimeout(() => { throw new Error('killed'); }); }")
    field = answer(page).get_by_label("Order number", exact=True)
    field.fill("KX-7")
    field.blur()
    expect(answer(page).locator(".mg-message")).to_contain_text("about order KX-7.", timeout=START)
    expect(checker(page)).to_have_attribute("data-state", "ready", timeout=START)
    expect(page.locator(".mg-answered__value")).to_have_count(5)


def test_after_a_reload_everything_that_was_told_is_there_again(new_page: OpenPage) -> None:
    page = open_check(new_page(), PENDING)
    enter(page, "contacted_on", "2026-11-20")
    field = answer(page).get_by_label("Order number", exact=True)
    field.fill("KX-7")
    field.blur()
    expect(answer(page).locator(".mg-left")).to_have_text("today is the last day")
    page.reload()
    checker(page).scroll_into_view_if_needed()
    expect(answer(page).locator(".mg-left")).to_have_text("today is the last day", timeout=START)
    expect(answer(page).locator(".mg-message")).to_contain_text("about order KX-7.")


def test_nothing_heavy_is_loaded_where_there_is_no_checker(new_page: OpenPage, site_server: SiteServer) -> None:
    page = new_page()
    page.goto("policy/sources/")
    page.wait_for_load_state("networkidle")
    heavy = re.compile(r"assets/(runtime|answers)/")
    assert [path for path in site_server.requests if heavy.search(path)] == []
