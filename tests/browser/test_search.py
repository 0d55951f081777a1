"""Search finds the guide by what people type when something went wrong: misspelt now and then, and never in our words.

One page is opened, and each query is typed into its real search box; what counts is the list that the reader sees.
"""

import json
import re
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from makegood.build.search import MARK
from policy.facts import BY_NAME
from policy.sources.statements import statements
from tests.browser.test_accessibility import violations
from tests.conftest import OpenPage

FIRST = 3

MEANINGLESS: Final = "qwzxj"
"""Something that no word on the site begins with."""

INTERFACE: Final = (
    "Fill it in here",
    "Go on with this case in the checker",
    "Go straight to the message",
    "How it stands is not known yet",
    "Keep my answers in this browser",
    "Load the page again",
    "More questions that can still change the answer",
    "None of these yet",
    "Not for you to use",
    "Open in mail",
    "Still blank:",
    "The checker needs JavaScript",
    "This is the answer as long as nothing else is known",
    "Use it when",
    "What does it show?",
    "Why do you ask?",
    "Why this answer",
    "Wipe everything",
    "we do not know the answer to “",
)
"""What pages say that is the interface and no content: buttons, hints, states, and the conditions of rules."""

# What people type, and the pages of which one has to be among the first three.
QUERIES: dict[str, tuple[str, ...]] = {
    # buyers: what is wrong with the parcel
    "arrived broken": ("buyer/damaged/",),
    "item came damaged": ("buyer/damaged/",),
    "my vase is cracked": ("buyer/damaged/",),
    "does not work": ("buyer/damaged/",),
    "torn jacket": ("buyer/damaged/",),
    "something is missing from my order": ("buyer/item-missing/",),
    "one item missing": ("buyer/item-missing/",),
    "only got half of my order": ("buyer/item-missing/",),
    "wrong size": ("buyer/wrong-item/",),
    "wrong color sent": ("buyer/wrong-item/",),
    "not what I ordered": ("buyer/wrong-item/",),
    "box was empty": ("buyer/empty-package/",),
    "empty package": ("buyer/empty-package/",),
    "nothing inside the parcel": ("buyer/empty-package/",),
    # buyers: nothing came
    "says delivered but nothing here": ("buyer/not-received/",),
    "where is my parcel": ("buyer/not-received/",),
    "tracking not moving": ("buyer/not-received/", "seller/not-received/"),
    "package lost": ("buyer/not-received/",),
    "never arrived": ("buyer/not-received/", "seller/not-received/"),
    "stuck in customs": ("buyer/customs/",),
    "seized by customs": ("buyer/customs/",),
    # buyers: the talk with the seller
    "seller refuses refund": ("buyer/escalate/",),
    "seller does not answer": ("buyer/escalate/",),
    "open a dispute": ("buyer/escalate/",),
    "how much refund can I ask": ("buyer/how-much-is-fair/",),
    "partial refund": ("buyer/how-much-is-fair/",),
    "what to write to the seller": ("buyer/write-a-message/", "tools/message-check/"),
    "scam seller": ("buyer/choose-a-seller/", "tools/seller-check/"),
    "is this seller legit": ("buyer/choose-a-seller/", "tools/seller-check/"),
    "unboxing video": ("buyer/when-it-arrives/", "tools/unboxing-checklist/"),
    "qc photos": ("buyer/before-it-ships/",),
    "kakobuy": ("buyer/kakobuy/",),
    "allchinabuy missing item": ("buyer/allchinabuy/",),
    "post office certificate": ("buyer/allchinabuy/",),
    # sellers
    "customer wants refund now": ("seller/first-reply/", "seller/replacement-or-refund/"),
    "angry customer": ("seller/first-reply/", "seller/contact-support/"),
    "bad review threat": ("seller/first-reply/", "seller/contact-support/"),
    "customer says item missing": ("seller/missing-or-damaged/",),
    "customer says item arrived broken": ("seller/missing-or-damaged/",),
    "buyer says not received": ("seller/not-received/",),
    "dispatched by kingston express": ("seller/platform-dispatched/", "seller/kingston-express/"),
    "cancelled after shipping": ("seller/cancelled-after-shipping/",),
    "buyer cancelled but already shipped": ("seller/cancelled-after-shipping/",),
    "send a replacement or refund": ("seller/replacement-or-refund/",),
    "which photos should I ask for": ("seller/evidence/",),
    "ebay": ("seller/ebay/",),
    "contact support": ("seller/contact-support/",),
    "international order delay": ("seller/international/",),
    "who shipped the order": ("seller/who-fulfilled-it/",),
    "how to pack better": ("seller/prevent/",),
    # nobody had these in mind when the pages and their tags were written
    "glass shattered in the box": ("buyer/damaged/",),
    "phone screen is cracked": ("buyer/damaged/",),
    "shoes are too small": ("buyer/wrong-item/",),
    "they sent me a different color": ("buyer/wrong-item/",),
    "envelope with nothing in it": ("buyer/empty-package/",),
    "two of three shirts came": ("buyer/item-missing/",),
    "parcel stolen from my porch": ("buyer/not-received/",),
    "neighbour does not have my package": ("buyer/not-received/",),
    "tracking has not updated for 3 weeks": ("buyer/not-received/",),
    "customs took my package": ("buyer/customs/",),
    "seller won't give my money back": ("buyer/escalate/",),
    "seller ignores my messages": ("buyer/escalate/",),
    "they offered me 20 percent": ("buyer/how-much-is-fair/",),
    "is it a fake shop": ("buyer/choose-a-seller/", "tools/seller-check/"),
    "how to film the unboxing": ("buyer/when-it-arrives/", "tools/unboxing-checklist/"),
    "buyer threatens negative feedback": ("seller/first-reply/", "seller/contact-support/"),
    "buyer wants his money back immediately": ("seller/first-reply/", "seller/replacement-or-refund/"),
    "order cancelled but I already posted it": ("seller/cancelled-after-shipping/",),
    "customer lies about missing item": ("seller/missing-or-damaged/", "seller/contact-support/", "seller/evidence/"),
    "should I send a new one": ("seller/replacement-or-refund/",),
    "parcel damaged in transit because of packaging": ("seller/prevent/", "buyer/damaged/"),
    # the way to a tool
    "message template": ("messages/",),
    "check my message": ("tools/message-check/",),
    # what people ask about time, keeping and threats
    "deadline": ("buyer/ways-to-the-money/", "check/"),
    "how long do I have": ("buyer/ways-to-the-money/", "check/"),
    "can I keep it": ("situations/bought-came-after-all/",),
    "can I keep the wrong item": ("buyer/wrong-item/",),
    "negative feedback": ("seller/first-reply/", "seller/contact-support/"),
    "fake tracking number": ("buyer/not-received/",),
    "ebay buyer not received": ("seller/ebay/", "situations/ebay-sold-not-received/"),
    # the first word that comes to mind
    "courier": ("buyer/not-received/",),
    "neighbor": ("buyer/not-received/",),
    "porch": ("buyer/not-received/",),
    "police": ("buyer/not-received/", "buyer/escalate/"),
    "invoice": ("buyer/customs/", "seller/evidence/"),
    "delayed": ("buyer/not-received/",),
    "wrong address": ("buyer/not-received/",),
    "proof of delivery": ("buyer/not-received/", "seller/not-received/", "seller/evidence/"),
    "counterfeit": ("situations/bought-not-as-described/",),
    "chargeback": ("buyer/ways-to-the-money/",),
    "section 75": ("buyer/ways-to-the-money/",),
    "USPS": ("buyer/not-received/",),
    "DHL": ("buyer/not-received/",),
    "Evri": ("buyer/not-received/",),
    "Amazon": ("buyer/amazon/",),
    "Etsy": ("buyer/etsy/",),
    "Vinted": ("buyer/vinted/",),
    "CSSBuy": ("buyer/cssbuy/",),
    # nor these, when carriers, names and other languages came into the tags
    "screen does not turn on": ("buyer/damaged/",),
    "only received one of two": ("buyer/item-missing/",),
    "got someone else's order": ("buyer/wrong-item/",),
    "parcel was full of paper": ("buyer/empty-package/",),
    "fedex delivered to wrong house": ("buyer/not-received/",),
    "refund never came after return": ("situations/bought-refund-missing/",),
    "cancelled but it shipped anyway": ("situations/bought-cancelled/", "seller/cancelled-after-shipping/"),
    "seller blocked me": ("buyer/escalate/",),
    "buyer lying": ("seller/contact-support/",),
    # money and the law
    "Klarna": ("buyer/ways-to-the-money/",),
    "warranty": ("buyer/ways-to-the-money/",),
    "who pays return shipping": ("buyer/wrong-item/",),
    "seller not responding": ("buyer/escalate/",),
    "used instead of new": ("situations/bought-not-as-described/",),
    # they have no page of their own: the checker knows them
    "AliExpress": ("check/",),
    "Temu": ("check/",),
    "Superbuy": ("check/",),
}

# The commonest words of other languages for the situations that bring people here.
ELSEWHERE: dict[str, dict[str, tuple[str, ...]]] = {
    "German": {
        "beschädigt": ("buyer/damaged/",),
        "Ware ist kaputt": ("buyer/damaged/",),
        "Artikel fehlt": ("buyer/item-missing/",),
        "falscher Artikel geliefert": ("buyer/wrong-item/",),
        "falsche Größe": ("buyer/wrong-item/",),
        "Fälschung": ("situations/bought-not-as-described/",),
        "leeres Paket": ("buyer/empty-package/",),
        "Paket nicht angekommen": ("buyer/not-received/",),
        "wo ist mein Paket": ("buyer/not-received/",),
        "Bestellung storniert": ("situations/bought-cancelled/",),
        "Zoll": ("buyer/customs/",),
        "Rücksendung": ("situations/bought-refund-missing/",),
        "Verkäufer antwortet nicht": ("buyer/escalate/",),
        "Lieferung nicht erhalten": ("buyer/not-received/",),
        "Ware entspricht nicht der Beschreibung": ("situations/bought-not-as-described/",),
        "doppelt geliefert": ("situations/bought-came-after-all/",),
    },
    "Spanish": {
        "llegó roto": ("buyer/damaged/",),
        "paquete dañado": ("buyer/damaged/",),
        "falta un artículo": ("buyer/item-missing/",),
        "producto equivocado": ("buyer/wrong-item/",),
        "falsificación": ("situations/bought-not-as-described/",),
        "caja vacía": ("buyer/empty-package/",),
        "no ha llegado mi paquete": ("buyer/not-received/",),
        "paquete perdido": ("buyer/not-received/",),
        "pedido cancelado": ("situations/bought-cancelled/",),
        "aduana": ("buyer/customs/",),
        "reembolso": ("situations/bought-refund-missing/",),
        "el vendedor no responde": ("buyer/escalate/",),
        "me enviaron otro producto": ("buyer/wrong-item/",),
        "llegó dos veces": ("situations/bought-came-after-all/",),
    },
    "French": {
        "colis endommagé": ("buyer/damaged/",),
        "défectueux": ("buyer/damaged/",),
        "article manquant": ("buyer/item-missing/",),
        "mauvaise taille": ("buyer/wrong-item/",),
        "contrefaçon": ("situations/bought-not-as-described/",),
        "colis vide": ("buyer/empty-package/",),
        "colis pas reçu": ("buyer/not-received/",),
        "où est mon colis": ("buyer/not-received/",),
        "commande annulée": ("situations/bought-cancelled/",),
        "bloqué en douane": ("buyer/customs/",),
        "remboursement": ("situations/bought-refund-missing/",),
        "le vendeur ne répond pas": ("buyer/escalate/",),
        "je n'ai pas reçu mon colis": ("buyer/not-received/",),
        "produit cassé à la livraison": ("buyer/damaged/",),
        "livré deux fois": ("situations/bought-came-after-all/",),
    },
    "Chinese": {  # typed without a space, as it is written
        "破损": ("buyer/damaged/",),
        "收到的东西坏了": ("buyer/damaged/",),
        "少件": ("buyer/item-missing/",),
        "卖家漏发": ("buyer/item-missing/",),
        "发错货": ("buyer/wrong-item/",),
        "假货": ("situations/bought-not-as-described/",),
        "空包裹": ("buyer/empty-package/",),
        "没收到包裹": ("buyer/not-received/",),
        "包裹没到": ("buyer/not-received/",),
        "取消订单": ("situations/bought-cancelled/",),
        "海关": ("buyer/customs/",),
        "退款": ("situations/bought-refund-missing/",),
        "卖家不回复": ("buyer/escalate/",),
        "买到假货": ("situations/bought-not-as-described/",),
        "海关扣了我的包裹": ("buyer/customs/",),
        "收到两份": ("situations/bought-came-after-all/",),
    },
}


@pytest.fixture
def page(new_page: OpenPage) -> Page:
    """A page whose search box is open."""
    opened = new_page(viewport={"width": 1280, "height": 900})
    opened.goto("check/")
    opened.get_by_role("textbox", name="Search").click()
    return opened


@pytest.fixture(scope="module")
def pages(built_site: Path) -> list[str]:
    """Every page of the site, as HTML."""
    return [path.read_text(encoding="utf-8") for path in sorted(built_site.rglob("*.html"))]


@pytest.fixture(scope="module")
def index(built_site: Path) -> list[dict[str, str]]:
    """All that search can find: an entry for each section, with its title and its text."""
    read: list[dict[str, str]] = json.loads((built_site / "search" / "search_index.json").read_bytes())["docs"]
    return read


_FOUND: Final = """async (told) => {
  const meta = document.querySelector(".md-search-result__meta");
  const first = () => [...document.querySelectorAll(".md-search-result__item > a:first-child")];
  for (const until = performance.now() + 10_000; performance.now() < until; ) {
    await new Promise(requestAnimationFrame);
    const isNothing = !/^\\d+ matching/.test(meta.textContent);
    if (meta.textContent.match(told) && (first().length === 0) === isNothing) return first().map((one) => one.href);
  }
  throw new Error(`Search says “${meta.textContent}”.`);
}"""
"""Wait until search says this, by the frame and not by the tenth of a second, and give the addresses in its list."""


def found(page: Page, query: str) -> list[str]:
    """Type into the search box and give the addresses of the pages found, in their order; none, if nothing is found."""
    box = page.get_by_role("textbox", name="Search")
    links: list[str] = []
    for text, told in (("", "Type to start searching"), (query, "matching document")):
        box.fill(text)
        box.press("End")
        links = page.evaluate(_FOUND, told)
    return [urlsplit(link).path.removeprefix("/") for link in links]


def test_search_finds_the_guide_by_what_people_type(page: Page) -> None:
    languages = {"English": QUERIES, **ELSEWHERE}
    missed = []
    for language, queries in languages.items():
        for query, wanted in queries.items():
            first = found(page, query)[:FIRST]
            if not set(first) & set(wanted):
                gives = ", ".join(first) or "nothing"
                missed.append(f"{language}: “{query}” gives {gives} instead of {' or '.join(wanted)}")
    if missed:
        pytest.fail("\n".join(missed), pytrace=False)


def test_tags_are_there_to_be_found_and_not_to_be_read(page: Page) -> None:
    assert "buyer/damaged/" in found(page, "kaputt")
    tags = page.locator(".md-search-result .md-tag")
    expect(tags.first).to_be_attached()
    expect(tags.filter(visible=True)).to_have_count(0)


def test_every_language_has_enough_queries() -> None:
    assert len(QUERIES) >= 60
    assert {language: len(queries) for language, queries in ELSEWHERE.items() if len(queries) < 10} == {}


def test_search_does_not_show_readers_the_maintainers_pages(page: Page) -> None:
    for query in ("pyodide", "macro", "benchmark", "rule"):
        assert [path for path in found(page, query) if path.startswith("maintain/")] == []


@pytest.mark.parametrize("words", INTERFACE)
def test_the_interface_is_on_the_pages_and_not_in_the_index(
    words: str, pages: list[str], index: list[dict[str, str]]
) -> None:
    assert any(words in html for html in pages), "No page says this any more: take it off the list."
    assert [entry["location"] for entry in index if words in entry["text"]] == []


def test_no_question_of_the_checker_is_in_the_index(index: list[dict[str, str]]) -> None:
    questions = {ask for fact in BY_NAME.values() for ask in (fact.ask, fact.seller_ask) if ask.endswith("?")}
    assert questions
    assert {(ask, entry["location"]) for entry in index for ask in questions if ask in entry["text"]} == set()


def test_no_short_name_of_a_source_is_in_the_index(index: list[dict[str, str]]) -> None:
    names = re.compile(rf"\b(?:{'|'.join(map(re.escape, statements()))})\b")
    assert [(entry["location"], named[0]) for entry in index if (named := names.search(entry["text"]))] == []


def test_no_entry_is_the_checkers_own(index: list[dict[str, str]]) -> None:
    assert [entry["location"] for entry in index if "#checker" in entry["location"]] == []


def test_the_marks_for_the_index_are_not_on_the_pages(pages: list[str]) -> None:
    assert [html for html in pages if MARK in html] == []


def test_where_nothing_is_found_a_sentence_leads_on(page: Page) -> None:
    told = page.locator(".md-search-result").get_by_role("status")
    assert found(page, MEANINGLESS) == []
    expect(told.first).to_have_text("No matching documents")
    expect(told.last).to_have_text(
        "Try another word, answer a few questions about your case, or look through the common situations."
    )
    links = told.last.get_by_role("link")
    paths = [urlsplit(link.evaluate("(one) => one.href")).path for link in links.all()]
    assert paths == ["/check/", "/situations/"]
    # It goes where something is found, and comes again.
    assert found(page, "customs")
    expect(links).to_have_count(0)
    assert found(page, MEANINGLESS) == []
    expect(links).to_have_count(2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_axe_finds_nothing_where_nothing_is_found(width: int, scheme: str, new_page: OpenPage) -> None:
    page = new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto("buyer/")
    page.locator("button.md-header__button[for=__search]" if width < 500 else ".md-search__input").click()
    assert found(page, MEANINGLESS) == []
    expect(page.locator(".mg-nothing-found")).to_be_visible()
    page.wait_for_timeout(300)  # until the box has come in: axe measures colours as they stand
    assert violations(page, colours=scheme == "dark") == []


def test_the_ways_on_are_reached_by_keyboard_and_only_where_they_are_chosen(page: Page) -> None:
    page.goto("policy/")
    page.get_by_role("textbox", name="Search").click()
    assert found(page, MEANINGLESS) == []
    before = page.url
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="common situations", exact=True)).to_be_focused()
    assert page.url == before
    page.keyboard.press("Enter")
    expect(page).to_have_title("Common situations - Makegood")
