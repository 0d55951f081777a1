"""A draft as the checks read it, with the way back to the draft's own characters.

People write with curly quotes, emoji, marks for right-to-left script, letters put together from parts, and capitals.
The checks should see plain words, and a finding must still point at the exact characters. So a `Reading` holds a plain
form of the draft, and for each character of it where in the draft it comes from.
"""

import re
import unicodedata
from collections.abc import Callable, Hashable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

_LINE_BREAKS = frozenset("\n\r\v\f\x85\u2028\u2029")
_BLOT = "\0"
_PLAIN = {
    **dict.fromkeys("’‘‛ʼ`´′", "'"),
    **dict.fromkeys("“”„‟«»″〝〞", '"'),
    **dict.fromkeys("‐‑‒–−", "-"),
    **dict.fromkeys("—―", " - "),
    "。": ". ",
    "、": ", ",
}
_MOST_LETTERS = 4
"""A sign that stands for more letters than this, such as one for a whole prayer, stays as it is."""
_MOST_MARKS = 8
"""No letter of a living language carries more accents; the rest of a longer pile is decoration."""


class Span(NamedTuple):
    """A stretch of a text: from `start` up to, and without, `end`."""

    start: int
    end: int


class _Character(NamedTuple):
    """One character of the plain form, and the stretch of the draft that it stands for."""

    text: str
    start: int
    end: int


class Reading:
    r"""A draft in plain form. All its forms have the same length, so that one place is the same place in each.

    Letters are composed, fancy ones made ordinary, quotes and hyphens straight, invisible characters dropped, spaces
    single, a line break is one ``\n`` and an empty line two, and short forms are spelt out (`don't` is `do not`).

    Attributes:
        cased: the plain form.
        low: the same in small letters.
        own: `low`, in which words that the writer only quotes, and addresses of pages, are blotted out.
        own_cased: `cased`, blotted out in the same places.
    """

    def __init__(self, draft: str) -> None:
        characters = _spelt_out(_plain(draft))
        self.cased = "".join(character.text for character in characters)
        self._starts = [character.start for character in characters]
        self._ends = [character.end for character in characters]
        self.low = "".join(map(_lower, self.cased))
        quoted = [*_quotes(self.low), *(Span(*found.span()) for found in _NOT_WORDS.finditer(self.low))]
        self.own = _blotted(self.low, quoted)
        self.own_cased = _blotted(self.cased, quoted)
        self._worked_out: dict[Hashable, Any] = {}

    def in_draft(self, span: Span) -> Span:
        """Give the place in the draft that a place in the reading comes from."""
        return Span(self._starts[span.start], self._ends[span.end - 1])

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, and what stands for one: an item of a list, a heading, a line that starts anew."""
        return tuple(_split(self.cased, _SENTENCE_ENDS))

    def sentence_number(self, place: int) -> int:
        """Give the number, in `sentences`, of the sentence that this place of the reading is in."""
        return self._sentence_of[place]

    def once[Found](self, what: Hashable, work_out: Callable[[], Found]) -> Found:
        """Work something out about this draft, and remember it: a long draft may be asked the same very often."""
        if what not in self._worked_out:
            self._worked_out[what] = work_out()
        found: Found = self._worked_out[what]
        return found

    @cached_property
    def _sentence_of(self) -> list[int]:
        of = [0] * len(self.cased)
        for number, sentence in enumerate(self.sentences):
            of[sentence.start : sentence.end] = [number] * (sentence.end - sentence.start)
        return of


def pieces(reading: Reading, sentence: Span) -> Iterator[Span]:
    """Cut a sentence further, at colons, semicolons and dashes: what a reader takes in at one go."""
    for piece in _split(reading.cased[sentence.start : sentence.end], _PIECE_ENDS):
        yield Span(sentence.start + piece.start, sentence.start + piece.end)


# A full stop inside a number, or after a title or “no.”, ends nothing. A new line does, unless it goes on in small
# letters: then a mail program has only wrapped it.
_SENTENCE_ENDS = re.compile(
    r"""(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\b[Nn]o)(?<!\b[Nn]r)[.](?=["')\]]{0,3}(?:\s|$))["')\]]{0,3}"""
    r"""|[!?…]["')\]]{0,3}(?=\s|$)|\n\n|\n(?![a-zß-öø-ÿ])"""
)
_PIECE_ENDS = re.compile(r": |:\n|:$|;| - ")
# Addresses of pages and mails are no words of the writer.
_NOT_WORDS = re.compile(r"\b(?:https?://|www\.)\S++|(?<![\w.+-])[\w.+-]{1,64}@[\w-]++\.[\w.-]++")
_QUOTED_LINE = re.compile(r"^>[^\n]*+", re.MULTILINE)
_WORD_CHARACTER = re.compile(r"[^\W_]")
_LONGEST_QUOTE = 600

_SHORT_FORMS = re.compile(
    r"""(?<![\w'])(?:
        (?P<not>is|are|was|were|do|does|did|have|has|had|could|would|should|must|need)n'?t
        | (?P<cannot>ca)n'?t | (?P<can>can)not | (?P<wont>wo)n't
        | (?P<am>i)'?m | (?P<ive>i)ve | (?P<youre>you|they)re
        | (?P<are>you|we|they)'re | (?P<will>i|you|he|she|it|we|they|that)'ll
        | (?P<have>i|you|we|they)'ve | (?P<would>i|you|he|she|it|we|they)'d
        | (?P<is>it|that|he|she|what|here|there|where|who)'s
    )(?![\w'])""",
    re.IGNORECASE | re.VERBOSE,
)
_LONG_FORMS = {
    "not": "{0} not",
    "cannot": "can not",
    "can": "can not",
    "wont": "will not",
    "am": "{0} am",
    "ive": "{0} have",
    "youre": "{0} are",
    "are": "{0} are",
    "will": "{0} will",
    "have": "{0} have",
    "would": "{0} would",
    "is": "{0} is",
}


def _plain(draft: str) -> list[_Character]:
    """Compose, simplify and unclutter the draft, one letter with its accents after the other."""
    plain: list[_Character] = []
    place = 0
    while place < len(draft):
        start = place
        place += 1
        if draft.startswith("\r\n", start):
            place += 1
        while place < len(draft) and not draft[place].isascii() and unicodedata.category(draft[place])[0] == "M":
            place += 1
        for shown in _simple(draft[start : min(place, start + _MOST_MARKS)]):
            _add(plain, _Character(shown, start, place))
    return plain


def _simple(letter: str) -> str:
    """Give the plain form of one letter with its accents: nothing, one character, or a few."""
    if len(letter) == 1 and letter.isprintable() and letter.isascii():
        return letter
    if letter[0] in _LINE_BREAKS:
        return "\n"
    if unicodedata.category(letter[0]) in {"Cc", "Cf"}:
        return " " if unicodedata.category(letter[0]) == "Cc" else ""
    plain = _PLAIN.get(letter[0]) or unicodedata.normalize("NFKC", letter)
    return plain if len(plain) <= _MOST_LETTERS else letter[0]


def _add(plain: list[_Character], character: _Character) -> None:
    """Add a character; spaces melt into the one before, and so do line breaks after the second."""
    if not character.text.isspace():
        plain.append(character)
    elif character.text != "\n":
        if plain and not plain[-1].text.isspace():
            plain.append(character._replace(text=" "))
    else:
        if plain and plain[-1].text == " ":
            plain.pop()
        if [one.text for one in plain[-2:]] != ["\n", "\n"]:
            plain.append(character)


def _spelt_out(plain: list[_Character]) -> list[_Character]:
    """Write short forms in full. Each letter of a long form points at the whole short one."""
    text = "".join(character.text for character in plain)
    long: list[_Character] = []
    done = 0
    for found in _SHORT_FORMS.finditer(text):
        kind = str(found.lastgroup)
        form = _LONG_FORMS[kind].format(found[kind])
        whole = Span(plain[found.start()].start, plain[found.end() - 1].end)
        long += plain[done : found.start()]
        long += (_Character(letter, *whole) for letter in (form.upper() if _is_shouted(found[0]) else form))
        done = found.end()
    return long + plain[done:]


def _is_shouted(word: str) -> bool:
    return word.isupper() and sum(map(str.isalpha, word)) > len("I'm")


def _lower(letter: str) -> str:
    """Give the small letter, where it is one letter as well."""
    small = letter.lower()
    return small if len(small) == 1 else letter


def _split(text: str, ends: re.Pattern[str]) -> Iterator[Span]:
    start = 0
    for end in [*(found.end() for found in ends.finditer(text)), len(text)]:
        if text[start:end].strip():
            yield Span(start, end)
        start = end


def _quotes(text: str) -> Iterator[Span]:
    """Find what the writer quotes: lines after `>`, and what stands between quotation marks.

    Single marks may be apostrophes, so that at least two words have to stand between those.
    """
    yield from (Span(*found.span()) for found in _QUOTED_LINE.finditer(text))
    for mark in "\"'":
        start: int | None = None
        for place in (found.start() for found in re.finditer(mark, text)):
            opens = (place == 0 or not (text[place - 1].isalnum() or text[place - 1] in "'\".,!?")) and bool(
                text[place + 1 : place + 2].strip()
            )
            if start is not None and (place - start > _LONGEST_QUOTE or "\n\n" in text[start:place]):
                start = None
            if start is None:
                start = place if opens else None
            elif mark == '"' or not _WORD_CHARACTER.match(text, place + 1):
                if mark == '"' or " " in text[start:place]:
                    yield Span(start, place + 1)
                start = None


def _blotted(text: str, places: list[Span]) -> str:
    """Blot these places out; only the spaces in them stay."""
    letters = list(text)
    for start, end in places:
        letters[start:end] = (letter if letter.isspace() else _BLOT for letter in letters[start:end])
    return "".join(letters)
