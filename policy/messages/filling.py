"""Messages to send: a template of `policy.messages.templates`, filled from a case."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final, NamedTuple, Self

from jinja2 import Template

from policy.cases.case import Case, FactValue
from policy.cases.derived import ALL_BY_NAME, price_of_part
from policy.days import day_in_words
from policy.facts import BY_NAME, FACTS
from policy.language.authored import AuthoredError
from policy.language.conditions import ALWAYS, Condition
from policy.language.kinds import Choice, Day, Derived, Fact, Items, Text
from policy.language.outcomes import Ask, Send, Way
from policy.language.rule import Rule
from policy.messages.templates import MADE_OF, PRICE_OF_PART, REQUEST, MessageTemplate, Piece, message_templates


class Segment(NamedTuple):
    """A piece of a message: its text; the fact that it comes from, if any; and whether it is a blank for that fact."""

    text: str
    fact: str = ""
    is_blank: bool = False


class Blank(NamedTuple):
    """A fact that would fill a blank, and whether it is the last one of those that are listed."""

    fact: str
    is_last: bool = False


class FilledPiece(NamedTuple):
    """A piece of a message, filled: its segments, and the facts that would add something to it."""

    segments: tuple[Segment, ...]
    optional: frozenset[str]


@dataclass(frozen=True, slots=True)
class Message:
    """A message to send.

    Its subject and its body are pieces, so that nobody has to look for a blank in a text: a reader can have typed what
    looks like one. `missing` names the facts that would fill the blanks, `optional` those that would add something.
    """

    id: str
    language: str
    to: str
    subject_segments: tuple[Segment, ...]
    body_segments: tuple[Segment, ...]
    cites: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def subject(self) -> str:
        """The subject as text."""
        return "".join(segment.text for segment in self.subject_segments)

    @property
    def body(self) -> str:
        """The body as text."""
        return "".join(segment.text for segment in self.body_segments)

    @property
    def missing(self) -> tuple[str, ...]:
        """The facts that would fill its blanks, each once, in the vocabulary's order."""
        blank = blanks_of((*self.subject_segments, *self.body_segments))
        return tuple(fact.name for fact in FACTS if fact.name in blank)

    @property
    def blanks(self) -> tuple["Blank", ...]:
        """What is still missing, as it stands in a list of it."""
        *others, last = self.missing or ("",)
        return (*(Blank(fact) for fact in others), Blank(last, is_last=True)) if last else ()

    def as_data(self) -> dict[str, Any]:
        """Give the message as the contract's JSON object has it."""
        texts = {"id": self.id, "language": self.language, "to": self.to, "subject": self.subject, "body": self.body}
        return {**texts, "missing": list(self.missing), "cites": list(self.cites)}


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
    tried: dict[str, None] = {}
    words = _words(template, case, asks, tried)
    subject, body = _segments(template.subject, words), _segments(template.body, words)
    made = Message(message, template.language, template.to, subject, body, template.cites)
    return replace(made, optional=tuple(fact for fact in _fillable(tried) if fact not in made.missing))


def fill_piece(piece: Piece, case: Case, asks: Sequence[Ask] = ()) -> FilledPiece:
    """Fill one piece of a message from a case, as `fill` does the whole."""
    tried: dict[str, None] = {}
    segments = _segments(piece.template, _words(piece, case, asks, tried))
    return FilledPiece(segments, frozenset(_fillable(tried)))


def blanks_of(segments: Iterable[Segment]) -> frozenset[str]:
    """Name the facts for which segments have a blank."""
    return frozenset(segment.fact for segment in segments if segment.is_blank)


def _fillable(facts: Iterable[str]) -> Iterator[str]:
    """Give those facts that a reader can type beside a message."""
    return (fact for fact in facts if BY_NAME[fact].is_typed or not BY_NAME[fact].decides)


def _words(
    template: MessageTemplate | Piece, case: Case, asks: Sequence[Ask], tried: dict[str, None]
) -> dict[str, Any]:
    """Give what a template can look at. The names of facts that it asks for in vain are put into `tried`."""
    words: dict[str, Any] = {name: _Value(BY_NAME[name], case.known.get(name), tried) for name in template.looks_at}
    words[REQUEST] = " or ".join(REQUESTS[ask] for ask in asks if ask in REQUESTS)
    for name in template.follows:
        known = {source: case.known[source] for source in MADE_OF[name] if source in case.known}
        words[name] = price_of_part(known) or "" if name == PRICE_OF_PART else _derived(name).derive(known, None)
    return words


def _derived(name: str) -> Derived:
    fact = ALL_BY_NAME[name]
    assert isinstance(fact, Derived)  # noqa: S101  # MADE_OF has no other names
    return fact


def sending(rule: str, when: Condition, message: str, through: Way | None = None, *, words: Condition = ALWAYS) -> Rule:
    """Make the rule that a message is there to send under a condition; it cites what the message cites.

    `through` names the door that it goes through, where it is more than talk; `words` is what it says more by.

    Raises:
        AuthoredError: no message has that id.
    """
    if message not in message_templates():
        raise AuthoredError(f"The rule {rule} sends {message}, but policy/messages/{message}.jinja does not exist.")
    return Rule(rule, when, Send(message, through, words), message_templates()[message].cites)


def blank_name(fact: Fact) -> str:
    """Say what belongs where a message has a blank for this fact."""
    name = fact.blank or (fact.ask if isinstance(fact, Text) else fact.name.replace("_", " "))
    return f"{name[:1].lower()}{name[1:]}"


def typed_as(fact: Fact) -> str:
    """Say how a message shows what is typed for a fact: a `day` in words, `text` as it is; empty where it is chosen.

    A page that cannot ask Python yet fills its blanks by this.
    """
    return "" if isinstance(fact, Choice | Items) else "day" if isinstance(fact, Day) else "text"


class _Value:
    """A fact as a template sees it: printed it is a segment, asked for it is its value, and not known it is false."""

    def __init__(self, fact: Fact, value: FactValue | None, tried: dict[str, None]) -> None:
        self._fact, self._value, self._tried = fact, value, tried

    def __str__(self) -> str:
        if self._value is None:
            return _Printed(Segment(f"[{blank_name(self._fact)}]", self._fact.name, is_blank=True))
        return _Printed(Segment(_in_words(self._fact, self._value), self._fact.name))

    def __bool__(self) -> bool:
        if self._value is None:
            self._tried[self._fact.name] = None
        return bool(self._value)

    def __eq__(self, value: object) -> bool:
        return self._value == value

    __hash__ = None  # type: ignore[assignment]  # it is the value that is compared

    def __contains__(self, item: str) -> bool:
        return isinstance(self._value, tuple) and item in self._value


class _Printed(str):
    """A segment's text on its way through Jinja, which hands on each text that a fact prints as it is."""

    __slots__ = ("segment",)

    segment: Segment

    def __new__(cls, segment: Segment) -> Self:
        """Make the text, and keep where it comes from."""
        made = super().__new__(cls, segment.text)
        made.segment = segment
        return made


def _segments(template: Template, words: Mapping[str, Any]) -> tuple[Segment, ...]:
    """Fill a template; what stands between two facts is one segment."""
    made: list[Segment] = []
    for piece in template.generate(words):
        if isinstance(piece, _Printed):
            made.append(piece.segment)
        elif made and not made[-1].fact:
            made[-1] = Segment(made[-1].text + piece)
        else:
            made.append(Segment(piece))
    return tuple(made)


def _in_words(fact: Fact, value: FactValue) -> str:
    if isinstance(value, date):
        return day_in_words(value)
    return str(value).replace("-", " ") if isinstance(fact, Choice) else str(value)
