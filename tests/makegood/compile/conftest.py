"""The policy compiled for a seat, once for all tests."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest

from makegood.compile.file import Graph
from makegood.compile.judgements import Seat
from policy import rulebook
from policy.facts import BY_NAME, SEAT

type Compiled = Callable[..., dict[str, Any]]
"""Gives what is compiled for a side and a programme; with none of them, for cases in which they are open."""


@cache
def compiled_for(side: str = "", programme: str = "") -> dict[str, Any]:
    if not side:
        return Graph(rulebook(), Seat({}, frozenset(SEAT), SEAT)).file()
    return Graph(rulebook(), Seat({"side": side, "programme": programme}, frozenset(BY_NAME))).file()


@pytest.fixture(scope="session")
def compiled() -> Compiled:
    return compiled_for
