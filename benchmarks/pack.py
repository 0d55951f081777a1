"""Measure what an evidence pack with a large video costs: seconds, and the memory of the tab that makes it.

    .venv/bin/python -m benchmarks.pack [megabytes]

Needs the built site (`make build`), a Chromium, and Linux, which tells the memory of a process.
"""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, Page

from makegood.checkout import ROOT
from makegood.commands.verify_pack import verify
from tests.support.pages import Problems, opened, started_chromium
from tests.support.programs import CHROMIUM
from tests.support.reader import Reader
from tests.support.server import SiteServer

MEGABYTES: Final = 300
"""The video's size where nothing else is asked for."""

_FACTS: Final = {"side": "seller", "programme": "kingston-express", "problem": "damaged", "fulfilment": "platform"}


class Memory:
    """The memory of some processes, looked at twenty times a second. All numbers are megabytes (10⁶ bytes)."""

    def __init__(self, processes: list[int]) -> None:
        self._processes = processes
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self.before = self.peak = self.now()

    def now(self) -> float:
        """Give what they hold now that is nobody else's: anonymous memory and shared memory of their own."""
        return sum(map(_held, self._processes)) / 1000

    @contextmanager
    def watched(self) -> Iterator["Memory"]:
        """Note the peak until the block ends."""
        self._thread.start()
        try:
            yield self
        finally:
            self._stop.set()
            self._thread.join()

    def _watch(self) -> None:
        while not self._stop.wait(0.05):
            self.peak = max(self.peak, self.now())


def _held(process: int) -> int:
    """Give the kilobytes that a process holds; nothing once it has ended."""
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError:
        return 0
    fields = dict(line.split(":", 1) for line in lines)
    return sum(int(fields[name].split()[0]) for name in ("RssAnon", "RssShmem") if name in fields)


def make_pack(page: Page, video: Path) -> float:
    """Make a pack with a video as a reader does, and give the seconds until the page says that it is made."""
    page.locator("summary", has_text="Pack the proof").click()
    page.locator("[data-tool=choose]").set_input_files(video)
    started = time.monotonic()
    page.locator("[data-tool=pack]").click()
    said = page.locator("[data-tool-box]:has([data-tool=pack]) [data-tool-part=said]", has_text="Fingerprint")
    said.wait_for(timeout=300_000)
    return time.monotonic() - started


def measure(browser: Browser, url: str, video: Path) -> str:
    """Make one pack, and say in a row of a table what it cost."""
    problems = Problems(origin=url.rstrip("/"))
    with opened(browser, url, problems, viewport={"width": 360, "height": 740}) as page:
        Reader(page, "check/", date(2026, 11, 21)).tell(_FACTS)
        session = browser.new_browser_cdp_session()
        found = session.send("SystemInfo.getProcessInfo")["processInfo"]
        tab = Memory([process["id"] for process in found if process["type"] == "renderer"])
        whole = Memory([process["id"] for process in found])
        with tab.watched(), whole.watched(), page.expect_download(timeout=300_000) as saved:
            seconds = make_pack(page, video)
            pack = Path(saved.value.path())
        wrong = [*problems.unexpected(), *verify(pack).findings]
        if wrong:
            sys.exit(f"The pack is not right: {wrong}")
    grown = [f"{memory.before:.0f} to {memory.peak:.0f} MB" for memory in (tab, whole)]
    return f"| {video.stat().st_size / 1e6:.0f} MB | {seconds:.1f} | {grown[0]} | {grown[1]} |"


def main() -> None:
    """Measure both ways and print them as a table."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else MEGABYTES
    found = CHROMIUM.get_or_exit()
    with (
        tempfile.TemporaryDirectory() as folder,
        started_chromium(found) as browser,
        SiteServer(ROOT / "site") as server,
    ):
        video = Path(folder) / "video.mp4"
        with video.open("wb") as file:
            for _ in range(size):
                file.write(os.urandom(1_000_000))
        print("| video | seconds | the tab's memory, before and at most | the whole browser's |")
        print("| --- | --: | --: | --: |")
        print(measure(browser, server.url, video))


if __name__ == "__main__":
    main()
