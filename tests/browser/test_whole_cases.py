"""Twelve whole cases, three for each programme, from the first click to the copied message, the calendar and the paper.

Each is lived through on one of the site's pages by somebody who answers what the checker asks, fills in what the
message still lacks, copies it, saves the last days and prints. `pytest --basetemp FOLDER` keeps what they got in
folders of its own, to be opened and looked at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, expect

from policy import answer
from policy.engine.advice import Advice
from tests.policy.given import case
from tests.support.pages import Problems, opened
from tests.support.reader import Reader
from tests.support.server import SiteServer

TODAY = date(2026, 11, 21)
SIZES = {"phone": {"width": 360, "height": 740}, "desktop": {"width": 1440, "height": 900}}


@dataclass(frozen=True)
class Whole:
    """A case: the page it starts on, what that page already takes for granted, what the person answers there.

    Attributes:
        messages: The messages that the person gets to copy.
        days: The days in the calendar, first days and last days, in the order of the file.
    """

    name: str
    size: str
    page: str
    preset: dict[str, str]
    told: dict[str, Any]
    messages: tuple[str, ...]
    days: tuple[date, ...]


ORDER = {"order_number": "4417-0093"}

CASES = (
    Whole(
        "Kakobuy: broken beyond use, and filmed",
        "phone",
        "buyer/damaged/",
        {"side": "buyer", "problem": "damaged"},
        {
            "programme": "kakobuy",
            "severity": "unusable",
            "reply": "not-contacted",
            "delivered_on": "2026-11-20",
            "evidence": ["unboxing-video", "item-photos", "package-photos"],
            **ORDER,
            "defect": "the left lens is cracked",
            "video_timestamp": "0:45",
        },
        ("buyer-damage-claim",),
        (date(2026, 11, 23),),
    ),
    Whole(
        "Kakobuy: an accessory is missing, and the seller refuses",
        "desktop",
        "buyer/item-missing/",
        {"side": "buyer", "problem": "missing-item"},
        {
            "programme": "kakobuy",
            "severity": "functional",
            "reply": "refused",
            "platform_case": "none",
            "contacted_on": "2026-11-16",
            "paid_with": "paypal",
            "paid_on": "2026-10-30",
            "label_weight_g": 1500,
            "measured_weight_g": 1399,
            "evidence": ["order-number", "unboxing-video", "weight-record"],
            **ORDER,
        },
        ("buyer-agent-escalation",),
        (date(2027, 4, 28),),
    ),
    Whole(
        "Kakobuy: seized by customs, and insured",
        "phone",
        "buyer/customs/",
        {"side": "buyer", "problem": "customs", "customs": "seized"},
        {
            "programme": "kakobuy",
            "customs_notice_on": "2026-11-16",
            "buyer_country": "us",
            "insured": "yes",
            "reply": "not-contacted",
            "paid_with": "paypal",
            "paid_on": "2026-08-01",
            **ORDER,
            "tracking_number": "RR123456785CN",
        },
        ("buyer-seizure-claim",),
        (date(2026, 12, 16), date(2027, 1, 28)),
    ),
    Whole(
        "Allchinabuy: an item is missing, and the parcel left complete",
        "desktop",
        "buyer/allchinabuy/",
        {"side": "buyer", "programme": "allchinabuy", "problem": "missing-item"},
        {
            "severity": "total",
            "investigation": "warehouse-intact",
            "items_affected": 1,
            "paid_with": "paypal",
            "paid_on": "2026-11-01",
            "evidence": ["group-photo", "six-side-photos", "waybill-photo"],
            "tracking_number": "RR123456785CN",
            "item_name": "blue scarf",
        },
        ("ac-certificate-request",),
        (date(2027, 4, 30),),
    ),
    Whole(
        "Allchinabuy: the parcel was empty",
        "phone",
        "buyer/empty-package/",
        {"side": "buyer", "problem": "empty-package"},
        {
            "programme": "allchinabuy",
            "investigation": "none",
            "delivered_on": "2026-11-20",
            "evidence": [],
            **ORDER,
            "product_number": "P-88",
            "tracking_number": "RR123456785CN",
        },
        ("ac-materials",),
        (date(2026, 11, 21),),
    ),
    Whole(
        "Allchinabuy: it says delivered, but it is not here",
        "desktop",
        "buyer/not-received/",
        {"side": "buyer", "problem": "not-received"},
        {
            "programme": "allchinabuy",
            "tracking": "delivered",
            "reply": "waiting",
            "contacted_on": "2026-11-20",
            "paid_with": "paypal",
            "paid_on": "2026-10-01",
            **ORDER,
            "tracking_number": "RR123456785CN",
        },
        ("buyer-follow-up", "buyer-carrier-proof"),
        (date(2026, 11, 22), date(2027, 3, 30)),
    ),
    Whole(
        "Kingston Express: dispatched by the platform, the inspection still runs",
        "phone",
        "seller/platform-dispatched/",
        {"side": "seller", "programme": "kingston-express", "fulfilment": "platform"},
        {"problem": "missing-item", "inspection": "pending", "contacted_on": "2026-11-20", **ORDER},
        ("kx-dispatched-reply",),
        (date(2026, 11, 21),),
    ),
    Whole(
        "Kingston Express: the wrong item, reviewed, and the first answer is weeks late",
        "desktop",
        "seller/seller-managed/",
        {"side": "seller", "programme": "kingston-express", "fulfilment": "seller"},
        {
            "problem": "wrong-item",
            "review_done": "yes",
            "platform_case": "none",
            "payment_case": "none",
            "reply": "waiting",
            "claim_doubtful": "no",
            "return_feasible": "no",
            "in_stock": "yes",
            "contacted_on": "2026-10-30",
            "evidence": ["item-photos", "packing-log"],
            **ORDER,
        },
        ("kx-refund-offer",),
        (),
    ),
    Whole(
        "Kingston Express: a buyer whose parcel came damaged",
        "phone",
        "check/",
        {},
        {
            "side": "buyer",
            "programme": "kingston-express",
            "problem": "damaged",
            "reply": "not-contacted",
            "delivered_on": "2026-11-20",
            "paid_with": "paypal",
            "paid_on": "2026-11-10",
            "evidence": ["item-photos"],
            **ORDER,
            "defect": "a scratch on the lid",
        },
        ("buyer-damage-claim",),
        (date(2026, 11, 21), date(2026, 11, 27), date(2027, 5, 9)),
    ),
    Whole(
        "eBay: cancelled when the carrier already has it",
        "desktop",
        "seller/cancelled-after-shipping/",
        {"side": "seller", "problem": "cancelled-after-shipment"},
        {
            "programme": "ebay",
            "handed_over": "yes",
            "platform_case": "none",
            "payment_case": "none",
            **ORDER,
            "tracking_number": "1Z999AA10123456784",
        },
        ("eb-cancelled-notice",),
        (),
    ),
    Whole(
        "eBay: the buyer got nothing, and the parcel stands still",
        "phone",
        "seller/ebay/",
        {"side": "seller", "programme": "ebay"},
        {
            "problem": "not-received",
            "tracking": "stalled",
            "platform_case": "open",
            "platform_case_opened_on": "2026-11-18",
            **ORDER,
            "shipped_on": "2026-11-02",
            "estimated_delivery_on": "2026-11-14",
            "tracking_number": "1Z999AA10123456784",
        },
        ("eb-not-received-answer",),
        (date(2026, 11, 23), date(2026, 11, 24), date(2026, 12, 17)),
    ),
    Whole(
        "eBay: a buyer whose time to report it has run out",
        "desktop",
        "check/",
        {},
        {
            "side": "buyer",
            "programme": "ebay",
            "problem": "not-received",
            "tracking": "in-transit",
            "estimated_delivery_on": "2026-10-20",
            "contacted_on": "2026-10-22",
            "paid_with": "paypal",
            "paid_on": "2026-10-01",
            **ORDER,
            "tracking_number": "1Z999AA10123456784",
        },
        ("buyer-paypal-case", "buyer-not-received"),
        (date(2027, 3, 30),),
    ),
)


@pytest.fixture(scope="module")
def pages(browser: Browser, built_site: Path) -> Iterator[dict[str, Page]]:
    """A page on a phone and one on a desktop; they may ask for nothing but the site's own files."""
    with SiteServer(built_site) as server:
        problems = Problems(origin=server.url.rstrip("/"))
        options: dict[str, Any] = {"permissions": ["clipboard-read", "clipboard-write"]}
        with (
            opened(browser, server.url, problems, viewport=SIZES["phone"], has_touch=True, **options) as phone,
            opened(browser, server.url, problems, viewport=SIZES["desktop"], **options) as desktop,
        ):
            for page in (phone, desktop):
                page.add_init_script("window.print = () => {};")  # a test cannot close the browser's own dialog
            yield {"phone": phone, "desktop": desktop}
    assert problems.unexpected() == []


@pytest.mark.parametrize("whole", CASES, ids=lambda whole: whole.name)
def test_a_whole_case_from_the_first_click_to_message_calendar_and_paper(
    pages: dict[str, Page], whole: Whole, tmp_path: Path
) -> None:
    page = pages[whole.size]
    reader = Reader(page, whole.page, TODAY)
    assert reader.tell(whole.told) == {}, "the checker never asked for these"
    right = answer(case(**whole.preset, **whole.told), TODAY)
    assert tuple(message.id for message in right.messages) == whole.messages

    copied = copy_messages(reader, page, right)
    (tmp_path / "message.txt").write_text("\n----\n".join(copied))
    calendar = save_calendar(reader, page)
    (tmp_path / "deadlines.ics").write_bytes(calendar)
    events = Calendar.from_ical(calendar).walk("VEVENT") if calendar else []
    assert tuple(event.decoded("DTSTART") for event in events) == whole.days
    assert sorted(day.isoformat() for day in whole.days) == sorted(days_on_the_page(reader))
    paper = print_sheet(reader, page)
    (tmp_path / "paper.pdf").write_bytes(paper)
    assert paper.count(b"/Type /Page\n") == 1


def copy_messages(reader: Reader, page: Page, right: Advice) -> list[str]:
    """Copy every message of the answer, as it goes to the other side."""
    texts = []
    for message in right.messages:
        shown = reader.checker.locator(f"[data-message={message.id}]")
        shown.get_by_role("button", name="Copy the message").click()
        expect(reader.checker.locator("[data-part=status]")).to_have_text("Copied")
        copied: str = page.evaluate("navigator.clipboard.readText()")
        assert copied == message.body
        assert not message.missing
        assert "[" not in copied + shown.locator(".mg-message__subject").inner_text()
        texts.append(f"To: {message.to}\nSubject: {message.subject}\n\n{copied}")
    return texts


def days_on_the_page(reader: Reader) -> list[str]:
    """Give the first and last days of the time limits that are still to come."""
    days: list[str] = reader.checker.locator(
        '.mg-deadlines > li:not([data-state="over"], [data-state="met"]) time'
    ).evaluate_all("(all) => all.map(({ dateTime }) => dateTime)")
    return days


def save_calendar(reader: Reader, page: Page) -> bytes:
    """Save the days, and give the file; where none is left, the page says so instead."""
    button = reader.checker.get_by_role("button", name="Save the last days for my calendar")
    if not days_on_the_page(reader):
        button.click()
        is_late = reader.checker.locator(".mg-deadline--late").count()
        why = "Every last day has passed" if is_late else "This answer has no time limit"
        said = reader.checker.locator("[data-tool-part=said]").first
        expect(said).to_have_text(f"{why}, so there is none to put into a calendar.")
        return b""
    with page.expect_download() as saved:
        button.click()
    return Path(saved.value.path()).read_bytes()


def print_sheet(reader: Reader, page: Page) -> bytes:
    """Print the case, and give the paper as PDF."""
    reader.checker.get_by_role("button", name="Print, or save as PDF").click()
    expect(page.locator(".mg-paper")).to_have_count(1)
    paper = page.pdf(format="A4")
    page.evaluate("() => dispatchEvent(new Event('afterprint'))")
    return paper
