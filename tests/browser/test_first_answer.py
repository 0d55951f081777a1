"""What a page loads before its first answer: few bytes, all asked for at once, and nothing twice."""

import re
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from makegood.compile.answers import STEP, on_the_wire
from makegood.delivery.minify import JOINED
from policy import Case, answer, parse_case
from tests.conftest import OpenPage
from tests.support.checker import PENDING
from tests.support.pages import Problems, until
from tests.support.reader import unfold_around
from tests.support.server import SiteServer

BUDGET = 60_000
"""How many bytes the first answer may take on the wire, the page's own text and looks aside."""

PAGES = {"check/": 0, "seller/kingston-express/": 2, "buyer/kakobuy/": 2}
"""Pages, and how many steps a reader has taken who opens them: whoever opens a page of a seat has chosen two facts."""
CASE = {"side": "seller", "programme": "kingston-express"}

_OURS = re.compile(rf"assets/(?:[^/]+/)?(?:{'|'.join(('answers', *JOINED))})/")
_AHEAD = re.compile(r"answers/(buyer|seller)-[0-9a-f]{16}\.json$")
"""What is asked for once the side is chosen: the first answer does without it."""

_OF_PYTHON = re.compile(r"/worker\.js$")


def answer_first(page: Page, address: str) -> None:
    page.goto(address)
    checker = page.locator("makegood-checker").first
    checker.locator(".mg-open input[type=radio]").first.click()  # then another question is the first
    expect(checker.locator(".mg-answered")).not_to_have_count(0)


def needed(server: SiteServer) -> list[str]:
    """List what was asked for, but for what only Python's worker needs."""
    return [path for path in server.requests if _OURS.search(path) and not _OF_PYTHON.search(path)]


@pytest.mark.parametrize("address, steps", PAGES.items())
def test_the_first_answer_takes_no_more_bytes_than_its_budget(
    address: str, steps: int, new_page: OpenPage, site_server: SiteServer, built_site: Path
) -> None:
    with site_server.holding("assets/runtime/*"):  # so it is not Python that answers
        answer_first(new_page(), address)
        sizes = {path: on_the_wire((built_site / path).read_bytes()) for path in needed(site_server)}
    assert any("/answers/" in path for path in sizes)
    assert any(path.endswith("/makegood-checker.js") for path in sizes)
    ahead = [path for path in sizes if _AHEAD.search(path) and not steps]
    assert sum(size for path, size in sizes.items() if path not in ahead) <= BUDGET + steps * STEP, sizes
    assert sum(sizes[path] for path in ahead) <= STEP, ahead


def asked(server: SiteServer) -> set[str]:
    """List the files of compiled answers that were asked for."""
    return {path for path in needed(server) if "/answers/" in path}


def _are_asked(count: int, server: SiteServer) -> bool:
    return len(asked(server)) == count


def test_each_thing_that_is_chosen_loads_no_more_than_a_step(
    new_page: OpenPage, site_server: SiteServer, built_site: Path
) -> None:
    with site_server.holding("assets/runtime/*"):
        page = new_page()
        page.goto("check/")
        checker = page.locator("makegood-checker")
        seen: set[str] = set()
        for fact, value, files in (  # and how many files were asked for then, those that may come next among them
            ("side", "buyer", 3),
            ("programme", "ebay", 4),
            ("problem", "damaged", 5),
            ("severity", "functional", 5),
        ):
            unfold_around(checker.locator(f'[name="{fact}"][value="{value}"]').first).check()
            expect(checker.locator(f'.mg-answered[data-fact="{fact}"]')).to_be_attached()
            expect(checker.locator("[data-part=answer]")).not_to_have_attribute("data-stale", "")
            until(page, partial(_are_asked, files, site_server))
            new = asked(site_server) - seen
            if fact != "side":  # what came before belongs to the first answer
                assert sum(on_the_wire((built_site / path).read_bytes()) for path in new) <= STEP, new
            seen |= new


def test_what_the_first_answer_needs_is_named_in_the_page_and_asked_for_once(
    new_page: OpenPage, site_server: SiteServer, built_site: Path
) -> None:
    page = new_page()
    answer_first(page, "check/")
    early = page.locator('link[rel="modulepreload"], link[rel="preload"][as="fetch"]')
    named = {(link.get_attribute("href") or "").removeprefix("../") for link in early.all()}
    modules = {path.rpartition("/")[2] for path in named if path.endswith(".js")}
    tags = page.locator('script[type="module"]')
    scripts = {(tag.get_attribute("src") or "").removeprefix("../") for tag in tags.all()}
    texts = [(built_site / path).read_text(encoding="utf-8") for path in (scripts | named) if path.endswith(".js")]
    imported = {name for text in texts for name in re.findall(r'(?:from|import)"\.[^"]*/([^"/]+\.js)"', text)}
    assert modules == {"makegood-checker.js", *imported}
    assert any("/answers/" in path for path in named)
    assert named <= set(needed(site_server))
    assert {path: site_server.requests[path] for path in named if site_server.requests[path] > 1} == {}


_NOTE_SHIFTS = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) shifts.push(value);
}).observe({ type: "layout-shift", buffered: true });
"""
MOST_SHIFT = 0.02
"""How far a page may move by itself while its first answer comes, as browsers count it: cumulative layout shift."""


@pytest.mark.parametrize("width, height", [(390, 844), (1440, 900)])
@pytest.mark.parametrize("address", ["check/", f"check/{PENDING}", "buyer/damaged/#programme=ebay"])
def test_nothing_moves_when_the_first_answer_comes(new_page: OpenPage, address: str, width: int, height: int) -> None:
    page = new_page(viewport={"width": width, "height": height})
    page.add_init_script(_NOTE_SHIFTS)
    page.goto(address)
    checker = page.locator("makegood-checker")
    if "#" in address:
        expect(checker.locator(".mg-answered")).not_to_have_count(0)
    expect(checker.locator("[data-part=questions]")).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate("shifts.reduce((sum, shift) => sum + shift, 0)") <= MOST_SHIFT


def test_without_webassembly_every_choice_is_answered_on_the_built_page(new_page: OpenPage, problems: Problems) -> None:
    problems.expect("no-webassembly")
    page = new_page()
    page.add_init_script("delete globalThis.WebAssembly")
    page.goto("check/")
    checker = page.locator("makegood-checker")
    for fact, value in CASE.items():
        checker.locator(f'.mg-open [name="{fact}"][value="{value}"]').first.click()
        expect(checker.locator(f'.mg-answered[data-fact="{fact}"]')).to_be_attached()
    expect(checker).to_have_attribute("data-why", "no-webassembly")
    case = parse_case(dict(CASE))
    assert isinstance(case, Case)
    expect(checker.locator(".mg-headline")).to_have_text(answer(case).headline)


def test_without_javascript_the_check_page_shows_the_first_answer_and_leads_on(new_page: OpenPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("check/")
    case = parse_case({})
    assert isinstance(case, Case)
    expect(page.locator("makegood-checker .mg-headline")).to_have_text(answer(case).headline)
    expect(page.locator("noscript .mg-noscript")).to_be_visible()
    page.get_by_role("link", name="Common situations").last.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Common situations")
