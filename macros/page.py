"""The page that a macro is called on: where it is, and how it names what is wrong."""

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate

from policy import Advice, Case, answer, parse_case


class MacroError(ValueError):
    """A macro that cannot be carried out. The message names the page and says what to do."""


class Page:
    """The page being written, as the macros need it."""

    def __init__(self, env: Any) -> None:
        self._env = env
        self._used: dict[tuple[str, str], int] = {}

    @property
    def name(self) -> str:
        """The page's file, relative to docs/."""
        return str(self._env.page.file.src_uri)

    @property
    def project(self) -> Path:
        """The folder of the whole project."""
        return Path(str(self._env.conf["config_file_path"])).parent

    @property
    def root(self) -> str:
        """The relative path from the page to the site's top, such as "../../"."""
        return "../" * str(self._env.page.url).removeprefix("./").count("/") or "./"

    def bound[**P](self, macro: Callable[Concatenate["Page", P], str]) -> Callable[P, str]:
        """Make the function that pages call: the macro with this page worked in, its errors naming the page."""

        @wraps(macro)
        def call(*args: P.args, **kwargs: P.kwargs) -> str:
            try:
                return macro(self, *args, **kwargs)
            except (MacroError, TypeError) as wrong:
                raise MacroError(f"{self.name}: {macro.__name__}(…): {wrong}") from wrong

        return call

    def case(self, facts: dict[str, Any]) -> Case:
        """Check the facts that a page gives.

        Raises:
            MacroError: with every fact that is wrong, and what is allowed.
        """
        case = parse_case(facts)
        if isinstance(case, list):
            raise MacroError(" ".join(error.message for error in case))
        return case

    def answer(self, facts: dict[str, Any]) -> Advice:
        """Answer the case that a page gives, on no particular day."""
        return answer(self.case(facts))

    def unique(self, name: str) -> str:
        """Make an id that is unique on the page: the name itself, then name-2 and so on."""
        key = (self.name, name)
        self._used[key] = self._used.get(key, 0) + 1
        return name if self._used[key] == 1 else f"{name}-{self._used[key]}"


def block(html: str) -> str:
    """Hand HTML to Markdown as one block that it leaves alone."""
    return "\n\n" + html.strip() + "\n\n"
