"""A case: the facts that somebody told us, checked. Bad facts come back as data, all of them at once.

>>> isinstance(parse_case({"side": "seller", "fulfilment": "unknown"}), Case)
True
>>> parse_case({"side": "sellr"})[0].message
'side cannot be “sellr”. Use one of: buyer, seller.'
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any, Final

from policy.cases.consistency import (
    CONTRADICTIONS,
    IMPLIED,
    ORDERED_DAYS,
    ORDERED_NUMBERS,
    PARCEL_CAME,
    PROVEN_BY,
    Contradiction,
)
from policy.cases.errors import FactError, RefusedError, shown
from policy.cases.plain import plain_data
from policy.cases.strict_json import Json, read_json
from policy.cases.values import parse_value
from policy.days import day_in_words
from policy.facts import BY_NAME, FACTS, evidence, problem
from policy.language.conditions import facts_of, settle
from policy.language.kinds import NOT_KNOWN, Choice, Day, Fact
from policy.language.sentences import did_you_mean

SEE_ALL_FACTS: Final = "Run “makegood facts” to see all facts."
"""What to do where a name is like no fact's."""

type FactValue = str | int | date | tuple[str, ...]
"""What a known fact holds: a value's name, text, an amount as text, grams, a day, or the items of a list in their
order."""


@dataclass(frozen=True)
class Case:
    """The facts of one case, parsed, in the vocabulary's order. `parse_case` builds it only where nothing is wrong."""

    given: Mapping[str, FactValue]

    @cached_property
    def known(self) -> Mapping[str, FactValue]:
        """What was given, and what follows from it."""
        found: dict[str, FactValue] = {
            fact: value for _, fact, _ in IMPLIED if (value := implied(fact, self.given)) is not None
        }
        if evidence.name in self.given and self.typed_proof:
            found[evidence.name] = self.in_hand
        return {**self.given, **found}

    @property
    def typed_proof(self) -> tuple[str, ...]:
        """The kinds of proof that are in hand because somebody typed them, such as the order number."""
        return tuple(item for item, fact in PROVEN_BY.items() if fact.name in self.given)

    @property
    def in_hand(self) -> tuple[str, ...]:
        """The kinds of proof in hand, in their order. What else there is stays open while nobody has told the list."""
        told = self.given.get(evidence.name)
        have = {*(told if isinstance(told, tuple) else ()), *self.typed_proof}
        return tuple(value.name for value in evidence.values if value.name in have)

    def but(self, fact: str, value: FactValue) -> "Case":
        """Give the same case with another value of one fact."""
        return Case({**self.given, fact: value})

    def day(self, fact: str) -> date | None:
        """Give a known day, or None."""
        value = self.given.get(fact)
        return value if isinstance(value, date) else None

    def listed(self, fact: str) -> tuple[str, ...]:
        """Give what a known list holds, or nothing."""
        value = self.known.get(fact)
        return value if isinstance(value, tuple) else ()

    def as_data(self) -> dict[str, Any]:
        """Give the facts as the contract's JSON object; parsing it again makes the same case."""
        return {name: plain_data(value) for name, value in self.given.items()}


def read_case(text: str) -> Case | list[FactError]:
    """Parse one case from JSON text; see `parse_case`."""
    raw = read_json(text)
    return raw if isinstance(raw, list) else case_of(raw)


def case_of(read: Json, today: date | None = None) -> Case | list[FactError]:
    """Check what was read from JSON text and make the case of it, or list everything that is wrong with it."""
    case = parse_case(read.value, today)
    if isinstance(case, list):
        return [*read.repeats, *case]
    return list(read.repeats) or case


def parse_case(raw: Any, today: date | None = None) -> Case | list[FactError]:
    """Check a JSON object of facts and make the case of it, or list everything that is wrong with it.

    A fact that is `None` or `NOT_KNOWN` counts as left out. With `today`, days that lie after it are errors too.
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
        if value is None or value == NOT_KNOWN:
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


@cache
def _looking_at(fact: str) -> tuple[Contradiction, ...]:
    """Give the pairs that have to do with a fact: a form asks for them for each answer that it offers."""
    return tuple(entry for entry in CONTRADICTIONS if fact in facts_of(entry.when))


def contradictions(case: Case, about: str | None = None) -> list[FactError]:
    """List the pairs of facts that cannot both be true; each message names both.

    With `about`, pairs of fixed values that have nothing to do with that fact are left out.
    """
    found = [
        error for entry in (_looking_at(about) if about else CONTRADICTIONS) for error in contradiction(entry, case)
    ]
    for part, whole in ORDERED_NUMBERS:
        some, all_ = case.given.get(part), case.given.get(whole)
        if isinstance(some, int) and isinstance(all_, int) and some > all_:
            found += _pair(part, f"{some} are concerned", whole, f"{all_} were ordered", case)
    for earlier, later, arrived_only in ORDERED_DAYS:
        first, second = case.day(earlier), case.day(later)
        if first and second and second < first and (not arrived_only or settle(_ARRIVED, case.known).truth):
            found += [
                _wrong_order(later, second, f"is before {earlier} ({first})", earlier, first),
                _wrong_order(earlier, first, f"is after {later} ({second})", later, second),
            ]
    return found


def contradiction(entry: Contradiction, case: Case) -> list[FactError]:
    """Say what is wrong, once for each of the two facts, where they cannot both be true."""
    if not settle(entry.when, case.known).truth:
        return []
    says, but = entry.says or _clause(entry.one, case), entry.but or _clause(entry.other, case)
    return _pair(entry.one.name, says, entry.other.name, but, case)


def _pair(one: str, says: str, other: str, but: str, case: Case) -> list[FactError]:
    return [
        FactError(
            fact,
            plain_data(case.given.get(fact)),
            f"{fact} says that {own}, but {against} says that {its}. Correct one of the two.",
            f"You said that {own}, but also that {its}. Change one of the two.",
        )
        for fact, own, against, its in ((one, says, other, but), (other, but, one, says))
        if fact in case.given
    ]


def _clause(fact: Fact, case: Case) -> str:
    """Say what a case tells of a fact, to complete "you said that …"."""
    value = case.known.get(fact.name)
    return fact.value(str(value)).clause if isinstance(fact, Choice) and value is not None else ""


def _wrong_order(fact: str, day: date, where: str, other: str, its: date) -> FactError:
    return FactError(
        fact,
        str(day),
        f"{fact} ({day}) {where}. Correct one of the two dates.",
        f"You entered {day_in_words(day)}, but {day_in_words(its)} for “{BY_NAME[other].ask}” Change one of the two.",
    )


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


_ARRIVED = problem.is_in(*PARCEL_CAME)


def _unknown_fact(name: str, value: Any) -> FactError:
    hint = did_you_mean(name, BY_NAME, SEE_ALL_FACTS)
    return FactError(shown(name), value, f"{shown(name)} is not a fact. {hint}")
