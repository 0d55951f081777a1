"""The prose of a page as people read it: its own words, sentence by sentence, and how hard they are to read."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import textstat  # type: ignore[import-untyped]  # it has no types
from markdown import Markdown

from makegood.checkout import ROOT

NAMES: Final = ROOT / "tests" / "names.toml"
_READ: Final = ("p", "li", "dd", "td", "blockquote")
_SKIPPED: Final = ("h1", "h2", "h3", "h4", "h5", "h6", "pre", "code", "script", "style", "svg")
_MACROS: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_FRONT_MATTER: Final = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_SENTENCE_ENDS: Final = re.compile(r"(?<=[.!?])[”’\")]*\s+(?=[“‘\"(]?[A-Z0-9])")
_EXTENSIONS: Final = (
    "admonition",
    "attr_list",
    "def_list",
    "md_in_html",
    "tables",
    "pymdownx.details",
    "pymdownx.superfences",
)
# Grades mean little for a handful of words: one long name decides them.
_FEWEST_WORDS: Final = 6


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence; `plain` is the same with each name that we cannot choose replaced by a short word."""

    text: str

    @property
    def plain(self) -> str:
        """The sentence as it is measured."""
        return _without_names(self.text)

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.plain.split())

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: the school year in the United States that reads it with ease."""
        return grade([self]) if self.words >= _FEWEST_WORDS else 0.0


def grade(sentences: list[Sentence]) -> float:
    """Give the Flesch-Kincaid grade of these sentences together, 0 where there are none."""
    text = " ".join(sentence.plain for sentence in sentences)
    return float(textstat.flesch_kincaid_grade(text)) if text else 0.0


def hardest(sentences: list[Sentence], count: int = 5) -> list[Sentence]:
    """Give the sentences that are hardest to read, the hardest first."""
    return sorted(sentences, key=lambda sentence: sentence.grade, reverse=True)[:count]


def sentences_of_page(path: Path) -> list[Sentence]:
    """Read the sentences that a Markdown page types itself: no front matter, heading, code, nor what a macro gives."""
    source = _MACROS.sub("", _FRONT_MATTER.sub("", path.read_text(encoding="utf-8")))
    reader = _Reader()
    reader.feed(Markdown(extensions=list(_EXTENSIONS)).convert(source))
    reader.close()
    return [sentence for block in reader.blocks for sentence in sentences_of(block)]


def sentences_of(text: str) -> list[Sentence]:
    """Split a paragraph into its sentences; each ends with a full stop, so that a list's items count one by one."""
    parts = (part.strip() for part in _SENTENCE_ENDS.split(" ".join(text.split())))
    return [Sentence(part if part[-1] in ".!?" else f"{part.rstrip(':;,')}.") for part in parts if part]


@cache
def _names() -> re.Pattern[str]:
    names = tomllib.loads(NAMES.read_text(encoding="utf-8"))["names"]
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile("|".join(rf"\b{re.escape(name)}\b" for name in longest_first))


def _without_names(text: str) -> str:
    return _names().sub("Ann", text)


class _Reader(HTMLParser):
    """Collects the text of paragraphs, list items and cells, each on its own."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[str] = []
        self._skipped = 0
        self._text = ""

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self._skipped += tag in _SKIPPED
        if tag in _READ:
            self._end_block()

    def handle_endtag(self, tag: str) -> None:
        self._skipped -= tag in _SKIPPED
        if tag in _READ:
            self._end_block()

    def handle_data(self, data: str) -> None:
        if not self._skipped:
            self._text += data

    def close(self) -> None:
        super().close()
        self._end_block()

    def _end_block(self) -> None:
        if re.search(r"\w", self._text):
            self.blocks.append(self._text)
        self._text = ""
