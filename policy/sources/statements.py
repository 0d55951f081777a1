"""The sources: what the catalogue states, and the time limits and reference rules read on the operators' own pages.

Every rule cites their ids.
"""

from functools import cache
from typing import NamedTuple

from policy.language.authored import AuthoredError, choose
from policy.sources.reading import entries, place_of
from policy.sources.windows import Window, windows


class Statement(NamedTuple):
    """One thing that a source states.

    `source` is the title of the document or the operator's page, `scope` whom it is about, `when` in which cases, in
    words. `confidence` says how sure the reading is: "catalogue" for the five documents, otherwise verified, regional
    or old.
    """

    id: str
    side: str
    kind: str
    text: str
    when: str
    source: str
    scope: str
    confidence: str


@cache
def statements() -> dict[str, Statement]:
    """Read everything that can be cited, by id, in the order of the files."""
    documents = {source["id"]: source for source in entries("source")}
    found = {}
    for entry in entries("statement"):
        name = entry["id"].partition("-")[0]
        if name not in documents:
            raise AuthoredError(choose(f"{place_of(entry)}: there is no source “{name}”", name, documents))
        document = documents[name]
        found[entry["id"]] = Statement(
            entry["id"],
            entry["side"],
            entry["kind"],
            entry["text"],
            entry["when"],
            document["title"],
            document["scope"],
            "catalogue",
        )
    for window in windows().values():
        found[window.id] = _stated(window)
    for entry in entries("rule"):
        found[entry["id"]] = Statement(
            entry["id"],
            entry["side"],
            "rule",
            entry["text"],
            "always",
            entry["page"],
            entry["programme"],
            entry["confidence"],
        )
    return found


def _stated(window: Window) -> Statement:
    """Say a time limit as a statement that can be cited."""
    text = f"{_sentence(window.what)} within {window.length} from {window.start}."
    if len(window.limits) > 1:
        text += " The day from which it counts decides."
    return Statement(
        window.id, window.side, "deadline", text, "always", window.page, window.programme, window.confidence
    )


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
