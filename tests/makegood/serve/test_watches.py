"""What starts another build of the live server, and what does not: its own builds write below docs/ too."""

import pytest
from watchfiles import Change

from makegood.checkout import ROOT
from makegood.serve.server import Filter

WRITTEN = [line.strip("/") for line in (ROOT / ".gitignore").read_text().splitlines() if line.startswith("/docs/")]
"""What git leaves out below docs/, because the build puts it there."""


@pytest.mark.parametrize("written", WRITTEN)
def test_what_a_build_writes_below_docs_starts_no_other_build(written: str) -> None:
    path = ROOT / written
    inside = path if path.suffix else path / "made.json"
    assert not Filter()(Change.added, str(inside))


@pytest.mark.parametrize("source", ["docs/index.md", "docs/assets/look/look.css", "policy/facts.py", "theme/main.html"])
def test_a_changed_source_starts_a_build(source: str) -> None:
    assert (ROOT / source).is_file()
    assert Filter()(Change.modified, str(ROOT / source))
