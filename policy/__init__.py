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
from policy.programmes import everyone, kingston_express, kingston_express_remedy
from policy.rulebook import Rulebook

__all__ = ["Advice", "Case", "FactError", "answer", "assess", "parse_case", "rulebook"]


@cache
def rulebook() -> Rulebook:
    """Give the policy in force: every rule of every programme, and what holds for everybody last."""
    return Rulebook((*kingston_express.RULES, *kingston_express_remedy.RULES, *everyone.RULES))


def answer(case: Case, today: date | None = None) -> Advice:
    """Answer a case by the policy in force; see `policy.assess.assess`."""
    return assess(case, today, rulebook())
