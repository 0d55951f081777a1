"""Whoever may be a seller is told nothing irreversible before we know on which programme.

That no answer advises what it forbids, that a prohibition stands until the case rules it out, and that every answer is
whole, the audit proves for all cases: `tests/makegood/audit/test_audit.py` holds the policy in force to it.
"""

from makegood.audit.safe import OFFERED
from makegood.random_cases import WITH_VALUES, random_cases
from policy import rulebook
from policy.engine.advice import Advice
from policy.language.outcomes import IRREVERSIBLE, Action, Step
from tests.policy.given import advice


def advised_to_a_seller(given: Advice) -> set[Action]:
    """What an advice tells a seller to set in motion."""
    gives = [rulebook().by_id[step.id].gives for step in given.steps]
    steps = {action for step in gives if isinstance(step, Step) for action in step.does}
    return steps.union(*(OFFERED.get(ask, ()) for ask in given.remedy.ask))


def test_whoever_may_be_a_seller_here_is_advised_nothing_that_cannot_be_undone() -> None:
    unsure = 0
    for facts in random_cases(400, seed=3, told=dict.fromkeys(WITH_VALUES, 0.6)):
        if facts.get("side") != "buyer" and not {"side", "programme"} <= facts.keys():
            assert not advised_to_a_seller(advice(**facts)) & IRREVERSIBLE, facts
            unsure += 1
    assert unsure > 100
