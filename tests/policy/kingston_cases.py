"""Cases of sellers on Kingston Express: the same ones in every run."""

from collections.abc import Iterator
from typing import Any, Final

from makegood.random_cases import random_cases

KINGSTON: Final = {"side": "seller", "programme": "kingston-express"}
"""The seat of a seller on Kingston Express."""

TELLING: Final = (
    "problem", "fulfilment", "severity", "international", "in_stock", "return_feasible", "evidence", "reply",
    "platform_case", "inspection", "review_done", "claim_doubtful", "customer_aggressive",
)  # fmt: skip
"""The facts that a rule for sellers on Kingston Express looks at."""


def kingston_cases(count: int, seed: int, known: float) -> Iterator[dict[str, Any]]:
    """Give the facts of so many cases; each telling fact is known with this probability, none contradict."""
    return random_cases(count, seed, told=dict.fromkeys(TELLING, known), fixed=KINGSTON)
