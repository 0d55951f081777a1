"""`makegood diff`: what a change of the policy does, between a git revision and the files as they are now."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from makegood.checkout import ROOT
from makegood.cli import main
from makegood.commands import diff
from makegood.commands.bad_input import BadInputError
from makegood.commands.diff import as_text, since
from makegood.whole_cases import case_files

pytestmark = pytest.mark.processes

DISPATCHED = "policy/programmes/kingston_express/dispatched.py"


def git(root: Path, *arguments: str) -> None:
    name = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(root), *name, *arguments], check=True, capture_output=True)


@pytest.fixture(scope="module")
def committed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A clone with the policy and the cases as they are, committed."""
    root = tmp_path_factory.mktemp("clone")
    for folder in ("policy", "tests/cases"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("__pycache__"))
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "Now")
    return root


@pytest.fixture
def clone(committed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clone to change. A tenth of the sample shows what the whole one does: it is drawn in the same way."""
    monkeypatch.setattr(diff, "SAMPLE", 100)
    return shutil.copytree(committed, tmp_path / "clone")


def change(root: Path, old: str, new: str, file: str = DISPATCHED) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_nothing_differs_from_what_was_just_committed(clone: Path) -> None:
    difference = since("HEAD", clone)
    assert difference.before == difference.after
    assert (difference.added, difference.removed, difference.changed, difference.answers) == ((), (), (), ())
    assert "Answers that differ: 0 of" in as_text(difference)


def test_a_new_text_changes_the_rule_and_every_answer_that_has_it(clone: Path) -> None:
    change(clone, "Wait until the inspection and the review are finished.", "Wait for the result.")
    difference = since("HEAD", clone)
    assert [changed.id for changed in difference.changed] == ["kx-wait-for-inspection"]
    assert {tuple(answered.parts) for answered in difference.answers} == {("steps",)}
    assert all(answered.facts["programme"] == "kingston-express" for answered in difference.answers)
    text = as_text(difference)
    assert "- Wait until the inspection and the review are finished." in text
    assert "+ Wait for the result." in text


def test_another_id_is_a_rule_less_and_a_rule_more(clone: Path) -> None:
    change(clone, '"kx-wait-for-inspection"', '"kx-wait"')
    difference = since("HEAD", clone)
    assert [id_ for id_, _ in difference.removed] == ["kx-wait-for-inspection"]
    ((id_, rule),) = difference.added
    assert id_ == "kx-wait"
    assert rule["says"]["text"] == "Wait until the inspection and the review are finished."
    assert "the inspection is still running" in rule["when"]


GIFT = """
gift: Final = Choice(
    "gift", "Was it a gift?", "It decides nothing.", (Value("yes", "Yes", "it was"), Value("no", "No", "it was not"))
)
"""
GIVEN_AWAY = """
title = "A gift"
on = 2026-11-21
[facts]
side = "buyer"
gift = "yes"
[expect]
ask = []
"""


def test_a_new_fact_is_named_and_changes_no_answer_that_knows_nothing_of_it(clone: Path) -> None:
    change(clone, "\nFACTS: Final", f"{GIFT}\nFACTS: Final", "policy/facts.py")
    (clone / "tests/cases/everyone/gift.toml").write_text(GIVEN_AWAY, encoding="utf-8")
    change(clone, "Wait until the inspection and the review are finished.", "Wait for the result.")

    difference = since("HEAD", clone)

    assert (difference.new, difference.gone) == (("gift",), ())
    assert difference.left_out == ("everyone/gift",)
    assert difference.before[1] != difference.after[1]
    assert {tuple(answered.parts) for answered in difference.answers} == {("steps",)}
    assert not any("gift" in answered.facts for answered in difference.answers)
    text = as_text(difference)
    assert "\nFacts that are new: gift\n" in text
    assert text.endswith("\nNot compared, as only one of the two knows all that they state: 1 whole case")


def test_a_value_that_is_gone_is_named_and_the_sample_does_without_it(clone: Path) -> None:
    for path in (path for kind in ("py", "jinja") for path in (clone / "policy").rglob(f"*.{kind}")):
        path.write_text(path.read_text(encoding="utf-8").replace('"stalled"', '"lost-track"'), encoding="utf-8")
    stating = (file.name for file in case_files() if file.facts.get("tracking") == "stalled")

    difference = since("HEAD", clone)

    assert (difference.new, difference.gone) == (("tracking = lost-track",), ("tracking = stalled",))
    assert difference.left_out == tuple(stating)
    assert "ebay/seller-not-received-stalled" in difference.left_out
    assert difference.answers == ()
    assert "\nFacts that are gone: tracking = stalled\n" in as_text(difference)


def test_a_broken_policy_is_told_in_a_sentence(clone: Path) -> None:
    change(clone, '"kx-wait-for-inspection"', "kx_wait")
    with pytest.raises(BadInputError) as raised:
        since("HEAD", clone)
    (error,) = raised.value.errors
    assert error.message.startswith("The policy of the working tree cannot be read.")
    assert "kx_wait" in error.message


@pytest.mark.parametrize(
    "revision,told",
    [
        ("no-such-branch", "git knows no revision no-such-branch here."),
        ("", "git knows no revision  here."),
        ("HEAD~9999", "git knows no revision HEAD~9999 here."),
        ("--output=x", "--output=x is no revision."),
        ("HEAD:policy", "git knows no revision HEAD:policy here."),
    ],
)
def test_a_revision_that_does_not_exist_gets_a_sentence(committed: Path, revision: str, told: str) -> None:
    with pytest.raises(BadInputError) as raised:
        since(revision, committed)
    assert raised.value.errors[0].message.startswith(told)


def test_a_revision_without_a_policy_gets_a_sentence(clone: Path) -> None:
    git(clone, "checkout", "-q", "--orphan", "bare")
    git(clone, "rm", "-rq", "--cached", ".")
    git(clone, "commit", "-q", "--allow-empty", "-m", "Nothing")
    with pytest.raises(BadInputError) as raised:
        since("bare", clone)
    assert raised.value.errors[0].message == "The revision bare has no folder policy/. Name a later one."


def test_the_command_tells_a_bad_revision_as_json_with_exit_2() -> None:
    command = [sys.executable, "-m", "makegood", "diff", "no-such-branch"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, check=False, text=True)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert json.loads(answer.stderr)["errors"][0]["value"] == "no-such-branch"


def test_the_command_gives_json_with_exit_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "HEAD", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"before", "after", "facts", "rules", "answers", "cases", "left_out"}
    assert told["cases"] > 1000
