"""The audit: what can be proved of all answers at once, over every combination of facts.

>>> from policy.programmes import everyone
>>> [finding.property for finding in audit(everyone.RULES[1:], (whole.every_case_is_answered,))][0]
'answered'

Conditions are data, so every part of an answer is an exact function of the case: a diagram (`makegood.diagrams`) that
the engine itself gives when it runs over a case that is not decided yet (`makegood.undecided`, `space`, `answers`). A
property is a few operations on such functions. What does not hold is told with the smallest case that shows it.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from makegood.audit import alive, asked, doors, programmes, proof, safe, seats, sources, thresholds, whole
from makegood.audit.answers import AllAnswers
from makegood.audit.violations import Violation
from policy.language.rule import Rule

__all__ = ["PROPERTIES", "Property", "Violation", "audit", "cases"]

type Property = Callable[[AllAnswers], Iterator[Violation]]
"""Yields what breaks one property, always in the same order. The first line of its docstring says what it proves."""

PROPERTIES: Final[tuple[Property, ...]] = (
    sources.every_line_cites,
    whole.every_case_is_answered,
    programmes.every_seat_is_answered,
    whole.nothing_is_said_twice,
    whole.parts_go_together,
    safe.nothing_is_advised_and_forbidden,
    safe.nothing_irreversible_while_it_could_be_forbidden,
    safe.nothing_irreversible_is_taken_back,
    safe.caution_holds_until_it_is_lifted,
    doors.nothing_is_sent_through_a_door_too_early,
    doors.nothing_is_sent_through_a_door_too_late,
    doors.nothing_is_done_twice,
    doors.what_was_done_in_time_is_met,
    doors.doors_know_each_other,
    doors.nobody_is_sent_where_there_is_no_door,
    doors.every_seat_has_a_door,
    seats.what_is_asked_of_buyers_is_their_step,
    thresholds.every_edge_decides,
    proof.no_proof_is_needed_that_cannot_be_made,
    proof.messages_attach_only_what_is_in_hand,
    asked.questions_can_change_the_answer,
    asked.what_can_change_the_answer_is_asked,
    alive.every_rule_shows,
    alive.every_message_can_be_sent,
    sources.nobody_gets_the_other_sides_lines,
    sources.no_programme_gets_anothers_lines,
    sources.every_statement_lives,
)
"""Everything that the audit proves."""


def audit(rules: Sequence[Rule], properties: Sequence[Property] = PROPERTIES) -> tuple[Violation, ...]:
    """Check rules, in their order, for all cases; an empty result is the proof that the properties hold."""
    answers = AllAnswers(rules)
    return tuple(finding for check in properties for finding in check(answers))


def cases(rules: Sequence[Rule]) -> int:
    """Count the cases that the audit covers: days and weights count as one example on each side of each edge."""
    answers = AllAnswers(rules)
    return answers.space.count(answers.space.valid)
