"""Diagrams say of small spaces exactly what listing every case says."""

from functools import partial
from itertools import product
from operator import ne

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from makegood.diagrams import FALSE, TRUE, Diagram, Diagrams

SIZES = (2, 2, 2, 3)
CASES = list(product(*map(range, SIZES)))

type Case = tuple[int, ...]

sets = st.frozensets(st.sampled_from(CASES))

exactly = settings(deadline=None)


def diagram(of: frozenset[Case], diagrams: Diagrams) -> Diagram:
    """The set of these cases."""
    found = FALSE
    for case in of:
        here = TRUE
        for variable, value in enumerate(case):
            here = diagrams.both(here, diagrams.literal(variable, [value]))
        found = diagrams.either(found, here)
    return found


def cases(of: Diagram, diagrams: Diagrams) -> set[Case]:
    """Every case of a set."""
    return {case for case in CASES if diagrams.evaluate(of, dict(enumerate(case)))}


@exactly
@given(sets, sets)
def test_sets_join_as_sets_do(a: frozenset[Case], b: frozenset[Case]) -> None:
    diagrams = Diagrams(SIZES)
    one, other = diagram(a, diagrams), diagram(b, diagrams)
    assert cases(diagrams.both(one, other), diagrams) == a & b
    assert cases(diagrams.either(one, other), diagrams) == a | b
    assert cases(diagrams.without(one, other), diagrams) == a - b
    assert cases(diagrams.complement(one), diagrams) == set(CASES) - a
    assert cases(diagrams.any_of([one, other, FALSE]), diagrams) == a | b
    assert diagrams.any_of([]) == FALSE


@exactly
@given(sets, sets)
def test_equal_sets_are_one_function(a: frozenset[Case], b: frozenset[Case]) -> None:
    diagrams = Diagrams(SIZES)
    assert (diagram(a, diagrams) == diagram(b, diagrams)) is (a == b)


@exactly
@given(sets, sets)
def test_apply_works_value_by_value(a: frozenset[Case], b: frozenset[Case]) -> None:
    diagrams = Diagrams(SIZES)
    one = diagrams.apply(partial(named, "a"), diagram(a, diagrams))
    other = diagrams.apply(partial(named, "b"), diagram(b, diagrams))
    whole = diagrams.apply(str.__add__, one, other)
    for case in CASES:
        assert diagrams.evaluate(whole, dict(enumerate(case))) == ("a" if case in a else "") + (
            "b" if case in b else ""
        )
    assert cases(diagrams.apply(ne, one, one), diagrams) == set()


def named(name: str, inside: bool) -> str:
    """The name inside a set, nothing outside."""
    return name if inside else ""


@exactly
@given(sets, st.integers(0, 1))
def test_a_function_restricted_to_a_value_is_what_it_says_there(a: frozenset[Case], value: int) -> None:
    diagrams = Diagrams(SIZES)
    at = diagrams.restrict(diagram(a, diagrams), {0: (value,)})
    assert cases(at, diagrams) == {case for case in CASES if (value, *case[1:]) in a}


@exactly
@given(sets)
def test_exists_asks_for_any_value_of_the_variables(a: frozenset[Case]) -> None:
    diagrams = Diagrams(SIZES)
    some = diagrams.exists(diagram(a, diagrams), range(1, 3))
    assert cases(some, diagrams) == {case for case in CASES if any((one[0], one[3]) == (case[0], case[3]) for one in a)}


def test_a_variable_cannot_come_after_one_that_it_has_to_come_before() -> None:
    diagrams = Diagrams(SIZES)
    with pytest.raises(ValueError, match="Variable 1 would come after"):
        diagrams.node(1, [diagrams.literal(0, [1]), FALSE])


@exactly
@given(sets, st.lists(st.sampled_from(range(3)), min_size=1, unique=True))
def test_where_a_variable_keeps_some_values_a_function_is_what_it_was(a: frozenset[Case], kept: list[int]) -> None:
    diagrams = Diagrams(SIZES)
    left = cases(diagrams.restrict(diagram(a, diagrams), {3: tuple(kept)}), diagrams)
    assert {case for case in left if case[3] in kept} == {case for case in a if case[3] in kept}


@exactly
@given(sets, sets, sets)
def test_if_then_else_is_one_or_the_other(a: frozenset[Case], b: frozenset[Case], c: frozenset[Case]) -> None:
    diagrams = Diagrams(SIZES)
    found = diagrams.ite(*(diagram(each, diagrams) for each in (a, b, c)))
    assert cases(found, diagrams) == (a & b) | (c - a)


@exactly
@given(sets)
def test_a_case_for_each_terminal_is_the_branch_of_the_value_there(a: frozenset[Case]) -> None:
    diagrams = Diagrams(SIZES)
    selector, inside = diagrams.variable(3), diagram(a, diagrams)
    found = diagrams.case(selector, [inside, diagrams.complement(inside), TRUE])
    for case in CASES:
        assert diagrams.evaluate(found, dict(enumerate(case))) is [case in a, case not in a, True][case[3]]


@exactly
@given(sets)
def test_the_cases_of_a_set_are_counted(a: frozenset[Case]) -> None:
    diagrams = Diagrams(SIZES)
    assert diagrams.count(diagram(a, diagrams)) == len(a)


def test_values_of_different_kinds_are_different_terminals() -> None:
    diagrams = Diagrams(SIZES)
    assert diagrams.terminal(1) != diagrams.terminal(True)
