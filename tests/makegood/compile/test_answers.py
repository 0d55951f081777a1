"""The files with compiled answers: which there are, for whom, and that a wrong or large one fails the build."""

import hashlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from makegood.build import hooks
from makegood.checkout import ROOT
from makegood.compile import answers
from makegood.compile.file import Graph

pytestmark = pytest.mark.processes

SELLER = {"side": "seller", "programme": "kingston-express"}


@pytest.fixture(scope="session")
def folder() -> Path:
    return answers.prepare(ROOT)


def test_every_page_with_a_checker_has_a_file_that_is_no_larger_than_its_budget(folder: Path) -> None:
    files = json.loads((folder / "manifest.json").read_text())["files"]
    assert set(files) == {answers.EVERYTHING, *map(answers.name_of, answers.presets_in(ROOT / "docs"))}
    assert "seller-kingston-express" in files
    assert {path.name for path in folder.iterdir()} == {"manifest.json", *files.values()}


def test_every_module_that_compiles_is_among_the_files_that_make_answers_stale() -> None:
    code = (
        "import sys, makegood.compile.answers; print(*(m.__file__ for n, m in sys.modules.items() if n[:6] in NAMES))"
    )
    done = subprocess.run([sys.executable, "-c", code.replace("NAMES", "('policy', 'makego')")],
                          capture_output=True, text=True, check=True, cwd=ROOT)  # fmt: skip
    loaded = {Path(path) for path in done.stdout.split()} - {ROOT / "makegood/__init__.py"}
    assert ROOT / "makegood/diagrams/store.py" in loaded
    assert loaded <= set(answers.inputs(ROOT))


def test_a_second_call_touches_nothing(folder: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    assert answers.prepare(ROOT) == folder
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


@pytest.mark.parametrize(
    "preset, name",
    [
        ({}, "everything"),
        (SELLER, "seller-kingston-express"),
        ({"problem": "damaged", **SELLER}, "seller-kingston-express-damaged"),
        ({"side": "seller", "fulfilment": "platform"}, "everything"),
    ],
)
def test_a_page_that_fixes_the_seat_has_a_name_of_its_own(preset: dict[str, str], name: str) -> None:
    assert answers.name_of(preset) == name


def test_a_page_without_a_file_of_its_own_uses_the_one_for_everything(folder: Path) -> None:
    everything = answers.file_for(ROOT, {})
    assert everything.startswith("everything-")
    assert answers.file_for(ROOT, {"side": "buyer", "fulfilment": "platform"}) == everything
    assert answers.file_for(ROOT, SELLER).startswith("seller-kingston-express-")
    assert (folder / everything).is_file()


def test_without_files_a_page_names_none(tmp_path: Path) -> None:
    assert answers.file_for(tmp_path, {}) == ""


def test_what_pages_fix_is_read_off_their_checkers(tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text(
        '{{ checker(side="buyer", programme="ebay", tables="#x") }} {{ checker(tables="#y") }}'
    )
    (tmp_path / "two.md").write_text('{{ checker(programme="ebay",\n side="buyer", tables="#x") }}')
    assert answers.presets_in(tmp_path) == [{"side": "buyer", "programme": "ebay"}]


def compiled() -> dict[str, Any]:
    everything = ROOT / answers.ANSWERS / answers.file_for(ROOT, {})
    found: dict[str, Any] = json.loads(everything.read_bytes())
    return found


@pytest.mark.usefixtures("folder")
def test_a_file_that_answers_otherwise_than_python_fails_the_build() -> None:
    wrong = compiled()
    wrong["words"] = [word.replace("</p>", "") for word in wrong["words"]]
    with pytest.raises(answers.AnswersError, match="not what Python answers"):
        answers._file(answers.EVERYTHING, wrong, {})


@pytest.mark.usefixtures("folder")
def test_a_file_that_is_too_large_fails_the_build() -> None:
    large = compiled()
    large["more"] = [hashlib.sha256(b"%d" % number).hexdigest() for number in range(1500)]
    with pytest.raises(answers.AnswersError, match="more than the 48000"):
        answers._file(answers.EVERYTHING, large, {})


def test_a_build_whose_answers_outgrow_their_budget_stops_with_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, graph: Graph
) -> None:
    monkeypatch.setenv("MAKEGOOD_RUNTIME", "later")
    monkeypatch.setattr(answers, "Graph", lambda _: graph)
    monkeypatch.setattr(answers, "ANSWERS", tmp_path / "answers")  # an absolute path, so it stays where it is
    monkeypatch.setattr(answers, "BUDGET", {True: 1_000, False: 1_000})
    with pytest.raises(PluginError, match=r"\AThe compiled answers “everything” take [^\n]*\Z"):
        hooks.on_config(load_config(str(ROOT / "mkdocs.yml")))
    assert not (tmp_path / "answers").exists()
