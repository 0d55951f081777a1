"""Write `docs/assets/answers/`: the compiled answers that the checker looks up before Python runs.

    manifest.json                          which file is for which page; read by the build alone
    start-<hash>.json                      while side or programme is open, and no more than the problem is told
    seller-ebay-<hash>.json                once both are known, whatever else is told

The first names the ones that follow it, so the browser loads what the reader's own answers ask for, and nothing else.
A file's name ends in a hash of what it holds, so a browser can keep it for ever. Before a file is written, it is walked
for some cases and compared with what Python answers; see `docs/maintain/graph.md`.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from itertools import product
from pathlib import Path
from typing import Any, Final, NamedTuple

import brotli  # type: ignore[import-untyped]  # it has no types

from makegood.compile.agreement import disagreements
from makegood.compile.file import Graph, as_text
from makegood.compile.judgements import Seat
from makegood.integrity import integrity_of
from policy import rulebook
from policy.facts import BY_NAME, SEAT
from policy.language.kinds import Choice

ANSWERS: Final = Path("docs/assets/answers")
"""Where the files go, below the project's root."""

START: Final = "start"
"""The name of the file for pages that fix neither side and programme."""

BUDGET: Final[Mapping[bool, int]] = {True: 45_000, False: 85_000}
"""How many bytes a file may have on the wire, in Brotli: the first, and any that follows it.

With the element's modules, a page's first answer may take 60,000; `tests/browser/test_first_answer.py` counts them.
"""

SAMPLE: Final = 4
"""For how many cases each file is compared with Python when it is made. The tests compare many more."""

_SIDE, _PROGRAMME, _ = SEAT


class AnswersError(Exception):
    """The compiled answers are wrong or too large; the message says which and what to do."""


class _Made(NamedTuple):
    """A file: what it is for, its name and its content."""

    seat: str
    file: str
    data: bytes


def prepare(root: Path) -> Path:
    """Bring `docs/assets/answers/` up to date and give its path.

    What was made from the same policy stays untouched. Compiling takes some minutes, so with
    `MAKEGOOD_QUICK_STARTS=no` in the environment, as the live server sets it, stale answers are taken away instead:
    then every answer comes from Python.

    Raises:
        AnswersError: a file that answers otherwise than Python does, or that is too large.
    """
    target = root / ANSWERS
    made_from = _key(root)
    manifest = _read(target)
    if manifest.get("made_from") == made_from and all((target / file).is_file() for file in manifest["files"].values()):
        return target
    shutil.rmtree(target, ignore_errors=True)
    if os.environ.get("MAKEGOOD_QUICK_STARTS") == "no":
        return target
    target.mkdir(parents=True)
    seats = [dict(zip((_SIDE, _PROGRAMME), seat, strict=True)) for seat in product(_values(_SIDE), _values(_PROGRAMME))]
    with ProcessPoolExecutor() as workers:
        start = workers.submit(_start)
        made = list(workers.map(_of_seat, seats))
        following = {name.replace(" ", "/"): [file, integrity_of(data)] for name, file, data in made}
        begun = _checked(START, {**start.result(), "following": [[_SIDE, _PROGRAMME], following]})
    for _, file, data in (*made, begun):
        (target / file).write_bytes(data)
    names = {name: file for name, file, _ in (*made, begun)}
    (target / "manifest.json").write_text(json.dumps({"made_from": made_from, "files": names}, indent=1) + "\n")
    return target


def _start() -> dict[str, Any]:
    return Graph(rulebook(), Seat({}, frozenset(SEAT), (_SIDE, _PROGRAMME))).file()


def _of_seat(seat: Mapping[str, str]) -> _Made:
    """Make the file of one side and programme."""
    return _checked(" ".join(seat.values()), Graph(rulebook(), Seat(seat, frozenset(BY_NAME))).file())


def _values(fact: str) -> list[str]:
    told = BY_NAME[fact]
    return [value.name for value in told.values] if isinstance(told, Choice) else []


def file_for(root: Path, preset: Mapping[str, Any]) -> str:
    """Name the file for a page that fixes these facts; empty where there is none."""
    files = _read(root / ANSWERS).get("files", {})
    known = [preset[fact] for fact in (_SIDE, _PROGRAMME) if fact in preset]
    found: str = files.get(" ".join(known), files.get(START, ""))
    return found


def _checked(name: str, file: Mapping[str, Any]) -> _Made:
    """Give a file's name and content, after it was found right."""
    if wrong := next(iter(disagreements(file, SAMPLE)), None):
        raise AnswersError(
            f"The compiled answers “{name}” are not what Python answers. See `makegood/compile/`. {wrong}"
        )
    data = as_text(file).encode()
    small, budget = on_the_wire(data), BUDGET[name == START]
    if small > budget:
        raise AnswersError(
            f"The compiled answers “{name}” take {small} bytes on the wire, more than the {budget} they may. See "
            "`docs/maintain/graph.md`, “When the answers grow too large”."
        )
    return _Made(name, f"{name.replace(' ', '-')}-{hashlib.sha256(data).hexdigest()[:16]}.json", data)


def on_the_wire(data: bytes) -> int:
    """Count the bytes of a file as a host sends it to a browser that takes Brotli."""
    return len(brotli.compress(data, mode=brotli.MODE_TEXT, quality=11, lgwin=22))


def _key(root: Path) -> str:
    """Hash everything that decides what the files hold."""
    total = hashlib.sha256()
    for path in inputs(root):
        total.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return total.hexdigest()


def inputs(root: Path) -> list[Path]:
    """List every file that decides what the compiled answers hold, but for the pages."""
    house = Path(__file__).parents[1]
    folders = (root / "policy", house / "compile", house / "diagrams")
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return sorted((*files, *(house / name for name in ("random_cases.py", "undecided.py", "integrity.py"))))


def _read(target: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((target / "manifest.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return manifest
