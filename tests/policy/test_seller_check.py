"""The check before you buy: every combination of answers gets the verdict that it deserves, reasons and questions."""

from collections.abc import Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy.seller_check import (
    INDICATORS,
    LEVELS,
    SAID,
    Answers,
    Indicator,
    Level,
    Verdict,
    Weight,
    check,
    check_html,
    check_text,
    grade,
    parse_answers,
    read_answers,
)
from policy.sources.statements import statements
from policy.wording import check_draft
from tests.policy.cases.test_values import JSON_VALUES

GOOD_SIGNS = [indicator for indicator in INDICATORS if not indicator.red_flag]
RED_FLAGS = [indicator for indicator in INDICATORS if indicator.red_flag]
ALL_GOOD = {indicator.name: indicator.good for indicator in INDICATORS}
WORST_FIRST = list(Verdict)


def without(answers: Answers, *indicators: Indicator) -> dict[str, str]:
    """The same answers, with nothing known about these indicators."""
    return {name: answer for name, answer in answers.items() if name not in {unknown.name for unknown in indicators}}


def bad(*indicators: Indicator) -> dict[str, str]:
    """The answers that speak against the seller on these indicators."""
    return {indicator.name: indicator.bad for indicator in indicators}


def every_combination() -> Iterator[dict[str, str]]:
    """All 3 to the power of 8 answers: good, bad or not known on each indicator."""
    for answers in product((None, "yes", "no"), repeat=len(INDICATORS)):
        yield {indicator.name: answer for indicator, answer in zip(INDICATORS, answers, strict=True) if answer}


EVERY = list(every_combination())
GRADES = {frozenset(answers.items()): grade(answers) for answers in EVERY}


def graded(answers: Answers) -> int:
    """How good the verdict is; more is better."""
    return WORST_FIRST.index(GRADES[frozenset(answers.items())])


def messages(found: object) -> list[str]:
    """The sentences of the errors."""
    assert isinstance(found, list)
    return [error.message for error in found]


def test_the_indicators_are_the_eight_statements_of_the_catalogue() -> None:
    assert [indicator.id for indicator in INDICATORS] == [f"SR-0{number}" for number in range(1, 9)]
    assert all(indicator.id in statements() for indicator in INDICATORS)
    assert [indicator.id for indicator in RED_FLAGS] == [
        id_ for id_, statement in statements().items() if statement.text.startswith("Red flag")
    ]


def test_every_combination_of_answers_has_a_verdict_and_every_verdict_is_reached() -> None:
    assert len(EVERY) == 3**8
    assert set(GRADES.values()) == set(Verdict) == set(SAID)


def test_a_better_answer_never_makes_the_verdict_worse() -> None:
    for answers in EVERY:
        for indicator in INDICATORS:
            worst, unknown, best = (
                graded({**answers, **bad(indicator)}),
                graded(without(answers, indicator)),
                graded({**answers, indicator.name: indicator.good}),
            )
            assert worst <= unknown <= best, (answers, indicator.name)


def test_a_red_flag_weighs_at_least_as_much_as_a_missing_good_sign() -> None:
    for sign, flag in product(GOOD_SIGNS, RED_FLAGS):
        for answers in EVERY:
            if answers.get(sign.name) == sign.good and answers.get(flag.name) == flag.good:
                assert graded({**answers, **bad(flag)}) <= graded({**answers, **bad(sign)}), answers


def test_one_red_flag_alone_weighs_more_than_one_missing_sign_alone() -> None:
    for sign, flag in product(GOOD_SIGNS, RED_FLAGS):
        assert grade(bad(flag)) is Verdict.DOUBTFUL
        assert grade(bad(sign)) is Verdict.NOT_KNOWN


def test_nothing_known_is_not_known_yet() -> None:
    judged = check({})
    assert judged.verdict is Verdict.NOT_KNOWN
    assert judged.reasons == ()
    assert len(judged.ask) == 8


def test_all_good_is_reliable_with_nothing_left_to_ask() -> None:
    judged = check(ALL_GOOD)
    assert judged.verdict is Verdict.RELIABLE
    assert (judged.ask, judged.message) == ((), "")


def test_reliable_bears_one_good_sign_that_is_unknown_but_not_two() -> None:
    assert grade(without(ALL_GOOD, *GOOD_SIGNS[:1])) is Verdict.RELIABLE
    assert grade(without(ALL_GOOD, *GOOD_SIGNS[:2])) is Verdict.FAIR


@pytest.mark.parametrize("flag", RED_FLAGS, ids=lambda flag: flag.id)
def test_nobody_is_reliable_while_a_red_flag_is_not_ruled_out(flag: Indicator) -> None:
    assert grade(without(ALL_GOOD, flag)) is Verdict.FAIR


def test_fair_needs_two_good_signs_and_two_red_flags_ruled_out() -> None:
    known = {indicator.name: indicator.good for indicator in (*GOOD_SIGNS[:2], *RED_FLAGS[:2])}
    assert grade(known) is Verdict.FAIR
    assert grade(without(known, GOOD_SIGNS[0])) is Verdict.NOT_KNOWN
    assert grade(without(known, RED_FLAGS[0])) is Verdict.NOT_KNOWN


def test_one_missing_sign_is_borne_two_make_a_seller_doubtful_four_one_to_avoid() -> None:
    assert grade({**ALL_GOOD, **bad(*GOOD_SIGNS[:1])}) is Verdict.FAIR
    assert grade({**ALL_GOOD, **bad(*GOOD_SIGNS[:2])}) is Verdict.DOUBTFUL
    assert grade({**ALL_GOOD, **bad(*GOOD_SIGNS[:3])}) is Verdict.DOUBTFUL
    assert grade({**ALL_GOOD, **bad(*GOOD_SIGNS)}) is Verdict.AVOID


def test_one_red_flag_makes_a_seller_doubtful_two_or_one_with_two_missing_signs_one_to_avoid() -> None:
    assert grade({**ALL_GOOD, **bad(RED_FLAGS[0])}) is Verdict.DOUBTFUL
    assert grade({**ALL_GOOD, **bad(RED_FLAGS[0], GOOD_SIGNS[0])}) is Verdict.DOUBTFUL
    assert grade({**ALL_GOOD, **bad(RED_FLAGS[0], *GOOD_SIGNS[:2])}) is Verdict.AVOID
    assert grade({**ALL_GOOD, **bad(*RED_FLAGS[:2])}) is Verdict.AVOID


def test_the_verdict_is_that_of_the_best_level_that_is_reached_and_each_level_is_the_best_for_somebody() -> None:
    best = {answers: next(level for level in LEVELS if reaches(dict(answers), level)) for answers in GRADES}
    assert {answers: level.verdict for answers, level in best.items()} == GRADES
    assert set(best.values()) == set(LEVELS)


def reaches(answers: Answers, level: Level) -> bool:
    """Whether these answers reach a level, counted in another way."""
    known = [(indicator, answers[indicator.name]) for indicator in INDICATORS if indicator.name in answers]
    return (
        sum(answer == "yes" for indicator, answer in known if indicator.red_flag) <= level.raised
        and sum(answer == "no" for indicator, answer in known if not indicator.red_flag) <= level.missing
        and sum(answer == "no" for indicator, answer in known if indicator.red_flag) >= level.ruled_out
        and sum(answer == "yes" for indicator, answer in known if not indicator.red_flag) >= level.seen
    )


def test_in_every_combination_each_indicator_is_a_reason_or_still_asked_and_cited_as_what_it_is() -> None:
    ids = {indicator.name: indicator.id for indicator in INDICATORS}
    for answers in EVERY[::7]:
        judged = check(answers)
        assert {reason.id for reason in judged.reasons} == set(answers)
        assert {item.id for item in judged.ask} == {name for name in ids if answers.get(name) != ALL_GOOD[name]}
        cited = [(line.id, line.cites) for line in judged.reasons] + [(line.id, line.cites) for line in judged.ask]
        assert all(cites == (ids[name],) for name, cites in cited)
        assert {cite for _, cites in cited for cite in cites} == set(judged.cites)


def test_reasons_begin_with_what_weighs_most_against_the_seller() -> None:
    judged = check({**ALL_GOOD, **bad(RED_FLAGS[2], GOOD_SIGNS[1])})
    assert [reason.cites[0] for reason in judged.reasons[:2]] == ["SR-07", "SR-02"]
    assert [reason.weighs for reason in judged.reasons] == sorted(
        (reason.weighs for reason in judged.reasons), key=list(Weight).index
    )


def test_a_reason_says_what_was_answered() -> None:
    assert check({"vague_return_policy": "yes"}).reasons[0].text == "The return policy is vague."
    assert check({"vague_return_policy": "no"}).reasons[0].text == "The return policy is clear."


def test_the_question_that_can_move_the_verdict_furthest_comes_first() -> None:
    judged = check(without(ALL_GOOD, GOOD_SIGNS[0], RED_FLAGS[3]))
    assert [item.cites[0] for item in judged.ask] == ["SR-08", "SR-01"]


def test_a_missing_sign_that_would_lift_the_verdict_is_asked_before_an_unknown_one_that_cannot() -> None:
    answers = {**without(ALL_GOOD, GOOD_SIGNS[0]), **bad(*GOOD_SIGNS[1:4])}
    moves = [
        graded({**answers, item.id: ALL_GOOD[item.id]}) - graded({**answers, item.id: _other(ALL_GOOD[item.id])})
        for item in check(answers).ask
    ]
    assert moves == sorted(moves, reverse=True)


def _other(answer: str) -> str:
    return "no" if answer == "yes" else "yes"


def test_the_message_holds_every_question_in_order_and_nothing_of_it_hurts_the_buyer() -> None:
    judged = check({})
    assert [line for line in judged.message.splitlines() if line[:1].isdigit()] == [
        f"{number}. {item.text}" for number, item in enumerate(judged.ask, 1)
    ]
    # nothing has been ordered yet, so the message has no order to name; what is wrong with its words would have a text
    assert [finding for finding in check_draft(judged.message, "buyer") if finding.text] == []


def test_a_message_with_one_question_speaks_of_one() -> None:
    assert "I have a question before I order." in check(without(ALL_GOOD, GOOD_SIGNS[0])).message


def test_answers_go_by_name_or_by_the_id_of_their_statement() -> None:
    assert parse_answers({"SR-05": "yes", "written_return_terms": "no"}) == {
        "written_return_terms": "no",
        "leaves_questions_unanswered": "yes",
    }


def test_null_and_unknown_are_left_out() -> None:
    assert parse_answers({"SR-01": None, "SR-02": "unknown"}) == {}


def test_an_indicator_under_both_its_names_is_an_error() -> None:
    assert messages(parse_answers({"SR-01": "yes", "answers_within_24_hours": "yes"})) == [
        "answers_within_24_hours and SR-01 are the same indicator. Keep one of the two."
    ]


@pytest.mark.parametrize("value", ["Yes", "maybe", "", True, 1, ["yes"], {}])
def test_an_answer_other_than_yes_and_no_is_an_error_that_says_what_is_allowed(value: Any) -> None:
    [message] = messages(parse_answers({"vague_return_policy": value}))
    assert message.startswith("vague_return_policy cannot be “")
    assert message.endswith("Use one of: yes, no.")


def test_everything_that_is_wrong_is_told_at_once() -> None:
    told = messages(read_answers('{"SR-09": "yes", "SR-01": "often", "SR-02": "yes", "SR-02": "no"}'))
    assert [message.split()[0] for message in told] == ["SR-02", "SR-09", "answers_within_24_hours"]


def test_what_is_not_an_indicator_is_told_with_those_that_are() -> None:
    [message] = messages(parse_answers({"anwsers": "yes"}))
    assert message.startswith("anwsers is not an indicator. Use: answers_within_24_hours, ")


@pytest.mark.parametrize("text", ["", "  \n", "[]", "null", '"yes"', "3", "{", '{"SR-01": NaN}'])
def test_a_text_that_is_no_object_is_an_error(text: str) -> None:
    [message] = messages(read_answers(text))
    assert message.endswith(".")


@given(JSON_VALUES | st.dictionaries(st.sampled_from([indicator.name for indicator in INDICATORS]), JSON_VALUES))
def test_whatever_comes_in_there_is_a_verdict_or_an_error(raw: Any) -> None:
    found = parse_answers(raw)
    assert all(error.message for error in found) if isinstance(found, list) else check(found)


@given(st.text())
def test_whatever_text_comes_in_there_is_a_verdict_or_an_error(text: str) -> None:
    found = read_answers(text)
    assert messages(found) if isinstance(found, list) else check(found)


def test_as_text_it_has_verdict_reasons_and_questions_with_their_sources() -> None:
    text = check_text(check({"vague_return_policy": "yes", "answers_within_24_hours": "yes"}))
    assert text.startswith("This seller is doubtful")
    assert "- Red flag: The return policy is vague. [SR-06]\n" in text
    assert "- Good: The seller answers within 24 hours. [SR-01]\n" in text
    assert "Please send me your return terms in writing. [SR-02]" in text


def test_as_text_nothing_is_left_to_ask_where_all_is_good() -> None:
    assert "ASK" not in check_text(check(ALL_GOOD))


def test_as_html_every_source_is_a_link_where_the_page_knows_its_way_to_the_top() -> None:
    judged = check({"vague_return_policy": "yes"})
    html = check_html(judged, root="../../", prefix="one", level=2)
    assert 'data-verdict="doubtful"' in html
    assert all(f'href="../../policy/sources/#sr-0{number}"' in html for number in range(1, 9))
    assert '<h2 class="mg-section__title">Why</h2>' in html
    assert 'data-copy="one-message"' in html
    assert 'id="one-message"' in html


def test_as_html_sources_are_only_named_where_it_does_not() -> None:
    assert "href" not in check_html(check({}))


def test_as_data_it_is_plain_json_with_the_reasons_and_questions_in_order() -> None:
    judged = check({"vague_return_policy": "yes"})
    data = judged.as_data()
    assert list(data) == ["verdict", "headline", "text", "reasons", "ask", "message", "cites"]
    assert data["verdict"] == "doubtful"
    assert data["reasons"] == [
        {
            "id": "vague_return_policy",
            "weighs": "red-flag",
            "text": "The return policy is vague.",
            "cites": ["SR-06"],
        }
    ]
    assert [item["id"] for item in data["ask"]] == [item.id for item in judged.ask]
    assert data["cites"] == [f"SR-0{number}" for number in range(1, 9)]
