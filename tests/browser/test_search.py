"""Search finds the guide by what people type when something went wrong: misspelt now and then, and never in our words.

One page is opened, and each query is typed into its real search box; what counts is the list that the reader sees.
"""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage

FIRST = 3

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
}


def found(page: Page, query: str) -> list[str]:
    """Type into the search box and give the addresses of the pages in the list, in its order."""
    box = page.get_by_role("textbox", name="Search")
    results = page.locator(".md-search-result__list")
    box.fill("")
    box.press("End")
    expect(results.locator("li")).to_have_count(0)
    box.fill(query)
    box.press("End")
    expect(results.locator("li").first).to_be_visible()
    links = results.locator(".md-search-result__item > a:first-child").evaluate_all(
        "(all) => all.map((one) => one.href)"
    )
    return [urlsplit(link).path.removeprefix("/") for link in links]


@pytest.fixture(scope="module")
def least() -> int:
    return 40


def test_search_finds_the_guide_by_what_people_type(new_page: OpenPage, least: int) -> None:
    assert len(QUERIES) >= least
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto("check/")
    page.get_by_role("textbox", name="Search").click()
    missed = []
    for query, wanted in QUERIES.items():
        first = found(page, query)[:FIRST]
        if not set(first) & set(wanted):
            missed.append(f"“{query}” gives {', '.join(first)} instead of {' or '.join(wanted)}")
    if missed:
        pytest.fail("\n".join(missed), pytrace=False)


def test_search_does_not_show_readers_the_maintainers_pages(new_page: OpenPage) -> None:
    page = new_page(viewport={"width": 1280, "height": 900})
    page.goto("check/")
    page.get_by_role("textbox", name="Search").click()
    for query in ("pyodide", "macro", "benchmark", "rule"):
        assert [path for path in found_or_nothing(page, query) if path.startswith("maintain/")] == []


def found_or_nothing(page: Page, query: str) -> list[str]:
    """Search for something that the site need not have."""
    box = page.get_by_role("textbox", name="Search")
    box.fill(query)
    box.press("End")
    expect(page.locator(".md-search-result__meta")).not_to_have_text("Type to start searching")
    return found(page, query) if page.locator(".md-search-result__item").count() else []
