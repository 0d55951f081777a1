"""One rule of the policy: under this condition an answer has this part, and these sources say so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from enum import Enum
from typing import Any, Final, NamedTuple

from policy.language.conditions import Condition, Known, as_data, facts_of, settle
from policy.language.outcomes import Clock, Outcome, Remedy, Send


class Also(NamedTuple):
    """More sources behind a rule's line, which count where a further condition lets the line show as well."""

    when: Condition
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """When `when` holds, an advice has the part that `gives` describes; `cites` are the sources' ids behind it.

    Some sources speak of only some of the cases in which a line shows: these are in `also`.
    `id` is unique, in kebab-case, and is the id of the item in the advice, of the rule's anchor on the pages and of its
    mention in the tests.
    """

    id: str
    when: Condition
    gives: Outcome
    cites: tuple[str, ...]
    also: Also | None = None

    def applies(self, truth: bool | None) -> bool:
        """Say whether the part shows where the condition says `truth`: cautious parts show also for not known."""
        return truth is not False if self.gives.cautious else truth is True

    def as_data(self) -> dict[str, Any]:
        """Give the whole rule as plain JSON data."""
        gives = {field.name: _plain(getattr(self.gives, field.name)) for field in fields(self.gives)}
        return {
            "id": self.id,
            "when": as_data(self.when),
            "gives": {"part": type(self.gives).__name__, **gives},
            "cites": list(self.cites),
            **({"also": {"when": as_data(self.also.when), "cites": list(self.also.cites)}} if self.also else {}),
        }

    def cited(self, known: Known) -> tuple[str, ...]:
        """Give the sources behind its part in an answer to a case in which that shows."""
        more = self.also and self.applies(settle(self.also.when, known).truth)
        return self.sources if more else self.cites

    @property
    def sources(self) -> tuple[str, ...]:
        """Every source that it can cite."""
        return (*self.cites, *self.also.cites) if self.also else self.cites

    @property
    def facts(self) -> frozenset[str]:
        """Every fact that this rule looks at."""
        return facts_of(self.when).union(*map(facts_of, self.inner))

    @property
    def inner(self) -> tuple[Condition, ...]:
        """Its conditions beside `when`: they decide how much it says where it takes part."""
        own = (getattr(self.gives, field),) if (field := _INNER.get(type(self.gives))) else ()
        return (*own, self.also.when) if self.also else own

    def with_inner(self, change: Callable[[Condition], Condition]) -> Rule:
        """Give the same rule with each of its inner conditions changed."""
        if not self.inner:
            return self
        field = _INNER.get(type(self.gives))
        gives = replace(self.gives, **{field: change(getattr(self.gives, field))}) if field else self.gives
        return replace(self, gives=gives, also=self.also and self.also._replace(when=change(self.also.when)))


_INNER: Final[Mapping[type[Outcome], str]] = {Remedy: "once", Clock: "met", Send: "words"}
"""The kinds of outcome that hold a condition of their own, and the field in which it stands."""


def _plain(value: object) -> Any:
    if isinstance(value, Condition):
        return as_data(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.value if isinstance(value, Enum) else value
