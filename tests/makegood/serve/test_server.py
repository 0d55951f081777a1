import json
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.pages import Problems, opened

pytestmark = pytest.mark.site

SERVE = "import sys; from makegood.serve.server import serve; sys.exit(serve(port=int(sys.argv[1])))"
REBUILD = 20_000
"""Milliseconds that a build may take here, on a machine that does other things as well."""


def start(project: Path, port: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", SERVE, str(port)]
    return subprocess.Popen(command, cwd=project, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def stop(server: subprocess.Popen[str]) -> str:
    """Press Ctrl-C, and return what the server still said."""
    server.send_signal(signal.SIGINT)
    output, _ = server.communicate(timeout=10)
    return output


@pytest.fixture
def url(project: Path) -> Iterator[str]:
    with start(project) as server:
        assert server.stdout
        for line in server.stdout:
            if found := re.search(r"http://\S+", line):
                break
        else:
            pytest.fail("the server ended before it served anything")
        yield f"{found[0]}/"
        assert stop(server).endswith("Stopped.\n")
        assert server.returncode == 0


@pytest.fixture
def home(browser: Browser, url: str) -> Iterator[Page]:
    problems = Problems(origin=url.rstrip("/"))
    with opened(browser, url, problems) as page:
        page.goto("")
        expect(page.get_by_text("Wait for the inspection.")).to_be_visible()
        yield page
    assert problems.unexpected() == []


def test_a_changed_rule_shows_on_the_open_page_and_reaches_the_checker(project: Path, url: str, home: Page) -> None:
    before = manifest(url)
    (project / "policy" / "__init__.py").write_text('RULE = "Refund at once."\n')
    expect(home.get_by_text("Refund at once.")).to_be_visible(timeout=REBUILD)
    assert manifest(url) != before


def test_the_open_page_is_built_first_with_its_python_and_the_others_stay_as_they_were(project: Path) -> None:
    (project / "docs" / "other.md").write_text("# Other\n\n{{ rule() }}\n")
    assert run(project, "makegood.build.site", "--plain", "--out", "old") == 0
    (project / "policy" / "__init__.py").write_text('RULE = "Refund at once."\n')
    assert (
        run(project, "makegood.serve.open_pages", "--site", "old", "--out", "new", "/", "/no-such-page/", "/../") == 0
    )
    assert "Refund at once." in (project / "new" / "index.html").read_text()
    assert "Wait for the inspection." in (project / "new" / "other" / "index.html").read_text()
    old, new = ((project / site / "assets" / "runtime" / "manifest.json").read_bytes() for site in ("old", "new"))
    assert old != new == (project / "docs" / "assets" / "runtime" / "manifest.json").read_bytes()
    assert not list(project.glob(".site-*")) + list(project.glob("new-*"))


def test_the_other_pages_follow_the_open_one(project: Path, url: str, home: Page) -> None:
    rule = project / "policy" / "__init__.py"
    (project / "docs" / "other.md").write_text("# Other\n\n{{ rule() }}\n")
    until(lambda: "Wait for the inspection." in text_of(f"{url}other/"))
    rule.write_text('RULE = "Refund at once."\n')
    expect(home.get_by_text("Refund at once.")).to_be_visible(timeout=REBUILD)
    until(lambda: "Refund at once." in text_of(f"{url}other/"))


def test_a_changed_page_or_setting_shows_on_the_open_page(project: Path, home: Page) -> None:
    (project / "docs" / "index.md").write_text("# Home\n\nNew words.\n")
    expect(home.get_by_text("New words.")).to_be_visible(timeout=REBUILD)
    # As many editors save: a new file takes the old one's place.
    settings = project / "mkdocs.yml"
    (project / "new.yml").write_text(settings.read_text().replace("Small", "Tiny"))
    (project / "new.yml").replace(settings)
    expect(home).to_have_title("Tiny", timeout=REBUILD)


def test_a_rule_that_cannot_be_built_is_explained_over_the_last_good_page(project: Path, home: Page) -> None:
    rule = project / "policy" / "__init__.py"
    good = rule.read_text()
    rule.write_text("RULE = (\n")
    explained = home.get_by_role("alert")
    expect(explained).to_contain_text("SyntaxError", timeout=REBUILD)
    expect(home.get_by_text("Wait for the inspection.")).to_be_visible()
    rule.write_text(good)
    expect(explained).to_be_hidden(timeout=REBUILD)


def test_before_the_first_good_build_the_page_says_what_is_wrong(browser: Browser, project: Path) -> None:
    (project / "docs" / "index.md").write_text("{{ no_such_macro() }}")
    with start(project) as server:
        assert server.stdout
        found = next(match for line in server.stdout if (match := re.search(r"http://\S+", line)))
        url = f"{found[0]}/"
        with opened(browser, url, Problems(origin=found[0])) as page:
            page.goto("")
            expect(page.locator("body > pre")).to_contain_text("no_such_macro")
            (project / "docs" / "index.md").write_text("Now it works.")
            expect(page.get_by_text("Now it works.")).to_be_visible(timeout=REBUILD)
        stop(server)


def test_a_browser_asks_each_time_and_is_sent_only_what_changed(url: str) -> None:
    with urllib.request.urlopen(f"{url}assets/runtime/manifest.json") as answer:
        assert answer.headers["Cache-Control"] == "no-cache"
        etag = answer.headers["ETag"]
    request = urllib.request.Request(f"{url}assets/runtime/manifest.json", headers={"If-None-Match": etag})
    with pytest.raises(HTTPError) as unchanged:
        urllib.request.urlopen(request)
    with unchanged.value as answer:
        assert answer.code == 304


def test_an_unknown_address_gets_the_sites_own_page_for_that(url: str) -> None:
    with pytest.raises(HTTPError) as missing:
        urllib.request.urlopen(f"{url}nowhere/")
    with missing.value as page:
        assert page.code == 404
        assert page.read().startswith(b"Not here")


def test_a_taken_port_is_told_in_a_sentence(project: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with start(project, port) as server:
            output, _ = server.communicate(timeout=30)
    assert server.returncode == 1
    assert output == f"Port {port} is in use. Stop what uses it, or take another port: make serve PORT={port + 1}\n"


def run(project: Path, module: str, *arguments: str) -> int:
    """Run a program of the project's own `makegood`, and return its exit code."""
    return subprocess.run([sys.executable, "-m", module, *arguments], cwd=project, check=False).returncode


def text_of(url: str) -> str:
    """Give a page as it is served; empty while there is none."""
    try:
        with urllib.request.urlopen(url) as answer:
            return str(answer.read().decode())
    except HTTPError as missing:
        missing.close()
        return ""


def until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    ends = time.monotonic() + REBUILD / 1000
    while not is_so():
        assert time.monotonic() < ends, "it did not come to that"
        time.sleep(0.1)


def manifest(url: str) -> object:
    with urllib.request.urlopen(f"{url}assets/runtime/manifest.json") as answer:
        return json.load(answer)
