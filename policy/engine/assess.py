"""The engine: a case in, the advice out. Everything it says comes from the rules; it only puts the parts together."""

from datetime import date

from policy.cases.case import Case
from policy.cases.derived import with_derived
from policy.engine.advice import Advice, PolicyId
from policy.engine.assembly import Parts
from policy.engine.evaluation import judge, taken
from policy.engine.questions import questions
from policy.engine.rulebook import VERSION, Rulebook
from policy.engine.sections import SECTIONS


def assess(case: Case, today: date | None, rulebook: Rulebook) -> Advice:
    """Answer a case.

    Args:
        case: the facts; any of them may be missing.
        today: the day to which deadlines are compared; None leaves out what depends on it.
        rulebook: the policy.

    Returns:
        The advice. The same arguments always give the same advice, in every Python.
    """
    known = with_derived(case.known, today)
    judgements = judge(known, rulebook)
    rules = taken(judgements)
    parts = Parts(rules, case, known, today)
    made = {section.name: section.make(parts) for section in SECTIONS}
    cites = {cite for rule in rules for cite in parts.cites(rule)}
    return Advice(
        **made,
        questions=questions(judgements, known, rulebook.asking_order(known)),
        rules=tuple(rule.id for rule in rules),
        cites=tuple(sorted(cites.union(*(line.cites for line in made["evidence"].held)))),
        policy=PolicyId(VERSION, rulebook.digest),
    )
