"""The unit tests on the oldest and on the newest Python of our minor version that uv can have here.

The environment of the project has one of them; each other one gets an environment of its own beside it, in .venv.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from makegood.checkout import ROOT
from tests.support.programs.program import DoesNotWorkError, start

type Version = tuple[int, int, int]

UV: Final = Path(sys.prefix) / "bin" / "uv"
ENVIRONMENTS: Final = Path(sys.prefix) / "pythons"
OURS: Final[Version] = sys.version_info[:3]


class Python(NamedTuple):
    """A Python that uv knows."""

    version: Version
    path: str | None
    """Where it is on this machine; None where it would be downloaded."""

    def __str__(self) -> str:
        return ".".join(map(str, self.version))


class Tried(NamedTuple):
    """What came of the other Pythons."""

    passed: bool
    told: str
    """The versions on which tests ran, and a line for each that could not be had."""


def known(listed: Iterable[dict[str, Any]]) -> list[Python]:
    """Read what `uv python list --output-format json` prints: each released CPython once, oldest first."""
    pythons = [
        Python(tuple(map(int, one["version"].split("."))), one["path"])  # type: ignore[arg-type]  # it has three parts
        for one in listed
        if (one["implementation"], one["variant"]) == ("cpython", "default")
        and re.fullmatch(r"\d+\.\d+\.\d+", one["version"])
    ]
    pythons.sort(key=lambda python: (python.version, python.path is not None))
    return list({python.version: python for python in pythons}.values())  # the last one of a version counts: it is here


def wanted(pythons: Sequence[Python]) -> list[list[Python]]:
    """Give the oldest and the newest, each with those to take in its place where it cannot be had: what is here."""
    here = [python for python in pythons if python.path]
    return [[choices[0], *here[:1]] for choices, here in ((pythons, here), (pythons[::-1], here[::-1])) if choices]


def try_others(pythons: Sequence[Python], prepare: Callable[[Python], Path], test: Callable[[Path], bool]) -> Tried:
    """Run tests on the oldest and on the newest Python, unless that is our own, on which they have run.

    Args:
        pythons: All that uv knows, oldest first.
        prepare: Makes an environment with a Python and gives its `python`; raises DoesNotWorkError where it cannot.
        test: Runs the tests with it; tells whether they passed.
    """
    ran, refused, passed = [OURS], {}, True
    for choices in wanted(pythons):
        for python in choices:
            if python.version in ran:
                break
            try:
                passed &= test(prepare(python))
            except DoesNotWorkError as wrong:
                refused[str(python)] = str(wrong)
                continue
            ran.append(python.version)
            break
    on = " and ".join(".".join(map(str, version)) for version in sorted(ran))
    told = f"The unit tests ran on Python {on}{' only' if len(ran) == 1 else ''}."
    return Tried(passed, "\n".join([told, *(f"  not on {name}: {why}" for name, why in refused.items())]))


def unit_tests(*options: str) -> Tried:
    """Run the unit tests on the other Pythons with these options of pytest."""

    def prepare(python: Python) -> Path:
        folder = ENVIRONMENTS / str(python)
        print(f"The unit tests on Python {python}, in {folder.relative_to(ROOT)}", flush=True)
        environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(folder)}
        command = [str(UV), "sync", "--quiet", "--locked", "--python", python.path or str(python)]
        start(*command, seconds=None, environment=environment)
        return folder / "bin" / "python"

    def test(python: Path) -> bool:
        command = [str(python), "-m", "pytest", *options, "--unit"]
        return subprocess.run(command, cwd=ROOT, check=False).returncode == 0

    minor = ".".join(map(str, OURS[:2]))
    command = [str(UV), "python", "list", minor, "--all-versions", "--output-format", "json"]
    try:
        listed = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    except (OSError, ValueError, subprocess.CalledProcessError) as wrong:
        return Tried(True, f"The unit tests ran on one Python only: uv cannot list the others ({wrong}).")
    return try_others(known(listed), prepare, test)
