"""Reads cases from a text: one JSON object, a JSON array of them, or one object per line.

Each object holds the facts alone, or it is a case file that the checker saved.
"""

from datetime import date
from typing import NamedTuple

from policy.cases.case import Case, case_of
from policy.cases.errors import FactError
from policy.cases.strict_json import Json, read_json
from policy.files.case_file import case_in, is_case_file


class CasesIn(NamedTuple):
    """What was read. `many` tells a list or lines from a single case; with errors the cases are not to be used."""

    cases: list[Case]
    errors: list[FactError]
    many: bool


def read_cases(text: str, today: date) -> CasesIn:
    """Read every case in `text`, and everything that is wrong with them today, all at once."""
    whole = read_json(text)
    if isinstance(whole, Json):
        return _listed(whole, today) if isinstance(whole.value, list) else _single(whole, today)
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) > 1 and isinstance(read_json(lines[0][1]), Json):
        return _gather([(f"Line {number}", _value(line, today)) for number, line in lines])
    return CasesIn([], whole, many=False)


def _single(read: Json, today: date) -> CasesIn:
    case = _case(read, today)
    return CasesIn([], case, many=False) if isinstance(case, list) else CasesIn([case], [], many=False)


def _listed(read: Json, today: date) -> CasesIn:
    if not read.value:
        empty = FactError(None, None, "The list holds no case. Put at least one JSON object into it.")
        return CasesIn([], [empty], many=True)
    return _gather([(f"Case {number}", _case(Json(entry), today)) for number, entry in enumerate(read.value, 1)])


def _value(line: str, today: date) -> Case | list[FactError]:
    read = read_json(line)
    return _case(read, today) if isinstance(read, Json) else read


def _case(read: Json, today: date) -> Case | list[FactError]:
    return case_in(read, today) if is_case_file(read) else case_of(read, today)


def _gather(read: list[tuple[str, Case | list[FactError]]]) -> CasesIn:
    """Keep the cases in their order, and name with each error where its case stands."""
    cases = [case for _, case in read if isinstance(case, Case)]
    errors = [
        error._replace(message=f"{place}: {error.message}")
        for place, found in read
        if isinstance(found, list)
        for error in found
    ]
    return CasesIn(cases, errors, many=True)
