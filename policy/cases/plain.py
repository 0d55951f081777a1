"""Answers as plain data: what JSON can hold, in the order of their fields."""

from dataclasses import is_dataclass
from datetime import date
from enum import Enum
from typing import Any


def plain_data(value: Any) -> Any:
    """Give a value as plain data, with all that is in it.

    Args:
        value: A dataclass (which becomes a dict), a tuple (a list), an enum's member (its value), a day (like
            "2026-05-03"), or what is plain already.

    Returns:
        Dicts, lists, strings, numbers, booleans and None.
    """
    if type(value) is str:  # nearly every value, so it is asked first; an Enum's is not only a str
        return value
    if isinstance(value, tuple):
        return [plain_data(part) for part in value]
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        return {name: plain_data(getattr(value, name)) for name in value.__dataclass_fields__}
    return value.isoformat() if isinstance(value, date) else value
