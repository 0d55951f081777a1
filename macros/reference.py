"""Macros that write the reference: every rule and every source, read off the policy itself."""

from typing import Any, Final

from macros.does import does
from macros.page import Page, block
from macros.shown import cases_by_rule, guides_by_rule
from macros.templates import render
from policy import rulebook
from policy.outline import outline
from policy.render import template
from policy.statements import Statement, statements, windows

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
    cases = cases_by_rule(page.project / "tests" / "cases")
    for rule in rulebook().rules:
        entry = {
            "rule": rule,
            "when": outline(rule.when),
            "does": does(rule),
            "cases": cases[rule.id],
            "guides": shown[rule.id],
        }
        groups.setdefault(type(rule.gives).part, []).append(entry)
    titled = [(part[:1].upper() + part[1:], found) for part, found in groups.items()]
    return block(render("rules.html", groups=titled, root=page.root, part=template("parts.html").module))


def all_sources(page: Page) -> str:
    """List every source: what it states, its page, when that was seen, how sure it is, the rules that rest on it."""
    users: dict[str, list[str]] = {}
    for rule in rulebook().rules:
        for cite in rule.cites:
            users.setdefault(cite, []).append(rule.id)
    documents: dict[tuple[str, str], list[tuple[Statement, list[str]]]] = {}
    for statement in statements().values():
        documents.setdefault(_document(statement), []).append((statement, users.get(statement.id, [])))
    listed = [(title, scope, found) for (title, scope), found in documents.items()]
    return block(render("sources.html", documents=listed, windows=windows(), confidence=_CONFIDENCE, root=page.root))


def _document(statement: Statement) -> tuple[str, str]:
    if statement.confidence == "catalogue":
        return statement.source, statement.scope
    return "Time limits and rules on the operators' own pages", "Stored copies, seen in November 2026. They can change."


MACROS: Final = (all_rules, all_sources)
"""What pages can call from here."""
