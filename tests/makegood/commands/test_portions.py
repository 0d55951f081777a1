"""Many rows are answered in portions, on several processes, in their order, and never far ahead of what is written."""

import io
import json
import os
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from itertools import islice
from typing import Any

import pytest

from makegood.commands import portions
from makegood.commands.bad_input import BadInputError
from makegood.commands.portions import AHEAD, ALONE, answer_all
from makegood.commands.rows_in import Rows
from tests.policy.given import TODAY

pytestmark = pytest.mark.processes

PORTION = 16
"""Rows of a portion here: enough that a portion takes a moment, and few enough that nobody waits for them."""

FEW = PORTION * ALONE
"""Rows that are answered without another process."""


@pytest.fixture(autouse=True)
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portions, "PORTION", PORTION)


SEATS = [
    '{"side": "seller", "programme": "kingston-express"}',
    '{"side": "buyer", "programme": "kakobuy", "problem": "damaged"}',
    '{"side": "sellr"}',
]


def lines(count: int) -> bytes:
    """That many lines of JSON, every third of them bad."""
    return "".join(f"{SEATS[number % 3]}\n" for number in range(count)).encode()


def answers(count: int, jobs: int) -> list[Any]:
    """What is written for that many lines."""
    with closing(answer_all(Rows(io.BytesIO(lines(count)), "ndjson"), TODAY, jobs)) as answered:
        return [json.loads(line) for portion in answered for line in portion.lines.splitlines()]


@pytest.fixture
def no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail when a process is started."""

    def start(*_: object) -> None:
        pytest.fail("a process was started")

    monkeypatch.setattr(portions, "ProcessPoolExecutor", start)


@pytest.mark.usefixtures("no_process")
@pytest.mark.parametrize("count, jobs", [(1, 4), (FEW, 4), (FEW + 1, 1)])
def test_few_rows_or_one_job_need_no_other_process(count: int, jobs: int) -> None:
    assert len(answers(count, jobs)) == count


def test_with_several_processes_the_output_is_that_of_one_in_the_same_order() -> None:
    count = FEW + 7 * PORTION + 5
    found = answers(count, 2)
    assert found == answers(count, 1)
    assert [row["line"] for row in found if "errors" in row] == [number + 1 for number in range(2, count, 3)]


class Counting(io.BytesIO):
    """An input that counts the lines that were read from it."""

    read_lines = 0

    def readline(self, size: int | None = -1) -> bytes:
        self.read_lines += 1
        return super().readline(size)


@pytest.mark.parametrize("jobs", [1, 2])
def test_only_a_few_portions_are_read_ahead_of_what_is_written(jobs: int) -> None:
    source = Counting(lines(30 * PORTION))
    with closing(answer_all(Rows(source, "ndjson"), TODAY, jobs)) as answered:
        for written, _ in enumerate(islice(answered, 20), 1):
            assert source.read_lines <= PORTION * (written + AHEAD * jobs + 1)


def processes(pool: ProcessPoolExecutor) -> list[int]:
    return list(pool._processes)


@pytest.fixture
def pools(monkeypatch: pytest.MonkeyPatch) -> list[ProcessPoolExecutor]:
    """The pools of processes that were started."""
    started: list[ProcessPoolExecutor] = []

    class Noted(ProcessPoolExecutor):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            started.append(self)

    monkeypatch.setattr(portions, "ProcessPoolExecutor", Noted)
    return started


def started_on(count: int, then: Callable[[list[int]], None], pools: list[ProcessPoolExecutor]) -> Iterator[str]:
    """Answer that many rows on two processes, and do something with them as soon as they have answered one portion."""
    with closing(answer_all(Rows(io.BytesIO(lines(count)), "ndjson"), TODAY, 2)) as answered:
        for number, portion in enumerate(answered):
            if number == ALONE:
                then(processes(pools[0]))
            yield portion.lines


def test_no_process_outlives_an_iterator_that_is_closed_early(pools: list[ProcessPoolExecutor]) -> None:
    running: list[int] = []
    for _ in islice(started_on(30 * PORTION, running.extend, pools), ALONE + 1):
        pass
    assert len(running) == 2
    assert not any(is_alive(process) for process in running)


def test_a_process_that_is_ended_from_outside_is_told(pools: list[ProcessPoolExecutor]) -> None:
    with pytest.raises(BadInputError) as bad:
        list(started_on(30 * PORTION, lambda running: os.kill(running[0], signal.SIGKILL), pools))
    assert "ended from outside" in bad.value.errors[0].message


def test_other_threads_than_the_main_one_can_answer_too() -> None:
    found: list[Any] = []
    thread = threading.Thread(target=lambda: found.extend(answers(FEW + 1, 2)))
    thread.start()
    thread.join()
    assert len(found) == FEW + 1


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
