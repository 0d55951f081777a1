"""From answers to a verdict, its reasons and the next questions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, NamedTuple

from policy.cases.plain import plain_data
from policy.seller_check.indicators import INDICATORS, Indicator, Weight

type Answers = Mapping[str, str]
"""Name of an indicator -> "yes" or "no"; what is not known is left out."""


class Verdict(StrEnum):
    """What to think of a seller, worst first."""

    AVOID = "avoid"
    DOUBTFUL = "doubtful"
    NOT_KNOWN = "not-known"
    FAIR = "fair"
    RELIABLE = "reliable"


class Level(NamedTuple):
    """A verdict, and what it takes: bad answers at most, good answers at least.

    `raised` are red flags, `missing` good signs that the seller lacks; `ruled_out` are red flags known to be absent,
    `seen` good signs known to be there.
    """

    verdict: Verdict
    raised: int
    missing: int
    ruled_out: int
    seen: int


LEVELS: Final = (
    Level(Verdict.RELIABLE, raised=0, missing=0, ruled_out=4, seen=3),
    Level(Verdict.FAIR, raised=0, missing=1, ruled_out=2, seen=2),
    Level(Verdict.NOT_KNOWN, raised=0, missing=1, ruled_out=0, seen=0),
    Level(Verdict.DOUBTFUL, raised=0, missing=3, ruled_out=0, seen=0),
    Level(Verdict.DOUBTFUL, raised=1, missing=1, ruled_out=0, seen=0),
    Level(Verdict.AVOID, raised=4, missing=4, ruled_out=0, seen=0),
)
"""Best first; the first that is reached is the verdict. The last is always reached."""

SAID: Final[Mapping[Verdict, tuple[str, str]]] = {
    Verdict.RELIABLE: (
        "This seller looks reliable: the good signs are there, and every red flag is ruled out.",
        "Save the seller's answers and return terms before you order.",
    ),
    Verdict.FAIR: (
        "This seller looks fair: more speaks for the seller than against, but something is still open.",
        "Settle the open points below first, and save the answers.",
    ),
    Verdict.NOT_KNOWN: (
        "Not known yet: too little is known to judge this seller.",
        "Ask the questions below before you pay. If no answer comes, count that as a red flag.",
    ),
    Verdict.DOUBTFUL: (
        "This seller is doubtful: do not pay before the points below are settled.",
        "Ask the questions below, and get the answers in writing. If they stay open, choose another seller.",
    ),
    Verdict.AVOID: (
        "Better choose another seller: too much speaks against this one.",
        "If it has to be this seller, get an answer to each question below in writing before you pay.",
    ),
}
"""For each verdict the sentence to remember, and what to do with it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One answer and what it weighs. `id` is the indicator's name, `cites` the statement behind it."""

    id: str
    weighs: Weight
    text: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """What to ask the seller about one indicator, how to find out without asking, and why it matters."""

    id: str
    text: str
    look: str
    why: str
    cites: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SellerCheck:
    """The verdict on a seller with everything behind it.

    `reasons` begin with what weighs most against the seller. `ask` has a question for each indicator that is unknown
    or speaks against the seller, the most telling first; `message` holds them all, ready to send, and is empty when
    nothing is left to ask. `cites` are all statements behind it, sorted.
    """

    verdict: Verdict
    headline: str
    text: str
    reasons: tuple[Reason, ...]
    ask: tuple[NextQuestion, ...]
    message: str
    cites: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """Give the check as a JSON object."""
        data: dict[str, Any] = plain_data(self)
        return data


def check(answers: Answers) -> SellerCheck:
    """Judge a seller by the answers on the indicators; any of them may be missing."""
    verdict = grade(answers)
    headline, text = SAID[verdict]
    ask = tuple(_next_questions(answers))
    return SellerCheck(
        verdict,
        headline,
        text,
        tuple(_reasons(answers)),
        ask,
        _message(ask),
        tuple(indicator.id for indicator in INDICATORS),
    )


def grade(answers: Answers) -> Verdict:
    """Give the verdict alone."""
    weights = [_weight(indicator, answers) for indicator in INDICATORS]
    raised, missing = weights.count(Weight.RED_FLAG), weights.count(Weight.MISSING_SIGN)
    ruled_out, seen = weights.count(Weight.NO_RED_FLAG), weights.count(Weight.GOOD_SIGN)
    return next(
        level.verdict
        for level in LEVELS
        if raised <= level.raised and missing <= level.missing and ruled_out >= level.ruled_out and seen >= level.seen
    )


_HEAVIEST_FIRST: Final = list(Weight)
_WORST_FIRST: Final = list(Verdict)


def _weight(indicator: Indicator, answers: Answers) -> Weight | None:
    answer = answers.get(indicator.name)
    return indicator.weight(answer) if answer else None


def _reasons(answers: Answers) -> list[Reason]:
    """List what is known, what weighs most against the seller first."""
    known = [(indicator, weight) for indicator in INDICATORS if (weight := _weight(indicator, answers))]
    known.sort(key=lambda pair: _HEAVIEST_FIRST.index(pair[1]))
    return [
        Reason(
            indicator.name,
            weight,
            indicator.against if weight in (Weight.RED_FLAG, Weight.MISSING_SIGN) else indicator.for_seller,
            (indicator.id,),
        )
        for indicator, weight in known
    ]


def _next_questions(answers: Answers) -> Iterable[NextQuestion]:
    """List what is unknown or speaks against the seller, the most telling first, red flags before good signs."""
    unsettled = [indicator for indicator in INDICATORS if answers.get(indicator.name) != indicator.good]
    unsettled.sort(key=lambda indicator: (-_telling(indicator, answers), not indicator.red_flag))
    for indicator in unsettled:
        yield NextQuestion(indicator.name, indicator.ask_seller, indicator.look, indicator.fact.why, (indicator.id,))


def _telling(indicator: Indicator, answers: Answers) -> int:
    """Count the verdicts that lie between the worst and the best answer on this indicator, all others unchanged."""
    best, worst = (grade({**answers, indicator.name: answer}) for answer in (indicator.good, indicator.bad))
    return _WORST_FIRST.index(best) - _WORST_FIRST.index(worst)


def _message(ask: tuple[NextQuestion, ...]) -> str:
    if not ask:
        return ""
    questions = "\n".join(f"{number}. {item.text}" for number, item in enumerate(ask, 1))
    opening = "I have a question before I order." if len(ask) == 1 else "I have some questions before I order."
    return f"Hello,\n\n{opening}\n\n{questions}\n\nThank you for your answer."
