"""A function that looks at diagrams has a diagram: small, shared, and right for every value."""

from itertools import product

import pytest

from makegood.diagrams import TRUE, SymbolicExecution


@pytest.fixture
def three() -> SymbolicExecution:
    return SymbolicExecution([2, 3, 2])


def test_a_function_is_right_for_every_value_of_its_variables(three: SymbolicExecution) -> None:
    a, b, c = (three.variable(number) for number in range(3))
    made = three.of(lambda: "one" if three.look(c) == 1 and three.look(a) == 0 else f"b{three.look(b)}")
    for values in product(range(2), range(3), range(2)):
        assert three.evaluate(made, dict(enumerate(values))) == (
            "one" if values[2] == 1 and values[0] == 0 else f"b{values[1]}"
        )


def test_equal_functions_are_one_diagram_however_they_are_made(three: SymbolicExecution) -> None:
    a, c = three.variable(0), three.variable(2)
    one = three.of(lambda: three.look(a) == 1 and three.look(c) == 1)
    other = three.of(lambda: not (three.look(c) != 1 or three.look(a) != 1))
    assert one == other


def test_what_does_not_matter_is_not_asked(three: SymbolicExecution) -> None:
    b = three.variable(1)
    assert three.of(lambda: three.look(b) >= 0) == TRUE


def test_a_function_of_functions_tries_only_what_can_be(three: SymbolicExecution) -> None:
    a = three.variable(0)
    same, other = three.apply(lambda number: number == 1, a), three.apply(lambda number: number != 1, a)
    both = three.of(lambda: (three.look(same), three.look(other)))
    assert sorted(three.value(end) for end in three.terminals(both)) == [(False, True), (True, False)]
