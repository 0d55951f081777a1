"""What is wrong with a case, as data: one entry for each thing, told in a sentence that says what to do."""

from math import isfinite
from typing import Any, Final, NamedTuple

LONGEST_ECHO: Final = 60
"""Characters of a stranger's value that a sentence repeats."""


class FactError(NamedTuple):
    """One thing that is wrong with a case.

    `fact` is the fact to correct (None when the whole input is at fault), `value` what was entered, `message` a
    sentence that names the fact, the value and what to do. `plain` says the same to somebody who sees the fact's
    question in a form, and no fact's name; where it is empty, `message` has to do.
    """

    fact: str | None
    value: Any
    message: str
    plain: str = ""

    def as_data(self) -> dict[str, Any]:
        """Give the error as the contract's JSON object, which every program can read."""
        return {"fact": self.fact, "value": _readable(self.value), "message": self.message}


class RefusedError(Exception):
    """A value that the fact cannot have.

    `message` is the sentence that names the fact, `plain` the one for a reader who sees its question.
    """

    def __init__(self, message: str, value: Any, plain: str = "") -> None:
        super().__init__(message)
        self.message, self.value, self.plain = message, value, plain


def shown(text: str) -> str:
    """Make a stranger's text safe to repeat in a sentence: short, and without broken or invisible characters."""
    clean = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:LONGEST_ECHO])
    return clean + "…" if len(text) > LONGEST_ECHO else clean


def _readable(value: Any) -> Any:
    """Write out the numbers that Python reads from JSON but JSON does not have: 1e999 is read as inf."""
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if isinstance(value, list):
        return [_readable(item) for item in value]
    return {name: _readable(item) for name, item in value.items()} if isinstance(value, dict) else value
