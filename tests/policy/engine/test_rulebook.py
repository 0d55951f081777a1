"""A rulebook that contradicts itself, or names what does not exist, cannot be made."""

from dataclasses import replace
from itertools import product

import pytest

from policy import rulebook
from policy.engine.rulebook import BrokenRulebookError, Rulebook
from policy.facts import problem, programme, side
from policy.language.conditions import ALWAYS, Is, settle
from policy.language.outcomes import Avoid, Clock, Door, Headline, Remedy, Send, Step, Warn, WarnAtStake, Way
from policy.language.rule import Also, Rule
from tests.support.processes import say_elsewhere

SOUND = Rule("say-hello", ALWAYS, Step("Say hello."), ("KX-10",))
OTHER = Rule("stay-calm", side == "seller", Warn("Stay calm."), ("KX-72",))

BROKEN = {
    "two rules with one id": (Rule("say-hello", ALWAYS, Step("Again."), ("KX-10",)), "Two rules have the id say-hello"),
    "no source": (replace(OTHER, cites=()), "stay-calm cites no source"),
    "a source that is not there": (replace(OTHER, cites=("KX-00",)), "stay-calm cites KX-00, which no source has"),
    "a fact that is not there": (replace(OTHER, when=Is("colour", ("red",))), "stay-calm looks at colour"),
    "a source of some cases that is not there": (
        replace(OTHER, also=Also(side == "seller", ("KX-00",))),
        "stay-calm cites KX-00, which no source has",
    ),
    "a fact of a source of some cases that is not there": (
        replace(OTHER, also=Also(Is("colour", ("red",)), ("KX-10",))),
        "stay-calm looks at colour",
    ),
    "a message that is not there": (replace(OTHER, gives=Send("kx-bye")), "stay-calm sends kx-bye"),
    "a period that is not there": (
        replace(OTHER, gives=Clock("Wave", "colour", "Wave.")),
        "stay-calm [a-z ]* colour, which",
    ),
    "a period that a step has to wait for and that is not there": (
        replace(OTHER, gives=Step("Wave.", after="colour")),
        "stay-calm [a-z ]* colour, which",
    ),
    "a door's period that is not there": (
        replace(OTHER, gives=Door(Way.LAW, "The law", "buyer", "Wave.", period="colour")),
        "stay-calm [a-z ]* colour, which",
    ),
    "a fact that decides a door and is not there": (
        replace(OTHER, gives=Door(Way.LAW, "The law", "buyer", "Wave.", asks="colour")),
        "stay-calm [a-z ]* colour, which",
    ),
    "a clock that is not there": (replace(OTHER, gives=Step("Wave.", by="clock")), "stay-calm goes by clock"),
    "a clock that is none": (replace(OTHER, gives=Step("Wave.", by="say-hello")), "stay-calm goes by say-hello"),
}
SEATS = [
    {name: value for name, value in zip(("side", "programme", "problem"), values, strict=True) if value}
    for values in product(*((None, *(value.name for value in fact.values)) for fact in (side, programme, problem)))
]


def test_sound_rules_make_a_rulebook() -> None:
    assert list(Rulebook((SOUND, OTHER)).by_id) == ["say-hello", "stay-calm"]


@pytest.mark.parametrize("rule, words", BROKEN.values(), ids=BROKEN)
def test_a_broken_rule_is_refused_and_named(rule: Rule, words: str) -> None:
    with pytest.raises(BrokenRulebookError, match=words):
        Rulebook((SOUND, rule))


def test_everything_that_is_broken_is_told_at_once() -> None:
    with pytest.raises(BrokenRulebookError) as broken:
        Rulebook((replace(SOUND, cites=()), replace(OTHER, cites=("KX-00",))))
    assert "say-hello" in str(broken.value)
    assert "stay-calm" in str(broken.value)


def test_the_rules_in_force_have_ids_that_can_be_searched_for() -> None:
    for rule in rulebook().rules:
        assert rule.id == rule.id.lower().strip("-")
        assert rule.id.replace("-", "").isalnum()


@pytest.mark.parametrize("seat", SEATS, ids=lambda seat: "-".join(seat.values()) or "nothing")
def test_a_rule_says_the_same_with_side_programme_and_problem_worked_in(seat: dict[str, str]) -> None:
    kept = {rule.id: rule for rule in rulebook().relevant(seat)}
    for rule in rulebook().rules:
        whole = settle(rule.when, seat)
        if rule.id in kept:
            assert settle(kept[rule.id].when, seat) == whole
        else:
            assert whole == (False, frozenset())


@pytest.mark.parametrize("hash_seed", ["1", "2"])
def test_every_process_gives_the_same_rules_the_same_digest(hash_seed: str) -> None:
    assert say_elsewhere("from policy import rulebook; print(rulebook().digest)", hash_seed) == rulebook().digest


@pytest.mark.parametrize(
    "changed",
    [
        replace(OTHER, id="keep-calm"),
        replace(OTHER, when=side == "buyer"),
        replace(OTHER, gives=Warn("Stay very calm.")),
        replace(OTHER, gives=WarnAtStake("Stay calm.")),
        replace(OTHER, cites=("KX-83",)),
    ],
    ids=["id", "condition", "words", "part", "sources"],
)
def test_the_digest_changes_with_everything_that_shapes_an_answer(changed: Rule) -> None:
    assert Rulebook((SOUND, changed)).digest != Rulebook((SOUND, OTHER)).digest


def test_the_digest_changes_with_the_order_of_the_rules() -> None:
    assert Rulebook((SOUND, OTHER)).digest != Rulebook((OTHER, SOUND)).digest


def test_a_rule_looks_at_the_facts_of_its_condition_and_of_the_moment_to_ask() -> None:
    rule = Rule("ask", side == "seller", Remedy("Ask.", once=problem == "damaged"), ("KX-50",))
    assert rule.facts == {"side", "problem"}


@pytest.mark.parametrize("truth, shows", [(True, True), (None, False), (False, False)])
def test_a_step_needs_its_condition_to_be_yes(truth: bool | None, shows: bool) -> None:
    assert SOUND.applies(truth) is shows
    assert replace(SOUND, gives=Warn("Careful.")).applies(truth) is shows
    assert replace(SOUND, gives=Headline("Careful.")).applies(truth) is shows
    assert replace(SOUND, gives=Send("kx-first-reply")).applies(truth) is shows
    assert replace(SOUND, gives=Remedy("A refund.")).applies(truth) is shows


@pytest.mark.parametrize("truth, stands", [(True, True), (None, True), (False, False)])
def test_a_prohibition_and_a_warning_of_a_loss_stand_until_they_are_ruled_out(truth: bool | None, stands: bool) -> None:
    assert replace(SOUND, gives=Avoid("Do not.")).applies(truth) is stands
    assert replace(SOUND, gives=WarnAtStake("Careful.")).applies(truth) is stands
