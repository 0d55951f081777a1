"""Whether a built site is what a build would make again: then there is nothing to do.

A record below `.cache/` tells what a site was made from, and what the build had written when it was done. A file that
was changed, added or removed on either side, another day, another option: the site is built anew.
"""

import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

_FOLDERS: Final = ("docs", "macros", "makegood", "policy", "theme")
"""What a site is made from, with the files beside them: settings, locks and licences."""

_MADE: Final = tuple(Path("docs/assets", name) for name in ("answers", "libraries", "runtime"))
"""What a build makes beside the site."""

_ENVIRONMENT: Final = ("MAKEGOOD_", "SITE_URL", "SOURCE_DATE_EPOCH")


def made_from(root: Path, *options: object) -> str:
    """Hash all that decides what a build makes.

    Args:
        root: The project's root.
        options: Those of the build.
    """
    environment = sorted((name, value) for name, value in os.environ.items() if name.startswith(_ENVIRONMENT))
    day = datetime.now(UTC).date()  # MkDocs writes it into the site map
    total = hashlib.sha256(repr((options, environment, day.isoformat(), sys.version)).encode())
    for path in sorted(_sources(root)):
        data = path.read_bytes()
        total.update(f"\0{path.relative_to(root).as_posix()}\0{len(data)}\0".encode() + data)
    return total.hexdigest()


def is_current(root: Path, site: Path, source: str) -> bool:
    """Tell whether the site was made from this, and is as the build left it."""
    try:
        record = json.loads(_record(root, site).read_bytes())
    except (OSError, ValueError):
        return False
    return site.is_dir() and record == [source, _state(root, site)]


def note(root: Path, site: Path, source: str) -> None:
    """Note what a site was made from, now that it is whole."""
    record = _record(root, site)
    record.parent.mkdir(parents=True, exist_ok=True)
    record.write_text(json.dumps([source, _state(root, site)]), encoding="utf-8")


def _sources(root: Path) -> Iterator[Path]:
    made = [root / folder for folder in _MADE]
    yield from (path for path in root.iterdir() if path.is_file())
    for folder, inner, files in (each for name in _FOLDERS for each in (root / name).walk()):
        inner[:] = [name for name in inner if name != "__pycache__" and folder / name not in made]
        yield from (folder / name for name in files if (folder / name).is_file())


def _state(root: Path, site: Path) -> str:
    """Sum up what stands in the folders that a build writes: names, sizes and dates."""
    total = hashlib.sha256()
    for path in sorted(_files(site, *(root / folder for folder in _MADE))):
        stat = path.stat()
        total.update(f"\0{path.as_posix()}\0{stat.st_size}\0{stat.st_mtime_ns}".encode())
    return total.hexdigest()


def _files(*folders: Path) -> Iterable[Path]:
    return (path for folder in folders for path in folder.rglob("*") if path.is_file())


def _record(root: Path, site: Path) -> Path:
    return root / ".cache" / "built" / f"{hashlib.sha256(site.as_posix().encode()).hexdigest()[:16]}.json"
