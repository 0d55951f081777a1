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
def test_there_is_a_file_for_each_seat_and_one_that_leads_to_them(folder: Path) -> None:
    files = json.loads((folder / "manifest.json").read_text())["files"]
    assert set(files) == {answers.START, *(f"{a.name} {b.name}" for a, b in product(side.values, programme.values))}
    assert {path.name for path in folder.iterdir()} == {"manifest.json", *files.values()}
    names, following = json.loads((folder / files[answers.START]).read_text())["following"]
    assert names == ["side", "programme"]
    for seat, (file, integrity) in following.items():
        assert files[seat.replace("/", " ")] == file
        assert integrity == integrity_of((folder / file).read_bytes())


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


def test_a_page_uses_the_file_of_the_seat_that_it_fixes_and_otherwise_the_first(tmp_path: Path) -> None:
    (tmp_path / answers.ANSWERS).mkdir(parents=True)
    names = {"start": "start-1.json", "seller kingston-express": "seller-kingston-express-1.json"}
    (tmp_path / answers.ANSWERS / "manifest.json").write_text(json.dumps({"files": names}))
    assert answers.file_for(tmp_path, {}) == "start-1.json"
    assert answers.file_for(tmp_path, {"side": "buyer", "fulfilment": "platform"}) == "start-1.json"
    assert answers.file_for(tmp_path, SELLER) == "seller-kingston-express-1.json"
    assert answers.file_for(tmp_path, {**SELLER, "problem": "damaged"}) == "seller-kingston-express-1.json"


def test_without_files_a_page_names_none(tmp_path: Path) -> None:
    assert answers.file_for(tmp_path, {}) == ""


def test_a_file_that_answers_otherwise_than_python_is_refused(compiled: Compiled) -> None:
    file = compiled("buyer", "ebay")
    wrong = {**file, "words": [word.replace("</p>", "") for word in file["words"]]}
    with pytest.raises(answers.AnswersError, match="not what Python answers"):
        answers._checked("buyer ebay", wrong)


def test_a_file_that_is_too_large_is_refused(compiled: Compiled) -> None:
    large = {**compiled("buyer", "ebay"), "more": [f"{number:x}" for number in range(7**9, 7**9 + 10**6, 17)]}
    with pytest.raises(answers.AnswersError, match=r"“buyer ebay” take \d+ bytes on the wire, more than"):
        answers._checked("buyer ebay", large)


def test_a_build_whose_answers_are_wrong_stops_with_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> Path:
        raise answers.AnswersError("The compiled answers are too large.")

    monkeypatch.setenv("MAKEGOOD_RUNTIME", "later")
    monkeypatch.setattr(answers, "prepare", refuse)
    with pytest.raises(PluginError, match=r"\AThe compiled answers are too large\.\Z"):
        hooks.on_config(load_config(str(ROOT / "mkdocs.yml")))
