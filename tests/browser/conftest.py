"""Small sites with a checker on a page: one with the real Python behind it, one with a stand-in for it."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from makegood.build import libraries
from makegood.checkout import ROOT
from makegood.delivery.minify import JOINED
from makegood.runtime import prepare
from policy.browser import respond
from tests.support.pages import Problems, opened
from tests.support.server import SiteServer
from tests.support.visit import NOTE_ANSWERS, Visit

ASSETS = ROOT / "docs" / "assets"
_POLICY = re.search(r'Content-Security-Policy" content="([^"]+)"', (ROOT / "theme" / "main.html").read_text())
assert _POLICY
POLICY_OF_THE_PAGE = _POLICY[1]


def checker_html(preset: dict[str, str], prefix: str = "checker-1", runtime: str = "assets/runtime/") -> str:
    """Write a checker as the build does, with the questions and the answer already inside."""
    asked = {"facts": preset, "on": "2026-05-03", "preset": list(preset), "prefix": prefix}
    first = json.loads(respond(json.dumps(asked)))
    return f"""
<makegood-checker id="{prefix}" preset='{json.dumps(preset)}' runtime="{runtime}" tables="#tables">
<form data-part="questions">{first["questions"]}</form>
<div data-part="answer">{first["answer"]}</div>
<p data-part="status" role="status"></p>
</makegood-checker>"""


def page_html(body: str, policy: str = POLICY_OF_THE_PAGE) -> str:
    """Write a page with the checker's script and nothing else."""
    return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A page</title><link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<script type="module" src="assets/checker/makegood-checker.js"></script>
</head><body><h1>A page</h1>{body}<h2 id="tables">The tables</h2></body></html>"""


def copy_scripts(assets: Path) -> None:
    """Copy the scripts as their authors wrote them: the page's rooms below `docs/assets/`."""
    for room in JOINED:
        shutil.copytree(ASSETS / room, assets / room)


@pytest.fixture(scope="session")
def runtime() -> Path:
    """The folder with the files that the browser fetches."""
    return prepare(ROOT)


@pytest.fixture
def checker_site(tmp_path: Path, runtime: Path) -> Path:
    """A site of this test's own whose checker runs the policy; the test may change its files."""
    preset = {"side": "seller", "programme": "kingston-express"}
    copy_scripts(tmp_path / "assets")
    shutil.copytree(libraries.prepare(ROOT), tmp_path / "assets" / "libraries")
    shutil.copytree(runtime, tmp_path / "assets" / "runtime")
    (tmp_path / "index.html").write_text(page_html(checker_html(preset)))
    (tmp_path / "two.html").write_text(page_html(checker_html(preset) + checker_html(preset, "checker-2")))
    (tmp_path / "far.html").write_text(page_html("<p>A line.</p>" * 400 + checker_html(preset)))
    (tmp_path / "none.html").write_text(page_html("<p>A page without a checker.</p>"))
    forbidden = f"{POLICY_OF_THE_PAGE}; worker-src 'none'"
    (tmp_path / "no-workers.html").write_text(page_html(checker_html(preset), forbidden))
    return tmp_path


@pytest.fixture
def stub_site(tmp_path: Path) -> Path:
    """A site whose worker is `stub_worker.js`; on `slow.html` it is ready only when it has `assets/slow/gate`."""
    copy_scripts(tmp_path / "assets")
    shutil.copyfile(Path(__file__).with_name("stub_worker.js"), tmp_path / "assets" / "python" / "worker.js")
    for name, runtime in (("index", "assets/runtime/"), ("slow", "assets/slow/")):
        body = f"""
<makegood-checker id="c" preset='{{"side":"seller"}}' runtime="{runtime}" tables="#tables">
<form data-part="questions"><fieldset data-fact="colour"><legend>colour</legend>
<label><input type="radio" id="c-colour-red" name="colour" value="red" data-kind="text"> red</label>
<label><input type="radio" id="c-colour-green" name="colour" value="green" data-kind="text"> green</label>
</fieldset></form>
<div data-part="answer"><p class="said">As built.</p></div>
<p data-part="status" role="status"></p>
</makegood-checker>"""
        (tmp_path / f"{name}.html").write_text(page_html(body))
    (tmp_path / "assets" / "slow").mkdir()
    (tmp_path / "assets" / "slow" / "gate").touch()
    return tmp_path


OpenSite = Callable[..., Visit]
"""Serves a folder and opens an empty page there; takes the options of `Browser.new_context`."""


@pytest.fixture
def open_site(browser: Browser) -> Iterator[OpenSite]:
    """Serve a folder and open a page; a problem in the page that the test did not expect makes the test fail."""
    with ExitStack() as stack:
        visits: list[Visit] = []

        def open_it(site: Path, **options: Any) -> Visit:
            server = stack.enter_context(SiteServer(site))
            problems = Problems(origin=server.url.rstrip("/"))
            page = stack.enter_context(opened(browser, server.url, problems, **options))
            page.add_init_script(NOTE_ANSWERS)
            visits.append(Visit(page, server, problems))
            return visits[-1]

        yield open_it
    if unexpected := [text for visit in visits for text in visit.problems.unexpected()]:
        pytest.fail("In the page:\n" + "\n".join(unexpected), pytrace=False)
