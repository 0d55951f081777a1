"""Two seats agree: what sellers are told to ask of the buyer is a step of the buyer's answer to the same facts."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from makegood.audit.answers import AllAnswers
from makegood.audit.violations import Violation, unless_empty
from makegood.diagrams import Diagram
from policy.facts import problem, side
from policy.language.outcomes import Step

ASKED_OF_BUYERS: Final[Mapping[str, tuple[str, ...]]] = {
    # An inspection that runs was reported: then the buyer keeps item and box.
    "kx-send-to-order-system": ("kx-buyer-waits-for-the-inspection",),
    "kx-asks-for-a-report-of-a-loss": (
        "kx-buyer-reports-a-delivery",
        "kx-buyer-reports-a-new-scan-later",
        "kx-buyer-asks-where-it-is",
        "kx-buyer-support-when-silent",
        "kx-buyer-waits-for-the-seller",
        "kx-buyer-goes-to-support",
        "kx-buyer-goes-to-support-longest",
        "kx-buyer-goes-to-support-abroad",
        "kx-buyer-goes-to-support-abroad-longest",
        "kx-buyer-goes-to-support-all-the-same",
        "kx-buyer-asks-why-it-goes-back",
    ),
    "kx-asks-to-look-around": ("kx-buyer-looks-around",),
    "kx-asks-for-status-and-address": ("kx-buyer-checks-status-and-address",),
    "seller-asks-to-look-around": ("buyer-looks-around",),
}
"""Steps of sellers that ask the buyer for something, each with the buyer's steps of which one answers it."""

_ASKS: Final = re.compile(r"\bAsk the (buyer|customer) to (report|open|look|ask|keep|send|show|take|return)\b")


def what_is_asked_of_buyers_is_their_step(answers: AllAnswers) -> Iterator[Violation]:
    """For the same facts, the buyer is told to do what the seller is told to ask of the buyer.

    Whoever has not said what the problem is, is asked for that first.
    """
    yield from _not_in_the_table(answers)
    for asking, told in ASKED_OF_BUYERS.items():
        if asking in answers.by_id:
            rules = [answers.by_id[rule] for rule in told if rule in answers.by_id]
            does = answers.diagrams.any_of(_from_seat(answers, answers.takes_part(rule), "buyer") for rule in rules)
            asks = _from_seat(answers, answers.takes_part(answers.by_id[asking]), "seller")
            both = (_from_seat(answers, answers.space.valid, seat) for seat in ("buyer", "seller"))
            alone = answers.diagrams.without(asks, does)
            for valid in both:
                alone = answers.diagrams.both(alone, valid)
            alone = answers.diagrams.both(alone, answers.space.true(side == "seller"))
            alone = answers.diagrams.both(alone, answers.space.known(problem.name))
            message = f"{asking} asks something of the buyer, who is told none of: {', '.join(told)}."
            yield from unless_empty(answers, alone, "seats", (asking,), message)


def _not_in_the_table(answers: AllAnswers) -> Iterator[Violation]:
    for rule in answers.of(Step):
        if _ASKS.search(rule.gives.says) and rule.id not in ASKED_OF_BUYERS:
            yield Violation(
                "seats",
                (rule.id,),
                f"{rule.id} asks something of the buyer. Name the buyer's step in makegood/audit/seats.py.",
            )


def _from_seat(answers: AllAnswers, cases: Diagram, seat: str) -> Diagram:
    """Give what a set of cases is for one seat, as a set of what else the cases tell."""
    return answers.space.where(cases, side.name, seat)
