"""The message templates: what each is called, what it says, and what it looks at in a case.

A file `policy/messages/ID.jinja` starts with a few lines of TOML between two lines of `---`: `title` (what the library
of messages calls it), `language`, `to`, `subject` and `cites`; where its sources do not tell who sends it, `sender`
("buyer" or "seller") as well. Below stands the body. Subject and body can do three things with a fact, so that a
template can be read as well as filled:

- print it: `{{ order_number }}`
- ask whether it is known: `{% if order_number %}`
- ask for a value, or for an item of a list: `{% if problem == "damaged" %}`, `{% if "qc-photos" in evidence %}`

`request` is what is fair to ask for, in words; it is empty where it is too early to ask. What follows from other facts
(`policy.cases.derived`) can be asked for its value like a fact, and `price_of_part` is printed like one: it is what the
items cost that are concerned, if each cost the same, and is empty where all are or where one of its facts is missing.

What several messages say stands once, in `policy/messages/parts/NAME.jinja`, without a head. A line
`{% include "NAME" %}` puts it in its place.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from policy.cases.derived import ALL_BY_NAME, DERIVED
from policy.facts import BY_NAME, FACTS, item_value, items_affected, items_ordered, side
from policy.language.authored import AuthoredError, Shape, Words, check, choose, read_text
from policy.language.kinds import Choice, Fact, Items
from policy.sources.statements import statements

EITHER: Final = "both"
"""The side of a source that speaks to buyers and sellers alike."""

REQUEST: Final = "request"
"""What a template calls what is fair to ask for."""

PRICE_OF_PART: Final = "price_of_part"
"""What a template calls the price of the items that are concerned, where others are not."""

MADE_OF: Final[Mapping[str, tuple[str, ...]]] = {
    PRICE_OF_PART: (item_value.name, items_ordered.name, items_affected.name),
    **{fact.name: fact.sources for fact in DERIVED},
}
"""What a template can look at that follows from facts, and from which."""

_INCLUDE: Final = re.compile(r'\{% include "([\w-]+)" %\}')

_HEAD: Final[Shape] = {
    "title": Words,
    "language": Words,
    "sender?": tuple(value.name for value in side.values),
    "to": Words,
    "subject": Words,
    "cites": list,
}


class Look(NamedTuple):
    """What a template wants of one fact.

    `items` are the items of a list that it looks for. `is_needed` says that no `{% if fact %}` asks first, so
    that it leaves a blank where the fact is not known.
    """

    fact: Fact
    items: tuple[str, ...]
    is_needed: bool


@dataclass(frozen=True, slots=True)
class MessageTemplate:
    """A message before it is filled.

    `title` is what the library of messages calls it, `cites` are the ids of the sources behind it, `source` is the
    file's whole text, and `texts` is what stands between the facts. `looks_at` tells of each fact that subject or body
    look at, by its name and in the vocabulary's order; `follows` names what they look at that follows from facts, and
    `asks` says that they look at `request` too.
    """

    id: str
    title: str
    language: str
    to: str
    subject: Template
    body: Template
    cites: tuple[str, ...]
    source: str
    texts: tuple[str, ...]
    looks_at: Mapping[str, Look]
    asks: bool
    follows: tuple[str, ...] = ()
    sender: str = ""

    @property
    def side(self) -> str:
        """The side that sends it: the one that its head names, or that the first of its sources speaks to alone.

        Raises:
            AuthoredError: one of its sources does not exist, or all of them speak to both sides.
        """
        if self.sender:
            return self.sender
        for cite in self.cites:
            if cite not in statements():
                raise AuthoredError(choose(f"{_file(self.id)}: “{cite}” is no source", cite, statements()))
            if statements()[cite].side != EITHER:
                return statements()[cite].side
        raise AuthoredError(f"{_file(self.id)}: its sources speak to both sides. Say who sends it with sender.")


@cache
def message_templates() -> Mapping[str, MessageTemplate]:
    """Read every message template, by id, in alphabetical order.

    Raises:
        AuthoredError: a file cannot be used.
    """
    folder = files("policy").joinpath("messages")
    names = sorted(entry.name.removesuffix(".jinja") for entry in folder.iterdir() if entry.name.endswith(".jinja"))
    return {name: read_template(name, read_text(folder.joinpath(f"{name}.jinja"), _file(name))) for name in names}


def read_template(name: str, source: str) -> MessageTemplate:
    """Read one template.

    Args:
        name: its id.
        source: the whole text of its file; the parts that it includes are read from theirs.

    Raises:
        AuthoredError: it cannot be used.
    """
    lines = list(_lines(name, source))
    source = "".join(line.text for line in lines)
    try:
        head, body = _cut(source)
        top = _read_head(head, name)
        first = head.count("\n") + 3  # the line on which the body begins: the head stands between two lines of ---
        trees = _parsed(top["subject"], _line_of(head, "subject")), _parsed(body, first)
        uses = tuple(use for tree in trees for node in tree.body for use in _in_text(node))
    except _WrongError as wrong:
        place = lines[wrong.line - 1].place if 0 < wrong.line <= len(lines) else _file(name)
        raise AuthoredError(f"{place}: {wrong}") from wrong
    make = _environment().from_string
    return MessageTemplate(
        id=name,
        title=top["title"],
        language=top["language"],
        to=top["to"],
        subject=make(top["subject"]),
        body=make(body.strip()),
        cites=tuple(top["cites"]),
        source=source,
        texts=tuple(found.data.strip("\n") for tree in trees for found in tree.find_all(nodes.TemplateData)),
        looks_at={fact.name: look for fact in FACTS if (look := _look(fact, uses))},
        asks=any(use.name == REQUEST for use in uses),
        follows=_following(uses),
        sender=top.get("sender", ""),
    )


class _Line(NamedTuple):
    """A line of a message, and where it stands."""

    text: str
    place: str


def _lines(name: str, source: str) -> Iterator[_Line]:
    """Give the lines of a file, with those of the parts that it includes in their places.

    Raises:
        AuthoredError: a part is not there.
    """
    for number, text in enumerate(source.splitlines(keepends=True), 1):
        place = f"{_file(name)}, line {number}"
        included = _INCLUDE.fullmatch(text.strip())
        if not included:
            yield _Line(text, place)
        elif included[1] not in _parts_of_messages():
            raise AuthoredError(f"{place}: {choose(f'“{included[1]}” is no part', included[1], _parts_of_messages())}")
        else:
            yield from _lines(f"parts/{included[1]}", _parts_of_messages()[included[1]])


@cache
def _parts_of_messages() -> Mapping[str, str]:
    """Read what several messages say, by name."""
    folder = files("policy").joinpath("messages", "parts")
    names = sorted(entry.name.removesuffix(".jinja") for entry in folder.iterdir() if entry.name.endswith(".jinja"))
    return {name: read_text(folder.joinpath(f"{name}.jinja"), _file(f"parts/{name}")) for name in names}


class Piece(NamedTuple):
    """A piece of a message that says the same whatever the rest says, and the facts at which it looks.

    `asks` says that it looks at what is fair to ask for as well, `follows` names what it looks at that follows from
    facts.
    """

    template: Template
    looks_at: Mapping[str, Look]
    asks: bool
    follows: tuple[str, ...] = ()


class Pieces(NamedTuple):
    """The pieces of a message, in their order."""

    subject: tuple[Piece, ...]
    body: tuple[Piece, ...]


@cache
def pieces_of(message: str) -> Pieces:
    """Cut a message into its pieces; what proves or compiles something for every case takes them one by one."""
    head, body = _cut(message_templates()[message].source)
    trees = _parsed(_read_head(head, message)["subject"], 1), _parsed(body.strip(), 1)
    return Pieces(*(tuple(_piece(part) for node in tree.body for part in _parts(node)) for tree in trees))


@cache
def unconditional(message: str) -> tuple[str, ...]:
    """Give the texts of a message that stand there whatever proof is in hand: outside of `{% if "…" in evidence %}`."""
    head, body = _cut(message_templates()[message].source)
    trees = _parsed(_read_head(head, message)["subject"], 1), _parsed(body.strip(), 1)
    return tuple(text for tree in trees for node in tree.body for text in _without_proof(node))


def _without_proof(node: nodes.Node) -> Iterator[str]:
    match node:
        case nodes.TemplateData():
            yield node.data
        case nodes.Output():
            for part in node.nodes:
                yield from _without_proof(part)
        case nodes.If():
            inner = node.body if not any(use.item for use in _in_test(node.test, alone=True)) else ()
            for part in (*inner, *node.elif_, *node.else_):
                yield from _without_proof(part)


def _parts(node: nodes.Node) -> list[nodes.Node]:
    return [nodes.Output([part]) for part in node.nodes] if isinstance(node, nodes.Output) else [node]


def _piece(node: nodes.Node) -> Piece:
    uses = tuple(_in_text(node))
    alone = nodes.Template([node])
    alone.set_environment(_environment())
    return Piece(
        _environment().from_string(alone),
        {fact.name: look for fact in FACTS if (look := _look(fact, uses))},
        any(use.name == REQUEST for use in uses),
        _following(uses),
    )


class _WrongError(Exception):
    """What is wrong with a template, and on which line of the file; 0 where it is no particular one."""

    def __init__(self, sentence: str, line: int = 0) -> None:
        super().__init__(sentence)
        self.line = line


class _Use(NamedTuple):
    """One place where a template uses a name: for an item of a list, or alone in the test of an `if`."""

    name: str
    item: str = ""
    is_asked: bool = False


def _file(name: str) -> str:
    return f"policy/messages/{name}.jinja"


def _cut(source: str) -> tuple[str, str]:
    """Give head and body."""
    lines = source.splitlines(keepends=True)
    marks = [number for number, line in enumerate(lines) if line.rstrip() == "---"]
    if marks[:1] != [0] or len(marks) < 2:  # noqa: PLR2004  # two marks
        needed = ", ".join(key for key in _HEAD if not key.endswith("?"))
        raise _WrongError(f"It needs a head: {needed}, between a first line --- and another line ---.")
    return "".join(lines[1 : marks[1]]), "".join(lines[marks[1] + 1 :])


def _read_head(head: str, name: str) -> dict[str, Any]:
    try:
        top = tomllib.loads("\n" + head)  # the line of --- above it counts, so that errors name lines of the file
    except tomllib.TOMLDecodeError as wrong:
        raise _WrongError(f"The head is no TOML: {wrong}.") from wrong
    check(top, _HEAD, f"{_file(name)}, in the head")
    return top


def _line_of(head: str, key: str) -> int:
    """Give the line of the file on which a key of the head stands."""
    return next((number for number, line in enumerate(head.splitlines(), 2) if line.startswith(key)), 0)


def _look(fact: Fact, uses: Iterable[_Use]) -> Look | None:
    """Sum up what a template wants of a fact; None if it does not look at it.

    What only follows from it can be left out, and so leaves no blank.
    """
    mine = [use for use in uses if use.name == fact.name]
    if not mine:
        return Look(fact, (), False) if any(fact.name in MADE_OF.get(use.name, ()) for use in uses) else None
    items = dict.fromkeys(use.item for use in mine if use.item)
    return Look(fact, tuple(items), not any(use.is_asked for use in mine))


def _following(uses: Iterable[_Use]) -> tuple[str, ...]:
    """Name what a template looks at that follows from facts."""
    names = {use.name for use in uses}
    return tuple(name for name in MADE_OF if name in names)


@cache
def _environment() -> SandboxedEnvironment:
    # plain text: whoever puts a message on a page escapes it there
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=False, trim_blocks=True, lstrip_blocks=True)


def _parsed(text: str, line: int) -> nodes.Template:
    """Parse what begins on this line of the file."""
    try:
        return _environment().parse("\n" * (line - 1) + text)
    except TemplateSyntaxError as wrong:
        raise _WrongError(f"{wrong.message}", wrong.lineno) from wrong


def _in_text(node: nodes.Node) -> Iterator[_Use]:
    match node:
        case nodes.TemplateData():
            return
        case nodes.Output():
            for part in node.nodes:
                yield from _in_text(part)
        case nodes.If():
            yield from _in_test(node.test, alone=True)
            for inner in (*node.body, *node.elif_, *node.else_):
                yield from _in_text(inner)
        case nodes.Name():
            yield _named(node)
        case _:
            raise _too_much(node)


def _in_test(test: nodes.Node, *, alone: bool) -> Iterator[_Use]:
    match test:
        case nodes.And() | nodes.Or():
            yield from _in_test(test.left, alone=False)
            yield from _in_test(test.right, alone=False)
        case nodes.Not():
            yield from _in_test(test.node, alone=False)
        case nodes.Name():
            yield _named(test)._replace(is_asked=alone)
        case nodes.Compare(expr=expr, ops=[nodes.Operand(op=op, expr=other)]):
            yield _compared(expr, op, other)
        case _:
            raise _too_much(test)


def _named(node: nodes.Name) -> _Use:
    """Use a name as a whole."""
    fact = BY_NAME.get(node.name)
    if isinstance(fact, Items):
        item = fact.values[0].name
        raise _WrongError(f'{node.name} is a list. Look for an item of it, as in "{item}" in {node.name}.', node.lineno)
    if not fact and node.name not in (REQUEST, PRICE_OF_PART):
        raise _WrongError(
            choose(f"“{node.name}” is no fact", node.name, (*BY_NAME, REQUEST, PRICE_OF_PART)), node.lineno
        )
    return _Use(node.name)


def _compared(expr: nodes.Node, op: str, other: nodes.Node) -> _Use:
    """Use a name in `fact == "value"`, `fact in ["value", …]` or `"item" in fact`, or in its opposite."""
    match expr, op, other:
        case nodes.Name(), "eq" | "ne", nodes.Const():
            return _valued(expr, Choice, [other])
        case nodes.Name(), "in" | "notin", nodes.List(items=[*values]):
            return _valued(expr, Choice, values)
        case nodes.Const(), "in" | "notin", nodes.Name():
            return _valued(other, Items, [expr])._replace(item=expr.value)
    raise _too_much(expr)


def _valued(name: nodes.Name, kind: type[Choice | Items], values: list[nodes.Expr]) -> _Use:
    fact = ALL_BY_NAME.get(name.name)
    if not isinstance(fact, kind):
        _named(name)  # refuses a name that is no fact, and a list that is compared as a whole
        has = "is no list" if kind is Items else "has no fixed values"
        raise _WrongError(f"{name.name} {has}. Print it, or ask whether it is known.", name.lineno)
    for value in values:
        if not isinstance(value, nodes.Const):
            raise _too_much(value)
        names = [known.name for known in fact.values]
        if value.value not in names:
            raise _WrongError(choose(f"“{value.value}” is no value of {fact.name}", value.value, names), value.lineno)
    return _Use(fact.name)


def _too_much(node: nodes.Node) -> _WrongError:
    return _WrongError(
        "A message can print a fact, ask whether it is known, and compare it with values, and nothing else. "
        "policy/messages/templates.py shows how each is written.",
        node.lineno,
    )
