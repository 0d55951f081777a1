"""Short ways to say what is given, so that a test reads as its sentence."""

from datetime import date
from typing import Any

import pytest

from policy import answer
from policy.cases.case import Case, parse_case
from policy.cases.errors import FactError
from policy.engine.advice import Advice

TODAY = date(2026, 11, 21)
"""A Saturday. Tests that depend on the day say which one they mean."""


def case(**facts: Any) -> Case:
    """The case with these facts, which must be free of mistakes."""
    parsed = parse_case(facts)
    if isinstance(parsed, list):
        pytest.fail("These facts make no case: " + " ".join(error.message for error in parsed))
    return parsed


def errors(**facts: Any) -> list[FactError]:
    """What is wrong with these facts; nothing, if they make a case."""
    parsed = parse_case(facts)
    return parsed if isinstance(parsed, list) else []


def advice(today: date | None = TODAY, /, **facts: Any) -> Advice:
    """The advice for these facts."""
    return answer(case(**facts), today)


def kingston(today: date | None = TODAY, /, **facts: Any) -> Advice:
    """The advice for a seller on Kingston Express with these facts."""
    return advice(today, side="seller", programme="kingston-express", **facts)


def ids(lines: Any) -> list[str]:
    """The ids of lines, in their order."""
    return [line.id for line in lines]


def asked(given: Advice) -> list[str]:
    """The facts that an advice asks for, in their order."""
    return [question.fact for question in given.questions]
