"""Programs that tests need are found where they start; they are got, or missed with what to do about it."""

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.support.programs import ALL, CHROMIUM, Found, MissingError, Program, missing, ways
from tests.support.programs.program import DoesNotWorkError


@pytest.fixture(autouse=True)
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine without any program: its folder of programs, to put some in."""
    for program in ALL:
        monkeypatch.delenv(program.variable, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    for name, path in (("env", "/usr/bin/env"), ("true", "/bin/true")):
        (tmp_path / name).symlink_to(path)
    return tmp_path


def script(path: Path, text: str) -> Path:
    path.write_text(f"#!/bin/sh\n{text}\n")
    path.chmod(0o755)
    return path


def browser(*ways: Callable[[], None]) -> Program:
    return Program("Browser", "browser", lambda: ("first", "second"), "--version", ways, "Install one.")


def told(program: Program) -> str:
    with pytest.raises(MissingError) as raised:
        program.get()
    return str(raised.value)


def test_the_first_that_starts_is_found_with_what_it_says_of_itself(machine: Path) -> None:
    path = script(machine / "second", "echo; echo a warning >&2; echo Browser 1.0")
    assert browser().find() == Found(path, "Browser 1.0")


def test_one_that_only_tells_how_to_install_it_is_passed_over(machine: Path) -> None:
    script(machine / "first", "echo install the snap; exit 1")
    path = script(machine / "second", "echo Browser 1.0")
    assert browser().find().path == path


def test_one_that_cannot_start_is_told_with_the_loaders_own_words(machine: Path) -> None:
    path = script(machine / "first", "echo first: error while loading shared libraries: libnss3.so >&2; exit 127")
    assert told(browser()) == (
        "There is no Browser on this machine that starts.\n"
        f"  {path} --version fails: first: error while loading shared libraries: libnss3.so\n"
        "Install one."
    )


def test_of_many_lines_the_one_with_the_error_is_told(machine: Path) -> None:
    script(machine / "first", "echo Error: getaddrinfo ENOTFOUND; echo '    at node:internal:12'; echo '}'; exit 1")
    assert "first --version fails: Error: getaddrinfo ENOTFOUND\n" in told(browser())


def test_one_that_fails_without_a_word_is_told_with_its_exit_code(machine: Path) -> None:
    script(machine / "first", "exit 3")
    assert "first --version fails: it ends with exit code 3\n" in told(browser())


def test_one_that_is_no_program_is_told_with_the_systems_words(machine: Path) -> None:
    path = script(machine / "first", "")
    path.write_bytes(b"no program")
    assert f"{path} cannot be started: " in told(browser())


def test_where_there_is_none_that_is_told_with_what_to_do() -> None:
    assert told(browser()) == "There is no Browser on this machine.\nInstall one."


def test_the_one_that_its_variable_names_comes_first(machine: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script(machine / "first", "echo Browser 1")
    named = script(machine / "mine", "echo Browser 2")
    monkeypatch.setenv("BROWSER", "mine")
    assert browser().find() == Found(named, "Browser 2")


def test_where_its_variable_names_one_that_does_not_start_no_other_is_taken_and_none_is_got(
    machine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script(machine / "first", "echo Browser 1")
    monkeypatch.setenv("BROWSER", "/nowhere/browser")
    words = told(browser(lambda: pytest.fail("one was got")))
    assert words.startswith("BROWSER names /nowhere/browser, which does not start. Correct or unset it.\n  ")


def test_ways_are_tried_until_one_starts(machine: Path) -> None:
    def refused() -> None:
        raise DoesNotWorkError("No network.")

    def brought() -> None:
        script(machine / "second", "echo Browser 3")

    found = browser(refused, brought, lambda: pytest.fail("one way too many")).get()
    assert found.version == "Browser 3"


def test_each_way_that_did_not_work_is_told() -> None:
    def refused(why: str) -> None:
        raise DoesNotWorkError(why)

    words = told(browser(partial(refused, "No network."), partial(refused, "No room.")))
    assert words == "There is no Browser on this machine.\n  No network.\n  No room.\nInstall one."


def test_a_command_that_needs_one_ends_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match=r"There is no Browser on this machine\.\nInstall one\."):
        browser().get_or_exit()
    assert capsys.readouterr().out == ""


def test_those_that_cannot_be_had_are_given_and_the_others_named(
    machine: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script(machine / "first", "echo Browser 1")
    other = Program("Server", "server", lambda: ("none",), "version", (), "Install it.")
    assert list(missing((browser(), other))) == [other]
    assert capsys.readouterr().out == f"Browser for the tests: {machine / 'first'} (Browser 1)\n"


APT = """echo "$*" >> {log}; case "$*" in
    *"install -y --no-install-recommends first"*) printf '#!/bin/sh\\necho Browser 4\\n' > {to}; /bin/chmod +x {to};;
esac"""


def test_installing_is_said_before_anything_is_done(machine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script(machine / "apt-get", APT.format(log=machine / "log", to=machine / "first"))
    assert browser(partial(ways.install, "first", "fonts")).get().version == "Browser 4"
    assert capsys.readouterr().out == (
        "Installing on this machine: apt-get install -y --no-install-recommends first fonts\n"
    )
    assert len((machine / "log").read_text().splitlines()) == 2


def test_who_may_not_install_is_told_the_command_and_nothing_is_tried(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    script(machine / "sudo", "echo a password is required >&2; exit 1")
    script(machine / "apt-get", f"touch {machine / 'log'}")
    words = told(browser(partial(ways.install, "first")))
    assert "To install it needs root: sudo apt-get install -y --no-install-recommends first" in words
    assert capsys.readouterr().out == ""
    assert not (machine / "log").exists()


@pytest.mark.parametrize("way", [ways.install, ways.unpack])
def test_without_apt_get_nothing_is_installed_or_unpacked(
    way: Callable[[str], None], capsys: pytest.CaptureFixture[str]
) -> None:
    way("first")
    assert capsys.readouterr().out == ""


def test_a_package_that_cannot_be_had_is_told_with_apt_gets_words(machine: Path) -> None:
    script(machine / "apt-get", "echo E: Unable to locate package first >&2; exit 100")
    assert "E: Unable to locate package first" in told(browser(partial(ways.install, "first")))


def test_a_download_of_playwrights_chromium_is_said_and_told_where_it_fails(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "executable", str(script(machine / "python", "echo no network; exit 1")))
    monkeypatch.setattr(ways, "DOWNLOADS", machine / "downloads")
    assert "install --no-shell chromium fails: no network" in told(browser(ways.download))
    assert capsys.readouterr().out.startswith(f"Downloading into {machine / 'downloads'}: playwright install")


def test_chromium_is_looked_for_under_the_names_that_systems_give_it(machine: Path) -> None:
    path = script(machine / "google-chrome", "echo Google Chrome 156.0")
    assert CHROMIUM.find() == Found(path, "Google Chrome 156.0")
