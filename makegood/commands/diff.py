"""`makegood diff REV`: what the change from a git revision to this working tree does to the policy and its answers."""

import io
import json
import subprocess
import sys
import tarfile
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from makegood.checkout import ROOT, need_checkout
from makegood.commands.bad_input import BadInputError, printable
from makegood.whole_cases import BrokenCaseFileError, case_files
from policy.cases.errors import FactError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from makegood.commands.policy_difference import Difference

SAMPLE: Final = 1000
"""Cases that are compared besides the case files: made of the vocabulary, the same ones each time."""

_SHOWN: Final = 20
"""Answers that the text tells in full; the JSON tells all."""

_TELL: Final = """
import json, sys
sys.path[:] = [sys.argv[1]] + [path for path in sys.path if path]
sys.dont_write_bytecode = True
import importlib.util
import policy
spec = importlib.util.spec_from_file_location("telling", sys.argv[2])
telling = importlib.util.module_from_spec(spec)
spec.loader.exec_module(telling)
print(json.dumps(getattr(telling, sys.argv[3])(json.load(sys.stdin))))
"""
"""Asks the policy of one revision: argv holds its folder, the file of `policy_told.py`, and which function."""


def add_to[P: ArgumentParser](commands: "_SubParsersAction[P]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "diff",
        help="what a change of the policy does to the answers, since a git revision",
        description="Compare the policy of a git revision with this working tree: rules added, removed and changed, "
        "and which of the whole cases and of a fixed sample are answered differently.",
    )
    command.add_argument("revision", metavar="REV", help="a git revision, like main, HEAD~3 or a tag")
    command.add_argument("--format", choices=("json", "text"), help="default: text on a terminal, otherwise json")
    command.set_defaults(run=_run)


def _run(options: Namespace) -> int:
    need_checkout("diff")
    difference = since(options.revision)
    form = options.format or ("text" if sys.stdout.isatty() else "json")
    print(as_text(difference) if form == "text" else json.dumps(difference.as_data(), ensure_ascii=False, indent=2))
    return 0


def since(revision: str, root: Path = ROOT) -> "Difference":
    """Compare the policy of a revision with that of the working tree.

    Raises:
        BadInputError: no such revision, or one without a policy that can be told.
    """
    from makegood.commands.policy_difference import compare, shared, states, unknown_to

    with tempfile.TemporaryDirectory(prefix="makegood-") as folder:
        _take_out(revision, root, Path(folder))
        before, after = _Checkout(Path(folder), revision), _Checkout(root, "the working tree")
        old_facts, new_facts = before.ask("vocabulary_as_data"), after.ask("vocabulary_as_data")
        files = _whole_cases(root)
        strange = {*unknown_to(old_facts, new_facts), *unknown_to(new_facts, old_facts)}
        left_out = [name for name, case in files.items() if states(case["facts"], strange)]
        sample = before.ask("sample", {"number": SAMPLE, "vocabulary": shared(old_facts, new_facts)})
        cases = {name: case for name, case in files.items() if name not in left_out}
        cases |= {f"sample {number}": case for number, case in enumerate(sample)}
        return compare(before.ask("policy_as_data", cases), after.ask("policy_as_data", cases), left_out)


def as_text(difference: "Difference") -> str:
    """Write a difference for people."""
    (old, old_digest), (new, new_digest) = difference.before, difference.after
    lines = [f"Policy {old} ({old_digest[:12]}) → {new} ({new_digest[:12]})"]
    lines += ["", f"Facts that are new: {', '.join(difference.new)}"] if difference.new else []
    lines += ["", f"Facts that are gone: {', '.join(difference.gone)}"] if difference.gone else []
    for title, rules in (("Added", difference.added), ("Removed", difference.removed)):
        lines += ["", f"{title}: {_count(len(rules), 'rule')}"] if rules else []
        for id_, rule in rules:
            lines += [f"  {id_}", f"    when {rule['when']}", f"    gives {rule['gives']}: {_short(rule['says'])}"]
    lines += ["", f"Changed: {_count(len(difference.changed), 'rule')}"] if difference.changed else []
    for change in difference.changed:
        lines += [f"  {change.id}", *_told_parts(change.parts)]
    # the smallest samples are the easiest to read
    answers = sorted(difference.answers, key=lambda one: len(one.facts) if one.case.startswith("sample ") else 0)
    lines += ["", f"Answers that differ: {len(answers)} of {_count(difference.cases, 'case')}"]
    for answered in answers[:_SHOWN]:
        lines += [f"  {answered.case} {json.dumps(answered.facts, ensure_ascii=False)}", *_told_parts(answered.parts)]
    if len(answers) > _SHOWN:
        lines.append(f"  and {len(answers) - _SHOWN} more; --format json tells all")
    if difference.left_out:
        left_out = _count(len(difference.left_out), "whole case")
        lines.append(f"Not compared, as only one of the two knows all that they state: {left_out}")
    return "\n".join(lines)


def _whole_cases(root: Path) -> dict[str, dict[str, Any]]:
    """Read the whole cases: {"on": day, "facts": …} by name."""
    try:
        found = case_files(root / "tests" / "cases")
    except BrokenCaseFileError as broken:
        raise BadInputError([FactError(None, None, str(broken))]) from None
    return {case.name: {"on": case.on.isoformat(), "facts": case.facts} for case in found}


def _take_out(revision: str, root: Path, folder: Path) -> None:
    """Put the policy of a revision into a folder."""
    if revision.startswith("-"):
        raise _bad(revision, f"{printable(revision)} is no revision. Name one that git knows, like main or HEAD~3.")
    found = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found.returncode != 0:
        message = (
            f"git knows no revision {printable(revision)} here. Name one that “git log” shows, like main or HEAD~3."
        )
        raise _bad(revision, message)
    archive = _git(root, "archive", "--format=tar", found.stdout.decode().strip(), "policy")
    if archive.returncode != 0:
        raise _bad(revision, f"The revision {printable(revision)} has no folder policy/. Name a later one.")
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(folder, filter="data")


def _git(root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)
    except (OSError, ValueError) as wrong:
        raise _bad("", f"git cannot be run: {wrong}. Install git, and run this in a clone of the project.") from None


class _Checkout(NamedTuple):
    """A folder with the policy of one revision, and what a sentence calls it."""

    folder: Path
    name: str

    def ask(self, function: str, given: Any = None) -> Any:
        """Call a function of `policy_told.py` inside this policy; what goes in and comes out is plain data."""
        telling = str(Path(__file__).with_name("policy_told.py"))
        command = [sys.executable, "-I", "-c", _TELL, str(self.folder), telling, function]
        done = subprocess.run(command, input=json.dumps(given).encode(), capture_output=True, check=False)
        if done.returncode != 0:
            reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
            message = f"The policy of {printable(self.name)} cannot be read. Name a later one. ({' '.join(reason)})"
            raise _bad(self.name, message)
        return json.loads(done.stdout)


def _bad(revision: str, message: str) -> BadInputError:
    return BadInputError([FactError(None, printable(revision), message)])


def _told_parts(parts: Mapping[str, tuple[Any, Any]]) -> list[str]:
    lines = []
    for part, (before, after) in parts.items():
        if isinstance(before, dict) and isinstance(after, dict):
            lines += _told_parts(
                {
                    f"{part} {key}": (before.get(key), after.get(key))
                    for key in {**before, **after}
                    if before.get(key) != after.get(key)
                }
            )
            continue
        gone, new = _parted(before, after)
        lines += (
            [f"    {part}:"] + [f"      - {_short(one)}" for one in gone] + [f"      + {_short(one)}" for one in new]
        )
    return lines


def _parted(before: Any, after: Any) -> tuple[list[Any], list[Any]]:
    """Of two lists only what the other lacks, of two other things both."""
    if isinstance(before, list) and isinstance(after, list):
        gone, new = [one for one in before if one not in after], [one for one in after if one not in before]
        return (
            (gone, new) if gone or new else (["in this order: " + _short(before)], ["in this order: " + _short(after)])
        )
    return [before], [after]


def _short(value: Any) -> str:
    if isinstance(value, dict) and "text" in value:
        return str(value["text"])
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
