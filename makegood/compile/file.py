"""What is written for the browser: pieces of HTML, the nodes that lead to them, and how a request is read.

A file of compiled answers is plain JSON data:

- `format`, `policy`: the number of this format, and the digest of the policy
- `variables`: lists of kind, fact and values, as `makegood.compile.variables.Variable` explains them
- `not_known`: what a request says of a fact that the reader does not know
- `nodes`: lists of a variable's number, and for each of its values how many nodes to go back, or -1 minus the number of
  an end
- `words`: markup that stands in many texts; in a text, the character with the number `WORD` + n stands for word n
- `pieces`: those that stand in more than one place
- `refusal`, `questions`, `answer`: pieces

A piece is a text; or the number of one of `pieces`; or a list of texts, numbers of `pieces`, and places. A place is a
list: the number of a node, and a piece for each end to which it leads. So a piece that stands in one place is written
there, and places that look at the same facts share their nodes. `makegood.compile.lookup` reads it; so does the page.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from makegood.compile.answer import PREFIX, Answer
from makegood.compile.dictionary import with_words
from makegood.compile.form import Form
from makegood.compile.fragments import Pieces
from makegood.compile.judgements import Judgements
from makegood.compile.variables import Variable
from makegood.compile.writing import Writing
from makegood.diagrams import Diagram
from policy.cases.case import contradictions
from policy.engine.rulebook import Rulebook
from policy.language.kinds import NOT_KNOWN
from policy.rendering.advice import errors_html

FORMAT: Final = 3
"""The number of the format; change it whenever the browser has to read files in another way."""

PARTS: Final = ("refusal", "questions", "answer")
"""What such a file leads to: why a case is refused (empty where it is not), the form, and the answer."""


class Graph:
    """A rulebook compiled whole; every file is a part of it."""

    def __init__(self, rulebook: Rulebook) -> None:
        judgements = Judgements(rulebook)
        self.digest = rulebook.digest
        self.variables = judgements.facts.variables
        self._pieces = Pieces(judgements)
        self._diagrams = judgements.diagrams
        refused = self._diagrams.of(lambda: tuple(contradictions(judgements.case)))
        number = self._pieces.number
        self._parts: dict[str, Diagram] = {
            "refusal": self._diagrams.apply(lambda wrong: number(errors_html(wrong, PREFIX) if wrong else ""), refused),
            "answer": self._diagrams.terminal(number(Answer(self._pieces).html())),
            "questions": self._diagrams.terminal(number(Form(self._pieces).html())),
        }

    def file(self, preset: Mapping[str, str] | None = None) -> dict[str, Any]:
        """Give the part of the graph that a page needs.

        Args:
            preset: the facts of fixed values that the page has fixed. None gives the whole graph, for every page.
        """
        fixed = {} if preset is None else dict(self._fixed(preset))
        writing = Writing(self._diagrams, self._pieces.all, fixed)
        parts = writing.written(self._parts)
        words, (pieces, parts) = with_words([writing.pieces, parts])
        return {
            "format": FORMAT,
            "policy": self.digest,
            "variables": [_as_data(self.variables[place]) for place in writing.variables],
            "not_known": NOT_KNOWN,
            "nodes": writing.nodes,
            "words": words,
            "pieces": pieces,
            **parts,
        }

    def _fixed(self, preset: Mapping[str, str]) -> Iterable[tuple[int, tuple[int, ...]]]:
        for place, variable in enumerate(self.variables):
            if variable.kind == "preset":
                yield place, (int(variable.about in preset),)
            elif variable.kind == "choice" and variable.about in preset:
                yield place, (2 + variable.values.index(preset[variable.about]),)


def _as_data(variable: Variable) -> list[str]:
    return [variable.kind, variable.about, *variable.values]


def as_text(file: Mapping[str, Any]) -> str:
    """Write a file as JSON text."""
    return json.dumps(file, ensure_ascii=False, separators=(",", ":"))
