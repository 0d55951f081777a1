"""A fact as something to fill in: what every form shows of it, be it asked for, a blank of a message, or a tool's."""

from typing import NamedTuple

from policy.language.kinds import Control, Fact


class Option(NamedTuple):
    """One answer to click: the value it stands for, its label, and whether it is the one chosen."""

    value: str
    label: str
    chosen: bool = False


class OptionGroup(NamedTuple):
    """Answers that belong together: their heading, empty where they have none, and their places among the options."""

    title: str
    places: tuple[int, ...]


class Field(NamedTuple):
    """A fact to fill in.

    Its name, its label and hint, its control, what it holds so far, and what can be chosen where its control offers a
    choice, None for what does not fit, in `groups`; `optional` says that what it is for is whole without it.
    """

    name: str
    label: str
    hint: str
    control: Control
    value: str = ""
    options: tuple[Option | None, ...] = ()
    groups: tuple[OptionGroup, ...] = ()
    optional: bool = False


def field_for(fact: Fact, side: str | None) -> Field:
    """Make the empty field of a fact, in the words of that side."""
    return Field(fact.name, fact.ask_for(side), fact.hint, fact.control)
