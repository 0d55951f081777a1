"""One raw value in, one checked value out, or a sentence that says what is wrong with it.

Each kind of fact (`policy.language.kinds`) has one small parser here. A parser gets the raw JSON value and the fact.
"""

import re
from datetime import date
from functools import singledispatch
from typing import Any

from policy.cases.currencies import CURRENCIES
from policy.cases.errors import RefusedError, shown
from policy.language.kinds import Choice, Count, Currency, Day, Fact, Grams, Items, Money, Text

LONGEST_TEXT = 200
"""Characters in a free text; from the contract."""

HEAVIEST_G = 1_000_000
"""Grams: one tonne. More is surely a slip of the keyboard."""

MOST_ITEMS = 1000
"""Items in one order. More is surely a slip of the keyboard."""

FIRST_YEAR, LAST_YEAR = 2000, 2099
"""Years that a case can play in; what is outside is surely a slip of the keyboard."""


@singledispatch
def parse_value(fact: Fact, raw: Any) -> Any:
    """Check a raw JSON value against the kind of the fact.

    Returns:
        A value's name, a tuple of items in the vocabulary's order, text without outer blanks ("" counts as left out),
        whole grams, or a date.

    Raises:
        RefusedError: with a sentence that names the fact, the value and what is allowed.
    """
    raise TypeError(f"The fact {fact.name} is of no kind that can be parsed, so {raw!r} cannot be its value.")


@parse_value.register
def _(fact: Choice, raw: Any) -> str:
    names = [value.name for value in fact.values]
    if not isinstance(raw, str) or raw not in names:
        raise RefusedError(f"{fact.name} cannot be {_quoted(raw)}. Use one of: {', '.join(names)}.", raw)
    return raw


@parse_value.register
def _(fact: Items, raw: Any) -> tuple[str, ...]:
    if not isinstance(raw, list):
        raise RefusedError(f'{fact.name} must be a list, like ["{fact.values[0].name}"], and not {_quoted(raw)}.', raw)
    names = [value.name for value in fact.values]
    strange = [item for item in raw if not isinstance(item, str) or item not in names]
    if strange:
        listed = ", ".join(map(_quoted, strange[:5]))
        raise RefusedError(f"{fact.name} cannot hold {listed}. Use only: {', '.join(names)}.", strange[0])
    return tuple(name for name in names if name in raw)


@parse_value.register
def _(fact: Grams, raw: Any) -> int:
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)  # JSON knows one kind of number: 1250.0 is 1250
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw <= HEAVIEST_G:
        raise RefusedError(
            f"{fact.name} cannot be {_quoted(raw)}. Use whole grams from 0 to {HEAVIEST_G}, like 1250.",
            raw,
            f"{_quoted(raw)} does not fit. Enter whole grams from 0 to {HEAVIEST_G}, like 1250.",
        )
    return raw


@parse_value.register
def _(fact: Count, raw: Any) -> int:
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    if isinstance(raw, bool) or not isinstance(raw, int) or not 1 <= raw <= MOST_ITEMS:
        whole = f"whole numbers from 1 to {MOST_ITEMS}, like 3"
        raise RefusedError(
            f"{fact.name} cannot be {_quoted(raw)}. Use {whole}.", raw, f"{_quoted(raw)} does not fit. Enter {whole}."
        )
    return raw


@parse_value.register
def _(fact: Money, raw: Any) -> str:
    if not isinstance(raw, str) or not re.fullmatch(r"[0-9]{1,12}(\.[0-9]{1,4})?", raw):
        raise RefusedError(
            f'{fact.name} cannot be {_quoted(raw)}. Write the amount as text, with a point, like "24.90".',
            raw,
            f"{_quoted(raw)} does not fit. Enter the amount in figures, with a point, like 24.90.",
        )
    return raw


@parse_value.register
def _(fact: Currency, raw: Any) -> str:
    if not isinstance(raw, str) or raw not in CURRENCIES:
        raise RefusedError(
            f'{fact.name} cannot be {_quoted(raw)}. Use the three letters of the currency, like "USD".',
            raw,
            f"{_quoted(raw)} does not fit. Enter the three capital letters of the currency, like USD.",
        )
    return raw


@parse_value.register
def _(fact: Day, raw: Any) -> date:
    try:
        # fromisoformat alone would also take 20260503 and 2026-W18-7
        day = date.fromisoformat(raw) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", raw) else None
    except (TypeError, ValueError):
        day = None
    if day is None:
        raise RefusedError(
            f"{fact.name} cannot be {_quoted(raw)}. Enter a real day as year-month-day: 2026-05-03 is 3 May 2026.",
            raw,
            f"{_quoted(raw)} is no day. Enter it as year-month-day: 2026-05-03 is 3 May 2026.",
        )
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        years = f"Enter a day in the years {FIRST_YEAR} to {LAST_YEAR}."
        raise RefusedError(f"{fact.name} cannot be {raw}. {years}", raw, f"{raw} does not fit. {years}")
    return day


@parse_value.register
def _(fact: Text, raw: Any) -> str:
    if not isinstance(raw, str):
        raise RefusedError(f"{fact.name} cannot be {_quoted(raw)}. Write it as a text in quotes.", raw)
    if len(raw) > LONGEST_TEXT:
        long = f"is {len(raw)} characters long. Shorten it to {LONGEST_TEXT} at most."
        raise RefusedError(f"{fact.name} {long}", raw, f"This {long}")
    if any(c < " " or "\x7f" <= c <= "\x9f" or "\ud800" <= c <= "\udfff" or c in "\u2028\u2029" for c in raw):
        raise RefusedError(
            f"{fact.name} holds a line break or an invisible control character. Write it on one line.",
            raw,
            "This holds a line break or an invisible control character. Write it on one line.",
        )
    return raw.strip()


def _quoted(raw: Any) -> str:
    return f"“{shown(raw if isinstance(raw, str) else repr(raw))}”"
