"""Macros that show rules as decision tables: one part of an answer, or all lines by side and place."""

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from macros.page import MacroError, Page, block, choose
from macros.templates import render
from policy import rulebook
from policy.engine.sections import SECTIONS
from policy.explain.outline import Outline, outline
from policy.facts import programme, side
from policy.language.conditions import ALWAYS, Known, settle, simplify
from policy.language.kinds import Value
from policy.language.outcomes import Outcome, Send
from policy.language.rule import Rule
from policy.messages.templates import message_templates
from policy.rendering.environment import template

_PARTS: Final = {
    section.name: kinds
    for section in SECTIONS
    if (kinds := tuple(kind for kind in section.gives if kind is Send or kind.says is not Outcome.says))
}
"""The parts of an answer that can be a table, and what gives their lines."""

WHOLE: Final = ("steps", "avoid", "remedy", "messages")
"""The parts of which the tables of a whole case are made."""

_VERBS: Final = {"steps": "Do", "avoid": "Do not", "remedy": "Fair", "messages": "Send"}


_ALWAYS: Final = outline(ALWAYS)


class DecisionRow(NamedTuple):
    """One line of a table: the rule, when it holds, what it gives, and to which part of the answer."""

    rule: Rule
    when: Outline
    then: str
    part: str


class Table(NamedTuple):
    """Lines that are for the same places."""

    places: tuple[Value, ...]
    rows: list[DecisionRow]
    is_everywhere: bool


def decision_table(page: Page, part: str, **facts: Any) -> str:
    """Show the rules of one part of the answer as a table: when, then, source.

    Where the facts leave nothing to ask, the rules' lines stand there as a list instead.

    Args:
        page: the page, worked in by `define_env`.
        part: "remedy", "steps" and others; a wrong one is answered with all that there are.
        facts: what the page takes as given; rules that it rules out are left out, and it is not said again in each row.
    """
    if part not in _PARTS:
        raise MacroError(choose("part", part, _PARTS))
    rows = rows_of((part,), page.case(facts).known)
    if not rows:
        raise MacroError(f"no rule gives {part} with these facts. Leave one of them out.")
    settled = all(row.when == _ALWAYS for row in rows)
    return block(
        render(
            "decision_table.html",
            rows=rows,
            settled=settled,
            messages=message_templates(),
            root=page.root,
            part=template("parts.html").module,
        )
    )


def all_tables(page: Page) -> str:
    """Show decision tables of what to do, what not, what is fair and what to send: for each side, places by places.

    A line stands once, in the table of all the places that it is for: most are for several.
    """
    return block(
        render(
            "all_tables.html",
            sides=[(seat, tables_of(seat.name)) for seat in side.values],
            verbs=_VERBS,
            messages=message_templates(),
            root=page.root,
            part=template("parts.html").module,
        )
    )


def tables_of(seat: str) -> list[Table]:
    """Give a side's lines in tables, those for most places first."""
    lines: dict[tuple[str, Outline], DecisionRow] = {}
    places: dict[tuple[str, Outline], list[Value]] = {}
    for where in programme.values:
        for row in rows_of(WHOLE, {side.name: seat, programme.name: where.name}):
            key = (row.rule.id, row.when)
            lines.setdefault(key, row)
            places.setdefault(key, []).append(where)
    tables: dict[tuple[Value, ...], list[DecisionRow]] = {}
    for key, row in lines.items():
        tables.setdefault(tuple(places[key]), []).append(row)
    made = [Table(*table, is_everywhere=len(table[0]) == len(programme.values)) for table in tables.items()]
    return sorted(made, key=lambda table: -len(table.places))


def rows_of(parts: tuple[str, ...], known: Known) -> list[DecisionRow]:
    """Give the rows that the rules of these parts of an answer make, of cases that agree with `known`."""
    return [
        DecisionRow(rule, outline(simplify(rule.when, known)), rule.gives.says, part)
        for part in parts
        for rule in _possible(part, known)
    ]


def _possible(part: str, known: Known) -> Iterator[Rule]:
    """Give the rules that can hold; of a part that says one thing, none after a rule that always says it."""
    for rule in rulebook().rules:
        if isinstance(rule.gives, _PARTS[part]):
            truth, still = settle(rule.when, known)
            if still or truth is True:
                yield rule
            if rule.gives.single and truth is True and not still:
                return


MACROS: Final = (decision_table, all_tables)
"""What pages can call from here."""
