"""Python in the reader's browser: how it starts, what it shows meanwhile, what the reader is told when it cannot."""

import base64
import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from makegood.runtime import exercise, quick, wasm
from policy.browser import respond
from tests.browser.conftest import POLICY_OF_THE_PAGE, OpenSite, Visit
from tests.support.case_files import case_files

START = 60_000
"""How long a start may take on a busy machine, in milliseconds."""


def checker(visit: Visit) -> Locator:
    return visit.page.locator("makegood-checker").first


def expect_state(visit: Visit, state: str) -> None:
    expect(checker(visit)).to_have_attribute("data-state", state, timeout=START)


def expect_failure(visit: Visit, why: str) -> None:
    """The reader is told in a sentence, is pointed to the tables, and has the questions and the answer of the build."""
    expect_state(visit, "failed")
    expect(checker(visit)).to_have_attribute("data-why", why)
    status = checker(visit).get_by_role("status")
    expect(status).to_contain_text("Your answers stay on this page")
    expect(status.get_by_role("link")).to_have_attribute("href", "#tables")
    expect(checker(visit).get_by_role("progressbar")).to_have_count(0)
    expect(checker(visit).locator("form input").first).to_be_attached()


def file_of(site: Path, pattern: str) -> Path:
    (found,) = (site / "assets" / "runtime").glob(pattern)
    return found


def keep_starts(site: Path, *names: str) -> dict[str, Any]:
    """Leave only these ways to start in the site's manifest, and give the manifest."""
    path = file_of(site, "manifest.json")
    manifest: dict[str, Any] = json.loads(path.read_text())
    manifest["starts"] = [start for start in manifest["starts"] if start["name"] in names]
    path.write_text(json.dumps(manifest))
    return manifest


_PYTHON = """import("/assets/checker/python.js").then(({ Python }) =>
  Python.at(new URL("assets/runtime/", document.baseURI).href))"""
"""The page's own Python, seen from a test."""


def replace_file(site: Path, pattern: str, data: bytes) -> None:
    """Put another file in the place of one, and let the manifest tell its size and hash truly."""
    path = file_of(site, pattern)
    path.write_bytes(data)
    manifest_path = file_of(site, "manifest.json")
    manifest = json.loads(manifest_path.read_text())
    [listed] = [file for file in manifest["files"] if file["path"].endswith(path.name)]
    listed["bytes"] = len(data)
    listed["integrity"] = "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()
    manifest_path.write_text(json.dumps(manifest))


def expect_start(visit: Visit, name: str) -> None:
    """The checker gets ready in this way, and answers."""
    expect_state(visit, "ready")
    assert visit.page.evaluate(f"{_PYTHON}.then((python) => python.how)") == name
    visit.page.locator('[name="fulfilment"][value="platform"]').check()
    expect(checker(visit).get_by_role("status")).to_contain_text("Updated.")
    assert visit.answers()[-1]["facts"]["fulfilment"] == "platform"


class TestStart:
    def test_the_checker_gets_ready_and_answers(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.page.goto("")
        expect_state(visit, "ready")
        expect(checker(visit).get_by_role("status")).to_have_text("The checker is ready.")
        visit.page.locator('[name="fulfilment"][value="platform"]').check()
        expect(checker(visit).get_by_role("status")).to_contain_text("Updated.")
        assert visit.answers()[-1]["facts"]["fulfilment"] == "platform"

    def test_nothing_is_fetched_twice_or_beside_the_manifest(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.page.goto("two.html")
        expect_state(visit, "ready")
        fetched = {path: times for path, times in visit.server.requests.items() if "runtime/" in path}
        manifest = json.loads((checker_site / "assets" / "runtime" / "manifest.json").read_text())
        expected = {"manifest.json", *manifest["starts"][0]["files"]}
        assert fetched == {f"assets/runtime/{path}": 1 for path in expected}

    def test_python_runs_too_when_the_host_sends_the_policy_which_then_also_holds_for_the_worker(
        self, checker_site: Path, open_site: OpenSite
    ) -> None:
        visit = open_site(checker_site)
        visit.server.headers["Content-Security-Policy"] = POLICY_OF_THE_PAGE
        visit.page.goto("")
        expect_state(visit, "ready")
        visit.page.locator('[name="fulfilment"][value="platform"]').check()
        expect(checker(visit).get_by_role("status")).to_contain_text("Updated.")

    def test_a_policy_without_wasm_is_noticed(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.problems.expect("wasm")
        visit.server.headers["Content-Security-Policy"] = POLICY_OF_THE_PAGE.replace(" 'wasm-unsafe-eval'", "")
        visit.page.goto("")
        expect_failure(visit, "wasm")

    def test_two_checkers_share_one_worker(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.page.goto("two.html")
        expect_state(visit, "ready")
        expect(visit.page.locator("#checker-2")).to_have_attribute("data-state", "ready")
        assert len(visit.page.workers) == 1

    def test_a_checker_far_below_starts_when_the_reader_comes_near(
        self, checker_site: Path, open_site: OpenSite
    ) -> None:
        visit = open_site(checker_site, viewport={"width": 800, "height": 600})
        visit.page.goto("far.html")
        expect_state(visit, "static")
        visit.page.wait_for_timeout(300)
        assert not visit.page.workers
        checker(visit).scroll_into_view_if_needed()
        expect_state(visit, "ready")

    def test_a_page_without_a_checker_loads_nothing_heavy(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.page.goto("none.html")
        visit.page.wait_for_timeout(300)
        assert not visit.page.workers
        assert not [path for path in visit.server.requests if "runtime/" in path]


class TestTheAnswer:
    def test_after_each_click_the_page_shows_exactly_what_python_rendered(
        self, checker_site: Path, open_site: OpenSite
    ) -> None:
        visit = open_site(checker_site)
        visit.page.add_init_script("""
          window.differences = [];
          const plain = (html) => Object.assign(document.createElement("template"), { innerHTML: html }).innerHTML;
          document.addEventListener("makegood:answer", ({ target, detail }) => {
            for (const [name, html] of Object.entries(JSON.parse(detail.response))) {
              const part = target.querySelector(`[data-part="${name}"]`);
              const shown = part?.innerHTML.replaceAll(/ (open|data-new)=""/g, "");
              if (shown !== undefined && shown !== plain(html)) window.differences.push([shown, html]);
            }
          });
        """)
        visit.page.goto("")
        expect_state(visit, "ready")
        for step in range(12):
            # A different question each time, answered before or not.
            visit.page.evaluate("for (const fold of document.querySelectorAll('form details')) fold.open = true")
            choices = checker(visit).locator("input[type=radio]:visible:not(:checked)")
            before = len(visit.answers())
            choices.nth(step * 7 % choices.count()).click()
            for _ in range(200):
                if len(visit.answers()) > before:
                    break
                visit.page.wait_for_timeout(20)
            assert len(visit.answers()) > before
        assert visit.page.evaluate("window.differences") == []


class TestProgress:
    def test_progress_is_shown_in_bytes_and_only_ever_grows(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.page.add_init_script("""
          window.seen = [];
          new MutationObserver(() => {
            const text = document.querySelector(".mg-progress span")?.textContent;
            if (text && text !== window.seen.at(-1)) window.seen.push(text);
          }).observe(document, { subtree: true, childList: true, characterData: true });
        """)
        visit.page.goto("")
        expect_state(visit, "ready")
        seen: list[str] = visit.page.evaluate("window.seen")
        manifest = json.loads((checker_site / "assets" / "runtime" / "manifest.json").read_text())
        total = sum(file["bytes"] for file in manifest["files"] if file["path"] in manifest["starts"][0]["files"])
        pattern = re.compile(r"^Getting the checker ready: (\d+\.\d) of (\d+\.\d) MB$")
        matches = [pattern.match(text) for text in seen if text != "Starting it"]
        steps = [(float(match[1]), float(match[2])) for match in matches if match]
        assert len(steps) == len(matches) > 5
        assert all(before <= after for (before, _), (after, _) in pairwise(steps))
        assert {of for _, of in steps} == {round(total / 1e6, 1)}
        assert steps[-1][0] == steps[-1][1]
        assert seen[-1] == "Starting it"

    def test_while_a_file_is_slow_the_page_is_usable_and_answers_are_kept(
        self, checker_site: Path, open_site: OpenSite
    ) -> None:
        visit = open_site(checker_site)
        with visit.server.holding("*/python.wasm"):
            visit.page.goto("")
            expect_state(visit, "loading")
            bar = checker(visit).get_by_role("progressbar")
            expect(bar).to_have_attribute("max", re.compile(r"\d+"))
            assert 0 <= bar.evaluate("bar => bar.position") < 1
            visit.page.locator('[name="fulfilment"][value="platform"]').check()
            expect(checker(visit).get_by_role("status")).to_contain_text("Your answers are kept.")
            expect(checker(visit).locator("[data-part=answer]")).to_have_attribute("data-stale", "")
        expect_state(visit, "ready")
        expect(checker(visit).locator("[data-part=answer]")).not_to_have_attribute("data-stale", "")
        assert [answer["facts"].get("fulfilment") for answer in visit.answers()] == ["platform"]
        expect(visit.page.locator('[name="fulfilment"][value="platform"]')).to_be_checked()


class TestTheSnapshot:
    def test_it_is_the_first_way_to_start(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.page.goto("")
        expect_start(visit, "snapshot")

    @pytest.mark.parametrize("start", ["snapshot", "lean", "whole"])
    def test_every_start_answers_as_cpython_does(self, checker_site: Path, open_site: OpenSite, start: str) -> None:
        keep_starts(checker_site, start)
        requests = [
            json.dumps(
                {"facts": dict(case.facts), "on": case.on.isoformat(), "preset": [], "prefix": "c", "root": "../"}
            )
            for case in case_files()
        ]
        requests += [request for request, _ in exercise.transcript()[:: 1 if start == "snapshot" else 9]]
        visit = open_site(checker_site)
        visit.page.goto("")
        expect_start(visit, start)
        ask = f"requests => {_PYTHON}.then((python) => Promise.all(requests.map((request) => python.ask(request))))"
        for request, response in zip(requests, visit.page.evaluate(ask, requests), strict=True):
            assert response == respond(request)
        assert visit.page.evaluate(f"{_PYTHON}.then((python) => python.how)") == start


class TestTheNextWayToStart:
    @pytest.mark.parametrize(
        "lost,start",
        [
            (["python.snapshot"], "lean"),
            (["python.wasm"], "lean"),
            (["python.zip"], "snapshot"),
            (["python.snapshot", "python.zip"], "whole"),
        ],
    )
    def test_what_only_a_quick_start_needs_may_be_missing(
        self, checker_site: Path, open_site: OpenSite, lost: list[str], start: str
    ) -> None:
        visit = open_site(checker_site)
        visit.problems.expect("404|missing-file")
        visit.server.missing.update(f"assets/runtime/quick-*/{name}" for name in lost)
        visit.page.goto("")
        expect_start(visit, start)

    def test_a_snapshot_with_another_hash_is_not_used(self, checker_site: Path, open_site: OpenSite) -> None:
        snapshot = file_of(checker_site, "quick-*/python.snapshot")
        data = bytearray(snapshot.read_bytes())
        data[len(data) // 2] ^= 1
        snapshot.write_bytes(data)
        visit = open_site(checker_site)
        visit.problems.expect("unreadable-file.*not as it was made")
        visit.page.goto("")
        expect_start(visit, "lean")

    def test_a_snapshot_that_is_cut_short_is_not_used(self, checker_site: Path, open_site: OpenSite) -> None:
        snapshot = file_of(checker_site, "quick-*/python.snapshot")
        snapshot.write_bytes(snapshot.read_bytes()[:-4096])
        visit = open_site(checker_site)
        visit.problems.expect("wrong-size")
        visit.page.goto("")
        expect_start(visit, "lean")

    @pytest.mark.parametrize("damage", ["no snapshot", "too few pages", "no such function", "another memory"])
    def test_a_snapshot_that_cannot_be_restored_is_given_up(
        self, checker_site: Path, open_site: OpenSite, damage: str
    ) -> None:
        data = file_of(checker_site, "quick-*/python.snapshot").read_bytes()
        length = int.from_bytes(data[4:8], "little")
        head, pages = data[: 8 + length], data[8 + length :]
        wrong = {
            "no snapshot": b"SGM" + data[3:],
            "too few pages": data[:-4096],
            "no such function": re.sub(rb'"answer":\d+', lambda found: found[0][:-2] + b"00", head) + pages,
            "another memory": head + pages[4096:] + pages[:4096],
        }
        replace_file(checker_site, "quick-*/python.snapshot", wrong[damage])
        visit = open_site(checker_site)
        visit.problems.expect("")  # how it goes wrong depends on where memory is wrong
        visit.page.goto("")
        expect_start(visit, "lean")

    def test_a_function_that_was_cut_by_mistake_is_a_trap_and_no_answer(
        self, checker_site: Path, open_site: OpenSite
    ) -> None:
        fewer = wasm.cut(file_of(checker_site, "quick-*/python.wasm").read_bytes(), (), quick.EXPORTS)
        replace_file(checker_site, "quick-*/python.wasm", fewer)
        visit = open_site(checker_site)
        visit.problems.expect("unreachable")
        visit.page.goto("")
        expect_start(visit, "lean")

    def test_webassembly_that_the_browser_refuses_is_not_waited_for(
        self, checker_site: Path, open_site: OpenSite
    ) -> None:
        replace_file(checker_site, "quick-*/python.wasm", b"\0asm\1\0\0\0 no more")
        visit = open_site(checker_site)
        visit.problems.expect("wasm")
        visit.page.goto("")
        expect_start(visit, "lean")

    def test_a_question_that_the_snapshot_cannot_answer_is_asked_again(
        self, checker_site: Path, open_site: OpenSite
    ) -> None:
        restore = checker_site / "assets" / "checker" / "restore.js"
        code = restore.read_text()
        assert "return (request) =>" in code
        refusing = "return (request) => request.includes('fulfilment') ? exports.nothing() :"
        restore.write_text(code.replace("return (request) =>", refusing))
        visit = open_site(checker_site)
        visit.problems.expect("exports.nothing is not a function")
        visit.page.goto("")
        expect_state(visit, "ready")
        assert visit.page.evaluate(f"{_PYTHON}.then((python) => python.how)") == "snapshot"
        visit.page.locator('[name="fulfilment"][value="platform"]').check()
        expect(checker(visit).get_by_role("status")).to_contain_text("Updated.", timeout=START)
        assert visit.answers()[-1]["facts"]["fulfilment"] == "platform"
        assert visit.page.evaluate(f"{_PYTHON}.then((python) => python.how)") == "lean"

    def test_a_snapshot_that_never_comes_is_not_waited_for_long(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.page.clock.install()
        with visit.server.holding("*/quick-*/python.snapshot"):
            visit.page.goto("")
            expect_state(visit, "loading")
            expect(checker(visit).get_by_role("progressbar")).to_have_attribute("max", re.compile(r"\d{4}"))
            visit.page.clock.run_for("00:20")
            expect_start(visit, "lean")

    @pytest.mark.parametrize("lacks", ["tomllib/_parser.pyc", "policy/messages/"])
    def test_a_lean_library_that_lacks_something_is_replaced_by_the_whole(
        self, checker_site: Path, open_site: OpenSite, lacks: str
    ) -> None:
        keep_starts(checker_site, "lean", "whole")
        library = file_of(checker_site, "quick-*/python.zip")
        library.write_bytes(library.read_bytes().replace(lacks.encode(), lacks.replace("s", "x").encode()))
        visit = open_site(checker_site)
        visit.problems.expect("ModuleNotFoundError|ValueError")
        visit.page.goto("")
        expect_start(visit, "whole")


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
            ("assets/checker/worker.js", "no-worker"),
            ("assets/checker/download.js", "no-worker"),
            ("assets/runtime/manifest.json", "no-manifest"),
            ("assets/runtime/*/pyodide.mjs", "missing-file"),
            ("assets/runtime/*/pyodide.asm.js", "missing-file"),
            ("assets/runtime/*/pyodide.asm.wasm", "missing-file"),
            ("assets/runtime/*/python_stdlib.zip", "missing-file"),
            ("assets/runtime/*/pyodide-lock.json", "unreadable-file"),
            ("assets/runtime/*/policy-*.whl", "unreadable-file"),
            ("assets/runtime/*/jinja2-*.whl", "unreadable-file"),
            ("assets/runtime/*/markupsafe-*.whl", "unreadable-file"),
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
        visit.page.locator('[name="fulfilment"][value="platform"]').check()
        expect_failure(visit, "missing-file")
        visit.server.missing.clear()
        checker(visit).get_by_role("button", name="Try again").click()
        expect_state(visit, "ready")
        expect(checker(visit).get_by_role("status")).to_contain_text("Updated.")
        assert visit.answers()[-1]["facts"]["fulfilment"] == "platform"
