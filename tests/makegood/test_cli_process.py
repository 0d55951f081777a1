"""The command as a program of its own: pipes, terminals, closed doors, and the two commands that must work."""

import json
import os
import pty
import shlex
import subprocess
import sys
from typing import Any

import pytest

from makegood.checkout import ROOT
from tests.policy.given import ids, kingston

pytestmark = pytest.mark.processes

MAKEGOOD = [sys.executable, "-m", "makegood"]
SELLER = b'{"side": "seller", "programme": "kingston-express", "problem": "damaged"}'

type Run = subprocess.CompletedProcess[bytes]


def run(*arguments: str | bytes, given: bytes = b"", **options: Any) -> Run:
    """Run the command; what it prints comes back as bytes."""
    whole: list[str | bytes] = [*MAKEGOOD, *arguments]
    return subprocess.run(whole, input=given, cwd=ROOT, capture_output=True, check=False, **options)


def shell(line: str) -> dict[str, Any]:
    """Run a line as somebody would type it in the project's folder, and read the advice that it prints."""
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    advice: dict[str, Any] = json.loads(done.stdout)
    return advice


def on_a_terminal(*arguments: str, given: bytes) -> tuple[int, str, str]:
    """Run the command with a terminal as its output: its exit code, what the terminal shows, and standard error."""
    screen, terminal = pty.openpty()
    streams = {"stdin": subprocess.PIPE, "stdout": terminal, "stderr": subprocess.PIPE}
    with subprocess.Popen([*MAKEGOOD, *arguments], cwd=ROOT, **streams) as process:  # type: ignore[call-overload]
        os.close(terminal)
        process.stdin.write(given)
        process.stdin.close()
        shown = b""  # it is read while it is written: a terminal that nobody reads holds only so much
        try:
            while part := os.read(screen, 65536):
                shown += part
        except OSError:  # Linux tells in this way that nobody writes any more
            pass
        os.close(screen)
        errors = process.stderr.read()
    return process.returncode, shown.decode(), errors.decode()


def with_streams(redirection: str, *, given: bytes = b"") -> Run:
    """Run `makegood assess` with its streams redirected as a shell does it."""
    command = " ".join(map(shlex.quote, [*MAKEGOOD, "assess"]))
    return subprocess.run(
        ["bash", "-c", f"{command} {redirection}"], input=given, cwd=ROOT, capture_output=True, check=False
    )


def is_told_without_a_traceback(done: Run) -> bool:
    return done.returncode == 2 and b"Traceback" not in done.stderr and bool(json.loads(done.stderr)["errors"])


def test_a_seller_of_a_dispatched_order_is_told_to_acknowledge_route_and_wait_and_what_not_to_do() -> None:
    advice = shell(
        """printf '{"side":"seller","programme":"kingston-express","fulfilment":"platform","problem":"damaged","inspection":"pending"}' | .venv/bin/makegood assess -"""  # noqa: E501  # word for word
    )
    assert [step["id"] for step in advice["steps"]] == [
        "kx-acknowledge",
        "kx-send-to-order-system",
        "kx-wait-for-inspection",
    ]
    acknowledge, route, wait = (set(step["cites"]) for step in advice["steps"])
    assert (acknowledge, wait) == ({"KX-10"}, {"KX-12"})
    assert route >= {"KX-11"}  # the page of Kingston Express itself says how a report goes in
    avoid = {line["id"]: set(line["cites"]) for line in advice["avoid"]}
    assert avoid["kx-no-refund-yet"] >= {"KX-13", "KX-80", "KX-99"}
    assert avoid["kx-no-replacement-yet"] >= {"KX-14", "KX-81", "KX-99"}
    assert avoid["kx-do-not-admit-fault"] == {"KX-15"}
    assert avoid["kx-no-return-to-you"] == {"KX-16", "KX-82"}


def test_without_knowing_who_shipped_it_only_what_holds_either_way_is_said_and_that_is_asked_first() -> None:
    advice = shell(
        """printf '{"side":"seller","programme":"kingston-express","problem":"damaged","inspection":"pending"}' | .venv/bin/makegood assess -"""  # noqa: E501  # word for word
    )
    assert advice["responsible"]["party"] == "unknown"
    assert advice["responsible"]["cites"] == ["KX-02"]
    assert advice["questions"][0]["fact"] == "fulfilment"
    assert advice["remedy"]["ask"] == []
    either_way = [kingston(problem="damaged", inspection="pending", fulfilment=who) for who in ("platform", "seller")]
    assert {line["id"] for line in advice["avoid"]} >= {line.id for known in either_way for line in known.avoid}
    on_both_paths = set.intersection(*(set(ids(known.steps)) for known in either_way))
    on_one_path = {step.id for known in either_way for step in known.steps} - on_both_paths
    # answering within a day is for either path, if in other words where the order was dispatched
    assert {step["id"] for step in advice["steps"]} & on_one_path <= {"kx-reply-within-a-day"}


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    many = b"[" + b",".join([SELLER] * 100) + b"]"
    with subprocess.Popen([*MAKEGOOD, "assess"], cwd=ROOT, stdin=-1, stdout=-1, stderr=-1) as started:
        assert started.stdin
        assert started.stdout
        assert started.stderr
        started.stdin.write(many)
        started.stdin.close()
        assert started.stdout.read(10)
        started.stdout.close()
        assert started.stderr.read() == b""
        assert started.wait() == 0


def test_on_a_terminal_the_advice_is_text() -> None:
    code, shown, told = on_a_terminal("assess", given=SELLER)
    assert (code, told) == (0, "")
    assert "DO THIS, IN THIS ORDER" in shown


def test_on_a_terminal_errors_are_sentences() -> None:
    code, shown, told = on_a_terminal("assess", given=b'{"side": "sellr"}')
    assert (code, shown) == (2, "")
    assert told == "side cannot be “sellr”. Use one of: buyer, seller.\n"


def test_on_a_terminal_json_is_given_where_it_is_asked_for() -> None:
    code, shown, _ = on_a_terminal("assess", "--format", "json", given=SELLER)
    assert code == 0
    assert json.loads(shown)["steps"]


def test_the_output_is_utf_8_whatever_the_locale_says() -> None:
    locale = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "latin-1"}
    done = run(
        "assess",
        given='{"order_number": "商店", "side": "seller", "programme": "kingston-express"}'.encode(),
        env=locale,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "商店".encode() in done.stdout


def test_an_input_that_is_closed_is_told_without_a_traceback() -> None:
    assert is_told_without_a_traceback(with_streams("<&-"))


def test_an_output_that_is_closed_is_no_traceback() -> None:
    assert b"Traceback" not in with_streams(">&-", given=SELLER).stderr


def test_an_output_that_is_full_is_told_without_a_traceback() -> None:
    done = with_streams("> /dev/full", given=SELLER)
    assert done.returncode != 0
    assert done.stderr
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


@pytest.mark.parametrize("form", ["json", "text"])
def test_a_file_name_that_is_not_utf_8_is_told_without_a_traceback(form: str) -> None:
    done = run("assess", "--format", form, b"\xff\xfe.json")
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr
    assert b"cannot be read" in done.stderr


@pytest.mark.parametrize("depth", [900, 9996, 9997, 9998, 9999, 50_000])
def test_json_nested_to_the_edge_of_what_can_be_read_is_no_traceback(depth: int) -> None:
    done = run("assess", given=b'{"side":' + b"[" * depth + b"]" * depth + b"}")
    assert done.returncode == 2
    assert done.stderr
    assert b"Traceback" not in done.stderr
