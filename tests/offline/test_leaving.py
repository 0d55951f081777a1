"""A site without a service worker, a device without room, a browser that keeps nothing: the site works all the same."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.offline.conftest import OpenVisitor, Visitor, start_python
from tests.support.pages import until

_REGISTERED = "async () => (await navigator.serviceWorker.getRegistrations()).length"
_WAITS = "async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)"


def test_a_plain_site_ends_the_service_worker_of_the_site_before_it(
    old: Path, plain_site: Path, visitor: OpenVisitor
) -> None:
    """`make serve` and plain `mkdocs build` make plain sites, and may stand where another was before."""
    reader = visitor(old)
    page = _come_back_after(reader, plain_site)
    with reader.leaving():  # who opens a page in this very moment can meet Chromium's page that stays blank
        page.close()
    _expect_no_trace(reader, reader.open("offline/"))


def test_a_plain_site_is_offered_like_any_newer_version(old: Path, plain_site: Path, visitor: OpenVisitor) -> None:
    reader = visitor(old)
    page = _come_back_after(reader, plain_site)
    page.get_by_role("button", name="Reload").click()
    expect(page.locator("script[src*='register.js']")).to_have_count(0)
    _expect_no_trace(reader, page)


def _come_back_after(reader: Visitor, plain_site: Path) -> Page:
    """Give the page of the site before, when the browser has heard of the plain one."""
    page = reader.visit("offline/")
    assert page.evaluate(_REGISTERED) == 1
    reader.server.site = plain_site
    page.close()
    page = reader.open("offline/")
    until(page, lambda: page.evaluate(_WAITS))
    return page


def _expect_no_trace(reader: Visitor, page: Page) -> None:
    until(page, lambda: page.evaluate(_REGISTERED) == 0)
    until(page, lambda: not reader.kept(page))
    page.reload()
    assert page.locator("script[src*='register.js']").count() == 0


def test_a_plain_site_registers_nothing(plain_site: Path, visitor: OpenVisitor) -> None:
    reader = visitor(plain_site)
    page = reader.open("maintain/checker/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate(_REGISTERED) == 0
    assert reader.server.requests["sw.js"] == 0


@pytest.mark.parametrize("room", [100_000, 2_000_000])
def test_the_checker_runs_on_a_device_that_has_no_room(old: Path, visitor: OpenVisitor, room: int) -> None:
    """With the smaller room not even the pages' own files can be kept, with the larger one Python cannot."""
    reader = visitor(old)
    page = reader.blank()
    page.context.new_cdp_session(page).send(
        "Storage.overrideQuotaForOrigin", {"origin": reader.server.url.rstrip("/"), "quotaSize": room}
    )
    reader.problems.expect("QuotaExceeded|quota")
    _open_and_use(page, reader.server.url)
    page.wait_for_timeout(500)
    assert not [url for url in reader.kept(page) if url.endswith("python.snapshot")]
    _open_and_use(page, reader.server.url)


def _open_and_use(page: Page, url: str) -> None:
    page.goto(f"{url}check/")
    checker = start_python(page)
    checker.get_by_label("I sold it").check()
    expect(checker.get_by_label("I sold it")).to_be_checked()
