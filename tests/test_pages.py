"""The built pages: every macro was carried out, every link leads somewhere, and the policy speaks for itself."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from makegood.site import ROOT
from policy import rulebook
from policy.statements import statements
from tests.support.html import Html, read_html

ORIGIN = "http://site.example/"


@pytest.fixture(scope="session")
def pages(built_site: Path) -> dict[str, Html]:
    """Every page of the built site by its address."""
    found = {path.relative_to(built_site).as_posix(): read_html(path) for path in built_site.rglob("*.html")}
    return {name.removesuffix("index.html"): page for name, page in found.items()}


def test_every_link_and_anchor_leads_somewhere(built_site: Path, pages: dict[str, Html]) -> None:
    broken = []
    for name, page in pages.items():
        for link in (*page.links, *page.loads):
            target = urlsplit(urljoin(ORIGIN + name, link))
            if f"{target.scheme}://{target.netloc}/" != ORIGIN:
                continue
            path = unquote(target.path).removeprefix("/")
            if path in pages:
                anchor = unquote(target.fragment)
                opens_a_case = path == "check/" and "=" in anchor  # facts for the checker: no place on the page
                if anchor and not opens_a_case and anchor not in pages[path].ids and not anchor.startswith("__"):
                    broken.append(f"{name} links to {link}: no such place on that page")
            elif not (built_site / path).is_file():
                broken.append(f"{name} links to {link}: no such page or file")
    assert broken == []


def test_no_page_loads_anything_from_another_host(pages: dict[str, Html]) -> None:
    elsewhere = [(name, link) for name, page in pages.items() for link in page.loads if urlsplit(link).netloc]
    assert elsewhere == []


def test_every_macro_was_carried_out(pages: dict[str, Html]) -> None:
    left = [
        name for name, page in pages.items() if re.search(r"\{\{|\}\}|\{%|Macro (Rendering|Syntax) Error", page.text)
    ]
    assert left == []


def test_no_id_stands_twice_on_a_page(pages: dict[str, Html]) -> None:
    twice = {
        name: sorted({found for found in page.ids if page.ids.count(found) > 1})
        for name, page in pages.items()
        if len(set(page.ids)) < len(page.ids)
    }
    assert twice == {}


def test_every_rule_can_be_looked_up(pages: dict[str, Html]) -> None:
    assert {rule.id for rule in rulebook().rules} <= set(pages["policy/rules/"].ids)


def test_every_source_behind_a_rule_can_be_looked_up(pages: dict[str, Html]) -> None:
    cited = {cite.lower() for rule in rulebook().rules for cite in rule.cites}
    assert cited <= set(pages["policy/sources/"].ids)


def test_every_kingston_express_statement_stands_on_the_guide(pages: dict[str, Html]) -> None:
    """The guide is complete: each statement of its source is cited on it."""
    shown = pages["seller/kingston-express/"].links
    cited = {urlsplit(link).fragment.upper() for link in shown if "policy/sources/#" in link}
    assert {name for name in statements() if name.startswith("KX-")} - cited == set()


@pytest.mark.parametrize("page", sorted(ROOT.glob("docs/**/*.md")), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_line_of_the_policy_is_typed_by_hand(page: Path) -> None:
    """What the policy says stands once, in the policy; a page that types it would keep an old version of it."""
    typed = _plain(page.read_text(encoding="utf-8"))
    lines = [text for rule in rulebook().rules if (text := getattr(rule.gives, "text", ""))]
    sentences = {
        sentence for line in lines for sentence in re.split(r"(?<=[.:;?])\s+", line) if len(sentence.split()) > 5
    }
    assert [sentence for sentence in sorted(sentences) if _plain(sentence) in typed] == []


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower())
