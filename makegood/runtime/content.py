"""What the folders of `docs/assets/runtime/` hold: Pyodide, the wheels and a lean library, all of it compiled."""

import hashlib
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from pyodide_lock import PyodideLockSpec
from pyodide_lock.spec import PackageSpec

from makegood.runtime.quick import PYODIDE_WASM
from makegood.runtime.wheels import Wheel, bytecode, from_folder, from_installed, unzipped, zipped

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
    library = unzipped(root / PYODIDE / PYODIDE_LIBRARY)
    # Its docstrings are a seventh of it, and nobody reads them in a worker.
    return {**files, PYODIDE_LIBRARY: zipped(bytecode(library, optimize=2))}


def wheels_and_lock(root: Path) -> dict[str, bytes]:
    """Make the wheels with their modules compiled, and the lock file that lists exactly those."""
    wheels = sources(root)
    files = {wheel.compiled_file_name: wheel.compiled() for wheel in wheels}
    lock = PyodideLockSpec(
        info=PyodideLockSpec.from_json(root / PYODIDE / PYODIDE_LOCK).info,
        packages={wheel.name: _locked(wheel, files[wheel.compiled_file_name]) for wheel in wheels},
    )
    lock.check_wheel_filenames()
    with tempfile.TemporaryDirectory(prefix="makegood-") as folder:
        lock.to_json(Path(folder) / PYODIDE_LOCK, indent=1)
        return {PYODIDE_LOCK: (Path(folder) / PYODIDE_LOCK).read_bytes(), **files}


def lean_library(root: Path) -> dict[str, bytes]:
    """Give the files of the policy and its libraries, compiled without assertions and docstrings."""
    compiled = [bytecode(wheel.files, optimize=2) for wheel in sources(root)]
    return {name: data for files in compiled for name, data in files.items() if ".dist-info/" not in name}


def sources(root: Path) -> list[Wheel]:
    """Give the policy and what it imports, as source."""
    version: str = tomllib.loads((root / "pyproject.toml").read_text())["project"]["version"]
    return [
        from_folder(root / PACKAGE, version, ["jinja2"]),
        *(from_installed(name, needs) for name, needs in LIBRARIES.items()),
    ]


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
