"""How to look for things in a draft: each finder takes a reading and gives the places where it found something.

What a draft lacks has no place in it: the span of such a hit is `NOWHERE`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from policy.wording.phrases import Phrases
from policy.wording.reading import Reading, Span

NOWHERE: Final = Span(0, 0)


class Hit(NamedTuple):
    """A place in a reading, and what to tell about just this one (empty: nothing beyond the check's advice)."""

    span: Span
    note: str = ""


type Finder = Callable[[Reading], Iterator[Hit]]


@dataclass(frozen=True)
class Unless:
    """What takes a phrase back.

    `before` it in its clause, at most `within` words away; anywhere in its `sentence`; or anywhere in the `draft`.
    """

    before: tuple[Phrases, ...] = ()
    within: int = 8
    sentence: tuple[Phrases, ...] = ()
    draft: tuple[Phrases, ...] = ()

    def holds(self, reading: Reading, span: Span) -> bool:
        """Say whether the phrase at this place means something else."""
        clause = _clause_start(reading, span.start, self.within)
        return (
            any(phrases.is_in(reading.own, clause, span.start) for phrases in self.before)
            or any(_is_in_sentence(phrases, reading, span.start) for phrases in self.sentence)
            or any(_sentences_with(phrases, reading) for phrases in self.draft)
        )


def says(phrases: Phrases, unless: Unless, only: Phrases | None = None) -> Finder:
    """Find the phrases in the writer's own words, unless they are taken back.

    With `only`, a phrase counts in a sentence that has one of those as well.
    """

    def find(reading: Reading) -> Iterator[Hit]:
        for span, instead in phrases.find(reading.own):
            if (only is None or _is_in_sentence(only, reading, span.start)) and not unless.holds(reading, span):
                yield Hit(span, f"Write “{instead}”." if instead else "")

    return find


def says_first(phrases: Phrases) -> Finder:
    """Find the phrases where a sentence starts with them; numbers and dashes of a list may stand before."""

    def find(reading: Reading) -> Iterator[Hit]:
        first_letters = (_LETTER.search(reading.own, *sentence) for sentence in reading.sentences)
        starts = {letter.start() for letter in first_letters if letter}
        return (Hit(span) for span, _ in phrases.find(reading.own) if span.start in starts)

    return find


def says_alone(phrases: Phrases) -> Finder:
    """Find the phrases where nothing else stands in the sentence."""

    def find(reading: Reading) -> Iterator[Hit]:
        for span, _ in phrases.find(reading.own):
            start, end = reading.sentences[reading.sentence_number(span.start)]
            if end - start <= _SHORT_SENTENCE:
                rest = reading.own[start : span.start] + reading.own[span.end : end]
                if not _LETTER.search(rest):
                    yield Hit(span)

    return find


def any_of(*finders: Finder) -> Finder:
    """Find what any of these finds."""

    def find(reading: Reading) -> Iterator[Hit]:
        for finder in finders:
            yield from finder(reading)

    return find


def lacks(is_said: Callable[[Reading], bool]) -> Finder:
    """Find, nowhere in particular, that the draft does not say something."""

    def find(reading: Reading) -> Iterator[Hit]:
        if not is_said(reading):
            yield Hit(NOWHERE)

    return find


_LETTER = re.compile(r"[^\W\d_]")
_NOT_SPACE = re.compile(r"\S++")
# A comma ends a clause, unless the next words tie it to the one before: “I do not say, that you lie.”
_CLAUSE_ENDS = re.compile(
    r"[:;] |,[ \n](?!(?:that|if|whether|because|or|nor|who|which|and nobody|and no)\b)|\bbut\b| - "
)
_SHORT_SENTENCE = 60
_LONG_WORD = 16


def _clause_start(reading: Reading, place: int, most_words: int) -> int:
    """Give the place where the clause that goes on at `place` starts, so many words before it at most."""
    text = reading.own
    start = max(reading.sentences[reading.sentence_number(place)].start, place - most_words * _LONG_WORD)
    starts = [found.start() for found in _NOT_SPACE.finditer(text, start, place)]
    start = starts[-most_words] if len(starts) > most_words else start
    ends = [found.end() for found in _CLAUSE_ENDS.finditer(text, start, place)]
    return ends[-1] if ends else start


def _is_in_sentence(phrases: Phrases, reading: Reading, place: int) -> bool:
    return reading.sentence_number(place) in _sentences_with(phrases, reading)


def _sentences_with(phrases: Phrases, reading: Reading) -> frozenset[int]:
    """Number the sentences that have, in the writer's own words, one of the phrases."""
    return reading.once(
        ("sentences with", id(phrases)),
        lambda: frozenset(reading.sentence_number(found.span.start) for found in phrases.find(reading.own)),
    )
