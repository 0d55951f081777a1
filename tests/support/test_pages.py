"""What the pages of a test are watched for. These pages break the rules on purpose, in a site made up for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.support.pages import Problems, opened
from tests.support.server import SiteServer

STRICT = """<meta http-equiv="Content-Security-Policy" content="default-src 'self'">"""


@pytest.fixture
def bad_site(tmp_path: Path) -> Iterator[SiteServer]:
    pages = {
        "good.html": f"<!doctype html><head>{STRICT}<script src=good.js></script>",
        "good.js": "console.log('all is well')",
        "inline.html": f"<!doctype html><head>{STRICT}<script>1</script>",
        "late.html": f"<!doctype html><head>{STRICT}<script src=late.js defer></script>",
        "late.js": "document.body.insertAdjacentHTML('beforeend', '<p style=color:red>')",
        "host.html": "<!doctype html><img src=http://shop.example/pixel.gif>",
        "worker.html": "<!doctype html><script src=worker-start.js></script>",
        "worker-start.js": "new Worker('worker.js').onmessage = () => document.body.append('done')",
        "worker.js": "fetch('http://shop.example/').catch(() => postMessage(''))",
        "throws.html": "<!doctype html><script src=throws.js></script>",
        "throws.js": "setTimeout(() => { throw new Error('no answer') })",
        "lost.html": "<!doctype html><script src=lost.js></script>",
        "lost.js": "",
        "favicon.ico": "",
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text)
    with SiteServer(tmp_path) as server:
        yield server


def problems_of(browser: Browser, server: SiteServer, path: str, **options: object) -> Problems:
    problems = Problems(origin=server.url.rstrip("/"))
    with opened(browser, server.url, problems, **options) as page:
        page.goto(path)
        if path == "worker.html":
            page.get_by_text("done").wait_for()
    return problems


def test_a_page_that_keeps_the_rules_has_no_problem(browser: Browser, bad_site: SiteServer) -> None:
    assert problems_of(browser, bad_site, "good.html").found == []


@pytest.mark.parametrize(
    "path, problem",
    [
        ("inline.html", "content-security policy: script-src-elem blocked inline"),
        ("late.html", "content-security policy: style-src-attr blocked inline"),
        ("host.html", "request to another host: http://shop.example/pixel.gif"),
        ("worker.html", "request to another host: http://shop.example/"),
        ("throws.html", "uncaught: no answer"),
    ],
)
def test_a_page_that_breaks_a_rule_is_noted(browser: Browser, bad_site: SiteServer, path: str, problem: str) -> None:
    found = problems_of(browser, bad_site, path).found
    assert [text for text in found if text.startswith(problem)], found


def test_a_lost_file_is_a_problem_unless_the_test_expects_it(browser: Browser, bad_site: SiteServer) -> None:
    bad_site.missing.add("*.js")
    problems = problems_of(browser, bad_site, "lost.html")
    assert len(problems.unexpected()) == 1
    problems.expect("404.*lost.js")
    assert problems.unexpected() == []


def test_a_page_without_javascript_can_be_opened(browser: Browser, bad_site: SiteServer) -> None:
    assert problems_of(browser, bad_site, "throws.html", java_script_enabled=False).found == []


def test_a_file_can_be_held_back(browser: Browser, bad_site: SiteServer) -> None:
    problems = Problems(origin=bad_site.url.rstrip("/"))
    with opened(browser, bad_site.url, problems) as page:
        messages: list[str] = []
        page.on("console", lambda message: messages.append(message.text))
        with bad_site.holding("good.js"):
            page.goto("good.html", wait_until="commit")
            page.wait_for_timeout(200)
            assert messages == []
        page.wait_for_load_state()
    assert messages == ["all is well"]
    assert bad_site.requests["good.js"] == 1
