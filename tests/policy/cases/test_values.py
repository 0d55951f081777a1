"""Each kind of fact takes what the contract allows, and refuses the rest with a sentence that helps."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy.cases.errors import RefusedError, shown
from policy.cases.values import parse_value
from policy.facts import BY_NAME, FACTS
from policy.language.kinds import Choice, Fact
from tests.policy.given import case, errors

JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda smaller: st.lists(smaller, max_size=3) | st.dictionaries(st.text(), smaller, max_size=3),
    max_leaves=8,
)
"""Anything that JSON can hold."""


def parsed(fact: str, raw: Any) -> Any:
    return parse_value(BY_NAME[fact], raw)


def refusal(fact: str, raw: Any) -> str:
    with pytest.raises(RefusedError) as refused:
        parsed(fact, raw)
    assert fact in refused.value.message
    return refused.value.message


@pytest.mark.parametrize("fact", [fact for fact in FACTS if isinstance(fact, Choice)], ids=lambda fact: fact.name)
def test_a_choice_takes_each_of_its_values(fact: Choice) -> None:
    assert [parse_value(fact, value.name) for value in fact.values] == [value.name for value in fact.values]


@pytest.mark.parametrize("raw", ["Seller", "sellr", "", " seller", 1, True, ["seller"], {"seller": 1}])
def test_a_choice_refuses_what_is_not_exactly_one_of_its_values_and_lists_them(raw: Any) -> None:
    assert refusal("side", raw).endswith("Use one of: buyer, seller.")


def test_a_refusal_repeats_the_value() -> None:
    assert "“sellr”" in refusal("side", "sellr")
    assert "“3”" in refusal("side", 3)


def test_a_list_is_put_in_the_order_of_the_vocabulary_and_holds_each_item_once() -> None:
    assert parsed("evidence", ["packing-log", "order-number", "packing-log"]) == ("order-number", "packing-log")


def test_an_empty_list_is_a_list_that_is_known() -> None:
    assert parsed("evidence", []) == ()
    assert case(evidence=[]).known == {"evidence": ()}


@pytest.mark.parametrize("raw", ["order-number", {"order-number": True}, 1, True, ""])
def test_a_list_refuses_what_is_no_list(raw: Any) -> None:
    assert 'must be a list, like ["order-number"]' in refusal("evidence", raw)


@pytest.mark.parametrize("item", ["order_number", "", None, 1, ["order-number"], "unknown"])
def test_a_list_refuses_items_that_it_cannot_hold_and_names_them(item: Any) -> None:
    message = refusal("evidence", ["order-number", item])
    assert f"“{item}”" in message
    assert "Use only: order-number, product-number" in message


def test_a_list_names_every_item_that_it_cannot_hold() -> None:
    message = refusal("evidence", ["video", "photo"])
    assert "“video”, “photo”" in message


@pytest.mark.parametrize("raw", [0, 1, 1_000_000])
def test_a_weight_is_whole_grams_up_to_a_tonne(raw: int) -> None:
    assert parsed("label_weight_g", raw) == raw


@pytest.mark.parametrize("raw", [-1, 1_000_001, 12.5, True, "1250", "", [1], float("inf"), float("nan"), 10**400])
def test_a_weight_refuses_everything_else(raw: Any) -> None:
    assert "whole grams from 0 to 1000000" in refusal("measured_weight_g", raw)


@pytest.mark.parametrize("raw", [1, 3, 1000])
def test_a_number_of_items_is_whole_and_from_one(raw: int) -> None:
    assert parsed("items_ordered", raw) == raw


@pytest.mark.parametrize("raw", [0, -1, 1001, 1.5, True, "3", "", [1], float("inf"), float("nan"), 10**400])
def test_a_number_of_items_refuses_everything_else(raw: Any) -> None:
    assert "whole numbers from 1 to 1000" in refusal("items_affected", raw)


@pytest.mark.parametrize("raw", ["0", "24.90", "24.9", "0.0001", "999999999999.9999"])
def test_an_amount_is_a_decimal_number_in_a_text(raw: str) -> None:
    assert parsed("item_value", raw) == raw


@pytest.mark.parametrize(
    "raw", [24.9, 24, "24,90", "-1", "+1", "1e3", "$5", "24.", ".5", "1 000", "24.90\n", "", "٣", "1.00000", "1" * 13]
)
def test_an_amount_refuses_everything_else(raw: Any) -> None:
    assert 'like "24.90"' in refusal("item_value", raw)


@pytest.mark.parametrize("raw", ["USD", "EUR", "CNY", "JMD"])
def test_a_currency_is_one_that_exists(raw: str) -> None:
    assert parsed("currency", raw) == raw


@pytest.mark.parametrize("raw", ["usd", "US", "USDT", "ZZZ", "€", "", 840])
def test_a_currency_refuses_everything_else(raw: Any) -> None:
    assert 'like "USD"' in refusal("currency", raw)


@pytest.mark.parametrize("raw", ["2026-05-03", "2000-01-01", "2099-12-31", "2028-02-29"])
def test_a_day_is_a_real_day_of_this_century(raw: str) -> None:
    assert parsed("ordered_on", raw) == date.fromisoformat(raw)


@pytest.mark.parametrize(
    "raw",
    [
        "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "20260503", "2026-W18-7", "2026-123", "3.5.2026",
        "2026-5-3", "2026-05-03T10:00", "2026-05-03\n", "٢٠٢٦-٠٥-٠٣", "", "tomorrow", 20260503, None, ["2026-05-03"],
    ],
    ids=repr,
)  # fmt: skip
def test_a_day_refuses_what_is_no_day_of_the_calendar_or_is_written_otherwise(raw: Any) -> None:
    assert "2026-05-03" in refusal("ordered_on", raw).replace(f"“{raw}”", "")


@pytest.mark.parametrize("raw", ["1999-12-31", "2100-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_far_away_is_taken_for_a_slip_of_the_keyboard(raw: str) -> None:
    assert "in the years 2000 to 2099" in refusal("ordered_on", raw)


def test_a_text_may_be_200_characters_long_and_not_201() -> None:
    assert parsed("defect", "x" * 200) == "x" * 200
    assert "201 characters long" in refusal("defect", "x" * 201)


def test_a_text_counts_characters_and_not_bytes() -> None:
    assert parsed("item_name", "🧸" * 200) == "🧸" * 200
    assert parsed("counterparty", "商" * 200) == "商" * 200


def test_a_text_loses_its_outer_blanks_and_keeps_the_inner_ones() -> None:
    assert parsed("order_number", "  KX  12 ") == "KX  12"


@pytest.mark.parametrize("raw", ["", "   "])
def test_a_text_that_is_blank_counts_as_left_out(raw: str) -> None:
    assert case(order_number=raw).known == {}


@pytest.mark.parametrize("raw", [12, 1.5, True, ["KX-1"], {"a": 1}])
def test_a_text_refuses_what_is_no_text(raw: Any) -> None:
    assert "Write it as a text in quotes" in refusal("order_number", raw)


@pytest.mark.parametrize(
    "character", ["\n", "\r", "\t", "\0", "\x1b", "\x7f", "\x85", "\u2028", "\u2029", chr(0xD800), chr(0xDFFF)]
)
def test_a_text_refuses_line_breaks_control_characters_and_halves_of_a_character(character: str) -> None:
    assert "invisible control character" in refusal("defect", f"torn{character}sleeve")


@pytest.mark.parametrize("raw", ["Robert'); DROP TABLE", "<script>", "{{ 7*7 }}", "שלום", "e\u0301", "👩‍👧"])
def test_a_text_may_hold_whatever_a_name_may_hold(raw: str) -> None:
    assert parsed("counterparty", raw) == raw


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.name)
@pytest.mark.parametrize("raw", [None, "unknown"])
def test_null_and_unknown_count_as_left_out_for_every_fact(fact: Fact, raw: Any) -> None:
    assert case(**{fact.name: raw}).known == {}


@given(st.sampled_from(FACTS), JSON_VALUES)
def test_any_value_of_any_fact_is_taken_or_refused_with_a_sentence_that_names_the_fact(fact: Fact, raw: Any) -> None:
    found = errors(**{fact.name: raw})
    assert len(found) <= 1
    for error in found:
        assert error.fact == fact.name
        assert error.message.startswith(fact.name)
        assert error.message.endswith(".")
        assert error.message.isprintable()
        assert len(error.message) < 600


@given(st.sampled_from(FACTS), JSON_VALUES)
def test_what_was_taken_is_taken_again_as_it_is_written_back(fact: Fact, raw: Any) -> None:
    if not errors(**{fact.name: raw}):
        once = case(**{fact.name: raw})
        assert case(**once.as_data()) == once


def test_a_strangers_text_is_repeated_short_and_without_invisible_characters() -> None:
    assert shown("x" * 60) == "x" * 60
    assert shown("x" * 61) == "x" * 60 + "…"
    assert shown("a\u202eb\n") == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"


def test_a_fact_of_a_kind_that_nobody_can_parse_is_an_error_of_the_programmer() -> None:
    with pytest.raises(TypeError, match="no kind that can be parsed"):
        parse_value(Fact("colour", "Which colour?", "It matters."), "red")
