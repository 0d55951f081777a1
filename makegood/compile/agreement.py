"""Whether a shard says what Python says: the same HTML, byte for byte, for cases of fixed choices.

Every diagram is made by asking the policy in each way in which it can come out, so each piece is right by construction.
That the pieces are put together rightly is what this compares, case by case.
"""

import json
from collections.abc import Iterator, Mapping
from random import Random
from typing import Any, Final

from makegood.compile import lookup
from policy.browser import respond
from policy.facts import FACTS
from policy.language.kinds import NOT_KNOWN, Choice, Items

ON: Final = "2026-11-21"
"""Some day: nothing that a shard tells depends on it."""


def cases(preset: Mapping[str, str], count: int, seed: int = 1) -> Iterator[dict[str, Any]]:
    """Draw cases of fixed choices, from those that tell little to those that tell all; the same seed draws the same."""
    chance = Random(seed)  # noqa: S311  # it must be the same every time
    for _ in range(count):
        told, unknown = chance.random(), chance.random() / 3
        facts: dict[str, Any] = {}
        for fact in FACTS:
            if isinstance(fact, Choice):
                drawn = chance.random()
                if drawn < told + unknown:
                    facts[fact.name] = chance.choice(fact.values).name if drawn < told else NOT_KNOWN
            elif isinstance(fact, Items) and chance.random() < told:
                likely = chance.random()
                facts[fact.name] = [value.name for value in fact.values if chance.random() < likely]
        yield {**facts, **preset}


def request_for(facts: Mapping[str, Any], preset: Mapping[str, str]) -> dict[str, Any]:
    """Make the request that a page would send."""
    return {"facts": facts, "on": ON, "preset": sorted(preset), "prefix": "checker-1", "root": "../"}


def disagreements(shard: Mapping[str, Any], preset: Mapping[str, str], count: int, seed: int = 1) -> Iterator[str]:
    """Say of drawn cases where the shard's HTML is not Python's."""
    for facts in cases(preset, count, seed):
        if wrong := disagreement(shard, request_for(facts, preset)):
            yield wrong


def disagreement(shard: Mapping[str, Any], request: Mapping[str, Any]) -> str:
    """Say where the shard's HTML is not Python's for a request; empty where they agree."""
    python = json.loads(respond(json.dumps(request)))
    found = lookup.respond(shard, request) or {}
    for part in ("questions", "answer"):
        ours, theirs = found.get(part), python[part]
        if ours != theirs:
            lines = zip((ours or "").split("\n"), (theirs or "").split("\n"), strict=False)
            differs = next((pair for pair in lines if pair[0] != pair[1]), ("", ""))
            return f"{part} to {json.dumps(request['facts'])}: {differs[0]!r} instead of {differs[1]!r}"
    return ""
