"""The sources: what the catalogue states, and the time limits and reference rules read on the operators' own pages.

`policy/sources/catalogue.toml` and `windows.toml` are the project's copies; every rule cites their ids.
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
        for entry in _read("windows.toml")["window"]
    }


@cache
def statements() -> dict[str, Statement]:
    """Read everything that can be cited, by id, in the order of the files."""
    catalogue, reference = _read("catalogue.toml"), _read("windows.toml")
    documents = {source["id"]: source for source in catalogue["source"]}
    found = {}
    for entry in catalogue["statement"]:
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
    for entry in reference["rule"]:
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


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("policy").joinpath("sources", name).read_text(encoding="utf-8"))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
