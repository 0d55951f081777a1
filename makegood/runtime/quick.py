"""What makes Python start quickly: a lean library, a snapshot of a Python that is ready, and less WebAssembly.

The lean library holds the policy, and of Python's standard library only what the policy imports.

Nobody keeps a list. The build starts Pyodide in Node, lets the policy answer requests of all kinds, and looks which
files Python has imported. What is left out all the same can only make an import fail, and then the page starts with the
whole library.

The WebAssembly that goes with the snapshot has only the functions that ran while it answered, and those near them. One
that is missed is a trap, and then too the page starts in the next way.

The snapshot holds nothing that the build machine or the moment would change: the same inputs give the same bytes.
"""

import json
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePosixPath
from typing import Final

from makegood.runtime import wasm
from makegood.runtime.node import node
from makegood.runtime.wheels import zipped

LIBRARY: Final = "python.zip"
"""The lean library's file name."""

SNAPSHOT: Final = "python.snapshot"
"""The snapshot's file name."""

WASM: Final = "python.wasm"
"""The file name of the WebAssembly that goes with the snapshot: the same as Pyodide's, but with fewer functions."""

EXPORTS: Final = (
    "emscripten_stack_init",
    "free",
    "malloc",
    "PyObject_CallOneArg",
    "PyUnicode_AsUTF8AndSize",
    "PyUnicode_FromStringAndSize",
    "Py_DecRef",
)
"""The functions that `restore.js` calls."""

PYODIDE_WASM: Final = "pyodide.asm.wasm"
"""Python itself, as Pyodide calls it."""

RESTORE: Final = Path(__file__).parents[2] / "docs/assets/python/restore.js"
"""What puts a snapshot into a new instance, in the page and in the build, which tries it."""

_NEAR: Final = 5
"""So many functions on either side of one that ran are kept too: they come from the same source file."""

_TRIED: Final = 5
"""Each so-many-th answer is asked of the cut module. All of them ran in the functions that it keeps."""

_NOTES: Final = 192 << 20
"""Where in memory it is noted which functions ran: far above what Python uses."""

_HERE: Final = Path(__file__).parent
_MOUNTED: Final = ".zip/"
"""Where the path of the zip ends in the path of a module, and the module's own begins."""


def make(pyodide: Path, library: Mapping[str, bytes], app: Mapping[str, bytes]) -> dict[str, bytes]:
    """Make the lean library and the snapshot.

    Args:
        pyodide: The folder with Pyodide from npm.
        library: The files of the whole standard library, compiled.
        app: The files of the policy and of what it imports beside the standard library, compiled.
    """
    with tempfile.TemporaryDirectory(prefix="makegood-") as name:
        whole, measured, small, snapshot = (Path(name) / file for file in ("whole.zip", "measured", LIBRARY, SNAPSHOT))
        whole.write_bytes(_stored({**library, **app}))
        node("measure.mjs", pyodide, whole, _HERE / "exercise.py", measured)
        modules: list[str] = json.loads(measured.read_bytes())["modules"]
        used = {path.partition(_MOUNTED)[2] for path in modules if _MOUNTED in path}
        kept = used_and_near(library.keys(), used)
        small.write_bytes(_stored({**{path: library[path] for path in kept}, **app}))
        node("snapshot.mjs", pyodide, small, _HERE / "ready.py", RESTORE, measured, snapshot)
        fewer = _cut(Path(name), (pyodide / PYODIDE_WASM).read_bytes(), snapshot, measured)
        return {LIBRARY: small.read_bytes(), SNAPSHOT: snapshot.read_bytes(), WASM: fewer}


def _cut(folder: Path, module: bytes, snapshot: Path, measured: Path) -> bytes:
    """Cut out of Python's WebAssembly the functions that no answer needs, and try what is left."""
    traced, ran, fewer = folder / "traced.wasm", folder / "ran", folder / WASM
    functions = wasm.count(module)
    traced.write_bytes(wasm.traced(module, _NOTES))
    node("trace.mjs", traced, snapshot, RESTORE, measured, 1, _NOTES, functions, ran)
    numbers = [number for number, byte in enumerate(ran.read_bytes()) if byte]
    kept = {near for number in numbers for near in range(number - _NEAR, number + _NEAR + 1)}
    fewer.write_bytes(wasm.cut(module, kept, EXPORTS))
    node("trace.mjs", fewer, snapshot, RESTORE, measured, _TRIED, 0, 0, ran)
    return fewer.read_bytes()


def used_and_near(library: Iterable[str], used: AbstractSet[str]) -> set[str]:
    """Give the files of the library that are used, and what lies near: all of a package that is used for the most part.

    >>> sorted(used_and_near(["a/1", "a/2", "a/3", "b/1", "b/2", "b/3", "c"], {"a/1", "a/2", "b/1"}))
    ['a/1', 'a/2', 'a/3', 'b/1']
    """
    modules = [PurePosixPath(path) for path in library]
    there = Counter(path.parent for path in modules)
    taken = Counter(path.parent for path in modules if str(path) in used)
    top = PurePosixPath()
    return {
        str(path)
        for path in modules
        if str(path) in used or (path.parent != top and taken[path.parent] * 2 > there[path.parent])
    }


def _stored(files: Mapping[str, bytes]) -> bytes:
    """Zip files without compressing them: the server does that better, and Python then has less to do."""
    return zipped(files, zipfile.ZIP_STORED)
