"""The audit finds cases without a whole answer, and answers that say a thing twice or two that do not go together."""

import pytest

from makegood.audit import audit
from makegood.audit.whole import every_case_is_answered, nothing_is_said_twice, parts_go_together
from policy.facts import evidence, problem, severity, side
from policy.language.conditions import Condition
from policy.language.outcomes import Ask, Grade, Outcome, Remedy, Send, Step, Strength, Warn
from policy.language.rule import Rule
from tests.makegood.audit.small import rule, whole

damaged: Condition = problem == "damaged"
lost: Condition = problem.is_in("missing-item", "empty-package")
total: Condition = severity == "total"


def without(name: str) -> list[Rule]:
    """A whole rulebook, but for one of its rules."""
    return [one for one in whole() if one.id != name]


@pytest.mark.parametrize(
    "missing, says",
    [
        ("headline", "This case gets no headline."),
        ("step", "This case gets no step."),
        ("responsible", "This case gets no responsible party."),
        ("grade", "This case gets no grade of the proof."),
        ("rung", "This case gets no rung of the ladder."),
    ],
)
def test_a_part_that_no_answer_has_is_found_with_the_empty_case(missing: str, says: str) -> None:
    [found] = audit(without(missing), [every_case_is_answered])
    assert found.message == says
    assert found.case is not None
    assert found.case.as_data() == {}


def test_a_part_that_one_kind_of_case_lacks_is_found_with_the_smallest_such_case() -> None:
    rules = [*without("step"), rule("elsewhere", Step("Do it."), ~(side == "seller") | ~damaged | ~side.is_given)]
    rules.append(rule("unsure", Step("Find out."), ~side.is_given | ~problem.is_given))
    [found] = audit(rules, [every_case_is_answered])
    assert found.case is not None
    assert found.case.as_data() == {"side": "seller", "problem": "damaged"}


def test_a_whole_rulebook_answers_every_case() -> None:
    assert audit(whole(), [every_case_is_answered]) == ()


@pytest.mark.parametrize(
    "gives, again",
    [
        (Step("Do it."), Step("Do it.")),
        (Step("Do it."), Warn("Do it.")),
        (Send("buyer-follow-up"), Send("buyer-follow-up")),
    ],
)
def test_what_one_answer_says_twice_is_found_with_a_case_that_gets_both(gives: Outcome, again: Outcome) -> None:
    [found] = audit(whole(rule("one", gives, damaged), rule("other", again, total)), [nothing_is_said_twice])
    assert found.rules == ("one", "other")
    assert found.case is not None
    assert found.case.as_data() == {"problem": "damaged", "severity": "total"}


def test_what_two_answers_say_once_each_is_fine() -> None:
    rules = whole(rule("one", Step("Do it."), damaged), rule("other", Step("Do it."), lost))
    assert audit(rules, [nothing_is_said_twice]) == ()


@pytest.mark.parametrize(
    "one, other, why",
    [
        (Remedy("No.", (Ask.NONE,)), Remedy("Yes.", (Ask.REFUND,)), "one asks for nothing, the other for something"),
        (Remedy("A.", tier=1), Remedy("B.", tier=2), "they give two tiers"),
    ],
)
def test_two_things_that_do_not_go_together_are_found_with_a_case_that_gets_both(
    one: Outcome, other: Outcome, why: str
) -> None:
    [found] = audit(whole(rule("one", one, damaged), rule("other", other, total)), [parts_go_together])
    assert why in found.message
    assert found.case is not None
    assert found.case.as_data() == {"problem": "damaged", "severity": "total"}


def test_a_remedy_whose_time_has_not_come_does_not_contradict_another() -> None:
    never_with_none = Remedy("Yes.", (Ask.REFUND,), once=~total & severity.is_given)
    rules = whole(rule("none", Remedy("No.", (Ask.NONE,)), total), rule("refund", never_with_none, damaged))
    assert audit(rules, [parts_go_together]) == ()


def test_an_answer_that_sees_no_proof_although_some_is_held_is_found() -> None:
    blind = rule("blind", Grade(Strength.NONE, "You have not told us of any proof."), side == "buyer")
    [found] = audit(whole(blind), [parts_go_together])
    assert found.case is not None
    assert found.case.as_data() == {"side": "buyer", "evidence": ["order-number"]}


def test_an_answer_that_sees_no_proof_where_none_is_held_is_fine() -> None:
    nothing = rule("nothing", Grade(Strength.NONE, "Nothing yet."), ~evidence.has_one_of())
    assert audit(whole(nothing), [parts_go_together]) == ()
