"""Write `docs/assets/answers/`: the compiled answers that the checker looks up before Python runs.

    manifest.json                        which file is for which page; read by the build alone
    everything-<hash>.json               for pages that fix nothing, or not what another file is for
    seller-kingston-express-<hash>.json  for pages that fix these values of the seat, and a part of the above

A file's name ends in a hash of what it holds, so a browser can keep it for ever. Before a file is written, it is walked
for some cases and compared with what Python answers; see `docs/maintain/graph.md`.
"""

import ast
import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import brotli  # type: ignore[import-untyped]  # it has no types

from makegood.compile.agreement import disagreements
from makegood.compile.file import Graph, as_text
from policy import rulebook
from policy.facts import SEAT

ANSWERS: Final = Path("docs/assets/answers")
"""Where the files go, below the project's root."""

EVERYTHING: Final = "everything"
"""The name of the file for pages that fix nothing."""

BUDGET: Final[Mapping[bool, int]] = {True: 48_000, False: 30_000}
"""How many bytes a file may have on the wire, in Brotli: the one for everything, and any other.

With the element's modules, a page's first answer may take 60,000; `tests/browser/test_first_answer.py` counts them.
"""

SAMPLE: Final[Mapping[bool, int]] = {True: 40, False: 10}
"""For how many cases a file is compared with Python when it is made: the one for everything, and any other, which is a
part of the same graph. The tests compare many more."""


class AnswersError(Exception):
    """The compiled answers are wrong or too large; the message says which and what to do."""


def on_the_wire(data: bytes) -> int:
    """Count the bytes of a file as a host sends it to a browser that takes Brotli."""
    return len(brotli.compress(data, quality=11))


def prepare(root: Path, weigh: Callable[[bytes], int] = on_the_wire) -> Path:
    """Bring `docs/assets/answers/` up to date and give its path.

    What was made from the same policy for the same pages stays untouched. Compiling takes some seconds, so with
    `MAKEGOOD_QUICK_STARTS=no` in the environment, as the live server sets it, stale answers are taken away instead:
    then every answer comes from Python.

    Args:
        root: The project's root.
        weigh: Counts the bytes of a file on the wire. A build that compresses the files anyway has its own.

    Raises:
        AnswersError: a file that answers otherwise than Python does, or that is too large.
    """
    target = root / ANSWERS
    presets = {name_of(preset): preset for preset in presets_in(root / "docs")}
    made_from = _key(root, presets)
    manifest = _read(target)
    if manifest.get("made_from") == made_from and all((target / file).is_file() for file in manifest["files"].values()):
        return target
    shutil.rmtree(target, ignore_errors=True)
    if os.environ.get("MAKEGOOD_QUICK_STARTS") == "no":
        return target
    graph = Graph(rulebook())
    files = {
        name: _file(name, graph.file(preset or None), preset, weigh)
        for name, preset in {EVERYTHING: {}, **presets}.items()
    }
    target.mkdir(parents=True)
    for file, data in files.values():
        (target / file).write_bytes(data)
    names = {name: file for name, (file, _) in files.items()}
    (target / "manifest.json").write_text(json.dumps({"made_from": made_from, "files": names}, indent=1) + "\n")
    return target


def file_for(root: Path, preset: Mapping[str, Any]) -> str:
    """Name the file for a page that fixes these facts; empty where there is none."""
    files = _read(root / ANSWERS).get("files", {})
    found: str = files.get(name_of(preset), files.get(EVERYTHING, ""))
    return found


def name_of(preset: Mapping[str, Any]) -> str:
    """Name what a page fixes: the seat's values; a page that fixes anything else has to use the file for everything."""
    if set(preset) - set(SEAT) or not preset:
        return EVERYTHING
    return "-".join(preset[fact] for fact in SEAT if fact in preset)


def presets_in(docs: Path) -> list[dict[str, str]]:
    """Find what the pages' checkers fix, where that is values of the seat and nothing else."""
    calls = (
        call
        for page in sorted(docs.rglob("*.md"))
        for call in re.findall(r"\{\{\s*(checker\(.*?\))\s*\}\}", page.read_text(), re.DOTALL)
    )
    found = [preset for call in calls if name_of(preset := _fixed_by(call)) != EVERYTHING]
    return sorted({name_of(preset): preset for preset in found}.values(), key=name_of)


def _fixed_by(call: str) -> dict[str, str]:
    parsed = ast.parse(call, mode="eval").body
    keywords = parsed.keywords if isinstance(parsed, ast.Call) else []
    return {word.arg: ast.literal_eval(word.value) for word in keywords if word.arg and word.arg != "tables"}


def _file(
    name: str, content: Mapping[str, Any], preset: Mapping[str, str], weigh: Callable[[bytes], int] = on_the_wire
) -> tuple[str, bytes]:
    """Give the file's name and content, after they were found right."""
    if wrong := next(iter(disagreements(content, preset, SAMPLE[name == EVERYTHING])), None):
        raise AnswersError(
            f"The compiled answers “{name}” are not what Python answers. See `makegood/compile/`. {wrong}"
        )
    data = as_text(content).encode()
    small, budget = weigh(data), BUDGET[name == EVERYTHING]
    if small > budget:
        raise AnswersError(
            f"The compiled answers “{name}” take {small} bytes on the wire, more than the {budget} they may. See "
            "`docs/maintain/graph.md`, “When the answers grow too large”."
        )
    return f"{name}-{hashlib.sha256(data).hexdigest()[:16]}.json", data


def _key(root: Path, presets: Iterable[str]) -> str:
    """Hash everything that decides what the files hold."""
    total = hashlib.sha256(json.dumps(sorted(presets)).encode())
    for path in inputs(root):
        total.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return total.hexdigest()


def inputs(root: Path) -> list[Path]:
    """List every file that decides what the compiled answers hold, but for the pages."""
    house = Path(__file__).parents[1]
    folders = (root / "policy", house / "compile", house / "diagrams")
    files = (path for folder in folders for path in folder.rglob("*") if path.is_file() and path.suffix != ".pyc")
    return sorted((*files, house / "random_cases.py", house / "undecided.py"))


def _read(target: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((target / "manifest.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return manifest
