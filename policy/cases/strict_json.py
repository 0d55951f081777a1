"""JSON read strictly: no empty input, no repeated key, no NaN, nothing nested too deeply to be told in an error."""

import json
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from policy.cases.errors import FactError, RefusedError, shown

DEEPEST: Final = 10
"""Levels of nesting; a list of cases with lists in them has three."""


class Repeating(dict[str, Any]):
    """A JSON object that came with a key twice; `repeats` tells of each."""

    repeats: tuple[FactError, ...] = ()


class Json(NamedTuple):
    """A JSON value that was read."""

    value: Any

    @property
    def repeats(self) -> tuple[FactError, ...]:
        """The keys that come twice in any object of it."""
        found: list[FactError] = []
        left = [self.value]
        while left:  # no recursion: it may be nested as deeply as JSON can be
            value = left.pop()
            if isinstance(value, Repeating):
                found += value.repeats
            left += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        return tuple(found)


def read_json(text: str) -> Json | list[FactError]:
    """Read JSON strictly: no empty input, no repeated key, no NaN."""
    if not text.strip():
        return [
            FactError(None, "", 'The input is empty. Send one JSON object with the facts, like {"side": "seller"}.')
        ]
    too_deep = FactError(None, None, "This JSON is nested too deeply or holds too long a number. Send one flat object.")
    try:
        value = json.loads(text, object_pairs_hook=_collect, parse_constant=_no_constant)
    except RefusedError as refused:
        return [FactError(None, refused.value, refused.message)]
    except json.JSONDecodeError as wrong:
        place = f"line {wrong.lineno}, column {wrong.colno}"
        return [
            FactError(None, None, f"This is not valid JSON ({place}: {wrong.msg}). Correct it there and send it again.")
        ]
    except (RecursionError, ValueError):
        return [too_deep]
    return Json(value) if _fits(value, DEEPEST) else [too_deep]


def _fits(value: Any, levels: int) -> bool:
    """Say whether a JSON value nests no deeper than that: Python reads more than it can write again in an error."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not parts or (levels > 0 and all(_fits(part, levels - 1) for part in parts))


def _collect(pairs: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Make the object of its pairs, and note each key that comes again: JSON itself would keep the last in silence."""
    whole = dict(pairs)
    if len(whole) == len(pairs):
        return whole
    seen: set[str] = set()
    again = [(name, value) for name, value in pairs if name in seen or seen.add(name)]  # type: ignore[func-returns-value]
    noted = Repeating(whole)
    noted.repeats = tuple(
        FactError(shown(name), value, f"{shown(name)} is there twice. Keep one of the two.") for name, value in again
    )
    return noted


def _no_constant(name: str) -> Any:
    raise RefusedError(f"{name} is not JSON. Use a number, a text, or leave the fact out.", name)
