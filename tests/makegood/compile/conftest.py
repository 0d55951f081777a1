"""The policy compiled, once for all tests."""

import pytest

from makegood.compile.file import Graph
from policy import rulebook


@pytest.fixture(scope="session")
def graph() -> Graph:
    return Graph(rulebook())
