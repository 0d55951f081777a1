"""Reading a shard as the page reads it: look-ups, and nothing else.

`docs/assets/checker/graph.js` does the same in the page. Both must stay so small that nothing can be wrong in them.
"""

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import escape

from policy.graph.answer import PREFIX, ROOT
from policy.graph.variables import Variable, number_in

type Html = Mapping[str, str | None]
"""`questions` and `answer`, as `policy.browser.respond` gives them: a refused case has no questions."""


def respond(shard: Mapping[str, Any], request: Mapping[str, Any]) -> Html | None:
    """Answer a request of the page from a shard; None where the request holds a value that no shard knows.

    What depends on days, weights or texts is left open: see `docs/maintain/graph.md`.
    """
    facts, preset = request["facts"], request["preset"]
    numbers = [number_in(Variable(kind, about, tuple(of)), facts, preset) for kind, about, *of in shard["variables"]]
    if None in numbers:
        return None

    def write(place: int | list[int]) -> str:
        if isinstance(place, int):
            piece = shard["pieces"][place]
            return piece if isinstance(piece, str) else "".join(p if isinstance(p, str) else write(p) for p in piece)
        node, *pieces = place
        while True:
            variable, *steps = shard["nodes"][node]
            step = steps[numbers[variable]]
            if step < 0:
                return write(pieces[-1 - step])
            node -= step

    def fill(html: str) -> str:
        typed = re.compile("\ue002(.*?)\ue003")
        html = html.replace(ROOT, request["root"]).replace(PREFIX, request["prefix"])
        return typed.sub(lambda place: str(escape(facts.get(place[1], ""))), html)

    refusal = fill(write(shard["refusal"]))
    if refusal:
        return {"questions": None, "answer": refusal}
    return {"questions": fill(write(shard["questions"])), "answer": fill(write(shard["answer"]))}
