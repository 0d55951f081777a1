"""Programs that only tests and measurements need: a browser, and the web servers that `deploy/` configures.

    >>> CHROMIUM.find().version  # doctest: +SKIP
    'Chromium 150.0.7871.100 built on Debian GNU/Linux 13 (trixie)'

`make programs` finds or gets all of them and tells what it could not get. Setting a program's variable to a path, such
as CHROMIUM, decides which one is used.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Final

from tests.support.programs import ways
from tests.support.programs.program import Found, MissingError, Program
from tests.support.programs.ways import started_playwright

__all__ = [
    "ALL",
    "CADDY",
    "CHROMIUM",
    "NGINX",
    "Found",
    "MissingError",
    "Program",
    "brotli_module",
    "missing",
    "started_playwright",
]


def _chromium_places() -> Iterator[str | Path]:
    yield from ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
    yield "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"
    yield "/Applications/Chromium.app/Contents/MacOS/Chromium"
    yield from ways.downloaded()


CHROMIUM: Final = Program(
    name="Chromium",
    marker="browser",
    places=_chromium_places,
    version="--version",
    # It works without fonts, but the pages would not look as they do on a reader's machine.
    ways=(partial(ways.install, "chromium", "fonts-dejavu-core", "fonts-liberation"), ways.download),
    remedy="Install Chromium or Google Chrome: README.md has the command for your system. Or set CHROMIUM to its path.",
)
NGINX: Final = Program(
    name="nginx",
    marker="nginx",
    # Debian keeps it where an ordinary user's PATH does not lead.
    places=lambda: ("nginx", "/usr/sbin/nginx", ways.UNPACKED / "usr/sbin/nginx"),
    version="-v",
    ways=(partial(ways.unpack, "nginx", "libnginx-mod-http-brotli-static"),),
    remedy="Install nginx: README.md has the command for your system. Or set NGINX to its path.",
)
CADDY: Final = Program(
    name="Caddy",
    marker="caddy",
    places=lambda: ("caddy", ways.UNPACKED / "usr/bin/caddy"),
    version="version",
    ways=(partial(ways.unpack, "caddy"),),
    remedy="Install Caddy: README.md has the command for your system. Or set CADDY to its path.",
)
ALL: Final = (CHROMIUM, NGINX, CADDY)


def missing(programs: Iterable[Program] = ALL) -> dict[Program, MissingError]:
    """Get each program, print which one is used, and give those that cannot be had, with the reasons."""
    lacking = {}
    for program in programs:
        try:
            print(f"{program.name} for the tests: {program.get()}", flush=True)
        except MissingError as reasons:
            lacking[program] = reasons
    return lacking


def brotli_module(nginx: Found) -> Path | None:
    """Give nginx's module that sends `.br` files, where Debian's package of it stands beside this nginx."""
    module = nginx.path.resolve().parents[1] / "lib/nginx/modules/ngx_http_brotli_static_module.so"
    return module if module.is_file() else None
