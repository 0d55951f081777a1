"""From home to the right message in three clicks at most, on a phone, in each situation that brings people here."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.conftest import OpenPage

PHONE = {"width": 360, "height": 740}
CLICKS = 3


@dataclass(frozen=True)
class Journey:
    """A situation, the links to click from home on, as they read, and the message that has to be there."""

    situation: str
    clicks: tuple[str, ...]
    message: str


TO_MESSAGE = "Go straight to the message"

JOURNEYS = (
    Journey("buyer: it came damaged", ("It came damaged", TO_MESSAGE), "buyer-damage-claim"),
    Journey("buyer: an item is missing", ("An item is missing", TO_MESSAGE), "buyer-missing-item-claim"),
    Journey("buyer: the wrong item came", ("It is the wrong item", TO_MESSAGE), "buyer-wrong-item-claim"),
    Journey("buyer: the box was empty", ("The package is empty", TO_MESSAGE), "buyer-empty-package-claim"),
    Journey("buyer: nothing came", ("It has not arrived", TO_MESSAGE), "buyer-not-received"),
    Journey(
        "buyer: it says delivered, but is not here",
        ("It says “delivered”, but it is not here",),
        "buyer-carrier-proof",
    ),
    Journey("buyer: seized by customs", ("Customs holds it", TO_MESSAGE), "buyer-seizure-claim"),
    Journey(
        "seller: a first reply",
        ("A customer complains: what do I reply?", "Go straight to the replies"),
        "kx-first-reply",
    ),
    Journey(
        "seller: a report of damage or a missing item",
        ("They say it is damaged, or an item is missing", "Go straight to the replies"),
        "kx-first-reply",
    ),
    Journey(
        "seller: the platform dispatched it",
        ("The platform packed and sent it", "Go straight to the reply"),
        "kx-dispatched-reply",
    ),
    Journey(
        "seller: shipped by the seller",
        ("I packed and sent it myself", "Go straight to the reply"),
        "kx-seller-managed-reply",
    ),
    Journey(
        "seller: the buyer says it never came",
        ("They say it never arrived", "Go straight to the answer"),
        "eb-not-received-answer",
    ),
    Journey(
        "seller: cancelled, but the carrier has it",
        ("They cancelled, and it is already sent", "It is on its way: the message"),
        "eb-cancelled-notice",
    ),
)


@pytest.fixture(scope="module")
def phone_options() -> dict[str, object]:
    return {"viewport": PHONE, "has_touch": True, "is_mobile": True, "permissions": ["clipboard-read"]}


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.situation)
def test_three_clicks_lead_from_home_to_the_message(
    new_page: OpenPage, phone_options: dict[str, object], journey: Journey
) -> None:
    assert len(journey.clicks) <= CLICKS
    page = new_page(**phone_options)
    page.goto("")
    for text in journey.clicks:
        follow(page, text)
    copied = copy_message(page, journey.message)
    assert copied.startswith("Hello,")
    assert "{{" not in copied


def follow(page: Page, text: str) -> None:
    """Tap the one link of the page's own text that reads so, and wait until its page is there."""
    link = page.get_by_role("article").get_by_role("link", name=text, exact=True)
    expect(link).to_be_visible()
    link.tap()


def copy_message(page: Page, name: str) -> str:
    """Copy a message that stands open on the page, in the checker or below it, and give what was copied."""
    message = page.locator(f".md-content [data-message={name}]").and_(page.locator(":not(details:not([open]) *)"))
    expect(message.first).to_be_visible()
    # A tap in the instant before the page's script has come would copy nothing.
    expect(page.locator("makegood-checker:defined")).to_be_attached()
    body = message.first.locator(".mg-message__body")
    message.first.get_by_role("button", name="Copy the message").tap()
    anyway = message.first.get_by_role("button", name="Copy anyway")
    in_checker = page.locator("makegood-checker").locator(f"[data-message={name}]")
    if in_checker.count():
        anyway.tap()  # the checker names the blanks first
    expect(page.get_by_text("Copied").first).to_be_visible()
    copied: str = page.evaluate("navigator.clipboard.readText()")
    assert " ".join(copied.split()) == " ".join(body.inner_text().split())
    return copied
