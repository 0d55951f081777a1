"""Tells the policy that is imported: its facts, its rules and its answers, and makes cases that it can read.

`makegood diff` runs this file inside of old revisions as well. So it imports only what every revision has had since the
first: `policy.facts.FACTS`, `policy.rulebook`, `answer` and `parse_case`, and `policy.explain.in_words`; and it knows a
kind of fact by its name. That is why it makes a sample of its own: `makegood.random_cases` draws from the vocabulary of
this working tree, with today's kinds of facts; here it is the old policy that has to read each case.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

TODAY = "2026-11-21"
"""The day on which the cases of the sample are answered."""

SEAT = ("side", "programme", "problem")
"""The facts that every case of the sample states: they pick out its rules."""


def vocabulary_as_data(_: None = None) -> dict[str, Any]:
    """Tell the facts by name: each with its `kind`, such as "Choice", and its `values`, if it has fixed ones."""
    from policy.facts import FACTS

    return {
        fact.name: {
            "kind": type(fact).__name__,
            "values": [value.name for value in getattr(fact, "values", ())],
        }
        for fact in FACTS
    }


def sample(asked: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Make cases that this policy can read, by counting through the choices: spread wide, always the same.

    Args:
        asked: `number` of cases to make, and the `vocabulary` to make them of.
    """
    choices = {name: fact["values"] for name, fact in asked["vocabulary"].items() if fact["kind"] == "Choice"}
    return [{"on": TODAY, "facts": _drawn(number, choices)} for number in range(asked["number"])]


def _drawn(number: int, choices: Mapping[str, list[str]]) -> dict[str, Any]:
    """Make one case; what its other facts rule out, and now and then what they do not, is left unknown."""
    facts: dict[str, Any] = {}
    state = number
    for name, values in choices.items():
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        pick = (state >> 33) % (len(values) + (0 if name in SEAT else 2))
        if pick < len(values) and not isinstance(_case({**facts, name: values[pick]}, None), list):
            facts[name] = values[pick]
    return facts


def policy_as_data(cases: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    """Tell the whole policy, with its answers to these cases: {"on": day, "facts": …} by name."""
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
        if "also" in told:
            rules[rule.id]["also"] = told["also"]
    answers = {name: {"facts": case["facts"], **_answered(case)} for name, case in cases.items()}
    return {
        "version": first.policy.version,
        "digest": first.policy.digest,
        "facts": vocabulary_as_data(),
        "rules": rules,
        "answers": answers,
    }


def _answered(case: Mapping[str, Any]) -> dict[str, Any]:
    import policy

    today = date.fromisoformat(case["on"])
    made = policy.parse_case(case["facts"], today)
    if isinstance(made, list):
        return {"errors": [error.message for error in made]}
    return {"advice": policy.answer(made, today).as_data()}


def _case(facts: Mapping[str, Any], today: Any) -> Any:
    import policy

    return policy.parse_case(facts, today)
