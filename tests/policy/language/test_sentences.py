"""A list in words, and a guess at what somebody meant."""

import pytest

from policy.language.sentences import did_you_mean, in_a_list


@pytest.mark.parametrize("words, said", [("A", "A"), ("AB", "A and B"), ("ABC", "A, B and C")])
def test_words_are_joined_as_a_sentence_has_them(words: str, said: str) -> None:
    assert in_a_list(words) == said


def test_another_word_can_come_before_the_last() -> None:
    assert in_a_list(["eBay", "Kakobuy"], "or") == "eBay or Kakobuy"


@pytest.mark.parametrize(
    "written, said",
    [("byer", "Did you mean the buyer?"), ("shop", "Look them up."), (7, "Look them up.")],
    ids=["like-one", "like-none", "no-text"],
)
def test_the_nearest_name_is_offered_or_else_what_to_do(written: object, said: str) -> None:
    assert did_you_mean(written, ["buyer", "seller"], "Look them up.", inside="the ") == said
