"""`makegood cases`: whether the policy answers the whole cases as their files expect; it can rewrite their exact lists.

A new rule lengthens every list that says exactly what is in an answer. `--accept` writes those lists anew, so that
whoever added the rule reads them in `git diff`. All other expectations are for people to change.
"""

import json
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from makegood.checkout import need_set_up
from makegood.commands.bad_input import BadInputError
from makegood.whole_cases import EXPECTATIONS, FOLDER, BrokenCaseFileError, CaseFile, case_files
from policy import answer, parse_case
from policy.cases.errors import FactError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

DONE, FINDINGS = 0, 1

LONGEST_LINE: Final = 120
"""Characters of a line in a case file; a longer list gets a line for each item."""


class ListChange(NamedTuple):
    """An exact list that is not what the policy answers: its key below [expect], what it holds, what it would be."""

    key: str
    expected: list[str]
    found: list[str]


class Compared(NamedTuple):
    """What one case expects and does not get: exact lists, and a sentence for each other expectation."""

    case: CaseFile
    lists: tuple[ListChange, ...]
    misses: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """Give it as plain JSON data."""
        return {"case": self.case.name, "lists": [change._asdict() for change in self.lists], "misses": [*self.misses]}


def add_to[P: ArgumentParser](commands: "_SubParsersAction[P]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "cases",
        help="compare the whole cases with the policy's answers; exit 1 where they differ",
        description="Compare what the whole cases of tests/cases/ expect with what the policy answers, and show each "
        "difference. Read what you accept: a case says what the sources say, not what the program happens to answer.",
    )
    command.add_argument("--accept", action="store_true", help="write the exact lists anew into their files")
    command.add_argument("--format", choices=("json", "text"), help="default: text on a terminal, otherwise json")
    command.set_defaults(run=_run)


def _run(options: Namespace) -> int:
    need_set_up("cases")
    form = options.format or ("text" if sys.stdout.isatty() else "json")
    try:
        cases = case_files(FOLDER)
    except BrokenCaseFileError as broken:
        raise BadInputError([FactError(None, None, str(broken))]) from None
    differing = [compared for case in cases if (compared := compare(case)).lists or compared.misses]
    if options.accept:
        for compared in differing:
            _accept(FOLDER / f"{compared.case.name}.toml", compared.lists)
    if form == "json":
        print(json.dumps([compared.as_data() for compared in differing], ensure_ascii=False, indent=2))
    else:
        print(
            "\n".join([line for compared in differing for line in _told(compared)] + [_in_all(differing, len(cases))])
        )
    left = any(compared.misses or (compared.lists and not options.accept) for compared in differing)
    return FINDINGS if left else DONE


def compare(case: CaseFile) -> Compared:
    """Answer a case, and compare the answer with what its file expects.

    Raises:
        BadInputError: the policy cannot read its facts.
    """
    parsed = parse_case(case.facts, case.on)
    if isinstance(parsed, list):
        raise BadInputError([error._replace(message=f"{case.name}: {error.message}") for error in parsed])
    advice = answer(parsed, case.on).as_data()
    exact = {key: wanted for key, wanted in case.expect.items() if EXPECTATIONS[key].is_exact_list}
    rest = {key: wanted for key, wanted in case.expect.items() if key not in exact}
    changes = (
        ListChange(key, wanted, EXPECTATIONS[key].renewed(wanted, advice))
        for key, wanted in exact.items()
        if EXPECTATIONS[key].misses(key, wanted, advice)
    )
    return Compared(case, tuple(changes), tuple(replace(case, expect=rest).misses(advice)))


def accepted(text: str, changes: tuple[ListChange, ...]) -> str:
    """Put the new lists into the text of a case file, and leave everything else as it was written."""
    import tomlkit  # what only this command needs is not loaded to answer a case

    document = tomlkit.parse(text)
    expect: Any = document["expect"]
    for change in changes:
        new = tomlkit.array()
        if len(f"{change.key} = {json.dumps(change.found)}") <= LONGEST_LINE:
            new.extend(change.found)
        else:
            for item in change.found:
                new.add_line(item, indent="  ")
            new.add_line(indent="")
        expect[change.key] = new
    return tomlkit.dumps(document)


def _accept(path: Path, changes: tuple[ListChange, ...]) -> None:
    if changes:
        path.write_text(accepted(path.read_text(encoding="utf-8"), changes), encoding="utf-8")


def _told(compared: Compared) -> Iterator[str]:
    yield compared.case.name
    for key, expected, found in compared.lists:
        gone, new = [one for one in expected if one not in found], [one for one in found if one not in expected]
        yield f"  {key}" if gone or new else f"  {key}, in this order: {', '.join(found)}"
        yield from (f"    - {one}" for one in gone)
        yield from (f"    + {one}" for one in new)
    yield from (f"  {miss}" for miss in compared.misses)


def _in_all(differing: list[Compared], cases: int) -> str:
    lists = sum(len(compared.lists) for compared in differing)
    others = sum(len(compared.misses) for compared in differing)
    return f"Cases that differ: {len(differing)} of {cases}; exact lists: {lists}, other expectations: {others}."
