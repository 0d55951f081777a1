"""What is known of a programme before any rule: its record, `policy/programmes/NAME/programme.toml`.

A folder with a record is a programme, and no list names them: the fact `programme` has its name as a value, and
conditions ask its kind and what it covers (`policy.cases.programmes`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from tomllib import TOMLDecodeError, loads
from typing import Any, Final

RECORD: Final = "programme.toml"
"""The record's file in a programme's folder."""


class Kind(StrEnum):
    """What a programme is to a buyer. The rules of the kinds come in this order."""

    MARKETPLACE = "marketplace"
    """Sellers meet buyers there, and it protects buyers by rules of its own."""
    AGENT = "agent"
    """It buys for the buyer, and sends the parcel on."""
    SHOP = "shop"
    """A shop's own site."""
    PRIVATE = "private"
    """A person, with no marketplace behind."""
    ELSEWHERE = "elsewhere"
    """It can be any of these: nobody told which."""


class BrokenRecordError(ValueError):
    """A record that cannot be used. The message names the file, what is wrong and what to do."""


@dataclass(frozen=True, slots=True)
class Programme:
    """One programme: where an order can be made.

    `name` is the value of the fact `programme`, and `place` its place among the answers to that question; `label` is
    that answer, `clause` completes "if …". `covers` says for each seat which problems its sources speak about.
    `fulfilment` lists who can have packed and shipped, where that is a question; nothing, where it is none.
    `investigates` lists the problems that it looks into in stages, before anything can be asked of it.

    `sources` are the prefixes of its sources' ids. They speak of this programme alone, but for the kinds of programme
    that they serve as well, and for the kinds of statement (`lends`) that everybody shares.
    """

    name: str
    place: int
    label: str
    clause: str
    kind: Kind
    covers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fulfilment: tuple[str, ...] = ()
    investigates: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    serves: tuple[Kind, ...] = ()
    lends: tuple[str, ...] = ()

    @property
    def module(self) -> str:
        """The package of its rules."""
        return f"policy.programmes.{self.name.replace('-', '_')}"


@cache
def programmes() -> tuple[Programme, ...]:
    """Read every record, in the order of their places.

    Raises:
        BrokenRecordError: with a sentence for the first record that cannot be used.
    """
    folders = sorted(files("policy").joinpath("programmes").iterdir(), key=lambda folder: folder.name)
    found = [_read(folder) for folder in folders if folder.is_dir() and folder.joinpath(RECORD).is_file()]
    return tuple(sorted(found, key=lambda programme: (programme.place, programme.name)))


def _read(folder: Traversable) -> Programme:
    try:
        return programme_from(folder.name.replace("_", "-"), folder.joinpath(RECORD).read_text(encoding="utf-8"))
    except BrokenRecordError as wrong:
        raise BrokenRecordError(f"policy/programmes/{folder.name}/{RECORD}: {wrong}") from wrong


def programme_from(name: str, text: str) -> Programme:
    """Read one record.

    Args:
        name: the programme's, as the fact has it.
        text: the record, as TOML.

    Raises:
        BrokenRecordError: something is missing, unknown or of another type.
    """
    try:
        told = loads(text)
    except TOMLDecodeError as wrong:
        raise BrokenRecordError(f"this is no TOML: {wrong}. Correct that line.") from wrong
    known = {entry.name for entry in fields(Programme)} - {"name"}
    for key in told:
        if key not in known:
            raise BrokenRecordError(f"{key} is nothing that a record has. It can have: {', '.join(sorted(known))}.")
    for key in ("place", "label", "clause", "kind"):
        if key not in told:
            raise BrokenRecordError(f"{key} is missing. Every record has place, label, clause and kind.")
    if not isinstance(told["place"], int):
        raise BrokenRecordError("place is not a whole number. Write one without quotes, like 40.")
    covers = told.get("covers", {})
    if not isinstance(covers, dict):
        raise BrokenRecordError('covers is not a table. Write [covers] last, and below it like: buyer = ["damaged"].')
    return Programme(
        name,
        told["place"],
        _text("label", told["label"]),
        _text("clause", told["clause"]),
        _kind(told["kind"]),
        {seat: _texts(f"covers.{seat}", problems) for seat, problems in covers.items()},
        _texts("fulfilment", told.get("fulfilment", [])),
        _texts("investigates", told.get("investigates", [])),
        _texts("sources", told.get("sources", [])),
        tuple(map(_kind, _texts("serves", told.get("serves", [])))),
        _texts("lends", told.get("lends", [])),
    )


def _text(key: str, value: Any) -> str:
    if not (isinstance(value, str) and value):
        raise BrokenRecordError(f"{key} is not a text. Write it in quotes.")
    return value


def _texts(key: str, value: Any) -> tuple[str, ...]:
    if not (isinstance(value, list) and all(isinstance(part, str) for part in value)):
        raise BrokenRecordError(f'{key} is not a list of texts. Write it like ["one", "two"].')
    return tuple(value)


def _kind(value: Any) -> Kind:
    if value not in list(Kind):
        raise BrokenRecordError(f"{value!r} is no kind of programme. The kinds are: {', '.join(Kind)}.")
    return Kind(value)
