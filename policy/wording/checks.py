"""The checks, as rows of a table: what each finds, for whom, what to write instead, and the sources behind it.

A check belongs to a side because a source says it to that side; `For.cites` names it. To add a check: add a row here,
drafts with it in `tests/wording/`, and run `python -m tests.wording.measure`.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from policy.wording import claims, manner
from policy.wording.finders import Finder, Unless, any_of, lacks, says, says_alone, says_first
from policy.wording.words import listed


class Severity(StrEnum):
    """How much a finding weighs.

    An error: a source says outright that a message must not have this, or cannot do without it. A warning: it is likely
    to be misunderstood or to cost something, or it is wrong in some cases, and the check does not know the case. A
    hint: it would be better so.
    """

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Reader(StrEnum):
    """Who reads the message: the one that the order was made with, or an office that has to help."""

    PARTNER = "partner"
    OFFICE = "office"


class Purpose(StrEnum):
    """What a message does: claim, ask again, answer (accept, thank, send what was asked for), or ask before buying."""

    CLAIM = "claim"
    FOLLOW_UP = "follow-up"
    ANSWER = "answer"
    QUESTION = "question"


ANY_PURPOSE: Final = frozenset(Purpose)
ANY_READER: Final = frozenset(Reader)
PARTNER: Final = frozenset({Reader.PARTNER})
OFFICE: Final = frozenset({Reader.OFFICE})
CLAIM: Final = frozenset({Purpose.CLAIM})
ORDERED: Final = ANY_PURPOSE - {Purpose.QUESTION}
"""Before the purchase there is no order yet."""


@dataclass(frozen=True, slots=True)
class For:
    """Whom a check is for: messages of this side, to these readers, of these purposes, as the cited sources say.

    `advice` stands in the place of the check's own where this side needs other words.
    """

    side: str
    cites: tuple[str, ...]
    readers: frozenset[Reader] = ANY_READER
    purposes: frozenset[Purpose] = ANY_PURPOSE
    advice: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One check. `finds` says in words what it looks for, `advice` what to write instead."""

    id: str
    severity: Severity
    finds: str
    advice: str
    find: Finder
    whom: tuple[For, ...]


# KB-20 speaks of messages to a seller or an agent, KB-22 of any message.
_BUYERS_TONE: Final = (For("buyer", ("KB-20", "KB-22"), readers=PARTNER), For("buyer", ("KB-22",), readers=OFFICE))
_SELLERS_TONE: Final = For("seller", ("KX-72",))
# “I am not angry”, “you say that I lie”
_NOT_MEANT: Final = Unless(before=(listed("negated"), listed("reported")))
# “if I do not get it, I call the police”: only a “not” right before it takes the police back
_NOT_RIGHT_BEFORE: Final = Unless(before=(listed("negated"),), within=3)
# “we check whether it was our mistake”
_NOT_SURE: Final = replace(_NOT_MEANT, before=(*_NOT_MEANT.before, listed("not-sure")))
_NOT_SURE_OR_SMALL: Final = replace(_NOT_SURE, sentence=(listed("small-mistakes"),))
# “we try to solve it quickly”
_HOPED: Final = replace(_NOT_MEANT, sentence=(listed("hopes"), listed("about-a-request")))
# “once the review is finished, we will refund you”
_REVIEW_FIRST: Final = replace(
    _NOT_MEANT, sentence=(listed("depends"), listed("about-a-request")), draft=(listed("reviewed"),)
)

CHECKS: Final[tuple[Check, ...]] = (
    Check(
        "missing-order-reference",
        Severity.ERROR,
        "No number of an order, a parcel or a product.",
        "Give the number of the order or of the parcel, like “Order 12345”.",
        lacks(claims.names_the_order),
        (
            For("buyer", ("KB-21", "KB-22", "KB-23"), purposes=ORDERED),
            For("seller", ("KX-93",), readers=OFFICE),
        ),
    ),
    Check(
        "missing-issue",
        Severity.ERROR,
        "A claim that does not say what is wrong.",
        "Say what is wrong: what is damaged, missing or not what you ordered, or that nothing came.",
        lacks(claims.names_the_issue),
        (
            For("buyer", ("KB-21", "KB-23"), readers=PARTNER, purposes=CLAIM),
            For("seller", ("KX-93",), readers=OFFICE),
        ),
    ),
    Check(
        "missing-evidence",
        Severity.WARNING,
        "A claim that names no photo, no video and no other proof.",
        "Say which photos or which video you attach. If you have none, say what else shows the problem.",
        lacks(claims.names_the_proof),
        (For("buyer", ("KB-21", "KB-23"), readers=PARTNER, purposes=CLAIM),),
    ),
    Check(
        "missing-request",
        Severity.ERROR,
        "A message that asks for nothing that can be done.",
        "Ask for one clear thing, like “Please send a replacement.” or “I ask for a full refund.”",
        lacks(claims.asks_for_something),
        (For("buyer", ("KB-21", "KB-22", "KB-23"), purposes=frozenset({Purpose.CLAIM, Purpose.FOLLOW_UP})),),
    ),
    Check(
        "conflicting-requests",
        Severity.WARNING,
        "Two requests of which only one can be met.",
        "Choose one. Or join them with “or”: “I ask for a replacement or a full refund.”",
        claims.conflicting_requests,
        (For("buyer", ("KB-23",)),),
    ),
    Check(
        "video-without-time",
        Severity.HINT,
        "A video of damage, without the minute and second where it can be seen.",
        "Say where in the video it can be seen, like “at 0:45”.",
        claims.video_without_time,
        (For("buyer", ("KB-23",), readers=PARTNER, purposes=CLAIM),),
    ),
    Check(
        "venting",
        Severity.WARNING,
        "Words and emoji that show anger.",
        "Leave the feeling out. Write what happened, and what you ask for.",
        any_of(says(listed("venting"), _NOT_MEANT), manner.angry_faces),
        (*_BUYERS_TONE, replace(_SELLERS_TONE, advice="Leave the feeling out. Write what happens next.")),
    ),
    Check(
        "shouting",
        Severity.WARNING,
        "Sentences in capitals, rows of exclamation or question marks, stretched words.",
        "Write it in small letters, with one full stop. This reads like shouting.",
        manner.shouting,
        (*_BUYERS_TONE, _SELLERS_TONE),
    ),
    Check(
        "threat",
        Severity.ERROR,
        "An announcement of harm, to make the other side give in.",
        "Name the next step instead: “If we find no solution, I will open a dispute.”",
        any_of(
            says(listed("threat"), _NOT_MEANT), says(listed("threat-if"), _NOT_RIGHT_BEFORE, only=listed("ultimatum"))
        ),
        (*_BUYERS_TONE, replace(_SELLERS_TONE, advice="Leave it out. Say what happens next with the order.")),
    ),
    Check(
        "insult",
        Severity.ERROR,
        "A word that attacks the other person.",
        "Leave it out. Write what happened.",
        any_of(says(listed("insult"), _NOT_MEANT), says_alone(listed("name-calling"))),
        (*_BUYERS_TONE, _SELLERS_TONE),
    ),
    Check(
        "slang",
        Severity.WARNING,
        "Everyday speech, chat shorthand and figures of speech.",
        "Translation software often gets this wrong. Use plain words.",
        says(listed("slang"), Unless(sentence=(listed("no-slang"),))),
        (For("buyer", ("KB-20",), readers=PARTNER),),
    ),
    Check(
        "long-sentence",
        Severity.WARNING,
        f"A sentence of more than {manner.MOST_WORDS} words.",
        "Translation software handles short sentences best. Write one fact in each.",
        manner.long_sentences,
        (For("buyer", ("KB-20",), readers=PARTNER),),
    ),
    Check(
        "nested-sentence",
        Severity.WARNING,
        f"A sentence with more than {manner.MOST_CLAUSES} clauses beside the main one.",
        "Translation software handles simple sentences best. Write one fact in each.",
        manner.nested_sentences,
        (For("buyer", ("KB-20",), readers=PARTNER),),
    ),
    Check(
        "accusation",
        Severity.ERROR,
        "Words that blame the customer or doubt their honesty.",
        "Do not blame the customer. Write what your records show, and what happens next.",
        says(listed("accusation"), _NOT_SURE),
        (For("seller", ("KX-83",), readers=PARTNER),),
    ),
    Check(
        "admission-of-fault",
        Severity.WARNING,
        "Words that take the blame.",
        "Do not say whose fault it is before the check is finished. You can write: “We are checking what happened.”",
        says(listed("admission"), _NOT_SURE_OR_SMALL),
        (For("seller", ("KX-15",), readers=PARTNER),),
    ),
    Check(
        "instant-promise",
        Severity.WARNING,
        "A promise that it is solved at once, or by a certain time.",
        "Do not promise a quick result; across borders it may take longer. Say what happens next.",
        says(listed("instant"), _HOPED, only=listed("promises")),
        (For("seller", ("KX-63",), readers=PARTNER),),
    ),
    Check(
        "early-promise",
        Severity.WARNING,
        "A refund or a replacement that is promised or made, without a word of a finished review.",
        "Wait for the inspection or the review before you promise money or a replacement. If it is finished, say so.",
        says(listed("early"), _REVIEW_FIRST),
        (For("seller", ("KX-13", "KX-14", "KX-80", "KX-81", "KX-99"), readers=PARTNER),),
    ),
    Check(
        "impolite",
        Severity.WARNING,
        "Words that are rude, impatient or turn the customer away.",
        "Stay polite and neutral. Say what happens next.",
        any_of(says(listed("impolite"), _NOT_MEANT), says_first(listed("curt"))),
        (_SELLERS_TONE,),
    ),
)
