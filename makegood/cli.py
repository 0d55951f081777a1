"""The command `makegood`. It reads files and the clock, so that the policy does not have to.

Exit codes: 0 done; 1 the thing checked has findings; 2 bad input. Bad input is told on standard error, as JSON where
the output is JSON, otherwise in sentences; never as a traceback.
"""

import json
import os
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any, NoReturn

from makegood.checkout import NoCheckoutError, need_set_up
from makegood.commands import audit, cases, diff, message, new, rule, seller_check, triage, verify_pack
from makegood.commands import lint_message as lint
from makegood.commands.bad_input import BadInputError
from makegood.commands.cases_in import read_cases
from policy import answer
from policy.cases.case import Case
from policy.cases.errors import FactError, RefusedError
from policy.cases.schema import facts_schema
from policy.cases.values import parse_value
from policy.language.authored import AuthoredError
from policy.language.kinds import Day
from policy.rendering.advice import advice_html, advice_text

DONE, FINDINGS, BAD_INPUT = 0, 1, 2


class _Parser(ArgumentParser):
    """Tells a wrong command line like any other bad input."""

    def error(self, message: str) -> NoReturn:
        raise BadInputError([FactError(None, None, f"{message[:1].upper()}{message[1:]}. Try “{self.prog} --help”.")])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments (those of the process when left out) and give its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.stdout = sys.stdout or Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # closed by whoever started us
    sys.stderr = sys.stderr or sys.stdout
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(
                encoding="utf-8"
            )  # advice has real quotes and dashes, whatever the terminal's locale says
    try:
        options = _parser().parse_args(given)
        code: int = options.run(options)
        sys.stdout.flush()
    except BadInputError as bad:
        _tell(bad.errors, as_json=_wants_json(given))
        return BAD_INPUT
    except (AuthoredError, NoCheckoutError) as wrong:
        _tell([FactError(None, None, str(wrong))], as_json=_wants_json(given))
        return BAD_INPUT
    except BrokenPipeError:
        # whoever read us has enough; a second error while Python closes the pipe would only confuse
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as wrong:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = wrong.strerror or "nobody takes it"
        _tell([FactError(None, None, f"The answer cannot be written: {reason}.")], as_json=_wants_json(given))
        return BAD_INPUT
    except KeyboardInterrupt:
        return 130
    return code


def _parser() -> ArgumentParser:
    parser = _Parser(prog="makegood", description="What to do when an order went wrong.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    assess = commands.add_parser("assess", help="answer a case: JSON in, advice out")
    assess.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="the case as JSON; - or nothing reads standard input"
    )
    assess.add_argument("--on", metavar="DATE", help="today, like 2026-11-21 (default: the clock's date)")
    assess.add_argument(
        "--format", choices=("json", "text", "html"), help="default: text on a terminal, otherwise json"
    )
    assess.set_defaults(run=_assess)

    facts = commands.add_parser("facts", help="print the facts as a JSON Schema")
    facts.set_defaults(run=_facts)

    message.add_to(commands, _read, _today)
    lint.add_to(commands, _read)
    seller_check.add_to(commands, read=_read)
    audit.add_to(commands)
    cases.add_to(commands)
    diff.add_to(commands)
    rule.add_to(commands)
    triage.add_to(commands, today=_today)
    verify_pack.add_to(commands)
    new.add_to(commands)

    build = commands.add_parser("build", help="build the site into site/")
    build.set_defaults(run=_build)

    serve = commands.add_parser("serve", help="build the site and serve it, with live reload")
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8000)
    serve.set_defaults(run=_serve)
    return parser


def _assess(options: Namespace) -> int:
    today = _today(options.on)
    cases, errors, many = read_cases(_read(options.file), today)
    if errors:
        raise BadInputError(errors)
    form = options.format or ("text" if sys.stdout.isatty() else "json")
    for number, case in enumerate(cases):
        if number and form != "json":
            print()
        print(_written(case, today, form, one_line=many))
    return DONE


def _written(case: Case, today: date, form: str, *, one_line: bool) -> str:
    advice = answer(case, today)
    if form == "html":
        return advice_html(advice, case, today=today).strip()
    if form == "text":
        return advice_text(advice).strip()
    return _json(advice.as_data(), one_line=one_line)


def _facts(_: Namespace) -> int:
    print(_json(facts_schema()))
    return DONE


def _build(_: Namespace) -> int:
    need_set_up("build")
    from makegood.build import site  # what only the build needs is not loaded to answer a case

    return site.build()


def _serve(options: Namespace) -> int:
    need_set_up("serve")
    from makegood.serve import server  # what only the server needs is not loaded to answer a case

    return server.serve(options.host, options.port)


def _today(given: str | None) -> date:
    """Parse the day of `--on`; without it, and only here, read the clock."""
    if given is None:
        return date.today()  # noqa: DTZ011  # the reader's own calendar is what deadlines are compared with
    try:
        day: date = parse_value(Day("--on", "Today", ""), given)
    except RefusedError as refused:
        raise BadInputError([FactError("--on", given, refused.message)]) from None
    return day


def _read(file: str) -> str:
    """Read a file, or standard input for -, as UTF-8 text."""
    try:
        raw = _standard_input() if file == "-" else Path(file).read_bytes()
    except OSError as wrong:
        reason = wrong.strerror or "it cannot be read"
        printable = file.encode("utf-8", "replace").decode()  # a name may hold bytes that are no text
        message = f"{printable} cannot be read: {reason}. Name a file that can be read, or - for standard input."
        raise BadInputError([FactError(None, file, message)]) from None
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        message = f"The input is not UTF-8 text (byte {wrong.start}). Save it as UTF-8 and send it again."
        raise BadInputError([FactError(None, None, message)]) from None


def _standard_input() -> bytes:
    if sys.stdin is None:
        raise OSError(None, "standard input is closed")
    return sys.stdin.buffer.read()


def _wants_json(arguments: Sequence[str]) -> bool:
    """Say whether errors are to be JSON: as `--format` says, otherwise where the output is not for a person to read."""
    if arguments[:1] in (["build"], ["serve"]):  # what these print is for people, wherever it goes
        return False
    for place, argument in enumerate(arguments):
        if argument.startswith("--format="):
            return argument == "--format=json"
        if argument == "--format" and place + 1 < len(arguments):
            return arguments[place + 1] == "json"
    return not sys.stdout.isatty()


def _tell(errors: list[FactError], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"errors": [error.as_data() for error in errors]}), file=sys.stderr)
    else:
        for error in errors:
            print(error.message, file=sys.stderr)


def _json(value: Any, *, one_line: bool = False) -> str:
    return json.dumps(value, ensure_ascii=False, indent=None if one_line else 2)
