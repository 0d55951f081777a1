"""The words that the checks look for: `words_en.toml`, which a person can read and extend, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from policy.wording.phrases import Phrases


@cache
def listed(name: str) -> Phrases:
    """Give the list of phrases with this name.

    Raises:
        KeyError: no list has that name.
    """
    return Phrases(content()["phrases"][name], _shorthands())


@cache
def single_words(name: str) -> frozenset[str]:
    """Give the set of single words with this name.

    Raises:
        KeyError: no set has that name.
    """
    return frozenset(content()["words"][name].split())


@cache
def content() -> dict[str, dict[str, Any]]:
    """Read the file: the tables `shorthands`, `words` and `phrases`, each with texts by name."""
    return tomllib.loads(files("policy.wording").joinpath("words_en.toml").read_text(encoding="utf-8"))


@cache
def _shorthands() -> dict[str, str]:
    return {name: "".join(choice.splitlines()) for name, choice in content()["shorthands"].items()}
