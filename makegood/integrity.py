"""A file's hash as browsers take it."""

import base64
import hashlib


def integrity_of(data: bytes) -> str:
    """Give the SHA-256 of a file's content, as the attribute `integrity` and the options of `fetch` hold it.

    See https://www.w3.org/TR/sri-2/.
    """
    return "sha256-" + base64.b64encode(hashlib.sha256(data).digest()).decode()
