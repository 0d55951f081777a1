"""One rule of the policy: under this condition an answer has this part, and these sources say so."""

from dataclasses import dataclass, fields
from enum import Enum
from typing import Any

from policy.language.conditions import Condition, as_data, facts_of
from policy.language.outcomes import Effect, Remedy


@dataclass(frozen=True, slots=True)
class Rule:
    """When `when` holds, an advice has the part that `gives` describes; `cites` are the sources' ids behind it.

    `id` is unique, in kebab-case, and is the id of the item in the advice, of the rule's anchor on the pages and of its
    mention in the tests.
    """

    id: str
    when: Condition
    gives: Effect
    cites: tuple[str, ...]

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
        }

    @property
    def facts(self) -> frozenset[str]:
        """Every fact that this rule looks at."""
        return facts_of(self.when) | (facts_of(self.gives.once) if isinstance(self.gives, Remedy) else frozenset())


def _plain(value: object) -> Any:
    if isinstance(value, Condition):
        return as_data(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.value if isinstance(value, Enum) else value
