"""The message of the checker's answer: filled in, copied, mailed, and safe from what is typed into it."""

from playwright.sync_api import expect

from tests.conftest import OpenPage
from tests.support.checker import PENDING, SIZES, answer, checker, open_check, settle, status
from tests.support.pages import until

BUYER = "#side=buyer&programme=other-marketplace&problem=damaged&reply=not-contacted"


HOSTILE = "</div><img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}\u202e\u2066\u200f\"'&"
HOSTILE += "x" * (200 - len(HOSTILE))


def test_the_message_follows_the_typing_and_is_copied_only_when_it_is_whole_or_anyway(new_page: OpenPage) -> None:
    page = open_check(new_page(viewport=SIZES["phone"], permissions=["clipboard-read", "clipboard-write"]), PENDING)
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
    until(page, lambda: "[order number]" in page.evaluate("navigator.clipboard.readText()"))


AS_A_BROWSER_TRANSLATES = """(all) => all.forEach((element) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let text; (text = walker.nextNode()); )
        if (text.textContent.trim()) text.textContent = text.textContent.replaceAll("order", "Bestellung");
})"""


def test_a_translated_message_is_copied_as_it_was_written_and_its_translation_is_offered(new_page: OpenPage) -> None:
    page = open_check(new_page(viewport=SIZES["phone"], permissions=["clipboard-read", "clipboard-write"]), PENDING)
    field = answer(page).get_by_label("Order number", exact=True)
    field.fill("KX-7")
    field.blur()
    message = answer(page).locator(".mg-message")
    expect(message).to_contain_text("about order KX-7.")
    message.locator(".mg-message__body").evaluate_all(AS_A_BROWSER_TRANSLATES)
    expect(message).to_contain_text("about Bestellung KX-7.")
    message.get_by_role("button", name="Copy the message").click()
    expect(status(page)).to_have_text("Copied as it was written, not as your browser translates it.")
    assert "about order KX-7." in page.evaluate("navigator.clipboard.readText()")
    message.get_by_role("button", name="Copy the translation").click()
    until(page, lambda: "about Bestellung KX-7." in page.evaluate("navigator.clipboard.readText()"))
    message.get_by_role("button", name="Copy the message").click()
    expect(message.get_by_role("button", name="Copy the translation")).to_have_count(1)
    field.fill("KX-8")
    field.blur()
    expect(message).to_contain_text("about order KX-8.")  # what is written anew is the original again
    message.get_by_role("button", name="Copy the message").click()
    until(page, lambda: "about order KX-8." in page.evaluate("navigator.clipboard.readText()"))


def test_the_message_opens_in_a_mail_program_with_its_subject_and_text(new_page: OpenPage) -> None:
    page = open_check(new_page(), PENDING)
    page.evaluate("""() => addEventListener("click", (event) => {
        const link = event.target.closest("a[href^=mailto]");
        if (link) { event.preventDefault(); window.mailed = link.href; }
    })""")
    field = answer(page).get_by_label("Order number", exact=True)
    field.fill("A&B = 1?")
    field.blur()
    answer(page).get_by_role("button", name="Open in mail").click()
    until(page, lambda: page.evaluate("window.mailed"))
    mailed: list[str] = page.evaluate(
        "() => { const url = new URL(mailed); return [...new URLSearchParams(url.search)].flat(); }"
    )
    assert mailed[0:3] == ["subject", "Your order A&B = 1?", "body"]
    assert "about order A&B = 1?.\r\n\r\nPlease" in mailed[3]
    assert page.evaluate("mailed.startsWith('mailto:?')")


def test_hostile_words_stay_words_in_every_field_and_message(new_page: OpenPage) -> None:
    page = new_page(viewport=SIZES["phone"])
    for address in (
        PENDING,
        f"{BUYER}&severity=unusable",
        "#side=buyer&programme=kakobuy&problem=missing-item&investigation=none",
        "#side=buyer&programme=other-marketplace&problem=not-received&tracking=stalled&reply=not-contacted",
    ):
        page.goto("about:blank")
        open_check(page, address)
        settle(page)
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


def test_what_is_typed_like_a_blank_is_not_marked_as_one(new_page: OpenPage) -> None:
    page = open_check(new_page(), BUYER)
    field = answer(page).get_by_label("What exactly is wrong, and where", exact=True)
    field.fill("[order number]")
    field.blur()
    message = answer(page).locator(".mg-message")
    expect(message).to_contain_text("Problem: [order number]")
    expect(message.locator("mark")).to_have_text(
        ["[order number]", "[order number]"]
    )  # in the subject, and in the body


def test_an_amount_that_is_none_is_refused_in_words_and_stays_in_its_field(new_page: OpenPage) -> None:
    page = open_check(new_page(), PENDING)
    page.evaluate("document.querySelector('makegood-checker').open({ side: 'seller', item_value: '<b>ten</b>' })")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("What did it cost?")
    expect(alert).to_contain_text("“<b>ten</b>” does not fit. Enter the amount in figures, with a point, like 24.90.")
    alert.get_by_role("button", name="Take this answer back").click()
    expect(alert).to_have_count(0)
