"""A programme's rules come in the order of its files, and where there is room for one, the later file wins."""

import pkgutil
from importlib import import_module
from types import ModuleType

import pytest

from policy.language.conditions import ALWAYS
from policy.language.outcomes import Avoid, Headline, Outcome, Step, Warn, WarnAtStake
from policy.language.programme import programmes
from policy.language.rule import Rule
from policy.programmes import RULES
from policy.programmes.order import in_order


def situation(*rules: Rule, before: dict[str, str] | None = None) -> ModuleType:
    """A file of a situation."""
    made = ModuleType("policy.programmes.made.up")
    vars(made).update(RULES=rules, **({} if before is None else {"BEFORE": before}))
    return made


def rule(name: str, gives: Outcome) -> Rule:
    """A rule of a test."""
    return Rule(name, ALWAYS, gives, ("SR-70",))


def ids(*situations: ModuleType) -> list[str]:
    """The ids of what these files are put together to."""
    return [rule.id for rule in in_order(*situations)]


THROUGHOUT = situation(rule("keep", Step("Keep it.")), rule("calm", Headline("Keep calm.")), rule("rude", Avoid("No.")))
LOST = situation(rule("look", Headline("Look.")), rule("find", Headline("Find.")), rule("ask", Step("Ask.")))


def test_lists_go_file_by_file_and_of_what_is_single_the_later_file_comes_first() -> None:
    assert ids(THROUGHOUT, LOST) == ["look", "find", "calm", "keep", "ask", "rude"]


def test_both_kinds_of_warning_keep_their_order() -> None:
    assert ids(situation(rule("at-stake", WarnAtStake("Money.")), rule("plain", Warn("Know.")))) == [
        "at-stake",
        "plain",
    ]


@pytest.mark.parametrize(
    "before, order",
    [
        ({"ask": "keep"}, ["look", "find", "calm", "ask", "keep", "rude"]),
        ({"look": "rude"}, ["find", "calm", "keep", "ask", "look", "rude"]),
        ({"rude": "look", "ask": "rude"}, ["ask", "rude", "look", "find", "calm", "keep"]),
    ],
    ids=["forward", "back", "one-after-another"],
)
def test_a_rule_that_has_to_come_before_another_does(before: dict[str, str], order: list[str]) -> None:
    assert ids(THROUGHOUT, situation(*LOST.RULES, before=before)) == order


@pytest.mark.parametrize("before", [{"ask": "sak"}, {"sak": "ask"}])
def test_a_rule_that_is_not_there_cannot_come_before_another(before: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"made\.up: BEFORE names sak, which is no rule of this programme"):
        ids(situation(*LOST.RULES, before=before))


def test_no_file_of_rules_is_forgotten() -> None:
    package = import_module("policy.programmes")
    for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        for one in getattr(import_module(found.name), "RULES", ()):
            assert one in RULES, f"{found.name} is not found: name it in __init__.py, beside a programme.toml."


def test_marketplaces_come_before_agents() -> None:
    firsts = [next(n for n, one in enumerate(RULES) if one.id.startswith(prefix)) for prefix in ("kx-", "eb-", "ac-")]
    assert firsts == sorted(firsts)
    assert [record.name for record in programmes()][:2] == ["kakobuy", "allchinabuy"]
