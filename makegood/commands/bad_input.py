"""What a command raises when nobody can work with its input; `makegood.cli` tells it."""

from policy.cases.errors import FactError


class BadInputError(Exception):
    """Input that nobody can work with. `errors` says all that is wrong with it."""

    def __init__(self, errors: list[FactError]) -> None:
        super().__init__(errors)
        self.errors = errors


def printable(name: str) -> str:
    """Make a file's name fit for a sentence: it may hold bytes that are no text."""
    return name.encode("utf-8", "replace").decode()
