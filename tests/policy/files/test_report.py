"""The report of a wrong answer: nothing personal in it, and its case file is one that the tests can read."""

import tomllib
from pathlib import Path

import pytest

from makegood.whole_cases import BrokenCaseFileError, CaseFile, case_files, read_case_file
from policy import answer
from policy.cases.case import parse_case
from policy.files.report import report_case, report_text
from tests.policy.given import TODAY, case

PERSONAL = {
    "order_number": "KX-123456",
    "item_name": "Secret cup",
    "product_number": "P-77",
    "tracking_number": "T-88",
    "defect": "torn at the left",
    "video_timestamp": "0:45",
    "counterparty": "Jane Doe",
}
FACTS = {"side": "buyer", "programme": "kakobuy", "problem": "missing-item", "evidence": [], "label_weight_g": 900}


@pytest.mark.parametrize("case_file", case_files(), ids=lambda case_file: case_file.name)
def test_a_report_tells_the_policy_the_rules_and_what_was_answered(case_file: CaseFile) -> None:
    made = case(**case_file.facts)
    advice = answer(made, case_file.on)
    text = report_text(made, advice, case_file.on)
    assert advice.policy.digest in text
    assert all(rule in text for rule in advice.rules)
    assert all(line.text in text for line in (*advice.steps, *advice.avoid))


def test_what_is_personal_is_in_neither() -> None:
    made = case(**FACTS, **PERSONAL)
    advice = answer(made, TODAY)
    for written in (report_text(made, advice, TODAY), report_case(made, advice, TODAY)):
        assert not [value for value in PERSONAL.values() if value in written]
        assert "left out of this report: " in written
        assert "counterparty" in written


def test_without_facts_there_is_a_report_too() -> None:
    made = case()
    assert "- nothing yet" in report_text(made, answer(made, TODAY), TODAY)


@pytest.mark.parametrize("case_file", case_files(), ids=lambda case_file: case_file.name)
def test_the_case_file_holds_the_same_facts_and_once_uncommented_the_same_answer(
    case_file: CaseFile, tmp_path: Path
) -> None:
    made = case(**case_file.facts)
    advice = answer(made, case_file.on)
    written = report_case(made, advice, case_file.on)
    path = tmp_path / "report.toml"
    path.write_text(_uncommented(written), encoding="utf-8")
    again = read_case_file(path)
    assert again.on == case_file.on
    assert parse_case(again.facts) == case(**{k: v for k, v in made.as_data().items() if k not in PERSONAL})
    assert again.misses(advice.as_data()) == []


def test_the_case_file_as_it_is_expects_nothing_so_that_no_answer_is_taken_over_unread(tmp_path: Path) -> None:
    made = case(**FACTS)
    path = tmp_path / "report.toml"
    path.write_text(report_case(made, answer(made, TODAY), TODAY), encoding="utf-8")
    with pytest.raises(BrokenCaseFileError, match="expects nothing"):
        read_case_file(path)


def test_lists_and_days_and_numbers_are_toml_of_their_own_kind() -> None:
    made = case(**FACTS, delivered_on="2026-11-20")
    facts = tomllib.loads(report_case(made, answer(made, TODAY), TODAY))["facts"]
    assert (facts["evidence"], facts["label_weight_g"], str(facts["delivered_on"])) == ([], 900, "2026-11-20")


def _uncommented(written: str) -> str:
    return "\n".join(line.removeprefix("# ") if " = " in line else line for line in written.splitlines())
