"""Programs of this machine: whether one runs here, and running one without a word unless it fails."""

import os
import shutil
import subprocess
import sys
from pathlib import Path


def said(path: Path | str, *arguments: str) -> str | None:
    """Start a program and give what it prints, such as its version, without white space around it.

    Args:
        path: The program. That it is there does not mean that it runs: it may lack a library, or be a stub that only
            tells how to install the real one.
        arguments: What it is started with; it has half a minute to end.

    Returns:
        What it prints on standard output, or None where it does not start, fails or takes longer.
    """
    try:
        done = subprocess.run(
            [path, *arguments], stdin=subprocess.DEVNULL, capture_output=True, check=False, text=True, timeout=30
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def run(*command: str, folder: Path | None = None) -> bool:
    """Run a command quietly, in a folder, and show what it said only when it fails. True means that it went well."""
    done = subprocess.run(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        text=True,
        errors="replace",
    )
    if done.returncode != 0:
        print(done.stdout, file=sys.stderr)
    return done.returncode == 0


def become_root() -> tuple[str, ...] | None:
    """Return what a command for root starts with, or None where this user cannot become root without a password."""
    if os.geteuid() == 0:
        return ()
    sudo = ("sudo", "-n")
    if shutil.which("sudo") and said("sudo", "-n", "true") is not None:
        return sudo
    return None
