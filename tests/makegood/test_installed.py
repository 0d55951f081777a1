"""Makegood as a package: the wheel that a release consists of, in an environment that holds nothing else."""

import json
import os
import subprocess
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from makegood.checkout import ROOT

pytestmark = pytest.mark.processes

type Run = subprocess.CompletedProcess[str]


def uv(*arguments: str | Path) -> None:
    """Run the project's uv; what it needs is in its cache since set-up."""
    done = subprocess.run([ROOT / "tools" / "uv", *arguments], cwd=ROOT, capture_output=True, check=False, text=True)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    uv("build", "--quiet", "--wheel", "--out-dir", folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The command of a new environment into which only the wheel and what it needs were installed."""
    environment = tmp_path_factory.mktemp("installed") / "environment"
    uv("venv", "--quiet", environment)
    uv("pip", "install", "--quiet", "--python", environment / "bin" / "python", wheel)
    return environment / "bin" / "makegood"


def run(command: Path, folder: Path, *arguments: str, given: str = "") -> Run:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    return subprocess.run(
        [command, *arguments], cwd=folder, env=clean, input=given, capture_output=True, check=False, text=True
    )


def test_an_installed_package_answers_a_case(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "assess", given='{"side": "seller", "programme": "kingston-express"}')
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["steps"]


@pytest.mark.parametrize("command", ["build", "serve"])
def test_a_command_that_needs_a_checkout_says_so_in_a_sentence(installed: Path, tmp_path: Path, command: str) -> None:
    done = run(installed, tmp_path, command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"“makegood {command}” works on a checkout of Makegood, and this is an installed package. "
        f"Get a clone of the project, run “make setup” in it, and there “.venv/bin/makegood {command}”.\n"
    )


@pytest.mark.parametrize("command", [("cases",), ("diff", "main"), ("rule", "kx-wait-for-inspection")])
def test_what_reads_cases_and_pages_needs_a_checkout_too(
    installed: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    done = run(installed, tmp_path, *command, "--format", "text")
    assert (done.returncode, done.stdout) == (2, "")
    assert "works on a checkout of Makegood" in done.stderr


def test_in_a_checkout_without_what_set_up_installs_the_build_says_how_to_get_it(installed: Path) -> None:
    # The new environment's Python with this checkout's modules lacks what its set-up installs.
    python = installed.with_name("python")
    done = run(python, ROOT, "-m", "makegood", "build")
    assert (done.returncode, done.stdout) == (2, "")
    assert "needs what set-up installs" in done.stderr
    assert "make setup" in done.stderr


def test_the_wheel_tells_its_licence_and_brings_it_along(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as files:
        (metadata,) = (name for name in files.namelist() if name.endswith(".dist-info/METADATA"))
        told = Parser().parsestr(files.read(metadata).decode())
        brought = files.read(metadata.replace("METADATA", "licenses/LICENSE")).decode()
    assert told["License-Expression"] == "MIT"
    assert brought == (ROOT / "LICENSE").read_text(encoding="utf-8")
