"""Messages to send: one Jinja template a message, filled from the case. Blanks that the case does not fill are listed.

A template file `policy/messages/ID.jinja` starts with a few TOML lines between `---` lines: `language`, `to`,
`subject` and `cites`. Its body sees every fact by its name. A fact that the case does not know prints as a blank, such
as `[order number]`, and is listed as missing; a name that is not a fact is an error.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from jinja2 import StrictUndefined, Template, nodes
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment

from policy.cases.case import Case
from policy.days import day_in_words
from policy.facts import BY_NAME, FACTS
from policy.language.conditions import Condition
from policy.language.kinds import Currency, Fact, Money, Text
from policy.language.outcomes import Ask, Send
from policy.language.rule import Rule


@dataclass(frozen=True, slots=True)
class Message:
    """A message to send.

    `missing` names the facts that would fill the blanks still in it, `optional` those that would add something to it.
    """

    id: str
    language: str
    to: str
    subject: str
    body: str
    missing: tuple[str, ...]
    cites: tuple[str, ...]
    optional: tuple[str, ...] = ()


class MessageTemplate(NamedTuple):
    """A message before it is filled.

    `cites` are the ids of the sources behind it, `source` is the file's whole text, `facts` are those that it mentions,
    and `needs` those among them that leave a blank where they are not known.
    """

    id: str
    language: str
    to: str
    subject: Template
    body: Template
    cites: tuple[str, ...]
    source: str
    facts: tuple[Fact, ...]
    needs: frozenset[str]


@cache
def message_templates() -> Mapping[str, MessageTemplate]:
    """Read every message template, by id, in alphabetical order.

    Raises:
        ValueError: a file whose head lacks a key, named with the file.
    """
    folder = files("policy").joinpath("messages")
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".jinja"))
    return {
        name.removesuffix(".jinja"): _read(
            name.removesuffix(".jinja"), folder.joinpath(name).read_text(encoding="utf-8")
        )
        for name in names
    }


REQUESTS: Final = {
    Ask.SMALL_PARTIAL_REFUND: "a small partial refund",
    Ask.PARTIAL_REFUND: "a partial refund",
    Ask.DISCOUNT: "a discount on my next order",
    Ask.REPLACEMENT: "a replacement",
    Ask.REFUND: "a full refund",
    Ask.RESHIP: "the item to be sent again",
    Ask.COMPENSATION: "compensation",
}
"""What a message asks for, as it stands in a sentence. Nothing is asked for in words where the remedy is none."""


def fill(message: str, case: Case, asks: Sequence[Ask] = ()) -> Message:
    """Fill one message from a case.

    Args:
        message: the id of the message.
        case: its facts fill the blanks.
        asks: what is fair to ask for; in the message it is `request`, empty where it is too early to ask.

    Raises:
        KeyError: no message has that id.
    """
    template = message_templates()[message]
    blanks: dict[str, None] = {}
    tried: dict[str, None] = {}
    words = {fact.name: _in_words(fact, case, blanks, tried) for fact in template.facts}
    words["request"] = " or ".join(REQUESTS[ask] for ask in asks if ask in REQUESTS)
    subject, body = template.subject.render(words), template.body.render(words)
    extras = (fact for fact in tried if fact not in blanks)
    optional = tuple(fact for fact in extras if isinstance(BY_NAME[fact], Text | Money | Currency))
    return Message(message, template.language, template.to, subject, body, tuple(blanks), template.cites, optional)


def sending(rule: str, when: Condition, message: str) -> Rule:
    """Make the rule that a message is there to send under a condition; it cites what the message cites.

    Raises:
        ValueError: no message has that id.
    """
    if message not in message_templates():
        raise ValueError(f"The rule {rule} sends {message}, but policy/messages/{message}.jinja does not exist.")
    return Rule(rule, when, Send(message), message_templates()[message].cites)


def blank_for(fact: Fact) -> str:
    """Give the words that stand in a message where this fact is not known yet."""
    name = fact.blank or (fact.ask if isinstance(fact, Text) else fact.name.replace("_", " "))
    return f"[{name[:1].lower()}{name[1:]}]"


class _Blank:
    """A fact that is not known: prints as a blank, counts as empty and holds nothing; notes what it was used for."""

    def __init__(self, fact: Fact, noted: dict[str, None], tried: dict[str, None]) -> None:
        self._fact, self._noted, self._tried = fact, noted, tried

    def __str__(self) -> str:
        self._noted[self._fact.name] = None
        return blank_for(self._fact)

    def __bool__(self) -> bool:
        self._tried[self._fact.name] = None
        return False

    def __contains__(self, _: object) -> bool:
        return False


def _in_words(fact: Fact, case: Case, blanks: dict[str, None], tried: dict[str, None]) -> Any:
    value = case.known.get(fact.name)
    if value is None:
        return _Blank(fact, blanks, tried)
    if isinstance(value, date):
        return day_in_words(value)
    if isinstance(fact, Text) or not isinstance(value, str):
        return value
    return value.replace("-", " ") if fact.name in BY_NAME and hasattr(fact, "values") else value


@cache
def _environment() -> SandboxedEnvironment:
    # plain text: whoever puts a message on a page escapes it there
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)


def _read(name: str, text: str) -> MessageTemplate:
    try:
        _, head, body = text.split("---\n", 2)
        top = tomllib.loads(head)
        subject, language, to, cites = top["subject"], top["language"], top["to"], tuple(top["cites"])
    except (ValueError, KeyError) as wrong:
        raise ValueError(
            f"The head of policy/messages/{name}.jinja is broken ({wrong}). Between two lines of --- it needs "
            f"language, to, subject and cites."
        ) from wrong
    parsed = _environment().parse(subject + "\n" + body)
    mentioned = find_undeclared_variables(parsed)
    tried = {found.test.name for found in parsed.find_all(nodes.If) if isinstance(found.test, nodes.Name)}
    facts = tuple(fact for fact in FACTS if fact.name in mentioned)
    needs = frozenset(mentioned - tried)
    make = _environment().from_string
    return MessageTemplate(name, language, to, make(subject), make(body.strip()), cites, text, facts, needs)
