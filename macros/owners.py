"""Whose a rule is: the programme, or the seat, and the situation that its file is about."""

from functools import cache
from importlib import import_module
from pkgutil import walk_packages
from types import ModuleType
from typing import Final, NamedTuple

import policy.programmes as folder
from policy.language.programme import programmes

SHARED: Final = {"buyers": "Every buyer", "sellers": "Sellers anywhere", "everyone": "Everybody"}
"""What those are called whose rules are no programme's, by their folder or file."""


class Situation(NamedTuple):
    """A file of rules: whose it is, by name and in words, and what it is about, in a sentence."""

    owner: str
    label: str
    name: str
    says: str


@cache
def situation_of() -> dict[str, Situation]:
    """Give the situation of every rule, by the rule's id."""
    found: dict[str, Situation] = {}
    for module in walk_packages(folder.__path__, f"{folder.__name__}."):
        if not module.ispkg:
            loaded = import_module(module.name)
            found |= {rule.id: _situation(loaded) for rule in getattr(loaded, "RULES", ())}
    return found


def _situation(module: ModuleType) -> Situation:
    parts = module.__name__.removeprefix(f"{folder.__name__}.").split(".")
    owner = parts[0].replace("_", "-")
    labels = {record.name: record.label for record in programmes()} | SHARED
    says = (module.__doc__ or "").partition("\n")[0].removesuffix(".")
    own = (
        says.removeprefix(labels[owner]).lstrip(",: ")
        if says.startswith((f"{labels[owner]},", f"{labels[owner]}:"))
        else says
    )
    return Situation(owner, labels[owner], "-".join(parts).replace("_", "-"), own[:1].upper() + own[1:])
