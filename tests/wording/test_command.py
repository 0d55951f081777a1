"""`makegood lint-message`: a draft in, findings out."""

import json
from argparse import ArgumentParser
from typing import Any

import pytest

from makegood.commands.bad_input import BadInputError
from makegood.commands.lint_message import add_to


def run(draft: str, *options: str) -> int:
    """Run the command on a draft and give its exit code."""
    parser = ArgumentParser()
    add_to(parser.add_subparsers(), {"-": draft, "draft.txt": draft}.__getitem__)
    given = parser.parse_args(["lint-message", *options])
    code: int = given.run(given)
    return code


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    """What the command printed, as data."""
    return json.loads(capsys.readouterr().out)


def test_a_draft_without_findings_gives_an_empty_list_and_exit_code_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("Order 60443 came broken. Photos are attached. Please send a new cup.", "--side", "buyer") == 0
    assert printed(capsys) == []


def test_findings_come_as_the_contract_says_and_give_exit_code_1(capsys: pytest.CaptureFixture[str]) -> None:
    draft = "Hi “Mia” 😀, you are lying."
    assert run(draft, "draft.txt", "--side", "seller") == 1
    (finding,) = printed(capsys)
    assert list(finding) == ["id", "severity", "start", "end", "text", "advice", "cites"]
    assert draft[finding["start"] : finding["end"]] == finding["text"] == "you are lying"


def test_the_addressee_can_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    draft = "Parcel RB455120991CN: please tell me which form I need."
    assert run(draft, "--side", "buyer") == 1
    assert run(draft, "--side", "buyer", "--to", "post office") == 0
    capsys.readouterr()


@pytest.mark.parametrize(
    "draft, told", [("", "empty"), (" \n\t", "empty"), ("Мой заказ 12345 пришёл сломанным.", "English")]
)
def test_a_draft_that_cannot_be_checked_is_bad_input(draft: str, told: str) -> None:
    with pytest.raises(BadInputError) as caught:
        run(draft, "--side", "buyer")
    (error,) = caught.value.errors
    assert told in error.message
