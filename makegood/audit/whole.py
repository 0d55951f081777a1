"""Every case gets a whole answer, and no answer says two things that do not go together."""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Final

from makegood.audit.answers import AllAnswers
from makegood.audit.violations import Violation, unless_empty
from makegood.diagrams import Diagram
from policy.facts import evidence
from policy.language.outcomes import (
    Ask,
    Grade,
    Headline,
    Outcome,
    Remedy,
    Responsible,
    Rung,
    Send,
    Step,
    Strength,
)
from policy.language.rule import Rule

NEEDED: Final[tuple[tuple[type[Outcome], str], ...]] = (
    (Headline, "headline"),
    (Step, "step"),
    (Responsible, "responsible party"),
    (Grade, "grade of the proof"),
    (Rung, "rung of the ladder"),
)
"""What no answer may lack."""


def every_case_is_answered(answers: AllAnswers) -> Iterator[Violation]:
    """Every case gets a headline, a step, somebody responsible, a grade of its proof, and a rung."""
    for kind, name in NEEDED:
        answered = answers.diagrams.any_of(map(answers.takes_part, answers.of(kind)))
        unanswered = answers.diagrams.without(answers.space.valid, answered)
        yield from unless_empty(answers, unanswered, "answered", (), f"This case gets no {name}.")


def nothing_is_said_twice(answers: AllAnswers) -> Iterator[Violation]:
    """No answer has the same sentence, or the same message, twice."""
    for one, other in combinations(answers.rules, 2):
        if _saying(one) and _saying(one) == _saying(other):
            both = answers.diagrams.both(answers.takes_part(one), answers.takes_part(other))
            message = f"{one.id} and {other.id} say the same, and both take part in the answer to this case."
            yield from unless_empty(answers, both, "said-once", (one.id, other.id), message)


def parts_go_together(answers: AllAnswers) -> Iterator[Violation]:
    """No answer asks for nothing and for something, or has two tiers, or sees no proof where some is held."""
    for one, other in combinations(answers.of(Remedy), 2):
        for why, cases in _clashes(answers, one, other):
            message = f"{one.id} and {other.id} do not go together: {why}."
            yield from unless_empty(answers, cases, "consistent", (one.id, other.id), message)
    held = answers.diagrams.any_of(answers.space.holding(evidence.name, value.name) for value in evidence.values)
    for rule in answers.of(Grade):
        if isinstance(rule.gives, Grade) and rule.gives.strength is Strength.NONE:
            cases = answers.diagrams.both(answers.takes_part(rule), held)
            message = f"{rule.id} says that there is no proof, although this case holds some."
            yield from unless_empty(answers, cases, "consistent", (rule.id,), message)


def _saying(rule: Rule) -> object:
    """Give what a reader would notice when it comes twice, empty if nothing."""
    if isinstance(rule.gives, Send):
        return (Send, rule.gives.message)
    return rule.gives.says


def _clashes(answers: AllAnswers, one: Rule, other: Rule) -> Iterable[tuple[str, Diagram]]:
    a, b, both = one.gives, other.gives, answers.diagrams.both
    if isinstance(a, Remedy) and isinstance(b, Remedy):
        if a.ask and b.ask and (a.ask == (Ask.NONE,)) is not (b.ask == (Ask.NONE,)):
            yield "one asks for nothing, the other for something", both(answers.requests(one), answers.requests(other))
        if a.tier and b.tier and a.tier != b.tier:
            yield "they give two tiers", both(answers.takes_part(one), answers.takes_part(other))
