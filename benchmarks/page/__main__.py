"""Measures the check page beside stock Pyodide and a bare look-up, run after run in turn, and prints medians.

python -m benchmarks.page [--runs 7] [--quality 11] [--only none|phone]
"""

import sys
import tempfile
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from playwright.sync_api import Playwright

from benchmarks.page.layout import PAGES, built, lay_out, needed_first
from benchmarks.page.visits import Visit, visit
from benchmarks.start.__main__ import PHONE, PHONE_FACTOR
from benchmarks.start.browser import new_profile
from benchmarks.start.server import Link, Server
from benchmarks.start.slow import clean, possible
from tests.support.programs import CHROMIUM, started_playwright

LINKS = {"none": (Link(), 1), "phone": (PHONE, PHONE_FACTOR)}
WORDS = {"none": "no throttle", "phone": "phone"}
type Times = dict[tuple[str, str, str], list[Visit]]
"""All visits by link, page, and whether they were the first or the second with their profile."""


def main() -> int:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks.page", description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--quality", type=int, default=11, help="how hard Brotli tries; less than 11 for a quick look")
    parser.add_argument("--only", choices=LINKS, help="only without a throttle, or only as on a phone")
    options = parser.parse_args()
    browser = CHROMIUM.get_or_exit()
    links = [options.only] if options.only else list(LINKS)
    if "phone" in links and not possible():
        print("The phone is left out: this machine does not let us freeze processes.", file=sys.stderr)
        links.remove("phone")
    with tempfile.TemporaryDirectory(prefix="makegood-") as name, started_playwright() as playwright:
        folder = Path(name)
        lay_out(built(), folder, options.quality)
        times: Times = defaultdict(list)
        sizes = {"first answer": needed_first(folder)}
        for run in range(options.runs):
            for link in links:
                _run(playwright, browser.path, folder, link, times, sizes)
                print(f"run {run + 1} of {options.runs}, {WORDS[link]}", file=sys.stderr)
    clean()
    for line in _tables(times, sizes, links):
        print(line)
    return 0


def _run(playwright: Playwright, browser: Path, folder: Path, link: str, times: Times, sizes: dict[str, int]) -> None:
    """Visit every page twice with a new profile, and the site's once more where Python never comes."""
    shape, factor = LINKS[link]
    for kind, path in {**PAGES, "alone": PAGES["site"]}.items():
        server = Server(folder, shape, keeps=True)
        if kind == "alone":
            server.missing.add("site/assets/runtime/*manifest.json")
        with server, new_profile() as profile:
            for which in ("first", "second") if kind != "alone" else ("first",):
                server.sent = 0
                found = visit(playwright, browser, profile, f"{server.url}{path}", kind, factor)
                times[link, kind, which].append(found)
                sizes[f"{kind} {which}"] = server.sent


def _tables(times: Times, sizes: dict[str, int], links: Iterable[str]) -> Iterable[str]:
    for link in links:
        bare, shell, stock, site, alone = (
            times[link, kind, "first"] for kind in ("bare", "shell", "stock", "site", "alone")
        )
        again, stock_again, bare_again, shell_again = (
            times[link, kind, "second"] for kind in ("site", "stock", "bare", "shell")
        )
        start, start_again = times[link, "start", "first"], times[link, "start", "second"]
        yield f"\n| {WORDS[link]} | ms | of stock | of a bare look-up | of one in the same page |"
        yield "| --- | --: | --: | --: | --: |"
        first = ("first", [stock, bare, shell])
        for words, visits, (part, others) in (
            ("first answer, first visit", site, first),
            ("first answer, second visit", again, ("first", [stock_again, bare_again, shell_again])),
            ("live Python, first visit", site, ("python", [stock])),
            ("live Python, second visit", again, ("python", [stock_again])),
            ("live Python in a page as bare as stock's, first visit", start, ("python", [stock])),
            ("the same, second visit", start_again, ("python", [stock_again])),
        ):
            ours = _median(visits, part)
            ratios = [f"{ours / _median(other, part):.2f}" for other in others]
            yield f"| {words} | {ours:.0f} | {' | '.join((*ratios, '', '')[:3])} |"
        yield f"| a click without Python: until the page is changed | {_median(alone, 'click'):.1f} | | | |"
        yield f"| a click with Python: until the page is changed | {_median(site, 'click'):.1f} | | | |"
        yield f"| a click with Python: until Python has answered | {_median(site, 'click_python'):.1f} | | | |"
        for words, visits in (("stock", stock), ("a bare look-up", bare), ("a look-up in the same page", shell)):
            yield f"| {words}, first visit | {_median(visits, 'first'):.0f} | | | |"
        yield f"| stock, second visit | {_median(stock_again, 'first'):.0f} | | | |"
    link = next(iter(links))
    yield "\n| bytes and memory | | of stock |"
    yield "| --- | --: | --: |"
    yield f"| on the wire for the first answer, page aside | {sizes['first answer'] / 1000:.1f} kB | |"
    python = sizes["site first"] - sizes["shell first"]
    ratio = python / sizes["stock first"]
    yield f"| on the wire until Python lives, page aside | {python / 1e6:.2f} MB | {ratio:.2f} |"
    yield f"| on the wire on the second visit | {sizes['site second'] / 1000:.1f} kB | |"
    ours, theirs, least = (_median(times[link, kind, "first"], "memory") for kind in ("site", "stock", "bare"))
    yield f"| memory of the page at its peak | {ours:.0f} MB | {ours / theirs:.2f} |"
    yield f"| the same, stock | {theirs:.0f} MB | 1 |"
    yield f"| the same, a bare look-up | {least:.0f} MB | {least / theirs:.2f} |"


def _median(visits: Iterable[Visit], part: str) -> float:
    return float(median(getattr(visit, part) for visit in visits))


if __name__ == "__main__":
    sys.exit(main())
