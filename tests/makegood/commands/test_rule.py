"""`makegood rule`: one rule with its words, its sources, its cases and its pages."""

import json

import pytest

from macros import MODULES
from macros.shown import guides_by_rule
from makegood.checkout import ROOT
from makegood.cli import main
from policy import rulebook
from policy.explain.words import in_words
from policy.sources.statements import statements

RULE = "kx-wait-for-inspection"


def test_a_rule_is_told_with_its_words_sources_cases_and_pages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", RULE, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    rule = rulebook().by_id[RULE]
    assert (told["id"], told["part"]) == (RULE, "what to do")
    assert told["when"] == in_words(rule.when)
    assert told["says"] == ["Wait until the inspection and the review are finished."]
    assert [source["id"] for source in told["sources"]] == list(rule.cites)
    assert [source["text"] for source in told["sources"]] == [statements()[cite].text for cite in rule.cites]
    cases = {case["name"] for case in told["cases"]}
    assert "kingston-express/dispatched-damaged-inspection-pending" in cases
    assert "kingston-express/seller-managed-damaged-first-report" not in cases
    pages = guides_by_rule(ROOT / "docs", MODULES)[RULE]
    assert pages
    assert told["pages"] == [{"url": page.url, "title": page.title} for page in pages]


def test_the_same_is_told_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rule", RULE, "--format", "text"]) == 0
    text = capsys.readouterr().out
    source = statements()["KX-12"]
    assert text.startswith(f"{RULE}\n  when   {in_words(rulebook().by_id[RULE].when)}\n  gives  what to do\n")
    assert f"  KX-12  {source.text} ({source.source})" in text
    assert "  kingston-express/dispatched-damaged-inspection-pending  Dispatched and damaged" in text


@pytest.mark.parametrize(
    "id_, hint",
    [
        ("kx-wait-for-inspections", "There is no rule “kx-wait-for-inspections”. Did you mean kx-wait-for-inspection?"),
        ("kx-reply-clock-late", "There is no rule “kx-reply-clock-late”. Did you mean kx-reply-clock?"),
        (
            "KX-16",
            "“KX-16” is a source and no rule. These rules cite it: kx-headline-platform-return, kx-no-return-to-you.",
        ),
        ("no such thing", "There is no rule “no such thing”. Look it up in policy/programmes/."),
    ],
)
def test_an_unknown_rule_gets_a_sentence_with_the_closest(
    id_: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rule", id_]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert [error["message"] for error in json.loads(told.err)["errors"]] == [hint]
