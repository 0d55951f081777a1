"""What a reader has used opens at once and without a network."""

import json
from pathlib import Path

from playwright.sync_api import expect

from makegood.whole_cases import case_files
from policy.browser import respond
from tests.offline.conftest import OpenVisitor, start_python
from tests.support.pages import until
from tests.support.reader import Reader


def test_a_second_visit_asks_only_whether_there_is_something_newer(old: Path, visitor: OpenVisitor) -> None:
    reader = visitor(old)
    reader.use_checker("check/").close()
    reader.server.requests.clear()
    page = reader.open("check/")
    checker = start_python(page)
    checker.get_by_label("I bought it").check()
    until(page, lambda: reader.server.requests["sw.js"])
    assert set(reader.server.requests) == {"sw.js"}


def test_kept_files_come_out_of_the_cache_without_a_word_to_the_worker(old: Path, visitor: OpenVisitor) -> None:
    reader = visitor(old)
    reader.use_checker("check/").close()
    page = reader.open("check/")
    start_python(page)
    sources: dict[str, str] = page.evaluate(_WHO_GAVE)
    for part in ("/look/look.css", "/checker/makegood-checker.js", "/answers/words-", "/python/worker.js"):
        assert {source for path, source in sources.items() if part in f"/{path}"} == {"cache"}, part


_WHO_GAVE = """() => Object.fromEntries(performance.getEntriesByType("resource").map((entry) => [
    new URL(entry.name).pathname.slice(1),
    entry.workerFinalRouterSource ?? entry.workerFinalSourceType, // its name in the standard, and before
]))"""


def test_a_whole_case_is_answered_by_python_without_a_network(old: Path, visitor: OpenVisitor) -> None:
    [case] = [case for case in case_files() if case.name == "kingston-express/dispatched-damaged-inspection-pending"]
    reader = visitor(old)
    page = reader.use_checker("seller/kingston-express/")
    reader.go_offline()
    person = Reader(page, f"{reader.server.url}check/", case.on)  # a page that was not opened before
    person.tell(case.facts)
    request, response = person.latest()
    assert response == respond(request)
    assert case.misses(json.loads(response)["advice"]) == []
    expect(person.checker).to_contain_text(json.loads(response)["advice"]["headline"])


def test_without_a_network_a_visited_page_opens_and_another_is_explained(old: Path, visitor: OpenVisitor) -> None:
    reader = visitor(old)
    reader.visit("maintain/audit/")
    page = reader.visit("maintain/checker/")
    reader.go_offline()
    page.goto(f"{reader.server.url}maintain/audit/#there")
    expect(page.locator("h1")).to_contain_text("What the audit proves")
    page.goto(f"{reader.server.url}seller/ebay/")
    expect(page.locator("h1")).to_contain_text("You are offline")
    expect(page.get_by_role("link", name="Try again")).to_have_attribute("href", f"{reader.server.url}seller/ebay/")
    expect(page.locator("[data-kept] a")).to_have_text(["The checker", "What the audit proves"])
    page.get_by_role("link", name="What the audit proves").last.click()
    expect(page.locator("h1")).to_contain_text("What the audit proves")


def test_reading_a_guide_brings_no_python_to_the_device(old: Path, visitor: OpenVisitor) -> None:
    reader = visitor(old)
    page = reader.visit("maintain/checker/")
    reader.visit("maintain/audit/")
    assert not [url for url in reader.kept(page) if "/runtime/" in url or "/answers/" in url]
    assert not [path for path in reader.server.requests if "/runtime/" in path or "/answers/" in path]
