"""Lets each page tell the hashes of what can change an answer, so that a browser uses no other file.

| tag | gets |
| --- | --- |
| `<script src>`, `<link rel="modulepreload">`, `<link rel="preload" as="fetch">` | `integrity` |
| an element with `runtime`, the folder of Python's files | `runtime-integrity` (the manifest's), `worker-integrity` |
| an element with `answers`, the compiled answers | `answers-integrity` |

The manifest tells the hashes of all that it names. So everything hangs on the page, for which nothing else can vouch.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final

from makegood.delivery.minify import WORKER
from makegood.delivery.places import PlacesParser
from makegood.integrity import integrity_of

_ADDRESS: Final = re.compile(r"(?:^|/)(assets/[^?#]+)$")


def add_hashes(site: Path) -> None:
    """Write the hashes into every page of a built site, whose files have their final names and contents."""
    worker = next((path.relative_to(site).as_posix() for path in site.glob(f"assets/site-*/{WORKER.as_posix()}")), "")

    @cache
    def hash_of(name: str) -> str:
        file = site / name
        return integrity_of(file.read_bytes()) if file.is_file() else ""

    for page in sorted(site.rglob("*.html")):
        html = page.read_text(encoding="utf-8")
        for place, attribute, name in reversed(_Checked(html, worker).found):
            if digest := hash_of(name):
                html = f'{html[:place]} {attribute}="{digest}"{html[place:]}'
        page.write_text(html, encoding="utf-8")


class _Checked(PlacesParser):
    """Which attributes a page's tags get: where each is to stand, its name, and the file whose hash it tells."""

    def __init__(self, html: str, worker: str) -> None:
        super().__init__(html)
        self.found: list[tuple[int, str, str]] = []
        self._worker = worker
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        place = self.place() + len(f"<{tag}")
        for attribute, address in self._wanted(tag, {name: value or "" for name, value in attrs}):
            if file := _ADDRESS.search(address):
                self.found.append((place, attribute, file[1]))

    def _wanted(self, tag: str, attributes: dict[str, str]) -> Iterator[tuple[str, str]]:
        if tag == "script":
            yield "integrity", attributes.get("src", "")
        elif tag == "link" and (attributes.get("rel") == "modulepreload" or attributes.get("as") == "fetch"):
            yield "integrity", attributes.get("href", "")
        if runtime := attributes.get("runtime"):
            yield "runtime-integrity", f"{runtime}manifest.json"
            yield "worker-integrity", self._worker
        if answers := attributes.get("answers"):
            yield "answers-integrity", answers
