"""Slows a process and all its children down: they get a fraction of the time, and are frozen for the rest.

A browser's own emulation of slow processors does not reach its workers. Needs Linux, and root for the freezer.
"""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_ROOT = Path("/sys/fs/cgroup")
_SLICE = 0.005


def possible() -> bool:
    """Tell whether this machine lets us freeze processes."""
    return os.access(_ROOT / "freezer", os.W_OK) or os.access(_ROOT / "cgroup.procs", os.W_OK)


@contextmanager
def slowed(pid: int, factor: int) -> Iterator[None]:
    """Let a process tree run for one of `factor` slices of time, until the end of the `with` statement."""
    group = _group()
    group.mkdir(exist_ok=True)
    switch = group / ("freezer.state" if _is_old() else "cgroup.freeze")
    freeze, thaw = ("FROZEN", "THAWED") if _is_old() else ("1", "0")
    for process in (pid, *_children(pid)):
        (group / "cgroup.procs").write_text(str(process))
    done = threading.Event()

    def run() -> None:
        while not done.is_set():
            started = time.perf_counter()
            time.sleep(_SLICE)
            switch.write_text(freeze)
            time.sleep((time.perf_counter() - started) * (factor - 1))
            switch.write_text(thaw)

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def clean() -> None:
    """Remove what the system keeps about frozen processes, when they have ended."""
    with suppress(OSError):
        _group().rmdir()


def _is_old() -> bool:
    return (_ROOT / "freezer").is_dir()


def _group() -> Path:
    return (_ROOT / "freezer" if _is_old() else _ROOT) / f"makegood-{os.getpid()}"


def _children(pid: int) -> list[int]:
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
    found: list[int] = []
    waiting = [pid]
    while waiting:
        parent = waiting.pop()
        new = [child for child, its in parents.items() if its == parent]
        found += new
        waiting += new
    return found
