"""The space has a point on each side of each edge, and every case of it is one that could be given."""

import pytest

from makegood.audit.axes import EXAMPLES, TODAY, axes_over, example
from makegood.audit.space import Space
from makegood.diagrams import FALSE
from policy.cases.case import Case, parse_case
from policy.cases.derived import DERIVED, Derived, with_derived
from policy.facts import BY_NAME, FACTS, evidence, problem, side
from policy.language.kinds import Choice, Items
from tests.makegood.audit.small import case

ALL = frozenset(BY_NAME)


def test_every_point_is_a_case_that_could_be_given_on_the_day_of_the_audit() -> None:
    for axis in axes_over(ALL):
        for point in axis.points:
            if "/" not in axis.names[0]:
                assert isinstance(parse_case(Case(point.given).as_data(), TODAY), Case), point


def test_the_examples_of_all_facts_fit_together() -> None:
    examples = {fact.name: example(fact) for fact in FACTS if not isinstance(fact, Choice | Items)}
    assert isinstance(parse_case(Case(examples).as_data(), TODAY), Case)


@pytest.mark.parametrize("made", DERIVED, ids=lambda made: made.name)
def test_conditions_see_of_an_example_what_follows_from_it(made: Derived) -> None:
    axis = next(axis for axis in axes_over(frozenset((made.name,))) if made.name in axis.names)
    for point in axis.points:
        assert with_derived(point.given, TODAY).get(made.name) == point.seen.get(made.name)
    assert {point.seen.get(made.name) for point in axis.points} == {None, *(value.name for value in made.values)}


def test_a_derived_fact_without_an_example_of_each_value_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(EXAMPLES, "negotiation", EXAMPLES["negotiation"][:1])
    with pytest.raises(ValueError, match="must show every value of negotiation"):
        list(axes_over(frozenset(("contacted_on",))))


def test_each_item_of_a_list_is_an_axis_right_after_it() -> None:
    names = [axis.names[0] for axis in axes_over(frozenset(("evidence",)))]
    place = names.index("evidence")
    items = [f"evidence/{value.name}" for value in evidence.values]
    assert names[place + 1 : place + 1 + len(items)] == items


def test_the_smallest_case_of_a_condition_states_just_what_it_needs() -> None:
    space = Space(ALL)
    wanted = (side == "buyer") & (problem == "damaged") & evidence.has("item-photos", "qc-photos")
    found = space.smallest(space.true(wanted))
    assert found == case(side="buyer", problem="damaged", evidence=["item-photos", "qc-photos"])
    assert space.smallest(space.true(wanted & (side == "seller"))) is None


def test_from_a_case_lead_only_ways_on_which_more_gets_known() -> None:
    space = Space(ALL)
    here = case(side="buyer", evidence=["item-photos"])
    ways = space.from_here(here)
    assert space.value(ways, here) is True
    assert space.value(ways, case(side="buyer", evidence=["item-photos"], problem="damaged")) is True
    assert space.value(ways, case(side="buyer")) is False
    assert space.value(ways, case(side="buyer", evidence=["item-photos", "qc-photos"])) is False
    assert space.value(ways, case(side="seller", evidence=["item-photos"])) is False


def test_a_valid_case_stays_valid_when_less_is_known() -> None:
    space = Space(ALL)
    assert space.can_become(space.valid) == space.valid
    assert space.valid != FALSE
