"""The tools of the pages, on a phone: Python answers what is typed, and without a script the tables are there."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from policy import rulebook
from policy.messages.templates import message_templates
from policy.seller_check import INDICATORS
from policy.wording import CHECKS
from tests.browser.test_accessibility import violations
from tests.conftest import OpenPage

PHONE = {"width": 360, "height": 740}
PATIENCE = 60_000
"""Milliseconds for the first answer: Python has to start."""

ANGRY = "Order 12345: you are a liar 📦📦! Send me a new cup, it came broken. See the photos."


@pytest.fixture
def phone(new_page: OpenPage) -> Page:
    return new_page(viewport=PHONE)


def fits(page: Page) -> bool:
    return bool(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))


def test_a_draft_is_checked_as_it_is_typed_and_each_place_is_marked(phone: Page) -> None:
    phone.goto("tools/message-check/")
    phone.get_by_label("Your message, in English").fill(ANGRY)
    finding = phone.locator(".mg-findings > li").first
    expect(finding).to_contain_text("liar", timeout=PATIENCE)
    expect(finding.locator(".mg-cite").first).to_have_attribute("href", re.compile(r"policy/sources/#kb-2\d$"))
    # two signs beyond the 16-bit range stand before the end of the draft: nothing may shift
    expect(phone.locator(".mg-draft__text mark").first).to_have_text(re.compile("^liar1$"))
    text = phone.locator(".mg-draft__text").evaluate(
        "(body) => { body.querySelectorAll('a').forEach((a) => a.remove()); return body.textContent; }"
    )
    assert text == ANGRY
    assert fits(phone)


def test_the_side_of_the_writer_decides_what_is_found(phone: Page) -> None:
    phone.goto("tools/message-check/")
    phone.get_by_label("Your message, in English").fill("Sorry, it was our fault. We refund you immediately.")
    expect(phone.locator("[data-findings]")).not_to_have_attribute("data-findings", "0", timeout=PATIENCE)
    phone.locator("makegood-tool").get_by_text("I sold it", exact=True).click()
    expect(phone.locator('.mg-findings a[href$="#kx-15"], .mg-findings a[href$="#kx-80"]').first).to_be_visible()


def test_a_draft_that_would_be_markup_stays_text(phone: Page) -> None:
    phone.goto("tools/message-check/")
    draft = "<img src=x onerror=alert(1)> you are a liar, and I want my money back <b>now</b> for order 12345"
    phone.get_by_label("Your message, in English").fill(draft)
    expect(phone.locator(".mg-draft__text")).to_contain_text("<img src=x onerror=alert(1)>", timeout=PATIENCE)
    assert phone.locator(".mg-draft img, .mg-draft b").count() == 0


def test_a_seller_with_a_red_flag_is_doubtful_and_the_reason_is_told(phone: Page) -> None:
    phone.goto("tools/seller-check/")
    expect(phone.locator(".mg-seller-check")).to_have_attribute("data-verdict", "not-known")
    question = phone.locator('fieldset[data-indicator="SR-05"]')
    question.get_by_text("Yes", exact=True).click()
    expect(phone.locator(".mg-seller-check")).to_have_attribute("data-verdict", "doubtful", timeout=PATIENCE)
    expect(phone.locator('.mg-indicators > li[data-weighs="red-flag"]')).to_contain_text("without an answer")
    phone.get_by_role("button", name="Start again").click()
    expect(phone.locator(".mg-seller-check")).to_have_attribute("data-verdict", "not-known")
    assert fits(phone)


def test_a_message_fills_as_its_fields_do(phone: Page) -> None:
    phone.goto("messages/#buyer-damage-claim")
    entry = phone.locator('[data-entry="buyer-damage-claim"]')
    entry.get_by_text("Fill it in here").click()
    entry.get_by_label("Order number").fill("A-<1001>")
    expect(entry.locator(".mg-message__subject")).to_contain_text("Order A-<1001>: damaged item", timeout=PATIENCE)
    entry.get_by_text("A video of the unboxing without a cut").click()
    expect(entry.locator(".mg-message__body")).to_contain_text("The video of the unboxing shows it as well.")
    entry.get_by_role("button", name="Empty the fields").click()
    expect(entry.locator(".mg-message__subject")).to_contain_text("[order number]")
    assert fits(phone)


def test_a_copied_message_holds_what_was_filled_in(new_page: OpenPage) -> None:
    page = new_page(viewport=PHONE, permissions=["clipboard-read", "clipboard-write"])
    page.goto("messages/#buyer-follow-up")
    entry = page.locator('[data-entry="buyer-follow-up"]')
    entry.get_by_text("Fill it in here").click()
    entry.get_by_label("Order number").fill("A-1001")
    expect(entry.locator(".mg-message__subject")).to_contain_text("A-1001", timeout=PATIENCE)
    entry.get_by_role("button", name="Copy the message").click()
    expect(entry.get_by_role("button", name="Copied")).to_be_visible()
    assert "A-1001" in page.evaluate("() => navigator.clipboard.readText()")


def test_the_library_shows_only_messages_with_all_words(phone: Page) -> None:
    phone.goto("messages/")
    entries = phone.locator("[data-entry]:visible")
    expect(entries).to_have_count(len(message_templates()))
    phone.get_by_label("Find a message").fill("customs insured")
    expect(entries).to_have_count(1)
    expect(entries).to_have_attribute("data-entry", "buyer-seizure-claim")
    expect(phone.locator(".mg-filter__status")).to_have_text(f"1 of {len(message_templates())} found")
    phone.get_by_label("Find a message").fill("zebra")
    expect(entries).to_have_count(0)
    expect(phone.locator(".mg-filter__status")).to_contain_text("Try fewer")


def test_what_is_sought_stands_in_the_address_and_a_link_with_it_finds_it(phone: Page) -> None:
    phone.goto("messages/")
    phone.get_by_label("Find a message").fill("customs insured")
    expect(phone).to_have_url(re.compile(r"/messages/\?find=customs\+insured$"))
    expect(phone.locator("#buyer-seizure-claim")).to_be_visible()
    expect(phone.locator('[data-entry="buyer-seizure-claim"] .mg-message')).to_be_visible()  # the only one is open
    phone.goto("policy/rules/?find=kx-final-rule")
    expect(phone.locator("#kx-final-rule")).to_be_visible()
    expect(phone.locator("[data-entry]:visible")).to_have_count(1)
    expect(phone.locator("details[data-group]:visible")).to_have_count(1)
    phone.get_by_label("Find a rule").fill("")
    expect(phone).to_have_url(re.compile(r"/policy/rules/$"))
    expect(phone.locator("#kx-final-rule")).to_be_hidden()


def test_a_link_to_a_rule_opens_its_situation(phone: Page) -> None:
    phone.goto("policy/rules/#kx-final-rule")
    expect(phone.locator("#kx-final-rule")).to_be_visible()


def test_a_rule_is_found_by_its_id_and_by_its_source(phone: Page) -> None:
    phone.goto("policy/rules/")
    expect(phone.locator("[data-entry]")).to_have_count(len(rulebook().rules))
    entries = phone.locator("[data-entry]:visible")
    expect(entries).to_have_count(0)  # each situation is folded
    phone.get_by_label("Find a rule").fill("kx-final-rule")
    expect(phone.locator("#kx-final-rule")).to_be_visible()
    expect(entries).to_have_count(1)
    phone.get_by_label("Find a rule").fill("KB-34")
    expect(phone.locator("#kx-final-rule")).to_be_hidden()
    citing = [rule.id for rule in rulebook().rules if "KB-34" in rule.cites]
    assert citing
    for name in citing:
        expect(phone.locator(f"#{name}")).to_be_visible()


def test_the_unboxing_list_can_be_ticked_and_fits_on_one_sheet(phone: Page) -> None:
    phone.goto("tools/unboxing-checklist/")
    first = phone.get_by_role("checkbox").first
    first.check()
    expect(first).to_be_checked()
    assert fits(phone)
    sheet = phone.pdf(format="A4", print_background=False)
    assert len(re.findall(rb"/Type\s*/Page\b", sheet)) == 1


@pytest.mark.parametrize(
    "path,rows",
    [
        ("tools/message-check/", len(CHECKS)),
        ("tools/seller-check/", len(INDICATORS)),
        ("messages/", len(message_templates())),
    ],
)
def test_without_javascript_the_whole_content_is_there(new_page: OpenPage, path: str, rows: int) -> None:
    page = new_page(viewport=PHONE, java_script_enabled=False)
    page.goto(path)
    assert page.locator(".mg-table tbody tr:visible, .mg-lines > li:visible, [data-entry]:visible").count() >= rows
    expect(page.locator("makegood-tool form").first).to_be_hidden()


def _check_draft(page: Page) -> None:
    page.goto("tools/message-check/")
    page.get_by_label("Your message, in English").fill(ANGRY)
    expect(page.locator(".mg-findings > li").first).to_be_visible(timeout=PATIENCE)


def _check_seller(page: Page) -> None:
    page.goto("tools/seller-check/")
    for indicator in ("SR-01", "SR-05", "SR-06"):
        page.locator(f'fieldset[data-indicator="{indicator}"]').get_by_text("Yes", exact=True).click()
    expect(page.locator(".mg-indicators > li")).to_have_count(3, timeout=PATIENCE)


def _fill_message(page: Page) -> None:
    page.goto("messages/")
    page.locator(".mg-entry__fill").evaluate_all("(all) => all.forEach((one) => { one.open = true; })")
    page.get_by_label("Find a message").fill("a")


def _tick(page: Page) -> None:
    page.goto("tools/unboxing-checklist/")
    page.get_by_role("checkbox").first.check()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("use", [_check_draft, _check_seller, _fill_message, _tick])
def test_axe_finds_nothing_in_a_tool_in_use(new_page: OpenPage, use: Callable[[Page], None], scheme: str) -> None:
    page = new_page(color_scheme=scheme, viewport=PHONE)
    use(page)
    assert violations(page) == []
