"""The proof as a list to tick: what the case asks for stays in its place, whether it is in hand or not."""

from collections.abc import Iterable
from typing import Any, Final, NamedTuple

from policy.cases.case import Case
from policy.engine.advice import ProofLine
from policy.facts import evidence


class Tick(NamedTuple):
    """One kind of proof to tick: a value of `evidence`, what it has to show, its sources, and whether it is in hand.

    What is `typed` is in hand as long as it stands in its field, so there is nothing to tick.
    """

    item: str
    text: str
    cites: tuple[str, ...]
    held: Any
    typed: bool = False


class Checklist(NamedTuple):
    """The question; what the case needs, what else helps it, every other kind; and whether there is no proof at all."""

    ask: Any
    needed: Any
    helpful: Any
    others: Any
    none: Any


KINDS: Final = {value.name: value for value in evidence.values}
"""Every kind of proof."""


def checklist(wanted: Iterable[ProofLine], case: Case) -> Checklist:
    """Make the list that a case asks for.

    Args:
        wanted: the proof that its answer wants.
        case: the case; it says what is in hand.
    """
    lines = {line.id: line for line in wanted}
    needed, helpful = (
        tuple(
            Tick(item, line.text, line.cites, is_held(item, case), item in case.typed_proof)
            for item, line in lines.items()
            if line.needed is kind
        )
        for kind in (True, False)
    )
    others = tuple(
        other(item, is_held(item, case))._replace(typed=item in case.typed_proof) for item in KINDS if item not in lines
    )
    return Checklist(ask(case), needed, helpful, others, has_none(case))


def ask(case: Case) -> str:
    """Ask for the proof, in the words of the side that the case has."""
    return evidence.ask_for(str(case.known.get("side")))


def other(item: str, held: Any) -> Tick:
    """Make the line of a kind of proof that the case does not ask for."""
    return Tick(item, KINDS[item].label, (), held)


def is_held(item: str, case: Case) -> bool:
    """Say whether a kind of proof is in hand."""
    return item in case.listed(evidence.name)


def has_none(case: Case) -> bool:
    """Say whether the reader said that there is no proof at all."""
    return case.given.get(evidence.name) == ()
