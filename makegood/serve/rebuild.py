"""Builds the site again for the live server: the pages that somebody looks at at once, then the whole site.

A build runs in a process of its own, so a changed rule, macro or template is imported afresh. A build that fails leaves
the site as it was, and every open page says why.
"""

import asyncio
import contextlib
import os
import shutil
import signal
import sys
from pathlib import Path

from makegood.build.errors import plain
from makegood.build.site import swap
from makegood.checkout import ROOT
from makegood.serve.published import Published
from makegood.serve.static import locate

_PATIENCE = 5
"""Seconds that a build that is no longer wanted has for taking its files away."""


class Builder:
    """Builds the site, in a process of its own each time."""

    def __init__(self, site: Path, published: Published) -> None:
        self._site = site
        self._fresh = site.with_name(".site-serve")
        self._published = published
        self._is_ahead = False  # the open pages are newer than the site around them

    async def build_open_pages(self) -> None:
        """Show the pages that are open as they will be; where that fails, the build of the whole site tells why."""
        pages = self._published.open_pages
        self._is_ahead = False
        if not pages or not self._published.build:
            return
        try:
            code, _ = await self._run("makegood.serve.open_pages", "--site", str(self._site), *pages)
            if code == 0:
                swap(self._fresh, self._site)
                self._is_ahead = True
                self._published.succeed()
        finally:
            shutil.rmtree(self._fresh, ignore_errors=True)

    async def build(self) -> None:
        """Build the whole site, and put the result in place or publish the reason why there is none."""
        try:
            code, output = await self._run("makegood.build.site", "--plain")
            if code == 0:
                is_news = not self._is_ahead or self._differs()
                swap(self._fresh, self._site)
                if is_news:
                    self._published.succeed()
                say(output.splitlines()[-1].replace(self._fresh.name, self._site.name))
            else:
                error = plain(output, ROOT)
                self._published.fail(error)
                say(f"\n{error}\n\nThis cannot be built, so the pages stay as they were. Repair it, and they follow.")
        finally:
            shutil.rmtree(self._fresh, ignore_errors=True)

    def _differs(self) -> bool:
        """Tell whether an open page is another one in the fresh site than in the one that is served."""
        for page in self._published.open_pages:
            old, new = (locate(site, page) for site in (self._site, self._fresh))
            if old is None or new is None or old.read_bytes() != new.read_bytes():
                return True
        return False

    async def _run(self, module: str, *options: str) -> tuple[int, str]:
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", module, "--out", str(self._fresh), *options),
            cwd=ROOT,
            # An author wants to see the change; that Python starts slower in the page matters less.
            env={**os.environ, "MAKEGOOD_QUICK_STARTS": "no"},
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            # Ctrl-C reaches every process of the terminal's group; this one is ended below, without a traceback.
            start_new_session=True,
        )
        try:
            output, _ = await process.communicate()
        except asyncio.CancelledError:
            await _end(process)
            raise
        return process.returncode or 0, output.decode(errors="replace").strip()


async def _end(process: asyncio.subprocess.Process) -> None:
    """End a build and all that it has started."""
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, number)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(process.communicate(), _PATIENCE)
            return


def say(text: str) -> None:
    """Tell the author something, at once."""
    print(text, flush=True)
