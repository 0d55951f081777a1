"""A question is asked exactly when it can change the answer.

A fact can change the answer to a case, if this case can become one in which the fact is still unknown and one of its
values gives another answer than that. Questions themselves do not count as a change, nor does a blank that gets filled:
a message lists its own blanks.
"""

from collections.abc import Iterator, Mapping

from makegood.audit.answers import AllAnswers
from makegood.audit.violations import Violation
from makegood.diagrams import Diagram


def questions_can_change_the_answer(answers: AllAnswers) -> Iterator[Violation]:
    """No fact is asked for that cannot change the answer any more, whatever the reader says next."""
    for fact in answers.space.facts:
        can = _can_change(answers, fact, coherent=False)
        idle = {rule: answers.diagrams.without(cases, can) for rule, cases in answers.asking(fact).items()}
        yield from _explained(answers, idle, "idle-question", f"We ask for {fact}, which cannot change this answer.")


def what_can_change_the_answer_is_asked(answers: AllAnswers) -> Iterator[Violation]:
    """Every fact that can still change the answer is asked for."""
    for fact in answers.space.facts:
        asked = answers.diagrams.any_of(answers.asking(fact).values())
        unasked = answers.diagrams.without(_unknown(answers, fact), asked)
        missed = {
            rule: answers.diagrams.both(unasked, answers.space.can_become(cases))
            for rule, cases in answers.changed_by(fact).items()
        }
        message = f"We do not ask for {fact}, which can still change this answer."
        yield from _explained(answers, missed, "missing-question", message)


def _can_change(answers: AllAnswers, fact: str, *, coherent: bool) -> Diagram:
    """The cases that can become one in which a value of the fact changes the answer."""
    changed = answers.changed_by(fact, coherent=coherent)
    return answers.space.can_become(answers.diagrams.any_of(changed.values()))


def _unknown(answers: AllAnswers, fact: str) -> Diagram:
    return answers.diagrams.without(answers.space.valid, answers.space.known(fact))


def _explained(answers: AllAnswers, blamed: Mapping[str, Diagram], name: str, message: str) -> Iterator[Violation]:
    """Yield the smallest case, then the smallest of those that only other rules are to blame for, and so on."""
    left = dict(blamed)
    while case := answers.space.smallest(answers.diagrams.any_of(left.values())):
        here = [rule for rule, cases in left.items() if answers.space.value(cases, case)]
        yield Violation(name, tuple(rule for rule in here if rule in answers.by_id), message, case)
        left = {rule: cases for rule, cases in left.items() if rule not in here}
