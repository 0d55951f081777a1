"""Lays out the pages to compare: the site's own, the same without the checker's script, a bare one, stock Pyodide's."""

import json
import re
import shutil
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has no types

from benchmarks.start.__main__ import lay_out as lay_out_starts
from makegood.checkout import ROOT
from makegood.delivery.minify import JOINED
from policy.browser import respond

SEATS = {"nobody": {}, "buyer": {"side": "buyer"}, "seller": {"side": "seller"}}
"""The cases in the bare page's table."""

PAGES = {
    "site": "site/check/",
    "shell": "shell/check/",
    "bare": "bare/",
    "stock": "start/stock.html",
    "start": "start/snapshot.html",
}
"""Where each page is, below the server's folder. “start” is our Python in a page as bare as stock Pyodide's."""

_PACKED = {".html", ".css", ".js", ".mjs", ".json", ".svg", ".wasm", ".zip", ".snapshot"}
_SCRIPT = re.compile(r'<script\b[^>]*\bsrc="([^"]*)assets/(?:[^/"]*/)?checker/makegood-checker\.js"[^>]*></script>')


def lay_out(site: Path, folder: Path, quality: int) -> None:
    """Write all that the pages in `PAGES` need into a folder, compressed as a good host would send it.

    Args:
        site: the built site; its `.br` files are used where it has some.
        folder: an empty folder.
        quality: how hard Brotli tries, up to 11.
    """
    (folder / "start").mkdir()
    lay_out_starts(folder / "start", quality)
    shutil.copytree(site, folder / "site")
    table = json.dumps({seat: _answer(facts) for seat, facts in SEATS.items()})
    _lay_out_shell(folder, table)
    bare = folder / "bare"
    bare.mkdir()
    shutil.copy(Path(__file__).with_name("bare.js"), bare)
    (bare / "table.json").write_text(table)
    (bare / "index.html").write_text(
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>bare</title><link rel="icon" href="data:,">'
        '<script type="module" src="bare.js"></script></head><main></main></html>'
    )
    _pack((path for path in folder.rglob("*") if path.suffix in _PACKED), quality)


def needed_first(folder: Path) -> int:
    """Count the packed bytes of what the check page asks for early: the element's scripts and its answers."""
    page = folder / "site" / "check" / "index.html"
    links = re.findall(r'<link rel="(?:modulepreload|preload" as="fetch)"[^>]*href="([^"]+)"', page.read_text())
    return sum((page.parent / f"{link}.br").stat().st_size for link in links)


def _answer(facts: dict[str, str]) -> str:
    request = {"facts": facts, "on": "2026-11-21", "preset": [], "prefix": "checker-1", "root": "../"}
    answer: str = json.loads(respond(json.dumps(request)))["answer"]
    return answer


def _lay_out_shell(folder: Path, table: str) -> None:
    """Write the check page with the bare look-up's script in the place of the checker's."""
    shutil.copytree(folder / "site", folder / "shell", ignore=shutil.ignore_patterns("runtime", "answers"))
    page = folder / "shell" / "check" / "index.html"
    text, count = _SCRIPT.subn(r'<script src="\1assets/bare.js" type="module"></script>', page.read_text())
    if count != 1:
        raise SystemExit("The check page loads the checker in a way that this benchmark does not know.")
    page.write_text(
        re.sub(rf'<link rel="(?:module)?preload"[^>]*(?:{"|".join((*JOINED, "answers"))})/[^>]*>', "", text)
    )
    page.with_name("index.html.br").unlink(missing_ok=True)
    script = Path(__file__).with_name("bare.js").read_text().replace('"main"', '".mg-answer"')
    (folder / "shell" / "assets" / "bare.js").write_text(script)
    (folder / "shell" / "assets" / "table.json").write_text(table)


def _pack(paths: Iterable[Path], quality: int) -> None:
    todo = [path for path in paths if not path.with_name(f"{path.name}.br").exists()]
    with ProcessPoolExecutor() as processes:
        list(processes.map(_pack_one, todo, [quality] * len(todo)))


def _pack_one(path: Path, quality: int) -> None:
    path.with_name(f"{path.name}.br").write_bytes(brotli.compress(path.read_bytes(), quality=quality, lgwin=24))


def built() -> Path:
    """Give the built site's folder; end with a sentence where there is none."""
    site = ROOT / "site"
    if not (site / "check" / "index.html").is_file():
        raise SystemExit("There is no built site. Run `make build` first.")
    return site
