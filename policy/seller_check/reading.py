"""Answers from JSON, checked, or everything that is wrong with them."""

from collections.abc import Mapping
from typing import Any, Final

from policy.cases.errors import FactError, RefusedError, shown
from policy.cases.strict_json import Json, read_json
from policy.cases.values import parse_value
from policy.language.kinds import NOT_KNOWN
from policy.seller_check.grading import Answers
from policy.seller_check.indicators import INDICATORS

_EXAMPLE: Final = '{"answers_within_24_hours": "yes"}'
_BY_KEY: Final = {key: indicator for indicator in INDICATORS for key in (indicator.name, indicator.id)}


def read_answers(text: str) -> Answers | list[FactError]:
    """Read answers from JSON text; see `parse_answers`."""
    if not text.strip():
        return [FactError(None, "", f"The input is empty. Send one JSON object with the answers, like {_EXAMPLE}.")]
    raw = read_json(text)
    if not isinstance(raw, Json):
        return raw
    answers = parse_answers(raw.value)
    if isinstance(answers, list):
        return [*raw.repeats, *answers]
    return list(raw.repeats) or answers


def parse_answers(raw: Any) -> Answers | list[FactError]:
    """Check a JSON object of answers, or list everything that is wrong with it.

    A key is an indicator's name, or the id of the statement behind it (SR-01 to SR-08). An answer is "yes" or "no";
    `None` and `NOT_KNOWN` count as left out.
    """
    if not isinstance(raw, Mapping):
        return [FactError(None, None, f"Send one JSON object with the answers, like {_EXAMPLE}.")]
    errors = [_unknown_indicator(name, value) for name, value in raw.items() if name not in _BY_KEY]
    answers: dict[str, str] = {}
    for indicator in INDICATORS:
        keys = [key for key in (indicator.name, indicator.id) if key in raw]
        if len(keys) > 1:
            message = f"{indicator.name} and {indicator.id} are the same indicator. Keep one of the two."
            errors.append(FactError(indicator.name, raw[indicator.id], message))
        for key in keys:
            try:
                if raw[key] is not None and raw[key] != NOT_KNOWN:
                    answers[indicator.name] = parse_value(indicator.fact, raw[key])
            except RefusedError as refused:
                errors.append(FactError(key, refused.value, refused.message))
    return errors or answers


def _unknown_indicator(name: str, value: Any) -> FactError:
    message = f"{shown(name)} is not an indicator. Use: {', '.join(indicator.name for indicator in INDICATORS)}."
    return FactError(shown(name), value, message)
