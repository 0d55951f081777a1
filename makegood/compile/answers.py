"""Write `docs/assets/answers/`: the compiled answers that the checker looks up before Python runs.

    manifest.json                  which files there are; read by the build alone
    words-<hash>.json              words of the start that most files use, and the names of all other files
    start-<hash>.json              answers while side or programme or problem is open, and nothing else is told
    buyer-<hash>.json              words that nearly all files of this side use
    buyer-ebay-ways-<hash>.json    once side and programme are known: the nodes, and how a request is read
    buyer-ebay-texts-<hash>.json   and the pieces to which they lead

The browser loads what the reader's own answers ask for, a file for each, and nothing else. A file's name ends in a hash
of what it holds, so a browser can keep it for ever. Before they are written, they are walked for some cases and
compared with what Python answers; see `docs/maintain/graph.md`.
"""

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import product
from pathlib import Path
from typing import Any, Final

import brotli  # type: ignore[import-untyped]  # it has no types

from makegood.compile.agreement import disagreements
from makegood.compile.dictionary import Dictionary
from makegood.compile.file import PARTS, Graph, as_text
from makegood.compile.judgements import Seat
from makegood.compile.kept import KEPT, kept, same_for_all
from makegood.integrity import integrity_of
from policy import rulebook
from policy.facts import BY_NAME, SEAT
from policy.language.kinds import Choice

ANSWERS: Final = Path("docs/assets/answers")
"""Where the files go, below the project's root."""

WORDS: Final = "words"
"""The name of the file that comes first on every page."""

START: Final = "start"
"""The name of the file with the first answers, on a page that does not fix both side and programme."""

BUDGETS: Final[Mapping[str, int]] = {WORDS: 10_000, START: 40_000}
"""How many bytes a file may have on the wire, in Brotli, where that is not what a step may take.

With the element's modules, a page's first answer may take 60,000; `tests/browser/test_first_answer.py` counts them.
"""

STEP: Final = 25_000
"""How many bytes may come with each thing that the reader chooses: side, programme, and then the problem."""

SAMPLE: Final = 4
"""For how many cases each file is compared with Python when it is made. The tests compare many more."""

_SIDE, _PROGRAMME, _ = SEAT
_TEXTS: Final = ("pieces", *PARTS)


class AnswersError(Exception):
    """The compiled answers are wrong or too large; the message says which and what to do."""


type Data = dict[str, Any]
"""What a file holds, as JSON data."""

_WAYS: Final = ("ways", "texts")
"""The two files of a seat: what comes with the programme, and what comes with the next thing that is told."""


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
    seats = [*product(_values(_SIDE), _values(_PROGRAMME))]
    with ProcessPoolExecutor() as workers:
        start = workers.submit(_start)
        compiled = partial(_of_seat, root / KEPT, same_for_all(root, inputs(root)))
        made = dict(zip(seats, workers.map(compiled, seats), strict=True))
        files = divided(start.result(), made)
        check(files)
        written = {name: as_text(file).encode() for name, file in files.items() if name != WORDS}
        others = {name: [_file_name(name, data), integrity_of(data)] for name, data in written.items()}
        written[WORDS] = as_text({**files[WORDS], "files": others}).encode()
        for name, size in zip(written, workers.map(on_the_wire, written.values()), strict=True):
            refuse_large(name, size)
    target.mkdir(parents=True)
    names = {name: _file_name(name, data) for name, data in written.items()}
    for name, data in written.items():
        (target / names[name]).write_bytes(data)
    (target / "manifest.json").write_text(json.dumps({"made_from": made_from, "files": names}, indent=1) + "\n")
    return target


def _start() -> Data:
    return Graph(rulebook(), Seat({}, frozenset(SEAT), SEAT)).file()


def _of_seat(folder: Path, same: str, seat: tuple[str, str]) -> Data:
    """Compile the answers of one side and programme, or take those that are kept."""
    fixed = dict(zip((_SIDE, _PROGRAMME), seat, strict=True))
    rules = rulebook().relevant(fixed)

    def make() -> Data:
        return Graph(rulebook(), Seat(fixed, frozenset(BY_NAME))).file()

    return kept(folder, "-".join(seat), same, rulebook(), rules, make)


def divided(start: Data, seats: Mapping[tuple[str, str], Data]) -> dict[str, Data]:
    """Divide compiled answers into the files that the browser joins again: name -> what it holds.

    Args:
        start: the answers while side, programme or problem is open.
        seats: side and programme -> their answers.
    """
    common = Dictionary()
    common.learn([_texts_of(file) for file in seats.values()], len(seats) // 2 + 1, _texts_of(start))
    files = {WORDS: _first(start, common.words)}
    files[START] = _shorter(start, common)
    for side in dict.fromkeys(side for side, _ in seats):
        of_side = {programme: file for (its, programme), file in seats.items() if its == side}
        shared = Dictionary(common)
        shared.learn([_texts_of(file) for file in of_side.values()], max(2, len(of_side) * 9 // 10))
        files[side] = {"words": shared.words}
        for programme, file in of_side.items():
            whole = _shorter(file, shared)
            ways, texts = (f"{side}/{programme}/{part}" for part in _WAYS)
            files[texts] = {part: whole.pop(part) for part in _TEXTS}
            files[ways] = whole
    return files


def _first(start: Data, words: list[str]) -> Data:
    """Give what the first file holds beside the names of the others.

    `seat` are the facts whose values, with / between, name the files of a seat; `start` those that the start answers.
    """
    same = {name: start[name] for name in ("format", "policy", "not_known")}
    return {**same, "seat": [_SIDE, _PROGRAMME], "start": list(SEAT), "words": words}


def joined(files: Mapping[str, Data], *names: str) -> Data:
    """Join some files, as the browser does."""
    whole: Data = {}
    for name in (WORDS, *names):
        whole = {**whole, **files[name], "words": [*whole.get("words", ()), *files[name].get("words", ())]}
    return whole


def needed_for(side: str, programme: str) -> tuple[str, ...]:
    """Name the files that answer for a side and a programme, in the order in which they are joined."""
    return (side, *(f"{side}/{programme}/{part}" for part in _WAYS))


def _texts_of(file: Data) -> list[Any]:
    return [file[part] for part in _TEXTS]


def _shorter(file: Data, before: Dictionary) -> Data:
    """Write what a file holds with words: those before it, and some of its own."""
    own = Dictionary(before)
    own.learn_markup(_texts_of(file))
    return {**file, **{part: own.shorter(file[part]) for part in _TEXTS}, "words": own.words}


def _values(fact: str) -> list[str]:
    told = BY_NAME[fact]
    return [value.name for value in told.values] if isinstance(told, Choice) else []


def files_for(root: Path, preset: Mapping[str, Any]) -> list[str]:
    """List the files that the first answer on a page needs that fixes these facts, the first one first.

    None where there are no compiled answers.
    """
    files = _read(root / ANSWERS).get("files", {})
    seat = [preset[fact] for fact in (_SIDE, _PROGRAMME) if fact in preset]
    names = (WORDS, *(needed_for(*seat) if len(seat) > 1 else (START,)))
    return [files[name] for name in names if name in files]


def check(files: Mapping[str, Data]) -> None:
    """Compare what files say with what Python says.

    Raises:
        AnswersError: they say something else.
    """
    seats = dict.fromkeys(tuple(name.split("/")[:2]) for name in files if "/" in name)
    for names in ((START,), *(needed_for(*seat) for seat in seats)):
        if wrong := next(iter(disagreements(joined(files, *names), SAMPLE)), None):
            raise AnswersError(
                f"The compiled answers “{names[-1]}” are not what Python answers. See `makegood/compile/`. {wrong}"
            )


def refuse_large(name: str, size: int) -> None:
    """Stop at a file that has more bytes on the wire than it may.

    Raises:
        AnswersError: it has.
    """
    if size > (budget := BUDGETS.get(name, STEP)):
        raise AnswersError(
            f"The compiled answers “{name}” take {size} bytes on the wire, more than the {budget} they may. See "
            "`docs/maintain/graph.md`, “When the answers grow too large”."
        )


def _file_name(name: str, data: bytes) -> str:
    return f"{name.replace('/', '-')}-{hashlib.sha256(data).hexdigest()[:16]}.json"


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
