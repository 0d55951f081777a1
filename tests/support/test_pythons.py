"""The unit tests run on the oldest and on the newest Python that uv can have; what could not be had is named."""

from pathlib import Path
from typing import Any

import pytest

from tests.support import pythons
from tests.support.programs.program import DoesNotWorkError
from tests.support.pythons import Python, Tried, known, try_others


@pytest.fixture(autouse=True)
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The environment of the project has Python 3.13.5."""
    monkeypatch.setattr(pythons, "OURS", (3, 13, 5))


def there(*patches: int) -> list[Python]:
    """Python 3.13 with these patches: 3.13.5 and 3.13.9 are here, the others would be downloaded."""
    return sorted(Python((3, 13, patch), "/usr/bin/python" if patch in {5, 9} else None) for patch in patches)


def tried(pythons_: list[Python], *refused: int, failing: int | None = None) -> tuple[Tried, list[str]]:
    """What comes of these Pythons where some cannot be had and the tests fail on one; on which the tests ran."""
    ran: list[str] = []

    def prepare(python: Python) -> Path:
        if python.version[2] in refused:
            raise DoesNotWorkError("No network.")
        return Path(str(python))

    def test(python: Path) -> bool:
        ran.append(python.name)
        return python.name != f"3.13.{failing}"

    return try_others(pythons_, prepare, test), ran


def test_the_oldest_and_the_newest_are_tried_and_named_with_ours() -> None:
    assert tried(there(0, 3, 5, 18)) == (
        Tried(passed=True, told="The unit tests ran on Python 3.13.0 and 3.13.5 and 3.13.18."),
        ["3.13.0", "3.13.18"],
    )


@pytest.mark.parametrize("patches, other", [((5, 18), "3.13.18"), ((0, 5), "3.13.0")])
def test_ours_is_not_tried_twice(patches: tuple[int, ...], other: str) -> None:
    assert tried(there(*patches))[1] == [other]


def test_where_ours_is_the_only_one_that_is_said() -> None:
    assert tried(there(5)) == (Tried(passed=True, told="The unit tests ran on Python 3.13.5 only."), [])


def test_what_cannot_be_had_is_named_with_the_reason_and_is_no_failure() -> None:
    told, ran = tried(there(0, 5, 18), 0, 18)
    assert (told.passed, ran) == (True, [])
    assert told.told.splitlines() == [
        "The unit tests ran on Python 3.13.5 only.",
        "  not on 3.13.0: No network.",
        "  not on 3.13.18: No network.",
    ]


def test_in_place_of_what_cannot_be_had_the_newest_that_is_here_is_tried() -> None:
    told, ran = tried(there(5, 9, 18), 18)
    assert ran == ["3.13.9"]
    assert told.told == "The unit tests ran on Python 3.13.5 and 3.13.9.\n  not on 3.13.18: No network."


def test_tests_that_fail_on_one_are_a_failure_and_the_other_is_tried_all_the_same() -> None:
    told, ran = tried(there(0, 5, 18), failing=0)
    assert not told.passed
    assert ran == ["3.13.0", "3.13.18"]


def test_of_what_uv_lists_each_released_cpython_counts_by_its_number() -> None:
    def one(version: str, path: str | None = None, variant: str = "default", kind: str = "cpython") -> dict[str, Any]:
        return {"version": version, "path": path, "variant": variant, "implementation": kind}

    listed = [
        one("3.13.10"),
        one("3.13.9"),
        one("3.13.9", "/usr/bin/python3"),
        one("3.13.0rc1"),
        one("3.13.11", variant="freethreaded"),
        one("3.13.12", kind="pypy"),
    ]
    assert known(listed) == [Python((3, 13, 9), "/usr/bin/python3"), Python((3, 13, 10), None)]
