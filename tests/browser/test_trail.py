"""Answers in the address: links into a case, Back and Forward, what never goes there, and addresses that do not fit."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from policy.browser.links import linkable
from policy.facts import BY_NAME
from tests.browser.conftest import OpenSite, checker_html, page_html
from tests.support.pages import until
from tests.support.reader import unfold_around
from tests.support.visit import Visit

PRESET = {"programme": "kingston-express"}


def linked(prefix: str = "checker-1", preset: dict[str, str] = PRESET) -> str:
    """Write a checker as the build does, that reads and writes the address; its worker is a stand-in."""
    html = checker_html(preset, prefix)
    return html.replace("<makegood-checker ", f"<makegood-checker links='{json.dumps(linkable())}' ")


@pytest.fixture
def site(stub_site: Path) -> Path:
    """Pages with a checker whose Python never comes: what is told stands in the form, and in the element's facts."""
    (stub_site / "assets" / "python" / "worker.js").write_text("// Says nothing.")
    (stub_site / "index.html").write_text(page_html(linked() + "<p id='further'>Further down.</p>"))
    (stub_site / "two.html").write_text(page_html(linked() + linked("checker-2")))
    return stub_site


def facts(visit: Visit, prefix: str = "checker-1") -> dict[str, Any]:
    told: dict[str, Any] = visit.page.evaluate("(id) => document.getElementById(id).facts", prefix)
    return told


def notice(visit: Visit) -> Locator:
    return visit.page.locator(".mg-notice")


def choose(visit: Visit, fact: str, value: str) -> None:
    unfold_around(visit.page.locator(f'#checker-1 [name="{fact}"][value="{value}"]')).check()


def hash_of(visit: Visit) -> str:
    found: str = visit.page.evaluate("location.hash")
    return found


STRANGE: tuple[tuple[str, dict[str, Any], str], ...] = (
    ("#side=buyer&colour=red", {"side": "buyer"}, "colour"),
    ("#side=nobody&problem=damaged", {"problem": "damaged"}, "side=nobody"),
    ("#side=buyer&side=seller", {"side": "buyer"}, "side"),
    ("#evidence=item-photos,moonlight", {"evidence": ["item-photos"]}, "evidence=moonlight"),
    ("#programme=ebay&side=buyer", {"side": "buyer"}, "programme=ebay"),
    ("#order_number=KX-1&side=buyer", {"side": "buyer"}, "order_number"),
    ("#contacted_on=2026-05-03&side=buyer", {"side": "buyer"}, "contacted_on"),
    ("#__proto__=x&constructor=y&toString=z&side=buyer", {"side": "buyer"}, "__proto__, constructor, toString"),
    ("#side=<img src=x onerror=alert(1)>", {}, "side=<img src=x onerror=alert(1)>"),
    ("#side=%3Cscript%3Ealert(1)%3C/script%3E", {}, "side=<script>alert(1)</script>"),
    ("#side=buyer&%E2%80%AE%00%0A=1", {"side": "buyer"}, "left out"),
    ("#side=%E0%A4%A&problem=damaged", {"problem": "damaged"}, "side="),
    ("#=&==&a=%&side=buyer&&&", {"side": "buyer"}, "left out"),
    ("#side=" + "x" * 5000, {}, "x…"),
    ("#" + "&".join(f"k{number}=v" for number in range(500)), {}, "…"),
)
"""Addresses, what is told by them all the same, and what the notice names."""


class TestReading:
    def test_a_link_opens_the_case_that_it_tells(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("#side=buyer&problem=damaged&evidence=item-photos,waybill-photo&severity=unknown")
        told = {
            "side": "buyer",
            "problem": "damaged",
            "evidence": ["item-photos", "waybill-photo"],
            "severity": "unknown",
        }
        assert facts(visit) == {**told, **PRESET}
        expect(visit.page.locator('[name="side"][value="buyer"]')).to_be_checked()
        expect(notice(visit)).to_have_count(0)

    def test_a_link_that_is_followed_on_the_page_itself_counts_too(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("#side=buyer")
        visit.page.evaluate("location.hash = '#side=seller&problem=not-received'")
        until(visit.page, lambda: facts(visit).get("side") == "seller")
        assert facts(visit) == {"side": "seller", "problem": "not-received", **PRESET}

    def test_an_anchor_of_the_page_is_not_taken_for_facts(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("#side=buyer")
        visit.page.evaluate("location.hash = '#further'")
        visit.page.wait_for_timeout(50)
        assert facts(visit)["side"] == "buyer"
        expect(notice(visit)).to_have_count(0)

    def test_a_link_of_version_1_is_read_in_todays_words_and_says_what_to_answer_again(
        self, site: Path, open_site: OpenSite
    ) -> None:
        visit = open_site(site)
        visit.page.goto("#side=seller&problem=seized-by-customs&reply=waiting&escalated=platform-dispute")
        assert facts(visit) == {
            "side": "seller",
            "problem": "customs",
            "customs": "seized",
            "reply": "answered",
            **PRESET,
        }
        expect(notice(visit)).to_contain_text("before the questions changed")
        expect(notice(visit)).to_contain_text("Have you opened a case where you paid?")
        assert "escalated" not in hash_of(visit)

    def test_a_link_without_words_that_are_gone_is_read_as_it_stands(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("#side=seller&reply=waiting")
        assert facts(visit) == {"side": "seller", "reply": "waiting", **PRESET}
        expect(notice(visit)).to_have_count(0)

    def test_none_of_the_proof_can_be_told(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("#evidence=")
        assert facts(visit)["evidence"] == []

    def test_what_does_not_fit_is_left_out_and_named(
        self, site: Path, open_site: OpenSite, subtests: pytest.Subtests
    ) -> None:
        visit = open_site(site)
        for address, told, named in STRANGE:
            with subtests.test(address[:60]):
                visit.page.goto("about:blank")
                visit.page.goto(visit.server.url + address)
                expect(notice(visit)).to_contain_text("was left out")
                expect(notice(visit)).to_contain_text(named)
                assert facts(visit) == {**told, **PRESET}
                assert visit.page.locator("img, makegood-checker script").count() == 0
                assert len(notice(visit).inner_text()) < 5000


class TestWriting:
    def test_choices_go_into_the_address_and_nothing_that_is_typed_does(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("")
        choose(visit, "side", "seller")
        visit.page.locator("#checker-1").evaluate(
            "(checker, facts) => checker.open({ ...checker.facts, ...facts })",
            {"order_number": "KX-1", "contacted_on": "2026-05-03", "label_weight_g": 500, "defect": "a tear"},
        )
        choose(visit, "problem", "damaged")
        assert hash_of(visit) == "#side=seller&problem=damaged"
        assert facts(visit)["order_number"] == "KX-1"

    def test_no_fact_that_is_typed_can_be_in_an_address(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("")
        everything = dict.fromkeys(BY_NAME, "side")
        link: str = visit.page.locator("#checker-1").evaluate(
            "(checker, facts) => { checker.open(facts); return checker.link; }", everything
        )
        assert link == f"{visit.server.url}#"

    def test_back_takes_the_latest_answer_back_and_forward_gives_it_again(
        self, site: Path, open_site: OpenSite
    ) -> None:
        visit = open_site(site)
        visit.page.goto("")
        choose(visit, "side", "seller")
        choose(visit, "problem", "damaged")
        visit.page.go_back()
        until(visit.page, lambda: "problem" not in facts(visit))
        assert facts(visit) == {"side": "seller", **PRESET}
        visit.page.go_back()
        until(visit.page, lambda: "side" not in facts(visit))
        visit.page.go_forward()
        visit.page.go_forward()
        until(visit.page, lambda: facts(visit).get("problem") == "damaged")

    def test_one_more_change_of_the_same_answer_is_the_same_step(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("")
        for problem in ("damaged", "wrong-item", "missing-item"):
            choose(visit, "problem", problem)
        assert hash_of(visit) == "#problem=missing-item"
        visit.page.go_back()
        until(visit.page, lambda: "problem" not in facts(visit))

    def test_what_was_typed_is_there_again_after_a_reload_and_in_no_storage(
        self, site: Path, open_site: OpenSite
    ) -> None:
        visit = open_site(site)
        visit.page.goto("#side=seller")
        visit.page.evaluate("document.getElementById('checker-1').open({side: 'seller', order_number: 'KX-1'})")
        visit.page.reload()
        assert facts(visit) == {"side": "seller", "order_number": "KX-1", **PRESET}
        assert visit.page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]

    def test_starting_again_keeps_nothing_and_can_be_undone(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("#side=seller&problem=damaged")
        visit.page.evaluate("document.getElementById('checker-1').restart({ undo: true })")
        assert facts(visit) == PRESET
        assert hash_of(visit) == ""
        visit.page.get_by_role("button", name="Undo").click()
        assert facts(visit) == {"side": "seller", "problem": "damaged", **PRESET}
        assert hash_of(visit) == "#side=seller&problem=damaged"

    def test_starting_again_takes_what_was_typed_out_of_the_history(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("")
        visit.page.evaluate("document.getElementById('checker-1').open({side: 'seller', order_number: 'KX-1'})")
        visit.page.evaluate("document.getElementById('checker-1').restart()")
        visit.page.go_back()
        until(visit.page, lambda: facts(visit).get("side") == "seller")
        visit.page.reload()
        assert facts(visit) == {"side": "seller", **PRESET}


class TestSeveral:
    def test_only_the_first_checker_of_a_page_owns_the_address(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("two.html#side=buyer")
        assert facts(visit)["side"] == "buyer"
        assert "side" not in facts(visit, "checker-2")
        visit.page.locator('#checker-2 [name="side"][value="seller"]').check()
        assert hash_of(visit) == "#side=buyer"

    def test_an_address_can_name_another(self, site: Path, open_site: OpenSite) -> None:
        visit = open_site(site)
        visit.page.goto("two.html#checker=checker-2&side=buyer")
        assert facts(visit, "checker-2")["side"] == "buyer"
        assert "side" not in facts(visit)
        visit.page.locator('#checker-2 [name="side"][value="seller"]').check()
        assert hash_of(visit) == "#checker=checker-2&side=seller"


@pytest.fixture
def two_guides(stub_site: Path) -> Path:
    """Two pages that fix different facts, with a link between them and to the checker for everything."""
    (stub_site / "assets" / "python" / "worker.js").write_text("// Says nothing.")
    change = '<a class="change" href="check.html" data-do="elsewhere">Change this</a></makegood-checker>'
    buying = linked(preset={"side": "buyer", "problem": "damaged"}).replace("</makegood-checker>", change)
    (stub_site / "index.html").write_text(page_html(f"{buying}<a class='other' href='other.html'>Another</a>"))
    (stub_site / "other.html").write_text(page_html(linked(preset={"side": "seller"})))
    (stub_site / "check.html").write_text(page_html(linked(preset={})))
    return stub_site


def test_a_link_to_another_page_takes_along_what_holds_there_as_well(two_guides: Path, open_site: OpenSite) -> None:
    visit = open_site(two_guides)
    visit.page.goto("")
    choose(visit, "programme", "ebay")
    choose(visit, "severity", "unusable")
    visit.page.locator("a.other").click()
    until(visit.page, lambda: facts(visit) == {"side": "seller", "programme": "ebay"})
    expect(notice(visit)).to_have_count(0)  # that it was told from the other seat is no mistake of the link
    assert hash_of(visit) == "#programme=ebay"
    visit.page.go_back()
    until(visit.page, lambda: facts(visit).get("severity") == "unusable")


def test_where_nothing_was_said_a_link_stays_as_it_is(two_guides: Path, open_site: OpenSite) -> None:
    visit = open_site(two_guides)  # its first page fixes side and problem, which nobody said
    visit.page.goto("")
    visit.page.locator("a.other").click()
    visit.page.wait_for_url("**/other.html")
    assert hash_of(visit) == ""


def test_what_the_page_fixes_can_be_changed_with_the_whole_case(two_guides: Path, open_site: OpenSite) -> None:
    visit = open_site(two_guides)
    visit.page.goto("")
    choose(visit, "programme", "ebay")
    visit.page.locator("a.change").click()
    visit.page.wait_for_url("**/check.html#**")
    until(visit.page, lambda: facts(visit) == {"side": "buyer", "problem": "damaged", "programme": "ebay"})
    choose(visit, "problem", "wrong-item")
    until(visit.page, lambda: facts(visit)["problem"] == "wrong-item")
