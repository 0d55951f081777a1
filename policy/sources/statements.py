"""The sources: what the catalogue states, and the time limits and reference rules read on the operators' own pages.

Every TOML file in `policy/sources/` is read, in the order of their names: `[[source]]`, `[[statement]]`, `[[window]]`
and `[[rule]]` can stand in any of them. Rules cite their ids.
"""

from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from policy.language.authored import AuthoredError, Shape, choose, read_entries

_SIDES: Final = ("buyer", "seller")
_READ_AT: Final[Shape] = {"page": str, "confidence": ("verified", "regional", "old")}
SHAPES: Final[dict[str, Shape]] = {
    "source": {"id": str, "title": str, "file": str, "scope": str},
    "statement": {"id": str, "side": _SIDES, "kind": str, "text": str, "when": str},
    "window": {
        "id": str, "programme": str, "side": _SIDES, "what": str, "limit": int,
        "unit": ("calendar-days", "business-days", "hours"), "from": str, **_READ_AT,
    },
    "rule": {"id": str, "programme": str, "side": _SIDES, "text": str, **_READ_AT},
}  # fmt: skip
"""What can stand in a file of sources, each below its heading."""


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
    """Read the time limits, by id.

    Raises:
        AuthoredError: the file cannot be used; so for all sources below.
    """
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
        name = entry["id"].partition("-")[0]
        if name not in documents:
            raise AuthoredError(
                choose(f"{_file_of(entry)}, {entry['id']}: there is no source “{name}”", name, documents)
            )
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


def _file_of(entry: dict[str, Any]) -> str:
    kept = (name for name, content in _files().items() if any(entry in entries for entries in content.values()))
    return f"policy/sources/{next(kept)}"


@cache
def _files() -> dict[str, dict[str, list[dict[str, Any]]]]:
    folder = files("policy").joinpath("sources")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    return {name: read_entries(folder.joinpath(name), f"policy/sources/{name}", SHAPES, whole=False) for name in names}


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
