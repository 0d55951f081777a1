"""The facts as a JSON Schema, made from the vocabulary."""

from typing import Any, Final

from policy.cases.currencies import CURRENCIES
from policy.cases.values import HEAVIEST_G, LONGEST_TEXT, MOST_ITEMS
from policy.facts import FACTS
from policy.language.kinds import NOT_KNOWN, Choice, Count, Currency, Day, Fact, Grams, Items, Money

END: Final = "$(?!\\n)"
"""The end of a text, and nothing else: in some languages, Python among them, $ also stands before a last line break."""

ONE_LINE: Final = "^[^\\u0000-\\u001f\\u007f-\\u009f\\u2028\\u2029\\ud800-\\udfff]*" + END
"""No line break and no control character, as `policy.cases.values` has it."""


def facts_schema() -> dict[str, Any]:
    """Describe a case as a JSON Schema (2020-12). Every fact may be left out, or be null or "unknown"."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A case",
        "description": "The facts of one case. Leave out what you do not know.",
        "type": "object",
        "properties": {fact.name: _property(fact) for fact in FACTS},
        "additionalProperties": False,
    }


def _property(fact: Fact) -> dict[str, Any]:
    return {"description": fact.ask, "anyOf": [_value(fact), {"enum": [None, NOT_KNOWN]}]}


def _value(fact: Fact) -> dict[str, Any]:
    match fact:
        case Choice(values=values):
            return {"enum": [value.name for value in values]}
        case Items(values=values):
            return {"type": "array", "items": {"enum": [value.name for value in values]}}
        case Grams():
            return {"type": "integer", "minimum": 0, "maximum": HEAVIEST_G}
        case Count():
            return {"type": "integer", "minimum": 1, "maximum": MOST_ITEMS}
        case Money():
            return {"type": "string", "pattern": r"^[0-9]{1,12}(\.[0-9]{1,4})?" + END}
        case Currency():
            return {"enum": sorted(CURRENCIES)}
        case Day():
            return {"type": "string", "format": "date", "pattern": "^20[0-9]{2}-[0-9]{2}-[0-9]{2}" + END}
    return {"type": "string", "maxLength": LONGEST_TEXT, "pattern": ONE_LINE}
