"""Macros that write the reference: every rule and every source, read off the policy itself."""

from typing import Any, Final

from macros.does import does
from macros.page import Page, block
from macros.shown import guides_by_rule
from macros.templates import render
from policy import rulebook
from policy.engine.sections import called
from policy.explain.outline import outline
from policy.rendering.environment import template
from policy.seller_check import INDICATORS
from policy.sources.statements import Statement, statements
from policy.wording import CHECKS

_CONFIDENCE: Final = {
    "verified": "read on the operator's own page",
    "regional": "read on one region's page of the operator",
    "old": "an old page",
}


def all_rules(page: Page) -> str:
    """List every rule: its id, when it holds, what it does, its sources, its cases, the guides that show it."""
    from macros import MODULES  # the package imports this module first

    groups: dict[str, list[dict[str, Any]]] = {}
    shown = guides_by_rule(page.project / "docs", MODULES)
    cases = page.cases_by_rule()
    for rule in rulebook().rules:
        entry = {
            "rule": rule,
            "when": outline(rule.when),
            "does": does(rule),
            "cases": cases[rule.id],
            "guides": shown[rule.id],
        }
        groups.setdefault(called(type(rule.gives)), []).append(entry)
    titled = [(part[:1].upper() + part[1:], found) for part, found in groups.items()]
    return block(render("rules.html", groups=titled, root=page.root, part=template("parts.html").module))


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
    return block(render("sources.html", documents=listed, confidence=_CONFIDENCE, root=page.root))


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
    return "Time limits and rules on the operators' own pages", "Stored copies, seen in November 2026. They can change."


MACROS: Final = (all_rules, all_sources)
"""What pages can call from here."""
