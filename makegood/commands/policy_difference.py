"""What a change of the policy does: rules added, removed and changed, and the answers that are no longer the same.

Both were told by `makegood.commands.policy_told`.

>>> before = {"version": "1", "digest": "a", "facts": {}, "rules": {"r": {"says": "Wait."}}, "answers": {}}
>>> after = {"version": "1", "digest": "b", "facts": {}, "rules": {"r": {"says": "Go."}}, "answers": {}}
>>> [change.id for change in compare(before, after).changed]
['r']
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

type PolicyData = Mapping[str, Any]
"""One policy as plain data: `version`, `digest`, `facts`, `rules` by id, and `answers` by the name of the case."""

type Vocabulary = Mapping[str, Mapping[str, Any]]
"""The facts of one policy by name: each with its `kind`, such as "Choice", and its `values`, if it has fixed ones."""

RULE_PARTS = ("gives", "says", "when", "cites", "also")
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
    """Everything that differs between two policies.

    `new` and `gone` name the facts, and values as "fact = value", that only the later and only the earlier one knows;
    `left_out` the whole cases that state such a thing, so that only one of the two can read them. `cases` is how many
    were compared.
    """

    before: tuple[str, str]
    after: tuple[str, str]
    added: tuple[tuple[str, PolicyData], ...]
    removed: tuple[tuple[str, PolicyData], ...]
    changed: tuple[RuleChange, ...]
    answers: tuple[AnswerChange, ...]
    cases: int
    new: tuple[str, ...]
    gone: tuple[str, ...]
    left_out: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """Give the difference as plain JSON data."""
        return {
            "before": dict(zip(("version", "digest"), self.before, strict=True)),
            "after": dict(zip(("version", "digest"), self.after, strict=True)),
            "facts": {"new": list(self.new), "gone": list(self.gone)},
            "rules": {
                "added": [{"id": id_, **rule} for id_, rule in self.added],
                "removed": [{"id": id_, **rule} for id_, rule in self.removed],
                "changed": [{"id": change.id, **_pairs(change.parts)} for change in self.changed],
            },
            "answers": [
                {"case": change.case, "facts": dict(change.facts), **_pairs(change.parts)} for change in self.answers
            ],
            "cases": self.cases,
            "left_out": list(self.left_out),
        }


def compare(before: PolicyData, after: PolicyData, left_out: Iterable[str] = ()) -> Difference:
    """Compare two policies, each told by `policy_as_data`; the order is that of the later one.

    Args:
        before: the earlier policy.
        after: the later one, with its answers to the same cases.
        left_out: the names of the cases that were not put to them, as only one of the two can read them.
    """
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
        unknown_to(before["facts"], after["facts"]),
        unknown_to(after["facts"], before["facts"]),
        tuple(left_out),
    )


def unknown_to(one: Vocabulary, other: Vocabulary) -> tuple[str, ...]:
    """Name what the other vocabulary has and this one lacks: facts, and values of facts that both have.

    >>> old = {"reply": {"kind": "Choice", "values": ["agreed"]}}
    >>> new = {"reply": {"kind": "Choice", "values": ["agreed", "refused"]}, "paid_on": {"kind": "Day", "values": []}}
    >>> unknown_to(old, new)
    ('reply = refused', 'paid_on')
    """
    found: list[str] = []
    for name, fact in other.items():
        if not _same_kind(one.get(name), fact):
            found.append(name)
        else:
            found += [f"{name} = {value}" for value in fact["values"] if value not in one[name]["values"]]
    return tuple(found)


def shared(one: Vocabulary, other: Vocabulary) -> Vocabulary:
    """Give the facts that both vocabularies have, each with the values that both have."""
    return {
        name: {**fact, "values": [value for value in fact["values"] if value in one[name]["values"]]}
        for name, fact in other.items()
        if _same_kind(one.get(name), fact)
    }


def states(facts: Mapping[str, Any], words: Iterable[str]) -> bool:
    """Say whether a case states one of these facts or values, named as `unknown_to` names them."""
    stated = set(facts)
    for name, value in facts.items():
        stated |= {f"{name} = {one}" for one in (value if isinstance(value, list) else [value])}
    return not stated.isdisjoint(words)


def _same_kind(one: Mapping[str, Any] | None, other: Mapping[str, Any]) -> bool:
    return one is not None and one["kind"] == other["kind"]


def _answers(before: PolicyData | None, after: PolicyData) -> dict[str, tuple[Any, Any]]:
    if before is None:
        return {}
    if "errors" in before or "errors" in after:
        return _differing(before, after, ("errors",))
    # Inside, because an old revision that this file tells may have no such table.
    from policy.engine.sections import SECTIONS

    # That other rules took part is no change of an answer.
    parts = (*(section.name for section in SECTIONS), "questions")
    return _differing(before["advice"], after["advice"], parts)


def _differing(before: PolicyData, after: PolicyData, parts: tuple[str, ...]) -> dict[str, tuple[Any, Any]]:
    return {part: (before.get(part), after.get(part)) for part in parts if before.get(part) != after.get(part)}


def _pairs(parts: Mapping[str, tuple[Any, Any]]) -> dict[str, Any]:
    return {"changes": {part: {"before": before, "after": after} for part, (before, after) in parts.items()}}
