"""How well the wording checks do on the labelled drafts, which README.md explains: `python -m tests.wording.measure`.

Precision: of what was found, the share that is right. Recall: of what is there, the share that was found.
"""

import sys
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from policy.wording import CHECKS, SIDES, check_draft

DRAFTS = Path(__file__).parent
SETS = ("tuned", "held_out")
_KEYS = {"name", "side", "label", "finds", "to", "text"}


class Draft(NamedTuple):
    """A draft with its label: `finds` are the ids of the checks that should find something; none in a good draft."""

    name: str
    file: str
    side: str
    to: str
    text: str
    finds: frozenset[str]

    @property
    def found(self) -> frozenset[str]:
        """The ids of the checks that do find something."""
        return _found(self.text, self.side, self.to)


@cache
def _found(text: str, side: str, to: str) -> frozenset[str]:
    """A draft is scored once for each check, and read once for all of them."""
    return frozenset(finding.id for finding in check_draft(text, side, to))


class Score(NamedTuple):
    """How often something was found rightly, found wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Of what was found, the share that is right; 1 where nothing was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of what is there, the share that was found; 1 where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


@cache
def drafts(name: str) -> tuple[Draft, ...]:
    """Read one set, one of `SETS`.

    Raises:
        ValueError: a draft with a wrong label, named.
    """
    return tuple(
        _draft(entry, f"{name}/{path.name}")
        for path in sorted((DRAFTS / name).glob("*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8"))["draft"]
    )


def score_of(check: str, among: Iterable[Draft]) -> Score:
    """Score one check, in drafts."""
    return _score((check in draft.finds, check in draft.found) for draft in among)


def score_of_all_checks(among: Iterable[Draft]) -> Score:
    """Score all checks together: each draft counts once for each check."""
    return _score(
        (check.id in draft.finds, check.id in found) for draft in among for found in (draft.found,) for check in CHECKS
    )


def score_of_drafts(among: Iterable[Draft]) -> Score:
    """Score the verdict on whole drafts: is anything found in it?"""
    return _score((bool(draft.finds), bool(draft.found)) for draft in among)


def table(name: str) -> str:
    """Write the figures of one set as a table; below it, of the tuned drafts only, those that came out wrong."""
    among = drafts(name)
    good = sum(not draft.finds for draft in among)
    rows = [(check.id, score_of(check.id, among)) for check in CHECKS]
    rows += [("all checks together", score_of_all_checks(among)), ("whole drafts", score_of_drafts(among))]
    lines = [f"{name}: {len(among)} drafts, {good} good, {len(among) - good} bad", _HEAD]
    lines += [
        f"{row:<24}{score.right:>6}{score.wrong:>6}{score.missed:>7}{score.precision:>11.2f}{score.recall:>8.2f}"
        for row, score in rows
    ]
    for draft in among if name == "tuned" else ():
        found = draft.found
        if found != draft.finds:
            wrong, missed = ", ".join(sorted(found - draft.finds)), ", ".join(sorted(draft.finds - found))
            lines.append(f"  {draft.file} {draft.name}: wrongly found [{wrong}], missed [{missed}]")
    return "\n".join(lines)


_HEAD = f"{'check':<24}{'right':>6}{'wrong':>6}{'missed':>7}{'precision':>11}{'recall':>8}"


def _score(pairs: Iterable[tuple[bool, bool]]) -> Score:
    counted = list(pairs)
    return Score(counted.count((True, True)), counted.count((False, True)), counted.count((True, False)))


def _draft(entry: dict[str, str], file: str) -> Draft:
    name = f"{file}, draft {entry.get('name', entry.get('text', '')[:40])!r}"
    finds = frozenset(entry.get("finds", ()))
    if unknown := entry.keys() - _KEYS:
        raise ValueError(f"{name}: {', '.join(sorted(unknown))} is no key. Use: {', '.join(sorted(_KEYS))}.")
    if missing := {"name", "side", "label", "text"} - entry.keys():
        raise ValueError(f"{name}: add {', '.join(sorted(missing))}.")
    if entry["side"] not in SIDES:
        raise ValueError(f"{name}: side is one of {', '.join(SIDES)}.")
    if entry["label"] != ("bad" if finds else "good"):
        raise ValueError(f"{name}: a good draft has no finds, a bad one has at least one.")
    if no_checks := finds - {check.id for check in CHECKS}:
        raise ValueError(f"{name}: {', '.join(sorted(no_checks))} is no check.")
    return Draft(entry["name"], file, entry["side"], entry.get("to", ""), entry["text"], finds)


if __name__ == "__main__":
    print("\n\n".join(table(name) for name in sys.argv[1:] or SETS))
