"""Reads what the tests need to know of a built page: its ids, its links and its text."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

_SILENT = ("script", "style", "template", "pre")


@dataclass
class Html:
    """One page: its ids, the addresses it links to and those it loads, its rules, its visible text but code."""

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    text: str = ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Html()
        self._silent = 0
        self._texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self._silent += tag in _SILENT
        if found.get("id"):
            self.page.ids.append(str(found["id"]))
        if found.get("data-rule"):
            self.page.rules.append(str(found["data-rule"]))
        addresses = [str(found[name]) for name in ("href", "src", "tables") if found.get(name)]
        if tag in ("a", "makegood-checker"):
            self.page.links.extend(addresses)
        elif tag in ("link", "script", "img", "iframe", "video", "audio", "source"):
            self.page.loads.extend(addresses)

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in _SILENT

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._texts.append(data)

    def close(self) -> None:
        """Read what is left, and put the text together: a page can have some hundred thousand pieces of it."""
        super().close()
        self.page.text = "".join(self._texts)


def read_html(path: Path) -> Html:
    """Read one file of the built site."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return reader.page
