"""Puts the libraries that a few readers need in the page into `docs/assets/libraries/`: copies of what npm installed.

Unlike Pyodide they are used as their authors ship them, so nothing is made here. The folder is never committed.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from makegood.runtime import RuntimeUnavailableError

LIBRARIES: Final = Path("docs/assets/libraries")
"""Where the files go, below the project's root."""

FILES: Final[Mapping[str, Mapping[str, tuple[str, ...]]]] = {
    "client-zip": {"client-zip": ("index.js", "LICENSE.txt")},
    "noble-hashes": {"@noble/hashes": ("sha2.js", "_md.js", "_u64.js", "utils.js", "LICENSE")},
    "exifreader": {"exifreader": ("dist/exif-reader.js", "LICENSE")},
}
"""Each folder for the page, the package it comes from, and the files that the page loads, with their licence."""


def prepare(root: Path) -> Path:
    """Bring `docs/assets/libraries/` up to date and give its path; what is the same already stays untouched.

    Raises:
        RuntimeUnavailableError: npm has not installed them.
    """
    target = root / LIBRARIES
    wanted = {
        target / folder / Path(name).name: root / "node_modules" / package / name
        for folder, packages in FILES.items()
        for package, names in packages.items()
        for name in names
    }
    for copy, source in wanted.items():
        if not source.is_file():
            raise RuntimeUnavailableError(f"{source.relative_to(root)} is missing. Run `make setup`.")
        if not copy.is_file() or copy.read_bytes() != source.read_bytes():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)
    for file in [path for path in target.rglob("*") if path.is_file() and path not in wanted]:
        file.unlink()
    return target
