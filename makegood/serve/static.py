"""What both servers of built files, the one for authors and the one for tests, know about files and addresses."""

import mimetypes
from pathlib import Path
from urllib.parse import unquote

# The machine's own table of types differs from machine to machine; only Python's and these count.
_TYPES = mimetypes.MimeTypes(filenames=())
for _suffix, _type in {
    ".js": "text/javascript",
    ".json": "application/json",
    ".mjs": "text/javascript",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
}.items():
    _TYPES.add_type(_type, _suffix)

_TEXT = ("text/", "application/json", "application/manifest+json", "image/svg+xml")


def content_type(path: Path) -> str:
    """Return the Content-Type of a file by its name, with the charset for text."""
    kind = _TYPES.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith(_TEXT) else kind


def locate(site: Path, url_path: str) -> Path | None:
    """Return the file or folder below `site` that an address means, or None where there is nothing to show.

    Args:
        site: The folder of the built site.
        url_path: The path part of the address, still percent-encoded, with its leading slash.
    """
    parts = [part for part in unquote(url_path).split("/") if part]
    if any(part in {".", ".."} or "\\" in part or "\0" in part for part in parts):
        return None
    path = site.joinpath(*parts)
    if url_path.endswith("/"):
        path /= "index.html"
    return path if path.exists() else None
