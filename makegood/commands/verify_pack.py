"""`makegood verify-pack`: whether an evidence pack is still what it was when the page made it.

A pack may come from anybody. So nothing is ever unpacked to the disk, every file is read in small pieces, and never
more of it than its manifest says it has.
"""

import hashlib
import json
import re
import struct
import warnings
import zipfile
import zlib
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from makegood.commands.bad_input import BadInputError, printable
from policy.cases.errors import FactError, shown
from policy.cases.strict_json import read_json
from policy.files.evidence_pack import FORMAT, FORMAT_VERSION, MANIFEST

if TYPE_CHECKING:
    from argparse import _SubParsersAction

DONE, FINDINGS = 0, 1

MOST_FILES: Final = 1000
"""Files in a pack. Nobody chooses that many by hand."""

LONGEST_MANIFEST: Final = 1_000_000
"""Bytes of a manifest with that many files, and more."""

MOST_SQUEEZED: Final = 20
"""So many times its own size can a pack hold: photos and video hardly get smaller, and the page leaves them."""

METHODS: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""How a file may be packed. The page only stores, and whoever packs again deflates; other ways cost what their archive
asks for: the dictionary of LZMA may be four gigabytes."""

_PIECE: Final = 1 << 20
_LOCAL_HEADER: Final = 30
"""Bytes before a file in an archive, without its name."""

_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    OSError,
    EOFError,
    LookupError,
    OverflowError,
    RuntimeError,
    UserWarning,
    ValueError,
)
"""What Python raises for an archive that is damaged, encrypted, packed in an unknown way, or made to confuse. What some
versions raise others only warn of, so a warning counts like an error."""


class Listed(NamedTuple):
    """A file as the manifest lists it: its name in the pack, its bytes, and their SHA-256 in hex."""

    name: str
    size: int
    sha256: str


class Checked(NamedTuple):
    """What is to be told: a sentence for each file that is as it was, and one for each thing that is not."""

    fine: tuple[str, ...]
    findings: tuple[str, ...]
    made_on: str
    policy: str
    fingerprint: str


def add_to[P: ArgumentParser](commands: "_SubParsersAction[P]") -> None:
    """Add the command to the command line."""
    command = commands.add_parser(
        "verify-pack",
        help="check that an evidence pack is still what it was; exit 1 where it is not",
        description="Check that every file of an evidence pack still has the size and the SHA-256 that the pack's "
        "manifest lists, that none is missing and none was added. Compare the fingerprint of the manifest with the one "
        "that the page showed when the pack was made: it tells whether the manifest itself is the same.",
    )
    command.add_argument("file", metavar="FILE", help="the pack, a ZIP file")
    command.set_defaults(run=lambda options: _run(options.file))


def _run(file: str) -> int:
    checked = verify(Path(file))
    for sentence in (*checked.fine, *checked.findings):
        print(sentence)
    print(f"The pack was made on {checked.made_on} with policy {checked.policy}.")
    print(f"Fingerprint of the manifest (SHA-256): {checked.fingerprint}")
    if checked.findings:
        count = len(checked.findings)
        print(
            f"The pack is not as it was made: {'one thing is' if count == 1 else f'{count} things are'} wrong with it."
        )
        return FINDINGS
    print(f"The pack is whole: its {len(checked.fine)} files are as they were when it was made.")
    return DONE


def verify(path: Path) -> Checked:
    """Compare every file of a pack with its manifest.

    Raises:
        BadInputError: this is no pack, so that nothing can be compared.
    """
    try:
        with warnings.catch_warnings(action="error", category=UserWarning), zipfile.ZipFile(path) as pack:
            return _verify(pack, path)
    except _UNREADABLE as wrong:
        if isinstance(wrong, OSError) and wrong.strerror:
            raise _not_a_pack(path, f"cannot be read: {wrong.strerror}. Name a file that can be read.") from None
        raise _not_a_pack(path, "is not a ZIP file that can be read. It may be damaged; get it once more.") from None


def _verify(pack: zipfile.ZipFile, path: Path) -> Checked:
    entries = pack.infolist()
    if len(entries) > MOST_FILES:
        raise _not_a_pack(path, f"holds {len(entries)} files. A pack of Makegood has {MOST_FILES} at most.")
    if other := next((entry for entry in entries if entry.compress_type not in METHODS), None):
        how = "packed in a way that no pack of Makegood is. Get it once more, as the page saved it."
        raise _not_a_pack(path, f"holds “{shown(other.filename)}”, {how}")
    if _overlap(pack):
        raise _not_a_pack(path, "holds files that lie over each other. It is broken, or a trap; get it once more.")
    names = Counter(entry.filename for entry in entries)
    if names[MANIFEST] != 1:
        many = "no" if not names[MANIFEST] else "more than one"
        raise _not_a_pack(path, f"holds {many} {MANIFEST}, so it cannot be checked. Choose a pack of Makegood.")
    raw = _manifest_bytes(pack, path)
    content = _manifest(raw, path)
    files = _listed(content, path)
    if sum(file.size for file in files) > MOST_SQUEEZED * (path.stat().st_size + _PIECE):
        raise _not_a_pack(path, "lists far more bytes than it can hold. It was made to waste your time; delete it.")
    results = [_checked(pack, file) if names[file.name] == 1 else _not_once(file, names) for file in files]
    extra = sorted(names.keys() - {file.name for file in files} - {MANIFEST})
    return Checked(
        tuple(sentence for fine, sentence in results if fine),
        (
            *(sentence for fine, sentence in results if not fine),
            *(f"“{shown(name)}” is not in the manifest: it was added later." for name in extra),
        ),
        shown(str(content.get("made_on", "an unknown day"))),
        shown(str(_part(content.get("policy"), "version"))),
        hashlib.sha256(raw).hexdigest(),
    )


def _overlap(pack: zipfile.ZipFile) -> bool:
    """Say whether a file reaches into the next one or into the directory: so a few bytes could unpack to terabytes."""
    entries = sorted(pack.infolist(), key=lambda entry: entry.header_offset)
    starts = [entry.header_offset for entry in entries]
    return any(
        entry.header_offset + _LOCAL_HEADER + entry.compress_size > end
        for entry, end in zip(entries, (*starts[1:], pack.start_dir), strict=True)
    )


def _checked(pack: zipfile.ZipFile, file: Listed) -> tuple[bool, str]:
    """Compare one file; it is read no further than its size in the manifest, however much the archive makes of it."""
    digest, size = hashlib.sha256(), 0
    try:
        with pack.open(file.name) as data:
            while size <= file.size and (piece := data.read(min(_PIECE, file.size - size + 1))):
                digest.update(piece)
                size += len(piece)
    except _UNREADABLE:
        return False, f"{file.name} cannot be read: the archive is damaged there."
    if size != file.size:
        longer = "longer" if size > file.size else "shorter"
        return False, f"{file.name} is {longer} than the {file.size} bytes that the manifest lists: it was changed."
    if digest.hexdigest() != file.sha256:
        return False, f"{file.name} was changed: its SHA-256 is {digest.hexdigest()}, not {file.sha256}."
    return True, f"{file.name} is unchanged ({file.size} bytes)."


def _not_once(file: Listed, names: Mapping[str, int]) -> tuple[bool, str]:
    if file.name in names:
        return False, f"{file.name} is in the pack {names[file.name]} times: one of them was added later."
    return False, f"{file.name} is missing: the manifest lists it, and the pack does not hold it."


def _manifest_bytes(pack: zipfile.ZipFile, path: Path) -> bytes:
    with pack.open(MANIFEST) as data:
        raw = data.read(LONGEST_MANIFEST + 1)
    if len(raw) > LONGEST_MANIFEST:
        raise _not_a_pack(path, f"has a {MANIFEST} that is too long to be Makegood's.")
    return raw


def _manifest(raw: bytes, path: Path) -> Mapping[str, Any]:
    try:
        read = read_json(raw.decode("utf-8"))
    except UnicodeDecodeError:
        raise _not_a_pack(path, f"has a {MANIFEST} that is not text. It was changed or damaged.") from None
    if isinstance(read, list) or read.repeats:
        why = "" if isinstance(read, list) else " A name comes twice in it."
        raise _not_a_pack(path, f"has a {MANIFEST} that cannot be read.{why} It was changed or damaged.")
    content = read.value
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise _not_a_pack(path, f"has a {MANIFEST} that is not Makegood's. Choose a pack of Makegood.")
    if type(content.get("format_version")) is not int or content["format_version"] != FORMAT_VERSION:
        version = shown(json.dumps(content.get("format_version")))
        raise _not_a_pack(path, f"has a manifest of version {version}; this command knows version {FORMAT_VERSION}.")
    return content


def _listed(content: Mapping[str, Any], path: Path) -> list[Listed]:
    files = content.get("files")
    if not isinstance(files, list) or not files or len(files) > MOST_FILES:
        raise _not_a_pack(path, f"has a {MANIFEST} without a proper list of files. It was changed or damaged.")
    listed = [file for raw in files for file in _file(raw)]
    if len(listed) < len(files) or len({file.name for file in listed}) < len(listed):
        raise _not_a_pack(path, f"has a {MANIFEST} with a file that is not listed properly. It was changed or damaged.")
    return listed


def _file(raw: Any) -> Iterator[Listed]:
    """Read a file's line in the manifest; gives nothing where it is not as the page writes it."""
    name, size, sha256 = (_part(raw, key) for key in Listed._fields)
    named = isinstance(name, str) and re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,99}", name) and name != MANIFEST
    sized = type(size) is int and size >= 0
    hashed = isinstance(sha256, str) and re.fullmatch(r"[0-9a-f]{64}", sha256)
    if named and sized and hashed:
        yield Listed(name, size, sha256)


def _part(content: Any, key: str) -> Any:
    return content.get(key) if isinstance(content, dict) else None


def _not_a_pack(path: Path, what: str) -> BadInputError:
    name = printable(str(path))
    return BadInputError([FactError(None, name, f"{name} {what}")])
