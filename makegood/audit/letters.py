"""What a message says, as a function of the few facts that its template looks at."""

import re
from functools import cache
from typing import NamedTuple

from jinja2 import Environment, nodes
from jinja2.meta import find_undeclared_variables

from makegood.audit.axes import example
from makegood.audit.space import Space
from makegood.diagrams import Diagram
from policy.cases.case import Case
from policy.facts import BY_NAME, FACTS
from policy.language.kinds import Choice, Grams, Items
from policy.language.outcomes import Ask
from policy.messages.filling import Message, blank_for, fill, message_templates


class Wording(NamedTuple):
    """A message as it stands with nothing else known, and as it stands with everything else filled in."""

    bare: Message
    filled: Message


@cache
def facts_in(message: str) -> frozenset[str]:
    """Name the facts that a template looks at; the items of a list that it looks for, as `fact/item`.

    Raises:
        ValueError: a template looks at a list in another way than `"item" in fact`.
    """
    tree = Environment(autoescape=False).parse(message_templates()[message].source)  # noqa: S701  # only parsed
    names = find_undeclared_variables(tree) & BY_NAME.keys()
    items = [
        (looked.ops[0].expr.name, looked.expr.value)
        for looked in tree.find_all(nodes.Compare)
        if isinstance(looked.expr, nodes.Const) and isinstance(looked.ops[0].expr, nodes.Name)
    ]
    for fact in names:
        if isinstance(BY_NAME[fact], Items):
            looks = sum(node.name == fact for node in tree.find_all(nodes.Name))
            if looks != sum(name == fact for name, _ in items):
                raise ValueError(f'The message {message} looks at {fact} in another way than "item" in {fact}.')
    return frozenset(names).union(f"{fact}/{item}" for fact, item in items)


def deciding_facts(message: str) -> frozenset[str]:
    """Name the facts, without their items, that can make a message say something else and not just fill a blank."""
    named = {name.partition("/")[0] for name in facts_in(message)}
    return frozenset(name for name in named if isinstance(BY_NAME[name], Choice | Items | Grams))


def wording(message: str, space: Space) -> Diagram:
    """Make the function that says how a message reads. A space without one of its deciding facts leaves it unknown."""
    names = [name for name in facts_in(message) if name.partition("/")[0] in space.facts]
    others = (fact for fact in FACTS if fact.name not in space.facts and not isinstance(fact, Choice | Items))
    rest = {fact.name: example(fact) for fact in others}

    def written(case: Case) -> Wording:
        return Wording(fill(message, case), fill(message, Case({**rest, **case.given}), (Ask.REFUND,)))

    return space.tabulated(names, written)


def differs(fact: str, before: Wording | None, after: Wording | None) -> bool:
    """Say whether a message says something else once a fact is known, and has not just a blank filled."""
    if before is None or after is None:
        return before is not after
    return any(_differs(fact, *pair) for pair in zip(before, after, strict=True))


def _differs(fact: str, before: Message, after: Message) -> bool:
    if fact not in before.missing:
        return _text(before) != _text(after)
    first, *rest = map(re.escape, _text(before).split(blank_for(BY_NAME[fact])))
    return not re.fullmatch(first + "(?P<word>.+)" + "(?P=word)".join(rest), _text(after), re.DOTALL)


def _text(letter: Message) -> str:
    return f"{letter.subject}\n{letter.body}"


def is_whole(words: Wording) -> bool:
    """Say whether a message has no blank left once everything is filled in that decides nothing."""
    return not words.filled.missing
