"""The one way in which measurements start a browser: with a profile of its own, and as slow as one likes."""

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Page, Playwright

from benchmarks.start.slow import slowed
from tests.support.pages import QUIET_FLAGS


def new_profile() -> tempfile.TemporaryDirectory[str]:
    """Make a profile of a browser that has seen nothing yet."""
    return tempfile.TemporaryDirectory(prefix="makegood-", ignore_cleanup_errors=True)


@contextmanager
def opened(playwright: Playwright, browser: Path, profile: str, factor: int) -> Iterator[Page]:
    """Start a browser and give its empty page, until the end of the `with` statement.

    Args:
        playwright: the one that is running.
        browser: the Chromium to start.
        profile: the folder of its profile; a second visit with the same one finds what the browser kept.
        factor: the processor runs for one of so many slices of time.
    """
    with ExitStack() as stack:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=browser, args=list(QUIET_FLAGS)
        )
        stack.callback(context.close)
        page = context.pages[0]
        page.wait_for_timeout(300)
        if factor > 1:
            stack.enter_context(slowed(process_of(profile), factor))
        yield page


def process_of(profile: str) -> int:
    """Give the number of the browser's own process, not of one that it started."""
    for line in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            arguments = line.read_bytes().split(b"\0")
        except OSError:
            continue
        if f"--user-data-dir={profile}".encode() in arguments and not any(a.startswith(b"--type=") for a in arguments):
            return int(line.parent.name)
    raise RuntimeError("the browser is not to be found")
