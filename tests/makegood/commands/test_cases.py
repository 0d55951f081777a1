"""`makegood cases`: the whole cases compared with the answers, and their exact lists written anew when asked."""

import json
from pathlib import Path

import pytest

from makegood.cli import main
from makegood.commands import cases as command
from makegood.commands.cases import ListChange, accepted

CASE = """\
# A comment on top
title = "A seller who did not say who ships"
on = 2026-11-21

[facts]
side = "seller"          # who asks
programme = "kingston-express"
problem = "damaged"
inspection = "pending"

[expect]
headline = "kx-headline-fulfilment"
# what this case is about
steps = ["kx-find-out-who-shipped", "kx-reply-within-a-day"]  # in this order
avoid_has = ["kx-no-refund-yet"]
ask = []
"""
STEPS = 'steps = ["kx-find-out-who-shipped", "kx-reply-within-a-day"]'


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of case files, which the command reads in the place of the project's own."""
    monkeypatch.setattr(command, "FOLDER", tmp_path)
    return tmp_path


def write(folder: Path, text: str) -> Path:
    path = folder / "seller.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_cases_that_are_answered_as_expected_need_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(folder, CASE)
    assert main(["cases", "--accept", "--format", "text"]) == 0
    assert capsys.readouterr().out == "Cases that differ: 0 of 1; exact lists: 0, other expectations: 0.\n"
    assert path.read_text(encoding="utf-8") == CASE


@pytest.mark.parametrize(
    "steps, told",
    [
        ('steps = ["kx-find-out-who-shipped"]', "  steps\n    + kx-reply-within-a-day\n"),
        (
            'steps = ["kx-find-out-who-shipped", "kx-acknowledge", "kx-reply-within-a-day"]',
            "  steps\n    - kx-acknowledge\n",
        ),
        (
            'steps = ["kx-reply-within-a-day", "kx-find-out-who-shipped"]',
            "  steps, in this order: kx-find-out-who-shipped, kx-reply-within-a-day\n",
        ),
    ],
    ids=["more", "less", "order"],
)
def test_a_list_that_differs_is_shown_and_only_written_anew_when_asked(
    folder: Path, capsys: pytest.CaptureFixture[str], steps: str, told: str
) -> None:
    old = CASE.replace(STEPS, steps)
    path = write(folder, old)

    assert main(["cases", "--format", "text"]) == 1
    assert capsys.readouterr().out.startswith(f"seller\n{told}")
    assert path.read_text(encoding="utf-8") == old

    assert main(["cases", "--accept", "--format", "text"]) == 0
    assert capsys.readouterr().out.startswith(f"seller\n{told}")
    assert path.read_text(encoding="utf-8") == CASE


def test_what_is_no_exact_list_is_told_and_left_to_people(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong = CASE.replace("kx-headline-fulfilment", "kx-headline-unclear").replace("ask = []", 'ask = ["refund"]')
    path = write(folder, wrong)
    assert main(["cases", "--accept", "--format", "json"]) == 1
    [told] = json.loads(capsys.readouterr().out)
    assert told["case"] == "seller"
    assert told["lists"] == [{"key": "ask", "expected": ["refund"], "found": []}]
    assert told["misses"] == ["headline: expected kx-headline-unclear, but it is kx-headline-fulfilment"]
    assert path.read_text(encoding="utf-8") == CASE.replace("kx-headline-fulfilment", "kx-headline-unclear")


def test_a_long_list_gets_a_line_for_each_item() -> None:
    long = [f"a-rule-with-a-long-name-{number}" for number in range(5)]
    new = accepted(CASE, (ListChange("steps", [], long),))
    lines = "\n".join(["steps = [", *(f'  "{item}",' for item in long), "]"])
    assert new == CASE.replace(STEPS, lines)
    assert accepted(new, (ListChange("steps", long, ["kx-find-out-who-shipped", "kx-reply-within-a-day"]),)) == CASE


@pytest.mark.parametrize(
    "text, sentence",
    [
        (CASE.replace("steps =", "step ="), "seller: expect.step is not something that a case can have."),
        (CASE.replace('"kingston-express"', '"nowhere"'), "seller: programme cannot be “nowhere”."),
    ],
)
def test_a_case_that_cannot_be_read_is_bad_input(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, sentence: str
) -> None:
    write(folder, text)
    assert main(["cases"]) == 2
    [error] = json.loads(capsys.readouterr().err)["errors"]
    assert error["message"].startswith(sentence)
