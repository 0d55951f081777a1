"""Macros that write the reference: every rule and every source, read off the policy itself."""

from typing import Any, Final

from macros.does import does
from macros.owners import Situation, situation_of
from macros.page import Page, block
from macros.shown import guides_by_rule
from macros.templates import render
from policy import rulebook
from policy.engine.sections import called
from policy.explain.outline import outline
from policy.facts import FACTS
from policy.language.kinds import Choice, Fact, Items
from policy.language.programme import programmes
from policy.rendering.environment import template
from policy.seller_check import INDICATORS
from policy.sources.statements import Statement, statements
from policy.sources.windows import CONFIDENCE_WORDS
from policy.wording import CHECKS

_ABOUT: Final = {
    "PM": "Where it was paid",
    "LW": "The law",
    "CU": "Customs",
    "CA": "Carriers",
    "DH": "Delivered, but not here",
}
"""What the published pages are about, by the prefix of their ids; those of one programme have its name."""

_TYPED: Final = {
    "Grams": "whole grams from 0",
    "Count": "a whole number from 1",
    "Money": 'an amount as text, like "24.90"',
    "Currency": "three capital letters (ISO 4217)",
    "Day": "a day, like 2026-05-03",
    "Text": "text, at most 200 characters",
}
"""What can be typed, by the kind of fact."""

_PUBLISHED: Final = (
    "Read on published pages, in our own words. Pages can change: look a source up before you rely on it."
)


def all_rules(page: Page) -> str:
    """List every rule by its owner and situation: when it holds, what it does, its sources, its cases, its guides."""
    from macros import MODULES  # the package imports this module first

    groups: dict[tuple[str, str], dict[Situation, list[dict[str, Any]]]] = {}
    shown = guides_by_rule(page.project / "docs", MODULES)
    cases = page.cases_by_rule()
    for rule in rulebook().rules:
        entry = {
            "rule": rule,
            "part": called(type(rule.gives)),
            "when": outline(rule.when),
            "does": does(rule),
            "cases": cases[rule.id],
            "guides": shown[rule.id],
        }
        of = situation_of()[rule.id]
        groups.setdefault((of.owner, of.label), {}).setdefault(of, []).append(entry)
    return block(render("rules.html", groups=groups.items(), root=page.root, part=template("parts.html").module))


def all_sources(page: Page) -> str:
    """List every source: what it states, its page, when it was seen, how sure it is, what rests on it."""
    users: dict[str, list[str]] = {}
    for rule in rulebook().rules:
        for cite in rule.sources:
            users.setdefault(cite, []).append(rule.id)
    tools = _tools()
    documents: dict[tuple[str, str], list[tuple[Statement, list[str], list[str]]]] = {}
    for statement in statements().values():
        used = (statement, users.get(statement.id, []), sorted(tools.get(statement.id, ())))
        documents.setdefault(_document(statement), []).append(used)
    listed = [(title, scope, found) for (title, scope), found in documents.items()]
    return block(render("sources.html", documents=listed, confidence=CONFIDENCE_WORDS, root=page.root))


def all_facts(page: Page) -> str:  # noqa: ARG001  # every macro gets its page
    """List every fact in the order of asking: its name, its values or what can be typed, its question."""
    rows = [(fact, _values(fact), _TYPED.get(type(fact).__name__, "")) for fact in FACTS]
    return block(render("facts.html", rows=rows))


def _values(fact: Fact) -> tuple[str, ...]:
    return tuple(value.name for value in fact.values) if isinstance(fact, Choice | Items) else ()


def _tools() -> dict[str, set[str]]:
    """Say which checks among the tools rest on a source; some sources have no rule."""
    found: dict[str, set[str]] = {indicator.id: {"seller-check"} for indicator in INDICATORS}
    for check in CHECKS:
        for whom in check.whom:
            for cite in whom.cites:
                found.setdefault(cite, set()).add("message-check")
    return found


def _document(statement: Statement) -> tuple[str, str]:
    if statement.confidence == "catalogue":
        return statement.source, statement.scope
    return _about(statement), _PUBLISHED


def _about(statement: Statement) -> str:
    label = next((record.label for record in programmes() if record.name == statement.scope), "")
    return _ABOUT.get(statement.id.partition("-")[0]) or label or "Other published pages"


MACROS: Final = (all_rules, all_sources, all_facts)
"""What pages can call from here."""
