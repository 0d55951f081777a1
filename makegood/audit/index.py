"""Where each statement and time limit of the sources lives: rules, messages, checks of drafts and sellers, pages."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from policy.language.rule import Rule
from policy.messages.templates import message_templates
from policy.seller_check import INDICATORS
from policy.sources.statements import statements
from policy.wording import CHECKS


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page that shows a statement: `page` below `docs/`, its heading's anchor, and the macro."""

    page: str
    anchor: str
    macro: str

    def __str__(self) -> str:
        return f"{self.page}#{self.anchor} ({self.macro})"


SECTIONS: Final[Mapping[str, tuple[Section, ...]]] = {}
"""Sections of pages by the id of the statement that they show; so far every statement lives in an answer or a tool."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where one statement lives: ids of rules, messages, wording checks and seller-check indicators, and sections."""

    rules: tuple[str, ...]
    messages: tuple[str, ...]
    checks: tuple[str, ...]
    indicators: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def outside_answers(self) -> bool:
        """Whether a tool or a page shows it, whatever the answers do."""
        return bool(self.checks or self.indicators or self.sections)

    def as_data(self) -> dict[str, Any]:
        """Give the places as plain JSON data."""
        return {
            "rules": list(self.rules),
            "messages": list(self.messages),
            "wording checks": list(self.checks),
            "seller check": list(self.indicators),
            "sections": [str(section) for section in self.sections],
        }


def homes(rules: Sequence[Rule]) -> dict[str, Places]:
    """Say of every statement and time limit, in the order of the sources, where it lives."""
    by_rules = _by_cite((rule.id, rule.sources) for rule in rules)
    by_messages = _by_cite((name, template.cites) for name, template in message_templates().items())
    by_checks = _by_cite((check.id, whom.cites) for check in CHECKS for whom in check.whom)
    by_indicators = _by_cite((indicator.name, (indicator.id,)) for indicator in INDICATORS)
    return {
        id_: Places(
            by_rules.get(id_, ()),
            by_messages.get(id_, ()),
            by_checks.get(id_, ()),
            by_indicators.get(id_, ()),
            SECTIONS.get(id_, ()),
        )
        for id_ in statements()
    }


def _by_cite(citing: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, cites in citing:
        for cite in cites:
            found.setdefault(cite, {})[name] = None
    return {cite: tuple(names) for cite, names in found.items()}
