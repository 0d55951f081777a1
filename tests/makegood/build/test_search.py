"""What is interface gets the search plugin's mark, and the plugin then passes over it and nothing else."""

import re

import pytest
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]  # Material tells no types

from makegood.build.search import MARK, mark_the_interface


def indexed(html: str) -> list[tuple[str, str]]:
    """Give what the search plugin takes from a page: for each section its title, and its text without tags."""
    parser = Parser()
    parser.feed(html)
    parser.close()
    sections = [section for section in parser.data if not section.is_excluded()]
    return [("".join(one.title), re.sub(r"<[^>]+>|\s+", " ", "".join(one.text)).strip()) for one in sections]


@pytest.mark.parametrize(
    "interface",
    [
        '<button type="button">No</button>',
        '<form>No <select><option value="">No</option></select> <button>No</button> no</form>',
        '<makegood-checker preset=\'{"side":"buyer"}\' links="a&gt;b"><form>No</form><p>No</p>no</makegood-checker>',
        "<noscript><p>No</p></noscript>",
        '<span class="mg-cites"><a class="mg-cite" href="#">No</a> <a href="#">No</a></span>',
        '<details class="mg-why mg-entry__fill"><summary>No</summary><form hidden>No</form></details>',
    ],
)
def test_the_interface_is_passed_over_and_what_stands_beside_it_is_not(interface: str) -> None:
    html = f'<h1 id="t">Title</h1><p>Before</p><div>{interface}</div><p>After</p>'
    assert "No" in indexed(html)[0][1]
    [(title, text)] = indexed(mark_the_interface(html))
    assert (title, text.split()) == ("Title", ["Before", "After"])


def test_a_heading_inside_the_checker_makes_no_entry_and_ends_no_section() -> None:
    html = (
        '<h1 id="t">Title</h1><h2 id="s">Section</h2><makegood-checker id="c"><section>'
        '<h3 class="mg-tools__title" id="c-tools">Keep it</h3><p>No</p></section></makegood-checker><p>After</p>'
    )
    assert indexed(mark_the_interface(html)) == [("Title", ""), ("Section", "After")]


@pytest.mark.parametrize(
    "content", ['<p class="mg-headline">Yes</p>', '<p class="mg-cites-not">Yes</p>', "<p>mg-cites, button</p>", "a < b"]
)
def test_content_is_not_marked(content: str) -> None:
    assert mark_the_interface(content) == content


def test_the_mark_is_one_that_the_plugin_takes_out_again() -> None:
    html = '<button class="mg-copy" type="button">Copy</button>'
    marked = mark_the_interface(html)
    assert MARK in marked
    assert re.sub(r"\s?data-search-\w+=\"[^\"]+\"", "", marked) == html
