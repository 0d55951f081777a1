"""Reads the files of sources: every TOML file in this folder, in the order of their names.

`[[source]]`, `[[statement]]`, `[[window]]` and `[[rule]]` can stand in any of them.
"""

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final

from policy.days import UNITS
from policy.language.authored import AuthoredError, Shape, Tables, read_entries

_SIDES: Final = ("buyer", "seller")
_EITHER: Final = (*_SIDES, "both")
_READ_AT: Final[Shape] = {
    "page": str, "confidence": ("verified", "regional", "old", "law", "regulator", "third-party"),
    "publisher?": str, "seen?": date, "region?": str, "conflicts?": str,
}  # fmt: skip
SHAPES: Final[dict[str, Shape]] = {
    "source": {"id": str, "title": str, "file": str, "scope": str},
    "statement": {"id": str, "side": _SIDES, "kind": str, "text": str, "when": str},
    "window": {
        "id": str, "programme": str, "side": _EITHER, "what": str, "limit?": int, "limits?": Tables,
        "unit": UNITS, "from": str, **_READ_AT,
    },
    "rule": {"id": str, "programme": str, "side": _EITHER, "text": str, **_READ_AT},
}  # fmt: skip
"""What can stand in a file of sources, each below its heading."""


def entries(kind: str) -> list[dict[str, Any]]:
    """Give what stands below a heading, in the order of the files.

    Raises:
        AuthoredError: a file cannot be used.
    """
    return [entry for content in _files().values() for entry in content.get(kind, ())]


def place_of(entry: dict[str, Any]) -> str:
    """Say where an entry stands: its file, and its id."""
    kept = (name for name, content in _files().items() if any(entry in found for found in content.values()))
    return f"policy/sources/{next(kept, 'windows.toml')}, {entry['id']}"


@cache
def _files() -> dict[str, dict[str, list[dict[str, Any]]]]:
    folder = files("policy").joinpath("sources")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    read = {name: read_entries(folder.joinpath(name), f"policy/sources/{name}", SHAPES, whole=False) for name in names}
    refuse_repeats(read)
    return read


def refuse_repeats(read: dict[str, dict[str, list[dict[str, Any]]]]) -> None:
    """Make sure that no id stands in two files: the second would silently take the place of the first.

    Args:
        read: the entries of each file, below their headings, by the file's name.

    Raises:
        AuthoredError: an id stands twice; both files are named.
    """
    seen: dict[tuple[bool, str], str] = {}
    for name, content in read.items():
        for heading, found in content.items():
            for entry in found:
                key = (heading == "source", entry["id"])  # a source's id is no id that can be cited
                if key in seen:
                    raise AuthoredError(
                        f"policy/sources/{name}, {entry['id']}: the id stands in {seen[key]} as well. Give one another."
                    )
                seen[key] = name
