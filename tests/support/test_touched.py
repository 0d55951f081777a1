"""`make quick` finds the tests of a change by the folders that mirror it."""

import subprocess
from pathlib import Path

import pytest

from makegood.checkout import ROOT
from tests.support.touched import CASES, DIGEST, FILLED_IN, PROSE, ROOMS, changed, mirrored


@pytest.mark.parametrize(
    "file, tests",
    [
        ("policy/engine/assess.py", ["tests/policy/engine", CASES, ROOMS]),
        ("policy/days.py", ["tests/policy/test_days.py", ROOMS]),
        ("policy/seller_check/reading.py", ["tests/policy/test_seller_check.py", ROOMS]),
        ("policy/messages/buyer-dispute.jinja", ["tests/policy/messages", CASES, DIGEST, "tests/policy/wording"]),
        ("policy/sources/windows.toml", ["tests/policy/sources", CASES, DIGEST, FILLED_IN]),
        ("policy/facts.py", ["tests/policy/test_facts.py", CASES, DIGEST, ROOMS]),
        ("makegood/delivery/minify.py", ["tests/makegood/test_delivery.py", "tests/makegood/test_minify.py", ROOMS]),
        ("makegood/undecided.py", ["tests/makegood/audit", "tests/makegood/compile", ROOMS]),
        ("makegood/audit/alive.py", ["tests/makegood/audit", ROOMS]),
        ("macros/html/line.html", ["tests/macros"]),
        ("tests/cases/ebay/buyer-damaged.toml", [CASES]),
        ("tests/policy/test_days.py", ["tests/policy/test_days.py", ROOMS]),
        ("docs/buyer/damaged.md", [*PROSE]),
    ],
)
def test_a_file_leads_to_the_tests_that_mirror_it(file: str, tests: list[str]) -> None:
    assert mirrored([file]) == tests


def test_a_folder_takes_in_the_files_in_it() -> None:
    files = ["tests/policy/engine/test_assess.py", "policy/engine/assess.py"]

    assert mirrored(files) == [ROOMS, "tests/policy/engine", CASES]


def test_every_file_of_the_house_leads_to_tests() -> None:
    files = [file.relative_to(ROOT).as_posix() for top in ("policy", "makegood") for file in (ROOT / top).rglob("*.py")]
    lost = [file for file in files if mirrored([file]) == [ROOMS]]

    assert lost == [], "Name their tests in ALSO, in tests/support/touched.py."


def test_what_is_not_committed_is_changed(tmp_path: Path) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)

    git("init")
    (tmp_path / "old.py").write_text("1")
    git("add", ".")
    git("commit", "-m", "first")
    assert changed(tmp_path) == []

    (tmp_path / "old.py").write_text("2")
    (tmp_path / "new.py").write_text("3")
    assert changed(tmp_path) == ["old.py", "new.py"]
