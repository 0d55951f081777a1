"""Measures how long the answers take to compile, and how large they are, against the number of rules.

python -m benchmarks.rules [--times 1 4 16] [--cases 40]
"""

import sys
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from random import Random
from typing import Any

from makegood.compile.agreement import disagreements
from makegood.compile.answers import on_the_wire
from makegood.compile.file import Graph, as_text
from makegood.compile.judgements import Seat
from policy import rulebook
from policy.engine.rulebook import Rulebook
from policy.facts import BY_NAME, SEAT
from policy.language.outcomes import Avoid, Step, WalkAway, Warn
from policy.language.rule import Rule

SIDE, PROGRAMME, _ = SEAT

START = Seat({}, frozenset(SEAT), (SIDE, PROGRAMME))
"""The cases of the first file: those in which side or programme is open."""

ONE_SEAT = Seat({SIDE: "seller", PROGRAMME: "kingston-express"}, frozenset(BY_NAME))
"""The cases of one of the files that follow it."""


def main() -> int:
    """Measure and print."""
    parser = ArgumentParser(prog="python -m benchmarks.rules", description=__doc__)
    parser.add_argument("--times", type=int, nargs="+", default=[1, 4, 16])
    parser.add_argument("--cases", type=int, default=40, help="how many cases to compare with Python")
    options = parser.parse_args()
    print("| rules | compile | first file, on the wire | one seat, on the wire | to read | cases that differ |")
    print("| --: | --: | --: | --: | --: | --: |")
    for times in options.times:
        book = larger(times)
        started = time.process_time()
        first, seat = Graph(book, START).file(), Graph(book, ONE_SEAT).file()
        took = time.process_time() - started
        small, text = as_text(first).encode(), as_text(seat).encode()
        wrong = sum(1 for _ in disagreements(seat, options.cases)) if times == 1 else "–"
        print(
            f"| {len(book.rules)} | {took:.1f} s | {on_the_wire(small) / 1000:.1f} kB "
            f"| {on_the_wire(text) / 1000:.1f} kB | {len(text) / 1000:.0f} kB | {wrong} |",
            flush=True,
        )
    return 0


def larger(times: int) -> Rulebook:
    """Make a rulebook with so many times the rules: new lines, under conditions that other lines of the policy have."""
    rules = rulebook().rules
    return Rulebook((*rules, *islice(_more(rules), (times - 1) * len(rules))))


def _more(rules: tuple[Rule, ...]) -> Iterator[Rule]:
    chance = Random(1)  # noqa: S311  # it must be the same every time
    lines = [rule for rule in rules if isinstance(rule.gives, Step | Avoid | Warn | WalkAway)]
    number = 0
    while True:
        for rule in lines:
            number += 1
            gives: Any = rule.gives
            words = gives.text.split()
            chance.shuffle(words)
            yield replace(
                rule,
                id=f"{rule.id}-{number}",
                when=chance.choice(lines).when,
                gives=replace(gives, text=f"{' '.join(words)} {number}."),
            )


if __name__ == "__main__":
    sys.exit(main())
