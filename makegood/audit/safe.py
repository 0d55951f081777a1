"""No answer advises what it forbids, or what cannot be undone while something unknown could forbid it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import reduce
from typing import Final

from makegood.audit.answers import AllAnswers
from makegood.audit.violations import Violation, unless_empty
from makegood.diagrams import Diagram
from policy.facts import SEAT, side
from policy.language.outcomes import IRREVERSIBLE, Action, Ask, Avoid, Remedy, Send, Step
from policy.language.rule import Rule

OFFERED: Final[Mapping[Ask, frozenset[Action]]] = {
    Ask.SMALL_PARTIAL_REFUND: frozenset({Action.REFUND}),
    Ask.PARTIAL_REFUND: frozenset({Action.REFUND}),
    Ask.REFUND: frozenset({Action.REFUND}),
    Ask.COMPENSATION: frozenset({Action.REFUND}),
    Ask.REPLACEMENT: frozenset({Action.RESHIP}),
    Ask.RESHIP: frozenset({Action.RESHIP}),
}
"""What a seller does who offers this."""

CLAIMED: Final[Mapping[Ask, frozenset[Action]]] = {
    Ask.REFUND: frozenset({Action.CLAIM_EVERYTHING}),
}
"""What a buyer does who asks for this."""

WRITTEN: Final[Mapping[str, frozenset[Action]]] = {
    "kx-refund-offer": frozenset({Action.REFUND}),
    "kx-replacement-offer": frozenset({Action.RESHIP}),
    "buyer-acceptance": frozenset({Action.ACCEPT}),
}
"""What somebody does who sends this message; a template does not say it."""

MAY_TAKE_BACK: Final[Mapping[str, str]] = {
    "promise_kept": "Whoever has done what was agreed knows it, and does not do it again because we do not know.",
    "in_stock": "KX-50 and KX-51 name a replacement also while the stock is unknown; see the decision on that.",
}
"""Facts that may take back what cannot be undone, each with the reason."""


def nothing_is_advised_and_forbidden(answers: AllAnswers) -> Iterator[Violation]:
    """No answer both advises and forbids the same action."""
    for doer, action, cases in _doing(answers):
        for caution in _forbidding(answers, action):
            both = answers.diagrams.both(cases, answers.takes_part(caution))
            message = f"{doer.id} advises what {caution.id} forbids in the same answer: to {_words(action)}."
            yield from unless_empty(answers, both, "not-both", (doer.id, caution.id), message)


def nothing_irreversible_while_it_could_be_forbidden(answers: AllAnswers) -> Iterator[Violation]:
    """Nothing that cannot be undone is advised while a fact that could forbid it is unknown."""
    diagrams = answers.diagrams
    for doer, action, cases in _doing(answers):
        for caution in _forbidding(answers, action) if action in IRREVERSIBLE else ():
            forbidden = diagrams.both(answers.space.valid, answers.space.true(caution.when))
            early = diagrams.without(
                diagrams.both(cases, answers.space.can_become(forbidden)), answers.takes_part(caution)
            )
            message = f"{doer.id} advises too early to {_words(action)}: {caution.id} can still forbid it."
            yield from unless_empty(answers, early, "irreversible", (doer.id, caution.id), message, forbidden)


def nothing_irreversible_is_taken_back(answers: AllAnswers) -> Iterator[Violation]:
    """Nothing that cannot be undone is advised while more facts can still take the advice back.

    A message only offers it and asks: it does not count here.
    """
    for doer, action, cases in _doing(answers):
        if action in IRREVERSIBLE and not isinstance(doer.gives, Send):
            other = answers.diagrams.without(answers.space.valid, cases)
            early = answers.diagrams.both(cases, answers.space.can_become(other, MAY_TAKE_BACK))
            message = f"{doer.id} advises to {_words(action)}, and takes it back once more is known."
            yield from unless_empty(answers, early, "irreversible", (doer.id,), message, other, MAY_TAKE_BACK)


def caution_holds_until_it_is_lifted(answers: AllAnswers) -> Iterator[Violation]:
    """Once side, place and problem are known, a caution stays until the case rules it out: nothing makes it hold again.

    With no side known an answer holds only what both seats share, and what is forbidden in one place or with one
    problem alone would only confuse the others. A caution that forbids no `Action` may wait for the fact that it is
    about (`sure`): “do not open a case as well” means nothing to somebody who has opened none. Once it has shown, it
    stays like any other.
    """
    diagrams = answers.diagrams
    seated = reduce(diagrams.both, map(answers.space.known, SEAT))
    for rule in answers.rules:
        if rule.gives.cautious:
            holds = diagrams.both(answers.space.valid, answers.space.true(rule.when))
            lifted = diagrams.without(answers.space.can_become(holds), answers.takes_part(rule))
            lifted = diagrams.both(lifted, seated)
            if isinstance(rule.gives, Avoid) and not rule.gives.forbids:
                lifted = diagrams.both(lifted, answers.space.grown(answers.takes_part(rule)))
            message = f"{rule.id} is not in the answer to this case, although more facts can still make it hold."
            yield from unless_empty(answers, lifted, "caution", (rule.id,), message, holds)


def _doing(answers: AllAnswers) -> Iterable[tuple[Rule, Action, Diagram]]:
    """Yield every rule that advises an action, with the action and the cases in which it does."""
    sides = ((OFFERED, answers.space.true(side == "seller")), (CLAIMED, answers.space.true(side == "buyer")))
    for rule in answers.rules:
        match rule.gives:
            case Step(does=does):
                yield from ((rule, action, answers.takes_part(rule)) for action in does)
            case Send(message=message):
                yield from ((rule, action, answers.takes_part(rule)) for action in sorted(WRITTEN.get(message, ())))
            case Remedy(ask=asks):
                for means, seat in sides:
                    for action in sorted({action for ask in asks for action in means.get(ask, ())}):
                        yield rule, action, answers.diagrams.both(answers.requests(rule), seat)


def _forbidding(answers: AllAnswers, action: Action) -> Iterable[Rule]:
    return (rule for rule in answers.of(Avoid) if isinstance(rule.gives, Avoid) and action in rule.gives.forbids)


def _words(action: Action) -> str:
    return action.value.replace("-", " ")
