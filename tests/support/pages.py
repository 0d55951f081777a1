"""Opens pages of the site in Chromium and notes everything about them that should not happen."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, WebError, expect

from tests.support.programs import Found, started_playwright

PATIENCE = 15_000
"""For so many milliseconds a test waits until a page shows what it should: two browsers can share two slow cores."""

expect.set_options(timeout=PATIENCE)

QUIET_FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Chromium without a window, that asks nobody anything by itself. Names are looked up: that belongs to a visit."""

CHROMIUM_FLAGS = (
    *QUIET_FLAGS,
    # Nothing but the test's own server can be reached, whatever a page tries.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)

# The browser tells a page of each violation of its content-security policy; this passes it on to Problems.
_TELL_VIOLATIONS = """
addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
  makegoodViolation(`${violatedDirective} blocked ${blockedURI} (${sourceFile}:${lineNumber})`));
"""


@dataclass
class Problems:
    """What went wrong in the pages of one test: violations of their policy, errors, requests to other hosts.

    A test that provokes one says so beforehand: `problems.expect("404.*policy.whl")`.
    """

    origin: str
    found: list[str] = field(default_factory=list)
    _expected: list[re.Pattern[str]] = field(default_factory=list)

    def expect(self, pattern: str) -> None:
        """Let problems pass in whose text the regular expression is found."""
        self._expected.append(re.compile(pattern))

    def unexpected(self) -> list[str]:
        """Return the problems that no test said it provokes."""
        return [text for text in self.found if not any(pattern.search(text) for pattern in self._expected)]

    def watch(self, context: BrowserContext) -> None:
        """Note the problems of all pages, frames and workers of a browser context from now on."""
        context.expose_binding("makegoodViolation", self._violation)
        context.add_init_script(_TELL_VIOLATIONS)
        context.on("console", self._console)
        context.on("weberror", self._error)
        context.on("request", self._request)

    def _violation(self, _source: dict[str, Any], text: str) -> None:
        self.found.append(f"content-security policy: {text}")

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.found.append(f"console: {message.text} ({message.location['url']})")

    def _error(self, error: WebError) -> None:
        self.found.append(f"uncaught: {error.error}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.netloc and f"{address.scheme}://{address.netloc}" != self.origin:
            self.found.append(f"request to another host: {request.url}")


@contextmanager
def started_chromium(found: Found) -> Iterator[Browser]:
    """Start this Chromium, and end it with the `with` statement."""
    with started_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found.path, args=list(CHROMIUM_FLAGS))
        yield started
        started.close()


@contextmanager
def opened(browser: Browser, url: str, problems: Problems, **options: Any) -> Iterator[Page]:
    """Open an empty page whose addresses are relative to `url`; what goes wrong in it is noted in `problems`.

    Args:
        browser: The Chromium.
        url: The address of the site, with a slash at the end.
        problems: Where to note them.
        options: For `Browser.new_context`: `color_scheme="dark"`, `viewport=...`, `java_script_enabled=False`. A page
            keeps nothing for later, and counts every request, unless it says `service_workers="allow"`.
    """
    options.setdefault("service_workers", "block")
    context = browser.new_context(base_url=url, reduced_motion="reduce", **options)
    problems.watch(context)
    page = context.new_page()
    try:
        yield page
        # One turn of the page's event loop, so that what it still has to report arrives.
        page.wait_for_timeout(20)
    finally:
        context.close()


def until(page: Page, is_so: Callable[[], Any], seconds: float = 60) -> None:
    """Wait until something is so; fail when it is not within some seconds.

    A page's own state is looked at from here, with `page.evaluate`. `page.wait_for_function` evaluates text inside the
    page, again and again, and the page's content-security policy rightly refuses that the second time.
    """
    for _ in range(int(seconds * 20)):
        if is_so():
            return
        page.wait_for_timeout(50)
    pytest.fail("It did not come to that.")
