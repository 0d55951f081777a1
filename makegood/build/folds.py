"""Folds of a page: a heading with the class `mg-fold` folds what stands below it, down to the next heading of its rank.

An extension of Markdown, named in mkdocs.yml. What is folded stays on the page: search finds it, paper shows it, and a
link to a place in it opens it.
"""

from typing import Final, override
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

CLASS: Final = "mg-fold"

_AFTER_HEADINGS_HAVE_THEIR_IDS: Final = 4
"""The priority: the table of contents, which gives them, has 5."""


class _Fold(Treeprocessor):
    """Puts such headings into a `summary`, and what is below them into its `details`."""

    @override
    def run(self, root: Element) -> None:
        fold: Element | None = None
        rank = 0
        for child in list(root):
            found = _rank(child)
            if fold is not None and (not found or found > rank):
                root.remove(child)
                fold.append(child)
                continue
            fold = None
            if found and CLASS in child.get("class", "").split():
                rank, fold = found, _folded(root, child)


def _rank(element: Element) -> int:
    """Give the rank of a heading, 0 for anything else."""
    tag = str(element.tag)
    return int(tag[1]) if len(tag) == len("h2") and tag[0] == "h" and tag[1].isdigit() else 0


def _folded(root: Element, heading: Element) -> Element:
    place = list(root).index(heading)
    root.remove(heading)
    fold = Element("details", {"class": CLASS})
    del heading.attrib["class"]
    for link in [part for part in heading if "headerlink" in part.get("class", "")]:
        heading.remove(link)  # in a summary, a tap on it would not fold
    SubElement(fold, "summary").append(heading)
    root.insert(place, fold)
    return fold


class FoldExtension(Extension):
    """The extension, as Markdown loads it."""

    @override
    def extendMarkdown(self, md: Markdown) -> None:
        """Fold once the headings have their ids."""
        md.treeprocessors.register(_Fold(md), "makegood-folds", _AFTER_HEADINGS_HAVE_THEIR_IDS)


def makeExtension() -> FoldExtension:  # noqa: N802  # the name that Markdown looks for
    """Give the extension."""
    return FoldExtension()
