"""Cases that go nearly every way out of nearly every node of the compiled answers, and what Python says to them.

Some ways cannot be gone: they stand for facts that contradict each other, which are refused before.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from makegood.compile.agreement import cases, disagreement, request_for
from makegood.compile.lookup import respond
from makegood.compile.variables import Variable, number_in
from policy.language.kinds import NOT_KNOWN
from tests.makegood.compile.conftest import Compiled

type Way = tuple[int, int]
"""A node, and the number of the value with which it is left."""


class Noting(list[Any]):
    """A file's nodes, which note that they are looked at."""

    def __init__(self, nodes: list[Any]) -> None:
        super().__init__(nodes)
        self.seen: set[int] = set()

    def __getitem__(self, node: Any) -> Any:
        self.seen.add(node)
        return super().__getitem__(node)


class Explorer:
    """Walks a file, and finds cases that go where none has gone."""

    def __init__(self, file: dict[str, Any]) -> None:
        self.nodes = Noting(file["nodes"])
        self.file = {**file, "nodes": self.nodes}
        self.variables = [Variable(kind, about, tuple(values)) for kind, about, *values in file["variables"]]
        self.gone: set[Way] = set()
        self.tried: set[Way] = set()  # from one case each; more find hardly any more ways

    def ways_of(self, request: dict[str, Any]) -> set[Way]:
        """Give the ways on which a request is answered."""
        self.nodes.seen.clear()
        respond(self.file, request)
        numbers = [number_in(variable, request["facts"], request["preset"]) for variable in self.variables]
        ways = ((node, numbers[self.variable_of(node)]) for node in self.nodes.seen)
        return {(node, number) for node, number in ways if number is not None}

    def variable_of(self, node: int) -> int:
        """Give the number of the variable that a node asks."""
        number: int = list.__getitem__(self.nodes, node)[0]
        return number

    def all_ways(self) -> set[Way]:
        """List every way, but for what Python counts: whether a day or a weight was told."""
        return {
            (number, value)
            for number, (variable, *_) in enumerate(list(self.nodes))
            for value in range(self.variables[variable].size)
            if not (self.variables[variable].kind == "typed" and value == 2)
        }

    def requests(self) -> Iterator[dict[str, Any]]:
        """Give requests, each of which goes a way that none before it went."""
        wanted = self.all_ways()
        waiting = [request_for(facts, {}) for facts in cases(self.file, 60, seed=11)]
        while waiting:
            request = waiting.pop()
            ways = self.ways_of(request)
            if not ways - self.gone:
                continue
            self.gone |= ways
            yield request
            for node, number in ways:
                variable = self.variables[self.variable_of(node)]
                for other in range(variable.size):
                    way = (node, other)
                    if other != number and way in wanted and way not in self.gone and way not in self.tried:
                        self.tried.add(way)
                        waiting.append(changed(request, variable, other))


def changed(request: dict[str, Any], variable: Variable, number: int) -> dict[str, Any]:
    """Give a request in which a variable has another value."""
    facts, preset, about = dict(request["facts"]), set(request["preset"]), variable.about
    match variable.kind:
        case "preset":
            preset ^= {about}
        case "list":
            facts |= {about: []}
            if number == 0:
                del facts[about]
        case "item":
            facts[about] = sorted(set(facts.get(about, ())) ^ set(variable.values))
        case _ if number == 0:
            facts.pop(about, None)
        case _:
            facts[about] = NOT_KNOWN if number == 1 else variable.values[number - 2]
    return {**request, "facts": facts, "preset": sorted(preset)}


@pytest.fixture(scope="module")
def explorer(compiled: Compiled) -> Explorer:
    return Explorer(compiled("buyer", "ebay"))


@pytest.mark.thorough
def test_nearly_every_way_through_the_answers_leads_to_what_python_says(explorer: Explorer) -> None:
    wrong = [difference for request in explorer.requests() if (difference := disagreement(explorer.file, request))]
    assert wrong == []
    assert len(explorer.gone & explorer.all_ways()) > 0.9 * len(explorer.all_ways())
