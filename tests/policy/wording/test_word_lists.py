"""The word lists: how a phrase of a list is read, and that each list is used."""

import re
from pathlib import Path

import pytest

import policy.wording
from policy.wording.phrases import Phrases
from policy.wording.reading import Reading
from policy.wording.words import content, listed


@pytest.mark.parametrize("name", content()["phrases"])
def test_every_phrase_of_a_list_can_be_read_and_stands_there_once(name: str) -> None:
    phrases = [phrase.words for phrase in listed(name).phrases]
    assert len(set(phrases)) == len(phrases)
    listed(name).is_in("")


def test_every_list_is_used_by_a_check() -> None:
    folder = Path(policy.wording.__file__).parent
    code = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    used = set(re.findall(r'(?:listed|single_words)\("([a-z-]+)"\)', code)) | set(
        re.findall(r'"([a-z]+-refund|replacement)"', code)
    )
    assert content()["phrases"].keys() | content()["words"].keys() == used


@pytest.mark.parametrize("line", ["(a|b", ".. angry", "angry ..", "<nobody> angry", "angry?", "!(a) b", "a  b"])
def test_a_phrase_that_cannot_be_read_is_named(line: str) -> None:
    with pytest.raises(ValueError, match="phrase"):
        Phrases(line, {}).is_in("")


@pytest.mark.parametrize(
    "line, text, matches",
    [
        ("a (b|c d) e", "a c d e", True),
        ("a b? c", "a c", True),
        ("b? a", "a", True),
        ("a .. d", "a x y z d", True),
        ("a .. d", "a x y z z d", False),
        ("a .. d", "a not d", False),
        ("a*", "abc", True),
        ("a", "abc", False),
        ("a", "x-a", False),
        ("a b", "a,\nb", True),
        ("a b", "a. b", False),
        ("a !(b|c) d", "a d", True),
        ("a !(b|c)", "a b", False),
        ("a !(b|c)", "a", True),
        ("a *", "a anything", True),
        ("a *", "a", False),
    ],
)
def test_a_phrase_means_what_it_says(line: str, text: str, matches: bool) -> None:
    assert Phrases(line, {}).is_in(text) is matches


def test_a_reading_keeps_all_its_forms_in_step() -> None:
    reading = Reading("Don't “say it”, İ’m ﬁne…  ok?\r\n\r\n> no")
    assert len(reading.cased) == len(reading.low) == len(reading.own) == len(reading.own_cased)
