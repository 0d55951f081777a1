"""What is written for the browser: pieces of HTML, the nodes that lead to them, and how a request is read.

A file of compiled answers is plain JSON data:

- `format`, `policy`: the number of this format, and the digest of the policy
- `fixed`, `told`, `preset`: the facts that have these values in every case that the file answers, the facts that such a
  case can tell beside them (null where it can be any), and those that the page can have fixed
- `following`: the facts that decide which other file to ask, and for their values, with / between, its address from
  this one and its hash; empty where there is none
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
from collections.abc import Mapping
from typing import Any, Final

from makegood.compile.answer import Answer
from makegood.compile.dictionary import with_words
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

FORMAT: Final = 4
"""The number of the format; change it whenever the browser has to read files in another way."""

type Following = tuple[list[str], Mapping[str, list[str]]]
"""Some facts, and for their values, with / between, a file's name and its hash."""

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

    def file(self, following: Following | None = None) -> dict[str, Any]:
        """Give what the browser needs; `following` names the files to ask for other cases."""
        told = None if self.seat.open_facts >= {*BY_NAME} else sorted(self.seat.open_facts)
        writing = Writing(self._diagrams, self._pieces.all)
        parts = writing.written(self._parts)
        words, (pieces, parts) = with_words([writing.pieces, parts])
        return {
            "format": FORMAT,
            "policy": self.digest,
            "fixed": dict(self.seat.fixed),
            "told": told,
            "preset": list(SEAT),
            "following": following or [],
            "variables": [_as_data(self.variables[place]) for place in writing.variables],
            "not_known": NOT_KNOWN,
            "nodes": writing.nodes,
            "words": words,
            "pieces": pieces,
            **parts,
        }


def _as_data(variable: Variable) -> list[str]:
    return [variable.kind, variable.about, *variable.values]


def as_text(file: Mapping[str, Any]) -> str:
    """Write a file as JSON text."""
    return json.dumps(file, ensure_ascii=False, separators=(",", ":"))
