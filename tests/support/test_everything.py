"""`make test` runs what this machine allows, and says loudly what it does not allow."""

import subprocess
import sys
from dataclasses import dataclass, field

import pytest

from makegood.checkout import ROOT
from tests.support import everything, pythons
from tests.support.programs import CHROMIUM, NGINX, MissingError, Program
from tests.support.pythons import Tried

pytestmark = pytest.mark.processes


@dataclass
class Machine:
    """What is missing on a machine, how its tests end, and with which options they were run."""

    lacking: dict[Program, MissingError] = field(default_factory=dict)
    code: int = 0
    others_pass: bool = True
    ran: list[tuple[str, ...]] = field(default_factory=list)

    def tests(self, *options: str) -> int:
        self.ran.append(options)
        return self.code

    def other_pythons(self, *_: str) -> Tried:
        return Tried(self.others_pass, "They ran on one.")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    machine = Machine()
    monkeypatch.setattr(everything, "missing", lambda: machine.lacking)
    monkeypatch.setattr(everything, "tests", machine.tests)
    monkeypatch.setattr(pythons, "unit_tests", machine.other_pythons)
    return machine


def test_where_everything_is_here_and_passes_it_ends_well(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    assert everything.main(["-q"]) == 0
    assert machine.ran == [("-q",)]
    assert capsys.readouterr().out == "They ran on one.\n"


def test_what_is_missing_is_left_out_told_last_and_no_success(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.lacking[CHROMIUM] = MissingError("There is no Chromium.\nInstall one.")
    machine.lacking[NGINX] = MissingError("There is no nginx.")
    assert everything.main(["-q"]) == 1
    assert machine.ran == [("-q", "--without=browser", "--without=nginx")]
    assert capsys.readouterr().out.partition("NOT EVERYTHING WAS DONE")[2].strip("= \n") == (
        "Left out: the tests that need Chromium.\nThere is no Chromium.\nInstall one.\n\n"
        "Left out: the tests that need nginx.\nThere is no nginx."
    )


def test_tests_that_fail_keep_their_exit_code_and_what_was_left_out_is_told_as_well(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.lacking[NGINX] = MissingError("There is no nginx.")
    machine.code = 4
    assert everything.main([]) == 4
    assert "There is no nginx." in capsys.readouterr().out


def test_unit_tests_that_fail_on_another_python_are_no_success(machine: Machine) -> None:
    machine.others_pass = False
    assert everything.main([]) == 1


def test_without_a_program_only_the_tests_that_need_it_are_left_out() -> None:
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "--without=nginx", "tests/offline/test_hosts.py"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout.splitlines()
    named = {line.partition("::")[2] for line in listed}
    assert "test_a_folder_without_its_slash_leads_to_the_page[caddy]" in named
    assert "test_a_folder_without_its_slash_leads_to_the_page[nginx]" not in named
    assert "test_pages_and_hosts_have_the_same_policy" in named
