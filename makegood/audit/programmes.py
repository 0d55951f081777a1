"""Every seat of every programme is answered: by rules that mean it, or by the sentence that no source speaks to it."""

from collections.abc import Iterator
from itertools import product
from typing import Final

from makegood.audit.answers import AllAnswers
from makegood.audit.violations import Violation, unless_empty
from makegood.diagrams import FALSE, Diagram
from policy.facts import problem, programme, side
from policy.language.outcomes import Headline, Outcome, Remedy, Step
from policy.programmes import everyone

WANTED: Final[tuple[tuple[type[Outcome], str], ...]] = ((Headline, "headline"), (Step, "step"), (Remedy, "remedy"))
"""What a seat needs for each problem. What `policy.programmes.everyone` gives does not count: anybody gets it."""


def every_seat_is_answered(answers: AllAnswers) -> Iterator[Violation]:
    """Each seat of each programme gets headline, step and remedy for each problem."""
    given = {kind: _given(answers, kind) for kind, _ in WANTED}
    for place, seat in product(programme.values, side.values):
        for kind, name in WANTED:
            silent = [
                what for what in problem.values if _none_of(answers, given[kind], place.name, seat.name, what.name)
            ]
            if silent:
                cases = (programme == place.name) & (side == seat.name) & (problem == silent[0].name)
                yield from unless_empty(
                    answers,
                    answers.space.true(cases),
                    "seat",
                    (),
                    f"On {place.name}, a {seat.name} gets no {name} where the problem is "
                    f"{', '.join(what.name for what in silent)}. Give one in policy/programmes/.",
                )


def _given(answers: AllAnswers, kind: type[Outcome]) -> Diagram:
    """The cases that get such a part from a rule that means them."""
    rules = (rule for rule in answers.of(kind) if rule not in everyone.RULES)
    return answers.diagrams.any_of(map(answers.takes_part, rules))


def _none_of(answers: AllAnswers, enough: Diagram, place: str, seat: str, what: str) -> bool:
    cases = answers.space.true((programme == place) & (side == seat) & (problem == what))
    return answers.diagrams.both(cases, enough) == FALSE
