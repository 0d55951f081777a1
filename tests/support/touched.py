"""`make quick`: the tests of what a change touches, by folder.

    python -m tests.support.touched [OPTION]...

A change is what git has not committed yet. Tests mirror the house, so `policy/engine/assess.py` leads to
`tests/policy/engine/`; what is tried in other places as well stands in `ALSO`. What needs a browser or the built site
is left to `make test`. The options go to pytest.
"""

import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

from makegood.checkout import ROOT

ROOMS: Final = "tests/test_rooms.py"
"""What any Python file can break."""

CASES: Final = "tests/policy/test_cases.py"
"""The whole answers."""

DIGEST: Final = "tests/policy/content"
"""Whether what changed in the policy is told to its readers."""

FILLED_IN: Final = "tests/test_filled_in.py"
"""Whether a new programme's marks are gone."""

PROSE: Final = ("tests/test_reading_ease.py", "tests/test_pages.py", FILLED_IN)
"""What any page can break."""

ALSO: Final = {
    "docs/": PROSE,
    "mkdocs.yml": PROSE,
    "policy/facts.py": (CASES, DIGEST),
    "policy/cases/": (CASES, DIGEST),
    "policy/engine/": (CASES,),
    "policy/language/": (CASES,),
    "policy/messages/": (CASES, DIGEST, "tests/policy/wording"),
    "policy/periods.py": (CASES, DIGEST, "tests/policy/test_days.py"),
    "policy/programmes/": (CASES, DIGEST, FILLED_IN),
    "policy/sources/": (CASES, DIGEST, FILLED_IN),
    "policy/content/situations": ("tests/test_situations.py",),
    "policy/__init__.py": (CASES,),
    "makegood/__init__.py": ("tests/makegood/test_cli.py",),
    "makegood/__main__.py": ("tests/makegood/test_cli_process.py",),
    "makegood/checkout.py": ("tests/makegood/test_cli.py",),
    "makegood/delivery/": ("tests/makegood/test_delivery.py",),
    "makegood/diagrams/": ("tests/makegood/audit", "tests/makegood/compile"),
    "makegood/integrity.py": ("tests/makegood/test_delivery.py",),
    "makegood/runtime/": ("tests/test_runtime.py",),
    "makegood/undecided.py": ("tests/makegood/audit", "tests/makegood/compile"),
    "makegood/whole_cases.py": (CASES, "tests/macros/test_reference.py"),
}
"""Beside the tests that mirror a file: what else it can break, by how its path begins."""


def changed(root: Path = ROOT) -> list[str]:
    """List the files that differ from the last commit, and those that git does not know yet."""
    commands = (("diff", "--name-only", "--no-renames", "HEAD"), ("ls-files", "--others", "--exclude-standard"))
    told = (subprocess.run(["git", *each], cwd=root, capture_output=True, text=True, check=True) for each in commands)
    return [name for done in told for name in done.stdout.splitlines()]


def mirrored(files: Iterable[str]) -> list[str]:
    """Name the files and folders of tests for these files, each once; a folder stands for all that is in it."""
    found = dict.fromkeys(test for file in files for test in _mirrors(PurePosixPath(file)))
    there = [test for test in found if (ROOT / test).exists()]
    return [test for test in there if not any(test.startswith(f"{other}/") for other in there)]


def _mirrors(file: PurePosixPath) -> Iterator[str]:
    match file.parts:
        case ("tests", "cases", *_):
            yield CASES
        case ("tests", *_) if file.name.startswith("test_"):
            yield str(file)
        case ("tests", folder, *_) if (ROOT / "tests" / folder).is_dir():
            yield str(file.parent)
        case ("policy" | "makegood" as top, room, *inside) if inside:
            yield f"tests/{top}/{room}"
            yield f"tests/{top}/test_{room}.py"
            yield f"tests/{top}/test_{file.stem}.py"
        case ("policy" | "makegood" as top, _):
            yield f"tests/{top}/test_{file.stem}.py"
        case ("macros", *_):
            yield "tests/macros"
    for start, tests in ALSO.items():
        if str(file).startswith(start):
            yield from tests
    if file.suffix == ".py":
        yield ROOMS


def main(options: Sequence[str]) -> int:
    """Run the tests of what was changed, and give the exit code; say so where nothing was."""
    files = changed()
    tests = mirrored(files)
    if not tests:
        print("Nothing was changed that a quick test looks at. `make test` looks at everything.")
        return 0
    print("Quick tests:", *tests, flush=True)
    command = [sys.executable, "-m", "pytest", "-q", "--unit", *options, *tests]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    return 0 if code == NO_TESTS else code


NO_TESTS: Final = 5
"""pytest's exit code where the files hold no such test."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
