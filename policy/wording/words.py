"""The words that the checks look for: `words_en.toml`, which a person can read and extend, read once."""

from functools import cache
from importlib.resources import files
from typing import Any, Final

from policy.language.authored import AuthoredError, choose, read_toml
from policy.wording.phrases import Phrases

FILE: Final = "policy/wording/words_en.toml"
"""The file, for what is wrong with it."""

_TABLES: Final = ("shorthands", "words", "phrases")


@cache
def listed(name: str) -> Phrases:
    """Give the list of phrases with this name.

    Raises:
        AuthoredError: no list has that name.
    """
    return Phrases(_named("phrases", name), _shorthands())


@cache
def single_words(name: str) -> frozenset[str]:
    """Give the set of single words with this name.

    Raises:
        AuthoredError: no set has that name.
    """
    return frozenset(_named("words", name).split())


@cache
def content() -> dict[str, dict[str, str]]:
    """Read the file: the tables `shorthands`, `words` and `phrases`, each with texts by name.

    Raises:
        AuthoredError: the file cannot be used.
    """
    return checked(read_toml(files("policy.wording").joinpath("words_en.toml"), FILE))


def checked(read: dict[str, Any]) -> dict[str, dict[str, str]]:
    """Give what was read from the file, if it can be used.

    Raises:
        AuthoredError: a table is missing or not known, or holds something else than texts.
    """
    headings = [f"[{table}]" for table in _TABLES]
    for table in _TABLES:
        if not isinstance(read.get(table), dict):
            raise AuthoredError(f"{FILE} has no [{table}]. It needs {', '.join(headings)}.")
    for table, texts in read.items():
        if table not in _TABLES:
            raise AuthoredError(choose(f"{FILE}: nothing reads [{table}]", f"[{table}]", headings))
        for name, text in texts.items():
            if not isinstance(text, str):
                raise AuthoredError(f"{FILE}: {name}, below [{table}], must be a text in quotes.")
    return read


def _named(table: str, name: str) -> str:
    texts = content()[table]
    if name not in texts:
        raise AuthoredError(choose(f"{FILE} has no “{name}” below [{table}], and a check uses it", name, texts))
    return texts[name]


@cache
def _shorthands() -> dict[str, str]:
    return {name: "".join(choice.splitlines()) for name, choice in content()["shorthands"].items()}
