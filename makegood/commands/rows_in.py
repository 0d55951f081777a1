"""Reads a table (CSV) or lines of JSON (NDJSON) row by row. A row that cannot be read does not stop the others.

However large the input, only one row of it is held here, and never more of a row than `LONGEST_ROW` bytes.
"""

import csv
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from stat import S_ISREG
from typing import Any, BinaryIO, Final, NamedTuple, Self

from makegood.commands.bad_input import BadInputError, printable
from policy.cases.case import SEE_ALL_FACTS, Case, case_of, parse_case
from policy.cases.errors import FactError, shown
from policy.cases.strict_json import Json, read_json
from policy.facts import BY_NAME
from policy.language.kinds import NOT_KNOWN, Grams, Items
from policy.language.sentences import did_you_mean

LONGEST_ROW: Final = 100_000
"""Bytes; the largest case that is right has a tenth of them."""

_MOST_DIGITS: Final = 12
"""Digits of a number that are worth reading as one; a longer one is refused as the text that it is."""

_EMPTY: Final = {
    "csv": "The input is empty. Its first row must name the facts, like: side,programme,problem",
    "ndjson": 'The input is empty. Send one JSON object with the facts on each line, like {"side": "seller"}.',
}
_NOT_UTF8: Final = "The row is not UTF-8 text. Save the file as UTF-8; spreadsheets call that “CSV UTF-8”."
_TOO_LONG: Final = f"The row is longer than {LONGEST_ROW} bytes. Shorten it to the facts of one case."
_OPEN_QUOTE: Final = (
    'A quote (") in the row is not closed on its line. Close it there, or write "" for one inside quotes.'
)


class Row(NamedTuple):
    """One row as it was read.

    `line` is its line. `content` is its cells in a table, its text in lines of JSON, or what makes
    it unreadable.
    """

    line: int
    content: list[str] | str | FactError


class Rows:
    """The rows of an input, one at a time; blank lines are passed over.

    `columns` are the names in a table's header, None for lines of JSON. `size` is the input's size in bytes where it
    is known.

    Raises:
        BadInputError: nothing in the input can be read: it is empty, or its header is wrong.
    """

    def __init__(self, raw: BinaryIO, kind: str, size: int | None = None) -> None:
        self.size = size
        self._lines = _Lines(raw)
        self._rows = _table(self._lines) if kind == "csv" else _json_lines(self._lines)
        first = next(self._rows, None)
        if first is None:
            raise BadInputError([FactError(None, "", _EMPTY[kind])])
        self.columns = _header(first) if kind == "csv" else None
        self._first = () if kind == "csv" else (first,)

    @property
    def position(self) -> int:
        """How many bytes have been read."""
        return self._lines.position

    def __iter__(self) -> Iterator[Row]:
        yield from self._first
        yield from self._rows


@contextmanager
def opened(file: str, kind: str) -> Iterator[Rows]:
    """Open a file, or standard input for -, as rows of that kind.

    Raises:
        BadInputError: the file cannot be read, or nothing in it can.
    """
    if file == "-":
        if sys.stdin is None:  # whoever started us closed it
            raise _unreadable(OSError(None, "it is closed"), "Standard input")
        yield Rows(sys.stdin.buffer, kind)
        return
    try:
        raw = Path(file).open("rb")  # noqa: SIM115  # closed below, where errors are no longer those of opening
    except OSError as wrong:
        raise _unreadable(wrong, file) from None
    with raw:
        about = os.fstat(raw.fileno())
        yield Rows(raw, kind, about.st_size if S_ISREG(about.st_mode) else None)


def case_in(row: Row, columns: Sequence[str] | None, today: date) -> Case | list[FactError]:
    """Make the case of a row, or list everything that is wrong with it today."""
    match row.content:
        case FactError() as wrong:
            return [wrong]
        case str(text):
            read = read_json(text)
            return case_of(read, today) if isinstance(read, Json) else read
        case cells:
            return _case_in_cells(columns or (), cells, today)


def _case_in_cells(columns: Sequence[str], cells: Sequence[str], today: date) -> Case | list[FactError]:
    if len(cells) != len(columns):
        message = (
            f"The number of cells is {len(cells)}, but the header names {len(columns)}. "
            "Add or remove cells, and put quotes around a text with a comma in it."
        )
        return [FactError(None, None, message)]
    raw = {column: _value(column, cell.strip()) for column, cell in zip(columns, cells, strict=True)}
    return parse_case(raw, today)


def _value(column: str, cell: str) -> Any:
    """Give what a cell holds as the JSON value that a case wants; an empty cell is left out, a lone ; an empty list."""
    if not cell or cell == NOT_KNOWN:
        return None
    match BY_NAME[column]:
        case Items():
            return [item for part in cell.split(";") if (item := part.strip())]
        case Grams() if cell.isascii() and cell.isdecimal() and len(cell) <= _MOST_DIGITS:
            return int(cell)
    return cell


def _header(row: Row) -> tuple[str, ...]:
    """Check the names in a table's first row, and tell everything that is wrong with them."""
    if isinstance(row.content, FactError):
        raise BadInputError([row.content._replace(message=f"Line {row.line}: {row.content.message}")])
    columns = tuple(cell.strip() for cell in row.content)
    if wrong := list(_header_errors(columns)):
        raise BadInputError([error._replace(message=f"Line {row.line}: {error.message}") for error in wrong])
    return columns


def _header_errors(columns: Sequence[str]) -> Iterable[FactError]:
    if len(columns) == 1 and columns[0] not in BY_NAME and (";" in columns[0] or "\t" in columns[0]):
        yield FactError(None, columns[0], "The columns are not separated by commas. Save the table with commas.")
        return
    for number, column in enumerate(columns, 1):
        if not column:
            yield FactError(None, "", f"Column {number} has no name. Name the fact that it holds, or remove it.")
        elif column not in BY_NAME:
            hint = did_you_mean(column, BY_NAME, SEE_ALL_FACTS)
            yield FactError(shown(column), column, f"The column {shown(column)} is not a fact. {hint}")
        elif column in columns[: number - 1]:
            yield FactError(column, column, f"The column {column} is there twice. Keep one of the two.")


def _json_lines(lines: "_Lines") -> Iterator[Row]:
    for line in lines:
        if line.wrong:
            yield Row(line.number, FactError(None, None, line.wrong))
        elif line.text.strip():
            yield Row(line.number, line.text)


def _table(lines: "_Lines") -> Iterator[Row]:
    """Read each line by itself: no fact holds a line break, so a quote that runs on was meant to end."""
    for line in lines:
        if line.wrong:
            yield Row(line.number, FactError(None, None, line.wrong))
            continue
        try:
            cells = next(csv.reader((line.text,), strict=True), [])
        except csv.Error as error:
            yield Row(line.number, FactError(None, None, _not_csv(line.text, error)))
        else:
            if cells:
                yield Row(line.number, cells)


def _not_csv(text: str, wrong: csv.Error) -> str:
    if "\r" in text.rstrip("\r\n"):
        return "The row holds a lone carriage return. End each line with a line feed: save the table as “CSV UTF-8”."
    if text.count('"') % 2:
        return _OPEN_QUOTE
    return f"The row is not CSV ({wrong}). Put quotes around a whole cell, and write two quotes for one inside it."


class _Line(NamedTuple):
    """A line of the input with its end, and what makes it unreadable, if anything."""

    number: int
    text: str
    wrong: str = ""


class _Lines:
    """The lines of an input. Of a line that is too long nothing is kept."""

    def __init__(self, raw: BinaryIO) -> None:
        self.position = 0
        self._raw, self._number = raw, 0

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> _Line:
        line = self._piece()
        if not line:
            raise StopIteration
        self._number += 1
        if len(line) > LONGEST_ROW:
            while line and not line.endswith(b"\n"):
                line = self._piece()
            return _Line(self._number, "", _TOO_LONG)
        try:
            return _Line(self._number, line.decode("utf-8-sig" if self._number == 1 else "utf-8"))
        except UnicodeDecodeError:
            return _Line(self._number, "", _NOT_UTF8)

    def _piece(self) -> bytes:
        """Read to the end of the line, or a little more than the longest row that is allowed."""
        try:
            piece = self._raw.readline(LONGEST_ROW + 1)
        except OSError as wrong:
            raise _unreadable(wrong, str(getattr(self._raw, "name", "The input"))) from None
        self.position += len(piece)
        return piece


def _unreadable(wrong: OSError, file: str) -> BadInputError:
    reason = wrong.strerror or "it cannot be read"
    message = f"{printable(file)} cannot be read: {reason}. Name a file that holds cases, or - for standard input."
    return BadInputError([FactError(None, file, message)])
