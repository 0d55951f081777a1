"""A program of this machine: found where it starts, got where there is a way, or missing with the reasons."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_ERROR: Final = re.compile(r"\berror\b|^E: ", re.IGNORECASE)
"""A line that tells what went wrong, as loaders, apt-get, Node and uv write it."""


class DoesNotWorkError(Exception):
    """A program does not start, or fails; the message is what it said itself, such as the library that it lacks."""


class MissingError(Exception):
    """None of a program's places holds one that starts; the message says what is there, what was tried, what to do."""


@dataclass(frozen=True)
class Found:
    """A program that starts on this machine."""

    path: Path
    version: str
    """What it says of itself."""

    def __str__(self) -> str:
        return f"{self.path} ({self.version})"


@dataclass(frozen=True)
class Program:
    """A program that some tests need."""

    name: str
    marker: str
    """What marks the tests that need it."""
    places: Callable[[], Iterable[str | Path]]
    """Names to look for on PATH, and paths, in the order in which they are tried."""
    version: str
    """The argument with which it tells its version and ends."""
    ways: tuple[Callable[[], None], ...]
    """Ways to get it where it is missing, in the order in which they are tried. Each says what it does before it does
    it, and raises DoesNotWorkError where it cannot."""
    remedy: str
    """What a person can do, in a sentence or two."""

    @property
    def variable(self) -> str:
        """The environment variable that may name the one to use."""
        return self.name.upper()

    def find(self, *tried: str) -> Found:
        """Return the one that its variable names, else the first one that starts.

        Args:
            tried: What was tried in vain to get it, to be told as well.

        Raises:
            MissingError: None starts.
        """
        if named := os.environ.get(self.variable):
            return self._named(named)
        there = dict.fromkeys(path for place in self.places() if (path := shutil.which(place)))
        reasons = []
        for path in there:
            try:
                return Found(Path(path), start(path, self.version))
            except DoesNotWorkError as wrong:
                reasons.append(str(wrong))
        what = f"There is no {self.name} on this machine" + (" that starts." if there else ".")
        raise MissingError("\n".join([what, *(f"  {reason}" for reason in (*reasons, *tried)), self.remedy]))

    def get(self) -> Found:
        """Find it, and where it is missing, get it: in one way after the other, until one starts.

        Raises:
            MissingError: None starts, and none could be got that does; or its variable names one that does not.
        """
        tried: list[str] = []
        for way in () if os.environ.get(self.variable) else self.ways:
            with suppress(MissingError):
                return self.find()
            try:
                way()
            except DoesNotWorkError as wrong:
                tried.append(str(wrong))
        return self.find(*tried)

    def get_or_exit(self) -> Found:
        """Get it; where it is missing, tell why on standard error and end the process with exit code 1."""
        try:
            return self.get()
        except MissingError as missing:
            sys.exit(str(missing))

    def _named(self, path: str) -> Found:
        there = shutil.which(path) or path
        try:
            return Found(Path(there), start(there, self.version))
        except DoesNotWorkError as wrong:
            reason = f"{self.variable} names {path}, which does not start. Correct or unset it."
            raise MissingError(f"{reason}\n  {wrong}") from None


def start(*command: str | Path, seconds: float | None = 30, environment: Mapping[str, str] | None = None) -> str:
    """Run a program to its end and give the last line of what it says on both channels.

    Args:
        command: The program and its arguments.
        seconds: How long it may take; None means as long as it likes.
        environment: Its environment; None means ours.

    Raises:
        DoesNotWorkError: It cannot be started, fails, or takes longer.
    """
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
            text=True,
            errors="replace",
            timeout=seconds,
            env=environment,
        )
    except OSError as wrong:
        raise DoesNotWorkError(f"{command[0]} cannot be started: {wrong.strerror}") from None
    except subprocess.TimeoutExpired:
        raise DoesNotWorkError(f"{command[0]} does not end within {seconds} seconds.") from None
    lines = ["", *filter(None, map(str.strip, done.stdout.splitlines()))]
    if done.returncode != 0:
        # Node and others go on after it with where they were.
        *_, told = lines[-1] or f"it ends with exit code {done.returncode}", *filter(_ERROR.search, lines)
        raise DoesNotWorkError(f"{' '.join(map(str, command))} fails: {told}")
    return lines[-1]
