"""Changed files of the built site: the answer is right all the same, or it cannot be had and the reader is told.

Each change leaves a file of the same length. Where rules are in it, one says something else then, so that whoever used
the file would show wrong advice.
"""

import json
import re
from collections.abc import Callable, Iterable
from fnmatch import fnmatchcase
from functools import partial

import pytest
from playwright.sync_api import Locator, Page, expect

from makegood.integrity import integrity_of
from policy.browser import respond
from tests.conftest import OpenPage
from tests.support.pages import Problems, until
from tests.support.reader import unfold_around
from tests.support.server import SiteServer

PAGE = "seller/kingston-express/"
RIGHT, WRONG = "stay polite", "stay silent"
assert len(RIGHT) == len(WRONG)
REFUSED = (
    "unreadable-file|no-manifest|no-worker|missing-file|404|[Ii]ntegrity|digest"
    "|Failed to fetch|Failed to load|does not run"
    r"|/pyodide(\.asm)?\.m?js"  # what Pyodide itself says when its start is broken off, where it has come so far
)
QUICK = "assets/runtime/quick-*"

_NOTE = """
window.responses = [];
document.addEventListener("makegood:answer", ({ detail }) => window.responses.push(detail));
"""


def other_words(data: bytes) -> bytes:
    """Let every rule that says one thing say another."""
    assert RIGHT.encode() in data
    return data.replace(RIGHT.encode(), WRONG.encode())


def other_date(archive: bytes) -> bytes:
    """Let the first file of a ZIP archive be of another time, which nobody looks at."""
    return archive[:10] + bytes([archive[10] ^ 1]) + archive[11:]


def replaced(old: str, new: str, data: bytes) -> bytes:
    """Put as many other characters in the place of some, which the file does not need to run."""
    assert len(old) == len(new)
    assert old.encode() in data
    return data.replace(old.encode(), new.encode(), 1)


@pytest.fixture
def open_changed(new_page: OpenPage, site_server: SiteServer, problems: Problems) -> Callable[..., Page]:
    """Open the page from a server that has lost some files and changes some."""

    def open_it(changed: dict[str, Callable[[bytes], bytes]], lost: Iterable[str] = ()) -> Page:
        problems.expect(REFUSED)
        site_server.changed.update(changed)
        site_server.missing.update(lost)
        page = new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(_NOTE)
        page.goto(PAGE)
        return page

    return open_it


def in_state(page: Page, state: str) -> Locator:
    """Bring the checker into view, and wait until it is in this state."""
    checker = page.locator("makegood-checker")
    checker.scroll_into_view_if_needed()
    expect(checker).to_have_attribute("data-state", state, timeout=60_000)
    return checker


def status(checker: Locator) -> Locator:
    """Give the place where the checker says how it is."""
    return checker.locator("[data-part=status]")


def answer_a_question(checker: Locator) -> None:
    """Say that the platform handled the order."""
    unfold_around(checker.locator('[name="fulfilment"][value="platform"]')).check()


def expect_right(page: Page) -> None:
    """Python has given the right answer, and the page shows it."""
    until(page, lambda: "platform" in page.evaluate("window.responses.at(-1)?.request ?? ''"))
    for detail in page.evaluate("window.responses"):
        assert detail["response"] == respond(detail["request"])
    expect_right_words(page)


def expect_right_words(page: Page) -> None:
    """The page shows the right advice, and not the wrong."""
    checker = page.locator("makegood-checker")
    expect(checker.locator("[data-part=answer]")).to_contain_text(RIGHT)
    expect(checker.locator("[data-part=answer]")).not_to_contain_text(WRONG)


@pytest.mark.parametrize(
    "lost,file,change,instead",
    [
        ([], f"{QUICK}/python.snapshot", other_words, f"{QUICK}/python.zip"),
        ([], f"{QUICK}/python.wasm", partial(replaced, "invalid literal", "another literal"), f"{QUICK}/python.zip"),
        ([f"{QUICK}/python.snapshot"], f"{QUICK}/python.zip", other_words, "*/python_stdlib.zip"),
    ],
    ids=["snapshot", "smaller wasm", "lean library"],
)
def test_where_there_is_another_way_it_is_taken_and_the_answer_is_right(
    open_changed: Callable[..., Page],
    site_server: SiteServer,
    lost: list[str],
    file: str,
    change: Callable[[bytes], bytes],
    instead: str,
) -> None:
    page = open_changed({file: change}, lost)
    answer_a_question(in_state(page, "ready"))
    expect_right(page)
    assert any(fnmatchcase(path, instead) for path in site_server.requests)


def test_changed_compiled_answers_are_not_shown(open_changed: Callable[..., Page], site_server: SiteServer) -> None:
    with site_server.holding("assets/runtime/*"):
        page = open_changed({"assets/answers/seller-kingston-express-*.json": other_words})
        checker = in_state(page, "loading")
        answer_a_question(checker)
        expect(status(checker)).to_contain_text("Your answers are kept.")
        expect_right_words(page)
    in_state(page, "ready")
    expect_right(page)


@pytest.mark.parametrize(
    "lost,file,change",
    [
        ([f"{QUICK}/*"], "assets/runtime/wheels-*/policy-*.whl", other_date),
        ([f"{QUICK}/*"], "assets/runtime/pyodide-*/python_stdlib.zip", other_date),
        (
            [f"{QUICK}/*"],
            "assets/runtime/pyodide-*/pyodide.asm.wasm",
            partial(replaced, "invalid literal", "another literal"),
        ),
        ([f"{QUICK}/*"], "assets/runtime/pyodide-*/pyodide.mjs", partial(replaced, "Shell cannot", "Shell can no")),
        ([f"{QUICK}/*"], "assets/runtime/pyodide-*/pyodide.asm.js", partial(replaced, "Loading", "Leading")),
        ([], "assets/site-*/python/worker.js", partial(replaced, "no memory", "NO MEMORY")),
    ],
    ids=["wheel", "library", "wasm", "Pyodide's module", "Pyodide's script", "worker"],
)
def test_where_there_is_no_other_way_to_python_the_reader_is_told(
    open_changed: Callable[..., Page], lost: list[str], file: str, change: Callable[[bytes], bytes]
) -> None:
    page = open_changed({file: change}, lost)
    checker = in_state(page, "failed")
    expect(status(checker)).to_contain_text("Only a part of the checker works here.")
    answer_a_question(checker)
    expect(checker.locator(".mg-answered[data-fact=fulfilment]")).to_be_attached()
    expect_right_words(page)
    assert page.evaluate("window.responses") == []


def test_a_manifest_that_agrees_with_changed_files_is_not_believed(
    open_changed: Callable[..., Page], site_server: SiteServer
) -> None:
    [library] = site_server.site.glob(f"{QUICK}/python.zip")

    def other_hash(manifest: bytes) -> bytes:
        data = json.loads(manifest)
        [file] = [file for file in data["files"] if file["path"].endswith("/python.zip")]
        file["integrity"] = integrity_of(other_words(library.read_bytes()))
        return json.dumps(data).encode()

    changed = {f"{QUICK}/python.zip": other_words, "assets/runtime/start-*/manifest.json": other_hash}
    page = open_changed(changed, [f"{QUICK}/python.snapshot"])
    answer_a_question(in_state(page, "failed"))
    expect_right_words(page)


@pytest.mark.parametrize(
    "text",
    ["This checker is not on the page.", "The checker's Python does not run"],
    ids=["its own", "what it imports"],
)
def test_a_changed_script_of_the_element_does_not_run_and_the_reader_is_told(
    open_changed: Callable[..., Page], site_server: SiteServer, text: str
) -> None:
    [script] = [path for path in site_server.site.glob("assets/site-*/*/*.js") if text in path.read_text()]
    name = f"{script.parent.name}/{script.name}"
    page = open_changed({f"assets/site-*/{name}": partial(replaced, text, text.upper())})
    told = page.locator("makegood-checker .mg-not-started")
    expect(told).to_be_attached()
    page.evaluate("document.getAnimations().forEach((animation) => animation.finish())")  # as after eight seconds
    expect(told).to_be_visible()
    expect(told).to_contain_text("nothing follows what you enter")
    expect(told.get_by_role("link")).to_have_attribute("href", re.compile("^#"))
    assert page.evaluate("customElements.get('makegood-checker') === undefined")
    expect_right_words(page)


def test_every_script_that_a_page_loads_is_checked(new_page: OpenPage) -> None:
    page = new_page()
    for path in (PAGE, "messages/", "tools/message-check/"):
        page.goto(path)
        page.wait_for_load_state()
        loaded: list[str] = page.evaluate(
            "performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js'))"
        )
        checked = page.evaluate("[...document.querySelectorAll('[integrity]')].map((tag) => tag.src || tag.href)")
        assert {url for url in loaded if "/worker" not in url} <= set(checked)
