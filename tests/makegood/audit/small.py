"""Small rulebooks for tests, and what listing every case says of them."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import product
from typing import Any

from makegood.audit.axes import TODAY
from policy.cases.case import Case, parse_case
from policy.engine.advice import Advice
from policy.engine.assess import assess
from policy.engine.rulebook import Rulebook
from policy.language.conditions import ALWAYS, Condition
from policy.language.outcomes import Grade, Headline, Outcome, Party, Responsible, Rung, Step, Strength
from policy.language.rule import Rule


def rule(name: str, gives: Outcome, when: Condition = ALWAYS, *cites: str) -> Rule:
    """A rule of a test; what it cites rarely matters."""
    return Rule(name, when, gives, cites or ("SR-70",))


def whole(*rules: Rule) -> tuple[Rule, ...]:
    """These rules, and after them what makes every answer whole."""
    return (
        *rules,
        rule("headline", Headline("Keep calm.")),
        rule("responsible", Responsible(Party.UNKNOWN, "Nobody knows.")),
        rule("step", Step("Write it down.")),
        rule("grade", Grade(Strength.WEAK, "Some proof is there.")),
        rule("rung", Rung(None, "At the start.", "Talk.", "Soon.")),
    )


def every_case(**values: Iterable[Any]) -> Iterator[Case]:
    """Every case over some facts that does not contradict itself; None leaves a fact out."""
    for chosen in product(*values.values()):
        case = parse_case(dict(zip(values, chosen, strict=True)))
        if isinstance(case, Case):
            yield case


def answered(rules: tuple[Rule, ...], case: Case, today: date = TODAY) -> Advice:
    """The answer that these rules give to a case."""
    return assess(case, today, Rulebook(rules))


def case(**facts: Any) -> Case:
    """The case with these facts, which must be free of mistakes."""
    parsed = parse_case(facts)
    assert isinstance(parsed, Case)
    return parsed
