"""How well the check of a draft does on the labelled drafts of `tests/wording/`: no worse than measured.

`python -m tests.wording.measure` prints the whole table. The figures of the held-out drafts are the honest ones.
"""

import pytest

from policy.wording import CHECKS
from tests.wording.measure import SETS, Draft, drafts, score_of, score_of_all_checks, score_of_drafts

FLOORS = {
    "tuned": {
        "drafts": (1.0, 0.989),
        "checks": (1.0, 0.992),
        "impolite": (1.0, 0.875),
    },
    "held_out": {
        "drafts": (0.976, 0.933),
        "checks": (0.932, 0.958),
        "missing-order-reference": (0.857, 1.0),
        "missing-issue": (0.666, 1.0),
        "missing-request": (0.75, 1.0),
        "venting": (0.75, 1.0),
        "threat": (1.0, 0.8),
        "slang": (1.0, 0.75),
        "admission-of-fault": (1.0, 0.75),
    },
}
"""Precision and recall as measured, rounded down: over whole drafts, over all checks, and for each check that is not
at 1. What improves may be raised; what falls has to be mended, not lowered."""


@pytest.mark.parametrize("name", SETS)
def test_whole_drafts_are_judged_no_worse_than_measured(name: str) -> None:
    score = score_of_drafts(drafts(name))
    assert score.precision >= FLOORS[name]["drafts"][0]
    assert score.recall >= FLOORS[name]["drafts"][1]


@pytest.mark.parametrize("name", SETS)
def test_all_checks_together_do_no_worse_than_measured(name: str) -> None:
    score = score_of_all_checks(drafts(name))
    assert score.precision >= FLOORS[name]["checks"][0]
    assert score.recall >= FLOORS[name]["checks"][1]


@pytest.mark.parametrize("check", [check.id for check in CHECKS])
@pytest.mark.parametrize("name", SETS)
def test_each_check_does_no_worse_than_measured(name: str, check: str) -> None:
    score = score_of(check, drafts(name))
    precision, recall = FLOORS[name].get(check, (1.0, 1.0))
    assert score.precision >= precision
    assert score.recall >= recall


@pytest.mark.parametrize("name", SETS)
def test_no_more_than_one_good_draft_in_forty_gets_a_false_alarm(name: str) -> None:
    good = [draft for draft in drafts(name) if not draft.finds]
    assert sum(bool(draft.found) for draft in good) * 40 <= len(good)


def test_there_are_at_least_80_drafts_half_of_them_good_and_a_third_held_out() -> None:
    every = [draft for name in SETS for draft in drafts(name)]
    assert len(every) >= 80
    assert share(every, good=True) == pytest.approx(1 / 2, abs=0.05)
    assert len(drafts("held_out")) / len(every) == pytest.approx(1 / 3, abs=0.03)


@pytest.mark.parametrize("name", SETS)
def test_each_set_has_both_sides_and_of_each_side_good_and_bad(name: str) -> None:
    for side in ("buyer", "seller"):
        assert share([draft for draft in drafts(name) if draft.side == side], good=True) == pytest.approx(
            1 / 2, abs=0.1
        )


@pytest.mark.parametrize("name", SETS)
def test_every_check_has_a_bad_draft_in_each_set(name: str) -> None:
    expected = {check for draft in drafts(name) for check in draft.finds}
    assert expected == {check.id for check in CHECKS}


def test_every_draft_has_a_name_of_its_own() -> None:
    names = [draft.name for name in SETS for draft in drafts(name)]
    assert len(set(names)) == len(names)


def share(among: list[Draft], *, good: bool) -> float:
    """The share of good (or bad) drafts."""
    return sum((not draft.finds) is good for draft in among) / len(among)
