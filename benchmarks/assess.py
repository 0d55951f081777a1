"""How long one answer takes: `python -m benchmarks.assess`."""

import argparse
import json
from collections.abc import Callable, Mapping
from statistics import median
from typing import Any, Final

from benchmarks.cases import cases
from benchmarks.timing import RUNS, best
from makegood.random_cases import TODAY
from policy import Advice, Case, answer, parse_case, rulebook
from policy.cases.case import read_case

NINE_OF_TEN: Final = 0.9

ANSWER: Final = "a case into advice: `answer()`"
READ: Final = "JSON text into a case"
WRITE: Final = "advice into JSON text"
WHOLE: Final = "the three together: JSON text in, JSON text out"
JSON: Final = "for comparison, `json` alone: the advice's text written and read again"


def main() -> None:
    """Measure, and print a table for the docs."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.assess", description="How long one answer takes.")
    parser.add_argument("--cases", type=int, default=500, help="how many cases (default: %(default)s)")
    count = parser.parse_args().cases

    # one case after the other, each in every way, so that a slow moment of the machine slows all ways alike
    taken = [{what: best(do) for what, do in _ways(raw).items()} for raw in cases(count)]

    print(f"{count} cases, {len(rulebook().rules)} rules; microseconds, the best of {RUNS} runs of each case\n")
    print("| what | median | nine of ten within | slowest | ratio to `json` alone |")
    print("| --- | --: | --: | --: | --: |")
    for what in (ANSWER, READ, WRITE, WHOLE, JSON):
        seconds = sorted(times[what] for times in taken)
        figures = (median(seconds), seconds[int(count * NINE_OF_TEN)], seconds[-1])
        told = " | ".join(f"{figure * 1e6:.0f}" for figure in figures)
        print(f"| {what} | {told} | {median(times[what] / times[JSON] for times in taken):.2f} |")


def _ways(raw: Mapping[str, Any]) -> dict[str, Callable[[], object]]:
    """List what is measured with one case."""
    text, case = json.dumps(raw), parse_case(raw)
    if isinstance(case, list):
        raise TypeError(f"The generator made a wrong case: {case[0].message}")
    advice = answer(case, TODAY)
    data = advice.as_data()
    return {
        ANSWER: lambda: answer(case, TODAY),
        READ: lambda: read_case(text),
        WRITE: lambda: _written(advice),
        WHOLE: lambda: _whole(text),
        JSON: lambda: json.loads(json.dumps(data, ensure_ascii=False)),
    }


def _written(advice: Advice) -> str:
    return json.dumps(advice.as_data(), ensure_ascii=False)


def _whole(text: str) -> str:
    case = read_case(text)
    return _written(answer(case, TODAY)) if isinstance(case, Case) else ""


if __name__ == "__main__":
    main()
