"""Every line cites what exists and what speaks to its reader: to this side, and of this programme or of all."""

from collections.abc import Iterator, Mapping
from typing import Final

from makegood.audit.answers import AllAnswers
from makegood.audit.index import homes
from makegood.audit.violations import Violation, unless_empty
from makegood.diagrams import FALSE, Diagram
from policy.facts import programme, side
from policy.language.programme import Programme, programmes
from policy.language.rule import Rule
from policy.messages.templates import message_templates
from policy.sources.statements import Statement, statements
from policy.sources.windows import windows

BOTH_SIDES: Final[Mapping[str, str]] = {
    "SR-70": "Document everything and communicate professionally: its reason, that both sides have something to lose, "
    "is as true for the seller, and no other source speaks to sellers everywhere.",
    "R-EB-02": "It stands on eBay's page for buyers, and says what the buyer does: get the parcel, then open a return.",
}
"""Statements to one side that may stand behind a line for the other, each with the reason."""

OWNERS: Final[Mapping[str, Programme]] = {prefix: owner for owner in programmes() for prefix in owner.sources}
"""For the sources that do not speak to everybody, by the prefix of their ids, the programme that they speak of."""


_SEATS: Final = frozenset(value.name for value in side.values)
"""A source can speak to one of these, or to both."""


def every_line_cites(answers: AllAnswers) -> Iterator[Violation]:
    """Every rule and every message cites a source, and every source that is cited exists."""
    cited = {rule.id: rule.sources for rule in answers.rules}
    cited |= {f"the message {name}": template.cites for name, template in message_templates().items()}
    for name, cites in cited.items():
        rules = (name,) if name in answers.by_id else ()
        if not cites:
            yield Violation("cited", rules, f"{name} cites no source.")
        for cite in cites:
            if cite not in statements():
                yield Violation("cited", rules, f"{name} cites {cite}, which no source has.")


def nobody_gets_the_other_sides_lines(answers: AllAnswers) -> Iterator[Violation]:
    """No buyer gets a line that rests on what is said to sellers, and no seller one on what is said to buyers.

    The side of a time limit is no reader: it says who has to act, and the other side waits for that.
    """
    for rule, statement, citing in _citing(answers):
        if statement.id not in BOTH_SIDES and statement.id not in windows() and statement.side in _SEATS:
            others = side.is_in(*(value.name for value in side.values if value.name != statement.side))
            cases = answers.diagrams.both(citing, answers.space.true(others))
            message = f"{rule.id} rests on {statement.id}, which speaks to the {statement.side} and not to this reader."
            yield from unless_empty(answers, cases, "own-side", (rule.id,), message)


def no_programme_gets_anothers_lines(answers: AllAnswers) -> Iterator[Violation]:
    """No case of one programme gets a line that rests on what another programme alone says."""
    for rule, statement, citing in _citing(answers):
        theirs = _speaks_to(statement)
        foreign = [value.name for value in programme.values if theirs and value.name not in theirs]
        cases = answers.diagrams.both(citing, answers.space.true(programme.is_in(*foreign)))
        message = f"{rule.id} rests on {statement.id}, which does not speak of this programme."
        yield from unless_empty(answers, cases, "own-programme", (rule.id,), message)


def every_statement_lives(answers: AllAnswers) -> Iterator[Violation]:
    """Every statement and time limit stands behind a line that some case gets, or lives in a tool or on a page."""
    reached = {cite for rule in answers.rules for cite, cases in answers.cited(rule).items() if cases != FALSE}
    for id_, places in homes(answers.rules).items():
        if id_ not in reached and not places.outside_answers:
            message = f"{id_} lives nowhere: no answer cites it, and no tool and no page shows it."
            yield Violation("lives", places.rules, message)


def _citing(answers: AllAnswers) -> Iterator[tuple[Rule, Statement, Diagram]]:
    """Yield every rule with every statement that it cites, and the cases in whose answer it does."""
    for rule in answers.rules:
        for cite, cases in answers.cited(rule).items():
            if cite in statements():
                yield rule, statements()[cite], cases


def _speaks_to(statement: Statement) -> tuple[str, ...]:
    """Name the programmes that a statement speaks to; none, if it speaks to all of them."""
    source = statement.id.partition("-")[0]
    if source not in OWNERS:
        return () if statement.scope == "any" or source == "SR" else (statement.scope,)
    owner = OWNERS[source]
    if statement.kind in owner.lends:
        return ()
    return tuple(other.name for other in programmes() if other is owner or other.kind in owner.serves)
