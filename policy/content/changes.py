"""What has changed in the policy: `changes.toml`, newest first, each entry with the digest of the policy it made."""

from datetime import date
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

from policy.language.authored import Shape, read_entries

_CHANGE: Final[Shape] = {"on": date, "version": str, "digest": str, "title": str, "what": list}


class Change(NamedTuple):
    """One change: the day, the policy's version and digest after it, a title, and what it means for readers."""

    on: date
    version: str
    digest: str
    title: str
    what: tuple[str, ...]


@cache
def changes() -> tuple[Change, ...]:
    """Read all changes, newest first.

    Raises:
        AuthoredError: the file cannot be used.
    """
    file = files("policy").joinpath("content", "changes.toml")
    read = read_entries(file, "policy/content/changes.toml", {"change": _CHANGE})
    return tuple(
        Change(entry["on"], entry["version"], entry["digest"], entry["title"], tuple(entry["what"]))
        for entry in read["change"]
    )
