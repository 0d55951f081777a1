"""How a draft is written: in capitals, in rows of marks, in long or tangled sentences, in which language."""

import re
from collections.abc import Iterator
from typing import Final

from policy.wording.finders import Hit
from policy.wording.reading import Reading, Span, pieces
from policy.wording.words import listed, single_words

MOST_WORDS: Final = 25
"""A longer sentence often comes out of translation software as something else. The sources say "complex", and give no
number; this one is ours."""
MOST_CLAUSES: Final = 2
"""So many clauses may hang on the main one; this number is ours too."""


def angry_faces(reading: Reading) -> Iterator[Hit]:
    """Find emoji that show anger."""
    return (Hit(Span(*found.span())) for found in _ANGRY_FACES.finditer(reading.own))


_ANGRY_FACES = re.compile(r"[😠😡😤🤬🤯👿🖕💩]+")


def shouting(reading: Reading) -> Iterator[Hit]:
    """Find rows of words in capitals, rows of exclamation and question marks, and streeeetched words.

    Capitals count only where everyday words stand in them: names of products and labels on boxes are written so too.
    """
    text = reading.own_cased
    yield from (Hit(Span(*found.span())) for found in _ROW_OF_MARKS.finditer(text))
    yield from (Hit(_word_around(text, Span(*found.span()))) for found in _STRETCHED.finditer(text))
    for row in _capital_rows(text):
        on_label = _LABELS.sub("", text[row.start : row.end])
        row_words = [word for word in _TOKEN.findall(on_label) if not word.isdigit()]
        known = sum(word in single_words("shouted") for word in row_words)
        others = sum(word not in single_words("shouted") | single_words("small") for word in row_words)
        if known >= _SURELY_SHOUTED or (known >= _FEWEST_SHOUTED and not others):
            yield Hit(row)


_TOKEN = re.compile(r"[^\W_]+")
_ROW_OF_MARKS = re.compile(r"[!?](?: ?[!?]){2,}")
_STRETCHED = re.compile(r"([aeiouymhn])\1{3,}")
_BETWEEN = re.compile(r"[ ,'!?\n-]{0,4}")
_LABELS = re.compile(r"DO NOT (?:BEND|DROP|OPEN|STACK|FOLD|CRUSH|CREASE)|THIS (?:SIDE|WAY) UP|HANDLE WITH CARE")
_FEWEST_SHOUTED = 2
_SURELY_SHOUTED = 3


def _capital_rows(text: str) -> Iterator[Span]:
    """Give the stretches whose words are all in capitals; numbers may stand between."""
    row: Span | None = None
    for found in _TOKEN.finditer(text):
        if not (found[0].isdigit() or found[0].isupper()):
            if row:
                yield row
            row = None
        elif row and _BETWEEN.fullmatch(text, row.end, found.start()):
            row = Span(row.start, found.end())
        else:
            if row:
                yield row
            row = Span(*found.span())
    if row:
        yield row


def _word_around(text: str, span: Span) -> Span:
    start, end = span
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return Span(start, end)


def long_sentences(reading: Reading) -> Iterator[Hit]:
    """Find sentences of more than `MOST_WORDS` words, told with their number."""
    for piece, count in _pieces_with_words(reading):
        if count > MOST_WORDS:
            yield Hit(piece, f"This sentence has {count} words.")


def nested_sentences(reading: Reading) -> Iterator[Hit]:
    """Find sentences that are short enough, but have more than `MOST_CLAUSES` clauses in or after the main one."""
    for piece, count in _pieces_with_words(reading):
        if count <= MOST_WORDS:
            clauses = sum(1 for _ in listed("nesting").find(reading.own[piece.start : piece.end]))
            if clauses > MOST_CLAUSES:
                yield Hit(piece, f"This sentence holds {clauses + 1} thoughts in one.")


def _pieces_with_words(reading: Reading) -> Iterator[tuple[Span, int]]:
    """Give what a reader takes in at one go, each with its number of words; numbers and quotes weigh nothing."""
    for sentence in reading.sentences:
        for start, end in pieces(reading, sentence):
            text = reading.own[start:end]
            count = sum(any(map(str.isalpha, word)) for word in text.split())
            yield Span(start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())), count


def is_english(reading: Reading) -> bool:
    """Say whether the draft can be English. Short ones in Latin letters get the benefit of the doubt."""
    letters = [letter for letter in reading.low if letter.isalpha()]
    if sum("a" <= letter <= "z" for letter in letters) * 2 < len(letters):
        return False
    tokens = _TOKEN.findall(reading.low)
    common = sum(token in single_words("common") for token in tokens)
    return len(tokens) < _FEWEST_TOKENS or common * _ONE_IN >= len(tokens)


_FEWEST_TOKENS = 8
_ONE_IN = 10
