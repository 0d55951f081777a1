"""A small server of the built site, which can be told to lose a file or to be slow with it."""

import sys
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import urlsplit

from makegood.serve.static import content_type, locate


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that left in the middle of a file: it does that whenever a page closes."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # what socketserver itself passes


class SiteServer:
    """Serves a folder on 127.0.0.1, on a port that is free. Use it in a `with` statement.

    Attributes:
        url: Where it is, with a slash at the end.
        site: The folder; a test may put another in its place, as if a newer build were published.
        missing: Paths that it answers with 404, or patterns of them: `assets/runtime/*/pyodide.asm.wasm`.
        changed: Patterns of paths, and what is made of the content of such files before it is sent.
        requests: How often each path was asked for, without a slash in front.
        headers: What it sends with every answer beside the usual.
    """

    def __init__(self, site: Path) -> None:
        self.missing: set[str] = set()
        self.changed: dict[str, Callable[[bytes], bytes]] = {}
        self.requests: Counter[str] = Counter()
        self.headers: dict[str, str] = {}
        self.site = site
        self._gone = False
        self._held: dict[str, threading.Event] = {}
        self._server = _Server(("127.0.0.1", 0), self.handler())
        self.url = f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """Be gone: whoever asks for something now gets no answer."""
        self._gone = True
        for held in self._held.values():
            held.set()
        self._server.shutdown()
        self._server.server_close()

    @contextmanager
    def holding(self, pattern: str) -> Iterator[None]:
        """Keep everyone who asks for a path of this pattern waiting until the end of the `with` statement."""
        self._held[pattern] = threading.Event()
        try:
            yield
        finally:
            self._held.pop(pattern).set()

    def find(self, url_path: str) -> Path | None:
        """Return the file for an address, None for 404; wait first where the path is held."""
        path = url_path.removeprefix("/")
        self.requests[path] += 1
        for pattern, released in list(self._held.items()):
            if fnmatchcase(path, pattern):
                released.wait(timeout=60)
        if any(fnmatchcase(path, pattern) for pattern in self.missing):
            return None
        found = locate(self.site, url_path)
        return found if found and found.is_file() else None

    def _content(self, file: Path, path: str) -> bytes:
        body = file.read_bytes()
        for pattern, change in self.changed.items():
            if fnmatchcase(path, pattern):
                body = change(body)
        return body

    def handler(self) -> type[BaseHTTPRequestHandler]:
        """Make what answers requests; called once, when the server is made."""
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                if server._gone:  # a connection that was open before
                    self.close_connection = True
                    return
                file = server.find(urlsplit(self.path).path)
                page = file or server.site / "404.html"
                path = urlsplit(self.path).path.removeprefix("/")
                body = server._content(page, path) if page.is_file() else b"Not found"
                self.send_response(200 if file else 404)
                self.send_header("Content-Type", content_type(page))
                self.send_header("Content-Length", str(len(body)))
                for name, value in server.headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing: pytest's output is for the tests."""

        return Handler
