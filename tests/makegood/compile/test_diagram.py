"""Diagrams are functions: small, shared, and right for every value."""

from itertools import product

import pytest

from makegood.compile.diagram import END, Diagrams


@pytest.fixture
def three() -> Diagrams:
    return Diagrams([2, 3, 2])


def value(diagrams: Diagrams, diagram: int, values: tuple[int, ...]) -> object:
    """Walk through a diagram."""
    node = diagrams.nodes[diagram]
    while node.variable != END:
        node = diagrams.nodes[node.children[values[node.variable]]]
    return node.value


def test_a_function_is_right_for_every_value_of_its_variables(three: Diagrams) -> None:
    a, b, c = (three.variable(number) for number in range(3))
    made = three.of(lambda: "one" if three.look(c) == 1 and three.look(a) == 0 else f"b{three.look(b)}")
    for values in product(range(2), range(3), range(2)):
        assert value(three, made, values) == ("one" if values[2] == 1 and values[0] == 0 else f"b{values[1]}")


def test_equal_functions_are_one_diagram_however_they_are_made(three: Diagrams) -> None:
    a, c = three.variable(0), three.variable(2)
    one = three.of(lambda: three.look(a) == 1 and three.look(c) == 1)
    other = three.of(lambda: not (three.look(c) != 1 or three.look(a) != 1))
    assert one == other


def test_what_does_not_matter_is_not_asked(three: Diagrams) -> None:
    b = three.variable(1)
    assert three.of(lambda: three.look(b) >= 0) == three.yes


def test_a_function_of_functions_tries_only_what_can_be(three: Diagrams) -> None:
    a = three.variable(0)
    same, other = three.map(a, lambda number: number == 1), three.map(a, lambda number: number != 1)
    both = three.of(lambda: (three.look(same), three.look(other)))
    assert sorted(three.nodes[end].value for end in three.values(both)) == [(False, True), (True, False)]


def test_fixing_a_variable_leaves_what_the_others_decide(three: Diagrams) -> None:
    a, b = three.variable(0), three.variable(1)
    made = three.of(lambda: (three.look(a), three.look(b)))
    left = three.fixed(made, {0: 1})
    assert three.nodes[left].variable == 1
    assert [value(three, left, (0, number, 0)) for number in range(3)] == [(1, 0), (1, 1), (1, 2)]


def test_values_of_different_kinds_are_different_ends(three: Diagrams) -> None:
    assert three.end(1) != three.end(True)
