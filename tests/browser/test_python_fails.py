"""Python that cannot run: the reader is told in a sentence, pointed to the tables, and may try again."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenSite
from tests.support.reader import unfold_around
from tests.support.visit import checker, expect_failure, expect_state, file_of, keep_starts


class TestFailure:
    def test_without_webassembly_the_reader_is_pointed_to_the_tables(
        self, checker_site: Path, open_site: OpenSite
    ) -> None:
        visit = open_site(checker_site)
        visit.page.add_init_script("delete globalThis.WebAssembly")
        visit.page.goto("")
        expect_failure(visit, "no-webassembly")
        assert not [path for path in visit.server.requests if "runtime/" in path]

    @pytest.mark.parametrize(
        "lost,why",
        [
            ("assets/python/worker.js", "no-worker"),
            ("assets/python/download.js", "no-worker"),
            ("assets/runtime/manifest.json", "no-manifest"),
            ("assets/runtime/*/pyodide.mjs", "missing-file"),
            ("assets/runtime/*/pyodide.asm.js", "missing-file"),
            ("assets/runtime/*/pyodide.asm.wasm", "missing-file"),
            ("assets/runtime/*/python_stdlib.zip", "missing-file"),
            ("assets/runtime/*/pyodide-lock.json", "missing-file"),
            ("assets/runtime/*/policy-*.whl", "missing-file"),
            ("assets/runtime/*/jinja2-*.whl", "missing-file"),
            ("assets/runtime/*/markupsafe-*.whl", "missing-file"),
        ],
    )
    def test_a_missing_file_points_to_the_tables(
        self, checker_site: Path, open_site: OpenSite, lost: str, why: str
    ) -> None:
        keep_starts(checker_site, "whole")
        visit = open_site(checker_site)
        lost_or_refused = "404|integrity|missing-file|no-manifest|unreadable-file|error occurred while loading"
        visit.problems.expect(lost_or_refused)
        visit.server.missing.add(lost)
        visit.page.goto("")
        expect_failure(visit, why)

    def test_a_blocked_worker_points_to_the_tables(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.problems.expect("worker-src")
        visit.page.goto("no-workers.html")
        expect_failure(visit, "no-worker")

    def test_a_wheel_with_another_hash_is_refused(self, checker_site: Path, open_site: OpenSite) -> None:
        keep_starts(checker_site, "whole")
        wheel = file_of(checker_site, "wheels-*/policy-*.whl")
        wheel.write_bytes(wheel.read_bytes()[:-1] + b"x")
        visit = open_site(checker_site)
        visit.problems.expect("integrity|digest|unreadable-file")
        visit.page.goto("")
        expect_failure(visit, "unreadable-file")

    def test_a_wheel_that_the_lock_file_does_not_know_is_refused(self, checker_site: Path, open_site: OpenSite) -> None:
        manifest = file_of(checker_site, "manifest.json")
        data = keep_starts(checker_site, "whole")
        jinja = next(file for file in data["files"] if "jinja2-" in file["path"])
        policy = next(file for file in data["files"] if "policy-" in file["path"])
        (checker_site / "assets/runtime" / policy["path"]).write_bytes(
            (checker_site / "assets/runtime" / jinja["path"]).read_bytes()
        )
        policy["bytes"], policy["integrity"] = jinja["bytes"], jinja["integrity"]
        manifest.write_text(json.dumps(data))
        visit = open_site(checker_site)
        visit.problems.expect("disagree|error occurred while loading policy|No module named 'policy'")
        visit.page.goto("")
        expect_failure(visit, "unreadable-file")

    def test_a_library_that_is_cut_short_is_refused(self, checker_site: Path, open_site: OpenSite) -> None:
        keep_starts(checker_site, "whole")
        library = file_of(checker_site, "pyodide-*/python_stdlib.zip")
        library.write_bytes(library.read_bytes()[:-1000])
        visit = open_site(checker_site)
        visit.problems.expect("")  # Python says at length that it has no library
        visit.page.goto("")
        expect_failure(visit, "wrong-size")

    def test_wasm_that_the_browser_refuses_is_noticed_at_once(self, checker_site: Path, open_site: OpenSite) -> None:
        keep_starts(checker_site, "whole")
        path = file_of(checker_site, "pyodide-*/pyodide.asm.wasm")
        data = bytearray(path.read_bytes())
        data[1000:1100] = bytes(100)
        path.write_bytes(data)
        visit = open_site(checker_site)
        visit.problems.expect("wasm|WebAssembly|unreadable-file")
        visit.page.goto("")
        expect_state(visit, "failed")
        assert checker(visit).get_attribute("data-why") in {"wasm", "unreadable-file"}

    def test_a_file_that_never_comes_is_given_up(self, checker_site: Path, open_site: OpenSite) -> None:
        keep_starts(checker_site, "whole")
        visit = open_site(checker_site)
        visit.page.clock.install()
        with visit.server.holding("*/python_stdlib.zip"):
            visit.page.goto("")
            expect_state(visit, "loading")
            visit.page.clock.run_for("01:30")
            expect_failure(visit, "stalled")

    def test_after_a_failure_the_reader_can_try_again(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.problems.expect("404|missing-file|Failed")
        visit.server.missing.add("*.wasm")
        visit.page.goto("")
        unfold_around(visit.page.locator('[name="fulfilment"][value="platform"]')).check()
        expect_failure(visit, "missing-file")
        visit.server.missing.clear()
        checker(visit).get_by_role("button", name="Try again").click()
        expect_state(visit, "ready")
        expect(checker(visit).get_by_role("status")).to_contain_text("Updated.")
        assert visit.answers()[-1]["facts"]["fulfilment"] == "platform"
