"""Macros that write the reference: every rule, every source, and decision tables, read off the policy itself."""

from typing import Any, Final

from macros.page import MacroError, Page, block, choose
from macros.templates import render
from policy import rulebook
from policy.conditions import settle, simplify
from policy.effects import Effect, Remedy, Step
from policy.explain import in_words
from policy.outline import outline
from policy.render import template
from policy.rule import Rule
from policy.seller_check import INDICATORS
from policy.statements import Statement, statements
from policy.wording import CHECKS

_TABLES: Final[dict[str, type[Effect]]] = {"remedy": Remedy, "steps": Step}


def decision_table(page: Page, part: str, **facts: Any) -> str:
    """Show the rules of one part of the answer as a table: when, then, source.

    Args:
        page: the page, worked in by `define_env`.
        part: "remedy" or "steps".
        facts: what the page takes as given; rules that it rules out are left out, and it is not said again in each row.
    """
    if part not in _TABLES:
        raise MacroError(choose("part", part, _TABLES))
    known = page.case(facts).known
    rows = [
        (rule, outline(simplify(rule.when, known)))
        for rule in rulebook().rules
        if isinstance(rule.gives, _TABLES[part]) and settle(rule.when, known).open
    ]
    return block(render("decision_table.html", rows=rows, root=page.root, part=template("parts.html").module))


def all_rules(page: Page) -> str:
    """List every rule: its id, what it gives, its condition in words, its sources."""
    groups: dict[str, list[tuple[Rule, str, str]]] = {}
    for rule in rulebook().rules:
        kind = type(rule.gives)
        text = str(getattr(rule.gives, "text", "") or getattr(rule.gives, "what", "") or getattr(rule.gives, "now", ""))
        groups.setdefault(kind.part, []).append((rule, in_words(rule.when), text))
    titled = [(part[:1].upper() + part[1:], found) for part, found in groups.items()]
    return block(render("rules.html", groups=titled, root=page.root, cites=template("parts.html").module.cites))  # type: ignore[attr-defined]  # a template's macros are its module's attributes


def all_sources(page: Page) -> str:
    """List every source that the policy cites, with what it states and the rules and checks that rest on it."""
    users: dict[str, list[str]] = {}
    for rule in rulebook().rules:
        for cite in rule.cites:
            users.setdefault(cite, []).append(rule.id)
    tools = _tools()
    documents: dict[tuple[str, str], list[tuple[Statement, list[str], list[str]]]] = {}
    for statement in statements().values():
        if statement.id in users or statement.id in tools:
            used = (statement, users.get(statement.id, []), sorted(tools.get(statement.id, ())))
            documents.setdefault(_document(statement), []).append(used)
    listed = [(title, scope, found) for (title, scope), found in documents.items()]
    return block(render("sources.html", documents=listed, root=page.root))


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


MACROS: Final = (decision_table, all_rules, all_sources)
"""What pages can call from here."""
