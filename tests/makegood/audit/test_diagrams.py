"""Diagrams say of small spaces exactly what listing every case says."""

from functools import partial
from itertools import product
from operator import ne

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.audit.diagrams import NO, YES, Diagrams, Function, Variable

FLAT = Variable(above=((0, 1, 2), (1,), (2,)), costs=(0, 1, 1))
"""A fact with two values, or unknown."""

LIST = Variable(above=((0, 1), (1,)), costs=(0, 1), parts=1)
"""A list with one item, which is the variable after it."""

ITEM = Variable(above=((0,), (1,)), costs=(0, 1))

STEPS = Variable(above=((0, 1, 2), (1, 2), (2,)), costs=(0, 1, 2))
"""A fact that becomes known in two steps."""

VARIABLES = (FLAT, LIST, ITEM, STEPS)
CASES = [case for case in product(range(3), range(2), range(2), range(3)) if case[1] or not case[2]]
"""Every case; while the list is unknown, its item is neither in it nor out."""

type Case = tuple[int, ...]

sets = st.frozensets(st.sampled_from(CASES))


def can_become(case: Case) -> list[Case]:
    """Every case that a case can become as more gets known."""
    above = [VARIABLES[level].above[value] for level, value in enumerate(case)]
    if not case[1]:
        above[2] = (0, 1)
    return [other for other in product(*above) if other in CASES]


def diagram(of: frozenset[Case], diagrams: Diagrams) -> Function:
    """The set of these cases."""
    found = NO
    for case in of:
        here = YES
        for level, value in enumerate(case):
            if level != 2 or case[1]:
                here = diagrams.both(here, diagrams.is_in(level, [value]))
        found = diagrams.either(found, here)
    return found


def cases(of: Function, diagrams: Diagrams) -> set[Case]:
    """Every case of a set."""
    return {case for case in CASES if diagrams.value(of, dict(enumerate(case)))}


@given(sets, sets)
def test_sets_join_as_sets_do(a: frozenset[Case], b: frozenset[Case]) -> None:
    diagrams = Diagrams(VARIABLES)
    one, other = diagram(a, diagrams), diagram(b, diagrams)
    assert cases(diagrams.both(one, other), diagrams) == a & b
    assert cases(diagrams.either(one, other), diagrams) == a | b
    assert cases(diagrams.without(one, other), diagrams) == a - b
    assert cases(diagrams.any_of([one, other, NO]), diagrams) == a | b
    assert diagrams.any_of([]) == NO


@given(sets, sets)
def test_equal_sets_are_one_function(a: frozenset[Case], b: frozenset[Case]) -> None:
    diagrams = Diagrams(VARIABLES)
    assert (diagram(a, diagrams) == diagram(b, diagrams)) is (a == b)


@given(sets)
def test_a_case_can_become_every_case_that_knows_more(a: frozenset[Case]) -> None:
    diagrams = Diagrams(VARIABLES)
    found = cases(diagrams.can_become(diagram(a, diagrams)), diagrams)
    assert found == {case for case in CASES if not a.isdisjoint(can_become(case))}


@given(sets, st.frozensets(st.sampled_from([0, 3])))
def test_what_is_fixed_stays_as_it_is(a: frozenset[Case], fixed: frozenset[int]) -> None:
    diagrams = Diagrams(VARIABLES)
    found = cases(diagrams.can_become(diagram(a, diagrams), fixed), diagrams)
    ways = {case: [other for other in can_become(case) if all(other[n] == case[n] for n in fixed)] for case in CASES}
    assert found == {case for case in CASES if not a.isdisjoint(ways[case])}


@given(sets)
def test_the_smallest_case_states_the_fewest_facts(a: frozenset[Case]) -> None:
    def cost(case: Case) -> int:
        return sum(VARIABLES[level].costs[value] for level, value in enumerate(case))

    diagrams = Diagrams(VARIABLES)
    found = diagrams.smallest(diagram(a, diagrams))
    if found is None:
        assert not a
    else:
        smallest = tuple(found.get(level, 0) for level in range(len(VARIABLES)))
        assert smallest in a
        assert cost(smallest) == min(map(cost, a))


@given(sets)
def test_cases_are_counted_each_once(a: frozenset[Case]) -> None:
    diagrams = Diagrams(VARIABLES)
    assert diagrams.count(diagram(a, diagrams)) == len(a)
    assert diagrams.count(YES) == len(CASES)


@given(sets, sets)
def test_functions_merge_and_change_value_by_value(a: frozenset[Case], b: frozenset[Case]) -> None:
    diagrams = Diagrams(VARIABLES)
    one = diagrams.map(partial(named, "a"), diagram(a, diagrams))
    other = diagrams.map(partial(named, "b"), diagram(b, diagrams))
    whole = diagrams.merge(str.__add__, one, other)
    for case in CASES:
        assert diagrams.value(whole, dict(enumerate(case))) == ("a" if case in a else "") + ("b" if case in b else "")
    assert cases(diagrams.merge(ne, one, one), diagrams) == set()


def named(name: str, inside: bool) -> str:
    """The name inside a set, nothing outside."""
    return name if inside else ""


@given(sets, st.integers(0, 2))
def test_a_function_at_a_value_is_what_it_says_there(a: frozenset[Case], value: int) -> None:
    diagrams = Diagrams(VARIABLES)
    at = diagrams.at(diagram(a, diagrams), 0, value)
    assert cases(at, diagrams) == {case for case in CASES if (value, *case[1:]) in a}


@given(sets)
def test_some_asks_for_any_value_of_the_variables(a: frozenset[Case]) -> None:
    diagrams = Diagrams(VARIABLES)
    some = diagrams.some(diagram(a, diagrams), 1, 3)
    assert cases(some, diagrams) == {case for case in CASES if any((one[0], one[3]) == (case[0], case[3]) for one in a)}


def test_a_variable_cannot_come_after_one_that_it_has_to_come_before() -> None:
    diagrams = Diagrams(VARIABLES)
    with pytest.raises(ValueError, match="Variable 1 would come after"):
        diagrams.node(1, [diagrams.is_in(0, [1]), NO])
