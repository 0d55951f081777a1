"""`makegood message`: one message, filled from a case, ready to send."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from makegood.commands.bad_input import BadInputError
from policy import answer
from policy.cases.case import Case, read_case
from policy.cases.errors import FactError
from policy.facts import BY_NAME
from policy.messages.filling import Message, blank_name, fill
from policy.messages.templates import message_templates

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_to[P: ArgumentParser](commands: "_SubParsersAction[P]", read: Callable[[str], str]) -> None:
    """Add the command to the command line; `read` gives the text of a file, or of standard input for -."""
    command = commands.add_parser(
        "message",
        help="fill one message from a case",
        description="Fill one message from a case. While a blank is unfilled nothing is printed, unless you ask for "
        "a draft.",
        epilog="Messages: " + ", ".join(message_templates()),
    )
    command.add_argument("id", metavar="ID", help="which message")
    command.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="the case as JSON; - reads standard input"
    )
    command.add_argument("--draft", action="store_true", help="print it although blanks are left in it")
    command.set_defaults(run=lambda options: _run(options, read))


def _run(options: Namespace, read: Callable[[str], str]) -> int:
    if options.id not in message_templates():
        known = ", ".join(message_templates())
        raise BadInputError([FactError(None, options.id, f"There is no message {options.id}. Use one of: {known}.")])
    case = read_case(read(options.file))
    if isinstance(case, list):
        raise BadInputError(case)
    message = _filled(options.id, case)
    if message.missing and not options.draft:
        raise BadInputError([_unfilled(fact) for fact in message.missing])
    print(f"To: {message.to}\nSubject: {message.subject}\n\n{message.body}")
    return 0


def _filled(message: str, case: Case) -> Message:
    """Fill it as the case's advice does, with what is fair to ask for."""
    return fill(message, case, answer(case).remedy.ask)


def _unfilled(fact: str) -> FactError:
    blank = blank_name(BY_NAME[fact])
    message = f"{fact} is not known, so the message still has the blank [{blank}]. Add the fact, or use --draft."
    return FactError(fact, None, message)
