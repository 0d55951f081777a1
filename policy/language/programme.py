"""What is known of a programme before any rule: its record, `policy/programmes/NAME/programme.toml`.

A folder with a record is a programme, and no list names them: the fact `programme` has its name as a value, and
conditions ask its kind and what it covers (`policy.cases.programmes`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from policy.language.authored import AuthoredError, Shape, check, choose, read_toml

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


KIND_WORDS: Final[Mapping[Kind, str]] = {
    Kind.MARKETPLACE: "Marketplaces",
    Kind.AGENT: "Agents that buy for you",
    Kind.SHOP: "Anywhere else",
    Kind.PRIVATE: "Anywhere else",
}
"""The heading below which the question of the place shows the programmes of each kind."""


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


_SHAPE: Final[Shape] = {
    "place": int,
    "label": str,
    "clause": str,
    "kind": tuple(Kind),
    "covers?": dict,
    "fulfilment?": list,
    "investigates?": list,
    "sources?": list,
    "serves?": list,
    "lends?": list,
}


@cache
def programmes() -> tuple[Programme, ...]:
    """Read every record, in the order of their places.

    Raises:
        AuthoredError: with a sentence for the first record that cannot be used.
    """
    folders = sorted(files("policy").joinpath("programmes").iterdir(), key=lambda folder: folder.name)
    found = [read_record(folder) for folder in folders if folder.is_dir() and folder.joinpath(RECORD).is_file()]
    return tuple(sorted(found, key=lambda programme: (programme.place, programme.name)))


def read_record(folder: Traversable) -> Programme:
    """Read the record in a programme's folder, which has the programme's name with _ for -.

    Raises:
        AuthoredError: something is missing, unknown or of another type.
    """
    file = f"policy/programmes/{folder.name}/{RECORD}"
    told = read_toml(folder.joinpath(RECORD), file)
    check(told, _SHAPE, file)
    covers = told.get("covers", {})
    check(covers, dict.fromkeys(covers, list), f"{file}, covers")
    for kind in told.get("serves", ()):
        if kind not in list(Kind):
            raise AuthoredError(choose(f"{file}: serves names “{kind}”, which is no kind", kind, Kind))
    return Programme(
        folder.name.replace("_", "-"),
        told["place"],
        told["label"],
        told["clause"],
        Kind(told["kind"]),
        {seat: tuple(problems) for seat, problems in covers.items()},
        tuple(told.get("fulfilment", ())),
        tuple(told.get("investigates", ())),
        tuple(told.get("sources", ())),
        tuple(map(Kind, told.get("serves", ()))),
        tuple(told.get("lends", ())),
    )
