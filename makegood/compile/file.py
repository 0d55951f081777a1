"""What is written for the browser: pieces of HTML, the nodes that lead to them, and how a request is read.

Compiled answers are plain JSON data:

- `format`, `policy`: the number of this format, and the digest of the policy
- `fixed`, `told`, `preset`: the facts that have these values in every case that is answered, the facts that such a case
  can tell beside them (null where it can be any), and those that the page can have fixed
- `until`: facts of which one is still open in every such case; empty where that is no matter
- `variables`: lists of kind, fact and values, as `makegood.compile.variables.Variable` explains them
- `not_known`: what a request says of a fact that the reader does not know
- `nodes`: lists of a variable's number, the step that most of its values lead to, and each other value with its step:
  how many nodes to go back, or -1 minus the number of an end
- `words`: markup and texts that stand in many places; in a text, or in a later word, the character with the number
  `WORD` + n stands for word n
- `pieces`: those that stand in more than one place
- `refusal`, `questions`, `answer`: pieces

They come in several files (`makegood.compile.answers`), which the browser joins: the words of all, one after the other,
and of everything else what the one file has that tells it.

A piece is a text; or the number of one of `pieces`; or a list of texts, numbers of `pieces`, and places. A place is a
list: the number of a node, and a piece for each end to which it leads. So a piece that stands in one place is written
there, and places that look at the same facts share their nodes. `makegood.compile.lookup` reads it; so does the page.
"""

import json
from collections.abc import Mapping
from typing import Any, Final

from makegood.compile.answer import Answer
from makegood.compile.form import Form
from makegood.compile.fragments import Pieces
from makegood.compile.judgements import Judgements, Seat
from makegood.compile.refusal import refusal_html
from makegood.compile.variables import Variable
from makegood.compile.writing import Writing
from makegood.diagrams import Diagram
from policy.engine.rulebook import Rulebook
from policy.facts import BY_NAME, SEAT
from policy.language.kinds import NOT_KNOWN

FORMAT: Final = 5
"""The number of the format; change it whenever the browser has to read files in another way."""

PARTS: Final = ("refusal", "questions", "answer")
"""What such a file leads to: why a case is refused (empty where it is not), the form, and the answer."""


class Graph:
    """A rulebook compiled for the cases of one seat."""

    def __init__(self, rulebook: Rulebook, seat: Seat) -> None:
        judgements = Judgements(rulebook, seat)
        self.digest, self.seat = rulebook.digest, seat
        self.variables = judgements.facts.variables
        self._pieces = Pieces(judgements)
        self._diagrams = judgements.diagrams
        number = self._pieces.number
        self._parts: dict[str, Diagram] = {
            "refusal": self._diagrams.terminal(number(refusal_html(self._pieces))),
            "answer": self._diagrams.terminal(number(Answer(self._pieces).html())),
            "questions": self._diagrams.terminal(number(Form(self._pieces).html())),
        }

    def file(self) -> dict[str, Any]:
        """Give what the browser needs, in full: no text is written with words yet."""
        told = None if self.seat.open_facts >= {*BY_NAME} else sorted(self.seat.open_facts)
        writing = Writing(self._diagrams, self._pieces.all)
        parts = writing.written(self._parts)
        return {
            "format": FORMAT,
            "policy": self.digest,
            "fixed": dict(self.seat.fixed),
            "told": told,
            "preset": list(SEAT),
            "until": list(self.seat.until),
            "variables": [_as_data(self.variables[place]) for place in writing.variables],
            "not_known": NOT_KNOWN,
            "nodes": writing.nodes,
            "words": [],
            "pieces": writing.pieces,
            **parts,
        }


def _as_data(variable: Variable) -> list[str]:
    return [variable.kind, variable.about, *variable.values]


def as_text(file: Mapping[str, Any]) -> str:
    """Write a file as JSON text."""
    return json.dumps(file, ensure_ascii=False, separators=(",", ":"))
