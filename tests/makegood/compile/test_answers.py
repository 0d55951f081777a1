"""The files with compiled answers: which there are, for whom, and that a wrong or large one fails the build."""

import json
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from makegood.build import hooks
from makegood.checkout import ROOT
from makegood.compile import answers
from makegood.integrity import integrity_of
from policy.facts import programme, side
from tests.makegood.compile.conftest import Compiled

pytestmark = pytest.mark.processes

SELLER = {"side": "seller", "programme": "kingston-express"}


@pytest.fixture(scope="session")
def folder() -> Path:
    return answers.prepare(ROOT)


@pytest.mark.thorough
def test_there_are_files_for_each_seat_and_the_first_names_all_others(folder: Path) -> None:
    files = json.loads((folder / "manifest.json").read_text())["files"]
    seats = product(*([value.name for value in fact.values] for fact in (side, programme)))
    needed = {name for seat in seats for name in answers.needed_for(*seat)}
    assert set(files) == {answers.WORDS, answers.START, *needed}
    assert {path.name for path in folder.iterdir()} == {"manifest.json", *files.values()}
    first = json.loads((folder / files.pop(answers.WORDS)).read_text())
    assert first["seat"] == ["side", "programme"]
    assert first["files"] == {name: [file, integrity_of((folder / file).read_bytes())] for name, file in files.items()}


def test_every_module_that_compiles_is_among_the_files_that_make_answers_stale() -> None:
    code = (
        "import sys, makegood.compile.answers; print(*(m.__file__ for n, m in sys.modules.items() if n[:6] in NAMES))"
    )
    done = subprocess.run([sys.executable, "-c", code.replace("NAMES", "('policy', 'makego')")],
                          capture_output=True, text=True, check=True, cwd=ROOT)  # fmt: skip
    loaded = {Path(path) for path in done.stdout.split()} - {ROOT / "makegood/__init__.py"}
    assert ROOT / "makegood/diagrams/store.py" in loaded
    assert loaded <= set(answers.inputs(ROOT))


@pytest.mark.thorough
def test_a_second_call_touches_nothing(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert answers.prepare(ROOT) == folder
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_a_page_needs_the_files_of_the_seat_that_it_fixes_and_otherwise_the_start(tmp_path: Path) -> None:
    (tmp_path / answers.ANSWERS).mkdir(parents=True)
    needed = answers.needed_for(*SELLER.values())
    names = {name: f"{name.replace('/', '-')}-1.json" for name in (answers.WORDS, answers.START, *needed)}
    (tmp_path / answers.ANSWERS / "manifest.json").write_text(json.dumps({"files": names}))
    assert answers.files_for(tmp_path, {}) == ["words-1.json", "start-1.json"]
    assert answers.files_for(tmp_path, {"side": "buyer", "fulfilment": "platform"}) == ["words-1.json", "start-1.json"]
    of_the_seat = [
        "words-1.json",
        "seller-1.json",
        *(f"seller-kingston-express-{part}-1.json" for part in ("ways", "texts")),
    ]
    assert answers.files_for(tmp_path, SELLER) == of_the_seat
    assert answers.files_for(tmp_path, {**SELLER, "problem": "damaged"}) == of_the_seat


def test_without_files_a_page_names_none(tmp_path: Path) -> None:
    assert answers.files_for(tmp_path, {}) == []


@pytest.fixture(scope="module")
def divided(compiled: Compiled) -> dict[str, answers.Data]:
    seats = {seat: compiled(*seat) for seat in (("buyer", "ebay"), ("seller", "ebay"), ("seller", "kingston-express"))}
    return answers.divided(compiled(), seats)


def test_divided_and_joined_again_the_answers_are_what_python_says(divided: dict[str, answers.Data]) -> None:
    answers.check(divided)
    assert divided["seller"]["words"]
    assert not divided["seller/ebay/ways"].keys() & divided["seller/ebay/texts"].keys()


def test_answers_that_say_otherwise_than_python_are_refused(divided: dict[str, answers.Data]) -> None:
    first = divided[answers.WORDS]
    wrong = {**divided, answers.WORDS: {**first, "words": [word.replace("</p>", "") for word in first["words"]]}}
    with pytest.raises(answers.AnswersError, match="not what Python answers"):
        answers.check(wrong)


def test_a_file_that_is_too_large_is_refused() -> None:
    answers.refuse_large("buyer/ebay/texts", answers.STEP)
    with pytest.raises(answers.AnswersError, match=r"“buyer/ebay/texts” take \d+ bytes on the wire, more than"):
        answers.refuse_large("buyer/ebay/texts", answers.STEP + 1)


def test_a_build_whose_answers_are_wrong_stops_with_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> Path:
        raise answers.AnswersError("The compiled answers are too large.")

    monkeypatch.setenv("MAKEGOOD_RUNTIME", "later")
    monkeypatch.setattr(answers, "prepare", refuse)
    with pytest.raises(PluginError, match=r"\AThe compiled answers are too large\.\Z"):
        hooks.on_config(load_config(str(ROOT / "mkdocs.yml")))
