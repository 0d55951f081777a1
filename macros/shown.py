"""What stands where: the rules that each guide shows.

It is read off the guides themselves while the site is built: their Markdown is carried out once more, without the
checkers.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final, NamedTuple

from jinja2 import Environment
from markupsafe import escape

from macros.page import Page
from policy import rulebook
from policy.language.authored import read_text
from policy.language.outcomes import Send, Support
from policy.language.rule import Rule

GUIDES: Final = ("buyer", "seller")
"""The folders below docs/ that hold the guides."""

_SILENT: Final = ("checker", "all_rules", "all_sources")
"""Macros whose output is no part of what a guide says; each stands for nothing here."""


class Guide(NamedTuple):
    """A guide: its address below the site's top, and its title."""

    url: str
    title: str


@cache
def guides_by_rule(docs: Path, modules: tuple[Any, ...]) -> Mapping[str, tuple[Guide, ...]]:
    """Say of every rule which guides show it: by its id, by its words, by its message.

    Args:
        docs: the folder of the Markdown.
        modules: whose `MACROS` pages can call.
    """
    found: dict[str, list[Guide]] = {rule.id: [] for rule in rulebook().rules}
    for folder in GUIDES:
        for path in sorted((docs / folder).glob("*.md")):
            name = path.relative_to(docs).with_suffix("").as_posix().removesuffix("index")
            head, markdown = _split(read_text(path, f"docs/{path.relative_to(docs)}"))
            html = _carried_out(docs, path, markdown, modules)
            guide = Guide(name if name.endswith("/") else f"{name}/", head.get("title", name))
            for rule in rulebook().rules:
                if shows(html, rule):
                    found[rule.id].append(guide)
    return {rule: tuple(guides) for rule, guides in found.items()}


def shows(html: str, rule: Rule) -> bool:
    """Say whether a page shows what a rule gives."""
    match rule.gives:
        case Send(message):
            return f'data-message="{message}"' in html
        case Support(include):
            return 'class="mg-support"' in html and all(str(escape(text)) in html for text in include)
    text = rule.gives.says
    return f'data-rule="{rule.id}"' in html or (bool(text) and str(escape(text)) in html)


def _carried_out(docs: Path, path: Path, markdown: str, modules: tuple[Any, ...]) -> str:
    name = path.relative_to(docs).as_posix()
    page = SimpleNamespace(file=SimpleNamespace(src_uri=name), url=f"{name.removesuffix('.md')}/", markdown=markdown)
    conf = {"docs_dir": str(docs), "config_file_path": str(docs.parent / "mkdocs.yml")}
    bound = Page(SimpleNamespace(page=page, conf=conf))
    environment = Environment(autoescape=False)  # noqa: S701  # Markdown; the macros escape what they put into it
    for module in modules:
        for macro in module.MACROS:
            silent = macro.__name__ in _SILENT
            environment.globals[macro.__name__] = _nothing if silent else bound.bound(macro)
    return environment.from_string(markdown).render()


def _nothing(*_args: object, **_kwargs: object) -> str:
    return ""


def _split(text: str) -> tuple[dict[str, str], str]:
    """Part the front matter from the Markdown; only one-line values are read."""
    if not text.startswith("---\n") or text.count("---\n") == 1:
        return {}, text
    _, head, markdown = text.split("---\n", 2)
    pairs = (line.partition(": ") for line in head.splitlines())
    return {name: value.strip().strip('"') for name, _, value in pairs}, markdown
