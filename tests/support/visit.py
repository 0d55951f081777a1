"""A visit to a small site with a checker: how Python starts there, and what the reader is told when it cannot."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from makegood.integrity import integrity_of
from tests.support.pages import Problems, until
from tests.support.reader import unfold_around
from tests.support.server import SiteServer

START = 60_000
"""How long a start may take on a busy machine, in milliseconds."""

PYTHON = """import("/assets/python/python.js").then(({ Python }) =>
  Python.at(new URL("assets/runtime/", document.baseURI).href))"""
"""The page's own Python, seen from a test."""

NOTE_ANSWERS = """
window.makegoodAnswers = [];
document.addEventListener("makegood:answer", ({ detail }) => window.makegoodAnswers.push(detail.request));
"""
"""Runs in a page before its own scripts, so that `Visit.answers` can tell."""


class Visit:
    """A page that is open in the browser, its server, and what went wrong in it."""

    def __init__(self, page: Page, server: SiteServer, problems: Problems) -> None:
        self.page = page
        self.server = server
        self.problems = problems

    def answers(self) -> list[dict[str, Any]]:
        """Give the requests that were answered so far, as data."""
        texts: list[str] = self.page.evaluate("window.makegoodAnswers")
        return [json.loads(text) for text in texts]


def checker(visit: Visit) -> Locator:
    """Give the first checker of the page."""
    return visit.page.locator("makegood-checker").first


def expect_state(visit: Visit, state: str) -> None:
    """The checker gets into this state."""
    expect(checker(visit)).to_have_attribute("data-state", state, timeout=START)


def expect_answer(visit: Visit) -> None:
    """Python answers a click."""
    unfold_around(visit.page.locator('[name="fulfilment"][value="platform"]')).check()
    expect(checker(visit).get_by_role("status")).to_contain_text("Updated.", timeout=START)
    assert visit.answers()[-1]["facts"]["fulfilment"] == "platform"


def start_of(visit: Visit) -> str:
    """Tell in which way Python was started."""
    return str(visit.page.evaluate(f"{PYTHON}.then((python) => python.how)"))


def expect_start(visit: Visit, name: str) -> None:
    """The checker gets ready in this way, and answers."""
    # The ways before it take their time too, and may have been ready for a moment.
    until(visit.page, lambda: start_of(visit) == name, seconds=2 * START / 1000)
    expect_state(visit, "ready")
    expect_answer(visit)


def expect_start_in_spite_of(problem: str, visit: Visit, name: str) -> None:
    """On a fresh page, which tells its author of a problem (a regular expression), the checker starts in this way."""
    visit.problems.expect(problem)
    visit.page.goto("")
    expect_start(visit, name)


def expect_failure(visit: Visit, why: str) -> None:
    """The reader is told in a sentence, is pointed to the tables, and has the questions and the answer of the build."""
    expect_state(visit, "failed")
    expect(checker(visit)).to_have_attribute("data-why", why)
    status = checker(visit).get_by_role("status")
    expect(status).to_contain_text("Your answers stay on this page")
    expect(status.get_by_role("link")).to_have_attribute("href", "#tables")
    expect(checker(visit).get_by_role("progressbar")).to_have_count(0)
    expect(checker(visit).locator("form input").first).to_be_attached()


def file_of(site: Path, pattern: str) -> Path:
    """Give the one file of the runtime that fits a pattern."""
    (found,) = (site / "assets" / "runtime").glob(pattern)
    return found


def keep_starts(site: Path, *names: str) -> dict[str, Any]:
    """Leave only these ways to start in the site's manifest, and give the manifest."""
    path = file_of(site, "manifest.json")
    manifest: dict[str, Any] = json.loads(path.read_text())
    manifest["starts"] = [start for start in manifest["starts"] if start["name"] in names]
    path.write_text(json.dumps(manifest))
    return manifest


def replace_file(site: Path, pattern: str, data: bytes) -> None:
    """Put another file in the place of one, and let the manifest tell its size and hash truly."""
    path = file_of(site, pattern)
    path.write_bytes(data)
    manifest_path = file_of(site, "manifest.json")
    manifest = json.loads(manifest_path.read_text())
    [listed] = [file for file in manifest["files"] if file["path"].endswith(path.name)]
    listed["bytes"] = len(data)
    listed["integrity"] = integrity_of(data)
    manifest_path.write_text(json.dumps(manifest))
