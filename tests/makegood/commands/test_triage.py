"""`makegood triage`: a table or lines of JSON in, one line of advice for each row out, bad rows told by their line."""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makegood.checkout import ROOT
from makegood.commands.portions import ALONE, PORTION
from policy import answer
from policy.facts import FACTS
from tests.makegood.test_cli import ON, Command, makegood
from tests.makegood.test_cli_process import MAKEGOOD
from tests.policy.given import TODAY, case

pytestmark = pytest.mark.processes

__all__ = ["makegood"]  # the fixture

TABLE = """\
side,programme,problem,evidence,label_weight_g
seller,kingston-express,damaged,item-photos;package-photos,
buyer,kakobuy,missing-item,;,1250
"""
CASES: list[dict[str, Any]] = [
    {
        "side": "seller",
        "programme": "kingston-express",
        "problem": "damaged",
        "evidence": ["item-photos", "package-photos"],
    },
    {"side": "buyer", "programme": "kakobuy", "problem": "missing-item", "evidence": [], "label_weight_g": 1250},
]
ADVICE = [answer(case(**facts), TODAY).as_data() for facts in CASES]
MANY = PORTION * (ALONE + 20)
"""Rows that several processes work on for a while."""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table with the two cases."""
    file = tmp_path / "cases.csv"
    file.write_text(TABLE)
    return file


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A table with many rows."""
    return with_rows(tmp_path / "large.csv", MANY)


@pytest.fixture
def larger_than_alone(tmp_path: Path) -> Path:
    """A table with more rows than are answered without other processes."""
    return with_rows(tmp_path / "larger.csv", PORTION * (ALONE + 3))


def with_rows(file: Path, count: int) -> Path:
    file.write_text("side,programme\n" + "seller,kingston-express\nbuyer,kakobuy\n" * (count // 2))
    return file


def written(out: str) -> list[Any]:
    return [json.loads(line) for line in out.splitlines()]


def advice_in(out: str) -> list[Any]:
    """The advice of each row, without the row's line."""
    return [{name: part for name, part in row.items() if name != "line"} for row in written(out)]


def test_a_table_gets_one_advice_per_row_in_its_order(makegood: Command, table: Path) -> None:
    ran = makegood("triage", str(table), *ON)
    assert (ran.code, ran.err) == (0, "")
    assert advice_in(ran.out) == ADVICE
    assert [row["line"] for row in written(ran.out)] == [2, 3]


def test_columns_that_are_no_facts_are_kept_where_that_is_asked_for_and_refused_otherwise(makegood: Command) -> None:
    text = "Ticket;Side\nT-1;seller\n;\nT-2;sellr\n"
    kept = makegood("triage", "-", "--input", "csv", "--extra", "keep", *ON, given=text)
    first, bad = written(kept.out)
    assert (first["line"], first["extra"]) == (2, {"Ticket": "T-1"})
    assert (bad["line"], bad["errors"][0]["fact"]) == (4, "side")
    refused = makegood("triage", "-", "--input", "csv", *ON, given=text)
    assert (refused.code, refused.out) == (2, "")
    assert "The column Ticket is not a fact" in refused.errors[0]["message"]


@pytest.mark.parametrize("suffix", [".ndjson", ".jsonl", ".NDJSON"])
def test_lines_of_json_get_one_advice_per_line_in_their_order(makegood: Command, tmp_path: Path, suffix: str) -> None:
    file = tmp_path / f"cases{suffix}"
    file.write_text("".join(f"{json.dumps(facts)}\n" for facts in CASES))
    assert advice_in(makegood("triage", str(file), *ON).out) == ADVICE


def test_each_line_is_the_line_that_assess_writes_after_its_number(makegood: Command, table: Path) -> None:
    lines = "".join(f"{json.dumps(facts)}\n" for facts in CASES)
    one, two = makegood("assess", *ON, given=lines).out.splitlines()
    assert makegood("triage", str(table), *ON).out == f'{{"line": 2, {one[1:]}\n{{"line": 3, {two[1:]}\n'


def test_standard_input_is_read_as_what_it_is_said_to_be(makegood: Command) -> None:
    assert advice_in(makegood("triage", "-", "--input", "csv", *ON, given=TABLE).out) == ADVICE


def test_what_the_input_is_said_to_be_wins_over_its_name(makegood: Command, tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text(json.dumps(CASES[0]))
    assert advice_in(makegood("triage", str(file), "--input", "ndjson", *ON).out) == ADVICE[:1]


@pytest.mark.parametrize("file", ["-", "cases.txt", "cases"])
def test_an_input_of_unknown_kind_is_told(makegood: Command, file: str) -> None:
    ran = makegood("triage", file, given=TABLE)
    assert (ran.code, ran.out) == (2, "")
    assert "--input csv or --input ndjson" in ran.errors[0]["message"]


def test_a_bad_row_keeps_its_place_in_the_output_and_is_told_on_standard_error(makegood: Command) -> None:
    rows = TABLE.splitlines(keepends=True)
    ran = makegood("triage", "-", "--input", "csv", *ON, given=rows[0] + rows[1] + "sellr,,,,12.5\n" + rows[2])
    assert ran.code == 2
    first, bad, second = written(ran.out)
    assert [first.pop("line"), second.pop("line")] == [2, 4]
    assert [first, second] == ADVICE
    assert bad["line"] == 3
    assert [error["fact"] for error in bad["errors"]] == ["side", "label_weight_g"]
    assert bad["errors"][0]["message"] == "Line 3: side cannot be “sellr”. Use one of: buyer, seller."
    assert written(ran.err) == [bad]


def test_a_day_after_today_is_told(makegood: Command) -> None:
    ran = makegood("triage", "-", "--input", "csv", *ON, given="ordered_on\n2026-11-22\n2026-11-21\n")
    assert ran.code == 2
    assert "Line 2: ordered_on (2026-11-22) is after today" in ran.out


def test_without_rows_nothing_is_written(makegood: Command) -> None:
    assert makegood("triage", "-", "--input", "csv", given="side\n") == (0, "", "")


@pytest.mark.parametrize(
    "kind, text", [("csv", ""), ("ndjson", "\n"), ("csv", "sid\n"), ("csv", "side,side\n"), ("csv", "a;b\n")]
)
def test_an_input_of_which_nothing_can_be_read_is_bad_input(makegood: Command, kind: str, text: str) -> None:
    ran = makegood("triage", "-", "--input", kind, given=text)
    assert (ran.code, ran.out) == (2, "")
    assert ran.errors


@pytest.mark.parametrize("file", ["no-such-file.csv", ".", b"\xff\xfe.csv"])
def test_a_file_that_cannot_be_read_is_bad_input(file: str | bytes) -> None:
    done = subprocess.run([*MAKEGOOD, "triage", "--input", "csv", file], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"cannot be read" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_standard_input_that_is_closed_is_bad_input() -> None:
    command = f"{sys.executable} -m makegood triage - --input csv <&-"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5", "62", "²", "9" * 5000])
def test_a_number_of_processes_that_cannot_be_is_told(makegood: Command, jobs: str) -> None:
    ran = makegood("triage", "-", "--input", "csv", f"--jobs={jobs}", given=TABLE)
    assert (ran.code, ran.out) == (2, "")
    assert "--jobs" in ran.errors[0]["message"]


def test_the_number_of_processes_does_not_change_the_output(larger_than_alone: Path) -> None:
    command = [*MAKEGOOD, "triage", str(larger_than_alone), *ON, "--jobs"]
    one, two = (subprocess.run([*command, jobs], cwd=ROOT, capture_output=True, check=True) for jobs in ("1", "2"))
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr == b""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(
    st.binary(max_size=200)
    | st.lists(st.lists(st.text(max_size=8), max_size=4), max_size=4).map(
        lambda table: "\n".join([",".join(fact.name for fact in FACTS[:4]), *map(",".join, table)]).encode()
    ),
    st.sampled_from(["csv", "ndjson"]),
)
def test_whatever_comes_in_each_row_is_answered_or_told_and_nothing_is_a_traceback(
    makegood: Command, raw: bytes, kind: str
) -> None:
    ran = makegood("triage", "-", "--input", kind, *ON, raw=raw)
    assert ran.code in (0, 2)
    assert all("headline" in line or "line" in line for line in written(ran.out))
    assert (ran.code == 0) == (ran.err == "")


@contextmanager
def on_terminals(*, out: bool, arguments: list[str]) -> Iterator[tuple[subprocess.Popen[bytes], int]]:
    """Run the command with a terminal for standard error, and for standard output as well if `out`."""
    screen, terminal = pty.openpty()
    started = subprocess.Popen(
        [*MAKEGOOD, *arguments], cwd=ROOT, stdout=terminal if out else subprocess.DEVNULL, stderr=terminal
    )
    os.close(terminal)
    yield started, screen
    started.wait()
    os.close(screen)


def shown(screen: int) -> str:
    """Everything that a terminal shows until nobody writes to it any more."""
    parts = []
    try:
        while part := os.read(screen, 65536):
            parts.append(part)
    except OSError:  # Linux tells in this way that nobody writes any more
        pass
    return b"".join(parts).decode()


def test_a_terminal_shows_a_bar_while_it_works(larger_than_alone: Path) -> None:
    with on_terminals(out=False, arguments=["triage", str(larger_than_alone), *ON, "--jobs", "1"]) as (_, screen):
        bar = shown(screen)
    assert "%|" in bar
    assert "cases, 0 bad" in bar


def test_on_a_terminal_a_bad_row_is_told_in_a_sentence(tmp_path: Path) -> None:
    file = tmp_path / "cases.csv"
    file.write_text("side\nsellr\nbuyer\n")
    with on_terminals(out=True, arguments=["triage", str(file), *ON]) as (_, screen):
        told = shown(screen)
    assert "Line 2: side cannot be “sellr”. Use one of: buyer, seller." in told


def test_elsewhere_there_is_no_bar(larger_than_alone: Path) -> None:
    command = [*MAKEGOOD, "triage", str(larger_than_alone), *ON]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.stderr == b""


@contextmanager
def at_work(file: Path) -> Iterator[tuple[subprocess.Popen[bytes], list[int]]]:
    """The command in a group of its own, like one that a shell started, once its two other processes are at work."""
    command = [*MAKEGOOD, "triage", str(file), *ON, "--jobs", "2"]
    # A shell that runs the tests in the background lets them ignore Ctrl-C, and so would the command: it inherits that.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    started = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    signal.signal(signal.SIGINT, before)
    assert started.stdout is not None
    for _ in range(PORTION * (ALONE + 2)):
        started.stdout.readline()
    children = children_of(started.pid)
    assert len(children) >= 2
    yield started, children
    assert started.stderr is not None
    assert started.stderr.read() == b""
    started.stdout.close()
    started.stderr.close()
    wait_until_gone(children)


def children_of(process: int) -> list[int]:
    found = Path(f"/proc/{process}/task/{process}/children").read_text()
    return [int(child) for child in found.split()]


def wait_until_gone(processes: list[int]) -> None:
    """Wait until none of them is there any more; what was never waited for ends with its parent's parent."""
    left = time.monotonic() + 20
    while alive := [process for process in processes if is_running(process)]:
        assert time.monotonic() < left, alive
        time.sleep(0.05)


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


needs_proc = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks at processes as Linux shows them")


@needs_proc
def test_ctrl_c_ends_it_quietly_with_all_its_processes(large: Path) -> None:
    with at_work(large) as (started, _):
        os.killpg(started.pid, signal.SIGINT)
        assert started.stdout is not None
        started.stdout.read()
        assert started.wait() == 130


@needs_proc
def test_being_told_to_end_ends_it_quietly_with_all_its_processes(large: Path) -> None:
    with at_work(large) as (started, _):
        started.terminate()
        assert started.stdout is not None
        started.stdout.read()
        assert started.wait() == 128 + signal.SIGTERM


@needs_proc
def test_a_reader_that_has_enough_ends_it_quietly_with_all_its_processes(large: Path) -> None:
    with at_work(large) as (started, _):
        assert started.stdout is not None
        started.stdout.close()
        assert started.wait() == 0


@needs_proc
def test_no_process_outlives_it_even_when_it_is_killed(large: Path) -> None:
    command = [*MAKEGOOD, "triage", str(large), *ON, "--jobs", "2"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as started:
        assert started.stdout is not None
        for _ in range(PORTION * (ALONE + 2)):
            started.stdout.readline()
        children = children_of(started.pid)
        assert len(children) >= 2
        started.kill()
    wait_until_gone(children)
