"""What keeps pages and policy together: each source on its guide, no id that does not exist, no policy text by hand.

A strict build asks for it once MkDocs has written the pages.
"""

import re
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Final

from makegood.checkout import ROOT
from policy import rulebook
from policy.content.unboxing import PHASES
from policy.language.authored import AuthoredError, read_entries
from policy.language.programme import Programme, programmes
from policy.messages.templates import message_templates
from policy.sources.statements import statements
from policy.wording import CHECKS

_GUIDES: Final = "macros/guides.toml"
_CHECKER: Final = re.compile(r"<makegood-checker\b.*?</makegood-checker>", re.DOTALL)
_CITED: Final = re.compile(r'href="[^"]*policy/sources/#([^"]+)"')
_SHOWN: Final = re.compile(r'href="[^"]*policy/rules/#([^"]+)"')
_WRITTEN: Final = re.compile(r"\b(?:[WR]-)?[A-Z]{2}-\d{2}\b")
_CALL: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|```.*?```", re.DOTALL)
_ANY_GUIDE: Final = ("*", ("buyer/*", "seller/*"))
_SHORTEST: Final = 7
"""Words from which on a sentence is the policy's own and no accident."""

_TEXTS: Final = ("text", "why", "now", "next", "next_when", "what", "late")
"""The fields of what a rule gives that readers see."""


def findings(site: Path, docs: Path) -> list[str]:
    """Say, a sentence each, where pages and policy do not fit.

    Args:
        site: the built pages.
        docs: their Markdown.
    """
    pages = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    html = {page: built.read_text(encoding="utf-8") for page in pages if (built := site / _built(page)).is_file()}
    markdown = {page: path.read_text(encoding="utf-8") for page, path in pages.items()}
    return [*missing(html), *strange(html, markdown), *typed(markdown)]


def missing(html: Mapping[str, str]) -> Iterator[str]:
    """Name each source that no page shows of those that should: `html` is each page's, by its Markdown file."""
    cited = {page: {id_.upper() for id_ in _CITED.findall(_CHECKER.sub("", text))} for page, text in html.items()}
    for id_ in statements():
        guides = pages_for(id_)
        if not any(id_ in ids for page, ids in cited.items() if any(fnmatchcase(page, guide) for guide in guides)):
            where = " or ".join(f"docs/{guide}" for guide in guides)
            yield f"{where}: {id_} has to stand here, and does not. Add a macro that shows it: {_ways(id_)}."


def strange(html: Mapping[str, str], markdown: Mapping[str, str]) -> Iterator[str]:
    """Name each id of a source or a rule that a page shows or writes, and that does not exist."""
    known = statements()
    for page, text in html.items():
        for id_ in sorted({id_.upper() for id_ in _CITED.findall(text)} - known.keys()):
            yield f"docs/{page}: {id_} is cited, and no source has that id."
        for rule in sorted(set(_SHOWN.findall(text)) - rulebook().by_id.keys()):
            if not rule.startswith("part-"):
                yield f"docs/{page}: {rule} is linked to, and no rule has that id."
    for page, text in markdown.items():
        prefixes = {id_.rpartition("-")[0] for id_ in known}
        for id_ in sorted(set(_WRITTEN.findall(text)) - known.keys()):
            if id_.rpartition("-")[0] in prefixes:
                line = text[: text.index(id_)].count("\n") + 1
                yield f"docs/{page}, line {line}: {id_} is written here, and no source has that id."


def typed(markdown: Mapping[str, str]) -> Iterator[str]:
    """Name each sentence of the policy that a page types instead of asking for it."""
    for page, text in markdown.items():
        own = _plain(_CALL.sub(" | ", text))
        for owner, sentence, plain in _sentences():
            if f" {plain} " in own:
                yield f"docs/{page}: “{sentence}” is typed by hand, and is a text of {owner}. Let a macro show it."


def pages_for(id_: str) -> tuple[str, ...]:
    """Give the pages below docs/ of which one has to show this source; a * stands for the rest of a name."""
    found = next((pages for ids, pages in reversed(_guides()) if fnmatchcase(id_, ids)), None)
    if found is None:
        raise AuthoredError(f'{_GUIDES} has no [[guide]] for {id_}. Begin it with one whose ids are "*".')
    return found


@cache
def _guides() -> list[tuple[str, tuple[str, ...]]]:
    read = read_entries(ROOT / _GUIDES, _GUIDES, {"guide": {"ids": str, "pages": list}})
    own = [(f"{prefix}-*", _own_pages(owner, prefix)) for owner in programmes() for prefix in owner.sources]
    return [_ANY_GUIDE, *own, *((entry["ids"], tuple(entry["pages"])) for entry in read["guide"])]


def _own_pages(owner: Programme, prefix: str) -> tuple[str, ...]:
    """Give the page of a programme for each side that this source of it speaks to."""
    sides = dict.fromkeys(told.side for id_, told in statements().items() if id_.partition("-")[0] == prefix)
    seats = dict.fromkeys(seat for side in sides for seat in (("buyer", "seller") if side == "both" else (side,)))
    return tuple(f"{seat}/{owner.name}.md" for seat in seats)


@cache
def _sentences() -> list[tuple[str, str, str]]:
    """List every sentence that readers see: whose it is, the sentence, and its words alone."""
    found: dict[str, tuple[str, str, str]] = {}
    for owner, text in _texts():
        for sentence in re.split(r"(?<=[.:;?!])\s+", text):
            if len(sentence.split()) >= _SHORTEST:
                plain = _plain(sentence).strip()
                found.setdefault(plain, (owner, sentence, plain))
    return list(found.values())


def _texts() -> Iterator[tuple[str, str]]:
    for rule in rulebook().rules:
        for name in _TEXTS:
            yield f"the rule {rule.id}", str(getattr(rule.gives, name, ""))
    for name, template in message_templates().items():
        for text in template.texts:
            yield from ((f"the message {name}", line) for line in text.splitlines())
    for phase in PHASES:
        for step in phase.steps:
            yield f"the unboxing checklist ({step.id})", step.text
    for check in CHECKS:
        yield f"the draft check {check.id}", check.advice


def _plain(text: str) -> str:
    return f" {re.sub(r'[^a-z0-9|]+', ' ', text.lower())} "


def _ways(id_: str) -> str:
    """Say how a page can show a source: by a line of a rule, by a message, or by a link inside a sentence."""
    rules = [rule.id for rule in rulebook().rules if id_ in rule.sources][:3]
    messages = [name for name, template in message_templates().items() if id_ in template.cites][:2]
    calls = [f'lines("{rule}")' for rule in rules] + [f'message("{message}")' for message in messages]
    return " or ".join([*calls, f'cite("{id_}")'])


def _built(page: str) -> str:
    stem = page.removesuffix(".md")
    return f"{stem.removesuffix('index')}index.html" if stem.endswith("index") else f"{stem}/index.html"
