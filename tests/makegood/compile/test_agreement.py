"""What is looked up is what Python answers, byte for byte."""

import copy
import json
from typing import Any

import pytest

from makegood.compile.agreement import cases, disagreement, disagreements, request_for
from makegood.compile.lookup import respond
from makegood.whole_cases import CaseFile, case_files
from tests.makegood.compile.conftest import Compiled

WORDS = "Tick it, and this answer follows"

pytestmark = pytest.mark.processes

SEATS = [
    (),
    ("seller", "kingston-express"),
    ("seller", "ebay"),
    ("buyer", "allchinabuy"),
    ("buyer", "ebay"),
    ("buyer", "private-person"),
]


@pytest.fixture(scope="module")
def file(compiled: Compiled) -> dict[str, Any]:
    return compiled("buyer", "ebay")


@pytest.mark.parametrize("seat", SEATS, ids=lambda seat: "-".join(seat) or "start")
def test_a_file_answers_as_python_does(compiled: Compiled, seat: tuple[str, ...]) -> None:
    assert list(disagreements(compiled(*seat), 50, seed=2)) == []


@pytest.mark.thorough
@pytest.mark.parametrize("seat", SEATS, ids=lambda seat: "-".join(seat) or "start")
def test_a_file_answers_as_python_does_in_many_cases(compiled: Compiled, seat: tuple[str, ...]) -> None:
    assert list(disagreements(compiled(*seat), 500, seed=4)) == []


@pytest.mark.parametrize("case_file", case_files(), ids=lambda case_file: case_file.name)
def test_the_fixed_choices_of_every_case_file_are_answered_as_python_does(
    compiled: Compiled, case_file: CaseFile
) -> None:
    seat = (case_file.facts.get("side"), case_file.facts.get("programme"))
    if seat in SEATS:
        file = compiled(*seat)
        known = {about for kind, about, *_ in file["variables"] if kind in ("choice", "list")} | {*file["fixed"]}
        facts = {fact: value for fact, value in case_file.facts.items() if fact in known}
        assert disagreement(file, request_for(facts, {})) == ""


def test_another_seat_is_for_another_file(file: dict[str, Any], compiled: Compiled) -> None:
    assert respond(file, request_for({"side": "buyer", "programme": "etsy"}, {})) is None
    seat = {"side": "buyer", "programme": "ebay"}
    assert respond(compiled(), request_for(seat, {}))
    assert respond(compiled(), request_for({**seat, "problem": "unknown"}, {}))
    assert respond(compiled(), request_for({**seat, "problem": "damaged"}, {})) is None
    assert respond(file, request_for({**seat, "problem": "damaged"}, {}))


def test_the_first_file_leaves_to_python_what_is_told_beside_the_seat(compiled: Compiled) -> None:
    assert respond(compiled(), request_for({"side": "buyer", "problem": "damaged"}, {}))
    assert respond(compiled(), request_for({"side": "buyer", "reply": "agreed"}, {})) is None


def test_a_wrong_piece_is_found(file: dict[str, Any]) -> None:
    text = json.dumps(file, ensure_ascii=False)
    assert WORDS in text
    wrong = json.loads(text.replace(WORDS, "Keep nothing that came"))
    assert "Keep nothing" in next(disagreements(wrong, 300))


def test_a_wrong_step_is_found(file: dict[str, Any]) -> None:
    wrong = copy.deepcopy(file)
    by_problem = [node for node in wrong["nodes"] if wrong["variables"][node[0]][1] == "problem"]
    for node in by_problem:
        node[1], node[3] = node[3], node[1]
    assert next(disagreements(wrong, 300))


def test_contradicting_facts_are_refused_in_the_words_of_python(file: dict[str, Any]) -> None:
    facts = {"side": "buyer", "programme": "ebay", "fulfilment": "platform"}
    assert disagreement(file, request_for(facts, {})) == ""
    found = respond(file, request_for(facts, {}))
    assert found
    assert found["questions"] is None
    assert "two ways to ship" in str(found["answer"])


def test_what_is_typed_like_a_blank_or_a_place_stands_in_its_field_as_it_was_typed(file: dict[str, Any]) -> None:
    typed = "[order number] \ue000\ue001 \ue002side\ue003 \ue100"
    facts = {"side": "buyer", "programme": "ebay", "problem": "damaged", "item_name": typed}
    found = respond(file, request_for(facts, {}))
    assert found
    assert f'autocomplete="off" value="{typed}"' in str(found["answer"])
    assert str(found["answer"]).count('<mark class="mg-blank" data-text="order_number">[order number]</mark>') == 2


@pytest.mark.parametrize("facts", [{"side": "nobody"}, {"evidence": "unboxing-video"}])
def test_a_value_that_does_not_exist_is_left_to_python(file: dict[str, Any], facts: dict[str, Any]) -> None:
    assert respond(file, request_for(facts, {})) is None


def test_drawn_cases_reach_from_nothing_told_to_nearly_everything_told(file: dict[str, Any]) -> None:
    told = [len(facts) for facts in cases(file, 200)]
    assert min(told) <= 4
    assert max(told) >= 12
    assert list(cases(file, 5)) == list(cases(file, 5))
