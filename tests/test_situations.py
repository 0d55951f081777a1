"""The common situations: cases that hold, each with a page that says all of the answer without a script."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect

from makegood.checkout import ROOT
from policy import Case, answer, parse_case
from policy.content.situations import SITUATIONS, Situation
from policy.facts import BY_NAME
from policy.language.kinds import Choice
from policy.language.programme import Kind, programmes
from tests.conftest import OpenPage

PAGES = ROOT / "docs" / "situations"
ALL = [pytest.param(situation, id=situation.id) for situation in SITUATIONS.values()]


def test_every_situation_has_a_page_and_every_page_a_situation() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} - {"index"} == set(SITUATIONS)


@pytest.mark.parametrize("situation", ALL)
def test_a_situation_is_a_case_with_an_answer(situation: Situation) -> None:
    case = parse_case(dict(situation.facts))
    assert isinstance(case, Case), case
    advice = answer(case)
    assert advice.steps
    assert advice.headline


@pytest.mark.parametrize("situation", ALL)
def test_the_page_of_a_situation_has_its_title_and_its_answer(situation: Situation) -> None:
    text = (PAGES / f"{situation.id}.md").read_text()
    assert f'title: "{situation.title}"\n' in text
    assert f"\n# {situation.title}\n" in text
    assert f'{{{{ situation("{situation.id}") }}}}' in text
    assert "\ndescription: " in text


@pytest.mark.parametrize("fact", ["side", "problem"])
def test_every_side_and_every_problem_is_in_a_situation(fact: str) -> None:
    asked = BY_NAME[fact]
    assert isinstance(asked, Choice)
    assert {situation.facts[fact] for situation in SITUATIONS.values()} == {value.name for value in asked.values}


def test_every_kind_of_programme_is_in_a_situation() -> None:
    there = {situation.facts.get("programme") for situation in SITUATIONS.values()}
    assert {record.kind for record in programmes() if record.name in there} == set(Kind)


def test_no_two_situations_are_the_same_case() -> None:
    cases = [tuple(sorted(situation.facts.items())) for situation in SITUATIONS.values()]
    assert len(set(cases)) == len(cases)


@pytest.mark.parametrize("name", ["kakobuy-damaged", "kingston-inspection-pending", "bought-delivered-but-not-here"])
def test_without_javascript_the_page_says_all_that_the_policy_says(name: str, new_page: OpenPage) -> None:
    facts = dict(SITUATIONS[name].facts)
    case = parse_case(facts)
    assert isinstance(case, Case)
    advice = answer(case)
    page = new_page(java_script_enabled=False)
    page.goto(f"situations/{name}/")
    shown = page.locator(".mg-situation")
    expect(shown.locator(".mg-headline")).to_have_text(advice.headline)
    for kind in ("steps", "avoid", "warnings"):
        for line in getattr(advice, kind):
            expect(shown).to_contain_text(line.text)
    for message in advice.messages:
        expect(shown).to_contain_text(message.subject)
    expect(shown.locator("input, select, textarea")).to_have_count(0)
    link = shown.get_by_role("link", name="Go on with this case in the checker")
    assert dict(parse_qsl(urlsplit(link.get_attribute("href") or "").fragment)) == facts


def test_the_list_of_situations_leads_to_each_of_them(new_page: OpenPage) -> None:
    page = new_page(java_script_enabled=False)
    page.goto("situations/")
    shown = page.locator(".mg-situations a")
    links = {(a.inner_text(), (a.get_attribute("href") or "").rstrip("/").rpartition("/")[2]) for a in shown.all()}
    assert links == {(situation.title, situation.id) for situation in SITUATIONS.values()}
    shown.first.click()
    expect(page.locator(".mg-headline")).to_be_visible()
