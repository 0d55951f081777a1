"""A case is made of facts that fit, or not at all; everything that is wrong with it is told at once."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy.cases.case import Case, days_after, parse_case, read_case
from policy.cases.errors import FactError
from policy.cases.strict_json import read_json
from tests.policy.given import case, errors


def refused(text: str) -> list[FactError]:
    found = read_case(text)
    assert isinstance(found, list), "this was taken for a case"
    return found


def test_the_facts_are_kept_in_the_order_of_the_vocabulary() -> None:
    made = case(problem="damaged", side="seller", programme="kingston-express")
    assert list(made.as_data()) == ["side", "programme", "problem"]


def test_a_case_is_written_back_as_it_was_read() -> None:
    facts: dict[str, Any] = {
        "side": "seller",
        "evidence": ["packing-log"],
        "ordered_on": "2026-11-01",
        "label_weight_g": 3,
    }
    assert case(**facts).as_data() == facts


def test_two_cases_with_the_same_facts_are_the_same() -> None:
    assert case(side="seller", problem="damaged") == case(problem="damaged", side="seller")


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "\t"])
def test_an_empty_input_is_refused_with_an_example(text: str) -> None:
    [error] = refused(text)
    assert error.fact is None
    assert '{"side": "seller"}' in error.message


@pytest.mark.parametrize(
    "text, kind",
    [
        ("[]", "a list"),
        ('"seller"', "a text"),
        ("12", "a number"),
        ("1.5", "a number"),
        ("true", "true or false"),
        ("null", "null"),
    ],
)
def test_json_that_is_no_object_is_refused_and_named(text: str, kind: str) -> None:
    [error] = refused(text)
    assert error.message.endswith(f"this is {kind}.")


@pytest.mark.parametrize("text", ["{", '{"side"}', "{'side': 'seller'}", '{"side": "seller"} {}', "side", '{"a": 01}'])
def test_what_is_not_json_is_refused_with_the_place(text: str) -> None:
    [error] = refused(text)
    assert "line 1, column " in error.message


def test_the_place_of_a_slip_is_its_line_and_column() -> None:
    [error] = refused('{\n  "side": seller\n}')
    assert "line 2, column 11" in error.message


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_a_number_that_json_does_not_have_is_refused(constant: str) -> None:
    [error] = refused(f'{{"label_weight_g": {constant}}}')
    assert constant in error.message
    assert error.value == constant


def test_json_that_is_nested_too_deeply_is_refused() -> None:
    [error] = refused("[" * 100_000 + "]" * 100_000)
    assert "nested too deeply" in error.message


def test_a_number_with_thousands_of_digits_is_refused() -> None:
    [error] = refused('{"label_weight_g": ' + "9" * 5000 + "}")
    assert "too long a number" in error.message


def test_a_repeated_key_is_refused_even_with_the_same_value() -> None:
    [error] = refused('{"side": "seller", "side": "seller"}')
    assert error.fact == "side"
    assert error.message == "side is there twice. Keep one of the two."


def test_a_repeated_key_is_told_together_with_everything_else() -> None:
    found = refused('{"side": "seller", "side": "sellr", "problem": "gone", "colour": "red"}')
    assert {error.fact for error in found} == {"side", "problem", "colour"}
    assert len(found) == 4


def test_a_key_with_half_a_character_is_repeated_without_it() -> None:
    [error] = refused('{"\\ud800": 1}')
    assert error.message.startswith("\N{REPLACEMENT CHARACTER} is not a fact.")
    json.dumps(error.as_data()).encode()


def test_an_unknown_fact_is_refused_with_the_name_that_it_resembles() -> None:
    [error] = errors(fulfillment="platform")
    assert (error.fact, error.value) == ("fulfillment", "platform")
    assert error.message == "fulfillment is not a fact. Did you mean fulfilment?"


def test_an_unknown_fact_that_resembles_nothing_is_refused_with_where_to_look() -> None:
    [error] = errors(zzz="x")
    assert error.message == "zzz is not a fact. Run “makegood facts” to see all facts."


def test_an_unknown_fact_is_refused_even_without_a_value() -> None:
    assert [error.fact for error in errors(colour=None)] == ["colour"]


def test_all_errors_of_a_case_are_told_at_once() -> None:
    found = errors(
        side="sellr",
        colour="red",
        evidence=["video"],
        label_weight_g=-1,
        item_value=5,
        currency="usd",
        delivered_on="2026-02-30",
        defect=7,
        handed_over="no",
        tracking="delivered",
        ordered_on="2026-11-10",
        shipped_on="2026-11-09",
    )
    assert {error.fact for error in found} == {
        "side", "colour", "evidence", "label_weight_g", "item_value", "currency", "delivered_on", "defect",
        "handed_over", "tracking", "ordered_on", "shipped_on",
    }  # fmt: skip


def test_an_error_names_the_fact_the_value_and_what_to_do() -> None:
    [error] = errors(side="sellr")
    assert error.as_data() == {
        "fact": "side",
        "value": "sellr",
        "message": "side cannot be “sellr”. Use one of: buyer, seller.",
    }


@pytest.mark.parametrize(
    "facts, fact, value",
    [
        ({"problem": "customs"}, "international", "yes"),
        ({"programme": "private-person"}, "seller_is", "private"),
        ({"programme": "shop"}, "seller_is", "trader"),
        ({"programme": "shop"}, "platform_case", "none"),
        ({"programme": "private-person"}, "platform_case", "none"),
    ],
)
def test_what_follows_from_other_facts_is_known(facts: dict[str, Any], fact: str, value: str) -> None:
    assert case(**facts).known[fact] == value


@pytest.mark.parametrize("fact", ["international", "seller_is", "platform_case"])
def test_where_nothing_follows_nothing_is_known(fact: str) -> None:
    assert fact not in case(problem="damaged", programme="ebay").known


def test_a_number_that_was_typed_is_proof_in_hand() -> None:
    typed = case(order_number="KX-1", evidence=["packing-log"])
    assert typed.known["evidence"] == ("order-number", "packing-log")
    assert typed.as_data()["evidence"] == ["packing-log"]


def test_what_only_follows_is_not_written_back_as_if_it_had_been_said() -> None:
    assert case(problem="customs").as_data() == {"problem": "customs"}


def test_a_day_after_today_is_told_and_today_itself_is_not() -> None:
    today = date(2026, 11, 21)
    assert days_after(case(ordered_on="2026-11-21"), today) == []
    [error] = days_after(case(ordered_on="2026-11-22"), today)
    assert (error.fact, error.value) == ("ordered_on", "2026-11-22")
    assert "is after today (2026-11-21)" in error.message


def test_every_day_after_today_is_told() -> None:
    late = case(ordered_on="2026-11-22", shipped_on="2026-11-23", paid_on="2026-11-24")
    assert [error.fact for error in days_after(late, date(2026, 11, 21))] == ["ordered_on", "paid_on", "shipped_on"]


def test_the_estimated_delivery_may_lie_ahead() -> None:
    assert days_after(case(estimated_delivery_on="2026-12-24"), date(2026, 11, 21)) == []


@given(st.text())
def test_any_text_is_a_case_or_a_list_of_sentences(text: str) -> None:
    found = read_case(text)
    if isinstance(found, list):
        assert found
        assert all(error.message.endswith(".") for error in found)
    else:
        assert case(**found.as_data()) == found


@given(
    st.dictionaries(
        st.sampled_from(["side", "problem", "evidence", "ordered_on", "label_weight_g", "x"]) | st.text(),
        st.none() | st.booleans() | st.floats() | st.integers() | st.text() | st.lists(st.text()),
    )
)
def test_any_object_is_a_case_or_an_error_for_each_fact_that_is_wrong(facts: dict[str, Any]) -> None:
    found = parse_case(facts)
    if isinstance(found, Case):
        assert set(found.as_data()) <= set(facts)
    else:
        assert 1 <= len(found) <= len(facts)


@pytest.mark.parametrize("text", ['{"side": "seller"}', "[1, 2]", "0", '"text"', " null "])
def test_json_is_read_as_python_reads_it(text: str) -> None:
    read = read_json(text)
    assert not isinstance(read, list)
    assert read.value == json.loads(text)
