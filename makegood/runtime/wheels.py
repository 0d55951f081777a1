"""Wheels that come out the same, byte for byte, from the same sources.

A wheel is a zip of files with a list of them. Ours are made of files that are already here: the policy's own, and those
of the locked, installed distributions that it needs. Nothing is downloaded.
"""

import base64
import hashlib
import io
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path
from typing import Final

from makegood.runtime.node import RuntimeUnavailableError

_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""The date that every file in a wheel carries, so that the clock leaves no trace."""

_COMPILED_TAG: Final = f"cp{sys.version_info[0]}{sys.version_info[1]}-none-any"
"""The tag of a wheel of bytecode: for one Python version, and for any machine."""

_BYTECODE: Final = Path(__file__).with_name("bytecode.py")


@dataclass(frozen=True)
class Wheel:
    """A pure Python distribution: its name and version, the distributions it needs, and its files by their path."""

    name: str
    version: str
    needs: tuple[str, ...]
    files: Mapping[str, bytes]

    @property
    def file_name(self) -> str:
        """The wheel's file name, before its modules are compiled."""
        return f"{self.name}-{self.version}-py3-none-any.whl"

    @property
    def compiled_file_name(self) -> str:
        """The wheel's file name after its modules were compiled."""
        return f"{self.name}-{self.version}-{_COMPILED_TAG}.whl"

    def packed(self) -> bytes:
        """Give the wheel's bytes, with its modules as source."""
        return pack(self.files, self._info("py3-none-any"))

    def compiled(self) -> bytes:
        """Give the wheel's bytes, with its modules as bytecode.

        They keep their assertions and docstrings, and so behave as they do in CPython's tests.
        """
        return pack(bytecode(self.files), self._info(_COMPILED_TAG))

    def _info(self, tag: str) -> dict[str, bytes]:
        folder = f"{self.name}-{self.version}.dist-info"
        metadata = ["Metadata-Version: 2.1", f"Name: {self.name}", f"Version: {self.version}"]
        metadata += [f"Requires-Dist: {need}" for need in self.needs]
        wheel = ["Wheel-Version: 1.0", "Generator: makegood", "Root-Is-Purelib: true", f"Tag: {tag}"]
        return {
            f"{folder}/METADATA": "\n".join([*metadata, ""]).encode(),
            f"{folder}/WHEEL": "\n".join([*wheel, ""]).encode(),
            f"{folder}/RECORD": b"",
        }


def pack(files: Mapping[str, bytes], info: Mapping[str, bytes]) -> bytes:
    """Zip a wheel's files and its `.dist-info`, sorted and without dates, and fill in its RECORD."""
    everything = {**files, **info}
    record = next(name for name in info if name.endswith("/RECORD"))
    rows = [f"{name},{_record_hash(data)},{len(data)}" for name, data in sorted(everything.items()) if name != record]
    everything[record] = "\n".join([*rows, f"{record},,", ""]).encode()
    return zipped(everything)


def bytecode(files: Mapping[str, bytes], optimize: int = 0) -> dict[str, bytes]:
    """Compile the modules among files, and give all files.

    This Python compiles for Pyodide's, which is of the same minor version.

    Args:
        files: What they hold, by their path.
        optimize: 2 leaves out assertions and docstrings.

    Raises:
        RuntimeUnavailableError: A module cannot be compiled.
    """
    with tempfile.TemporaryDirectory(prefix="makegood-") as folder:
        given, made = Path(folder) / "given.zip", Path(folder) / "made.zip"
        given.write_bytes(zipped(files, zipfile.ZIP_STORED))
        command = [sys.executable, "-ISB", str(_BYTECODE), str(optimize), str(given), str(made)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeUnavailableError(f"`{_BYTECODE.name}` failed.\n{done.stderr}")
        return unzipped(made)


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Zip files in the order of their names, without dates."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data, method, 9)
    return out.getvalue()


def unzipped(archive: Path) -> dict[str, bytes]:
    """Read all files of a zip, by their path."""
    with zipfile.ZipFile(archive) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist() if not entry.is_dir()}


def from_folder(package: Path, version: str, needs: Iterable[str]) -> Wheel:
    """Make a wheel of a package's folder: its modules and its data files."""
    files = {path.relative_to(package.parent).as_posix(): path.read_bytes() for path in package_files(package)}
    return Wheel(package.name, version, tuple(needs), files)


def from_installed(name: str, needs: Iterable[str] = ()) -> Wheel:
    """Make a wheel of an installed distribution: its modules and its licence.

    Compiled extensions stay out. What we ship falls back to Python without them: MarkupSafe is the one that has any.
    """
    found = distribution(name)
    files = {
        path.as_posix(): Path(str(found.locate_file(path))).read_bytes()
        for path in found.files or ()
        if ".." not in path.parts and (path.suffix == ".py" or path.name == "py.typed" or "licenses" in path.parts)
    }
    return Wheel(name, found.version, tuple(needs), files)


def package_files(package: Path) -> list[Path]:
    """List a package's own files: no caches, nothing hidden."""
    return sorted(
        path
        for path in package.rglob("*")
        if path.is_file()
        and path.suffix != ".pyc"
        and not any(part.startswith((".", "__pycache__")) for part in path.relative_to(package).parts)
    )


def _record_hash(data: bytes) -> str:
    return "sha256=" + base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
