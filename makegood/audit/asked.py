"""A question is asked exactly when it can change the answer.

A fact can change the answer to a case, if this case can become one in which the fact is still unknown and one of its
values gives another answer than that. Questions themselves do not count as a change, nor does a blank that gets filled:
a message lists its own blanks.

Side, place and problem are asked first, and rule out most other questions. So this is proved of the cases that tell
them.
"""

from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Final

from makegood.audit.answers import AllAnswers
from makegood.audit.axes import TODAY
from makegood.audit.violations import Violation
from makegood.diagrams import FALSE, TRUE, Diagram
from policy.cases.case import Case
from policy.cases.derived import DERIVED
from policy.facts import SEAT
from policy.periods import PERIODS, Period

_SOONER: Final = frozenset(
    day.name for period in PERIODS.values() for end in (period.opens, period.closes) if end for day in end.sooner
)
"""Days that can take the place of the one that decides, where they are earlier."""


def questions_can_change_the_answer(answers: AllAnswers) -> Iterator[Violation]:
    """No fact is asked for that cannot change the answer any more, whatever the reader says next.

    What follows from several facts is not known before all of them are told. So there one of them that alone can rule a
    value out, such as a price of one penny in whatever currency, counts like any other.
    """
    diagrams, cases_here = answers.diagrams, _where_the_seat_is_told(answers)
    for fact in answers.space.facts:
        can, idle = _whatever_was_told_in_part(answers, _can_change(answers, fact)), {}
        for rule, cases in answers.asking(fact).items():
            if (wrong := diagrams.without(diagrams.both(cases, cases_here), can)) != FALSE:
                idle[rule] = wrong
        yield from _explained(answers, idle, "idle-question", f"We ask for {fact}, which cannot change this answer.")


def what_can_change_the_answer_is_asked(answers: AllAnswers) -> Iterator[Violation]:
    """Every fact that can still change the answer is asked for.

    A day that only counts where it is earlier than the one that decides is not missed: that one is asked for, and the
    line says from which of the two it counts. What counts only through such a day is asked for once it is told.
    """
    diagrams, cases_here = answers.diagrams, _where_the_seat_is_told(answers)
    for fact in answers.space.facts:
        asked = diagrams.any_of(answers.asking(fact).values())
        unasked = diagrams.both(diagrams.without(diagrams.complement(answers.space.known(fact)), asked), cases_here)
        # Nearly always this is empty, and says so without going through the cases that do not contradict themselves.
        if diagrams.both(unasked, _can_change(answers, fact)) == FALSE:
            continue
        missed = {
            rule: diagrams.both(unasked, answers.space.can_become(cases, _SOONER))
            for rule, cases in answers.changed_by(fact, within=_unless_sooner(answers, fact)).items()
        }
        message = f"We do not ask for {fact}, which can still change this answer."
        yield from _explained(answers, missed, "missing-question", message)


def _unless_sooner(answers: AllAnswers, fact: str) -> Diagram:
    """The cases in which a day makes no period another by being sooner than the day that decides."""
    cases = TRUE
    for period in PERIODS.values():
        ends = [end for end in (period.opens, period.closes) if end]
        if answers.space.has(period.name) and any(fact in {day.name for day in end.sooner} for end in ends):

            def as_without(case: Case, period: Period = period) -> bool:
                before = {name: value for name, value in case.known.items() if name != fact}
                return period.derive(before, TODAY) == period.derive(case.known, TODAY)

            cases = answers.diagrams.both(cases, answers.space.tabulated([period.name], as_without))
    return cases


def _where_the_seat_is_told(answers: AllAnswers) -> Diagram:
    return reduce(answers.diagrams.both, map(answers.space.known, SEAT), answers.space.valid)


def _whatever_was_told_in_part(answers: AllAnswers, can: Diagram) -> Diagram:
    """Add the cases that are told in part what decides something, and of which another value would be in the set."""
    space, found = answers.space, can
    for made in DERIVED:
        if len(made.sources) > 1 and all(space.has(name) for name in (made.name, *made.sources)):
            unknown = answers.diagrams.complement(answers.diagrams.apply(bool, space.value_of(made.name)))
            somehow = reduce(space.whatever, made.sources, can)
            found = answers.diagrams.either(found, answers.diagrams.both(somehow, unknown))
    return found


def _can_change(answers: AllAnswers, fact: str) -> Diagram:
    """The cases that can become one in which a value of the fact changes the answer, through whatever cases."""
    changed = answers.changed_by(fact, coherent=False)
    return answers.space.can_become(answers.diagrams.any_of(changed.values()))


def _explained(answers: AllAnswers, blamed: Mapping[str, Diagram], name: str, message: str) -> Iterator[Violation]:
    """Yield the smallest case, then the smallest of those that only other rules are to blame for, and so on."""
    left = dict(blamed)
    while case := answers.space.smallest(answers.diagrams.any_of(left.values())):
        here = [rule for rule, cases in left.items() if answers.space.value(cases, case)]
        yield Violation(name, tuple(rule for rule in here if rule in answers.by_id), message, case)
        left = {rule: cases for rule, cases in left.items() if rule not in here}
