"""Looks at what authors write before anything is built from it, so that a mistake is a sentence and no traceback."""

from collections.abc import Callable, Iterator
from typing import Final

from policy.language.authored import AuthoredError


def unusable() -> Iterator[str]:
    """Say of the policy's files what is wrong with those that cannot be used, a sentence each."""
    told = set()
    for read in _READERS:
        try:
            read()
        except AuthoredError as wrong:
            if str(wrong) not in told:  # several may need the same file
                yield str(wrong)
            told.add(str(wrong))


def _rules_messages_and_sources() -> None:
    from policy import rulebook

    rulebook()


def _changes() -> None:
    from policy.content.changes import changes

    changes()


def _stages() -> None:
    from policy.content.stages import stages

    stages()


def _words() -> None:
    from policy.wording.words import content, listed  # reads the file when it is imported

    for name in content()["phrases"]:
        listed(name).is_in("")


_READERS: Final[tuple[Callable[[], None], ...]] = (_rules_messages_and_sources, _changes, _stages, _words)
