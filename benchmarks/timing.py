"""How times are taken: the best of several runs of each thing, so that what else the machine does counts little."""

import time
from collections.abc import Callable

RUNS = 9
"""How often each thing is done; the fastest counts."""


def best(do: Callable[[], object], runs: int = RUNS) -> float:
    """Give the seconds that one call takes."""
    fastest = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        do()
        fastest = min(fastest, time.perf_counter() - start)
    return fastest
