"""What sentences everywhere are made with: a list in words, and a guess at what somebody meant to write."""

from collections.abc import Iterable


def in_a_list(words: Iterable[str], last: str = "and") -> str:
    """Write words as they stand in a sentence; `last` comes before the last of them.

    >>> in_a_list(["what to do", "what is fair", "the time limits"])
    'what to do, what is fair and the time limits'
    """
    *rest, end = words
    return f"{', '.join(rest)} {last} {end}" if rest else end


def did_you_mean(name: object, allowed: Iterable[str], otherwise: str, *, inside: str = "") -> str:
    """Say which of the names that there are was probably meant.

    Args:
        name: what was written.
        allowed: the names that there are.
        otherwise: what to say where none of them is like it.
        inside: what stands before each name where it is written.

    >>> did_you_mean("byer", ["buyer", "seller"], "Use one of the two.")
    'Did you mean buyer?'
    >>> did_you_mean("shop", ["buyer", "seller"], "Use one of the two.")
    'Use one of the two.'
    """
    from difflib import get_close_matches  # only a mistake needs it, and the browser should not load it without one

    close = get_close_matches(str(name), list(allowed), 1)
    return f"Did you mean {inside}{close[0]}?" if close else otherwise
