"""The built pages: every macro was carried out, every link leads somewhere, and the policy speaks for itself."""

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from policy import rulebook
from policy.sources.statements import statements
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


def test_every_source_can_be_looked_up(pages: dict[str, Html]) -> None:
    assert {id_.lower() for id_ in statements()} <= set(pages["policy/sources/"].ids)
