"""The sandbox in which templates are filled: everything is escaped, and nothing in a template decides.

Templates stand in `policy/rendering/templates/`.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import DictLoader, StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from policy.cases.values import LONGEST_TEXT
from policy.days import day_in_words, days_left, days_until
from policy.facts import BY_NAME, evidence
from policy.language.kinds import NOT_KNOWN
from policy.language.outcomes import ASK_WORDS, PARTY_WORDS, STRENGTH_WORDS, WAY_WORDS, state_in_words
from policy.language.sentences import in_a_list
from policy.messages.filling import blank_name, typed_as
from policy.sources.windows import CONFIDENCE_WORDS


class Later(ABC):
    """A part of a page that is not decided yet: which of several it is depends on facts that are still to come."""

    @abstractmethod
    def written(self, caller: Callable[[Any], Markup]) -> Markup:
        """Write each thing that the part can be with `caller`, and give what stands for all of them."""


def template(name: str) -> Template:
    """Find one of the templates in `policy/rendering/templates/`."""
    return _environment().get_template(name)


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    folder = files("policy").joinpath("rendering", "templates")
    sources = {
        entry.name: entry.read_text(encoding="utf-8") for entry in folder.iterdir() if not entry.name.startswith(".")
    }
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader(sources),
        autoescape=lambda name: name is None or not name.endswith(".txt"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "day": day_in_words,
        "left": days_left,
        "in_a_list": in_a_list,
        "until": days_until,
        "state_words": lambda door: state_in_words(door.id, door.state),
        "way_words": lambda way: WAY_WORDS[way],
        "proof_words": lambda item: evidence.value(item).clause,
        "blank_name": lambda fact: blank_name(BY_NAME[fact]),
        "typed_as": lambda fact: typed_as(BY_NAME[fact]),
    }
    environment.globals |= {"ask_words": ASK_WORDS, "party_words": PARTY_WORDS, "strength_words": STRENGTH_WORDS}
    environment.globals |= {"confidence_words": CONFIDENCE_WORDS}
    environment.globals |= {"show": _show, "not_known": NOT_KNOWN, "longest_text": LONGEST_TEXT}
    return environment


def _show(value: Any, caller: Callable[[Any], Markup]) -> Markup:
    if isinstance(value, Later):
        return value.written(caller)
    return caller(value) if value else Markup("")
