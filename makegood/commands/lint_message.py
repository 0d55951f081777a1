"""`makegood lint-message`: a draft in; what in it would hurt the writer's case, and what to write instead, out."""

import json
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from makegood.commands.bad_input import BadInputError
from policy.cases.errors import FactError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

DONE, FINDINGS = 0, 1


def add_to[P: ArgumentParser](commands: "_SubParsersAction[P]", read: Callable[[str], str]) -> None:
    """Add the command to the command line; `read` gives the text of a file, or of standard input for -."""
    command = commands.add_parser(
        "lint-message",
        help="check a draft before you send it: text in, findings out as JSON; exit 1 where there are any",
        description="Check a draft, written in English, before you send it. Findings come as a JSON list; start and "
        "end count characters of the draft, and both are 0 where the draft lacks something.",
    )
    command.add_argument(
        "file", nargs="?", default="-", metavar="FILE", help="the draft; - or nothing reads standard input"
    )
    command.add_argument("--side", required=True, choices=("buyer", "seller"), help="who sends it")
    command.add_argument(
        "--to",
        default="",
        metavar="WHOM",
        help="who gets it, like seller, agent, customer, carrier, post office, support (default: by the greeting, else "
        "the seller or the customer); only a claim to a seller or an agent needs all four parts",
    )
    command.set_defaults(run=lambda options: _run(options, read))


def _run(options: Namespace, read: Callable[[str], str]) -> int:
    from policy.wording import check_draft, is_english  # what only this command needs is not loaded to answer a case

    draft = read(options.file)
    if not draft.strip():
        raise BadInputError([FactError(None, "", "The draft is empty. Write your message, and check it again.")])
    if not is_english(draft):
        message = "This does not look like English, and only English can be checked. Translate the draft first."
        raise BadInputError([FactError(None, None, message)])
    findings = check_draft(draft, options.side, options.to)
    print(json.dumps([finding.as_data() for finding in findings], ensure_ascii=False, indent=2))
    return FINDINGS if findings else DONE
