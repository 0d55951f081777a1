"""All rules in their order, checked for what would make an answer wrong or impossible."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Final

from policy.cases.derived import ALL_BY_NAME, DERIVED
from policy.engine.question_order import AskingOrder, asking_order
from policy.facts import BY_NAME, FACTS, SEAT
from policy.language.authored import AuthoredError
from policy.language.conditions import simplified, simplify
from policy.language.kinds import Choice, Day, Fact, Items
from policy.language.outcomes import Clock, Door, Send, Step
from policy.language.rule import Rule
from policy.messages.templates import message_templates
from policy.periods import PERIODS
from policy.sources.statements import statements
from policy.sources.windows import windows

VERSION: Final = "2026.11"
"""The version of the policy; change it whenever an answer changes."""


class BrokenRulebookError(AuthoredError):
    """Rules that contradict each other or name something that does not exist. The message names the rules."""


@dataclass(frozen=True, eq=False)
class Rulebook:
    """Rules in their order. Earlier rules come first in every part of an answer, and win where only one can count.

    Raises:
        BrokenRulebookError: two rules with one id, or a rule that names a source, rule, clock or message that is not
        there.
    """

    rules: tuple[Rule, ...]

    def __post_init__(self) -> None:
        """Check the rules against each other and against what they name."""
        problems = [*_repeated(self.rules), *_dangling(self.rules)]
        if problems:
            raise BrokenRulebookError(" ".join(problems))

    @cached_property
    def by_id(self) -> Mapping[str, Rule]:
        """Every rule by its id."""
        return {rule.id: rule for rule in self.rules}

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of everything that shapes an answer, in hex: rules, messages, time limits and vocabulary."""
        content = json.dumps(self.as_data(), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(content.encode()).hexdigest()

    def as_data(self) -> dict[str, Any]:
        """Give the whole policy as plain JSON data."""
        return {
            "version": VERSION,
            "rules": [rule.as_data() for rule in self.rules],
            "messages": {name: template.source for name, template in message_templates().items()},
            "windows": {name: window.as_data() for name, window in windows().items()},
            "facts": [_fact_as_data(fact) for fact in (*FACTS, *DERIVED)],
        }

    def relevant(self, known: Mapping[str, Any]) -> tuple[Rule, ...]:
        """Give the rules that side, programme and problem do not rule out, with those facts already worked in.

        The result is kept: cases with the same three facts share it.
        """
        return self._seat(known)[0]

    def asking_order(self, known: Mapping[str, Any]) -> AskingOrder:
        """Give every question that the relevant rules could ask, in asking order. Kept like the rules."""
        return self._seat(known)[1]

    def _seat(self, known: Mapping[str, Any]) -> tuple[tuple[Rule, ...], AskingOrder]:
        seat = tuple((fact, known[fact]) for fact in SEAT if fact in known)
        if seat not in self._kept:
            # The fewer facts more rules share; what those have ruled out needs no second look.
            wider = self._seat(dict(seat[:-1]))[0] if len(seat) > 1 else self.rules
            rules = tuple(_specialised(wider, dict(seat)))
            self._kept[seat] = (rules, asking_order(rules, dict(seat)))
        return self._kept[seat]

    @cached_property
    def _kept(self) -> dict[tuple[tuple[str, Any], ...], tuple[tuple[Rule, ...], AskingOrder]]:
        return {}


def _specialised(rules: Iterable[Rule], seat: Mapping[str, Any]) -> Iterable[Rule]:
    """Work the facts of a seat into rules; left out are those that it rules out for good."""
    for rule in rules:
        when, settled = simplified(rule.when, seat)
        if settled.truth is False and not settled.open:
            continue
        inside = rule.with_inner(lambda condition: simplify(condition, seat))
        yield inside if when is rule.when else replace(inside, when=when)


def _repeated(rules: tuple[Rule, ...]) -> Iterable[str]:
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            yield f"Two rules have the id {rule.id}; give one of them another."
        seen.add(rule.id)


def _dangling(rules: tuple[Rule, ...]) -> Iterable[str]:
    ids = {rule.id: rule for rule in rules}
    for rule in rules:
        if not rule.cites:
            yield f"The rule {rule.id} cites no source."
        yield from (
            f"The rule {rule.id} cites {cite}, which no source has."
            for cite in rule.sources
            if cite not in statements()
        )
        yield from (
            f"The rule {rule.id} looks at {fact}, which is not a fact."
            for fact in sorted(rule.facts - set(ALL_BY_NAME))
        )
        asked = rule.gives.asks if isinstance(rule.gives, Door) else ""
        if asked and asked not in BY_NAME:
            yield f"The rule {rule.id} asks for {asked}, which is not a fact."
        match rule.gives:
            case Send(message) if message not in message_templates():
                yield f"The rule {rule.id} sends {message}, which is not a message."
            case Clock(period=period) | Door(period=period) if period and period not in PERIODS:
                yield f"The rule {rule.id} counts by {period}, which is no period."
            case Step(after=period) if period and period not in PERIODS:
                yield f"The rule {rule.id} waits for {period}, which is no period."
            case Step(by=clock) if clock and (clock not in ids or not isinstance(ids[clock].gives, Clock)):
                yield f"The rule {rule.id} goes by {clock}, which is not the rule of a clock."


def _fact_as_data(fact: Fact) -> dict[str, Any]:
    values = fact.values if isinstance(fact, Choice | Items) else ()
    return {
        "name": fact.name,
        "ask": [fact.ask, fact.seller_ask, fact.why, fact.hint, fact.blank],
        "values": [[value.name, value.label, value.clause, value.seller_label, value.only] for value in values],
        "past": [fact.past] if isinstance(fact, Day) else [],
    }
