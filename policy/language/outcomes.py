"""What a rule can give to an advice: one small record for each part of an answer.

A rule gives exactly one of these. Most parts need the rule's condition to be *yes*. The cautious ones (`Avoid`, and a
`Warn` with something at stake) also stand while the condition is *not known yet*: caution holds until it is lifted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Final

from policy.language.conditions import ALWAYS, NEVER, Condition


class Action(StrEnum):
    """Things that a person can do and that cannot simply be undone, or that a source forbids."""

    REFUND = "refund"
    RESHIP = "reship"
    ACCEPT = "accept"
    CLOSE_DISPUTE = "close-dispute"
    CANCEL = "cancel"
    ADMIT_FAULT = "admit-fault"
    ASK_FOR_RETURN = "ask-for-return"
    ACCUSE = "accuse"
    PROMISE_SPEED = "promise-speed"
    CLAIM_EVERYTHING = "claim-everything"


IRREVERSIBLE = frozenset({Action.REFUND, Action.RESHIP, Action.ACCEPT, Action.CLOSE_DISPUTE, Action.CANCEL})
"""What is never advised while a fact that could forbid it is unknown."""


class Party(StrEnum):
    """Who has to sort it out first."""

    BUYER = "buyer"
    SELLER = "seller"
    PLATFORM = "platform"
    AGENT = "agent"
    CARRIER = "carrier"
    UNKNOWN = "unknown"


PARTY_WORDS: Final = {
    Party.BUYER: "The buyer acts first.",
    Party.SELLER: "The seller acts first.",
    Party.PLATFORM: "The platform acts first.",
    Party.AGENT: "The agent acts first.",
    Party.CARRIER: "The carrier acts first.",
    Party.UNKNOWN: "Not decided yet.",
}
"""What a page says of who acts first."""


class Ask(StrEnum):
    """What is fair to ask for (buyers) or to offer (sellers)."""

    NONE = "none"
    SMALL_PARTIAL_REFUND = "small-partial-refund"
    PARTIAL_REFUND = "partial-refund"
    DISCOUNT = "discount"
    REPLACEMENT = "replacement"
    REFUND = "refund"
    RESHIP = "reship"
    COMPENSATION = "compensation"


ASK_WORDS: Final = {
    Ask.NONE: "Nothing",
    Ask.SMALL_PARTIAL_REFUND: "A small part of the price back",
    Ask.PARTIAL_REFUND: "Part of the price back",
    Ask.DISCOUNT: "A discount on the next order",
    Ask.REPLACEMENT: "A replacement",
    Ask.REFUND: "A refund",
    Ask.RESHIP: "Sending it again",
    Ask.COMPENSATION: "Compensation",
}
"""What each request is called on a page."""


class Strength(StrEnum):
    """How far the proof in hand carries, weakest first."""

    NONE = "none"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


STRENGTH_WORDS: Final = {
    Strength.NONE: "none yet",
    Strength.WEAK: "weak",
    Strength.FAIR: "fair",
    Strength.STRONG: "strong",
}
"""What a page calls the strength of the proof."""


class Way(StrEnum):
    """The doors: ways to get the thing or the money back."""

    TALK = "talk"
    PLATFORM = "platform"
    APPEAL = "appeal"
    PAYMENT = "payment"
    CARRIER = "carrier"
    INSURANCE = "insurance"
    LAW = "law"
    COMMUNITY = "community"


class DoorState(StrEnum):
    """How a door stands today."""

    NOT_YET = "not-yet"
    OPEN = "open"
    CLOSING = "closing"
    IN_USE = "in-use"
    WON = "won"
    LOST = "lost"
    CLOSED = "closed"
    SHUT = "shut"
    NOT_FOR_YOU = "not-for-you"
    NONE = "none"
    NOT_KNOWN = "not-known"


STATE_WORDS: Final = {
    DoorState.NOT_YET: "Not yet",
    DoorState.OPEN: "Open",
    DoorState.CLOSING: "Closes soon",
    DoorState.IN_USE: "In use",
    DoorState.WON: "It went your way",
    DoorState.LOST: "It went against you",
    DoorState.CLOSED: "Closed",
    DoorState.SHUT: "Shut by another way",
    DoorState.NOT_FOR_YOU: "Not for you to use",
    DoorState.NONE: "There is none",
    DoorState.NOT_KNOWN: "Not known yet",
}
"""What a page calls each state."""

_OWN_WORDS: Final[Mapping[tuple[str, DoorState], str]] = {
    (Way.TALK, DoorState.WON): "You agreed",
    (Way.TALK, DoorState.CLOSED): "No agreement",
    (Way.CARRIER, DoorState.WON): "It paid",
    (Way.CARRIER, DoorState.LOST): "It refused",
    (Way.INSURANCE, DoorState.WON): "It paid",
    (Way.INSURANCE, DoorState.LOST): "It refused",
    (Way.COMMUNITY, DoorState.CLOSED): "Used already",
}


def state_in_words(way: str, state: DoorState) -> str:
    """Say how a door stands; nobody decides the talk, and a carrier pays."""
    return _OWN_WORDS.get((way, state), STATE_WORDS[state])


WAY_WORDS: Final = {
    Way.TALK: "talking",
    Way.PLATFORM: "the case with the marketplace or agent",
    Way.APPEAL: "the appeal",
    Way.PAYMENT: "the case where it was paid",
    Way.CARRIER: "the claim with the carrier",
    Way.INSURANCE: "the insurance",
    Way.LAW: "the way by law",
    Way.COMMUNITY: "the community",
}
"""What a page calls each way in the middle of a sentence."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The base of all outcomes; `policy.engine.sections` says which part of an answer each kind gives.

    `cautious` outcomes stand while their condition is not known yet. Of `single` outcomes an answer has exactly one:
    the first rule that holds gives it. `place` says where rules of this kind stand among a programme's.
    """

    cautious: ClassVar[bool] = False
    single: ClassVar[bool] = False
    place: ClassVar[int]

    @property
    def slot(self) -> str:
        """The place in an answer that only one rule can fill, the first that holds; empty where there is room for all.

        A single part has one such place, the doors one for each way, and proof one for each kind.
        """
        return type(self).__name__ if self.single else ""

    @property
    def says(self) -> str:
        """The one sentence that a reader sees of it; empty where it shows as something else."""
        return ""


class Sentence(Outcome):
    """The base of the outcomes that say their `text`, wherever it stands among their fields."""

    __slots__ = ()
    text: str

    @property
    def says(self) -> str:
        """The sentence."""
        return self.text


@dataclass(frozen=True, slots=True)
class Saying(Sentence):
    """The base of the outcomes that are a sentence first of all."""

    text: str


@dataclass(frozen=True, slots=True)
class Headline(Saying):
    """The one sentence to remember. The first rule that holds gives it. `through` names the door that it sends to."""

    single: ClassVar[bool] = True
    place: ClassVar[int] = 1
    through: Way | None = None


@dataclass(frozen=True, slots=True)
class Responsible(Sentence):
    """Who has to sort it out first, and why. The first rule that holds gives it."""

    single: ClassVar[bool] = True
    place: ClassVar[int] = 2
    party: Party
    text: str


@dataclass(frozen=True, slots=True)
class Process(Saying):
    """How that party will handle it: a sentence added to who is responsible."""

    place: ClassVar[int] = 3


@dataclass(frozen=True, slots=True)
class Step(Saying):
    """Something to do.

    `by` names the rule of a clock that limits it, `through` the door that it goes through, `does` lists what it sets in
    motion, if anything. `after` names the period whose first day it has to wait for.
    """

    place: ClassVar[int] = 4
    by: str = ""
    does: tuple[Action, ...] = ()
    through: Way | None = None
    after: str = ""


@dataclass(frozen=True, slots=True)
class Avoid(Saying):
    """Something not to do, and the action that this forbids."""

    place: ClassVar[int] = 5
    forbids: tuple[Action, ...] = ()
    cautious: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class Proof(Sentence):
    """A kind of evidence that is needed, or only helps. Of several rules on one kind the first that holds gives it.

    `item` is a value of the fact `evidence`; `text` says what it must show.
    """

    place: ClassVar[int] = 7
    item: str
    text: str
    needed: bool = True

    @property
    def slot(self) -> str:
        """The kind: it is wanted for one reason, the most particular."""
        return f"{type(self).__name__} {self.item}"


@dataclass(frozen=True, slots=True)
class Grade(Outcome):
    """How strong the proof in hand is, and why. The first rule that holds gives it."""

    single: ClassVar[bool] = True
    place: ClassVar[int] = 8
    strength: Strength
    why: str

    @property
    def says(self) -> str:
        """The sentence."""
        return self.why


@dataclass(frozen=True, slots=True)
class Remedy(Saying):
    """What is fair to ask for or to offer.

    `text` shows as soon as the rule holds; `ask` counts only when `once` is yes as well, so that an outcome can be
    foretold without being advised too early. `tier` is 1 to 3 where the source has tiers.
    """

    place: ClassVar[int] = 9
    ask: tuple[Ask, ...] = ()
    once: Condition = ALWAYS
    tier: int | None = None


@dataclass(frozen=True, slots=True)
class Clock(Outcome):
    """A time limit: `what` has to be done while the `period` runs, a name of `policy.cases.periods`.

    `late` says what is still possible when the last day has passed. `met` holds where the facts say that it was done.
    Of clocks with the same `act` only the earliest shows, with the sources of all: the safest clock wins.
    """

    place: ClassVar[int] = 11
    what: str
    period: str
    late: str
    met: Condition = NEVER
    act: str = ""


@dataclass(frozen=True, slots=True)
class Door(Outcome):
    """A way to get the thing or the money back. Of several rules on one way the first that holds gives the door.

    `name` is what readers call it, `who` the side that uses it, and `why` says what it can do in this case. Its days
    are those of `period`. `needs` are kinds of proof; `shuts` are ways that end where this one is used. How it stands
    follows from the facts (`policy.engine.doors`), unless `state` says so: that there is none, or that the fact `asks`
    decides.
    """

    place: ClassVar[int] = 10
    way: Way
    name: str
    who: str
    why: str
    period: str = ""
    needs: tuple[str, ...] = ()
    shuts: tuple[Way, ...] = ()
    state: DoorState | None = None
    asks: str = ""

    @property
    def slot(self) -> str:
        """The way: an answer has one door for each."""
        return f"{type(self).__name__} {self.way}"

    @property
    def says(self) -> str:
        """The sentence."""
        return self.why


@dataclass(frozen=True, slots=True)
class Rung(Outcome):
    """Where the case stands on the way up, what comes next and when. The first rule that holds gives it."""

    single: ClassVar[bool] = True
    place: ClassVar[int] = 12
    rung: int | None
    now: str
    next: str
    next_when: str


@dataclass(frozen=True, slots=True)
class Send(Outcome):
    """A message to send: the id of a template in `policy/messages/`. `through` names the door that it goes through.

    `words` looks at the facts that decide what it says and nothing else of the answer, so that they are asked for.
    """

    place: ClassVar[int] = 15
    message: str
    through: Way | None = None
    words: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Support(Outcome):
    """A reason to contact platform support, with what the message to them must include."""

    place: ClassVar[int] = 13
    include: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Warn(Saying):
    """Something to know, where the case is known to be one that it is about."""

    place: ClassVar[int] = 6


@dataclass(frozen=True, slots=True)
class WarnAtStake(Warn):
    """A warning about losing money or a right: it stands until the case rules it out."""

    cautious: ClassVar[bool] = True


@dataclass(frozen=True, slots=True)
class WalkAway(Saying):
    """Something to weigh before going on. An aid, not a verdict."""

    place: ClassVar[int] = 14
