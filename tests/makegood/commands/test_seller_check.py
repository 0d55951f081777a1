"""`makegood seller-check`: answers in, verdict out, as JSON, text and HTML, and bad input told like any other."""

import json
from pathlib import Path

import pytest

from policy.seller_check import INDICATORS, check, check_html, check_text
from tests.makegood.test_cli import Command, makegood

__all__ = ["makegood"]  # the fixture

ANSWERS = {"leaves_questions_unanswered": "yes", "SR-02": "no"}
JUDGED = check({"leaves_questions_unanswered": "yes", "written_return_terms": "no"})


def test_answers_get_a_verdict_in_json(makegood: Command) -> None:
    ran = makegood("seller-check", "-", given=ANSWERS)
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out) == JUDGED.as_data()


def test_the_answers_may_stand_in_a_file(makegood: Command, tmp_path: Path) -> None:
    file = tmp_path / "seller.json"
    file.write_text(json.dumps(ANSWERS))
    assert json.loads(makegood("seller-check", str(file)).out) == JUDGED.as_data()


def test_it_can_be_written_as_text_and_as_html(makegood: Command) -> None:
    assert makegood("seller-check", "--format", "text", given=ANSWERS).out == check_text(JUDGED).strip() + "\n"
    assert makegood("seller-check", "--format", "html", given=ANSWERS).out == check_html(JUDGED).strip() + "\n"


def test_help_lists_every_indicator_with_its_id_and_question(
    makegood: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        makegood("seller-check", "--help")
    help_ = capsys.readouterr().out
    assert all(f"{item.name} ({item.id}): {item.fact.ask}" in help_ for item in INDICATORS)


def test_wrong_answers_are_told_all_at_once(makegood: Command) -> None:
    ran = makegood("seller-check", given={"SR-01": "often", "SR-11": "yes"})
    assert (ran.code, ran.out) == (2, "")
    assert ran.facts == ["SR-11", "SR-01"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"SR-01": "yes", "SR-01": "no"}'])
def test_what_is_no_object_of_answers_is_bad_input(makegood: Command, text: str) -> None:
    ran = makegood("seller-check", given=text)
    assert (ran.code, ran.out, len(ran.errors)) == (2, "", 1)
