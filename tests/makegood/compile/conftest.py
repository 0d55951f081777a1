"""The policy compiled for a seat, once for all tests."""

from collections.abc import Callable
from functools import cache
from itertools import product
from typing import Any

import pytest

from makegood.compile.file import Graph
from makegood.compile.judgements import Seat
from policy import rulebook
from policy.facts import BY_NAME, SEAT
from policy.language.kinds import Choice

type Compiled = Callable[..., dict[str, Any]]
"""Gives the file for a side and a programme; with none of them, the file that comes first."""


@cache
def compiled_for(side: str = "", programme: str = "") -> dict[str, Any]:
    if not side:
        others = {
            f"{side}/{programme}": ["other.json", "sha256-"] for side, programme in product(*map(_values, SEAT[:2]))
        }
        return Graph(rulebook(), Seat({}, frozenset(SEAT), SEAT[:2])).file((list(SEAT[:2]), others))
    return Graph(rulebook(), Seat({"side": side, "programme": programme}, frozenset(BY_NAME))).file()


def _values(fact: str) -> list[str]:
    told = BY_NAME[fact]
    return [value.name for value in told.values] if isinstance(told, Choice) else []


@pytest.fixture(scope="session")
def compiled() -> Compiled:
    return compiled_for
