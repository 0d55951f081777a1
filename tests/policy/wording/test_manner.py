"""How a draft is written: long sentences, shouting, slang, blame, and words that are only quoted."""

import pytest

from tests.policy.wording.drafts import found, manner, texts


@pytest.mark.parametrize("words, is_long", [(25, False), (26, True)])
def test_a_sentence_of_25_words_passes_and_one_of_26_does_not(words: int, is_long: bool) -> None:
    draft = " ".join(["lamp"] * words) + "."
    assert [finding.id for finding in manner(draft)] == ["long-sentence"] * is_long


def test_a_long_sentence_is_told_with_its_number_of_words_and_pointed_at_as_a_whole() -> None:
    long = "I want " + " ".join(["lamp"] * 30)
    (finding,) = manner(f"Hello. {long}. Thank you.")
    assert finding.text == f"{long}."
    assert finding.advice.startswith("This sentence has 32 words.")


def test_numbers_lists_and_quoted_words_do_not_make_a_sentence_long() -> None:
    assert manner("I got: " + ", ".join(str(number) for number in range(60)) + ".") == []
    assert manner("\n".join(f"- one lamp, number {number}" for number in range(20))) == []
    assert manner("You wrote “" + "one lamp and " * 20 + "” to me.") == []


@pytest.mark.parametrize(
    "draft, is_nested",
    [
        ("The cup, which you packed, broke because it was thin.", False),
        ("The cup, which you packed, broke because it was thin when it came.", True),
    ],
)
def test_two_clauses_beside_the_main_one_pass_and_three_do_not(draft: str, is_nested: bool) -> None:
    assert ("nested-sentence" in found(draft)) is is_nested


def test_long_sentences_are_no_matter_for_sellers_whose_sources_do_not_mention_them() -> None:
    assert manner("lamp " * 60, "seller") == []


@pytest.mark.parametrize(
    "draft",
    [
        "The lamp says DO NOT BEND and HANDLE WITH CARE.",
        "I ordered IKEA LACK WHITE and USB-C HDMI ADAPTER 4K.",
        "NIKE AIR MAX 90, SIZE XL, NEW IN BOX.",
        "ORDER: 60443. STATUS: DELIVERED.",
        "Thank you so much!! It came!!",
        "I did NOT receive it.",
    ],
)
def test_names_labels_and_a_little_warmth_are_not_shouting(draft: str) -> None:
    assert manner(draft) == []


@pytest.mark.parametrize(
    "draft, text",
    [
        ("Hello. I WANT MY MONEY BACK. Thanks.", "I WANT MY MONEY BACK"),
        ("Where is it???", "???"),
        ("Now! ! !", "! ! !"),
        ("It is sooooo late.", "sooooo"),
    ],
)
def test_shouting_is_pointed_at(draft: str, text: str) -> None:
    assert texts(draft) == [text]


def test_slang_is_told_with_the_plain_word() -> None:
    (finding,) = manner("I am gonna send it back.")
    assert finding.advice == "Write “going to”. Translation software often gets this wrong. Use plain words."


def test_words_that_the_writer_only_quotes_are_not_the_writers() -> None:
    for quoted in (
        "You wrote: “You are a liar, this is ridiculous!!!”",
        'You wrote "You are a liar, this is ridiculous!!!"',
        "You wrote «You are a liar, this is ridiculous!!!»",
        "You wrote 'You are a liar, this is ridiculous!!!' to me.",
        "Hello.\n> You are a liar, this is ridiculous!!!",
    ):
        assert manner(quoted) == [], quoted


def test_an_open_quotation_mark_hides_nothing_beyond_its_paragraph() -> None:
    assert texts('A 27" screen.\n\nYou are a liar.') == ["liar"]
    assert texts('You wrote "hello.\n\nYou are a liar.') == ["liar"]


@pytest.mark.parametrize(
    "draft",
    [
        "I do not accuse you, and nobody thinks that you are lying.",
        "It may not be your fault.",
        "It is not our fault.",
        "We cannot promise a quick result.",
        "We are checking whether it was our mistake.",
        "If the review confirms it, we will refund you.",
        "The review is finished. We will refund you.",
    ],
)
def test_words_that_are_taken_back_are_not_held_against_a_seller(draft: str) -> None:
    assert manner(draft, "seller") == []


def test_a_no_in_another_clause_takes_nothing_back() -> None:
    assert found("No, you are lying.", "seller") == {"accusation"}
    assert found("I do not want to discuss, but you are lying.", "seller") == {"accusation"}


def test_sellers_checks_are_not_for_buyers_nor_the_other_way_round() -> None:
    assert manner("It was our mistake. We will refund you immediately.") == []
    assert manner("I am gonna send it back, and the ball is in your court.", "seller") == []
