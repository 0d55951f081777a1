"""Every whole case, answered by a person in a real browser, gets the bytes that CPython gives."""

import json
from collections.abc import Sequence

import pytest

from makegood.whole_cases import CaseFile, case_files
from policy.browser import respond
from tests.conftest import OpenPage
from tests.support.reader import Reader

PHONE = {"width": 360, "height": 740}


def _without_trace(advice: dict[str, object]) -> dict[str, object]:
    """Leave out what tells how the answer came about: the questions that are still open."""
    return {key: value for key, value in advice.items() if key != "questions"}


GROUPS = 4
"""Cases share a page in so many groups: enough to keep both cores busy, few enough that Python starts only so often."""

BY_HAND = 28
"""Of so many cases one is clicked by hand, with the mouse on what is in sight; those of test_whole_cases are all.

No change of a rule can make the browser's Python answer otherwise than CPython: what can is the runtime and the
element. So a sample stands here, and all others are among the slow proofs.
"""


@pytest.mark.parametrize("group", range(2))  # a part for each of two processes
def test_a_person_gets_in_the_browser_what_cpython_answers(
    new_page: OpenPage, subtests: pytest.Subtests, group: int
) -> None:
    answer_all(case_files()[::BY_HAND][group::2], new_page, subtests, by_hand=True)


@pytest.mark.thorough
@pytest.mark.parametrize("group", range(GROUPS))
def test_every_other_case_gets_in_the_browser_what_cpython_answers(
    new_page: OpenPage, subtests: pytest.Subtests, group: int
) -> None:
    others = [case for number, case in enumerate(case_files()) if number % BY_HAND]
    answer_all(others[group::GROUPS], new_page, subtests, by_hand=False)


def answer_all(cases: Sequence[CaseFile], new_page: OpenPage, subtests: pytest.Subtests, *, by_hand: bool) -> None:
    """Answer cases one after the other on one page, so that Python starts once."""
    reader = Reader(new_page(viewport=PHONE), "check/", cases[0].on)
    for case in cases:
        with subtests.test(case.name):
            reader.start_again(case.on)
            _same_as_cpython(reader, case, by_hand=by_hand)


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
