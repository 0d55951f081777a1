"""Which facts could still change an answer, and why we ask: both read off the rules that are still open."""

from collections.abc import Iterable

from policy.advice import Question
from policy.asking_order import AskingOrder, counted_from
from policy.conditions import Known, settle
from policy.derived import askable
from policy.effects import Back, Effect, Remedy
from policy.facts import BY_NAME
from policy.judge import Verdict


def questions(verdicts: Iterable[Verdict], known: Known, order: AskingOrder) -> tuple[Question, ...]:
    """List the unknown facts that could still change the answer, the most telling first.

    Args:
        verdicts: every rule that side, programme and problem leave in play.
        known: the facts known so far.
        order: all facts that those rules look at, in asking order.
    """
    still = frozenset().union(*_open_facts(verdicts, known))
    side = known.get("side")
    return tuple(
        Question(fact, BY_NAME[fact].ask_for(side if isinstance(side, str) else None), _why(fact, parts))
        for fact, parts in order.items()
        if fact in still
    )


def _open_facts(verdicts: Iterable[Verdict], known: Known) -> Iterable[frozenset[str]]:
    """Yield, for every rule that can still change the answer, the facts that it waits for."""
    decided: set[type[Effect]] = set()
    verdicts = list(verdicts)
    possible = {rule.id for rule, settled, shows in verdicts if shows or settled.open}
    for rule, settled, shows in verdicts:
        kind = type(rule.gives)
        if kind in decided or (isinstance(rule.gives, Back) and rule.gives.rule not in possible):
            continue
        if kind.single and shows and not settled.open:
            decided.add(kind)
        still = settled.open
        if shows or still:
            still |= _waiting(rule.gives, known)
        yield frozenset().union(*(askable(fact, known) for fact in still))


def _waiting(gives: Effect, known: Known) -> frozenset[str]:
    """Name the facts, other than those of its condition, that would change what a rule gives."""
    once = settle(gives.once, known).open if isinstance(gives, Remedy) else frozenset()
    return once | (counted_from(gives) - known.keys())


def _why(fact: str, parts: Iterable[str]) -> str:
    named = [part for part in parts if part != Back.part] or [Back.part]
    listed = named[0] if len(named) == 1 else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"{BY_NAME[fact].why} It can change {listed}."
