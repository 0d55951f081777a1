"""Every whole case, answered by a person in a real browser, gets the bytes that CPython gives."""

import json

import pytest

from makegood.whole_cases import CaseFile, case_files
from policy.browser import respond
from tests.conftest import OpenPage
from tests.support.reader import Reader

PHONE = {"width": 360, "height": 740}


def _without_trace(advice: dict[str, object]) -> dict[str, object]:
    """Leave out what tells how the answer came about: the questions that are still open."""
    return {key: value for key, value in advice.items() if key != "questions"}


GROUPS = 8
"""Cases share a page in so many groups: enough to keep both cores busy, few enough that Python starts only so often."""

BY_HAND = 7
"""Of so many cases one is clicked by hand, with the mouse on what is in sight; those of test_whole_cases are all."""


@pytest.mark.parametrize("group", range(GROUPS))
def test_a_person_gets_in_the_browser_what_cpython_answers(
    new_page: OpenPage, subtests: pytest.Subtests, group: int
) -> None:
    cases = case_files()[group::GROUPS]
    reader = Reader(new_page(viewport=PHONE), "check/", cases[0].on)
    for number, case in enumerate(cases):
        with subtests.test(case.name):
            reader.start_again(case.on)
            _same_as_cpython(reader, case, by_hand=number % BY_HAND == 0)


def _same_as_cpython(reader: Reader, case: CaseFile, by_hand: bool) -> None:
    never_asked = reader.tell(case.facts) if by_hand else reader.tell_by_script(case.facts)
    request, response = reader.latest()
    assert response == respond(request)
    assert reader.sees() == reader.in_the_browser(json.loads(response)["answer"])

    # What the checker did not ask for must not matter.
    whole = json.loads(respond(json.dumps({**json.loads(request), "facts": dict(case.facts)})))
    told = json.loads(response)
    assert _without_trace(told["advice"]) == _without_trace(whole["advice"]), f"never asked: {never_asked}"


def test_the_guide_answers_for_its_own_programme(new_page: OpenPage) -> None:
    [case] = [case for case in case_files() if case.name == "kingston-express/dispatched-damaged-inspection-pending"]
    reader = Reader(new_page(), "seller/kingston-express/", case.on)
    left = reader.tell(case.facts)
    request, response = reader.latest()

    assert set(left) >= {"side", "programme"}, "the page has fixed these, so it does not ask for them"
    assert response == respond(request)
    assert case.misses(json.loads(response)["advice"]) == []
