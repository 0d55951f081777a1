"""Where in the text of a page its tags stand."""

import re
from html.parser import HTMLParser


class PlacesParser(HTMLParser):
    """Reads a page; while it is at a tag or at text, `place` tells where in the page that begins."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        # HTMLParser counts lines by \n alone.
        self._lines = [0, *(match.end() for match in re.finditer("\n", html))]

    def place(self) -> int:
        """Give the number of characters before."""
        line, column = self.getpos()
        return self._lines[line - 1] + column
