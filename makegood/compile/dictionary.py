"""Words for compiled answers: what stands in many places is written once, and then named by a character.

A word is markup, such as a link or a run of tags, or a whole text. Dictionaries follow one another as the files do that
the browser loads: each goes on where the one before it ended, and its words may be written with all that come before.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import Any, Final

WORD: Final = 0xE100
"""The character that stands for the first word. All up to `_LAST` are for private use: no text holds one."""

_LAST: Final = 0xF8FF
_SHORT: Final = 12
"""A whole text of no more characters is not worth a word."""

_MARKUP: Final = re.compile(r"<a [^>]*>[^<]*</a>|(?:\s*<(?!a )[^>]*>\s*)+")
_WORDS: Final = re.compile(f"[{chr(WORD)}-{chr(_LAST)}]")


class Dictionary:
    """The words of one file, after those of the dictionary `before` it."""

    def __init__(self, before: "Dictionary | None" = None) -> None:
        self._known: dict[str, str] = dict(before._known) if before else {}  # noqa: SLF001  # one of its own kind
        self.words: list[str] = []

    def learn(self, files: Sequence[Any], at_least: int, needed: Any = None) -> None:
        """Learn what stands in at least so many of some files: markup, and whole texts.

        Args:
            files: of each its lists and mappings with texts in them.
            at_least: a number of files.
            needed: nothing but what stands in this file too; left out, whatever it is.
        """
        inside = [dict.fromkeys(text for text in _texts(file) if text not in self._known) for file in files]
        wanted = None if needed is None else {*_texts(needed)}
        markup = _often((_markup_in(texts) for texts in inside), at_least)
        markup = markup if wanted is None else [word for word in markup if word in _markup_in(wanted)]
        self._add(sorted(word for word in markup if word not in self._known))
        texts = [text for text in _often(inside, at_least) if len(text) > _SHORT and text not in self._known]
        self._add(texts if wanted is None else [text for text in texts if text in wanted])

    def learn_markup(self, file: Any) -> None:
        """Learn the markup that stands in several texts of one file."""
        texts = [text for text in _texts(file) if text not in self._known]
        often = _often(([word] for text in texts for word in _MARKUP.findall(text)), 2)
        self._add(sorted(word for word in often if len(word) > 1 and word not in self._known))

    def _add(self, words: Iterable[str]) -> None:
        new = [*words]
        self.words += [self._shorter(word) for word in new]
        first = WORD + len(self._known)
        if first + len(new) > _LAST + 1:
            raise ValueError(f"There are characters for {_LAST - WORD + 1} words, and these would be more.")
        self._known |= {word: chr(first + number) for number, word in enumerate(new)}

    def shorter(self, value: Any) -> Any:
        """Give the same lists and mappings, their texts written with the words."""
        match value:
            case str():
                return self._known.get(value) or self._shorter(value)
            case list():
                return [self.shorter(one) for one in value]
            case dict():
                return {name: self.shorter(one) for name, one in value.items()}
        return value

    def _shorter(self, text: str) -> str:
        return _MARKUP.sub(lambda found: self._known.get(found[0], found[0]), text)


def spelt_out(words: Iterable[str]) -> list[str]:
    """Write each word without those before it."""
    known: list[str] = []
    for word in words:
        known.append(in_full(word, known))
    return known


def in_full(text: str, words: Sequence[str]) -> str:
    """Put words, spelt out, back into a text."""
    return _WORDS.sub(lambda found: words[ord(found[0]) - WORD], text)


def _often(groups: Iterable[Iterable[str]], at_least: int) -> list[str]:
    """List what stands in at least so many groups, in the order in which it is met."""
    found = Counter(chain.from_iterable(groups))
    return [each for each, count in found.items() if count >= at_least]


def _markup_in(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in _MARKUP.findall(text) if len(word) > 1}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
