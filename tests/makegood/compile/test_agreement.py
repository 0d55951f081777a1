"""What is looked up is what Python answers, byte for byte."""

import copy
import json
from typing import Any

import pytest

from makegood.compile.agreement import cases, disagreement, disagreements, request_for
from makegood.compile.file import Graph
from makegood.compile.lookup import respond
from makegood.whole_cases import CaseFile, case_files

pytestmark = pytest.mark.processes

SEATS = [
    {},
    {"side": "seller", "programme": "kingston-express"},
    {"side": "seller", "programme": "ebay"},
    {"side": "buyer", "programme": "kakobuy"},
    {"side": "buyer", "programme": "allchinabuy"},
    {"side": "buyer", "programme": "ebay", "problem": "not-received"},
]


@pytest.fixture(scope="session")
def whole(graph: Graph) -> dict[str, Any]:
    return graph.file()


NAMED_BY_SEAT = pytest.mark.parametrize("seat", SEATS, ids=lambda seat: "-".join(seat.values()) or "nothing-fixed")


@NAMED_BY_SEAT
def test_a_file_answers_as_python_does(graph: Graph, seat: dict[str, str]) -> None:
    assert list(disagreements(graph.file(seat), seat, 50, seed=2)) == []


def test_the_whole_graph_answers_as_python_does(whole: dict[str, Any]) -> None:
    assert list(disagreements(whole, {}, 200, seed=100)) == []


@pytest.mark.thorough
@NAMED_BY_SEAT
def test_a_file_answers_as_python_does_in_many_cases(graph: Graph, seat: dict[str, str]) -> None:
    assert list(disagreements(graph.file(seat), seat, 500, seed=4)) == []


@pytest.mark.parametrize("preset", SEATS[1:], ids=lambda seat: "-".join(seat.values()))
def test_the_whole_graph_also_serves_a_page_that_fixes_something(whole: dict[str, Any], preset: dict[str, str]) -> None:
    assert list(disagreements(whole, preset, 40, seed=3)) == []


@pytest.mark.parametrize("case_file", case_files(), ids=lambda case_file: case_file.name)
def test_the_fixed_choices_of_every_case_file_are_answered_as_python_does(
    whole: dict[str, Any], case_file: CaseFile
) -> None:
    known = {about for kind, about, *_ in whole["variables"] if kind in ("choice", "list")}
    facts = {fact: value for fact, value in case_file.facts.items() if fact in known}
    assert disagreement(whole, request_for(facts, {})) == ""


def test_a_wrong_piece_is_found(whole: dict[str, Any]) -> None:
    text = json.dumps(whole, ensure_ascii=False)
    assert "Keep everything that came" in text
    wrong = json.loads(text.replace("Keep everything that came", "Keep nothing that came"))
    assert "Keep nothing" in next(disagreements(wrong, {}, 300))


def test_a_wrong_step_is_found(whole: dict[str, Any]) -> None:
    wrong = copy.deepcopy(whole)
    by_side = [node for node in wrong["nodes"] if wrong["variables"][node[0]][1] == "side"]
    for node in by_side:
        node[1:] = reversed(node[1:])
    assert next(disagreements(wrong, {}, 300))


def test_contradicting_facts_are_refused_in_the_words_of_python(whole: dict[str, Any]) -> None:
    facts = {"programme": "ebay", "fulfilment": "platform"}
    assert disagreement(whole, request_for(facts, {})) == ""
    found = respond(whole, request_for(facts, {}))
    assert found
    assert found["questions"] is None
    assert "Only Kingston Express has two ways to ship" in str(found["answer"])


def test_what_is_typed_like_a_blank_or_a_place_stands_in_its_field_as_it_was_typed(whole: dict[str, Any]) -> None:
    typed = "[order number] \ue000\ue001 \ue002side\ue003 \ue100"
    facts = {"side": "buyer", "programme": "other", "problem": "damaged", "item_name": typed}
    found = respond(whole, request_for(facts, {}))
    assert found
    assert f'autocomplete="off" value="{typed}"' in str(found["answer"])
    assert str(found["answer"]).count('<mark class="mg-blank">[order number]</mark>') == 2


@pytest.mark.parametrize("facts", [{"side": "nobody"}, {"evidence": "unboxing-video"}])
def test_a_value_that_does_not_exist_is_left_to_python(whole: dict[str, Any], facts: dict[str, Any]) -> None:
    assert respond(whole, request_for(facts, {})) is None


def test_drawn_cases_reach_from_nothing_told_to_nearly_everything_told() -> None:
    told = [len(facts) for facts in cases({}, 200)]
    assert min(told) <= 2
    assert max(told) >= 12
    assert list(cases({}, 5)) == list(cases({}, 5))
