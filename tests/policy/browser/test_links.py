"""What can stand in a link: fixed values only."""

import json

from policy.browser.links import linkable
from policy.facts import BY_NAME
from policy.language.kinds import Choice, Currency, Day, Grams, Items, Money, Text


def test_only_facts_with_fixed_values_can_stand_in_a_link() -> None:
    told = linkable()
    named = {*told["choice"], *told["list"]}
    assert named == {name for name, fact in BY_NAME.items() if isinstance(fact, Choice | Items)}
    assert not named & {
        name for name, fact in BY_NAME.items() if isinstance(fact, Text | Money | Currency | Day | Grams)
    }


def test_not_knowing_can_stand_in_a_link_but_is_no_kind_of_proof() -> None:
    assert linkable()["choice"]["side"] == ["buyer", "seller", "unknown"]
    assert "unknown" not in linkable()["list"]["evidence"]


def test_no_name_and_no_value_has_to_be_escaped_in_an_address() -> None:
    told = linkable()
    for facts in (told["choice"], told["list"]):
        for name, values in facts.items():
            assert all(part.replace("-", "").replace("_", "").isalnum() and part.isascii() for part in (name, *values))


def test_it_can_be_written_as_json() -> None:
    assert json.loads(json.dumps(linkable())) == linkable()
