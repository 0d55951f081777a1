"""The evidence pack: what its files are called and what its manifest says. The page reads and packs the files.

The pack holds the reader's files in the reader's order, each named for what it shows, like 01-unboxing-video.mp4; the
case file (`policy.files.case_file`) as case.json; the messages of the answer as message.txt; and manifest.json, which
lists every other file with its name, size, type, SHA-256 and what it shows.
"""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from policy.engine.advice import Advice
from policy.facts import evidence

FORMAT: Final = "makegood-evidence"
"""What the manifest says that it is."""

FORMAT_VERSION: Final = 1
"""Which of the format's versions this is."""

MANIFEST: Final = "manifest.json"
"""The manifest's name in the pack."""

OTHER: Final = "other"
"""What a file shows that shows no item of the evidence."""

_CAMERA: Final = re.compile(r"([0-9]{4}):([0-9]{2}):([0-9]{2}) ([0-9]{2}:[0-9]{2}:[0-9]{2})([+-][0-9]{2}:[0-9]{2})?")

_ENDINGS: Final = {"image/jpeg": "jpg", "image/svg+xml": "svg", "text/plain": "txt", "video/quicktime": "mov"}
"""Endings that are not the second half of the type."""


def shown_by_files() -> tuple[tuple[str, str], ...]:
    """Give what a file can show, each with the words for it: the items of the evidence, and something else."""
    return (*((value.name, value.label) for value in evidence.values), (OTHER, "Something else"))


def file_names(files: Sequence[Mapping[str, Any]]) -> list[str]:
    """Name the reader's files for what they show.

    Args:
        files: each with `shows` (a value of the fact `evidence`, or "other"), `name` (as on the device) and `type`.

    >>> file_names([{"shows": "item-photos", "name": "IMG_7.JPEG", "type": "image/jpeg"}])
    ['01-item-photos.jpeg']
    """
    return [f"{number:02}-{_shows(file)}.{_ending(file)}" for number, file in enumerate(files, 1)]


def messages_text(advice: Advice) -> str:
    """Write the messages of an answer one below the other."""
    written = [f"To: {message.to}\nSubject: {message.subject}\n\n{message.body}\n" for message in advice.messages]
    return "\n----\n\n".join(written) or "There is no message to send yet.\n"


def manifest_text(advice: Advice, files: Sequence[Mapping[str, Any]], today: date) -> str:
    """Write the manifest of a pack.

    Args:
        advice: the answer whose policy is named.
        files: every file of the pack but the manifest, each with `name` (in the pack), `size` in bytes, `type`,
            `sha256` (hex), `shows`, and `captured` (as EXIF writes it, like "2026:11:20 10:11:12", or null).
        today: the day on which the pack is made.
    """
    manifest = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "made_on": today.isoformat(),
        "policy": {"version": advice.policy.version, "digest": advice.policy.digest},
        "files": [
            {
                "name": file["name"],
                "size": file["size"],
                "type": file["type"],
                "sha256": file["sha256"],
                "shows": _shows(file) if file.get("shows") else None,
                "captured": captured(file.get("captured")),
            }
            for file in files
        ],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2) + "\n"


def captured(raw: Any) -> str | None:
    """Read a time as cameras write it, like "2026:11:20 10:11:12" or with "+01:00" behind; None where it is none.

    >>> captured("2026:11:20 10:11:12+01:00")
    '2026-11-20T10:11:12+01:00'
    """
    found = _CAMERA.fullmatch(raw) if isinstance(raw, str) else None
    if not found:
        return None
    year, month, day, time, zone = found.groups()
    text = f"{year}-{month}-{day}T{time}{zone or ''}"
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return None
    return text


def _shows(file: Mapping[str, Any]) -> str:
    return next((value.name for value in evidence.values if value.name == file.get("shows")), OTHER)


def _ending(file: Mapping[str, Any]) -> str:
    """Give the ending of the file's own name, otherwise one for its type; a name is never taken as it is."""
    _, dot, ending = str(file.get("name", "")).lower().rpartition(".")
    if dot and re.fullmatch(r"[a-z0-9]{1,8}", ending):
        return ending
    kind = str(file.get("type", ""))
    plain = re.fullmatch(r"(?:image|video|audio|application)/([a-z0-9]{1,8})", kind)
    return _ENDINGS.get(kind, plain[1] if plain else "bin")
