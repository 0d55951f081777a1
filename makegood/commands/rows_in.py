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
from policy.language.kinds import NOT_KNOWN, Count, Grams, Items
from policy.language.sentences import did_you_mean

LONGEST_ROW: Final = 100_000
"""Bytes; the largest case that is right has a tenth of them."""

_SEPARATORS: Final = (",", ";", "\t")
"""What can part the columns of a table; spreadsheets choose by country."""

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

    `columns` are the names in a table's header, None for lines of JSON; with `extra`, some of them may be no facts.
    `size` is the input's size in bytes where it is known.

    Raises:
        BadInputError: nothing in the input can be read: it is empty, or its header is wrong.
    """

    def __init__(self, raw: BinaryIO, kind: str, size: int | None = None, *, extra: bool = False) -> None:
        self.size, self.extra = size, extra
        self._lines = _Lines(raw)
        self._rows = _table(self._lines) if kind == "csv" else _json_lines(self._lines)
        first = next(self._rows, None)
        if first is None:
            raise BadInputError([FactError(None, "", _EMPTY[kind])])
        self.columns = _header(first, extra=extra) if kind == "csv" else None
        self._first = () if kind == "csv" else (first,)

    @property
    def position(self) -> int:
        """How many bytes have been read."""
        return self._lines.position

    def __iter__(self) -> Iterator[Row]:
        yield from self._first
        yield from self._rows


@contextmanager
def opened(file: str, kind: str, *, extra: bool = False) -> Iterator[Rows]:
    """Open a file, or standard input for -, as rows of that kind; with `extra`, what is no fact is let through.

    Raises:
        BadInputError: the file cannot be read, or nothing in it can.
    """
    if file == "-":
        if sys.stdin is None:  # whoever started us closed it
            raise _unreadable(OSError(None, "it is closed"), "Standard input")
        yield Rows(sys.stdin.buffer, kind, extra=extra)
        return
    try:
        raw = Path(file).open("rb")  # noqa: SIM115  # closed below, where errors are no longer those of opening
    except OSError as wrong:
        raise _unreadable(wrong, file) from None
    with raw:
        about = os.fstat(raw.fileno())
        yield Rows(raw, kind, about.st_size if S_ISREG(about.st_mode) else None, extra=extra)


def case_in(
    row: Row, columns: Sequence[str] | None, today: date, kept: dict[str, Any] | None = None
) -> Case | list[FactError]:
    """Make the case of a row, or list everything that is wrong with it today.

    Args:
        row: the row.
        columns: the names in the header of its table.
        today: days that lie after it are errors.
        kept: takes what is no fact; without it there is none that is not an error.
    """
    match row.content:
        case FactError() as wrong:
            return [wrong]
        case str(text):
            read = read_json(text)
            if not isinstance(read, Json):
                return read
            if kept is not None and isinstance(read.value, dict):
                kept |= {name: value for name, value in read.value.items() if name not in BY_NAME}
                read = read._replace(value={name: read.value[name] for name in read.value if name in BY_NAME})
            return case_of(read, today)
        case cells:
            return _case_in_cells(columns or (), cells, today, kept)


def _case_in_cells(
    columns: Sequence[str], cells: Sequence[str], today: date, kept: dict[str, Any] | None
) -> Case | list[FactError]:
    if len(cells) != len(columns):
        message = (
            f"The number of cells is {len(cells)}, but the header names {len(columns)}. "
            "Add or remove cells, and put quotes around a text that holds the separator."
        )
        return [FactError(None, None, message)]
    named: Iterable[tuple[str, str]] = zip(columns, map(str.strip, cells), strict=True)
    if kept is not None:
        named = _kept_aside(named, kept)
    raw = {column: _value(column, cell) for column, cell in named}
    return parse_case(raw, today)


def _kept_aside(named: Iterable[tuple[str, str]], kept: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Let the cells of facts through, and keep the others."""
    for column, cell in named:
        if column in BY_NAME:
            yield column, cell
        else:
            kept[column] = cell


def _value(column: str, cell: str) -> Any:
    """Give what a cell holds as the JSON value that a case wants; an empty cell is left out, a lone ; an empty list."""
    if not cell or cell == NOT_KNOWN:
        return None
    match BY_NAME[column]:
        case Items():
            return [item for part in cell.replace(",", ";").split(";") if (item := part.strip())]
        case Grams() | Count() if cell.isascii() and cell.isdecimal() and len(cell) <= _MOST_DIGITS:
            return int(cell)
    return cell


def _header(row: Row, *, extra: bool) -> tuple[str, ...]:
    """Check the names in a table's first row, and tell everything that is wrong with them; big letters do not count."""
    if isinstance(row.content, FactError):
        raise BadInputError([row.content._replace(message=f"Line {row.line}: {row.content.message}")])
    cells = (cell.strip() for cell in row.content)
    columns = tuple(cell.lower() if cell.lower() in BY_NAME else cell for cell in cells)
    if wrong := list(_header_errors(columns, extra=extra)):
        raise BadInputError([error._replace(message=f"Line {row.line}: {error.message}") for error in wrong])
    return columns


def _header_errors(columns: Sequence[str], *, extra: bool) -> Iterable[FactError]:
    for number, column in enumerate(columns, 1):
        if not column:
            yield FactError(None, "", f"Column {number} has no name. Name the fact that it holds, or remove it.")
        elif column not in BY_NAME and not extra:
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
    """Read each line by itself: no fact holds a line break, so a quote that runs on was meant to end.

    The first line that holds anything names the columns, and shows what separates them.
    """
    separator = ""
    for line in lines:
        if line.wrong:
            yield Row(line.number, FactError(None, None, line.wrong))
            continue
        try:
            separator = separator or _separator(line.text)
            cells = next(csv.reader((line.text,), strict=True, delimiter=separator or _SEPARATORS[0]), [])
        except csv.Error as error:
            yield Row(line.number, FactError(None, None, _not_csv(line.text, error)))
        else:
            if any(map(str.strip, cells)):
                yield Row(line.number, cells)


def _separator(header: str) -> str:
    """Say what parts the columns of a header: what makes the most facts of it; nothing while the line is blank."""
    if not header.strip():
        return ""
    return max(_SEPARATORS, key=lambda separator: _facts_in(header.split(separator)))


def _facts_in(names: Iterable[str]) -> int:
    return sum(name.strip().strip('"').strip().lower() in BY_NAME for name in names)


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
