"""A server of compressed files behind a link as slow as one likes.

The link is shaped here, because a browser's own emulation of slow networks does not reach its workers.
"""

import hashlib
import re
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from makegood.serve.static import content_type
from tests.support.server import SiteServer

_NAMED_BY_CONTENT = re.compile(r"[-.][0-9a-f]{8,}[./]|/stock/")
"""Names that a host may let browsers keep for ever; also Pyodide's own files, which is only fair."""


class Link(NamedTuple):
    """Bytes a second that all answers share, or 0 for no limit, and seconds until an answer's first byte."""

    rate: float = 0
    delay: float = 0


class Server(SiteServer):
    """The tests' server; where there is a file with `.br` after its name, its bytes are sent instead.

    `sent` counts the bytes of bodies. With `keeps` the browser may keep what it got, for
    ever where a folder or a file is named after its content; otherwise nothing is kept.
    """

    def __init__(self, folder: Path, link: Link, keeps: bool = False) -> None:
        super().__init__(folder)
        self.sent = 0
        self._keeps = keeps
        self._link = link
        self._free_at = 0.0
        self._lock = threading.Lock()

    def _wait_for(self, count: int) -> None:
        """Wait until so many more bytes have gone through the link, which everybody shares."""
        with self._lock:
            self.sent += count
            if not self._link.rate:
                return
            self._free_at = max(self._free_at, time.monotonic()) + count / self._link.rate
            wait = self._free_at - time.monotonic()
        time.sleep(max(0, wait))

    def handler(self) -> type[BaseHTTPRequestHandler]:
        """Make what answers requests, piece by piece."""
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 0

            def do_GET(self) -> None:
                time.sleep(server._link.delay)
                path = server.find(urlsplit(self.path).path)
                if path is None:
                    return self._head(404, "text/plain", 0)
                packed = path.with_name(f"{path.name}.br")
                body = packed.read_bytes() if packed.is_file() else path.read_bytes()
                tag = f'"{hashlib.blake2b(body, digest_size=8).hexdigest()}"'
                if self.headers.get("If-None-Match") == tag:
                    return self._head(304, content_type(path), 0, tag)
                self._head(200, content_type(path), len(body), tag, packed=packed.is_file())
                for at in range(0, len(body), 8192):
                    part = body[at : at + 8192]
                    server._wait_for(len(part))
                    self.wfile.write(part)
                return None

            def _head(self, status: int, kind: str, length: int, tag: str = "", *, packed: bool = False) -> None:
                self.send_response(status)
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(length))
                forever = "max-age=31536000, immutable" if _NAMED_BY_CONTENT.search(self.path) else "no-cache"
                self.send_header("Cache-Control", forever if server._keeps else "no-store")
                if server._keeps and tag:
                    self.send_header("ETag", tag)
                if packed:
                    self.send_header("Content-Encoding", "br")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler
