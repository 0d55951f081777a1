"""Whether a file of compiled answers says what Python says: the same HTML, byte for byte, for cases of fixed choices.

Every diagram is made by asking the policy in each way in which it can come out, so each piece is right by construction.
That the pieces are put together rightly is what this compares, case by case.
"""

import json
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any

from makegood.compile import lookup
from makegood.random_cases import TODAY, WITH_VALUES, random_facts
from policy.browser import respond
from policy.facts import BY_NAME
from policy.language.kinds import NOT_KNOWN, Choice


def cases(file: Mapping[str, Any], count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Draw what readers say whom a file answers, from those that tell little to those that tell all.

    The same seed draws the same. Some say of a fact that they do not know it, and some contradict themselves: that is
    answered as well.
    """
    dice = Random(seed)  # noqa: S311  # it must be the same every time
    while count:
        told, unknown = dice.random(), dice.random() / 2
        facts = random_facts(dice, dict.fromkeys(WITH_VALUES, told))
        choices = [name for name in WITH_VALUES if isinstance(BY_NAME[name], Choice)]
        not_known = {name: NOT_KNOWN for name in choices if name not in facts and dice.random() < unknown}
        drawn = {name: value for name, value in {**facts, **not_known}.items() if _can_be_told(file, name)}
        facts = {**drawn, **file["fixed"]}
        if lookup.is_for(file, facts, ()):
            count -= 1
            yield facts


def _can_be_told(file: Mapping[str, Any], fact: str) -> bool:
    return file["told"] is None or fact in file["told"]


def request_for(facts: Mapping[str, Any], preset: Mapping[str, str]) -> dict[str, Any]:
    """Make the request that a page would send. The day is any: nothing that a file tells depends on it."""
    return {"facts": facts, "on": TODAY.isoformat(), "preset": sorted(preset), "prefix": "checker-1", "root": "../"}


def disagreements(file: Mapping[str, Any], count: int, seed: int = 1) -> Iterator[str]:
    """Say of drawn cases where the file's HTML is not Python's, on pages that fix what the file does and on others."""
    for number, facts in enumerate(cases(file, count, seed)):
        preset = file["fixed"] if number % 2 else {}
        if wrong := disagreement(file, request_for(facts, preset)):
            yield wrong


def disagreement(file: Mapping[str, Any], request: Mapping[str, Any]) -> str:
    """Say where the file's HTML is not Python's for a request; empty where they agree."""
    python = json.loads(respond(json.dumps(request)))
    found = lookup.respond(file, request) or {}
    for part in ("questions", "answer"):
        ours, theirs = found.get(part), python[part]
        if ours != theirs:
            lines = zip((ours or "").split("\n"), (theirs or "").split("\n"), strict=False)
            differs = next((pair for pair in lines if pair[0] != pair[1]), ("", ""))
            return f"{part} to {json.dumps(request['facts'])}: {differs[0]!r} instead of {differs[1]!r}"
    return ""
