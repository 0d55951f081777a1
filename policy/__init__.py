"""The policy of Makegood: a case's facts in, advice out.

>>> case = parse_case({"side": "seller", "programme": "kingston-express"})
>>> isinstance(case, Case) and answer(case).questions[0].fact
'fulfilment'
"""

from datetime import date
from functools import cache

from policy.advice import Advice
from policy.assess import assess
from policy.case import Case, FactError, parse_case
from policy.programmes import (
    allchinabuy,
    buyers,
    ebay,
    everyone,
    kingston_express,
)
from policy.rulebook import Rulebook

PROGRAMMES = (
    kingston_express,
    ebay,
    allchinabuy,
    buyers,
    everyone,
)
"""Whose rules the policy is made of, in the order in which an answer lists them."""

__all__ = ["Advice", "Case", "FactError", "answer", "assess", "parse_case", "rulebook"]


@cache
def rulebook() -> Rulebook:
    """Give the policy in force: every rule of every programme, and what holds for everybody last."""
    return Rulebook(tuple(rule for programme in PROGRAMMES for rule in programme.RULES))


def answer(case: Case, today: date | None = None) -> Advice:
    """Answer a case by the policy in force; see `policy.assess.assess`."""
    return assess(case, today, rulebook())
