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

CACHE: Final = Path(".cache/compressed")
"""Where what was compressed is kept, below the project's root."""

SUFFIXES: Final = frozenset(
    {".css", ".html", ".js", ".json", ".mjs", ".snapshot", ".svg", ".txt", ".wasm", ".webmanifest", ".xml", ".zip"}
)
SMALLEST: Final = 512
"""Bytes below which a file is sent as it is: it fits into the first packet either way."""

LARGE: Final = 1_000_000
"""Bytes above which brotli takes three seconds to half a minute at its best level, for some 14 % less."""

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
    if size > LARGE and os.environ.get("MAKEGOOD_SMALLEST") != "yes":
        return 7
    return 9 if is_page else 11


def as_brotli(data: bytes, cache: Path, is_page: bool = False) -> bytes:
    """Give what a browser that takes Brotli is sent of a file, made once for each content."""
    quality = level(len(data), is_page)
    cache.mkdir(parents=True, exist_ok=True)
    name = f"{hashlib.sha256(data).hexdigest()}.{quality}.br"
    return _kept(cache / name, lambda: brotli.compress(data, quality=quality))


def _as_gzip(data: bytes, cache: Path) -> bytes:
    name = f"{hashlib.sha256(data).hexdigest()}.gz"
    return _kept(cache / name, lambda: gzip.compress(data, 6 if len(data) > LARGE else 9, mtime=0))


def _compress_one(path: Path, cache: Path) -> None:
    data = path.read_bytes()
    if len(data) < SMALLEST:
        return
    ways = {".br": as_brotli(data, cache, path.suffix == ".html"), ".gz": _as_gzip(data, cache)}
    for suffix, small in ways.items():
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
