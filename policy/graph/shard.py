"""What is written for the browser: pieces of HTML, the nodes that lead to them, and how a request is read.

A shard is plain JSON data:

- `format`, `policy`: the number of this format, and the digest of the policy
- `variables`: lists of kind, fact and values, as `policy.graph.variables.Variable` explains them
- `nodes`: lists of a variable's number, and for each of its values how many nodes to go back, or -1 minus the number of
  an end
- `pieces`: each is a text, or a list of texts and places
- `refusal`, `questions`, `answer`: places

A place is the number of a piece, or a list: the number of a node, and the number of a piece for each end to which it
leads. So places that look at the same facts share their nodes. `policy.graph.walk` reads it; so does the page.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from policy.case import contradictions
from policy.graph.answer import PREFIX, Answer
from policy.graph.diagram import END, Diagram
from policy.graph.form import Form
from policy.graph.pieces import Pieces
from policy.graph.variables import Variable
from policy.graph.verdicts import Verdicts
from policy.render import errors_html
from policy.rulebook import Rulebook

FORMAT: Final = 1
"""The number of the format; change it whenever the browser has to read shards in another way."""

PARTS: Final = ("refusal", "questions", "answer")
"""What a shard leads to: why a case is refused (empty where it is not), the form, and the answer."""

type Place = int | list[int]
"""The number of a piece; or the number of a node, and of a piece for each end to which it leads."""


class Graph:
    """A rulebook compiled whole; every shard is a part of it."""

    def __init__(self, rulebook: Rulebook) -> None:
        verdicts = Verdicts(rulebook)
        self.digest = rulebook.digest
        self.variables = verdicts.facts.variables
        self._pieces = Pieces(verdicts)
        self._diagrams = verdicts.diagrams
        refused = self._diagrams.of(lambda: tuple(contradictions(verdicts.case)))
        number = self._pieces.number
        self._parts: dict[str, Diagram] = {
            "refusal": self._diagrams.map(refused, lambda wrong: number(errors_html(wrong, PREFIX) if wrong else "")),
            "answer": self._diagrams.end(number(Answer(self._pieces).html())),
            "questions": self._diagrams.end(number(Form(self._pieces).html())),
        }

    def shard(self, preset: Mapping[str, str] | None = None) -> dict[str, Any]:
        """Give the part of the graph that a page needs.

        Args:
            preset: the facts of fixed values that the page has fixed. None gives the whole graph, for every page.
        """
        fixed = {} if preset is None else dict(self._fixed(preset))
        return _Writing(self, fixed).shard()

    def _fixed(self, preset: Mapping[str, str]) -> Iterable[tuple[int, int]]:
        for place, variable in enumerate(self.variables):
            if variable.kind == "preset":
                yield place, int(variable.about in preset)
            elif variable.kind == "choice" and variable.about in preset:
                yield place, 2 + variable.values.index(preset[variable.about])


class _Writing:
    """The writing of one shard: what is reached from its parts is numbered as it is met."""

    def __init__(self, graph: Graph, fixed: Mapping[int, int]) -> None:
        self._graph, self._fixed = graph, dict(fixed)
        self._diagrams, self._all = graph._diagrams, graph._pieces.all  # noqa: SLF001  # the other half of the graph
        self._left: dict[Diagram, Diagram] = {}
        self._targets: dict[Diagram, int] = {}
        self._places: dict[Diagram, Place] = {}
        self._numbers: dict[int, int] = {}
        self._used: dict[int, int] = {}
        self._nodes: list[list[int]] = []
        self._pieces: list[Any] = []

    def shard(self) -> dict[str, Any]:
        """Write it."""
        parts = {part: self._place(self._graph._parts[part]) for part in PARTS}  # noqa: SLF001
        return {
            "format": FORMAT,
            "policy": self._graph.digest,
            "variables": [_as_data(self._graph.variables[place]) for place in self._used],
            "nodes": self._nodes,
            "pieces": self._pieces,
            **parts,
        }

    def _place(self, diagram: Diagram) -> "Place":
        diagram = self._diagrams.fixed(diagram, self._fixed, self._left)
        if diagram not in self._places:
            pieces = [self._diagrams.nodes[end].value for end in self._diagrams.values(diagram)]
            ends = self._diagrams.map(diagram, pieces.index)
            written = [self._piece(piece) for piece in pieces]
            self._places[diagram] = written[0] if len(written) == 1 else [self._target(ends), *written]
        return self._places[diagram]

    def _target(self, diagram: Diagram) -> int:
        if diagram not in self._targets:
            node = self._diagrams.nodes[diagram]
            if node.variable == END:
                self._targets[diagram] = -1 - node.value
            else:
                variable = self._used.setdefault(node.variable, len(self._used))
                children = [self._target(child) for child in node.children]
                here = self._targets[diagram] = len(self._nodes)
                self._nodes.append([variable, *(child if child < 0 else here - child for child in children)])
        return self._targets[diagram]

    def _piece(self, number: int) -> int:
        if number not in self._numbers:
            parts = [part if isinstance(part, str) else self._place(part) for part in self._all[number]]
            self._numbers[number] = len(self._pieces)
            self._pieces.append("".join(map(str, parts)) if all(isinstance(part, str) for part in parts) else parts)
        return self._numbers[number]


def _as_data(variable: Variable) -> list[str]:
    return [variable.kind, variable.about, *variable.values]


def as_text(shard: Mapping[str, Any]) -> str:
    """Write a shard as JSON text."""
    return json.dumps(shard, ensure_ascii=False, separators=(",", ":"))
