"""The space has a point on each side of each edge, and every case of it is one that could be given."""

from datetime import timedelta
from itertools import pairwise

import pytest

from makegood.audit.axes import TODAY, axes_over, decided_by, example
from makegood.audit.space import Space
from makegood.diagrams import FALSE
from policy.cases.case import Case, parse_case
from policy.cases.derived import DERIVED, offer_share, with_derived
from policy.facts import BY_NAME, FACTS, evidence, problem, side
from policy.language.kinds import Choice, Derived, Items
from policy.periods import PERIODS, Period, ebay_appeal, ebay_dispute_answer
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
def test_every_value_of_a_derived_fact_has_an_example_found_by_itself(made: Derived) -> None:
    space = Space(frozenset((made.name,)))
    for value in made.values:
        found = space.smallest(space.true(made.is_in(value.name)))
        assert found is not None
        assert with_derived(found.known, TODAY)[made.name] == value.name
        assert isinstance(parse_case(found.as_data(), TODAY), Case)


@pytest.mark.parametrize("period", PERIODS.values(), ids=lambda period: period.name)
def test_days_stand_on_both_sides_of_each_edge(period: Period) -> None:
    axes = {axis.names[0]: axis for axis in axes_over(frozenset((period.name,))) if axis.names[0] in period.sources}
    assert axes.keys() == {*period.sources}
    for end in filter(None, (period.opens, period.closes)):
        spans = sorted(point.span for point in axes[end.day.name].points if point.span)
        assert all(after.first - before.last == timedelta(days=1) for before, after in pairwise(spans))
        passed = [[end.ends(day) < TODAY for day in (span.first, span.last)] for span in spans]
        assert all(first is last for first, last in passed)  # conditions cannot tell the days of a span apart
        assert {first for first, _ in passed} == {True, False}


@pytest.mark.parametrize(
    "currency, prices",
    [
        ("USD", ["749.99", "750.00"]),
        ("GBP", ["449.99", "450.00"]),
        ("GBP", ["100.00", "100.01", "30000.00", "30000.01"]),
    ],
)
def test_a_price_stands_on_both_sides_of_each_threshold_of_its_currency(currency: str, prices: list[str]) -> None:
    space = Space(frozenset(("signature", "section_75")))
    paths = [tuple(space.path(case(item_value=price, currency=currency)).items()) for price in prices]
    assert len(set(paths)) == len(prices)


def test_what_a_derived_fact_looks_at_beside_its_sources_is_found() -> None:
    assert decided_by(offer_share) == {"offer_amount", "item_value", "items_ordered", "items_affected"}
    space = Space(frozenset(("offer_share",)))
    part = case(offer_amount="200.00", item_value="400.01", items_ordered=3, items_affected=1)
    assert space.value(space.true(offer_share == "its-part"), part) is True
    whole = case(offer_amount="200.00", item_value="400.01", items_ordered=3, items_affected=3)
    assert space.value(space.true(offer_share == "small"), whole) is True


def test_days_of_a_case_are_in_their_order_or_the_case_is_not_valid() -> None:
    space = Space(frozenset(PERIODS))
    early = (ebay_appeal == "over") & (ebay_dispute_answer == "running")
    case_of_both = space.smallest(space.diagrams.both(space.valid, space.true(early)))
    assert case_of_both is not None
    assert isinstance(parse_case(case_of_both.as_data(), TODAY), Case)


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
