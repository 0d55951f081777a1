"""The page that a macro is called on: where it is, and how it names what is wrong."""

import inspect
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from pathlib import Path
from typing import Any, Concatenate, NoReturn

from jinja2 import StrictUndefined, UndefinedError

from policy import Advice, Case, answer, parse_case
from policy.cases.errors import FactError
from policy.facts import BY_NAME
from policy.language import authored


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
    def place(self) -> str:
        """The page and the line of the call that is being carried out, such as "docs/buyer/index.md, line 12"."""
        line = _line_of_the_call()
        return f"docs/{self.name}, line {line + self._head()}" if line else f"docs/{self.name}"

    def _head(self) -> int:
        """Count the lines above the Markdown: the page's front matter, which macros do not see."""
        source = (Path(str(self._env.conf["docs_dir"])) / self.name).read_text(encoding="utf-8-sig")
        return source.removesuffix(str(self._env.page.markdown)).count("\n")

    @property
    def project(self) -> Path:
        """The folder of the whole project."""
        return Path(str(self._env.conf["config_file_path"])).parent

    def compiled_answers(self, preset: Mapping[str, Any]) -> list[str]:
        """Name the files of answers that a checker with these fixed facts needs first; none, if none are made."""
        files_for = self._env.conf["extra"].get("compiled_answers")
        return list(files_for(preset)) if files_for else []

    def cases_by_rule(self) -> Mapping[str, Iterable[Any]]:
        """Name for each rule the whole cases in which it takes part, each with `name` and `title`: the build knows."""
        found: Mapping[str, Iterable[Any]] = self._env.conf["extra"]["cases_by_rule"]()
        return found

    @property
    def root(self) -> str:
        """The relative path from the page to the site's top, such as "../../"."""
        return "../" * str(self._env.page.url).removeprefix("./").count("/") or "./"

    def bound[**P](self, macro: Callable[Concatenate["Page", P], str]) -> Callable[P, str]:
        """Make the function that pages call: the macro with this page worked in, its errors naming the page."""
        signature = inspect.signature(macro)
        usage = ", ".join(str(parameter) for name, parameter in signature.parameters.items() if name != "page")

        @wraps(macro)
        def call(*args: P.args, **kwargs: P.kwargs) -> str:
            try:
                given = signature.bind(self, *args, **kwargs)
            except TypeError as wrong:
                message = f"{self.place}: {macro.__name__}(…): {wrong}. It takes: ({_plain(usage)})."
                raise MacroError(message) from wrong
            try:
                _refuse_what_is_no_text(given)
                return macro(self, *args, **kwargs)
            except MacroError as wrong:
                raise MacroError(f"{self.place}: {macro.__name__}(…): {wrong}") from wrong

        return call

    def undefined(self, macros: Iterable[str]) -> type[StrictUndefined]:
        """Make what stands for an unknown name in this page: it tells the page, the line and the macros that exist."""
        page, known = self, tuple(macros)

        class Unknown(StrictUndefined):
            """A name that is neither a macro nor a variable."""

            def _fail_with_undefined_error(self, *_args: object, **_kwargs: object) -> NoReturn:
                name = self._undefined_name or ""
                raise UndefinedError(f"{page.place}: {choose('macro', name, known)}")

            __add__ = __radd__ = __call__ = __getitem__ = __str__ = __iter__ = _fail_with_undefined_error
            __len__ = __eq__ = __ne__ = __bool__ = __contains__ = __hash__ = _fail_with_undefined_error

        return Unknown

    def case(self, facts: dict[str, Any]) -> Case:
        """Check the facts that a page gives.

        Raises:
            MacroError: with every fact that is wrong, and what is allowed.
        """
        case = parse_case(facts)
        if isinstance(case, list):
            raise MacroError(" ".join(_told(error) for error in case))
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


def choose(kind: str, name: object, allowed: Iterable[str]) -> str:
    """Say that there is no such thing, which one was probably meant, and all that there are."""
    return authored.choose(f"there is no {kind} “{name}”", name, allowed)


def _refuse_what_is_no_text(given: inspect.BoundArguments) -> None:
    """Refuse a number, a list or the like where a macro takes names."""
    for name, parameter in given.signature.parameters.items():
        if parameter.annotation is str and name in given.arguments:
            value = given.arguments[name]
            values = value if parameter.kind is parameter.VAR_POSITIONAL else (value,)
            for one in values:
                if not isinstance(one, str):
                    raise MacroError(f"{one!r} is no name. Write a name in quotes.")


def _told(error: FactError) -> str:
    if error.fact is None or error.fact in BY_NAME:
        return error.message
    return choose("fact", error.fact, BY_NAME)


def _line_of_the_call() -> int | None:
    """Find the line of the page's Markdown, counted below its front matter, that is being carried out."""
    frame = inspect.currentframe()
    line = None
    while frame:
        made = frame.f_globals.get("__jinja_template__")
        if frame.f_code.co_filename == "<template>" and made is not None:
            line = made.get_corresponding_lineno(frame.f_lineno)  # the outermost template is the page
        frame = frame.f_back
    return line


def _plain(usage: str) -> str:
    """Write parameters as a page's author knows them, without the types that only programs need."""
    names = [part.partition(":")[0].partition("=")[0].strip() for part in usage.split(", ")]
    return ", ".join('facts as name="value"' if name.startswith("**") else name for name in names if name)
