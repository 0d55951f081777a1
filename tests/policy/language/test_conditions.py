"""Conditions have three values, know which facts can still change them, and say the same when simplified."""

import json
from collections.abc import Callable, Mapping
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy.facts import evidence, fulfilment, side
from policy.language.conditions import (
    ALWAYS,
    All,
    AnyOf,
    Condition,
    Given,
    Has,
    Is,
    Not,
    Settled,
    Sure,
    Truth,
    as_data,
    facts_of,
    settle,
    simplify,
    sure,
)

YES, NO, OPEN = True, False, None

A, B = Is("a", ("x",)), Is("b", ("x",))
"""Two conditions that a case with the facts `a` and `b` can make anything."""

VALUES: Mapping[str, tuple[Any, ...]] = {
    "a": ("x", "y"),
    "b": ("x", "y"),
    "c": ("x", "y", "z"),
    "list": ((), ("i",), ("i", "j")),
}
ASSIGNMENTS = [
    {fact: value for fact, value in zip(VALUES, values, strict=True) if value is not None}
    for values in product(*((None, *values) for values in VALUES.values()))
]
"""Every way to know some of four facts, or none."""


def conditions(*, about_knowing: bool = True) -> st.SearchStrategy[Condition]:
    """Conditions over the facts of VALUES; with `about_knowing`, also those that ask what is known."""
    choice = st.sampled_from(["a", "b", "c"])
    leaves: list[st.SearchStrategy[Condition]] = [
        st.builds(
            Is, choice, st.lists(st.sampled_from(["x", "y", "z"]), min_size=1, max_size=2, unique=True).map(tuple)
        ),
        st.builds(Has, st.just("list"), st.sampled_from(["i", "j"])),
        st.just(ALWAYS),
    ]
    if about_knowing:
        leaves.append(st.builds(Given, st.sampled_from(sorted(VALUES))))

    def grown(smaller: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        some = st.lists(smaller, min_size=1, max_size=3).map(tuple)
        kinds = [st.builds(All, some), st.builds(AnyOf, some), st.builds(Not, smaller)]
        return st.one_of(*kinds, *([st.builds(Sure, smaller)] if about_knowing else []))

    return st.recursive(st.one_of(leaves), grown, max_leaves=6)


def case_where(a: Truth, b: Truth) -> dict[str, str]:
    """The facts that make the condition A as true as `a`, and B as true as `b`."""
    value = {YES: "x", NO: "y"}
    return {fact: value[truth] for fact, truth in (("a", a), ("b", b)) if truth is not None}


@pytest.mark.parametrize(
    "a, b, both",
    [
        (YES, YES, YES), (YES, NO, NO), (YES, OPEN, OPEN),
        (NO, YES, NO), (NO, NO, NO), (NO, OPEN, NO),
        (OPEN, YES, OPEN), (OPEN, NO, NO), (OPEN, OPEN, OPEN),
    ],
)  # fmt: skip
def test_and_is_no_as_soon_as_one_part_is_no_and_yes_only_if_both_are(a: Truth, b: Truth, both: Truth) -> None:
    assert settle(A & B, case_where(a, b)).truth is both


@pytest.mark.parametrize(
    "a, b, either",
    [
        (YES, YES, YES), (YES, NO, YES), (YES, OPEN, YES),
        (NO, YES, YES), (NO, NO, NO), (NO, OPEN, OPEN),
        (OPEN, YES, YES), (OPEN, NO, OPEN), (OPEN, OPEN, OPEN),
    ],
)  # fmt: skip
def test_or_is_yes_as_soon_as_one_part_is_yes_and_no_only_if_both_are(a: Truth, b: Truth, either: Truth) -> None:
    assert settle(A | B, case_where(a, b)).truth is either


@pytest.mark.parametrize("a, opposite", [(YES, NO), (NO, YES), (OPEN, OPEN)])
def test_not_turns_yes_and_no_around_and_leaves_open_what_is_open(a: Truth, opposite: Truth) -> None:
    assert settle(~A, case_where(a, None)).truth is opposite


@pytest.mark.parametrize("a, established", [(YES, YES), (NO, NO), (OPEN, NO)])
def test_sure_is_yes_only_once_it_is_established(a: Truth, established: Truth) -> None:
    assert settle(sure(A), case_where(a, None)).truth is established


@pytest.mark.parametrize("a, unless", [(YES, NO), (NO, YES), (OPEN, YES)])
def test_not_sure_holds_unless_we_know(a: Truth, unless: Truth) -> None:
    assert settle(~sure(A), case_where(a, None)).truth is unless


def test_given_is_yes_for_any_value_and_no_while_nobody_has_said_it() -> None:
    assert settle(Given("a"), {"a": "y"}) == Settled(True, frozenset())
    assert settle(Given("a"), {}) == Settled(False, frozenset({"a"}))


def test_a_list_that_is_known_to_be_empty_lacks_every_item_and_one_not_known_may_have_it() -> None:
    assert settle(Has("list", "i"), {"list": ("i", "j")}).truth is True
    assert settle(Has("list", "i"), {"list": ()}).truth is False
    assert settle(Has("list", "i"), {}).truth is None


def test_always_holds_and_waits_for_nothing() -> None:
    assert settle(ALWAYS, {}) == Settled(True, frozenset())


def test_a_condition_waits_for_the_facts_that_can_still_change_it() -> None:
    assert settle(A & B, {}).open == {"a", "b"}
    assert settle(A & B, {"a": "x"}) == Settled(None, frozenset({"b"}))


def test_a_no_within_an_and_settles_it_so_that_it_waits_for_nothing() -> None:
    assert settle(A & B, {"a": "y"}) == Settled(False, frozenset())
    assert settle(B & A, {"a": "y"}) == Settled(False, frozenset())


def test_a_yes_within_an_or_settles_it_so_that_it_waits_for_nothing() -> None:
    assert settle(A | B, {"a": "x"}) == Settled(True, frozenset())
    assert settle(B | A, {"a": "x"}) == Settled(True, frozenset())


def test_a_yes_that_can_still_turn_waits_for_the_fact_that_would_turn_it() -> None:
    assert settle(~sure(A), {}) == Settled(True, frozenset({"a"}))
    assert settle(~Given("a") & B, {"b": "x"}) == Settled(True, frozenset({"a"}))


def test_a_no_that_can_still_turn_does_not_settle_an_and() -> None:
    assert settle(sure(A) & B, {}) == Settled(False, frozenset({"a", "b"}))


@given(conditions(), st.sampled_from(ASSIGNMENTS), st.data())
def test_facts_that_a_condition_does_not_wait_for_cannot_change_it(
    condition: Condition, known: dict[str, Any], data: st.DataObject
) -> None:
    truth, still = settle(condition, known)
    more = {
        fact: data.draw(st.sampled_from(values), fact)
        for fact, values in VALUES.items()
        if fact not in known and fact not in still
    }
    assert settle(condition, {**known, **more}).truth is truth


@given(conditions(about_knowing=False), st.sampled_from(ASSIGNMENTS))
def test_yes_and_no_are_final_where_a_condition_does_not_ask_what_is_known(
    condition: Condition, known: dict[str, Any]
) -> None:
    truth = settle(condition, known).truth
    completions = [every for every in ASSIGNMENTS if len(every) == len(VALUES) and known.items() <= every.items()]
    outcomes = {settle(condition, every).truth for every in completions}
    assert None not in outcomes
    if truth is not None:
        assert outcomes == {truth}


@given(conditions(), st.sampled_from(ASSIGNMENTS), st.sampled_from(ASSIGNMENTS))
def test_a_simplified_condition_says_the_same_of_every_case_that_agrees(
    condition: Condition, known: dict[str, Any], others: dict[str, Any]
) -> None:
    whole = {**others, **known}
    simpler = simplify(condition, known)
    assert settle(simpler, whole).truth is settle(condition, whole).truth
    assert settle(simpler, whole).open <= settle(condition, whole).open


@given(conditions(), st.sampled_from(ASSIGNMENTS))
def test_a_simplified_condition_no_longer_looks_at_what_is_known(condition: Condition, known: dict[str, Any]) -> None:
    assert not facts_of(simplify(condition, known)) & set(known)


@given(conditions(), st.sampled_from(ASSIGNMENTS))
def test_a_condition_looks_only_at_the_facts_that_it_names(condition: Condition, known: dict[str, Any]) -> None:
    seen = {fact: value for fact, value in known.items() if fact in facts_of(condition)}
    assert settle(condition, known) == settle(condition, seen)


@given(conditions(), conditions())
def test_two_conditions_have_the_same_data_only_if_they_are_the_same(one: Condition, other: Condition) -> None:
    assert (json.dumps(as_data(one)) == json.dumps(as_data(other))) is (one == other)


def test_a_chain_of_ands_and_of_ors_is_one_flat_list() -> None:
    c = Is("c", ("x",))
    assert A & B & c == All((A, B, c))
    assert A | B | c == AnyOf((A, B, c))
    assert (A & B) | c == AnyOf((All((A, B)), c))


@pytest.mark.parametrize(
    "spell",
    [
        lambda: (side == "seller") and (fulfilment == "seller"),
        lambda: (side == "seller") or (fulfilment == "seller"),
        lambda: not (side == "seller"),  # noqa: SIM201  # the point is what Python makes of it
        lambda: side != "seller",
        lambda: "yes" if side == "seller" else "no",
    ],
    ids=["and", "or", "not", "is-not", "if"],
)
def test_what_would_drop_half_of_a_condition_in_silence_is_refused(spell: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match=r"combine conditions with &, \| and ~"):
        spell()


@pytest.mark.parametrize(
    "misspell",
    [
        lambda: side == "sellr",
        lambda: side != "sellr",
        lambda: side.is_in("seller", "Buyer"),
        lambda: evidence.has("order_number"),
        lambda: evidence.has_one_of("order-number", "video"),
    ],
    ids=["is", "is-not", "is-in", "has", "has-one-of"],
)
def test_a_misspelt_value_cannot_be_written_into_a_condition(misspell: Callable[[], object]) -> None:
    with pytest.raises(ValueError, match=r"is no value of the fact .* There are: "):
        misspell()


def test_what_is_not_a_condition_cannot_be_settled() -> None:
    with pytest.raises(TypeError, match="is not a condition"):
        settle(Condition(), {})
