"""`makegood triage`: many cases in, one line of advice for each out, in the order of the input."""

import os
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import date
from pathlib import PurePath
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Final

from makegood.commands.bad_input import BadInputError, printable
from policy.cases.errors import FactError, shown

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from makegood.commands.portions import Answered, BadRow

_KINDS: Final = {".csv": "csv", ".tsv": "csv", ".ndjson": "ndjson", ".jsonl": "ndjson"}
"""How a name ends -> the kind of input."""

_MOST_JOBS: Final = 61
"""Processes; Windows cannot wait for more."""


def add_to[P: ArgumentParser](commands: "_SubParsersAction[P]", today: Callable[[str | None], date]) -> None:
    """Add the command to the command line; `today` gives the day that `--on` names."""
    command = commands.add_parser(
        "triage",
        help="answer many cases: a table or lines of JSON in, one line of advice each out",
        description="Answer many cases. Each row gives one line of JSON in its place: its line in the input with its "
        'advice, or what is wrong with it as {"line": …, "errors": […]}, which is told on standard error as well. '
        "Empty rows are passed over. Exit code 2 says that a row was wrong.",
    )
    command.add_argument(
        "file",
        metavar="FILE",
        help="FILE.csv (the header names the facts, in big or small letters, with commas, semicolons or tabs between "
        "them; an empty cell is a fact left out; evidence is separated by ; and a lone ; is none at all), FILE.ndjson "
        "(one JSON object a line), or - for standard input",
    )
    command.add_argument(
        "--input", choices=sorted(set(_KINDS.values())), help="what the input is, where its name does not say so"
    )
    command.add_argument(
        "--extra",
        choices=("refuse", "keep"),
        default="refuse",
        help='columns that are no facts: refuse them, or keep them in each row as {"extra": …} (default: refuse)',
    )
    command.add_argument("--on", metavar="DATE", help="today, like 2026-11-21 (default: the clock's date)")
    command.add_argument("--jobs", type=_jobs, metavar="N", help="processes to use (default: one for each core)")
    command.set_defaults(run=lambda options: _run(options, today(options.on)))


def _run(options: Namespace, today: date) -> int:
    # what only this command needs is not loaded to answer one case
    from makegood.commands.portions import answer_all
    from makegood.commands.rows_in import opened

    kind = _kind(options.file, options.input)
    jobs = options.jobs or os.process_cpu_count() or 1
    with (
        opened(options.file, kind, extra=options.extra == "keep") as rows,
        closing(answer_all(rows, today, jobs)) as portions,
    ):
        return 2 if _written(portions, rows.size) else 0


def _kind(file: str, named: str | None) -> str:
    if named:
        return named
    suffix = PurePath(file).suffix.lower()
    kind = _KINDS.get(suffix)
    if kind is None:
        source = "standard input" if file == "-" else printable(file)
        message = f"It is not clear what {source} holds. Say so with --input csv or --input ndjson."
        raise BadInputError([FactError(None, file, message)])
    return kind


def _written(portions: "Iterable[Answered]", size: int | None) -> int:
    """Write the output as it comes, tell bad rows on standard error, show how far we are, and count the bad rows."""
    from tqdm import tqdm  # only this command shows a bar

    as_json = not sys.stdout.isatty()
    columns, lines = get_terminal_size()
    rows = bad = 0
    with tqdm(
        total=size,
        disable=not sys.stderr.isatty(),
        leave=False,
        ncols=columns,
        nrows=lines,
        unit="B",
        unit_scale=True,
    ) as bar:
        for portion in portions:
            rows, bad = rows + portion.rows, bad + len(portion.bad)
            tqdm.write(portion.lines, file=sys.stdout, end="")
            sys.stdout.flush()
            if portion.bad:
                told = [row.as_json() if as_json else _sentences(row) for row in portion.bad]
                tqdm.write("\n".join(told), file=sys.stderr)
            bar.set_postfix_str(f"{rows} cases, {bad} bad", refresh=False)
            bar.update(portion.end - bar.n)
    return bad


def _sentences(row: "BadRow") -> str:
    return "\n".join(error.message for error in row.errors)


def _jobs(given: str) -> int:
    jobs = int(given) if re.fullmatch("[0-9]{1,2}", given) else 0
    if not 1 <= jobs <= _MOST_JOBS:
        raise ArgumentTypeError(f"{shown(given)!r} is not a number of processes; use 1 to {_MOST_JOBS}")
    return jobs
