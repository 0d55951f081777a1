"""`makegood audit` tells what holds or what does not, in words or as JSON, with the exit code that says which."""

import json
from argparse import ArgumentParser
from collections.abc import Callable

import pytest

from makegood import audit
from makegood.audit.whole import every_case_is_answered
from makegood.commands import audit as command
from policy.engine.rulebook import BrokenRulebookError, Rulebook
from policy.facts import side
from policy.language.outcomes import Step
from policy.sources.statements import statements
from tests.makegood.audit.small import rule, whole

type Run = Callable[..., tuple[int, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command on some rules; give its exit code and what it printed."""

    def run(rulebook: Callable[[], Rulebook], *arguments: str) -> tuple[int, str]:
        monkeypatch.setattr(command, "rulebook", rulebook)
        monkeypatch.setattr(audit, "PROPERTIES", (every_case_is_answered,))
        parser = ArgumentParser()
        command.add_to(parser.add_subparsers(required=True))
        options = parser.parse_args(["audit", *arguments])
        code: int = options.run(options)
        return code, capsys.readouterr().out

    return run


def sound() -> Rulebook:
    return Rulebook(whole())


def unsound() -> Rulebook:
    rules = [one for one in whole() if one.id != "step"]
    return Rulebook((*rules, rule("sold", Step("Do it."), ~(side == "buyer") | ~side.is_given)))


def broken() -> Rulebook:
    raise BrokenRulebookError("Two rules have the id twice; give one of them another.")


def test_what_holds_is_listed_and_ends_with_exit_code_0(run: Run) -> None:
    code, text = run(sound, "--format", "text")
    assert code == 0
    assert text.startswith("- Every case gets a headline")
    assert "All of this holds for 5 rules in " in text


def test_a_finding_is_told_in_words_with_its_smallest_case_and_ends_with_exit_code_1(run: Run) -> None:
    code, text = run(unsound, "--format", "text")
    assert code == 1
    assert 'answered: This case gets no step.\n  case   {"side": "buyer"}\n' in text
    assert text.endswith("1 finding. To see the answer to a case, give it to: makegood assess --on 2026-11-18\n")


def test_as_json_a_finding_is_one_object_with_its_case(run: Run) -> None:
    code, text = run(unsound)
    assert code == 1
    told = json.loads(text)
    assert told["findings"] == [
        {
            "property": "answered",
            "rules": [],
            "message": "This case gets no step.",
            "case": {"side": "buyer"},
            "after": None,
            "on": "2026-11-18",
        }
    ]
    assert told["rules"] == 5
    assert told["cases"] > 0


def test_rules_that_make_no_rulebook_are_a_finding_and_not_a_traceback(run: Run) -> None:
    code, text = run(broken, "--format", "text")
    assert code == 1
    assert text.startswith("rulebook: Two rules have the id twice")


def test_the_index_says_where_every_statement_lives(run: Run) -> None:
    code, text = run(sound, "--index")
    assert code == 0
    index = json.loads(text)
    assert list(index) == list(statements())
    assert index["SR-70"]["rules"] == [one.id for one in whole()]
    code, text = run(sound, "--index", "--format", "text")
    assert code == 0
    assert "SR-70\n  rules: headline, responsible, step, grade, rung\n" in text
