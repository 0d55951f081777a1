"""Every macro stands on the maintainers' page, with what to write and what comes of it."""

import re

from macros import MODULES
from makegood.checkout import ROOT

PAGE = (ROOT / "docs" / "maintain" / "macros.md").read_text(encoding="utf-8")
NAMES = {macro.__name__ for module in MODULES for macro in module.MACROS}

WHOLE_PAGES = {
    "message_library",
    "situation",
    "all_rules",
    "all_sources",
    "all_tables",
    "all_facts",
    "all_changes",
    "licences",
}
"""Macros that write a whole page: their live example is that page, which the description links to."""


def test_every_macro_is_described_and_shown() -> None:
    live = re.sub(r"\{% raw %\}.*?\{% endraw %\}", "", PAGE, flags=re.DOTALL)
    headings = set(re.findall(r"^### (\w+)(?: \{.*\})?$", PAGE, re.MULTILINE))
    assert headings == NAMES
    assert NAMES - WHOLE_PAGES - set(re.findall(r"\{\{ (\w+)\(", live)) == set()
    for name in NAMES & WHOLE_PAGES:
        about = PAGE.partition(f"\n### {name}")[2].partition("\n### ")[0]
        assert re.search(r"\]\([./\w-]+\.md\)", about), name


def test_every_example_is_written_out() -> None:
    examples = set(re.findall(r"\{% raw %\}.*?\{\{ (\w+)\(", PAGE))
    assert NAMES - examples == set()
