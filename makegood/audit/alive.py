"""Every rule shows in some case, and every message can be sent."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from makegood.audit.answers import AllAnswers
from makegood.audit.messages import is_whole, wording
from makegood.audit.violations import Violation
from makegood.diagrams import FALSE, TRUE
from policy.language.outcomes import Clock, Remedy, Send
from policy.language.rule import Rule
from policy.messages.templates import message_templates
from policy.periods import PERIODS, After
from policy.sources.windows import windows

_MONDAY: Final = date(2026, 11, 16)
WEEK: Final = tuple(_MONDAY + timedelta(days=number) for number in range(7))
"""One start of a clock for each day of the week: which of two clocks is earlier depends on nothing else, as long as no
limit changes."""


def every_rule_shows(answers: AllAnswers) -> Iterator[Violation]:
    """Every rule takes part in the answer to some case, and what it says shows there."""
    for rule in answers.rules:
        if dead := _dead(answers, rule):
            yield Violation("alive", (rule.id,), dead)


def every_message_can_be_sent(answers: AllAnswers) -> Iterator[Violation]:
    """Every message is sent in some case, and in some case without a blank."""
    for message in message_templates():
        rules = [rule for rule in answers.of(Send) if isinstance(rule.gives, Send) and rule.gives.message == message]
        sent = answers.diagrams.any_of(map(answers.takes_part, rules))
        whole = TRUE
        for piece in wording(message, answers.space):
            whole = answers.diagrams.both(whole, answers.diagrams.apply(is_whole, piece))
        ids = tuple(rule.id for rule in rules)
        if sent == FALSE:
            yield Violation("sendable", ids, f"No case sends the message {message}.")
        elif answers.diagrams.both(sent, whole) == FALSE:
            case = answers.space.smallest(sent)
            yield Violation("sendable", ids, f"The message {message} keeps a blank in every case that sends it.", case)


def _dead(answers: AllAnswers, rule: Rule) -> str:
    """Say why a rule never shows; empty, if it does."""
    diagrams, part = answers.diagrams, answers.takes_part(rule)
    alone = diagrams.both(answers.shows(rule), answers.space.valid)
    match rule.gives:
        case _ if alone == FALSE:
            return f"{rule.id} shows in no case: its condition never holds."
        case _ if part == FALSE:
            return f"{rule.id} shows in no case: rules before it always come first."
        case Remedy(ask=ask) if ask and answers.requests(rule) == FALSE:
            return f"{rule.id} says what to ask for, but the time to ask for it never comes."
        case Clock() if hidden := _hidden(answers, rule):
            return f"{rule.id} never shows: where it takes part, {hidden} shows in its place."
        case _ if diagrams.both(answers.space.true(rule.when), answers.space.valid) == FALSE:
            return f"{rule.id} shows only while something is unknown: its condition never holds."
    never = [cite for cite, cases in answers.cited(rule).items() if cases == FALSE]
    return f"{rule.id} also cites {', '.join(never)}, but never where it shows." if never else ""


def _hidden(answers: AllAnswers, rule: Rule) -> str:
    """Name the clocks that together always show in the place of this one; empty, if it shows somewhere."""
    place = answers.rules.index(rule)
    over = [
        other
        for number, other in enumerate(answers.rules)
        if other is not rule and _covers(other, rule, first=number < place)
    ]
    left = answers.diagrams.without(answers.takes_part(rule), answers.diagrams.any_of(map(answers.takes_part, over)))
    return " or ".join(other.id for other in over) if left == FALSE else ""


def _covers(other: Rule, rule: Rule, *, first: bool) -> bool:
    """Say whether another clock on the same act always ends earlier, or comes first and never ends later."""
    match other.gives, rule.gives:
        case Clock() as a, Clock() as b if a.act and a.act == b.act:
            one, two = PERIODS[a.period].closes, PERIODS[b.period].closes
            if not one or not two or (one.day, one.instead) != (two.day, two.instead):
                return False
            return all((one.ends(day), not first) < (two.ends(day), first) for day in _starts(one, two))
    return False


def _starts(*ends: After) -> Iterator[date]:
    """Give a start on each day of the week: at any time, and up to and from each day on which a limit changes."""
    yield from WEEK
    found = filter(None, (windows().get(end.window) for end in ends))
    for change in (limit.last for window in found for limit in window.limits if limit.last):
        yield from (change + timedelta(days=number) for number in range(1 - len(WEEK), 1 + len(WEEK)))
