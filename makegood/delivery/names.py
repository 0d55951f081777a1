"""Gives every file below `assets/` a name that tells its content, so that a browser may keep it for ever.

    assets/site-<hash>/...                     everything that the theme and the pages are made of, as one folder
    assets/runtime/start-<hash>/manifest.json  which names the runtime's files; their folders have hashes already
    assets/answers/<name>-<hash>.json          named so when they were compiled

Scripts and style sheets refer to their neighbours by relative paths, which stay as they are because the folder moves as
a whole. Only pages and the web manifest are rewritten. So whatever a page names is exactly what it was built with.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from makegood.delivery.places import PlacesParser

ASSETS: Final = "assets"
APART: Final = ("runtime", "answers")
"""Folders below `assets/` whose files the build has named by their content before."""

_RUNTIME = "assets/runtime/"
_REFERENCE = re.compile(r"assets/[^\s\"'<>?#,;)]+")
_ATTRIBUTE = re.compile(r"""(?P<name>[^\s"'>/=]+)\s*=\s*(?P<value>"[^"]*"|'[^']*'|[^\s"'>]+)""")
_PROSE: Final = frozenset({"alt", "title", "value", "placeholder", "aria-label", "aria-description"})
"""Attributes that are read by people: a path in one of these is a word, not a reference."""

type Moved = Mapping[str, str]
"""The old and the new path, from the site's root, of each file; and of the runtime's folder, ending in a slash."""


def hash_names(site: Path) -> Moved:
    """Rename what is below `assets/` in the folder of a built site, and correct the pages.

    Args:
        site: The folder. Its pages refer to files as `…assets/…`, by relative or by absolute addresses.

    Returns:
        What was moved where.
    """
    moved = {**_move_own(site), **_move_manifest(site)}
    (site / ASSETS / "answers" / "manifest.json").unlink(missing_ok=True)  # only the build reads it
    for page in sorted(site.rglob("*.html")):
        page.write_text(rewrite_page(page.read_text(encoding="utf-8"), moved), encoding="utf-8")
    for manifest in site.glob("*.webmanifest"):
        manifest.write_text(rewrite_text(manifest.read_text(encoding="utf-8"), moved), encoding="utf-8")
    return moved


def rewrite_text(text: str, moved: Moved) -> str:
    """Replace each reference to a file that was moved."""
    return _REFERENCE.sub(lambda found: moved.get(found[0], found[0]), text)


def rewrite_page(html: str, moved: Moved) -> str:
    """Replace the references in the attributes and the JSON of a page; nothing else of it changes."""
    parser = _References(html)
    for start, text, is_tag in reversed(parser.found):
        new = _ATTRIBUTE.sub(lambda found: _in_attribute(found, moved), text) if is_tag else rewrite_text(text, moved)
        html = html[:start] + new + html[start + len(text) :]
    return html


def _in_attribute(found: re.Match[str], moved: Moved) -> str:
    return found[0] if found["name"].lower() in _PROSE else rewrite_text(found[0], moved)


class _References(PlacesParser):
    """Where in a page there may be references: its tags, and its scripts that are data."""

    def __init__(self, html: str) -> None:
        super().__init__(html)
        self.found: list[tuple[int, str, bool]] = []
        self._in_data = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        text = self.get_starttag_text() or ""
        if "assets/" in text:
            self.found.append((self.place(), text, True))
        self._in_data = tag == "script" and (dict(attrs).get("type") or "").endswith("json")

    def handle_endtag(self, tag: str) -> None:
        self._in_data = self._in_data and tag != "script"

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.found.append((self.place(), data, False))


def _move_own(site: Path) -> dict[str, str]:
    """Move what is ours and the theme's into one folder, named by all that is in it."""
    assets = site / ASSETS
    entries = sorted(path for path in assets.glob("*") if path.name not in APART)
    files = sorted(path for entry in entries for path in ([entry] if entry.is_file() else entry.rglob("*")))
    files = [path for path in files if path.is_file()]
    if not files:
        return {}
    total = hashlib.sha256()
    for path in files:
        total.update(f"\0{path.relative_to(assets).as_posix()}\0{path.stat().st_size}\0".encode() + path.read_bytes())
    folder = assets / f"site-{total.hexdigest()[:16]}"
    names = [path.relative_to(assets).as_posix() for path in files]
    folder.mkdir()
    for entry in entries:
        entry.rename(folder / entry.name)
    return {f"{ASSETS}/{name}": f"{ASSETS}/{folder.name}/{name}" for name in names}


def _move_manifest(site: Path) -> dict[str, str]:
    """Move the runtime's manifest into a folder of its own; the paths in it are relative to that."""
    manifest = site / _RUNTIME / "manifest.json"
    if not manifest.is_file():
        return {}
    data = json.loads(manifest.read_text(encoding="utf-8"))
    folders = tuple(f"{path.name}/" for path in manifest.parent.iterdir() if path.is_dir())
    text = json.dumps(_one_up(data, folders))
    folder = f"{_RUNTIME}start-{hashlib.sha256(text.encode()).hexdigest()[:16]}/"
    (site / folder).mkdir()
    (site / folder / "manifest.json").write_text(text, encoding="utf-8")
    manifest.unlink()
    return {_RUNTIME: folder, f"{_RUNTIME}manifest.json": f"{folder}manifest.json"}


def _one_up(data: Any, folders: tuple[str, ...]) -> Any:
    """Let each path in the data, which begins with one of the folders, begin one folder further up."""
    match data:
        case str() if data.startswith(folders):
            return f"../{data}"
        case dict():
            return {key: _one_up(value, folders) for key, value in data.items()}
        case list():
            return [_one_up(value, folders) for value in data]
        case _:
            return data
