"""One visit of a page in a browser of its own: when which answer was there, and how much memory it took."""

import re
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from playwright.sync_api import Page, Playwright

from benchmarks.start.browser import opened, process_of

HERE = Path(__file__).parent
CHOICES = (
    ("programme", "kingston-express"),
    ("problem", "damaged"),
    ("fulfilment", "platform"),
    ("inspection", "pending"),
    ("problem", "missing-item"),
    ("fulfilment", "seller"),
    ("problem", "not-received"),
    ("programme", "ebay"),
    ("side", "buyer"),
    ("problem", "damaged"),
    ("programme", "kakobuy"),
)
"""What is clicked for the later answers, in this order; what is not on the page then is left out."""

WAIT = 120_000


class Visit(NamedTuple):
    """What a visit took: milliseconds, and the largest renderer's memory in megabytes. None was not looked for."""

    first: float
    python: float | None = None
    click: float | None = None
    click_python: float | None = None
    memory: float = 0


def visit(playwright: Playwright, browser: Path, profile: str, url: str, kind: str, factor: int) -> Visit:
    """Open a page in a browser with this profile, and wait for all that it gives.

    Args:
        playwright: the one that is running.
        browser: the Chromium to start.
        profile: the folder of its profile; a second visit with the same one finds what the browser kept.
        url: the page's address.
        kind: its name in `benchmarks.page.layout.PAGES`, or "alone" for the site's page where Python never comes.
        factor: the processor runs for one of so many slices of time.
    """
    with opened(playwright, browser, profile, factor) as page:
        page.add_init_script(path=HERE / "watch.js")
        page.goto(url, wait_until="commit")
        if kind in ("stock", "start"):
            page.wait_for_selector("html[data-ms]", state="attached", timeout=WAIT)
            answered = _noted(page, "ms")
            return Visit(answered, answered, memory=_memory(profile))
        page.wait_for_selector("html[data-first]", state="attached", timeout=WAIT)
        first = _noted(page, "first")
        if kind == "alone":
            page.wait_for_selector("makegood-checker[data-state=failed]", state="attached", timeout=WAIT)
            return Visit(first, click=median(each[0] for each in _clicks(page, python=False)))
        if kind != "site":
            return Visit(first, memory=_memory(profile))
        page.wait_for_selector("html[data-python]", state="attached", timeout=WAIT)
        python, memory = _noted(page, "python"), _memory(profile)
        clicks = _clicks(page, python=True)
        page.wait_for_timeout(300)  # what is kept for the next visit is written down
        return Visit(first, python, median(c[0] for c in clicks), median(c[1] for c in clicks), memory)


def _noted(page: Page, name: str) -> float:
    return float(page.evaluate("(name) => document.documentElement.dataset[name]", name))


def _clicks(page: Page, *, python: bool) -> list[Any]:
    script = (HERE / "clicks.js").read_text()
    clicks: list[Any] = page.evaluate(script[script.index("async") :], {"choices": CHOICES, "python": python})
    return clicks


def _memory(profile: str) -> float:
    """Give the most memory that a process showing pages has had, in megabytes."""
    parent, found = process_of(profile), 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            text = status.read_text()
            arguments = status.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if b"--type=renderer" in arguments and _is_below(int(status.parent.name), parent):
            peak = re.search(r"VmHWM:\s*(\d+)", text)
            found = max(found, int(peak[1]) if peak else 0)
    return found / 1024


def _is_below(process: int, ancestor: int) -> bool:
    while process > 1:
        if process == ancestor:
            return True
        try:
            process = int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            return False
    return False
