"""Markup that stands in many texts of one file of answers, written once: it halves what the browser has to read."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

WORD: Final = 0xE100
"""The character that stands for the first word. All up to `_LAST` are for private use: no text holds one."""

_LAST: Final = 0xF8FF
_MARKUP: Final = re.compile(r"<a [^>]*>[^<]*</a>|(?:\s*<(?!a )[^>]*>\s*)+")


def with_words(written: list[Any]) -> tuple[list[str], list[Any]]:
    """Put a character in the place of each link and each run of tags that stands in more than one text.

    Args:
        written: lists and mappings with texts in them.

    Returns:
        The words, and the same lists and mappings with shorter texts.
    """
    count = Counter(word for text in _texts(written) for word in _MARKUP.findall(text) if len(word) > 1)
    often = sorted(word for word, uses in count.most_common(_LAST - WORD + 1) if uses > 1)
    characters = {word: chr(WORD + number) for number, word in enumerate(often)}

    def shorter(value: Any) -> Any:
        match value:
            case str():
                return _MARKUP.sub(lambda found: characters.get(found[0], found[0]), value)
            case list():
                return [shorter(one) for one in value]
            case dict():
                return {name: shorter(one) for name, one in value.items()}
        return value

    return often, [shorter(one) for one in written]


def in_full(text: str, words: list[str]) -> str:
    """Put the words back."""
    return re.sub(f"[{chr(WORD)}-{chr(_LAST)}]", lambda found: words[ord(found[0]) - WORD], text)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _texts(one)
