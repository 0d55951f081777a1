"""Drawn cases can be given to `answer`, are the same in every run, and reach every value."""

from random import Random

from makegood.random_cases import TODAY, WITH_VALUES, random_cases, random_facts
from policy.cases.case import Case, parse_case
from policy.facts import BY_NAME, FACTS
from policy.language.kinds import Choice, Count, Items
from tests.support.processes import say_elsewhere

EVERYTHING = dict.fromkeys(BY_NAME, 0.4)


def test_every_case_can_be_answered_on_the_day() -> None:
    for facts in random_cases(200, told=EVERYTHING):
        assert isinstance(parse_case(facts, TODAY), Case), facts


def test_facts_that_are_drawn_only_once_may_contradict_each_other() -> None:
    dice = Random(1)  # noqa: S311  # examples, not secrets
    drawn = [parse_case(random_facts(dice, dict.fromkeys(WITH_VALUES, 0.4))) for _ in range(50)]
    assert {type(one) for one in drawn} == {Case, list}


def test_another_process_draws_the_same_cases_and_another_seed_others() -> None:
    code = (
        "from makegood.random_cases import *; from policy.facts import BY_NAME; "
        "print(list(random_cases(5, 3, told=dict.fromkeys(BY_NAME, 0.4))))"
    )
    elsewhere = say_elsewhere(code, hash_seed="1")
    assert elsewhere == str(list(random_cases(5, 3, told=EVERYTHING)))
    assert elsewhere != str(list(random_cases(5, 4, told=EVERYTHING)))


def test_every_fact_is_stated_and_every_listed_value_drawn() -> None:
    drawn = list(random_cases(1000, told=EVERYTHING))
    assert {name for facts in drawn for name in facts} == set(BY_NAME)
    for fact in FACTS:
        stated = [facts[fact.name] for facts in drawn if fact.name in facts]
        if isinstance(fact, Choice):
            assert set(stated) == {value.name for value in fact.values}
        elif isinstance(fact, Items):
            assert [] in stated
            assert {item for items in stated for item in items} == {value.name for value in fact.values}
        elif isinstance(fact, Count):
            assert len(set(stated)) > 1


def test_a_case_states_what_is_fixed_and_nothing_that_is_not_named() -> None:
    fixed = {"side": "seller", "programme": "kingston-express"}
    for facts in random_cases(50, told={"side": 1, "reply": 0.5}, fixed=fixed):
        assert facts | fixed == facts
        assert facts.keys() <= {*fixed, "reply"}


def test_what_is_told_more_often_is_stated_more_often() -> None:
    drawn = list(random_cases(300, told={"side": 0.9, "reply": 0.1, "insured": 0}))
    often, seldom, never = (sum(name in facts for facts in drawn) for name in ("side", "reply", "insured"))
    assert often > 200
    assert 0 < seldom < 100
    assert never == 0
