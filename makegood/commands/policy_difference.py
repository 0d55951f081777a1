"""What a change of the policy does: rules added, removed and changed, and the answers that are no longer the same.

`policy_as_data` tells one policy, so that two of them, from two revisions, can be compared by `compare`.

>>> before = {"version": "1", "digest": "a", "rules": {"r": {"says": "Wait."}}, "answers": {}}
>>> after = {"version": "1", "digest": "b", "rules": {"r": {"says": "Go."}}, "answers": {}}
>>> [change.id for change in compare(before, after).changed]
['r']
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

type Told = Mapping[str, Any]
"""One policy as plain data: `version`, `digest`, `rules` by id, and `answers` by the name of the case."""

RULE_PARTS = ("gives", "says", "when", "cites")
"""What of a rule is compared, in the order in which a change is told."""


class RuleChange(NamedTuple):
    """What is another about one rule: each part with what it was and what it is."""

    id: str
    parts: Mapping[str, tuple[Any, Any]]


class AnswerChange(NamedTuple):
    """A case that is answered differently: its name, its facts, and each part that differs, before and after.

    Where a revision refuses the case, its only part is `errors`.
    """

    case: str
    facts: Mapping[str, Any]
    parts: Mapping[str, tuple[Any, Any]]


class Difference(NamedTuple):
    """Everything that differs between two policies. `cases` is how many were compared."""

    before: tuple[str, str]
    after: tuple[str, str]
    added: tuple[tuple[str, Told], ...]
    removed: tuple[tuple[str, Told], ...]
    changed: tuple[RuleChange, ...]
    answers: tuple[AnswerChange, ...]
    cases: int

    def as_data(self) -> dict[str, Any]:
        """Give the difference as plain JSON data."""
        return {
            "before": dict(zip(("version", "digest"), self.before, strict=True)),
            "after": dict(zip(("version", "digest"), self.after, strict=True)),
            "rules": {
                "added": [{"id": id_, **rule} for id_, rule in self.added],
                "removed": [{"id": id_, **rule} for id_, rule in self.removed],
                "changed": [{"id": change.id, **_pairs(change.parts)} for change in self.changed],
            },
            "answers": [
                {"case": change.case, "facts": dict(change.facts), **_pairs(change.parts)} for change in self.answers
            ],
            "cases": self.cases,
        }


def compare(before: Told, after: Told) -> Difference:
    """Compare two policies, each told by `policy_as_data`; the order is that of the later one."""
    old, new = before["rules"], after["rules"]
    return Difference(
        (before["version"], before["digest"]),
        (after["version"], after["digest"]),
        tuple((id_, rule) for id_, rule in new.items() if id_ not in old),
        tuple((id_, rule) for id_, rule in old.items() if id_ not in new),
        tuple(
            RuleChange(id_, parts)
            for id_, rule in new.items()
            if id_ in old and (parts := _differing(old[id_], rule, RULE_PARTS))
        ),
        tuple(
            AnswerChange(case, answered["facts"], parts)
            for case, answered in after["answers"].items()
            if (parts := _answers(before["answers"].get(case), answered))
        ),
        len(after["answers"]),
    )


def policy_as_data(cases: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Tell the policy that is imported here, with its answers to these cases: {"on": day, "facts": …} by name.

    It uses only what every revision has had since the first: `rulebook`, `answer`, `parse_case` and `in_words`.
    """
    import policy
    from policy.explain import in_words

    book = policy.rulebook()
    first = policy.answer(_case({}, None))
    rules = {}
    for rule in book.rules:
        told = rule.as_data()
        gives = dict(told["gives"])
        part = gives.pop("part")
        says = {name: value for name, value in gives.items() if value not in ("", [], None, "always")}
        rules[rule.id] = {"gives": part, "says": says, "when": in_words(rule.when), "cites": told["cites"]}
    answers = {name: {"facts": case["facts"], **_answered(case)} for name, case in cases.items()}
    return {"version": first.policy.version, "digest": first.policy.digest, "rules": rules, "answers": answers}


def _answered(case: Mapping[str, Any]) -> dict[str, Any]:
    from datetime import date

    import policy

    today = date.fromisoformat(case["on"])
    made = policy.parse_case(case["facts"], today)
    if isinstance(made, list):
        return {"errors": [error.message for error in made]}
    return {"advice": policy.answer(made, today).as_data()}


def _case(facts: Mapping[str, Any], today: Any) -> Any:
    import policy

    return policy.parse_case(facts, today)


def _answers(before: Told | None, after: Told) -> dict[str, tuple[Any, Any]]:
    if before is None:
        return {}
    if "errors" in before or "errors" in after:
        return _differing(before, after, ("errors",))
    # Inside, because an old revision that this file tells may have no such table.
    from policy.engine.sections import SECTIONS

    # That other rules took part is no change of an answer.
    parts = (*(section.name for section in SECTIONS), "questions")
    return _differing(before["advice"], after["advice"], parts)


def _differing(before: Told, after: Told, parts: tuple[str, ...]) -> dict[str, tuple[Any, Any]]:
    return {part: (before.get(part), after.get(part)) for part in parts if before.get(part) != after.get(part)}


def _pairs(parts: Mapping[str, tuple[Any, Any]]) -> dict[str, Any]:
    return {"changes": {part: {"before": before, "after": after} for part, (before, after) in parts.items()}}
