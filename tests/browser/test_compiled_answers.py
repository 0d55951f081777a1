"""The compiled answers in the page: there at once, without Python, and the same as Python's."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from makegood.checkout import ROOT
from makegood.compile import answers
from makegood.compile.agreement import cases, request_for
from policy.browser import respond
from tests.browser.conftest import OpenSite, checker_html, copy_scripts, page_html
from tests.support.pages import until
from tests.support.reader import unfold_around
from tests.support.visit import Visit

PRESET = {"side": "seller", "programme": "kingston-express"}
START = 60_000

_NOTE = """
window.looked = [];
document.addEventListener("makegood:look-up", ({ detail, target }) => {
  const html = (name) => target.querySelector(`[data-part=${name}]`).innerHTML;
  window.looked.push({ request: detail.request, questions: html("questions"), answer: html("answer") });
});
"""

_AS_READ = "(html) => { const t = document.createElement('template'); t.innerHTML = html; return t.innerHTML; }"

_RESPOND_TO_ALL = """async ([url, requests]) => {
  const { Graph } = await import(new URL("assets/checker/graph.js", location.href));
  const first = new URL(url, location.href).href;
  return Promise.all(requests.map(async (request) => (await Graph.for(first, "", request)).respond(request)));
}"""


@pytest.fixture(scope="session")
def compiled() -> Path:
    """The folder with the compiled answers."""
    return answers.prepare(ROOT)


def first_file() -> str:
    return f"assets/answers/{answers.files_for(ROOT, {})[0]}"


def joined_for(preset: dict[str, str], folder: Path) -> dict[str, Any]:
    """Join what a page that fixes these facts needs first."""
    names = json.loads((folder / "manifest.json").read_text())["files"]
    files = {name: json.loads((folder / file).read_bytes()) for name, file in names.items()}
    return answers.joined(files, *(answers.needed_for(*preset.values()) if preset else [answers.START]))


def element(prefix: str, preset: dict[str, str] = PRESET) -> str:
    """Write a checker that knows where its compiled answers are."""
    more = f'<makegood-checker root="./" answers="{first_file()}" '
    return checker_html(preset, prefix).replace("<makegood-checker ", more)


@pytest.fixture
def site(tmp_path: Path, compiled: Path) -> Path:
    """A site with compiled answers and, until a test brings it, no Python."""
    copy_scripts(tmp_path / "assets")
    shutil.copytree(compiled, tmp_path / "assets" / "answers")
    (tmp_path / "assets" / "runtime").mkdir()
    (tmp_path / "assets" / "runtime" / "manifest.json").write_text("{}")
    (tmp_path / "index.html").write_text(page_html(element("checker-1")))
    return tmp_path


@pytest.fixture
def waiting(site: Path, open_site: OpenSite) -> Any:
    """A page whose Python never comes."""
    visit = open_site(site)
    visit.problems.expect("no-manifest")  # when the test is over, nobody holds it any longer
    visit.page.add_init_script(_NOTE)
    with visit.server.holding("assets/runtime/manifest.json"):
        visit.page.goto("")
        yield visit


def checker(visit: Visit) -> Locator:
    return visit.page.locator("makegood-checker")


def choose(visit: Visit, fact: str, value: str) -> None:
    unfold_around(checker(visit).locator(f'[name="{fact}"][value="{value}"]')).check()


def type_in(visit: Visit, fact: str, value: str) -> None:
    field = unfold_around(checker(visit).locator(f'[data-part=answer] [name="{fact}"]').first)
    field.fill(value)
    field.blur()


def looked(visit: Visit) -> list[dict[str, str]]:
    found: list[dict[str, str]] = visit.page.evaluate("window.looked")
    return found


def test_without_python_every_choice_shows_what_python_would_say(waiting: Visit) -> None:
    told = [("fulfilment", "seller"), ("problem", "damaged"), ("evidence", "item-photos"), ("review_done", "unknown")]
    for count, (fact, value) in enumerate(told, 1):
        choose(waiting, fact, value)
        until(waiting.page, lambda: len(looked(waiting)) == count)  # noqa: B023  # called at once
        expect(checker(waiting).locator("[data-part=answer]")).not_to_have_attribute("data-stale", "")
    expect(checker(waiting)).to_have_attribute("data-state", "loading")
    for shown in looked(waiting):
        python = json.loads(respond(shown["request"]))
        for part in ("questions", "answer"):
            # Whether a fold is open is the reader's, and what is new the page marks by itself.
            assert (
                re.sub(r' (?:open|data-new)=""', "", shown[part]).strip()
                == waiting.page.evaluate(_AS_READ, python[part]).strip()
            )


@pytest.mark.parametrize("preset", [{}, PRESET], ids=["everything", "seller-kingston-express"])
def test_the_page_walks_as_cpython_answers(waiting: Visit, compiled: Path, preset: dict[str, str]) -> None:
    requests = [request_for(facts, preset) for facts in cases(joined_for(preset, compiled), 60, seed=7)]
    found = waiting.page.evaluate(_RESPOND_TO_ALL, [first_file(), requests])
    for request, shown in zip(requests, found, strict=True):
        python = json.loads(respond(json.dumps(request)))
        assert (shown["questions"], shown["answer"]) == (python["questions"], python["answer"])
        assert shown["whole"]


def test_what_python_has_to_count_is_being_worked_out_and_what_was_typed_stays(waiting: Visit) -> None:
    choose(waiting, "fulfilment", "seller")
    field = checker(waiting).locator('[name="contacted_on"][type=date]')
    for summary in field.locator("xpath=ancestor::details[not(@open)]/summary").all():
        summary.click()
    field.fill("2026-05-02")
    field.blur()
    answer = checker(waiting).locator("[data-part=answer]")
    expect(answer.locator(".mg-deadlines")).to_contain_text("working it out")
    expect(answer).to_have_attribute("data-stale", "")
    expect(checker(waiting).locator('[name="contacted_on"][type=date]').first).to_have_value("2026-05-02")


REFUSED = {"problem": "return", "return_state": "lost", "paid_with": "credit-card", "reply": "refused"}
"""Choices after which a buyer of a shop asks the bank, in a letter that names the day of the first message."""


def test_what_is_typed_fills_the_message_at_once_as_python_would(site: Path, waiting: Visit) -> None:
    (site / "index.html").write_text(page_html(element("checker-1", {"side": "buyer", "programme": "shop"})))
    waiting.page.reload()
    for fact, value in REFUSED.items():
        choose(waiting, fact, value)
    message = checker(waiting).locator("[data-message=buyer-chargeback]")
    missing = message.locator(".mg-message__missing")
    expect(missing).to_have_text("Still blank: day of my first message, order number.")
    typed = {"order_number": "<b>7</b>", "contacted_on": "2026-05-02"}
    type_in(waiting, "order_number", typed["order_number"])
    expect(missing).to_have_text("Still blank: day of my first message.")
    expect(message.locator(".mg-message__body")).to_contain_text("<b>7</b>")
    type_in(waiting, "contacted_on", typed["contacted_on"])
    expect(missing).to_have_count(0)
    facts = {"side": "buyer", "programme": "shop", **REFUSED, **typed}
    request = {"facts": facts, "on": "2026-05-08", "prefix": "checker-1", "root": "./", "preset": []}
    said = json.loads(respond(json.dumps(request)))["advice"]["messages"]
    [python] = [told for told in said if told["id"] == "buyer-chargeback"]
    assert message.locator(".mg-message__body").text_content() == python["body"]
    assert message.locator(".mg-message__subject > span").last.text_content() == python["subject"]
    expect(checker(waiting)).to_have_attribute("data-state", "loading")


def test_python_says_the_same_when_it_comes(site: Path, runtime: Path, open_site: OpenSite) -> None:
    shutil.rmtree(site / "assets" / "runtime")
    shutil.copytree(runtime, site / "assets" / "runtime")
    visit = open_site(site)
    visit.page.add_init_script(_NOTE)
    with visit.server.holding("assets/runtime/manifest.json"):
        visit.page.goto("")
        choose(visit, "fulfilment", "platform")
        until(visit.page, lambda: len(looked(visit)) == 1)
    expect(checker(visit)).to_have_attribute("data-state", "ready", timeout=START)
    until(visit.page, visit.answers)
    for part in ("questions", "answer"):
        assert checker(visit).locator(f"[data-part={part}]").inner_html() == looked(visit)[0][part]
    choose(visit, "inspection", "pending")
    until(visit.page, lambda: visit.answers()[-1]["facts"].get("inspection") == "pending")
    assert checker(visit).locator("[data-part=answer]").inner_html() == looked(visit)[-1]["answer"]


def test_when_python_cannot_start_the_choices_still_count(site: Path, open_site: OpenSite) -> None:
    visit = open_site(site)
    visit.problems.expect("manifest.json|404")
    visit.server.missing.add("assets/runtime/manifest.json")
    visit.page.goto("")
    expect(checker(visit)).to_have_attribute("data-state", "failed", timeout=START)
    expect(checker(visit).get_by_role("status")).to_contain_text("The advice follows what you choose")
    choose(visit, "fulfilment", "platform")
    expect(checker(visit).locator(".mg-headline")).to_contain_text("First the inspection")


def test_when_the_compiled_answers_come_after_python_failed_the_reader_is_told_what_works(
    site: Path, open_site: OpenSite
) -> None:
    visit = open_site(site)
    visit.problems.expect("manifest.json|404")
    visit.server.missing.add("assets/runtime/manifest.json")
    said = checker(visit).get_by_role("status")
    with visit.server.holding("assets/answers/*"):
        visit.page.goto("")
        expect(said).to_contain_text("the advice does not follow", timeout=START)
    expect(said).to_contain_text("The advice follows what you choose")


def test_without_the_compiled_answers_python_answers_alone(site: Path, runtime: Path, open_site: OpenSite) -> None:
    shutil.rmtree(site / "assets" / "runtime")
    shutil.copytree(runtime, site / "assets" / "runtime")
    visit = open_site(site)
    visit.problems.expect(re.escape("assets/answers/"))
    visit.server.missing.add("assets/answers/*")
    visit.page.goto("")
    choose(visit, "fulfilment", "platform")
    expect(checker(visit)).to_have_attribute("data-state", "ready", timeout=START)
    expect(checker(visit).locator(".mg-headline")).to_contain_text("First the inspection")


def test_all_checkers_of_a_page_share_their_files(site: Path, open_site: OpenSite) -> None:
    (site / "index.html").write_text(page_html(element("checker-1") + element("checker-2")))
    visit = open_site(site)
    visit.problems.expect("no-manifest")  # as in `waiting`
    with visit.server.holding("assets/runtime/manifest.json"):
        visit.page.goto("")
        for each in checker(visit).all():
            unfold_around(each.locator('[name="fulfilment"][value="platform"]')).check()
            expect(each.locator(".mg-headline")).to_contain_text("First the inspection")
    asked = {path: count for path, count in visit.server.requests.items() if "/answers/" in path}
    assert len(asked) == 1 + len(answers.needed_for(*PRESET.values()))
    assert {*asked.values()} == {1}
