"""The check of a draft: what in a message would hurt the writer's case, where, and what to write instead.

>>> [finding.id for finding in check_draft("Order 12345 came broken. See the photos. Please send a new cup.", "buyer")]
[]
>>> check_draft("You are lying. Please wait for the inspection.", "seller")[0].text
'You are lying'

It knows words, not people: a finding is advice, and a draft without findings is not proven good. It reads English only.
"""

import re
from collections.abc import Iterable
from typing import Any, NamedTuple

from policy.wording import manner
from policy.wording.checks import CHECKS, Check, For, Purpose, Reader, Severity
from policy.wording.finders import NOWHERE, Hit
from policy.wording.reading import Reading, Span
from policy.wording.words import listed

__all__ = ["CHECKS", "SIDES", "Check", "Finding", "For", "Purpose", "Reader", "Severity", "check_draft", "is_english"]

SIDES = ("buyer", "seller")
_GREETING = re.compile(r"\W{0,9}(?:dear|hello|hi|to|good (?:morning|day|evening))\b[^,.:!\n]{0,50}")
_OFFICES = ("carrier", "post", "courier", "logistic", "customs", "insur", "support", "platform", "ebay", "mediat")


class Finding(NamedTuple):
    """One finding: `text` is `draft[start:end]`. Where the draft lacks something, both are 0 and the text is empty.

    Places count code points, as Python does; JavaScript counts UTF-16 units.
    """

    id: str
    severity: Severity
    start: int
    end: int
    text: str
    advice: str
    cites: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """Give the finding as the contract's JSON object."""
        return {**self._asdict(), "severity": self.severity.value, "cites": list(self.cites)}


def check_draft(draft: str, side: str, to: str = "") -> tuple[Finding, ...]:
    """Check a draft that this side is about to send.

    Args:
        draft: the message, in English.
        side: who sends it: "buyer" or "seller".
        to: who reads it, in words as in the head of a message template: “customer”, “seller”, “post office”. Only a
            claim to a seller or an agent needs its four parts. Left out, the draft's greeting decides, and without one
            it is for the seller or agent (buyers), or for the customer (sellers).

    Returns:
        The findings: first what the whole draft lacks, then the rest in the order of the text.

    Raises:
        ValueError: a side that does not exist.
    """
    if side not in SIDES:
        raise ValueError(f"A side is one of: {', '.join(SIDES)}; not {side!r}.")
    reading = Reading(draft)
    reader, purpose = _reader(reading, to), _purpose(reading)
    found = [
        _finding(check, whom, hit, reading, draft)
        for check in CHECKS
        for whom in check.whom
        if whom.side == side and reader in whom.readers and purpose in whom.purposes
        for hit in _apart(check.find(reading))
    ]
    return tuple(sorted(found, key=lambda finding: (finding.end > 0, finding.start, finding.end)))


def is_english(draft: str) -> bool:
    """Say whether a draft looks like English, so that it makes sense to check it."""
    return manner.is_english(Reading(draft))


def _finding(check: Check, whom: For, hit: Hit, reading: Reading, draft: str) -> Finding:
    start, end = NOWHERE if hit.span == NOWHERE else reading.in_draft(hit.span)
    advice = f"{hit.note} {whom.advice or check.advice}".strip()
    return Finding(check.id, check.severity, start, end, draft[start:end], advice, whom.cites)


def _apart(hits: Iterable[Hit]) -> list[Hit]:
    """Join hits that overlap: two ways of finding the same words are one finding."""
    apart: list[Hit] = []
    for hit in sorted(hits):
        if apart and hit.span.start < apart[-1].span.end:
            last = apart[-1]
            apart[-1] = Hit(Span(last.span.start, max(last.span.end, hit.span.end)), last.note or hit.note)
        else:
            apart.append(hit)
    return apart


def _reader(reading: Reading, to: str) -> Reader:
    """Tell who reads it, by the addressee or else by the greeting."""
    if to:
        return Reader.OFFICE if any(office in to.lower() for office in _OFFICES) else Reader.PARTNER
    greeting = _GREETING.match(reading.low)
    is_office = greeting is not None and listed("offices").is_in(greeting[0])
    return Reader.OFFICE if is_office else Reader.PARTNER


def _purpose(reading: Reading) -> Purpose:
    """Tell what the message does, by what it says."""
    if listed("before-buying").is_in(reading.own):
        return Purpose.QUESTION
    if listed("answers").is_in(reading.own):
        return Purpose.ANSWER
    return Purpose.FOLLOW_UP if listed("follows-up").is_in(reading.own) else Purpose.CLAIM
