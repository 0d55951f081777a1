"""The check of a draft: what it finds, where, for whom, and what it leaves alone."""

import re
import tomllib
import unicodedata
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

import policy.wording
from policy.statements import statements
from policy.wording import CHECKS, SIDES, Finding, Severity, check_draft, is_english
from policy.wording.finders import NOWHERE
from policy.wording.phrases import Phrases
from policy.wording.reading import Reading
from policy.wording.words import content, listed

GOOD = "Order 60443 came damaged: the sleeve is torn. Photos are attached. Please send a new jacket."
FOUR_PARTS = {"missing-order-reference", "missing-issue", "missing-evidence", "missing-request"}


def found(draft: str, side: str = "buyer", to: str = "") -> set[str]:
    """The ids of what is found in a draft."""
    return {finding.id for finding in check_draft(draft, side, to)}


def manner(draft: str, side: str = "buyer") -> list[Finding]:
    """What is found in the words of a draft, as against what it lacks."""
    return [finding for finding in check_draft(draft, side) if not finding.id.startswith("missing")]


def texts(draft: str, side: str = "buyer") -> list[str]:
    """The words that findings point at."""
    return [finding.text for finding in manner(draft, side)]


# --- the table of checks ----------------------------------------------------------------------------------------------


def test_ids_are_unique_and_in_kebab_case() -> None:
    ids = [check.id for check in CHECKS]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in ids)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_a_check_is_for_a_side_only_because_every_source_it_cites_there_is_about_that_side(
    check: policy.wording.Check,
) -> None:
    assert check.whom
    for whom in check.whom:
        assert whom.cites
        assert {statements()[cited].side for cited in whom.cites} == {whom.side}


@pytest.mark.parametrize("cited", ["KB-20", "KB-21", "KB-22", "KB-23", "KX-15", "KX-63", "KX-72", "KX-83"])
def test_every_statement_about_wording_has_a_check(cited: str) -> None:
    assert any(cited in whom.cites for check in CHECKS for whom in check.whom)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.id)
def test_advice_is_short_sentences_in_plain_words(check: policy.wording.Check) -> None:
    for advice in (check.advice, *(whom.advice for whom in check.whom if whom.advice)):
        assert advice.endswith((".", "”"))
        assert all(len(sentence.split()) <= 20 for sentence in re.split(r"(?<=[.:?]) ", advice))


def test_only_a_missing_time_in_a_video_is_a_mere_hint() -> None:
    assert [check.id for check in CHECKS if check.severity is Severity.HINT] == ["video-without-time"]


def test_a_finding_as_data_has_the_keys_of_the_contract_in_their_order() -> None:
    (finding,) = check_draft("You are lying.", "seller")
    assert finding.as_data() == {
        "id": "accusation",
        "severity": "error",
        "start": 0,
        "end": 13,
        "text": "You are lying",
        "advice": "Do not blame the customer. Write what your records show, and what happens next.",
        "cites": ["KX-83"],
    }


def test_a_side_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="buyer, seller"):
        check_draft(GOOD, "agent")


# --- where a finding is -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "draft, text",
    [
        ("I’m so angry.", "I’m so angry"),
        ("I can’t believe it.", "I can’t believe it"),
        ("Hello 🙏🏽 — I  am\tso\u00a0angry!", "I  am\tso\u00a0angry"),
        ("\u200fHello, I am \u200eso\u200e angry.", "I am \u200eso\u200e angry"),
        ("Line one.\r\n\r\nI am so\r\nangry.", "I am so\r\nangry"),
        ("\ufeffI am so angry.", "I am so angry"),
        ("I am so 𝗮𝗻𝗴𝗿𝘆.", "I am so 𝗮𝗻𝗴𝗿𝘆"),
        ("Cafe\u0301: I am so angry.", "I am so angry"),
        ("Straße, ﬁn, İstanbul: I am so angry.", "I am so angry"),
        ("Broken 😡😡 again.", "😡😡"),
        ("I AM SO ANGRY", "I AM SO ANGRY"),
    ],
)
def test_a_finding_points_at_the_exact_characters_of_the_draft(draft: str, text: str) -> None:
    finding = next(finding for finding in manner(draft) if finding.id == "venting" or finding.text == text)
    assert finding.text == text == draft[finding.start : finding.end]


def test_the_same_words_in_composed_and_decomposed_letters_give_the_same_findings() -> None:
    draft = "Señor, the décor is ruined. How dare you! Gonna write à review."
    decomposed = unicodedata.normalize("NFD", draft)
    assert decomposed != draft
    assert [(one.id, unicodedata.normalize("NFC", one.text)) for one in check_draft(decomposed, "buyer")] == [
        (one.id, one.text) for one in check_draft(draft, "buyer")
    ]


def test_what_the_draft_lacks_has_no_place_and_comes_first() -> None:
    findings = check_draft("Gonna be a problem with this.", "buyer")
    assert [finding.id for finding in findings][-1] == "slang"
    assert {(one.start, one.end, one.text) for one in findings if one.id.startswith("missing")} == {(*NOWHERE, "")}


def test_findings_of_one_check_do_not_overlap() -> None:
    draft = "This is unacceptable service, a ridiculous, terrible service!!! I am so angry, so angry and sick of it."
    for one, other in pairwise(finding for finding in manner(draft) if finding.id == "venting"):
        assert one.end <= other.start


# --- the four parts ---------------------------------------------------------------------------------------------------


def test_a_draft_with_all_four_parts_has_no_finding() -> None:
    assert check_draft(GOOD, "buyer") == ()


@pytest.mark.parametrize(
    "number",
    [
        "Order 12345",
        "order #12345",
        "Order no. 12-345",
        "Order number: KB-20261103-77",
        "114-3941689-8772232",
        "order ID: QXTRMBA",
        "order KX-5",
        "Order 4410 9928 1203",
        "Order ending in 4471",
        "#512",
        "parcel RB455120991CN",
        "AI number 2930118",
        "order １２３４５",
        "my order (No: 2026-88-1034)",
        "Order: CN/2026/10/0093",
        "Ordernumber 88120044",
    ],
)
def test_the_number_of_an_order_is_known_in_many_shapes(number: str) -> None:
    assert "missing-order-reference" not in found(f"{number}: broken, photo attached, please refund.")


@pytest.mark.parametrize(
    "number",
    [
        "I ordered on 12.10.2026",
        "I ordered on 2026-10-12",
        "It cost $12500",
        "It cost 12500 EUR",
        "My phone is +49 151 23456789",
        "I bought 2 shirts",
        "My order of 3 May 2026",
        "A power bank with 20000 mAh",
        "Order [order number]",
        "My first order in 2026",
    ],
)
def test_dates_amounts_and_telephone_numbers_are_no_order_number(number: str) -> None:
    assert "missing-order-reference" in found(f"{number}. It is broken, photo attached, please refund.")


def test_each_part_that_is_missing_is_told() -> None:
    assert found("Hello sir, I have a problem. Please help me.") == FOUR_PARTS


def test_a_follow_up_needs_neither_the_problem_nor_the_proof_again() -> None:
    assert found("I wrote to you on 3 May about order 60443. Please answer my claim and send a refund.") == set()


def test_who_accepts_an_offer_has_nothing_more_to_ask() -> None:
    assert found("Thank you, I accept the partial refund for order 60443.") == set()


@pytest.mark.parametrize("to", ["carrier", "post office", "Kakobuy support", "platform", "eBay"])
def test_only_a_claim_to_a_seller_or_an_agent_needs_all_four_parts(to: str) -> None:
    draft = "Parcel RB455120991CN, please tell me which form I need."
    assert "missing-evidence" in found(draft, to="agent")
    assert found(draft, to=to) == set()


def test_a_greeting_can_say_that_the_message_goes_to_an_office() -> None:
    assert found("Dear Post Office team, please tell me which form I need for parcel RB455120991CN.") == set()


def test_a_carrier_in_the_text_after_the_greeting_does_not() -> None:
    assert "missing-evidence" in found("Hello, the carrier lost order 60443. Please send a new one.")


def test_a_seller_names_order_and_problem_to_support_but_need_not_to_the_customer() -> None:
    draft = "Hello, please tell me the next step."
    assert found(draft, "seller", "Kingston Express support") == {"missing-order-reference", "missing-issue"}
    assert found(draft, "seller", "customer") == set()


# --- requests ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "request_",
    [
        "I ask for a replacement or a full refund.",
        "Please replace it. If that is not possible, please refund me in full.",
        "I do not want a full refund. Please send a new one.",
        "You offered a full refund. I ask for a replacement.",
        "Please send a new one. I ask for a refund of the return shipping costs.",
    ],
)
def test_a_choice_between_two_solutions_is_one_request(request_: str) -> None:
    assert "conflicting-requests" not in found(f"Order 60443 is broken, photo attached. {request_}")


def test_two_solutions_at_once_conflict_and_the_second_is_pointed_at() -> None:
    draft = "Order 60443 is broken, photo attached. I ask for a full refund. Please send a new lamp too."
    assert texts(draft) == ["send a new"]


def test_a_video_of_damage_needs_the_time_where_it_can_be_seen() -> None:
    draft = "Order 60443: the lid is cracked. My unboxing video is attached{}. Please send a new lid."
    assert found(draft.format("")) == {"video-without-time"}
    assert found(draft.format(", at 0:45")) == set()
    assert found(draft.format(", look at second 12")) == set()
    assert found(draft.format(", and a photo")) == set()


# --- manner -----------------------------------------------------------------------------------------------------------


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


# --- any text ---------------------------------------------------------------------------------------------------------

WORDS = "I|am|so|angry|you|are|lying|order|12345|DON'T|not|our|mistake|refund|gonna|because|ﬁ|İ|>|#"
PIECES = (*WORDS.split("|"), " ", ". ", ", ", "’", '"', "!!!", "\r\n", "\u200f", "e\u0301", "😡", "\x00")
ANY_DRAFT = st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=80).map("".join))


@given(draft=ANY_DRAFT, side=st.sampled_from(SIDES), to=st.sampled_from(["", "seller", "carrier", "\x00"]))
def test_any_text_gives_findings_that_point_into_it(draft: str, side: str, to: str) -> None:
    findings = check_draft(draft, side, to)
    assert check_draft(draft, side, to) == findings
    for finding in findings:
        assert finding.text == draft[finding.start : finding.end]
        assert bool(finding.text) is not finding.id.startswith("missing")
        assert finding.advice
        assert finding.cites


HOSTILE = {
    "one word": "a",
    "spaces": " ",
    "line breaks": "\r\n",
    "quotation marks": '"',
    "opening apostrophes": " 'a",
    "exclamation marks": "!",
    "a sentence without end": "i will refund you today ",
    "one clause after the other": "if you are lying, because ",
    "capitals": "MY MONEY ",
    "numbers": "1",
    "half addresses": "a.a@",
    "piled accents": "\u0301\u0323",
    "ligatures of many letters": "\ufdfa",
    "angry faces": "😡",
    "orders without number": "order # ",
    "words line by line": "gonna\nhave\n",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=list(HOSTILE))
def test_a_hostile_draft_of_100_kilobytes_takes_no_more_than_its_share(piece: str) -> None:
    """What grew with the square would take minutes. The limit is generous, since the machine may be busy."""
    draft = (piece * (100_000 // len(piece) + 1))[:100_000]
    started = process_time()
    check_draft(draft, "seller" if "refund" in piece or "lying" in piece else "buyer")
    assert process_time() - started < 15


# --- English ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "draft", [GOOD, "Refund!!!", "hi u send wrong size pls exchange order 123456", "订单 Order 12. The cup is broken."]
)
def test_english_is_known_even_if_it_is_short_or_poor(draft: str) -> None:
    assert is_english(draft)


@pytest.mark.parametrize(
    "draft",
    [
        "你好，订单12345的杯子坏了，请退款。",
        "Hola, mi pedido 12345 llegó roto y quiero un reembolso por favor, gracias.",
        "Hallo, meine Bestellung 12345 ist beschädigt angekommen, bitte schicken Sie Ersatz.",
        "Здравствуйте, заказ 12345 пришёл сломанным.",
    ],
)
def test_another_language_is_known_not_to_be_english(draft: str) -> None:
    assert not is_english(draft)


# --- the word lists ---------------------------------------------------------------------------------------------------


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


# --- sentences --------------------------------------------------------------------------------------------------------

SENTENCES = tomllib.loads((Path(__file__).parents[1] / "wording" / "sentences.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "side, sentence", [(side, line) for side in SIDES for line in SENTENCES["harmless"][side].strip().splitlines()]
)
def test_a_harmless_sentence_is_left_alone(side: str, sentence: str) -> None:
    assert manner(sentence, side) == []


@pytest.mark.parametrize(
    "side, line", [(side, line) for side in SIDES for line in SENTENCES["hurtful"][side].strip().splitlines()]
)
def test_a_hurtful_sentence_is_found(side: str, line: str) -> None:
    check, _, sentence = line.partition(" | ")
    assert check in found(sentence, side)
