"""What was compiled for a seat is taken again only while what it is made of is the same."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from makegood.compile.kept import kept, same_for_all
from policy import rulebook
from policy.engine.rulebook import Rulebook

SEAT = {"side": "buyer", "programme": "ebay"}
RULES = rulebook().relevant(SEAT)

type Take = Callable[..., dict[str, Any]]


@pytest.fixture
def take(tmp_path: Path) -> Take:
    """Take what was kept, with what differs; `made` counts in the answer how often it was compiled."""
    made: list[str] = []

    def taken(same: str = "a", book: Rulebook | None = None, seat: dict[str, str] = SEAT) -> dict[str, Any]:
        policy = book or rulebook()

        def make() -> dict[str, Any]:
            made.append(policy.digest)
            return {"policy": policy.digest, "answer": f"digest {policy.digest[:12]}.", "made": len(made)}

        return kept(tmp_path, "buyer-ebay", same, policy, policy.relevant(seat), make)

    return taken


@cache
def changed(prefix: str) -> Rulebook:
    """The policy in which the first rule whose id begins like this has one more source."""
    rules = list(rulebook().rules)
    place, rule = next((place, rule) for place, rule in enumerate(rules) if rule.id.startswith(prefix))
    rules[place] = replace(rule, cites=(*rule.cites, "SR-70"))
    return Rulebook(tuple(rules))


def test_what_is_the_same_is_compiled_once(take: Take) -> None:
    assert (take()["made"], take()["made"]) == (1, 1)


def test_another_file_or_another_rule_of_the_seat_compiles_it_anew(take: Take) -> None:
    assert take()["made"] == 1
    assert take(same="b")["made"] == 2
    assert take(same="b", book=changed("eb-buyer-headline"))["made"] == 3


def test_a_rule_of_another_seat_changes_only_the_digest(take: Take) -> None:
    take()
    other = changed("kx-")
    found = take(book=other)
    assert found == {"policy": other.digest, "answer": f"digest {other.digest[:12]}.", "made": 1}
    assert other.digest != rulebook().digest


def test_what_is_kept_and_cannot_be_read_is_made_anew(take: Take, tmp_path: Path) -> None:
    take()
    (tmp_path / "buyer-ebay.json").write_text("{", encoding="utf-8")
    assert take()["made"] == 2


@pytest.mark.parametrize(
    "name, counts",
    [
        ("policy/engine/doors.py", True),
        ("policy/rendering/templates/advice.html", True),
        ("policy/programmes/ebay/bought.py", False),
        ("policy/programmes/ebay/programme.toml", True),
        ("policy/messages/filling.py", True),
        ("policy/messages/eb-appeal.jinja", False),
        ("policy/messages/parts/buyer-wrote.jinja", False),
        ("policy/content/changes.toml", False),
    ],
)
def test_files_of_rules_and_messages_count_only_for_the_seats_that_have_them(
    tmp_path: Path, name: str, counts: bool
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True)
    path.write_text("before", encoding="utf-8")
    before = same_for_all(tmp_path, [path])
    path.write_text("after", encoding="utf-8")
    assert (same_for_all(tmp_path, [path]) != before) is counts
