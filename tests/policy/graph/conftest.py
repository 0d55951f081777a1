"""The policy compiled, once for all tests."""

import pytest

from policy import rulebook
from policy.graph.shard import Graph


@pytest.fixture(scope="session")
def graph() -> Graph:
    return Graph(rulebook())
