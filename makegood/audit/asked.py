"""A question is asked exactly when it can change the answer.

A fact can change the answer to a case, if this case can become one in which the fact is still unknown and one of its
values gives another answer than that. Questions themselves do not count as a change, nor does a blank that gets filled:
a message lists its own blanks.
"""

from collections.abc import Iterator, Mapping

from makegood.audit.answers import AllAnswers
from makegood.audit.violations import Violation
from makegood.diagrams import FALSE, Diagram


def questions_can_change_the_answer(answers: AllAnswers) -> Iterator[Violation]:
    """No fact is asked for that cannot change the answer any more, whatever the reader says next."""
    diagrams = answers.diagrams
    for fact in answers.space.facts:
        can, idle = _can_change(answers, fact), {}
        for rule, cases in answers.asking(fact).items():
            if (wrong := diagrams.without(cases, can)) != FALSE:
                idle[rule] = diagrams.both(wrong, answers.space.valid)
        yield from _explained(answers, idle, "idle-question", f"We ask for {fact}, which cannot change this answer.")


def what_can_change_the_answer_is_asked(answers: AllAnswers) -> Iterator[Violation]:
    """Every fact that can still change the answer is asked for."""
    diagrams = answers.diagrams
    for fact in answers.space.facts:
        asked = diagrams.any_of(answers.asking(fact).values())
        unasked = diagrams.without(diagrams.complement(answers.space.known(fact)), asked)
        # Nearly always this is empty, and says so without going through the cases that do not contradict themselves.
        if diagrams.both(unasked, _can_change(answers, fact)) == FALSE:
            continue
        unasked = diagrams.both(unasked, answers.space.valid)
        missed = {
            rule: diagrams.both(unasked, answers.space.can_become(cases))
            for rule, cases in answers.changed_by(fact).items()
        }
        message = f"We do not ask for {fact}, which can still change this answer."
        yield from _explained(answers, missed, "missing-question", message)


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
