"""What search leaves out: the interface, which is on most pages and is what nobody looks for.

A question of the checker, a button or a word such as “Not known yet” would find every page. So each element that is
interface gets the mark by which Material's search plugin passes it over; the plugin takes its marks out again, and the
page stays as it was. The answers that the browser writes itself are in no index and need no marks.
"""

import re
from typing import Final

MARK: Final = ' data-search-exclude="yes"'
"""What the plugin looks for. It takes the mark out again only where it has a value."""

ELEMENTS: Final = frozenset({"button", "form", "makegood-checker", "makegood-filter", "noscript", "select", "textarea"})
"""Elements that are interface wherever they stand."""

CLASSES: Final = frozenset(
    {
        "mg-checklist__ask",
        "mg-cites",  # the sources' short names behind each line
        "mg-entry__fill",
        "mg-entry__when",  # the condition of a rule, as in the next but two
        "mg-jump",
        "mg-message__actions",
        "mg-message__label",
        "mg-message__missing",
        "mg-message__to",
        "mg-reasons",  # the rules that took part
        "mg-rung-number",
        "mg-rung__case",
        "mg-situation__differs",
        "mg-strength",
        "mg-table__when",
        "mg-tool__check",
        "mg-tools__title",  # a heading with an id: unmarked it would be an entry of its own, and empty
        "mg-way__asks",
        "mg-way__state",
    }
)
"""Classes of elements that are interface. None of them may hold another element of its own kind.

The plugin would end the exclusion with the inner one.
"""

_TAG: Final = re.compile(r"""<([a-z][a-z0-9-]*)((?:\s+[^\s"'<>=]+(?:="[^"]*"|='[^']*')?)*)\s*>""")
_CLASS: Final = re.compile(r'\sclass="([^"]*)"')


def mark_the_interface(html: str) -> str:
    """Mark each element of a page's content that is interface, so that the search plugin passes it over."""
    return _TAG.sub(_marked, html)


def _marked(tag: re.Match[str]) -> str:
    name, attributes = tag.groups()
    classes = _CLASS.search(attributes)
    if name in ELEMENTS or (classes and CLASSES.intersection(classes[1].split())):
        return f"<{name}{MARK}{tag[0][1 + len(name) :]}"
    return tag[0]
