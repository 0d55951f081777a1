"""The ways to start Python: the snapshot first, and after whatever goes wrong with one way the next."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from makegood.runtime import exercise, quick, wasm
from makegood.whole_cases import case_files
from policy.browser import respond
from tests.browser.conftest import OpenSite
from tests.support.visit import (
    PYTHON,
    checker,
    expect_answer,
    expect_start,
    expect_start_in_spite_of,
    expect_state,
    file_of,
    keep_starts,
    replace_file,
    start_of,
)

BEYOND_MEMORY = b"99999999"
"""An address of as many digits as a snapshot has for a function of Python's, where there is none."""


class TestTheSnapshot:
    def test_it_is_the_first_way_to_start(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.page.goto("")
        expect_start(visit, "snapshot")

    @pytest.mark.parametrize(
        "start,every",
        [
            ("snapshot", 60),
            ("lean", 60),
            ("whole", 60),
            *(pytest.param(start, 1, marks=pytest.mark.thorough) for start in ("snapshot", "lean", "whole")),
        ],
    )
    def test_every_start_answers_as_cpython_does(
        self, checker_site: Path, open_site: OpenSite, start: str, every: int
    ) -> None:
        keep_starts(checker_site, start)
        requests = [
            json.dumps(
                {"facts": dict(case.facts), "on": case.on.isoformat(), "preset": [], "prefix": "c", "root": "../"}
            )
            for case in case_files()[:: min(every, 20)]
        ]
        answers = {request: respond(request) for request in requests} | dict(exercise.transcript()[::every])
        visit = open_site(checker_site)
        visit.page.goto("")
        expect_start(visit, start)
        ask = f"requests => {PYTHON}.then((python) => Promise.all(requests.map((request) => python.ask(request))))"
        assert visit.page.evaluate(ask, list(answers)) == list(answers.values())
        assert start_of(visit) == start


class TestTheNextWayToStart:
    @pytest.mark.parametrize(
        "lost,start",
        [
            pytest.param(["python.snapshot"], "lean", marks=pytest.mark.thorough),
            pytest.param(["python.wasm"], "lean", marks=pytest.mark.thorough),
            pytest.param(["python.zip"], "snapshot", marks=pytest.mark.thorough),
            (["python.snapshot", "python.zip"], "whole"),
        ],
    )
    def test_what_only_a_quick_start_needs_may_be_missing(
        self, checker_site: Path, open_site: OpenSite, lost: list[str], start: str
    ) -> None:
        visit = open_site(checker_site)
        visit.server.missing.update(f"assets/runtime/quick-*/{name}" for name in lost)
        expect_start_in_spite_of("404|missing-file", visit, start)

    def test_a_snapshot_with_another_hash_is_not_used(self, checker_site: Path, open_site: OpenSite) -> None:
        snapshot = file_of(checker_site, "quick-*/python.snapshot")
        data = bytearray(snapshot.read_bytes())
        data[len(data) // 2] ^= 1
        snapshot.write_bytes(data)
        expect_start_in_spite_of("unreadable-file.*not as it was made", open_site(checker_site), "lean")

    @pytest.mark.parametrize(
        "is_right", [pytest.param(True, marks=pytest.mark.thorough, id="right"), pytest.param(False, id="changed")]
    )
    def test_on_plain_http_where_the_browser_does_not_hash_files_are_checked_all_the_same(
        self, checker_site: Path, open_site: OpenSite, is_right: bool
    ) -> None:
        worker = checker_site / "assets" / "python" / "worker.js"
        worker.write_text('Object.defineProperty(crypto, "subtle", { value: undefined });\n' + worker.read_text())
        snapshot = file_of(checker_site, "quick-*/python.snapshot")
        if not is_right:
            snapshot.write_bytes(snapshot.read_bytes().replace(b"Do not refund", b"Do refund now"))
        visit = open_site(checker_site)
        if is_right:
            visit.page.goto("")
            expect_start(visit, "snapshot")
        else:
            expect_start_in_spite_of("unreadable-file.*not as it was made", visit, "lean")

    def test_a_snapshot_that_is_cut_short_is_not_used(self, checker_site: Path, open_site: OpenSite) -> None:
        snapshot = file_of(checker_site, "quick-*/python.snapshot")
        snapshot.write_bytes(snapshot.read_bytes()[:-4096])
        expect_start_in_spite_of("wrong-size", open_site(checker_site), "lean")

    @pytest.mark.parametrize(
        "damage",
        [
            "no such function",
            *(
                pytest.param(damage, marks=pytest.mark.thorough)
                for damage in ("no snapshot", "too few pages", "another memory")
            ),
        ],
    )
    def test_a_snapshot_that_cannot_be_restored_is_given_up(
        self, checker_site: Path, open_site: OpenSite, damage: str
    ) -> None:
        data = file_of(checker_site, "quick-*/python.snapshot").read_bytes()
        length = int.from_bytes(data[4:8], "little")
        head, pages = data[: 8 + length], data[8 + length :]
        wrong = {
            "no snapshot": b"SGM" + data[3:],
            "too few pages": data[:-4096],
            "no such function": re.sub(rb'"answer":\d+', b'"answer":' + BEYOND_MEMORY, head) + pages,
            "another memory": head + pages[4096:] + pages[:4096],
        }
        replace_file(checker_site, "quick-*/python.snapshot", wrong[damage])
        # Any problem: how it goes wrong depends on where memory is wrong.
        expect_start_in_spite_of("", open_site(checker_site), "lean")

    def test_a_function_that_was_cut_by_mistake_is_a_trap_and_no_answer(
        self, checker_site: Path, open_site: OpenSite
    ) -> None:
        fewer = wasm.cut(file_of(checker_site, "quick-*/python.wasm").read_bytes(), (), quick.EXPORTS)
        replace_file(checker_site, "quick-*/python.wasm", fewer)
        expect_start_in_spite_of("unreachable", open_site(checker_site), "lean")

    def test_webassembly_that_the_browser_refuses_is_not_waited_for(
        self, checker_site: Path, open_site: OpenSite
    ) -> None:
        replace_file(checker_site, "quick-*/python.wasm", b"\0asm\1\0\0\0 no more")
        expect_start_in_spite_of("wasm", open_site(checker_site), "lean")

    def test_a_question_that_the_snapshot_cannot_answer_is_asked_again(
        self, checker_site: Path, open_site: OpenSite
    ) -> None:
        restore = checker_site / "assets" / "python" / "restore.js"
        code = restore.read_text()
        assert "return (request) =>" in code
        refusing = "return (request) => request.includes('fulfilment') ? exports.nothing() :"
        restore.write_text(code.replace("return (request) =>", refusing))
        visit = open_site(checker_site)
        visit.problems.expect("exports.nothing is not a function")
        visit.page.goto("")
        expect_state(visit, "ready")
        assert start_of(visit) == "snapshot"
        expect_answer(visit)
        assert start_of(visit) == "lean"

    def test_a_snapshot_that_never_comes_is_not_waited_for_long(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.page.clock.install()
        with visit.server.holding("*/quick-*/python.snapshot"):
            visit.page.goto("")
            expect_state(visit, "loading")
            expect(checker(visit).get_by_role("progressbar")).to_have_attribute("max", re.compile(r"\d{4}"))
            visit.page.clock.run_for("00:20")
            expect_start(visit, "lean")

    @pytest.mark.parametrize(
        "lacks", ["policy/messages/", pytest.param("tomllib/_parser.pyc", marks=pytest.mark.thorough)]
    )
    def test_a_lean_library_that_lacks_something_is_replaced_by_the_whole(
        self, checker_site: Path, open_site: OpenSite, lacks: str
    ) -> None:
        keep_starts(checker_site, "lean", "whole")
        library = file_of(checker_site, "quick-*/python.zip").read_bytes()
        without = library.replace(lacks.encode(), lacks.replace("s", "x").encode())
        replace_file(checker_site, "quick-*/python.zip", without)
        expect_start_in_spite_of("ModuleNotFoundError|ValueError", open_site(checker_site), "whole")
