"""`makegood diff REV`: what the change from a git revision to this working tree does to the policy and its answers."""

import io
import json
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from makegood.checkout import ROOT, need_checkout
from makegood.commands.bad_input import BadInputError, printable
from policy.cases.errors import FactError

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from makegood.commands.policy_difference import Difference

SAMPLE: Final = 1000
"""Cases that are compared besides the case files: made of the vocabulary, the same ones each time."""

_TODAY: Final = "2026-11-21"
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
print(json.dumps(telling.policy_as_data(json.load(sys.stdin))))
"""
"""Tells the policy of one revision: argv holds the folder that it is in, and the file of `policy_difference.py`."""


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
    from makegood.commands.policy_difference import compare

    cases = _cases(root / "tests" / "cases")
    with tempfile.TemporaryDirectory(prefix="makegood-") as folder:
        _take_out(revision, root, Path(folder))
        before = _told(Path(folder), cases, revision)
    return compare(before, _told(root, cases, "the working tree"))


def as_text(difference: "Difference") -> str:
    """Write a difference for people."""
    (old, old_digest), (new, new_digest) = difference.before, difference.after
    lines = [f"Policy {old} ({old_digest[:12]}) → {new} ({new_digest[:12]})"]
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
    return "\n".join(lines)


def _cases(folder: Path) -> dict[str, dict[str, Any]]:
    found = {}
    for path in sorted(folder.rglob("*.toml")):
        told = tomllib.loads(path.read_text(encoding="utf-8"))
        facts = {fact: value.isoformat() if isinstance(value, date) else value for fact, value in told["facts"].items()}
        found[path.relative_to(folder).with_suffix("").as_posix()] = {"on": told["on"].isoformat(), "facts": facts}
    return found | {f"sample {number}": case for number, case in enumerate(_sample())}


def _sample() -> list[dict[str, Any]]:
    """Make cases by counting through the choices with steps that share no factor: spread wide, and always the same."""
    from policy import parse_case
    from policy.facts import FACTS
    from policy.language.kinds import Choice

    choices = [fact for fact in FACTS if isinstance(fact, Choice)]
    made: list[dict[str, Any]] = []
    number = 0
    while len(made) < SAMPLE:
        facts: dict[str, Any] = {}
        state = number
        for place, fact in enumerate(choices):
            state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
            pick = (state >> 33) % (len(fact.values) + (0 if place < len(("side", "programme", "problem")) else 2))
            if pick < len(fact.values) and not isinstance(
                parse_case({**facts, fact.name: fact.values[pick].name}), list
            ):
                facts[fact.name] = fact.values[pick].name
        made.append({"on": _TODAY, "facts": facts})
        number += 1
    return made


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


def _told(folder: Path, cases: Mapping[str, Any], name: str) -> dict[str, Any]:
    command = [sys.executable, "-I", "-c", _TELL, str(folder), str(Path(__file__).with_name("policy_difference.py"))]
    done = subprocess.run(command, input=json.dumps(cases).encode(), capture_output=True, check=False)
    if done.returncode != 0:
        reason = done.stderr.decode(errors="replace").strip().splitlines()[-1:]
        message = f"The policy of {printable(name)} cannot be read. Name a later one. ({' '.join(reason)})"
        raise _bad(name, message)
    told: dict[str, Any] = json.loads(done.stdout)
    return told


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
