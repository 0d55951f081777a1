"""Finds the web servers that `deploy/` configures, or gets them: `python -m makegood.webservers` does both.

Only tests need them. Where they are not installed, Debian's packages are downloaded and unpacked into `.venv`, not
installed: an installed one would start at once and take port 80.
"""

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from makegood import programs

UNPACKED = Path(sys.prefix) / "webservers"
PACKAGES = ("nginx", "libnginx-mod-http-brotli-static", "caddy")
_PLACES = {"nginx": "usr/sbin/nginx", "caddy": "usr/bin/caddy"}
_MODULE = "lib/nginx/modules/ngx_http_brotli_static_module.so"


class NoWebServerError(Exception):
    """One is missing; the message says what to do."""


@dataclass(frozen=True)
class WebServers:
    """Programs that start on this machine."""

    nginx: Path
    brotli: Path | None
    """nginx's module that sends `.br` files, where there is one."""
    caddy: Path

    def __str__(self) -> str:
        return f"{self.nginx} ({'with' if self.brotli else 'without'} brotli) and {self.caddy}"


def find() -> WebServers | None:
    """Return those that are already here: on PATH, where Debian installs them, or unpacked before."""
    found = {name: _find(name, place) for name, place in _PLACES.items()}
    if not (found["nginx"] and found["caddy"]):
        return None
    nginx = found["nginx"]
    module = nginx.parents[1] / _MODULE
    return WebServers(nginx, module if module.is_file() else None, found["caddy"])


def get() -> WebServers:
    """Return them, downloading what is missing.

    Raises:
        NoWebServerError: They are not here and could not be downloaded.
    """
    if servers := find():
        return servers
    if shutil.which("apt-get") and shutil.which("dpkg-deb"):
        print(f"No nginx or Caddy here: unpacking {', '.join(PACKAGES)} into {UNPACKED}.", flush=True)
        _unpack()
        if servers := find():
            return servers
    raise NoWebServerError("The tests of deploy/ need nginx and Caddy. Install both, so that they are found on PATH.")


def _find(name: str, place: str) -> Path | None:
    # Debian keeps nginx where an ordinary user's PATH does not lead.
    candidates = (shutil.which(name), f"/{place}", UNPACKED / place)
    for path in (Path(candidate) for candidate in candidates if candidate):
        if path.is_file() and _starts(path):
            return path.resolve()
    return None


def _starts(path: Path) -> bool:
    """Tell whether it runs here: an unpacked one may lack a library."""
    return programs.said(path, "-v" if path.name == "nginx" else "version") is not None


def _unpack() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        download = ("apt-get", "-q", "download", *PACKAGES)
        if not programs.run(*download, folder=folder):
            as_root = programs.become_root()
            if as_root is not None and programs.run(*as_root, "apt-get", "-q", "update"):
                programs.run(*download, folder=folder)
        UNPACKED.mkdir(parents=True, exist_ok=True)
        for package in sorted(folder.glob("*.deb")):
            programs.run("dpkg-deb", "-x", str(package), str(UNPACKED))


def main() -> int:
    """Find or get them and say which."""
    try:
        print(f"Tests of deploy/ use {get()}")
    except NoWebServerError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
