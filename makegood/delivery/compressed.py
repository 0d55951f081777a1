"""Puts a `.br` and a `.gz` beside every file that gets smaller by it, for hosts that send such files as they are.

What was compressed once is kept below `.cache/`, by the hash of its content: the runtime and the compiled answers
change seldom, and take most of the time.
"""

import gzip
import hashlib
import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

import brotli  # type: ignore[import-untyped]  # it has none

SUFFIXES: Final = frozenset(
    {".css", ".html", ".js", ".json", ".mjs", ".snapshot", ".svg", ".txt", ".wasm", ".webmanifest", ".xml", ".zip"}
)
SMALLEST: Final = 512
"""Bytes below which a file is sent as it is: it fits into the first packet either way."""

LARGE: Final = 1_500_000
"""Bytes above which brotli takes ten seconds and more at its best level, for some 14 % less."""

WORTH: Final = 0.95
"""The share of a file's size that the compressed one may have at most."""

_DAYS = 14 * 86_400


def compress(site: Path, cache: Path) -> None:
    """Compress what is in the folder of a built site.

    With `MAKEGOOD_SMALLEST=yes` in the environment even the largest files are compressed as far as it goes, which takes
    a minute more; for a release.

    Args:
        site: The folder.
        cache: Where to keep what was compressed, for the next time.
    """
    cache.mkdir(parents=True, exist_ok=True)
    paths = [path for path in site.rglob("*") if path.suffix in SUFFIXES and path.is_file()]
    # The largest first, so that no core waits for one of them at the end.
    paths.sort(key=lambda path: path.stat().st_size, reverse=True)
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        for _ in threads.map(lambda path: _compress_one(path, cache), paths):
            pass  # only to raise what went wrong
    _forget_old(cache)


def level(size: int, is_page: bool) -> int:
    """Give the level of brotli: pages change with every build, and all else is kept."""
    if is_page or (size > LARGE and os.environ.get("MAKEGOOD_SMALLEST") != "yes"):
        return 9
    return 11


def _compress_one(path: Path, cache: Path) -> None:
    data = path.read_bytes()
    if len(data) < SMALLEST:
        return
    quality = level(len(data), path.suffix == ".html")
    name = hashlib.sha256(data).hexdigest()
    ways: dict[str, tuple[str, Callable[[], bytes]]] = {
        ".br": (f"{name}.{quality}.br", lambda: brotli.compress(data, quality=quality)),
        ".gz": (f"{name}.gz", lambda: gzip.compress(data, 6 if len(data) > LARGE else 9, mtime=0)),
    }
    for suffix, (kept_as, make) in ways.items():
        small = _kept(cache / kept_as, make)
        if len(small) < len(data) * WORTH:
            path.with_name(path.name + suffix).write_bytes(small)


def _kept(file: Path, make: Callable[[], bytes]) -> bytes:
    """Return what the file holds, or make it; two builds at once make the same."""
    try:
        data = file.read_bytes()
        os.utime(file)
    except OSError:
        data = make()
        fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
        fresh.write_bytes(data)
        fresh.replace(file)
    return data


def _forget_old(cache: Path) -> None:
    for file in cache.iterdir():
        try:
            if time.time() - file.stat().st_mtime > _DAYS:
                file.unlink()
        except FileNotFoundError:
            continue  # another build was first
