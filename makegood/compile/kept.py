"""What was compiled for a seat is kept below `.cache/answers/`, and taken again while what it is made of is the same.

An author changes one rule at a time, and most seats have nothing to do with it: then only the others are compiled. A
seat is made of its own rules, of the messages that they send, and of all files but those of rules, messages and
content. The policy's digest stands in each answer; it is brought up to date.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from policy.engine.rulebook import Rulebook
from policy.language.outcomes import Send
from policy.language.rule import Rule
from policy.messages.templates import message_templates

KEPT: Final = Path(".cache/answers")
"""Where it is kept, below the project's root."""

_SHOWN: Final = 12
"""So many letters of the digest stand in an answer."""

_ONLY: Final = {"policy/programmes/": ".toml", "policy/messages/": ".py", "policy/content/": ""}
"""Folders of which only these files count for every seat: rules and messages count for the seats that have them."""


def same_for_all(root: Path, files: Iterable[Path]) -> str:
    """Hash what every seat is made of: these files without rules, content and the texts of messages."""
    total = hashlib.sha256()
    for path in files:
        name = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
        if all(path.suffix == only for folder, only in _ONLY.items() if name.startswith(folder)):
            total.update(f"\0{name}\0".encode() + path.read_bytes())
    return total.hexdigest()


def kept(
    folder: Path, name: str, same: str, rulebook: Rulebook, rules: tuple[Rule, ...], make: Callable[[], dict[str, Any]]
) -> dict[str, Any]:
    """Give what was kept of a seat, or make and keep it.

    Args:
        folder: where to keep it.
        name: that of the seat.
        same: what `same_for_all` gives.
        rulebook: the policy.
        rules: those of it that the seat has.
        make: compiles the seat.
    """
    made_of = _made_of(same, rules)
    path = folder / f"{name}.json"
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        found = {}
    if found.get("made_of") == made_of:
        return _with_digest(found["data"], found["digest"], rulebook.digest)
    data = make()
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"made_of": made_of, "digest": rulebook.digest, "data": data}), encoding="utf-8")
    return data


def _made_of(same: str, rules: tuple[Rule, ...]) -> str:
    sent = {rule.gives.message for rule in rules if isinstance(rule.gives, Send)}
    texts = {message: message_templates()[message].source for message in sorted(sent)}
    content = json.dumps([same, [rule.as_data() for rule in rules], texts], sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()


def _with_digest(data: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    """Put the digest of today's policy in the place of the one that was there: whole, and as answers show it."""
    text = json.dumps(data).replace(old, new).replace(old[:_SHOWN], new[:_SHOWN])
    changed: dict[str, Any] = json.loads(text)
    return changed
