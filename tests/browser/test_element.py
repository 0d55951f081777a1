"""The checker's element, with a stand-in for Python: what it asks, what it keeps, what it says."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, expect

from tests.browser.conftest import OpenSite
from tests.support.visit import Visit


def checker(visit: Visit) -> Locator:
    return visit.page.locator("makegood-checker")


def status(visit: Visit) -> Locator:
    return checker(visit).get_by_role("status")


def ready(visit: Visit, path: str = "") -> Visit:
    visit.page.goto(path)
    expect(checker(visit).locator(".said")).to_have_text('{"side":"seller"}')
    return visit


def said(visit: Visit) -> dict[str, Any]:
    """Give the facts that the answer on the page was made from."""
    facts: dict[str, Any] = json.loads(checker(visit).locator(".said").inner_text())
    return facts


def expect_said(visit: Visit, **facts: Any) -> None:
    text = json.dumps({**facts, "side": "seller"}, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    expect(checker(visit).locator(".said")).to_have_text(text)


def focus(visit: Visit) -> str:
    named: str = visit.page.evaluate("document.activeElement.id || document.activeElement.textContent")
    return named


class TestAsking:
    def test_a_click_asks_with_the_presets_the_readers_own_date_and_the_prefix(
        self, stub_site: Path, open_site: OpenSite
    ) -> None:
        visit = open_site(stub_site, timezone_id="Pacific/Kiritimati")
        visit.page.clock.install(time="2026-05-03T11:30:00Z")  # there it is the fourth already
        ready(visit).page.get_by_label("green").check()
        expect_said(visit, colour="green")
        assert visit.answers()[-1] == {
            "facts": {"colour": "green", "side": "seller"},
            "on": "2026-05-04",
            "preset": ["side"],
            "prefix": "c",
        }

    def test_answers_to_questions_that_are_gone_are_kept(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site))
        visit.page.get_by_label("large").check()
        expect_said(visit, size="large")
        visit.page.get_by_label("red").check()  # with red, size is not asked
        expect_said(visit, size="large", colour="red")
        expect(visit.page.get_by_label("large")).to_have_count(0)

    def test_an_integer_is_a_number_and_an_empty_field_is_left_out(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site))
        visit.page.get_by_label("weight").fill(" 250 ")
        visit.page.get_by_label("weight").press("Tab")
        expect_said(visit, weight=250)
        visit.page.get_by_label("weight").fill("")
        visit.page.get_by_label("weight").press("Tab")
        expect_said(visit)

    def test_none_of_these_is_an_empty_list_and_excludes_the_others(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site))
        visit.page.get_by_label("photo").check()
        visit.page.get_by_label("video").check()
        expect_said(visit, proof=["photo", "video"])
        visit.page.get_by_label("none").check()
        expect_said(visit, proof=[])
        visit.page.get_by_label("video").check()
        expect_said(visit, proof=["video"])
        expect(visit.page.get_by_label("none")).not_to_be_checked()
        visit.page.get_by_label("video").uncheck()
        expect_said(visit)

    def test_only_the_latest_of_many_changes_is_answered(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site))
        visit.page.evaluate("""
          for (const name of ["green", "blue", "green", "blue"]) document.getElementById(`c-colour-${name}`).click();
        """)
        expect_said(visit, colour="blue")
        assert [answer["facts"].get("colour") for answer in visit.answers()] == [None, "blue"]

    def test_what_was_chosen_before_the_checker_ran_counts(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = open_site(stub_site)
        with visit.server.holding("assets/slow/gate"):
            visit.page.goto("slow.html")
            visit.page.get_by_label("green").check()
            expect(status(visit)).to_contain_text("Your answers are kept.")
            expect(checker(visit).locator("[data-part=answer]")).to_have_attribute("data-stale", "")
        expect_said(visit, colour="green")
        expect(checker(visit).locator("[data-part=answer]")).not_to_have_attribute("data-stale", "")

    def test_the_enter_key_in_a_field_asks_and_does_not_leave_the_page(
        self, stub_site: Path, open_site: OpenSite
    ) -> None:
        visit = ready(open_site(stub_site))
        visit.page.get_by_label("weight").fill("7")
        visit.page.get_by_label("weight").press("Enter")
        expect_said(visit, weight=7)
        assert visit.page.url == visit.server.url


class TestKeeping:
    def test_the_focus_and_the_text_being_typed_survive_an_answer(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site))
        field = visit.page.get_by_label("order")
        field.press_sequentially("AB-1")
        # Another answer is on its way while the reader types: an answer is told before the field is left.
        visit.page.evaluate("document.getElementById('c-size-large').click()")
        expect_said(visit, order="AB-1", size="large")
        expect(field).to_be_focused()
        field.press_sequentially("2")
        expect(field).to_have_value("AB-12")
        field.press("Tab")
        expect_said(visit, size="large", order="AB-12")
        expect(visit.page.locator("#c-message")).to_contain_text("Dear shop, AB-12.")

    def test_open_details_stay_open(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site))
        visit.page.get_by_text("Reasons").click()
        visit.page.get_by_text("More questions").click()
        visit.page.get_by_label("red").check()  # it is folded away, and the question for the size goes
        expect_said(visit, colour="red")
        expect(visit.page.locator("details.reasons")).to_have_js_property("open", True)
        expect(visit.page.locator("details.more")).to_have_js_property("open", True)
        expect(visit.page.locator("details.more p")).to_have_text("2")
        expect(visit.page.locator("details.answered")).to_have_js_property("open", False)

    def test_when_the_answered_question_folds_away_the_focus_is_on_its_fold(
        self, stub_site: Path, open_site: OpenSite
    ) -> None:
        visit = ready(open_site(stub_site))
        visit.page.get_by_label("green").focus()
        visit.page.keyboard.press("Space")
        expect_said(visit, colour="green")
        assert focus(visit) == "Colour"

    def test_with_the_arrow_keys_a_choice_counts_when_the_reader_leaves_the_question(
        self, stub_site: Path, open_site: OpenSite
    ) -> None:
        visit = ready(open_site(stub_site))
        visit.page.locator("#c-colour-red").focus()
        for _ in range(2):
            visit.page.keyboard.press("ArrowDown")
        assert focus(visit) == "c-colour-blue"
        visit.page.wait_for_timeout(100)
        assert said(visit) == {"side": "seller"}
        visit.page.keyboard.press("Tab")
        expect_said(visit, colour="blue")

    def test_with_the_arrow_keys_enter_confirms_a_choice(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site))
        visit.page.locator("#c-colour-red").focus()
        visit.page.keyboard.press("ArrowDown")
        visit.page.keyboard.press("Enter")
        expect_said(visit, colour="green")

    def test_with_errors_the_form_stays_as_the_reader_left_it(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site))
        visit.page.get_by_label("weight").fill("heavy")
        visit.page.get_by_label("weight").press("Tab")
        expect(checker(visit).get_by_role("alert")).to_have_text("heavy is no weight")
        expect(visit.page.get_by_label("weight")).to_have_value("heavy")
        visit.page.get_by_label("weight").fill("9")
        visit.page.get_by_label("weight").press("Tab")
        expect_said(visit, weight=9)

    def test_hostile_text_stays_text(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site))
        hostile = "<img src=x onerror=alert(1)> {{ 7 * 7 }} \u202e"
        visit.page.get_by_label("order").fill(hostile)
        visit.page.get_by_label("order").press("Tab")
        expect_said(visit, order=hostile)
        expect(visit.page.get_by_label("order")).to_have_value(hostile)
        assert visit.page.locator("img").count() == 0

    def test_taking_the_element_out_and_putting_it_back_changes_nothing(
        self, stub_site: Path, open_site: OpenSite
    ) -> None:
        visit = ready(open_site(stub_site))
        visit.page.evaluate("""
          const checker = document.querySelector("makegood-checker");
          const place = checker.nextSibling;
          checker.remove();
          place.before(checker);
        """)
        visit.page.get_by_label("green").check()
        expect_said(visit, colour="green")
        assert len(visit.page.workers) == 1


class TestSaying:
    def test_each_answer_is_announced_once(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site))
        expect(status(visit)).to_have_text("The checker is ready.")
        visit.page.get_by_label("green").check()
        expect(status(visit)).to_have_text("Updated. You said green.")
        expect(status(visit)).to_have_attribute("data-quiet", "")

    def test_progress_is_a_progressbar_outside_the_status_so_that_it_is_not_read_out_at_each_step(
        self, stub_site: Path, open_site: OpenSite
    ) -> None:
        visit = open_site(stub_site)
        with visit.server.holding("assets/slow/gate"):
            visit.page.goto("slow.html")
            bar = checker(visit).get_by_role("progressbar", name="Getting the checker ready: 1.0 of 2.5 MB")
            expect(bar).to_have_js_property("position", 0.4)
            expect(status(visit)).to_have_text("The checker is getting ready. You can answer already.")

    def test_a_page_can_replace_the_words(self, stub_site: Path, open_site: OpenSite) -> None:
        page = stub_site / "slow.html"
        page.write_text(page.read_text().replace('id="c"', 'id="c" data-text-wait="Un momento."'))
        visit = open_site(stub_site)
        with visit.server.holding("assets/slow/gate"):
            visit.page.goto("slow.html")
            expect(status(visit)).to_contain_text("Un momento.")

    def test_a_worker_that_breaks_is_reported_and_the_answers_stay(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site))
        visit.problems.expect("crashed")
        visit.page.get_by_label("large").check()
        visit.page.get_by_label("crash").check()
        expect(checker(visit)).to_have_attribute("data-why", "worker-died")
        expect(status(visit)).to_contain_text("The checker has stopped. Your answers stay on this page")
        expect(status(visit).get_by_role("link")).to_have_attribute("href", "#tables")
        expect(visit.page.get_by_label("large")).to_be_checked()
        visit.page.get_by_label("green").check()
        status(visit).get_by_role("button", name="Try again").click()
        expect_said(visit, colour="green", size="large")

    def test_a_worker_that_falls_silent_is_given_up(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = open_site(stub_site)
        visit.page.clock.install()
        ready(visit).page.get_by_label("silence").check()
        visit.page.clock.run_for("00:35")
        expect(checker(visit)).not_to_have_attribute("data-state", "failed")  # it is tried once more
        visit.page.clock.run_for("00:35")
        # Whether it started again before this clock ran on depends on the real one.
        expect(checker(visit)).to_have_attribute("data-why", re.compile("no-answer|stalled"))


class TestCopying:
    def test_the_button_copies_the_text_and_says_so(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = ready(open_site(stub_site, permissions=["clipboard-read", "clipboard-write"]))
        visit.page.get_by_label("order").fill("AB-1")
        visit.page.get_by_role("button", name="Copy the message").click()
        expect(visit.page.get_by_role("button", name="Copied")).to_be_visible()
        expect(status(visit)).to_have_text("Copied")
        assert visit.page.evaluate("navigator.clipboard.readText()") == "Dear shop, AB-1.\nBye."
        expect(visit.page.get_by_role("button", name="Copy the message")).to_be_visible(timeout=5000)

    def test_where_the_clipboard_is_forbidden_the_text_is_selected(self, stub_site: Path, open_site: OpenSite) -> None:
        visit = open_site(stub_site)
        visit.page.add_init_script("""
          Object.defineProperty(navigator, "clipboard", { value: undefined });
          document.execCommand = () => false;
        """)
        ready(visit).page.get_by_role("button", name="Copy the message").click()
        expect(status(visit)).to_contain_text("The text is selected.")
        assert visit.page.evaluate("getSelection().toString()").strip() == "Dear shop, ____. Bye."
