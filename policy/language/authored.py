"""Reading what authors write beside the code: every mistake is one sentence with the file, the entry and a remedy."""

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from importlib.resources.abc import Traversable
from typing import Any, Final

from policy.language.sentences import did_you_mean

type Shape = Mapping[str, type | tuple[str, ...]]
"""The keys of an entry, each with the type of its value, or with the words that it can be.

A key that ends in ? may be left out; `list` is a list of texts, `dict` a table, `Tables` a list of
tables, `Words` a text that is not blank.
"""


class Tables:
    """In a shape: a list of tables."""


class Words:
    """In a shape: a text that is not blank."""


class AuthoredError(ValueError):
    """Something that an author wrote cannot be used. The sentence names the file, what is wrong and what to do."""


def read_text(file: Traversable, name: str) -> str:
    """Read a file of the project.

    Args:
        file: where it is.
        name: its path in the project, for what is wrong with it.

    Raises:
        AuthoredError: it is not there, or no text.
    """
    try:
        return file.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except OSError as wrong:
        raise AuthoredError(f"{name} cannot be read: {wrong.strerror}. Put the file back.") from wrong
    except UnicodeDecodeError as wrong:
        raise AuthoredError(f"{name} is no text in UTF-8 (byte {wrong.start}). Save it as UTF-8.") from wrong


def read_toml(file: Traversable, name: str) -> dict[str, Any]:
    """Read a TOML file of the project; `name` is its path.

    Raises:
        AuthoredError: it is not there, or no TOML.
    """
    try:
        return tomllib.loads(read_text(file, name))
    except tomllib.TOMLDecodeError as wrong:
        raise AuthoredError(f"{name} is no TOML: {wrong}. Correct that line; https://toml.io shows how.") from wrong


def read_entries(
    file: Traversable, name: str, shapes: Mapping[str, Shape], *, whole: bool = True
) -> dict[str, list[dict[str, Any]]]:
    """Read a TOML file that holds nothing but entries, each below a heading such as `[[window]]`.

    Args:
        file: where it is.
        name: its path in the project.
        shapes: the headings that it can have, each with what an entry below it must have. An `id` stands once.
        whole: whether it must have each of them.

    Returns:
        The entries below each heading, in their order.

    Raises:
        AuthoredError: something is missing, of another type, not known, or there twice.
    """
    content = read_toml(file, name)
    headings = [f"[[{heading}]]" for heading in shapes]
    for heading, entries in content.items():
        if heading not in shapes or not (isinstance(entries, list) and all(isinstance(one, dict) for one in entries)):
            found = f"{name} has {heading}, which is none of its entries"
            raise AuthoredError(choose(found, f"[[{heading}]]", headings))
    for heading, shape in shapes.items():
        if heading not in content and whole:
            raise AuthoredError(f"{name} has no [[{heading}]]. It needs at least one.")
        seen: set[str] = set()
        for number, entry in enumerate(content.get(heading, ()), 1):
            place = f"{name}, {entry.get('id') or f'[[{heading}]] {number}'}"
            check(entry, shape, place)
            if entry.get("id") in seen:
                raise AuthoredError(f"{place}: the id stands twice. Give one of the two another.")
            seen.add(entry.get("id", ""))
    return content


def choose(sentence: str, name: object, allowed: Iterable[str]) -> str:
    """Add to a sentence what was probably meant, and all that there is.

    >>> choose("there is no side “byer”", "byer", ["buyer", "seller"])
    'there is no side “byer”. Did you mean buyer? There are: buyer, seller.'
    """
    names = list(allowed)
    hint = did_you_mean(name, names, "")
    return " ".join(filter(None, (f"{sentence}.", hint, f"There are: {', '.join(names)}.")))


def check(entry: Mapping[str, Any], shape: Shape, place: str) -> None:
    """Make sure that an entry has what it needs, of the right types, and nothing else.

    Args:
        entry: what an author wrote.
        shape: what it must have, and what it can have as well.
        place: the file, and where in it the entry is.

    Raises:
        AuthoredError: something is missing, of another type, or not known.
    """
    names = {key.removesuffix("?"): wanted for key, wanted in shape.items()}
    for key in entry:
        if key not in names:
            raise AuthoredError(choose(f"{place}: {key} is nothing that it can have", key, names))
    for key in shape:
        if key not in entry and not key.endswith("?"):
            needed = ", ".join(name for name in shape if not name.endswith("?"))
            raise AuthoredError(f"{place}: {key} is missing. It needs {needed}.")
    for key, value in entry.items():
        wanted = names[key]
        if isinstance(wanted, tuple):
            if value not in wanted:
                raise AuthoredError(choose(f"{place}: {key} cannot be “{value}”", value, wanted))
        elif not _is(value, wanted):
            raise AuthoredError(f"{place}: {key} must be {_WRITTEN[wanted]}.")


def line_being_run() -> str:
    """Name the line of the policy that is being carried out, as a place for what is wrong with it; empty outside it.

    Conditions are expressions in Python files, so a mistake in one is found where it is carried out.
    """
    from inspect import currentframe  # only a mistake needs it

    frame = currentframe()
    while frame:
        module = str(frame.f_globals.get("__name__", ""))
        if module.startswith("policy.") and not module.startswith("policy.language."):
            _, _, file = frame.f_code.co_filename.rpartition("policy/")
            return f"policy/{file}, line {frame.f_lineno}: "
        frame = frame.f_back
    return ""


def _is(value: object, wanted: type) -> bool:
    if wanted is Words:
        return isinstance(value, str) and bool(value.strip())
    if wanted is Tables:
        return isinstance(value, list) and all(isinstance(part, dict) for part in value)
    return isinstance(value, wanted) and not isinstance(value, bool | datetime) and not _holds_no_texts(value)


def _holds_no_texts(value: object) -> bool:
    return isinstance(value, list) and not (value and all(isinstance(part, str) for part in value))


_WRITTEN: Final = {
    str: "a text in quotes",
    int: "a whole number, without quotes",
    list: 'a list of texts, like ["one", "two"]',
    dict: "a table, with its lines below a heading in square brackets",
    Words: 'words in quotes, like "Damaged on arrival"',
    Tables: "a list of tables, like [{ limit = 30 }]",
    date: "a day without quotes, like 2026-11-21",
}
