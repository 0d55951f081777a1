"""Reading compiled answers as the page reads them: look-ups, and nothing else.

`docs/assets/checker/graph.js` does the same in the page. Both must stay so small that nothing can be wrong in them.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import escape

from makegood.compile.answer import PREFIX, ROOT
from makegood.compile.dictionary import in_full, spelt_out
from makegood.compile.variables import Variable, number_in

type Html = Mapping[str, str | None]
"""`questions` and `answer`, as `policy.browser.respond` gives them: a refused case has no questions."""


def respond(file: Mapping[str, Any], request: Mapping[str, Any]) -> Html | None:
    """Answer a request of the page from a file; None where the request holds a value that no file knows.

    What depends on days, weights or texts is left open: see `docs/maintain/graph.md`.
    """
    facts, preset = request["facts"], request["preset"]
    if not is_for(file, facts, preset):
        return None
    numbers = [number_in(Variable(kind, about, tuple(of)), facts, preset) for kind, about, *of in file["variables"]]
    if None in numbers:
        return None

    def write(piece: str | int | list[Any]) -> str:
        if isinstance(piece, str):
            return piece
        if isinstance(piece, int):
            return write(file["pieces"][piece])
        return "".join(write(end(part) if isinstance(part, list) else part) for part in piece)

    def end(place: list[Any]) -> str | int | list[Any]:
        node, *pieces = place
        while True:
            variable, usual, *others = file["nodes"][node]
            step = dict(zip(others[::2], others[1::2], strict=True)).get(numbers[variable], usual)
            if step < 0:
                found: str | int | list[Any] = pieces[-1 - step]
                return found
            node -= step

    words = spelt_out(file["words"])

    def fill(part: str) -> str:
        typed = re.compile("\ue002(.*?)\ue003")
        html = in_full(write(file[part]), words).replace(ROOT, request["root"])
        return typed.sub(lambda place: str(escape(facts.get(place[1], ""))), html.replace(PREFIX, request["prefix"]))

    refusal = fill("refusal")
    if refusal:
        return {"questions": None, "answer": refusal}
    return {"questions": fill("questions"), "answer": fill("answer")}


def is_for(file: Mapping[str, Any], facts: Mapping[str, Any], preset: Iterable[str]) -> bool:
    """Say whether a file answers such a case."""
    told = {name for name, value in facts.items() if value is not None and name not in file["fixed"]}
    decided = {name for name in told if facts[name] != file["not_known"]}
    return (
        all(facts.get(name) == value for name, value in file["fixed"].items())
        and (file["told"] is None or told <= {*file["told"]})
        and {*preset} <= {*file["preset"]}
        and not (file["until"] and {*file["until"]} <= decided)
    )
