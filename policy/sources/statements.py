"""The sources: what the catalogue states, and the time limits and reference rules read on the operators' own pages.

Every TOML file in `policy/sources/` is read, in the order of their names: `[[source]]`, `[[statement]]`, `[[window]]`
and `[[rule]]` can stand in any of them. Rules cite their ids.
"""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple


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


class Window(NamedTuple):
    """A time limit read on an operator's own page: `limit` of `unit`, counted from `start`."""

    id: str
    programme: str
    side: str
    what: str
    limit: int
    unit: str
    start: str
    page: str
    confidence: str


@cache
def windows() -> dict[str, Window]:
    """Read the time limits, by id."""
    return {
        entry["id"]: Window(
            entry["id"],
            entry["programme"],
            entry["side"],
            entry["what"],
            entry["limit"],
            entry["unit"],
            entry["from"],
            entry["page"],
            entry["confidence"],
        )
        for entry in _entries("window")
    }


@cache
def statements() -> dict[str, Statement]:
    """Read everything that can be cited, by id, in the order of the files."""
    documents = {source["id"]: source for source in _entries("source")}
    found = {}
    for entry in _entries("statement"):
        document = documents[entry["id"].partition("-")[0]]
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
        text = f"{_sentence(window.what)} within {window.limit} {window.unit.replace('-', ' ')} from {window.start}."
        found[window.id] = Statement(
            window.id, window.side, "deadline", text, "always", window.page, window.programme, window.confidence
        )
    for entry in _entries("rule"):
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


def _entries(kind: str) -> list[dict[str, Any]]:
    return [entry for content in _files().values() for entry in content.get(kind, ())]


@cache
def _files() -> dict[str, dict[str, Any]]:
    folder = files("policy").joinpath("sources")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {name: tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8")) for name in names}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
