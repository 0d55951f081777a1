"""Lists of phrases that a person can read and extend, made into one pattern that is safe on any text.

A list has one phrase a line. `=>` may follow, with what to write instead; `#` starts a remark.

    how dare you
    (i|we) (am|are) (so|very)? angry         a choice of words; a `?` after it: or none of them
    refund* .. (now|immediately)             `*`: and any ending (alone: any word); `..`: up to three words between
    <owner> (fault|mistake)                  `<owner>`: one of the words that SHORTHANDS lists under that name
    (send|ship) .. new !(photo|link)         `!` before a choice: and none of these words comes next
    gonna => going to

Commas and line breaks between the words do not matter; neither do capitals and short forms (`don't` is `do not`).

Every pattern looks at a few words for each place of a text. Its time grows as the text does, whatever the text.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from policy.language.authored import AuthoredError
from policy.wording.reading import Span

_SPACE = r",?[ \n]"
# A word in a gap may not turn the phrase into its contrary.
_GAP = rf'(?:{_SPACE}(?!(?:not|never|no|nobody|without)\b)[^\s,.;:!?()"\0]++){{0,3}}'
_ELEMENT = re.compile(
    r"(?P<gap>[.][.])"
    r"|(?P<bar>!)?(?:\((?P<choice>[\w'%*| -]+)\)|<(?P<name>[a-z]+)>|(?P<word>[\w'%*-]+))(?P<maybe>\?)?"
)


class Found(NamedTuple):
    """A phrase that a text has: where, and what to write instead (empty where the list does not say)."""

    span: Span
    instead: str


class Phrase(NamedTuple):
    """One line of a list."""

    words: str
    instead: str


@dataclass(frozen=True)
class Phrases:
    """A list of phrases; see the module for how to write one.

    Raises:
        AuthoredError: a line that cannot be read, named, when the list is first used.
    """

    lines: str
    shorthands: Mapping[str, str]

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Read the lines."""
        lines = (line.partition("#")[0].strip() for line in self.lines.splitlines())
        parts = (line.partition("=>") for line in lines if line)
        return tuple(Phrase(words.strip(), instead.strip()) for words, _, instead in parts)

    def find(self, text: str) -> Iterator[Found]:
        """Find every phrase of the list in a text in small letters, from left to right."""
        for match in self._pattern.finditer(text):
            yield Found(Span(*match.span()), self._instead(text, match) if self._has_instead else "")

    def is_in(self, text: str, start: int = 0, end: int | None = None) -> bool:
        """Say whether the text, or that stretch of it, has one of the phrases."""
        return self._pattern.search(text, start, len(text) if end is None else end) is not None

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile(
            rf"(?<![\w'])(?<!\w-)(?:{'|'.join(self._as_pattern(phrase.words) for phrase in self.phrases)})(?!-?\w)"
        )

    @cached_property
    def _has_instead(self) -> bool:
        return any(phrase.instead for phrase in self.phrases)

    def _instead(self, text: str, match: re.Match[str]) -> str:
        """Look up which line has matched; only a hit needs to know."""
        return next((instead for pattern, instead in self._each if pattern.fullmatch(text, *match.span())), "")

    @cached_property
    def _each(self) -> tuple[tuple[re.Pattern[str], str], ...]:
        return tuple((re.compile(self._as_pattern(phrase.words)), phrase.instead) for phrase in self.phrases)

    def _as_pattern(self, words: str) -> str:
        elements, place = [], 0
        while place < len(words):
            element = _ELEMENT.match(words, place)
            if element is None or words[element.end() : element.end() + 1].strip():
                raise _wrong(words, f"cannot be read from “{words[place:]}” on")
            elements.append(element)
            place = element.end() + 1
        needed = [place for place, element in enumerate(elements) if not element["gap"] and not element["maybe"]]
        if not needed or elements[needed[0]]["bar"] or elements[0]["gap"] or elements[-1]["gap"]:
            raise _wrong(words, "needs a word that is always there, and no gap at its ends")
        return "".join(self._part(element, words, place - needed[0]) for place, element in enumerate(elements))

    def _part(self, element: re.Match[str], words: str, from_first: int) -> str:
        """Make one element, with the space between it and its neighbour; what may be left out takes its space along."""
        if element["gap"]:
            return _GAP
        if element["name"] and element["name"] not in self.shorthands:
            raise _wrong(words, f"uses <{element['name']}>, which stands nowhere below [shorthands]")
        choice = self.shorthands[element["name"]] if element["name"] else element["choice"] or element["word"]
        pattern = f"(?:{'|'.join(_literal(one) for one in choice.split('|'))})"
        if element["bar"]:
            return f"(?!{_SPACE}{pattern})"
        if from_first < 0:
            return f"(?:{pattern}{_SPACE})?"
        spaced = f"{_SPACE}{pattern}" if from_first else pattern
        return f"(?:{spaced})?" if element["maybe"] else spaced


def _wrong(words: str, what: str) -> AuthoredError:
    how = "policy/wording/phrases.py shows how phrases are written."
    return AuthoredError(f"policy/wording/words_en.toml: the phrase “{words}” {what}. {how}")


def _literal(words: str) -> str:
    """Make a pattern of plain words; `*` ends a word that may go on."""
    return _SPACE.join(re.escape(word).replace(r"\*", r"\w*+") + r"(?!\w)" for word in words.split())
