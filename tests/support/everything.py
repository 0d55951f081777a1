"""`make test`, once style, types and build are right: the tests that this machine allows, and what it does not allow.

    python -m tests.support.everything [OPTION]...

The options go to pytest. What is missing is told at the end, with what to do about it, and ends with exit code 1 as a
failing test does: nobody is to take a part for the whole.
"""

import subprocess
import sys
from collections.abc import Sequence
from typing import Final

from makegood.checkout import ROOT
from tests.support import pythons
from tests.support.programs import MissingError, Program, missing

WIDTH: Final = 80


def main(options: Sequence[str]) -> int:
    """Run everything, tell what was left out, and give the exit code."""
    lacking = missing()
    code = tests(*options, *(f"--without={program.marker}" for program in lacking))
    if code == 0:
        passed, told = pythons.unit_tests(*options)
        code = 0 if passed else 1
        print(told)
    print(report(lacking), end="", flush=True)
    return code or (1 if lacking else 0)


def tests(*options: str) -> int:
    """Run pytest with these options and give its exit code."""
    return subprocess.run([sys.executable, "-m", "pytest", *options], cwd=ROOT, check=False).returncode


def report(lacking: dict[Program, MissingError]) -> str:
    """Tell which tests were left out, why, and what to do; nothing where none was."""
    if not lacking:
        return ""
    left_out = (f"Left out: the tests that need {program.name}.\n{why}" for program, why in lacking.items())
    return "\n" + "\n\n".join([_line("NOT EVERYTHING WAS DONE"), *left_out, _line("")]) + "\n"


def _line(words: str) -> str:
    return f" {words} ".center(WIDTH, "=") if words else "=" * WIDTH


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # pytest has told it already
        sys.exit(130)
