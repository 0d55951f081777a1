"""Files that authors write, broken: a build is not begun, and a command does not answer, but says what to do."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from makegood.checkout import ROOT

LOOK = "from makegood.build.unusable import unusable; print(*unusable(), sep='\\n')"
ASK = "import sys; from makegood.cli import main; sys.exit(main(['assess', '--format', 'text']))"


class Slip(NamedTuple):
    """A slip of an author's: in this file, this text became that, and so these words are told."""

    file: str
    text: str
    by: str
    told: str


MESSAGE, CATALOGUE, WINDOWS = "messages/kx-refund-offer.jinja", "sources/catalogue.toml", "sources/windows.toml"
CHANGES, WORDS = "content/changes.toml", "wording/words_en.toml"

SLIPS = [
    (
        Slip(MESSAGE, "title =", "titel =", "in the head: titel is nothing that it can have. Did you mean title?"),
        Slip(CHANGES, "on = 2026", 'on = "2026', "is no TOML"),
        Slip(WORDS, "[shorthands]", "[shorthand]", "has no [shorthands]."),
    ),
    (
        Slip(CATALOGUE, 'id = "KX-12"', 'id = "KQ-12"', "KQ-12: there is no source “KQ”."),
        Slip(CHANGES, "what =", "waht =", "[[change]] 1: waht is nothing that it can have. Did you mean what?"),
        Slip(WORDS, "letter (from|of)", "letter (from|of", "the phrase “letter (from|of” cannot be read"),
    ),
    (
        Slip(WINDOWS, "\nlimit = 30", '\nlimit = "30"', "W-EB-01: limit must be a whole number"),
        Slip(CHANGES, "[[change]]", "[[changes]]", "has changes, which is none of its entries."),
        Slip(WORDS, "<harm>", "<hram>", "uses <hram>, which stands nowhere below [shorthands]."),
    ),
]


@pytest.fixture
def policy(tmp_path: Path) -> Path:
    """A policy of one's own to break."""
    return shutil.copytree(ROOT / "policy", tmp_path / "policy", ignore=shutil.ignore_patterns("__pycache__"))


def run(policy: Path, code: str) -> subprocess.CompletedProcess[str]:
    """Run Python with that policy in the place of ours."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code]  # which looks first in the folder that it is started in
    return subprocess.run(
        command, cwd=policy.parent, env=environment, input="{}", capture_output=True, check=False, text=True
    )


@pytest.mark.parametrize("slips", SLIPS, ids=lambda slips: slips[0].file)
def test_each_broken_file_is_told_in_one_sentence(policy: Path, slips: tuple[Slip, ...]) -> None:
    for slip in slips:
        text = (policy / slip.file).read_text(encoding="utf-8")
        assert slip.text in text
        (policy / slip.file).write_text(text.replace(slip.text, slip.by, 1), encoding="utf-8")
    answer = run(policy, LOOK)
    assert answer.stderr == ""
    sentences = answer.stdout.splitlines()
    assert len(sentences) == len(slips)
    assert [sentence for sentence, slip in zip(sentences, slips, strict=True) if slip.file not in sentence] == []
    assert [slip.told for sentence, slip in zip(sentences, slips, strict=True) if slip.told not in sentence] == []


def test_a_broken_record_of_a_programme_is_told_by_the_command_before_anything_else_is_loaded(policy: Path) -> None:
    record = policy / "programmes/ebay/programme.toml"
    record.write_text(record.read_text(encoding="utf-8").replace('kind = "', 'kind = "super'), encoding="utf-8")
    answer = run(policy, "import sys; from makegood.__main__ import main; sys.exit(main())")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("policy/programmes/ebay/programme.toml: kind cannot be “super")
    assert answer.stderr.count("\n") == 1


RULES = "programmes/kingston_express/dispatched.py"


@pytest.mark.parametrize("code", [LOOK, ASK], ids=["build", "command"])
def test_a_misspelt_value_in_a_rule_is_told_with_its_file_and_line(policy: Path, code: str) -> None:
    before, misspelt, after = (policy / RULES).read_text(encoding="utf-8").partition('inspection == "upheld"')
    (policy / RULES).write_text(before + misspelt.replace("upheld", "uphold") + after, encoding="utf-8")
    answer = run(policy, code)
    line = before.count("\n") + 1
    words = f"policy/{RULES}, line {line}: “uphold” is no value of the fact inspection. Did you mean upheld? "
    assert (answer.stdout + answer.stderr).startswith(words)
    assert (answer.stdout + answer.stderr).count("\n") == 1


def test_a_command_says_so_too(policy: Path) -> None:
    (policy / MESSAGE).write_text("Hello", encoding="utf-8")
    answer = run(policy, ASK)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith(f"policy/{MESSAGE}: It needs a head: title, language, to, subject, cites, between")
    assert answer.stderr.count("\n") == 1
