"""A newer build comes as a whole, is offered, and never mixes with the one before."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.offline.conftest import NEW, OLD, OpenVisitor, Visitor, checker_on, start_python
from tests.support.pages import until

OFFER = "A newer version is ready."


@pytest.fixture
def reader(old: Path, new: Path, visitor: OpenVisitor) -> Visitor:
    """Somebody whose browser keeps the whole checker of the old build, while the server has the new one already."""
    reader = visitor(old)
    reader.use_checker("check/").close()
    reader.server.site = new
    return reader


def all_of(page: Page, words: str) -> None:
    """See these words in the checker as built, as looked up and as Python gives them."""
    checker = checker_on(page)
    expect(checker).to_contain_text(words)
    start_python(page)
    checker.get_by_label("I sold it").check()
    expect(checker).to_contain_text(words)
    said = page.evaluate(_ASK, checker.get_attribute("runtime"))
    assert words in said


_ASK = """async (runtime) => {
  const script = document.querySelector("script[src$='makegood-checker.js']").src;
  const { Python } = await import(new URL("../python/python.js", script));
  return Python.at(new URL(runtime, document.baseURI).href).ask(
    JSON.stringify({ facts: {}, on: "2026-05-03", preset: [], prefix: "c" }));
}"""


def test_the_old_page_works_with_its_own_files_until_the_reader_takes_the_newer_one(reader: Visitor) -> None:
    page = reader.open("check/")
    expect(page.get_by_text(OFFER)).to_be_visible(timeout=20_000)
    all_of(page, OLD)
    another = reader.open("check/")
    all_of(another, OLD)

    page.get_by_role("button", name="Reload").click()
    expect(page.locator("makegood-checker")).to_contain_text(NEW)
    all_of(page, NEW)
    expect(page.get_by_text(OFFER)).to_have_count(0)

    # The other tab keeps what was entered and its own Python, until its reader takes the newer version too.
    expect(another.get_by_text(f"{OFFER} Reloading clears what you entered on this page.")).to_be_visible()
    expect(checker_on(another).get_by_label("I sold it")).to_be_checked()
    all_of(another, OLD)
    another.close()

    reader.go_offline()
    page.reload()
    all_of(page, NEW)


def test_a_newer_version_of_which_a_file_is_missing_is_not_offered(reader: Visitor, new: Path) -> None:
    [snapshot] = new.glob("assets/runtime/quick-*/python.snapshot")
    reader.server.missing.add(snapshot.relative_to(new).as_posix())
    reader.problems.expect("404.*python.snapshot|python.snapshot.*404")
    page = reader.open("check/")
    until(page, lambda: reader.server.requests[snapshot.relative_to(new).as_posix()])
    page.wait_for_timeout(500)
    expect(page.get_by_text(OFFER)).to_have_count(0)
    all_of(page, OLD)
    page.close()

    reader.server.missing.clear()
    page = reader.open("check/")
    expect(page.get_by_text(OFFER)).to_be_visible(timeout=20_000)


def test_a_page_that_is_new_on_the_server_comes_with_its_own_files(reader: Visitor) -> None:
    """A page not opened before comes from the network, be it of the newer build, while the older one still serves."""
    page = reader.open("seller/kingston-express/")
    said = page.evaluate(_ASK, start_python(page).get_attribute("runtime"))
    assert NEW in said


def test_a_newer_version_brings_no_python_to_somebody_who_only_reads(
    old: Path, new: Path, visitor: OpenVisitor
) -> None:
    reader = visitor(old)
    reader.visit("maintain/checker/").close()
    reader.server.site = new
    page = reader.open("maintain/checker/")
    expect(page.get_by_text(OFFER)).to_be_visible(timeout=20_000)
    assert not [path for path in reader.server.requests if "/runtime/" in path or "/answers/" in path]
    page.get_by_role("button", name="Later").click()
    expect(page.get_by_text(OFFER)).to_have_count(0)
