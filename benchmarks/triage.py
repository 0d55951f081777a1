"""How many rows a second `makegood triage` answers, and in how much memory: `python -m benchmarks.triage`."""

import argparse
import csv
import json
import os
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

from benchmarks.cases import cases
from benchmarks.timing import best
from makegood.random_cases import TODAY
from policy.facts import FACTS

TENTH: Final = 10
"""The memory is measured with this part of the rows as well, to see whether it grows."""

COMPARED: Final = 2000
"""Lines of output that are written and read again by `json` alone."""

RUN: Final = """
import json, resource, sys, time
from makegood.cli import main

if __name__ == "__main__":
    start = time.perf_counter()
    code = main(sys.argv[1:])
    seconds = time.perf_counter() - start
    peak = [resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    sys.stderr.write(json.dumps([code, seconds, *peak]))
"""
"""The command, with a look at the clock and at the memory at its end."""


class Figures(NamedTuple):
    """What one run took: seconds, and the peak memory in MB of the command and of the largest of its workers."""

    seconds: float
    command: float
    worker: float


def main() -> None:
    """Measure, and print a table for the docs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.triage", description="Rows a second, and memory.")
    parser.add_argument("--rows", type=int, default=100_000, help="how many rows (default: %(default)s)")
    rows = parser.parse_args().rows
    cores = os.process_cpu_count() or 1

    with tempfile.TemporaryDirectory() as folder:
        table, output = Path(folder, "cases.csv"), Path(folder, "advice.ndjson")
        print("| rows | processes | seconds | rows a second | peak memory of the command | of the largest worker |")
        print("| --: | --: | --: | --: | --: | --: |")
        for count, jobs in ((rows, cores), (rows // TENTH, cores), (rows // TENTH, 1)):
            write_table(table, count)
            took = run(table, output, jobs)
            memory = f"{took.command:.0f} MB | {f'{took.worker:.0f} MB' if took.worker else '–'}"
            print(f"| {count} | {jobs} | {took.seconds:.1f} | {count / took.seconds:.0f} | {memory} |", flush=True)
        print(f"\n`json` alone, the same output written and read again: {round_trips(output):.0f} lines a second")


def write_table(file: Path, count: int) -> None:
    """Write that many cases as a table with a column for each fact."""
    with file.open("w", newline="", encoding="utf-8") as out:
        table = csv.DictWriter(out, [fact.name for fact in FACTS])
        table.writeheader()
        table.writerows(map(_cells, cases(count)))


def _cells(case: dict[str, Any]) -> dict[str, Any]:
    return {name: ";".join(value) or ";" if isinstance(value, list) else value for name, value in case.items()}


def run(table: Path, output: Path, jobs: int) -> Figures:
    """Answer a table with that many processes."""
    with tempfile.TemporaryDirectory() as folder, output.open("wb") as out:
        script = Path(folder, "run.py")  # the processes that it starts read it again, so it must be a file
        script.write_text(RUN, encoding="utf-8")
        command = [sys.executable, str(script), "triage", str(table), "--on", str(TODAY), "--jobs", str(jobs)]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, env=environment, check=True)
    code, seconds, *peaks = json.loads(done.stderr)
    if code != 0:
        raise RuntimeError("The generator made a wrong row.")
    to_mb = 1e6 if sys.platform == "darwin" else 1e3
    return Figures(seconds, *(peak / to_mb for peak in peaks))


def round_trips(output: Path) -> float:
    """Give how many lines a second `json` alone reads and writes."""
    with output.open(encoding="utf-8") as lines:
        some = list(islice(lines, COMPARED))
    return len(some) / best(lambda: [json.dumps(json.loads(line), ensure_ascii=False) for line in some], runs=5)


if __name__ == "__main__":
    main()
