"""Answers many rows in portions, on all cores, in the order of the input.

The first portions are answered here; where there are more, one process for each core takes over. Only a few portions
are on their way at any time, so memory does not grow with the input.
"""

import json
import os
import signal
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import date
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from threading import Thread, current_thread, main_thread
from typing import Any, Final, NamedTuple, NoReturn

from makegood.commands.bad_input import BadInputError
from makegood.commands.rows_in import Row, Rows, case_in
from policy import answer
from policy.cases.case import Case
from policy.cases.errors import FactError

PORTION: Final = 64
"""Rows that one process gets at a time."""

ALONE: Final = 8
"""Portions that are answered before it is worth starting other processes, which takes as long."""

AHEAD: Final = 3
"""Portions for each process that may be read before the oldest of them is written."""


class Portion(NamedTuple):
    """Some rows in their order, with what it takes to answer them. `end` is how far the input has been read.

    With `extra`, what is no fact stays with its row.
    """

    rows: Sequence[Row]
    columns: Sequence[str] | None
    today: date
    end: int
    extra: bool = False


class BadRow(NamedTuple):
    """A row that could not be answered, by the line on which it begins, and why."""

    line: int
    errors: list[FactError]

    def as_json(self) -> str:
        """Give it as one line of JSON, which stands in the place of its advice."""
        return json.dumps({"line": self.line, "errors": [error.as_data() for error in self.errors]})


class Answered(NamedTuple):
    """What became of a portion: its lines of output, how many rows that was, and which of them were bad."""

    lines: str
    rows: int
    bad: list[BadRow]
    end: int


def answer_all(rows: Rows, today: date, jobs: int) -> Generator[Answered]:
    """Answer all rows, portion by portion, in their order; with more than one job, later portions in other processes.

    Close the iterator when you stop before its end, so that no process outlives it.
    """
    portions = _portions(rows, today)
    yield from map(answered, islice(portions, ALONE))
    following = next(portions, None) if jobs > 1 else None
    if following is None:
        yield from map(answered, portions)
        return
    with _processes(jobs) as pool:
        waiting: deque[Future[Answered]] = deque()
        for portion in chain((following,), portions):
            waiting.append(pool.submit(answered, portion))
            if len(waiting) > AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def answered(portion: Portion) -> Answered:
    """Answer one portion."""
    lines, bad = [], []
    for row in portion.rows:
        kept: dict[str, Any] | None = {} if portion.extra else None
        case = case_in(row, portion.columns, portion.today, kept)
        if isinstance(case, Case):
            aside = {} if kept is None else {"extra": kept}
            given = {"line": row.line, **answer(case, portion.today).as_data(), **aside}
            lines.append(json.dumps(given, ensure_ascii=False))
        else:
            told = [error._replace(message=f"Line {row.line}: {error.message}") for error in case]
            bad.append(BadRow(row.line, told))
            lines.append(bad[-1].as_json())
    return Answered("".join(f"{line}\n" for line in lines), len(lines), bad, portion.end)


def _portions(rows: Rows, today: date) -> Iterator[Portion]:
    source = iter(rows)
    while some := list(islice(source, PORTION)):
        yield Portion(some, rows.columns, today, rows.position, rows.extra)


@contextmanager
def _processes(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Start processes that leave Ctrl-C to this one, and that end with it, however it ends."""
    # a fresh interpreter on every system: copies of this process would share its threads' locks
    pool = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_prepare)
    try:
        with _postponed(signal.SIGINT):  # until they are ready, new processes handle Ctrl-C as this one does
            for _ in range(jobs):
                pool.submit(_nothing)
        with _handling(signal.SIGTERM, _leave):
            yield pool
    except (BrokenProcessPool, BrokenPipeError):  # a pipe to a process: whoever reads our output is not met here
        message = "A process of triage was ended from outside. Run it again, with --jobs 1 if memory is short."
        raise BadInputError([FactError(None, None, message)]) from None
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def _postponed(number: signal.Signals) -> Iterator[None]:
    """Let a signal wait for a while, here and in the processes that are started meanwhile, where the system can."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        with _handling(number, signal.SIG_IGN):
            yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {number})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _handling(number: signal.Signals, handler: Callable[[int, Any], Any] | signal.Handlers) -> Iterator[None]:
    """Handle a signal in this way for a while; only the main thread can."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(number, handler)
    try:
        yield
    finally:
        signal.signal(number, before)


def _leave(number: int, _: object) -> NoReturn:
    """End as shells expect of a process that was told to, but not without ending the others first."""
    raise SystemExit(128 + number)


def _prepare() -> None:
    """Make a process that answers portions ignore Ctrl-C, and end as soon as the one that started it has ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)


def _nothing() -> None:
    """Keep a new process busy for a moment, so that each of the next ones is started as well."""
