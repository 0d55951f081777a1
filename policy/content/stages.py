"""The stages of Allchinabuy's investigation, in the order in which a case goes through them.

The rules say what holds at each stage; here stands only which stage can follow which (AC-10, AC-12, AC-13, AC-14).

>>> [stage.investigation for stage in stages() if len(stage.next) > 1]
['materials-sent']
"""

from typing import Final, NamedTuple

from policy import answer
from policy.cases.case import Case
from policy.engine.advice import Advice
from policy.facts import investigation
from policy.language.authored import AuthoredError
from policy.language.sentences import in_a_list

FOLLOWING: Final = {
    "none": ("materials-sent",),
    "materials-sent": ("warehouse-error", "warehouse-intact"),
    "warehouse-error": (),
    "warehouse-intact": ("certificate-sent",),
    "certificate-sent": ("carrier-decided",),
    "carrier-decided": (),
}
"""For each value of the fact `investigation` those that can come next. Sources: AC-10, AC-12, AC-13, AC-14."""


class Stage(NamedTuple):
    """One stage: the value of the fact `investigation`, its words, what can follow, and what the policy says then."""

    investigation: str
    label: str
    next: tuple[str, ...]
    advice: Advice


def stages() -> tuple[Stage, ...]:
    """Give every stage, for a buyer on Allchinabuy with an item missing from a parcel.

    Raises:
        AuthoredError: the fact `investigation` has a value without a place in `FOLLOWING`, or the other way round.
    """
    names = [value.name for value in investigation.values]
    if differing := sorted(set(names) ^ set(FOLLOWING)):
        raise AuthoredError(
            f"policy/content/stages.py: FOLLOWING and the fact investigation, in policy/facts.py, do not both have "
            f"{in_a_list(differing)}. Add it where it is missing, or take it out."
        )
    return tuple(Stage(name, investigation.value(name).label, FOLLOWING[name], answer(_case(name))) for name in names)


def _case(stage: str) -> Case:
    return Case({"side": "buyer", "programme": "allchinabuy", "problem": "missing-item", "investigation": stage})
