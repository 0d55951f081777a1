"""Which facts could still change an answer, and why we ask: both read off the rules that are still open."""

from collections.abc import Iterable, Sequence

from policy.cases.derived import askable
from policy.engine.advice import Question
from policy.engine.evaluation import Judgement
from policy.engine.question_order import AskingOrder, counted_from
from policy.language.conditions import Known, settle
from policy.language.rule import Rule


def questions(judgements: Sequence[Judgement], known: Known, order: AskingOrder) -> tuple[Question, ...]:
    """List the unknown facts that could still change the answer, the most telling first.

    Args:
        judgements: the rules that count, or still could.
        known: the facts known so far.
        order: every question that those rules could ask.
    """
    still = frozenset().union(*(askable(fact, known) for fact in waited_for(judgements, known)))
    return tuple(question for question in order if question.fact in still)


def waited_for(judgements: Sequence[Judgement], known: Known) -> frozenset[str]:
    """Name the facts that the rules which can still change the answer wait for."""
    return frozenset().union(*_open_facts(judgements, known))


def _open_facts(judgements: Sequence[Judgement], known: Known) -> Iterable[frozenset[str]]:
    """Yield, for every rule that can still change the answer, the facts that its condition and its part wait for."""
    for rule, settled, _ in judgements:
        yield settled.open
        yield from _waiting(rule, known)


def _waiting(rule: Rule, known: Known) -> Iterable[frozenset[str]]:
    """Yield the facts, other than those of its condition, that would change what a rule gives."""
    for condition in rule.inner:
        yield settle(condition, known).open
    yield counted_from(rule.gives, known)
