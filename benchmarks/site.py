"""Measures how long the whole site takes to build, and how long after an edit it is served anew.

python -m benchmarks.site [--runs 3]
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterable
from pathlib import Path
from statistics import median
from urllib.request import urlopen

from makegood.checkout import ROOT

EDITS = {"one page": "docs/buyer/damaged.md", "one rule": "policy/programmes/everyone.py"}
OPEN = "/buyer/damaged/"
"""The page that the author looks at meanwhile."""
WAIT = 120


def main() -> int:
    """Measure in a copy of the project, and print."""
    parser = ArgumentParser(prog="python -m benchmarks.site", description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="makegood-") as name:
        project = Path(name) / "project"
        _copy(project)
        (project / "node_modules").symlink_to(ROOT / "node_modules")
        environment = {**os.environ, "PYTHONPATH": str(project)}
        print("| what | seconds |\n| --- | --: |")
        print(f"| the whole site, nothing made before | {_build(project, environment):.1f} |")
        print(f"| the same again | {_build(project, environment):.1f} |", flush=True)
        for what, seconds in _edits(project, environment, options.runs).items():
            print(f"| {what} changed under `serve`, until the page is served anew | {median(seconds):.1f} |")
    return 0


def _copy(project: Path) -> None:
    """Copy the sources as they are now, and nothing that was made of them."""
    listed = subprocess.run(("git", "ls-files", "-z"), cwd=ROOT, check=True, capture_output=True, text=True).stdout
    for name in filter(None, listed.split("\0")):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, project / name)


def _build(project: Path, environment: dict[str, str]) -> float:
    started = time.monotonic()
    command = (sys.executable, "-m", "makegood.build.site")
    done = subprocess.run(command, cwd=project, env=environment, check=False, capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"The site cannot be built: {done.stderr}")
    return time.monotonic() - started


def _edits(project: Path, environment: dict[str, str], runs: int) -> dict[str, list[float]]:
    """Change a file again and again while the site is served, and wait for the news that pages wait for."""
    command = (sys.executable, "-m", "makegood", "serve", "--port", "0")
    served = subprocess.Popen(command, cwd=project, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        assert served.stdout is not None  # noqa: S101  # it is a pipe
        address = next(line.split()[3] for line in served.stdout if "Makegood is at" in line)
        times: dict[str, list[float]] = {what: [] for what in EDITS}
        with urlopen(f"{address}/__reload?page={OPEN}", timeout=WAIT) as news:  # noqa: S310  # our own server
            _next(news)
            for _ in range(runs):
                for what, file in EDITS.items():
                    path = project / file
                    path.write_text(path.read_text() + "\n")
                    started = time.monotonic()
                    _next(news)
                    times[what].append(time.monotonic() - started)
        return times
    finally:
        served.terminate()
        served.wait()


def _next(news: Iterable[bytes]) -> None:
    for line in news:
        if line.startswith(b"data:"):
            state = json.loads(line[5:])
            if state["error"]:
                raise SystemExit(f"The site cannot be built: {state['error']}")
            return


if __name__ == "__main__":
    sys.exit(main())
