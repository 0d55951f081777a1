"""The whole cases of `tests/cases/`, and the promise that every rule is in one of them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from makegood.whole_cases import BrokenCaseFileError, CaseFile, case_files, read_case_file
from policy import answer, rulebook
from policy.cases.case import Case, parse_case
from policy.facts import BY_NAME, SEAT
from policy.language.kinds import Text

TESTS = Path(__file__).parents[1]
CASES = case_files()
RULES = sorted(rulebook().by_id)

SOUND = """
title = "A seller"
on = 2026-11-21
[facts]
side = "seller"
[expect]
steps = ["seller-keeps-records"]
"""


def checked(case_file: CaseFile) -> Case:
    case = parse_case(case_file.facts)
    if isinstance(case, list):
        told = (f"tests/cases/{case_file.name}.toml: {error.message}" for error in case)
        pytest.fail("\n".join(told), pytrace=False)
    return case


@pytest.mark.parametrize("case_file", CASES, ids=lambda case_file: case_file.name)
def test_a_whole_case_gets_the_answer_that_its_file_expects(case_file: CaseFile) -> None:
    advice = answer(checked(case_file), case_file.on)
    if misses := case_file.misses(advice.as_data()):
        file = f"tests/cases/{case_file.name}.toml: {case_file.title}"
        remedy = "Correct the rule or the case. If only exact lists grew, “makegood cases --accept” writes them anew."
        pytest.fail("\n".join((file, *misses, remedy)), pytrace=False)


@pytest.mark.parametrize("case_file", CASES, ids=lambda case_file: case_file.name)
def test_what_is_never_asked_changes_nothing_but_the_blanks_of_messages(case_file: CaseFile) -> None:
    # The seat is always asked for, and texts have fields in their messages.
    told = {name: value for name, value in case_file.facts.items() if name in SEAT or isinstance(BY_NAME[name], Text)}
    while new := _asked(told, case_file):
        told |= new
    assert _advice(told, case_file) == _advice(case_file.facts, case_file), case_file.facts.keys() - told.keys()


def _asked(told: Mapping[str, Any], case_file: CaseFile) -> dict[str, Any]:
    """Answer, as the file does, every question that is asked next."""
    questions = answer(parsed(told, case_file), case_file.on).questions
    return {q.fact: case_file.facts[q.fact] for q in questions if q.fact in case_file.facts and q.fact not in told}


def _advice(facts: Mapping[str, Any], case_file: CaseFile) -> dict[str, Any]:
    """Give all that is said; of messages, whose blanks have fields of their own, only which they are."""
    advice = answer(parsed(facts, case_file), case_file.on).as_data()
    sent = [message["id"] for message in advice["messages"]]
    return {**advice, "messages": sent, "questions": []}


def parsed(facts: Mapping[str, Any], case_file: CaseFile) -> Case:
    case = parse_case(facts, case_file.on)
    assert isinstance(case, Case), case
    return case


def test_no_two_case_files_have_the_same_title_or_the_same_facts() -> None:
    for alike in (lambda file: file.title, lambda file: (str(file.on), sorted(file.facts.items(), key=str))):
        named: dict[str, list[str]] = {}
        for case_file in CASES:
            named.setdefault(str(alike(case_file)), []).append(case_file.name)
        twice = [names for names in named.values() if len(names) > 1]
        assert not twice, f"These have one title, or the same facts on the same day; add the lines to one: {twice}"


def test_whoever_searches_the_id_of_a_rule_finds_a_test_of_it() -> None:
    tests = [*TESTS.joinpath("cases").rglob("*.toml"), *TESTS.joinpath("policy").rglob("test_*.py")]
    named = {word for test in tests for word in re.findall(r"[\w-]+", test.read_text(encoding="utf-8"))}
    lost = [rule for rule in RULES if rule not in named]
    assert not lost, f"Name {', '.join(lost)} in a case in tests/cases/ in which it shows."


def test_every_rule_takes_part_in_some_case_file_and_stays_out_of_another() -> None:
    taking_part = [set(answer(checked(case_file), case_file.on).rules) for case_file in CASES]
    nowhere = [rule for rule in RULES if not any(rule in rules for rules in taking_part)]
    assert not nowhere, f"Write a case in tests/cases/ in which {', '.join(nowhere)} shows."
    everywhere = [rule for rule in RULES if all(rule in rules for rules in taking_part)]
    assert not everywhere, f"Write a case in tests/cases/ in which {', '.join(everywhere)} does not show."


def test_only_few_cases_say_exactly_which_lines_an_answer_has() -> None:
    lines = {"steps", "avoid", "warnings", "messages", "rules", "needed", "helpful"}
    exact = [case_file.name for case_file in CASES if any(case_file.expect.get(key) for key in lines)]
    assert len(exact) <= 15, (
        "Every new rule would touch each of these. Write _has and _lacks: see tests/cases/README.md."
    )


def written(folder: Path, text: str) -> Path:
    path = folder / "example.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_day_among_the_facts_is_handed_on_as_the_contract_writes_days(tmp_path: Path) -> None:
    case_file = read_case_file(written(tmp_path, SOUND.replace("[expect]", "ordered_on = 2026-11-01\n[expect]")))
    assert case_file.facts == {"side": "seller", "ordered_on": "2026-11-01"}


@pytest.mark.parametrize(
    "replaced, by, sentence",
    [
        pytest.param(
            "steps =", "step =", r"expect\.step is not something .* Did you mean expect\.steps\?", id="misspelt"
        ),
        pytest.param("title =", "heading =", "heading is not something that a case can have", id="unknown"),
        pytest.param('title = "A seller"\n', "", "has no title", id="no-title"),
        pytest.param("on = 2026-11-21\n", "", "has no on", id="no-day"),
        pytest.param("2026-11-21", "2026-11-21T10:00:00", "on is not a day, like 2026-11-21", id="moment"),
        pytest.param('["seller-keeps-records"]', '"seller-keeps-records"', "steps is not a list", id="no-list"),
        pytest.param('["seller-keeps-records"]', "[1]", "steps is not a list", id="no-texts"),
        pytest.param('steps = ["seller-keeps-records"]', "", "expects nothing", id="nothing"),
        pytest.param("[facts]", "[facts", "is not TOML", id="no-toml"),
    ],
)
def test_a_slip_in_a_case_file_is_told_in_a_sentence(tmp_path: Path, replaced: str, by: str, sentence: str) -> None:
    with pytest.raises(BrokenCaseFileError, match=sentence):
        read_case_file(written(tmp_path, SOUND.replace(replaced, by)))


@pytest.mark.parametrize(
    "expected, words",
    [
        ('headline = "kx-headline-unclear"', "headline: expected kx-headline-unclear, but it is headline-keep-records"),
        ("steps = []", "steps: expected none, but it is seller-keeps-records"),
        ('steps_lacks = ["seller-keeps-records"]', "steps_lacks: seller-keeps-records is there, but must not be"),
        ('avoid_has = ["buyer-keeps-a-record"]', "avoid_has: buyer-keeps-a-record is not there, only "),
        ('ask = ["refund"]', "ask: expected refund, but it is none"),
        ("contact_support = true", "contact_support: expected true, but it is false"),
        ('asks_first = "problem"', "asks_first: expected problem, but it is programme"),
        ('asks = ["side"]', "asks: side is not there, only programme"),
        ("asks_only = []", "asks_only: expected none, but it is "),
        ('never_asks = ["programme"]', "never_asks: programme is there, but must not be"),
        ('missing = ["order_number"]', "missing: expected order_number, but it is none"),
        ('messages_say = ["Hello"]', "messages_say: Hello is not there"),
        (
            "deadlines = { kx-reply-clock = 2026-11-21 }",
            "deadlines: expected kx-reply-clock = 2026-11-21, but it is none",
        ),
        ("by = { seller-keeps-records = 2026-11-21 }", "by: expected seller-keeps-records = 2026-11-21, but it is "),
        ('cites_lacks = ["SR-70"]', "cites_lacks: SR-70 is there, but must not be"),
    ],
    ids=lambda text: text.partition(" =")[0] if " = " in text else "",
)
def test_an_answer_that_is_not_as_expected_is_told_in_words(tmp_path: Path, expected: str, words: str) -> None:
    case_file = read_case_file(written(tmp_path, SOUND.replace('steps = ["seller-keeps-records"]', expected)))
    [miss] = case_file.misses(answer(checked(case_file), case_file.on).as_data())
    assert miss.startswith(words)


@pytest.mark.parametrize(
    "expected, told",
    [
        (
            'steps_lacks = ["seller-keep-records"]',
            "seller-keep-records is not a rule. Did you mean seller-keeps-records?",
        ),
        ('messages_lacks = ["kx-first-replay"]', "kx-first-replay is not a message. Did you mean kx-first-reply?"),
        ('needed_lacks = ["item-photo"]', "item-photo is not a kind of proof. Did you mean item-photos?"),
        ('cites_lacks = ["KX-0001"]', "KX-0001 is not a source. Did you mean KX-01?"),
        ('never_asks = ["insurance"]', "insurance is not a fact. Did you mean insured?"),
    ],
)
def test_what_does_not_exist_is_told_even_where_its_absence_is_expected(
    tmp_path: Path, expected: str, told: str
) -> None:
    case_file = read_case_file(written(tmp_path, SOUND.replace('steps = ["seller-keeps-records"]', expected)))
    misses = case_file.misses(answer(checked(case_file), case_file.on).as_data())
    assert misses == [f"{expected.partition(' =')[0]}: {told}"]
