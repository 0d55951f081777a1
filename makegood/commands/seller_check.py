"""`makegood seller-check`: answers on the eight indicators in; a verdict, its reasons and the next questions out."""

import json
import sys
from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Callable
from typing import TYPE_CHECKING

from makegood.commands.bad_input import BadInputError
from policy.seller_check import INDICATORS, SellerCheck, check, check_html, check_text, read_answers

if TYPE_CHECKING:
    from argparse import _SubParsersAction

_KEYS = "\n".join(f"  {indicator.name} ({indicator.id}): {indicator.fact.ask}" for indicator in INDICATORS)


def add_to[P: ArgumentParser](commands: "_SubParsersAction[P]", read: Callable[[str], str]) -> None:
    """Add the command to the command line; `read` gives the text of a file, or of standard input for -."""
    command = commands.add_parser(
        "seller-check",
        help="judge a seller before you buy: JSON in, verdict out",
        description="Judge a seller before you buy, by eight indicators.",
        epilog="Answer each of these that you know with yes or no, under its name or its id:\n" + _KEYS,
        formatter_class=RawDescriptionHelpFormatter,
    )
    command.add_argument(
        "file",
        nargs="?",
        default="-",
        metavar="FILE",
        help="the answers as one JSON object; - or nothing reads standard input",
    )
    command.add_argument(
        "--format", choices=("json", "text", "html"), help="default: text on a terminal, otherwise json"
    )
    command.set_defaults(run=lambda options: _run(options, read))


def _run(options: Namespace, read: Callable[[str], str]) -> int:
    answers = read_answers(read(options.file))
    if isinstance(answers, list):
        raise BadInputError(answers)
    form = options.format or ("text" if sys.stdout.isatty() else "json")
    print(_written(check(answers), form))
    return 0


def _written(judged: SellerCheck, form: str) -> str:
    if form == "html":
        return check_html(judged).strip()
    if form == "text":
        return check_text(judged).strip()
    return json.dumps(judged.as_data(), ensure_ascii=False, indent=2)
