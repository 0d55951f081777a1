"""The sources: what the catalogue states, and the time limits and reference rules read on the operators' own pages.

Every rule cites their ids.
"""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from policy.language.authored import AuthoredError, choose
from policy.sources.reading import entries, place_of
from policy.sources.windows import Window, windows


class Statement(NamedTuple):
    """One thing that a source states.

    `source` is the title of the document or the operator's page, `scope` whom it is about, `when` in which cases, in
    words. `confidence` says how sure the reading is: "catalogue" for the five documents, otherwise as
    `policy.sources.windows.CONFIDENCE_WORDS` has it. Of a published page there are its `publisher`, the day on which it
    was `seen`, the `region` where it holds, if not everywhere, and what another page says against it (`conflicts`).
    """

    id: str
    side: str
    kind: str
    text: str
    when: str
    source: str
    scope: str
    confidence: str
    publisher: str = ""
    seen: date | None = None
    region: str = ""
    conflicts: str = ""


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
    for entry in entries("window"):
        found[entry["id"]] = _read_on_a_page(_stated(windows()[entry["id"]]), entry)
    for entry in entries("rule"):
        stated = Statement(
            entry["id"],
            entry["side"],
            "rule",
            entry["text"],
            "always",
            entry["page"],
            entry["programme"],
            entry["confidence"],
        )
        found[entry["id"]] = _read_on_a_page(stated, entry)
    return found


def _read_on_a_page(statement: Statement, entry: Mapping[str, Any]) -> Statement:
    """Add what an entry tells of the page on which it was read."""
    told = {name: entry[name] for name in ("publisher", "seen", "region", "conflicts") if name in entry}
    return statement._replace(**told)


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
