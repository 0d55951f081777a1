"""Python in the reader's browser: it starts when it is needed, shows how far it is, and answers."""

import json
import re
from itertools import pairwise
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import POLICY_OF_THE_PAGE, OpenSite
from tests.support.reader import unfold_around
from tests.support.visit import checker, expect_answer, expect_failure, expect_state


class TestStart:
    def test_the_checker_gets_ready_and_answers(self, checker_site: Path, open_site: OpenSite) -> None:
        visit = open_site(checker_site)
        visit.page.goto("")
        expect_state(visit, "ready")
        expect(checker(visit).get_by_role("status")).to_have_text("The checker is ready.")
        expect_answer(visit)

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
        expect_answer(visit)

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
            unfold_around(visit.page.locator('[name="fulfilment"][value="platform"]')).check()
            expect(checker(visit).get_by_role("status")).to_contain_text("Your answers are kept.")
            expect(checker(visit).locator("[data-part=answer]")).to_have_attribute("data-stale", "")
        expect_state(visit, "ready")
        expect(checker(visit).locator("[data-part=answer]")).not_to_have_attribute("data-stale", "")
        assert [answer["facts"].get("fulfilment") for answer in visit.answers()] == ["platform"]
        expect(visit.page.locator('[name="fulfilment"][value="platform"]')).to_be_checked()
