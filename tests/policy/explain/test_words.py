"""A condition can be read aloud, and reads the same way as it decides."""

import pytest

from policy import rulebook
from policy.explain.words import in_words
from policy.facts import evidence, fulfilment, in_stock, inspection, problem, side
from policy.language.conditions import ALWAYS, Condition, sure
from policy.language.rule import Rule

RULES = rulebook().rules

EXAMPLES = {
    "one value": (side == "seller", "you sold it"),
    "two values": (problem.is_in("damaged", "wrong-item"), "it arrived damaged or the wrong item came"),
    "and": ((side == "seller") & (in_stock == "no"), "you sold it, and it is out of stock"),
    "or": ((side == "seller") | (in_stock == "no"), "you sold it, or it is out of stock"),
    "not": (~(in_stock == "no"), "not: it is out of stock"),
    "sure": (sure(in_stock == "no"), "we know that it is out of stock"),
    "not sure": (~sure(in_stock == "no"), "we do not know that it is out of stock"),
    "given": (side.is_given, "we know the answer to “Did you buy it or sell it?”"),
    "not given": (~side.is_given, "we do not know the answer to “Did you buy it or sell it?”"),
    "has": (evidence.has("packing-log"), "you have the packing log"),
    "always": (ALWAYS, "always"),
}


@pytest.mark.parametrize("condition, words", EXAMPLES.values(), ids=EXAMPLES)
def test_a_condition_reads_as_a_clause(condition: Condition, words: str) -> None:
    assert in_words(condition) == words


def test_an_or_within_an_and_stands_in_brackets() -> None:
    either = (fulfilment == "platform") | (in_stock == "no")
    assert in_words((side == "seller") & either) == (
        "you sold it, and (Kingston Express dispatched the order, or it is out of stock)"
    )


def test_values_within_an_and_stand_in_brackets() -> None:
    assert in_words((side == "seller") & inspection.is_in("upheld", "rejected")) == (
        "you sold it, and (the inspection confirmed the report or the inspection did not confirm the report)"
    )


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_can_be_read_aloud(rule: Rule) -> None:
    words = in_words(rule.when)
    assert words == words.strip() != ""
    assert not words.endswith(".")
    assert words.count("(") == words.count(")")
