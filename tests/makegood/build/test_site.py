import subprocess
import sys
from pathlib import Path

import pytest

from makegood.build import unchanged

pytestmark = pytest.mark.site


def build(project: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "makegood.build.site", *options]
    return subprocess.run(command, cwd=project, capture_output=True, check=False, text=True)


def test_a_build_puts_pages_and_runtime_into_the_site(project: Path) -> None:
    answer = build(project)
    assert answer.returncode == 0, answer.stderr
    assert "Built site/ in" in answer.stdout
    assert "Wait for the inspection." in (project / "site" / "index.html").read_text()
    assert len(list((project / "site" / "assets" / "runtime").glob("start-*/manifest.json"))) == 1


def test_a_site_from_which_nothing_differs_is_not_built_again(project: Path) -> None:
    assert "Built site/ in" in build(project).stdout
    assert "Nothing has changed since site/ was built." in build(project).stdout
    assert "Built site/ in" in build(project, "--no-strict").stdout


@pytest.mark.parametrize("name", ["docs/index.md", "policy/__init__.py", "mkdocs.yml", "makegood/integrity.py"])
def test_a_changed_source_is_built(project: Path, name: str) -> None:
    before = unchanged.made_from(project)
    with (project / name).open("a") as file:
        file.write("\n")
    assert unchanged.made_from(project) != before


@pytest.mark.parametrize("name", ["index.html", "assets/runtime/old.zip"])
def test_a_site_that_was_changed_is_built_anew(tmp_path: Path, name: str) -> None:
    made = {"index.html": tmp_path / "site/index.html", "assets/runtime/old.zip": tmp_path / "docs/assets/runtime/a"}
    for path in made.values():
        path.parent.mkdir(parents=True)
        path.touch()
    unchanged.note(tmp_path, tmp_path / "site", "the same")
    assert unchanged.is_current(tmp_path, tmp_path / "site", "the same")
    assert not unchanged.is_current(tmp_path, tmp_path / "site", "another")
    made[name].write_text("More.")
    assert not unchanged.is_current(tmp_path, tmp_path / "site", "the same")


def test_a_failing_build_leaves_the_site_that_was_there(project: Path) -> None:
    (project / "site").mkdir()
    (project / "site" / "404.html").write_text("the last good site")
    (project / "docs" / "index.md").write_text("{{ no_such_macro() }}")
    answer = build(project)
    assert answer.returncode != 0
    assert "no_such_macro" in answer.stderr
    assert (project / "site" / "404.html").read_text() == "the last good site"
    assert not list(project.glob(".site*"))


def test_a_warning_fails_the_build_only_when_it_is_strict(project: Path) -> None:
    (project / "docs" / "index.md").write_text("[a link to nowhere](nowhere.md)")
    assert build(project, "--no-strict").returncode == 0
    assert build(project).returncode != 0


def test_a_folder_that_is_no_site_is_never_replaced(project: Path) -> None:
    answer = build(project, "--out", "docs")
    assert answer.returncode == 2
    assert "neither empty nor a built site" in answer.stderr
    assert (project / "docs" / "index.md").is_file()


def test_without_pyodide_the_build_says_how_to_get_it(project: Path) -> None:
    (project / "node_modules").unlink()
    answer = build(project)
    assert answer.returncode == 1
    assert "make setup" in answer.stderr
    assert "Traceback" not in answer.stderr
