"""`makegood new programme NAME`: the files of a new programme, each with what is still to fill in.

The rules of its kind answer for it at once. The files do not pass `make test` yet: `unfilled` names what is to fill in.
"""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Final

from makegood.checkout import ROOT, need_checkout
from makegood.commands.bad_input import BadInputError
from policy.cases.errors import FactError
from policy.facts import side
from policy.language.programme import RECORD, Kind, programmes
from policy.sources.statements import statements

if TYPE_CHECKING:
    from argparse import _SubParsersAction

FILL_IN: Final = "FILL IN"
"""Marks what a new file leaves to its author. A test names every line that still has it."""

PROGRAMMES: Final = "policy/programmes"
WRITTEN: Final = (PROGRAMMES, "policy/sources", "tests/cases", "docs/buyer", "docs/seller")
"""The folders into which new files go."""

_NAME: Final = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

_RECORD: Final = """\
place = {place} # among the answers to “Where was the order made?”
label = "{label}"
clause = "the order went through {label}"
kind = "{kind}" # or {other_kinds}
sources = ["{prefix}"]

[covers] # for each seat, the problems that its sources speak about; without them, take the seat out
buyer = ["FILL IN: a problem, like damaged"]
seller = ["FILL IN: a problem, like damaged"]
"""

_INIT: Final = '''\
"""{label}. FILL IN: which seats its rules are for, and in which situations.

A situation is a file beside this one, with its `RULES`. Here they are put together:
`RULES = in_order(one_situation, another)`, from `policy.programmes.order`.
"""
'''

_SOURCE: Final = """\
# {label}: FILL IN: where its rules are published, and on which day they were read.
# catalogue.toml says what the fields of a statement mean, windows.toml those of a time limit.

[[source]]
id = "{prefix}"
title = "FILL IN: the document's title"
file = "FILL IN: the file or the page that holds it"
scope = "FILL IN: whom it is about, like: Sellers on {label}."

[[statement]]
id = "{prefix}-01"
side = "buyer"
kind = "do"
text = "FILL IN: what the source states, in our own words."
when = "always"
"""

_CASE: Final = """\
title = "{label}, {seat}: FILL IN: what happened, in a line"
on = 2026-11-21

[facts]
side = "{seat}"
programme = "{name}"

[expect]
headline = "FILL IN: the id of the rule that gives the headline; tests/cases/README.md lists what else can stand here"
"""

_PAGE: Final = """\
---
title: {label}
description: "FILL IN: what readers find here, in a sentence."
tags:
  - {label}
---

# {label}

FILL IN: for whom this page is, and the first thing to do.

## Check your case

{{{{ checker(side="{seat}", programme="{name}", tables="#do-and-do-not") }}}}

## Do and do not

{{{{ do_and_dont(side="{seat}", programme="{name}") }}}}
"""


def add_to[P: ArgumentParser](commands: "_SubParsersAction[P]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser("new", help="write the files of something new, with what to fill in")
    things = command.add_subparsers(required=True, metavar="WHAT")
    made = things.add_parser(
        "programme",
        help="a record, a source file, and for each seat a case and a page",
        description="Write a record, a source file, and for each seat a case and a page. Each says what to fill in.",
    )
    made.add_argument("name", metavar="NAME", help="the value of the fact “programme”, like other-shop")
    made.add_argument("--label", help="what readers call it (default: made from the name)")
    made.add_argument("--kind", choices=tuple(Kind), default=Kind.MARKETPLACE, help="default: marketplace")
    made.set_defaults(run=_run)


def _run(options: Namespace) -> int:
    need_checkout("new")
    label = options.label or options.name.replace("-", " ").title()
    for path in write(programme_files(options.name, label, options.kind), ROOT):
        print(path)
    print("\nFill in what is marked, add the pages to nav in mkdocs.yml, and run make test: it names what is missing.")
    return 0


def programme_files(name: str, label: str, kind: str) -> Mapping[str, str]:
    """Give the files of a new programme: their paths in the project, and their text.

    Raises:
        BadInputError: the name or the label cannot be one, or the name is taken.
    """
    module = name.replace("-", "_")
    if not _NAME.fullmatch(name):
        raise _refused(name, f"{name!r} cannot be a programme's name. Use small letters, like other-shop.")
    if any(record.name == name for record in programmes()):
        raise _refused(name, f"There is a programme {name} already, in {PROGRAMMES}/{module}/. Change that one.")
    if not label.isprintable() or set('"\\') & set(label):
        raise _refused(label, f"{label!r} cannot be a label. Write it without quotes and backslashes, in one line.")
    words = {
        "name": name,
        "label": label,
        "kind": kind,
        "other_kinds": ", ".join(other for other in Kind if other != kind),
        "place": max(record.place for record in programmes()) + 10,
        "prefix": _free_prefix(name),
    }
    seats = [value.name for value in side.values]
    return {
        f"{PROGRAMMES}/{module}/{RECORD}": _RECORD.format(**words),
        f"{PROGRAMMES}/{module}/__init__.py": _INIT.format(**words),
        f"policy/sources/{name}.toml": _SOURCE.format(**words),
        **{f"tests/cases/{name}/{seat}.toml": _CASE.format(seat=seat, **words) for seat in seats},
        **{f"docs/{seat}/{name}.md": _PAGE.format(seat=seat, **words) for seat in seats},
    }


def write(files: Mapping[str, str], root: Path) -> Iterable[str]:
    """Write new files, and give their paths.

    Raises:
        BadInputError: one of the files is there already; then none is written.
    """
    for path in files:
        folder = (root / path).parent
        if (root / path).exists() or (path.startswith(PROGRAMMES) and folder.with_suffix(".py").exists()):
            raise _refused(path, f"{path} would overwrite what is there. Choose another name, or change that file.")
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return list(files)


def unfilled(root: Path) -> Iterator[str]:
    """Say, a sentence each, what is still to fill in."""
    for folder in WRITTEN:
        for path in sorted((root / folder).rglob("*")):
            if path.is_file() and path.suffix in {".toml", ".md", ".py"}:
                for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                    _, found, what = line.partition(f"{FILL_IN}:")
                    if found:
                        yield f"{path.relative_to(root).as_posix()}, line {number}: fill in {what.strip(' "]')}"


def _free_prefix(name: str) -> str:
    """Give two letters with which no source's ids begin, made from the name where that is possible."""
    taken = {part for id_ in statements() for part in id_.split("-")}
    letters = name.replace("-", "").upper()
    wanted = [letters[0] + other for other in letters[1:] + "XYZABCDEFGHIJKLMNOPQRSTUVW" if other.isalpha()]
    return next(prefix for prefix in wanted if prefix not in taken)


def _refused(value: str, message: str) -> BadInputError:
    return BadInputError([FactError(None, value, message)])
