"""What the audit says of all answers is what `assess` says of each.

Which rules take part and what they wait for is the engine's own code in both, run here over a case that is not decided
yet. What can differ is how the facts of a case are variables, and what counts as a change: that is what is compared.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache, partial
from random import Random

import pytest

from makegood.audit.answers import AllAnswers
from makegood.audit.axes import TODAY
from makegood.audit.messages import Wording, differs
from makegood.random_cases import WITH_VALUES, random_cases
from policy import rulebook
from policy.cases.case import Case, contradictions, parse_case
from policy.engine.advice import Advice
from policy.engine.assess import assess
from policy.facts import BY_NAME
from policy.language.outcomes import Remedy
from policy.messages.filling import Message

TOLD = {**dict.fromkeys(WITH_VALUES, 0.5), "side": 0.9, "programme": 0.9, "problem": 0.8}
"""How often a case of the sample states a fact whose values are listed."""


@cache
def policy() -> AllAnswers:
    """The answers of the policy in force."""
    return AllAnswers(rulebook().rules)


def sample(answers: AllAnswers, count: int) -> Iterator[Case]:
    """Cases of the space: of days and weights they state the examples that its axes have, or nothing."""
    dice = Random(0)  # noqa: S311  # it only draws examples
    others = [axis.points for axis in answers.space.axes if axis.names[0] in BY_NAME.keys() - WITH_VALUES]
    for facts in random_cases(count, told=TOLD):
        case = parse_case(facts)
        assert isinstance(case, Case)
        examples = [dice.choice((points[0], dice.choice(points))).given for points in others]
        drawn = Case({**case.given, **{name: value for given in examples for name, value in given.items()}})
        if not contradictions(drawn):
            yield drawn


def more_known(answers: AllAnswers, case: Case, fact: str) -> Iterator[Case]:
    """The cases that this one becomes with each value of a fact that it leaves out, and for a list with one item."""
    for axis in answers.space.axes:
        stated = {name: case.given[name] for name in axis.names if name in case.given}
        for point in axis.points:
            if point.given.keys() - stated.keys() == {fact} and stated.items() <= point.given.items():
                items = [(), *((item.partition("/")[2],) for item in axis.items)]
                yield from (
                    Case({**case.given, fact: value}) for value in (items if axis.items else [point.given[fact]])
                )


def says_otherwise(fact: str, before: Advice, after: Advice) -> bool:
    """Whether two answers differ in more than their questions and in more than a filled blank."""
    messages = {message.id: message for message in before.messages}
    if [message.id for message in after.messages] != list(messages):
        return True
    if not BY_NAME[fact].is_typed and any(differs(fact, words(messages[new.id]), words(new)) for new in after.messages):
        return True
    return bare(before) != bare(after)


def words(message: Message) -> Wording:
    """A message as one piece."""
    segments = (*message.subject_segments, *message.body_segments)
    return Wording(segments, segments)


def bare(advice: Advice) -> Advice:
    """An answer without its questions and the words of its messages."""
    return replace(advice, questions=(), messages=())


def test_the_rules_of_a_case_are_those_of_its_answer() -> None:
    answers = policy()
    space = answers.space
    for case in sample(answers, 120):
        advice, path = assess(case, TODAY, rulebook()), space.path(case)
        holds = partial(answers.diagrams.evaluate, case=path)
        assert holds(space.valid)
        assert list(advice.rules) == [rule.id for rule in answers.rules if holds(answers.takes_part(rule))]
        remedies = [rule.gives for rule in answers.rules if holds(answers.requests(rule))]
        asks = (ask for remedy in remedies if isinstance(remedy, Remedy) for ask in remedy.ask)
        assert list(advice.remedy.ask) == list(dict.fromkeys(asks))


@pytest.mark.thorough  # what waits for a fact is worked out for every fact; test_exact does that over small rulebooks
def test_the_questions_of_a_case_are_those_of_its_answer() -> None:
    answers = policy()
    asking = {fact: answers.diagrams.any_of(answers.asking(fact).values()) for fact in answers.space.facts}
    for case in sample(answers, 120):
        holds = partial(answers.diagrams.evaluate, case=answers.space.path(case))
        asked = {question.fact for question in assess(case, TODAY, rulebook()).questions}
        assert asked == {fact for fact in asking if holds(asking[fact])}


@pytest.mark.thorough  # it tries every fact in all cases, which takes minutes
def test_a_fact_changes_an_answer_where_two_answers_differ() -> None:
    answers = policy()
    space = answers.space
    changes = {fact: answers.diagrams.any_of(answers.changed_by(fact).values()) for fact in space.facts}
    for case in sample(answers, 60):
        before = assess(case, TODAY, rulebook())
        for fact in space.facts:
            if fact not in case.given:
                later = [more for more in more_known(answers, case, fact) if not contradictions(more)]
                found = any(says_otherwise(fact, before, assess(more, TODAY, rulebook())) for more in later)
                assert space.value(changes[fact], case) is found, (fact, case.given)
