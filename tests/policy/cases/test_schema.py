"""The JSON Schema of the facts takes and refuses what the policy takes and refuses."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, FormatChecker

from policy.cases.currencies import CURRENCIES
from policy.cases.schema import facts_schema
from policy.facts import BY_NAME, FACTS
from policy.language.kinds import Choice, Currency, Day, Fact, Grams, Items, Money
from tests.policy.cases.test_values import JSON_VALUES
from tests.policy.given import errors

SCHEMA = facts_schema()
VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FormatChecker(["date"]))

EDGES: dict[str, list[Any]] = {
    "side": ["buyer", "Buyer", "", None, "unknown", 1, True],
    "evidence": [[], ["order-number"], ["order-number", "order-number"], ["unknown"], [None], "order-number", {}],
    "label_weight_g": [0, 1_000_000, 1_000_001, -1, 12.5, 1250.0, True, "5", None, "unknown"],
    "item_value": ["24.90", "24,90", "1" * 12, "1" * 13, "0.0001", "0.00001", ".5", "5.", 5, "", "24.90\n"],
    "currency": ["USD", "usd", "ZZZ", "", None],
    "paid_on": [
        *("2026-05-03", "2026-02-29", "2028-02-29", "1999-12-31", "2099-12-31", "2100-01-01"),
        *("20260503", "", 3, "2026-05-03\n"),
    ],
    "defect": [
        *("", " ", "a\n", "x" * 200, "x" * 201, "🧸" * 200, 7),
        *(f"a{c}b" for c in "\n\t\x7f\x85\u2028"),
        chr(0xD800),
    ],
}  # fmt: skip
"""Values on both sides of each edge, for one fact of each kind."""


def in_kind(fact: Fact) -> st.SearchStrategy[Any]:
    """Values that are near to what a fact of this kind takes."""
    match fact:
        case Choice(values=values):
            return st.sampled_from([value.name for value in values]) | st.text(max_size=9)
        case Items(values=values):
            return st.lists(st.sampled_from([value.name for value in values]) | st.text(max_size=9), max_size=4)
        case Grams():
            return st.integers(-10, 1_000_010) | st.floats(0, 2000).map(lambda number: round(number, 1))
        case Money():
            return st.from_regex(r"[0-9]{1,13}([.,][0-9]{0,5})?", fullmatch=True)
        case Currency():
            return st.sampled_from(sorted(CURRENCIES)) | st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=3, max_size=3)
        case Day():
            return st.dates().map(str) | st.from_regex(r"20[0-9]{2}-[01][0-9]-[0-3][0-9]", fullmatch=True)
    return st.text(min_size=0, max_size=210)


def agree(fact: str, value: Any) -> None:
    """Fail unless the schema and the policy say the same of a case with this fact only."""
    assert VALIDATOR.is_valid({fact: value}) is (errors(**{fact: value}) == []), (fact, value)


def test_it_is_a_schema_of_2020_12() -> None:
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(SCHEMA)


def test_it_describes_every_fact_and_nothing_else() -> None:
    assert list(SCHEMA["properties"]) == [fact.name for fact in FACTS]
    assert VALIDATOR.is_valid({})
    assert not VALIDATOR.is_valid({"colour": "red"})
    assert not VALIDATOR.is_valid([])


@pytest.mark.parametrize(
    "fact, value", [(fact, value) for fact, values in EDGES.items() for value in values], ids=ascii
)
def test_at_each_edge_the_schema_agrees_with_the_policy(fact: str, value: Any) -> None:
    agree(fact, value)


@given(st.data())
def test_on_values_that_come_near_the_schema_agrees_with_the_policy(data: st.DataObject) -> None:
    fact = data.draw(st.sampled_from(FACTS))
    agree(fact.name, data.draw(in_kind(fact)))


@given(st.sampled_from(sorted(BY_NAME)), JSON_VALUES)
def test_on_anything_at_all_the_schema_agrees_with_the_policy(fact: str, value: Any) -> None:
    agree(fact, value)
