"""What a page with a checker should ask for at once: the element's scripts and its compiled answers."""

import re
from functools import cache
from pathlib import Path
from typing import Final

ELEMENT: Final = "makegood-checker.js"
"""The script that the pages name; it imports the others."""

_IMPORT: Final = re.compile(r'^import (?:[^"]* from )?"\./([^"]+)";', re.MULTILINE)


@cache
def scripts(folder: Path) -> tuple[str, ...]:
    """List the element's script and all that it imports, in the order in which they are met."""
    found: dict[str, None] = {}

    def follow(name: str) -> None:
        if name not in found:
            found[name] = None
            for other in _IMPORT.findall((folder / name).read_text(encoding="utf-8")):
                follow(other)

    follow(ELEMENT)
    return tuple(found)
