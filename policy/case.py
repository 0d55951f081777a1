"""A case: the facts that somebody told us, checked. Bad facts come back as data, all of them at once.

>>> isinstance(parse_case({"side": "seller", "fulfilment": "unknown"}), Case)
True
>>> parse_case({"side": "sellr"})[0].message
'side cannot be “sellr”. Use one of: buyer, seller.'
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from math import isfinite
from typing import Any, Final, NamedTuple

from policy.coherence import CONTRADICTIONS, IMPLIED, ORDERED_DAYS
from policy.conditions import facts_of, settle
from policy.days import day_in_words
from policy.facts import BY_NAME, FACTS, problem
from policy.parsing import RefusedError, parse_value, shown
from policy.plain import plain_data
from policy.vocabulary import Day

DEEPEST: Final = 10
"""Levels of nesting; a list of cases with lists in them has three."""

type FactValue = str | int | date | tuple[str, ...]
"""What a known fact holds: a value's name, text, an amount as text, grams, a day, or the items of a list in their
order."""


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


@dataclass(frozen=True)
class Case:
    """The facts of one case, parsed, in the vocabulary's order. `parse_case` builds it only where nothing is wrong."""

    given: Mapping[str, FactValue]

    @cached_property
    def known(self) -> Mapping[str, FactValue]:
        """What was given, and what follows from it."""
        found = {fact: value for _, fact, _ in IMPLIED if (value := implied(fact, self.given)) is not None}
        return {**self.given, **found}

    def but(self, fact: str, value: FactValue) -> "Case":
        """Give the same case with another value of one fact."""
        return Case({**self.given, fact: value})

    def day(self, fact: str) -> date | None:
        """Give a known day, or None."""
        value = self.given.get(fact)
        return value if isinstance(value, date) else None

    def as_data(self) -> dict[str, Any]:
        """Give the facts as the contract's JSON object; parsing it again makes the same case."""
        return {name: plain_data(value) for name, value in self.given.items()}


def read_case(text: str) -> Case | list[FactError]:
    """Parse one case from JSON text; see `parse_case`."""
    raw = read_json(text)
    return raw if isinstance(raw, list) else case_of(raw)


def case_of(read: "Json", today: date | None = None) -> Case | list[FactError]:
    """Check what was read from JSON text and make the case of it, or list everything that is wrong with it."""
    case = parse_case(read.value, today)
    if isinstance(case, list):
        return [*read.repeats, *case]
    return list(read.repeats) or case


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


def parse_case(raw: Any, today: date | None = None) -> Case | list[FactError]:
    """Check a JSON object of facts and make the case of it, or list everything that is wrong with it.

    A fact that is `None` or "unknown" counts as left out. With `today`, days that lie after it are errors too.
    """
    if not isinstance(raw, Mapping):
        kind = {list: "a list", str: "a text", bool: "true or false", type(None): "null"}.get(type(raw), "a number")
        return [
            FactError(
                None, None, f'A case is one JSON object with the facts, like {{"side": "seller"}}; this is {kind}.'
            )
        ]
    errors: list[FactError] = [_unknown_fact(name, value) for name, value in raw.items() if name not in BY_NAME]
    given: dict[str, FactValue] = {}
    for fact in FACTS:
        value = raw.get(fact.name)
        if value is None or value == "unknown":
            continue
        try:
            parsed = parse_value(fact, value)
        except RefusedError as refused:
            errors.append(FactError(fact.name, refused.value, refused.message, refused.plain))
        else:
            if parsed != "":
                given[fact.name] = parsed
    case = Case(given)
    errors += contradictions(case)
    if today:
        errors += days_after(case, today)
    return errors or case


def implied(fact: str, given: Mapping[str, FactValue]) -> str | None:
    """Give the value that a fact has because of the others, where it was left out; None where nothing follows."""
    if all(fact != name for _, name, _ in IMPLIED) or fact in given:
        return None
    return next((value for condition, name, value in IMPLIED if name == fact and settle(condition, given).truth), None)


def contradictions(case: Case, about: str | None = None) -> list[FactError]:
    """List the pairs of facts that cannot both be true; each message names both.

    With `about`, pairs of fixed values that have nothing to do with that fact are left out.
    """
    found = [
        FactError(entry.correct, plain_data(case.given.get(entry.correct)), entry.message, entry.plain)
        for entry in CONTRADICTIONS
        if (about is None or about in facts_of(entry.when)) and settle(entry.when, case.known).truth
    ]
    for earlier, later, arrived_only in ORDERED_DAYS:
        first, second = case.day(earlier), case.day(later)
        if first and second and second < first and (not arrived_only or settle(_ARRIVED, case.known).truth):
            message = f"{later} ({second}) is before {earlier} ({first}). Correct one of the two dates."
            plain = (
                f"You entered {day_in_words(second)}, but {day_in_words(first)} for “{BY_NAME[earlier].ask}” "
                "Change one of the two."
            )
            found.append(FactError(later, str(second), message, plain))
    return found


def days_after(case: Case, today: date) -> list[FactError]:
    """List the days that lie after today although they can only be past."""
    return [
        FactError(
            fact.name,
            str(day),
            f"{fact.name} ({day}) is after today ({today}). Enter a day up to today.",
            f"{day_in_words(day)} is after today, {day_in_words(today)}. Enter a day up to today.",
        )
        for fact in FACTS
        if isinstance(fact, Day) and fact.past and (day := case.day(fact.name)) and day > today
    ]


_ARRIVED = problem.is_in("damaged", "missing-item", "wrong-item", "empty-package")


def _fits(value: Any, levels: int) -> bool:
    """Say whether a JSON value nests no deeper than that: Python reads more than it can write again in an error."""
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return not parts or (levels > 0 and all(_fits(part, levels - 1) for part in parts))


def _readable(value: Any) -> Any:
    """Write out the numbers that Python reads from JSON but JSON does not have: 1e999 is read as inf."""
    if isinstance(value, float) and not isfinite(value):
        return str(value)
    if isinstance(value, list):
        return [_readable(item) for item in value]
    return {name: _readable(item) for name, item in value.items()} if isinstance(value, dict) else value


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


def _unknown_fact(name: str, value: Any) -> FactError:
    import difflib  # only a wrong input needs it, and the browser should not load it for a right one

    close = difflib.get_close_matches(name, BY_NAME, 1)
    hint = f"Did you mean {close[0]}?" if close else "Run “makegood facts” to see all facts."
    return FactError(shown(name), value, f"{shown(name)} is not a fact. {hint}")
