"""The table of checks: for whom each is, on which sources, with which advice."""

import re

import pytest

import policy.wording
from policy.sources.statements import statements
from policy.wording import CHECKS, Severity, check_draft
from tests.policy.wording.drafts import GOOD


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
