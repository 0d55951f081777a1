"""The table of the parts of an answer is whole: each part is in an answer, each kind of outcome in one part."""

from collections import Counter
from dataclasses import fields

import pytest

from policy import rulebook
from policy.engine.advice import Advice
from policy.engine.sections import SECTIONS, Section, called
from policy.language import outcomes
from policy.language.outcomes import Grade, Outcome, Process, Proof, Responsible, Saying, Sentence, WarnAtStake
from tests.policy.given import advice

NOT_PUT_TOGETHER = {"questions", "rules", "cites", "policy"}
"""What an answer tells of itself."""


def kinds() -> list[type[Outcome]]:
    """Every kind of outcome that a rule can give."""
    named = [value for value in vars(outcomes).values() if isinstance(value, type) and issubclass(value, Outcome)]
    return [kind for kind in named if kind not in (Outcome, Sentence, Saying)]


def test_every_part_of_an_answer_has_a_row_and_every_row_is_a_part() -> None:
    assert {section.name for section in SECTIONS} == {field.name for field in fields(Advice)} - NOT_PUT_TOGETHER


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.__name__)
def test_every_kind_of_outcome_gives_one_part(kind: type[Outcome]) -> None:
    assert Counter(given for section in SECTIONS for given in section.gives)[kind] == 1


def test_every_kind_of_outcome_has_a_place_of_its_own_among_the_rules_but_for_the_two_warnings() -> None:
    places = [kind.place for kind in kinds() if kind is not WarnAtStake]
    assert sorted(places) == list(range(1, len(places) + 1))


def test_every_kind_of_outcome_is_given_by_a_rule_in_force() -> None:
    assert {type(rule.gives) for rule in rulebook().rules} == set(kinds())


def test_readers_tell_the_strength_of_proof_from_the_proof() -> None:
    assert called(Proof) != called(Grade)
    assert called(Responsible) == called(Process)


@pytest.mark.parametrize("section", [one for one in SECTIONS if one.title], ids=lambda section: section.name)
def test_a_part_that_a_case_file_keeps_has_lines_with_ids_and_words(section: Section) -> None:
    seller = advice(side="seller", programme="kingston-express", problem="damaged", contacted_on="2026-11-02")
    buyer = advice(side="buyer", programme="other-marketplace", problem="damaged", reply="refused")
    lines = [line for told in (seller, buyer) for line in section.lines(section.of(told))]
    assert lines
    assert all(name and words for name, words in lines)
