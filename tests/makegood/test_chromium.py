import os
from pathlib import Path

import pytest

from makegood import chromium


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any Chromium: its folder of programs, to put some in."""
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(chromium, "APPLICATIONS", ())
    monkeypatch.setattr(chromium, "_downloaded", lambda: None)
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (tmp_path / "env").symlink_to("/usr/bin/env")
    return tmp_path


def program(path: Path, script: str) -> Path:
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


def test_the_one_on_path_is_found(machine: Path) -> None:
    path = program(machine / "google-chrome", "echo Google Chrome 156.0")
    found = chromium.find()
    assert found == chromium.Chromium(path, "Google Chrome 156.0", "found on PATH")


def test_a_stub_that_only_tells_how_to_install_it_is_passed_over(machine: Path) -> None:
    program(machine / "chromium", "echo install the snap; exit 1")
    assert chromium.find() is None


def test_the_one_that_chromium_names_comes_first(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine / "chromium", "echo Chromium 1")
    monkeypatch.setenv("CHROMIUM", str(program(machine / "mine", "echo Chromium 2")))
    found = chromium.find()
    assert found
    assert found.version == "Chromium 2"


def test_a_name_that_does_not_start_is_an_error_and_no_other_is_taken(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    program(machine / "chromium", "echo Chromium 1")
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    assert chromium.main() == 1
    assert capsys.readouterr().err == "CHROMIUM is /nowhere/chromium, but that does not start. Correct or unset it.\n"


def test_where_there_is_none_apt_installs_it_with_fonts(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    installed = machine / "chromium"
    program(
        machine / "apt-get",
        f"""case "$*" in *"install -y chromium fonts-"*)
            printf '#!/bin/sh\\necho Chromium 3\\n' > {installed}; /bin/chmod +x {installed};;
        esac""",
    )
    assert chromium.main() == 0
    assert capsys.readouterr().out == (
        "No Chromium here: installing chromium, fonts-dejavu-core, fonts-liberation with apt-get.\n"
        f"Browser tests use Chromium 3 ({installed}, found on PATH)\n"
    )


def test_where_apt_cannot_playwright_downloads_one(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program(machine / "apt-get", "echo no such package; exit 100")
    downloaded = machine / "downloaded"
    monkeypatch.setattr(chromium, "_downloaded", lambda: downloaded)
    monkeypatch.setattr(chromium, "_install_with_playwright", lambda: program(downloaded, "echo Chromium 4"))
    assert chromium.get().origin == "Playwright's download"


def test_where_nothing_can_be_installed_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chromium, "_install_with_playwright", lambda: None)
    assert chromium.main() == 1
    assert "set CHROMIUM to the path of one" in capsys.readouterr().err
