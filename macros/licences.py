"""The macro that names whose work the site hands on, and under which licence; `licences.toml` beside it lists it."""

import json
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from macros.page import Page, block
from macros.templates import render


def licences(page: Page) -> str:
    """List each work with its version, its licence and its owners, and below them the text of each licence."""
    listed = read(page.project)
    works = [(work, ", ".join(sorted(set(versions(work, page.project))))) for work in listed["work"]]
    texts = {
        spdx: (page.project / licence["text"]).read_text(encoding="utf-8").strip("\n")
        for spdx, licence in listed["licences"].items()
        if "text" in licence
    }
    return block(render("licences.html", works=works, licences=listed["licences"], texts=texts))


def read(project: Path) -> dict[str, Any]:
    """Read the list: the licences by their SPDX ids, and each work.

    Args:
        project: the folder of the whole project.
    """
    return tomllib.loads((project / "macros" / "licences.toml").read_text(encoding="utf-8"))


def versions(work: dict[str, Any], project: Path) -> Iterator[str]:
    """Give the versions of a work, of each of its packages, as the lock files have them. Some works have none.

    Args:
        work: an entry of the list.
        project: the folder of the whole project.
    """
    if "npm" in work:
        locked = json.loads((project / "package-lock.json").read_text(encoding="utf-8"))["packages"]
        yield from (locked[f"node_modules/{name}"]["version"] for name in work["npm"])
    if "python" in work:
        packages = tomllib.loads((project / "uv.lock").read_text(encoding="utf-8"))["package"]
        yield from (package["version"] for package in packages if package["name"] in work["python"])
    if "lock" in work:
        yield json.loads((project / work["lock"]).read_text(encoding="utf-8"))["info"]["python"]


MACROS: Final = (licences,)
"""What pages can call from here."""
