"""What the folders of `docs/assets/runtime/` hold: Pyodide, the wheels and a lean library, all of it compiled."""

import hashlib
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pyodide_lock import PyodideLockSpec
from pyodide_lock.spec import PackageSpec

from makegood.runtime.node import RuntimeUnavailableError
from makegood.runtime.quick import PYODIDE_WASM
from makegood.runtime.wheels import Wheel, from_folder, from_installed, unzipped, zipped

PYODIDE: Final = Path("node_modules/pyodide")
"""Where npm puts Pyodide, below the project's root."""

PYODIDE_LIBRARY: Final = "python_stdlib.zip"
"""Python's standard library, as Pyodide calls it."""

PYODIDE_FILES: Final = ("pyodide.mjs", "pyodide.asm.js", PYODIDE_WASM, PYODIDE_LIBRARY)
"""The files of Pyodide that a start in a worker fetches."""

PYODIDE_LOCK: Final = "pyodide-lock.json"
"""Pyodide's list of packages: npm's tells the platform, ours the wheels."""

PACKAGE: Final = "policy"
"""The package that the checker runs."""

LIBRARIES: Final[Mapping[str, tuple[str, ...]]] = {"jinja2": ("markupsafe",), "markupsafe": ()}
"""The distributions that the package imports, and what each needs in turn."""


def pyodide_files(root: Path) -> dict[str, bytes]:
    """Give Pyodide's files, with the standard library compiled.

    npm delivers the library as source. Compiling it in the page is most of the time that Python takes to start.
    """
    files = {name: (root / PYODIDE / name).read_bytes() for name in PYODIDE_FILES}
    with tempfile.TemporaryDirectory(prefix="makegood-") as folder:
        library = Path(folder) / PYODIDE_LIBRARY
        library.write_bytes(files[PYODIDE_LIBRARY])
        _py_compile(library, optimize=2)  # its docstrings are a seventh of it, and nobody reads them in a worker
        files[PYODIDE_LIBRARY] = zipped(unzipped(library))
    return files


def wheels_and_lock(root: Path) -> dict[str, bytes]:
    """Make the wheels with their modules compiled, and the lock file that lists exactly those."""
    wheels = sources(root)
    files: dict[str, bytes] = {}
    with tempfile.TemporaryDirectory(prefix="makegood-") as folder:
        for wheel in wheels:
            (Path(folder) / wheel.file_name).write_bytes(wheel.packed())
        _py_compile(Path(folder))
        for wheel in wheels:
            files[wheel.compiled_file_name] = wheel.repacked(Path(folder) / wheel.compiled_file_name)
        lock = PyodideLockSpec(
            info=PyodideLockSpec.from_json(root / PYODIDE / PYODIDE_LOCK).info,
            packages={wheel.name: _locked(wheel, files[wheel.compiled_file_name]) for wheel in wheels},
        )
        lock.check_wheel_filenames()
        lock.to_json(Path(folder) / PYODIDE_LOCK, indent=1)
        return {PYODIDE_LOCK: (Path(folder) / PYODIDE_LOCK).read_bytes(), **files}


def lean_library(root: Path) -> dict[str, bytes]:
    """Give the files of the policy and its libraries, compiled without assertions and docstrings."""
    with tempfile.TemporaryDirectory(prefix="makegood-") as folder:
        wheels = sources(root)
        for wheel in wheels:
            (Path(folder) / wheel.file_name).write_bytes(wheel.packed())
        _py_compile(Path(folder), optimize=2)
        compiled = [unzipped(Path(folder) / wheel.compiled_file_name) for wheel in wheels]
    return {name: data for files in compiled for name, data in files.items() if ".dist-info/" not in name}


def sources(root: Path) -> list[Wheel]:
    """Give the policy and what it imports, as source."""
    version: str = tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
    return [
        from_folder(root / PACKAGE, version, ["jinja2"]),
        *(from_installed(name, needs) for name, needs in LIBRARIES.items()),
    ]


def _py_compile(path: Path, optimize: int = 0) -> None:
    """Compile the modules of a zip, or of all wheels in a folder, in their place with pyodide-build.

    What is not optimized keeps its assertions and docstrings, and so behaves as it does in CPython's tests.

    With `SOURCE_DATE_EPOCH` set the bytecode carries its source's hash and no date.
    """
    command = [sys.executable, "-m", "pyodide_cli", "py-compile", "--silent", str(path)]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "315532800", "PYTHONOPTIMIZE": str(optimize or "")}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeUnavailableError(f"`pyodide py-compile` failed.\n{done.stdout}{done.stderr}")


def _locked(wheel: Wheel, data: bytes) -> PackageSpec:
    """Give a wheel's entry in Pyodide's lock file."""
    return PackageSpec(
        name=wheel.name,
        version=wheel.version,
        file_name=wheel.compiled_file_name,
        install_dir="site",
        sha256=hashlib.sha256(data).hexdigest(),
        imports=[wheel.name],
        depends=list(wheel.needs),
    )
