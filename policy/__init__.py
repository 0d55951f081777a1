"""The policy of Makegood: a case's facts in, advice out.

>>> case = parse_case({"side": "seller", "programme": "kingston-express"})
>>> isinstance(case, Case) and answer(case).questions[0].fact
'fulfilment'

What is named here is loaded when it is first used, so that whoever imports one module of a room loads only that.
"""

from datetime import date
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from policy.cases.case import Case, parse_case
    from policy.cases.errors import FactError
    from policy.engine.advice import Advice
    from policy.engine.assess import assess
    from policy.engine.rulebook import Rulebook

__all__ = ["Advice", "Case", "FactError", "answer", "assess", "parse_case", "rulebook"]

_ROOMS: Final = {
    "Advice": "engine.advice",
    "Case": "cases.case",
    "FactError": "cases.errors",
    "assess": "engine.assess",
    "parse_case": "cases.case",
}


def __getattr__(name: str) -> Any:
    """Load what is named here from its room (PEP 562)."""
    if name not in _ROOMS:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(f"{__name__}.{_ROOMS[name]}"), name)
    globals()[name] = found
    return found


@cache
def rulebook() -> "Rulebook":
    """Give the policy in force: every rule of every programme, and what holds for everybody last."""
    from policy.engine.rulebook import Rulebook
    from policy.programmes import RULES

    return Rulebook(RULES)


def answer(case: "Case", today: date | None = None) -> "Advice":
    """Answer a case by the policy in force; see `policy.engine.assess.assess`."""
    from policy.engine.assess import assess

    return assess(case, today, rulebook())
