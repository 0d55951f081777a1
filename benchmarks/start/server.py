"""A server of compressed files behind a link as slow as one likes.

The link is shaped here, because a browser's own emulation of slow networks does not reach its workers.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

from makegood.static import content_type


class Link(NamedTuple):
    """Bytes a second that all answers share, or 0 for no limit, and seconds until an answer's first byte."""

    rate: float = 0
    delay: float = 0


class Server:
    """Serves a folder on 127.0.0.1; where there is a file with `.br` after its name, its bytes are sent instead."""

    def __init__(self, folder: Path, link: Link) -> None:
        self.sent = 0
        self._folder = folder
        self._link = link
        self._free_at = 0.0
        self._lock = threading.Lock()

    @contextmanager
    def running(self) -> Iterator[str]:
        """Serve until the end of the `with` statement, and give the address."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            server.server_close()

    def _wait_for(self, count: int) -> None:
        """Wait until so many more bytes have gone through the link, which everybody shares."""
        with self._lock:
            self.sent += count
            if not self._link.rate:
                return
            self._free_at = max(self._free_at, time.monotonic()) + count / self._link.rate
            wait = self._free_at - time.monotonic()
        time.sleep(max(0, wait))

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 0

            def do_GET(self) -> None:
                time.sleep(server._link.delay)
                path = server._folder / urlsplit(self.path).path.lstrip("/")
                packed = path.with_name(f"{path.name}.br")
                body = packed.read_bytes() if packed.is_file() else path.read_bytes() if path.is_file() else b""
                self.send_response(200 if path.is_file() else 404)
                self.send_header("Content-Type", content_type(path))
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Cache-Control", "no-store")
                if packed.is_file():
                    self.send_header("Content-Encoding", "br")
                self.end_headers()
                for at in range(0, len(body), 8192):
                    part = body[at : at + 8192]
                    server._wait_for(len(part))
                    self.wfile.write(part)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        return Handler
