"""Many cases at once: a JSON array or one object per line in, one advice per line out, in the same order."""

import json
from typing import Any

import pytest

from policy import answer
from tests.makegood.test_cli import ON, Command, makegood
from tests.policy.given import TODAY, case

__all__ = ["makegood"]  # the fixture

CASES: list[dict[str, Any]] = [
    {"side": "seller", "programme": "kingston-express"},
    {},
    {"side": "seller", "programme": "kingston-express", "problem": "damaged", "order_number": "1"},
]
ADVICE = [answer(case(**facts), TODAY).as_data() for facts in CASES]


def lines(*values: object) -> str:
    return "".join(f"{json.dumps(value)}\n" for value in values)


def test_an_array_gets_one_advice_per_line_in_its_order(makegood: Command) -> None:
    ran = makegood("assess", *ON, given=CASES)
    assert (ran.code, ran.err) == (0, "")
    assert [json.loads(line) for line in ran.out.splitlines()] == ADVICE


def test_one_object_per_line_gets_one_advice_per_line_in_its_order(makegood: Command) -> None:
    ran = makegood("assess", *ON, given=lines(*CASES))
    assert [json.loads(line) for line in ran.out.splitlines()] == ADVICE


def test_empty_lines_between_the_cases_do_not_count(makegood: Command) -> None:
    text = "\n\n".join(map(json.dumps, CASES)) + "\n\n"
    assert [json.loads(line) for line in makegood("assess", *ON, given=text).out.splitlines()] == ADVICE


def test_lines_may_end_as_windows_ends_them(makegood: Command) -> None:
    text = "\r\n".join(map(json.dumps, CASES))
    assert len(makegood("assess", *ON, given=text).out.splitlines()) == 3


def test_an_array_of_one_gets_one_line(makegood: Command) -> None:
    assert len(makegood("assess", *ON, given=CASES[:1]).out.splitlines()) == 1


def test_one_case_written_over_several_lines_is_one_case(makegood: Command) -> None:
    text = json.dumps(CASES[2], indent=2)
    assert json.loads(makegood("assess", *ON, given=text).out) == ADVICE[2]


def test_several_advices_as_text_are_told_apart(makegood: Command) -> None:
    ran = makegood("assess", *ON, "--format", "text", given=CASES)
    assert sum(line.startswith("DO THIS, IN THIS ORDER") for line in ran.out.splitlines()) == 3


def test_several_advices_as_html_are_told_apart(makegood: Command) -> None:
    ran = makegood("assess", *ON, "--format", "html", given=CASES)
    assert ran.out.count('<div class="mg-advice"') == 3


@pytest.mark.parametrize("as_lines", [False, True], ids=["array", "lines"])
def test_an_error_names_the_place_of_its_case_and_no_case_is_answered(makegood: Command, as_lines: bool) -> None:
    wrong = [{"side": "seller"}, {"side": "sellr"}, {"colour": "red"}]
    ran = makegood("assess", *ON, given=lines(*wrong) if as_lines else wrong)
    place = "Line" if as_lines else "Case"
    assert (ran.code, ran.out) == (2, "")
    assert [error["message"].partition(":")[0] for error in ran.errors] == [f"{place} 2", f"{place} 3"]
    assert ran.facts == ["side", "colour"]


@pytest.mark.parametrize("as_lines", [False, True], ids=["array", "lines"])
def test_a_day_after_today_names_the_place_of_its_case_too(makegood: Command, as_lines: bool) -> None:
    wrong = [{}, {"paid_on": "2026-11-22"}]
    [error] = makegood("assess", *ON, given=lines(*wrong) if as_lines else wrong).errors
    assert error["message"].startswith("Line 2: " if as_lines else "Case 2: ")


def test_an_error_counts_the_lines_of_the_file_and_not_the_cases(makegood: Command) -> None:
    [error] = makegood("assess", *ON, given='{}\n\n{"side": "sellr"}\n').errors
    assert error["message"].startswith("Line 3: ")


def test_a_line_that_is_not_json_is_named(makegood: Command) -> None:
    [error] = makegood("assess", *ON, given='{}\n{"side"\n').errors
    assert error["message"].startswith("Line 2: This is not valid JSON")


def test_a_repeated_key_is_named_with_the_place_of_its_case(makegood: Command) -> None:
    [error] = makegood("assess", *ON, given='[{}, {"side": "seller", "side": "seller"}]').errors
    assert error["fact"] == "side"
    assert error["message"].startswith("Case 2: ")


def test_an_array_without_a_case_is_bad_input(makegood: Command) -> None:
    ran = makegood("assess", *ON, given="[]")
    assert (ran.code, ran.out) == (2, "")
    assert "holds no case" in ran.errors[0]["message"]


def test_what_is_no_object_in_an_array_is_named(makegood: Command) -> None:
    messages = [error["message"] for error in makegood("assess", *ON, given=[{}, [], "x", None]).errors]
    assert [message.partition(":")[0] for message in messages] == ["Case 2", "Case 3", "Case 4"]
