import subprocess
import sys
from pathlib import Path

import pytest

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
