"""Nothing irreversible while a rule that forbids it stands, and no prohibition goes before it is really lifted."""

from collections.abc import Iterable
from itertools import product
from random import Random
from typing import Any, Final

import pytest

from policy import rulebook
from policy.engine.advice import Advice
from policy.facts import BY_NAME
from policy.language.conditions import facts_of, settle
from policy.language.kinds import Choice
from policy.language.outcomes import IRREVERSIBLE, Action, Ask, Avoid, Remedy, Step
from policy.language.rule import Rule
from tests.policy.given import ids
from tests.policy.some_cases import KINGSTON, VALUES, Facts, advised, kingston_cases, some

PAYS: Final = {
    Ask.SMALL_PARTIAL_REFUND: Action.REFUND,
    Ask.PARTIAL_REFUND: Action.REFUND,
    Ask.REFUND: Action.REFUND,
    Ask.COMPENSATION: Action.REFUND,
    Ask.REPLACEMENT: Action.RESHIP,
    Ask.RESHIP: Action.RESHIP,
}
"""What a seller does who offers this. A buyer who asks for it does nothing that cannot be undone."""

SEATS: Final = [
    {"side": side, "programme": programme}
    for side in ("buyer", "seller")
    for programme in ("kakobuy", "allchinabuy", "kingston-express", "ebay", "other")
]


def advises(given: Advice, side: str) -> set[Action]:
    """What an advice tells the reader to set in motion."""
    gives = [rulebook().by_id[step.id].gives for step in given.steps]
    steps = {action for step in gives if isinstance(step, Step) for action in step.does}
    return steps | ({PAYS[ask] for ask in given.remedy.ask if ask in PAYS} if side == "seller" else set())


def forbids(given: Advice) -> set[Action]:
    """What an advice tells the reader not to do."""
    gives = [rulebook().by_id[line.id].gives for line in given.avoid]
    return {action for avoid in gives if isinstance(avoid, Avoid) for action in avoid.forbids}


def set_in_motion(rule: Rule) -> frozenset[Action]:
    """What a rule for sellers tells the reader to do that cannot be undone, once its time has come."""
    match rule.gives:
        case Step(does=does):
            return IRREVERSIBLE & set(does)
        case Remedy(ask=ask):
            return IRREVERSIBLE & {PAYS[each] for each in ask if each in PAYS}
    return frozenset()


def forbidden(rule: Rule) -> frozenset[Action]:
    """What a rule forbids that cannot be undone."""
    return IRREVERSIBLE & set(rule.gives.forbids) if isinstance(rule.gives, Avoid) else frozenset()


def stands(rule: Rule, known: Facts) -> bool:
    """Say whether a rule shows, and its time has come."""
    return rule.applies(settle(rule.when, known).truth) and (
        not isinstance(rule.gives, Remedy) or settle(rule.gives.once, known).truth is True
    )


def combinations(facts: Iterable[str]) -> Iterable[dict[str, Any]]:
    """Every way to know these facts, or not to."""
    choices = [fact for name in sorted(facts) if isinstance(fact := BY_NAME[name], Choice)]
    for values in product(*((None, *(value.name for value in fact.values)) for fact in choices)):
        yield {fact.name: value for fact, value in zip(choices, values, strict=True) if value is not None}


CLASHES: Final = [
    pytest.param(advising, forbidding, id=f"{advising.id}-against-{forbidding.id}")
    for advising, forbidding in product(rulebook().relevant(KINGSTON), repeat=2)
    if set_in_motion(advising) & forbidden(forbidding)
]
"""Every two rules for sellers on Kingston Express of which one advises what the other forbids."""


def test_there_are_rules_that_could_clash() -> None:
    assert len(CLASHES) >= 10


@pytest.mark.parametrize("advising, forbidding", CLASHES)
def test_what_one_rule_forbids_no_other_advises_in_any_case(advising: Rule, forbidding: Rule) -> None:
    met = set()
    for known in combinations(advising.facts | forbidding.facts):
        both = stands(advising, known), stands(forbidding, known)
        assert both != (True, True), known
        met.add(both)
    # neither is a dead letter: there are cases for each
    assert {(True, False), (False, True)} <= met


@pytest.mark.parametrize("seat", SEATS, ids=lambda seat: "-".join(seat.values()))
def test_nobody_is_advised_what_a_line_of_the_same_answer_forbids(seat: Facts) -> None:
    for facts in some(60, seed=2, known=0.5, fixed=seat):
        given = advised(facts)
        assert not advises(given, str(seat["side"])) & forbids(given), facts


def test_whoever_may_be_a_seller_here_is_advised_nothing_that_cannot_be_undone() -> None:
    for facts in some(200, seed=3):
        if facts.get("side") != "buyer" and not {"side", "programme"} <= facts.keys():
            assert not advises(advised(facts), "seller") & IRREVERSIBLE, facts


def test_a_prohibition_goes_only_when_it_is_really_lifted() -> None:
    dice = Random(4)  # noqa: S311  # the same cases every time are the point
    gone = 0
    for facts, given in kingston_cases()[:400]:
        forgotten = dice.sample(sorted(facts), dice.randint(1, 4))
        before = advised({fact: value for fact, value in facts.items() if fact not in forgotten})
        for rule in set(ids(before.avoid)) - set(ids(given.avoid)):
            truth, still = settle(rulebook().by_id[rule].when, facts)
            assert (truth, still) == (False, frozenset()), (rule, facts)
            gone += 1
    assert gone > 50


def test_a_prohibition_that_stands_stood_already_while_less_was_known() -> None:
    dice = Random(5)  # noqa: S311  # the same cases every time are the point
    for facts, given in kingston_cases()[:250]:
        forgotten = dice.sample(sorted(facts), dice.randint(1, 4))
        before = advised({fact: value for fact, value in facts.items() if fact not in forgotten})
        assert set(ids(given.avoid)) <= set(ids(before.avoid)), (forgotten, facts)


def test_a_lifted_prohibition_is_lifted_in_every_case_that_can_still_come_of_it() -> None:
    dice = Random(6)  # noqa: S311  # the same cases every time are the point
    for facts, given in kingston_cases()[:200]:
        rules = [rule for rule in rulebook().relevant(facts) if isinstance(rule.gives, Avoid)]
        lifted = [rule for rule in rules if rule.id not in ids(given.avoid)]
        for rule in lifted:
            unknown = sorted(facts_of(rule.when) - set(facts))
            more = {fact: dice.choice(VALUES[fact]) for fact in unknown}
            assert settle(rule.when, {**facts, **more}).truth is False, (rule.id, facts, more)


def test_every_answer_has_a_headline_and_something_to_do() -> None:
    for facts in some(200, seed=7):
        given = advised(facts)
        assert given.headline, facts
        assert given.steps, facts
