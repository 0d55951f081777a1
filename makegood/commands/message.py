"""`makegood message`: one message, filled from a case, ready to send."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from makegood.commands.bad_input import BadInputError
from policy import answer
from policy.cases.case import read_case
from policy.cases.errors import FactError
from policy.engine.advice import Advice
from policy.facts import BY_NAME
from policy.messages.filling import blank_name, fill
from policy.messages.templates import message_templates

if TYPE_CHECKING:
    from argparse import _SubParsersAction


def add_to[P: ArgumentParser](
    commands: "_SubParsersAction[P]", read: Callable[[str], str], today: Callable[[str | None], date]
) -> None:
    """Add the command; `read` gives the text of a file, or of standard input for -, and `today` the day told."""
    command = commands.add_parser(
        "message",
        help="fill one message from a case",
        description="Fill one message from a case. While a blank is unfilled, or where the case does not allow the "
        "message, nothing is printed, unless you ask for a draft.",
        epilog="Messages: " + ", ".join(message_templates()),
    )
    command.add_argument("id", metavar="ID", help="which message")
    command.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="the case as JSON; - reads standard input"
    )
    command.add_argument("--draft", action="store_true", help="print it all the same, and say why it cannot be sent")
    command.add_argument("--on", metavar="DATE", help="today, like 2026-11-21 (default: the clock's date)")
    command.set_defaults(run=lambda options: _run(options, read, today(options.on)))


def _run(options: Namespace, read: Callable[[str], str], today: date) -> int:
    if options.id not in message_templates():
        known = ", ".join(message_templates())
        raise BadInputError([FactError(None, options.id, f"There is no message {options.id}. Use one of: {known}.")])
    case = read_case(read(options.file))
    if isinstance(case, list):
        raise BadInputError(case)
    advice = answer(case, today)
    message = fill(options.id, case, advice.remedy.ask)
    wrong = [] if options.id in [sent.id for sent in advice.messages] else [_not_for(options.id, advice)]
    wrong += [_unfilled(fact) for fact in message.missing]
    if wrong and not options.draft:
        raise BadInputError(wrong)
    for error in wrong:
        print(f"Draft: {error.message}", file=sys.stderr)
    print(f"To: {message.to}\nSubject: {message.subject}\n\n{message.body}")
    return 0


def _not_for(message: str, advice: Advice) -> FactError:
    """Say that a case does not allow a message, and which ones it allows."""
    sent = ", ".join(sent.id for sent in advice.messages)
    instead = f"Use {sent}" if sent else "It has no message to send now"
    return FactError(
        None,
        message,
        f"The message {message} does not fit this case. {instead}, or use --draft to see it all the same.",
    )


def _unfilled(fact: str) -> FactError:
    blank = blank_name(BY_NAME[fact])
    message = f"{fact} is not known, so the message still has the blank [{blank}]. Add the fact, or use --draft."
    return FactError(fact, None, message)
