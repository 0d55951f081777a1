"""The policy in force holds every property, and the audit says so in the same words each time."""

import json
from datetime import date
from functools import cache
from math import prod

import pytest

from makegood.audit import PROPERTIES, Property, Violation, asked, audit, cases
from makegood.audit.answers import AllAnswers
from makegood.audit.axes import TODAY
from policy import rulebook
from policy.cases.case import Case, parse_case
from policy.facts import (
    problem,
    side,
)
from policy.language.outcomes import Step
from tests.makegood.audit.small import rule, whole
from tests.support.processes import say_elsewhere


def name_of(check: Property) -> str:
    """The name of a property."""
    return check.__name__


def told(findings: tuple[Violation, ...]) -> str:
    """Findings as one text that shows in a failed test."""
    return "\n".join(json.dumps(finding.as_data(), ensure_ascii=False) for finding in findings)


ABOUT_QUESTIONS = (asked.questions_can_change_the_answer, asked.what_can_change_the_answer_is_asked)
"""Properties that try every question in every case: minutes, where all others together take less than one."""


@cache
def in_force() -> AllAnswers:
    """All answers of the policy in force, which all properties are asked of."""
    return AllAnswers(rulebook().rules)


@pytest.mark.parametrize("holds", [check for check in PROPERTIES if check not in ABOUT_QUESTIONS], ids=name_of)
def test_the_policy_in_force_holds(holds: Property) -> None:
    findings = tuple(holds(in_force()))
    assert not findings, told(findings)


@pytest.mark.thorough
@pytest.mark.parametrize("holds", ABOUT_QUESTIONS, ids=name_of)
def test_the_policy_in_force_asks_what_it_should(holds: Property) -> None:
    findings = tuple(holds(in_force()))
    assert not findings, told(findings)


def test_every_property_says_in_one_line_what_it_proves() -> None:
    lines = [(check.__doc__ or "").partition("\n")[0] for check in PROPERTIES]
    assert all(line.endswith(".") for line in lines)
    assert len(set(lines)) == len(lines)


def test_every_case_of_a_finding_can_be_given_to_assess() -> None:
    late = rule("late", Step("Do it."), (problem == "damaged") & (problem == "wrong-item"), "KX-13")
    findings = audit(whole(late, rule("lost", Step("Wait."), side.is_given, "KX-12")))
    assert any(finding.case is not None for finding in findings)
    for finding in findings:
        told = finding.as_data()
        assert (told["on"] is None) is (told["case"] is None)
        if told["case"] is not None:
            assert date.fromisoformat(told["on"]) == TODAY
            assert isinstance(parse_case(told["case"], TODAY), Case)


def findings_in_order() -> str:
    """What is wrong with a small rulebook, each finding on a line."""
    return told(audit(whole(rule("lost", Step("Wait."), side.is_given, "KX-12"))))


def test_another_process_finds_the_same_in_the_same_order() -> None:
    here = findings_in_order()
    code = f"from {__name__} import findings_in_order; print(findings_in_order())"
    assert say_elsewhere(code, hash_seed="1") == here
    assert len(here.splitlines()) > 1


def test_a_space_counts_its_cases() -> None:
    # Each choice may be open as well, and each kind of proof be in hand or not.
    axes = AllAnswers(whole()).space.axes
    lists = [1 + 2 ** len(axis.items) for axis in axes if axis.items]
    others = [len(axis.points) for axis in axes if not axis.items and "/" not in axis.names[0]]
    without_contradictions = prod(lists) * prod(others)
    assert 0 < cases(whole()) < without_contradictions
