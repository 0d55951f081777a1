"""What a case becomes as more gets known, its size and the number of cases are what listing every case says."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from makegood.audit.knowledge import Knowledge, Order
from makegood.diagrams import FALSE, TRUE, Diagram, Diagrams

FLAT = Order(above=((0, 1, 2), (1,), (2,)), costs=(0, 1, 1))
"""A fact with two values, or unknown."""

LIST = Order(above=((0, 1), (1,)), costs=(0, 1), parts=1)
"""A list with one item, which is the variable after it."""

ITEM = Order(above=((0,), (1,)), costs=(0, 1))

STEPS = Order(above=((0, 1, 2), (1, 2), (2,)), costs=(0, 1, 2))
"""A fact that becomes known in two steps."""

ORDERS = (FLAT, LIST, ITEM, STEPS)
CASES = [case for case in product(range(3), range(2), range(2), range(3)) if case[1] or not case[2]]
"""Every case; while the list is unknown, its item is neither in it nor out."""

type Case = tuple[int, ...]

sets = st.frozensets(st.sampled_from(CASES))

exactly = settings(deadline=None)


def can_become(case: Case) -> list[Case]:
    """Every case that a case can become as more gets known."""
    above = [ORDERS[level].above[value] for level, value in enumerate(case)]
    if not case[1]:
        above[2] = (0, 1)
    return [other for other in product(*above) if other in CASES]


def diagram(of: frozenset[Case], diagrams: Diagrams) -> Diagram:
    """The set of these cases."""
    found = FALSE
    for case in of:
        here = TRUE
        for level, value in enumerate(case):
            if level != 2 or case[1]:
                here = diagrams.both(here, diagrams.literal(level, [value]))
        found = diagrams.either(found, here)
    return found


def cases(of: Diagram, diagrams: Diagrams) -> set[Case]:
    """Every case of a set."""
    return {case for case in CASES if diagrams.evaluate(of, dict(enumerate(case)))}


@exactly
@given(sets)
def test_a_case_can_become_every_case_that_knows_more(a: frozenset[Case]) -> None:
    diagrams = Diagrams([len(order.costs) for order in ORDERS])
    found = cases(Knowledge(diagrams, ORDERS).can_become(diagram(a, diagrams)), diagrams)
    assert found == {case for case in CASES if not a.isdisjoint(can_become(case))}


@exactly
@given(sets, st.frozensets(st.sampled_from([0, 3])))
def test_what_is_fixed_stays_as_it_is(a: frozenset[Case], fixed: frozenset[int]) -> None:
    diagrams = Diagrams([len(order.costs) for order in ORDERS])
    found = cases(Knowledge(diagrams, ORDERS).can_become(diagram(a, diagrams), fixed), diagrams)
    ways = {case: [other for other in can_become(case) if all(other[n] == case[n] for n in fixed)] for case in CASES}
    assert found == {case for case in CASES if not a.isdisjoint(ways[case])}


@exactly
@given(sets)
def test_the_smallest_case_states_the_fewest_facts(a: frozenset[Case]) -> None:
    def cost(case: Case) -> int:
        return sum(ORDERS[level].costs[value] for level, value in enumerate(case))

    diagrams = Diagrams([len(order.costs) for order in ORDERS])
    found = Knowledge(diagrams, ORDERS).smallest(diagram(a, diagrams))
    if found is None:
        assert not a
    else:
        smallest = tuple(found.get(level, 0) for level in range(len(ORDERS)))
        assert smallest in a
        assert cost(smallest) == min(map(cost, a))


@exactly
@given(sets)
def test_cases_are_counted_each_once(a: frozenset[Case]) -> None:
    diagrams = Diagrams([len(order.costs) for order in ORDERS])
    assert Knowledge(diagrams, ORDERS).count(diagram(a, diagrams)) == len(a)
    assert Knowledge(diagrams, ORDERS).count(TRUE) == len(CASES)
