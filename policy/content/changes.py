"""What has changed in the policy: `changes.toml`, newest first, each entry with the digest of the policy it made."""

import tomllib
from datetime import date
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class Change(NamedTuple):
    """One change: the day, the policy's version and digest after it, a title, and what it means for readers."""

    on: date
    version: str
    digest: str
    title: str
    what: tuple[str, ...]


@cache
def changes() -> tuple[Change, ...]:
    """Read all changes, newest first."""
    read = tomllib.loads(files("policy").joinpath("content", "changes.toml").read_text(encoding="utf-8"))
    return tuple(
        Change(entry["on"], entry["version"], entry["digest"], entry["title"], tuple(entry["what"]))
        for entry in read["change"]
    )
