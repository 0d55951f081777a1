"""Conditions on a programme: which kind it is and what it covers, read off the records and never off a list of names.

A new record is in every condition that fits it. In words such a condition names the programmes.

>>> from policy.explain import in_words
>>> in_words(of_kind(Kind.AGENT))
'the order went through Kakobuy or the order went through Allchinabuy'
"""

from collections.abc import Callable

from policy.facts import problem, programme
from policy.language.conditions import AnyOf, Condition
from policy.language.programme import Kind, Programme, programmes


def of_kind(*kinds: Kind) -> Condition:
    """The order was made on a programme of one of these kinds."""
    return _those(lambda record: record.kind in kinds)


def covering(seat: str, about: str = "") -> Condition:
    """The programme's own sources speak to this seat, and where a problem is named, about that."""
    return _those(lambda record: _covers(record, seat, about))


def not_covering(seat: str) -> Condition:
    """The order was made on a programme whose sources say nothing to this seat."""
    return _those(lambda record: not _covers(record, seat, ""))


def silent_on(seat: str, about: str) -> Condition:
    """The order was made on a programme whose own sources say nothing to this seat about that problem."""
    return _those(lambda record: not _covers(record, seat, about))


def investigating() -> Condition:
    """The programme looks into a problem like this in stages, before anything can be asked of it."""
    lists = dict.fromkeys(record.investigates for record in programmes() if record.investigates)
    found = tuple(map(_investigating, lists))
    return found[0] if len(found) == 1 else AnyOf(found)


def shipped_by(*ways: str) -> Condition:
    """These are the ways to ship that the programme's record names; with none, who shipped is no question there."""
    return _those(lambda record: record.fulfilment == ways)


def _covers(record: Programme, seat: str, about: str) -> bool:
    return seat in record.covers and (not about or about in record.covers[seat])


def _investigating(problems: tuple[str, ...]) -> Condition:
    return _those(lambda record: record.investigates == problems) & problem.is_in(*problems)


def _those(fits: Callable[[Programme], bool]) -> Condition:
    return programme.is_in(*(record.name for record in programmes() if fits(record)))
