"""Serves the site to its authors: builds again after each change, and loads the open pages anew.

What is built is put in place between two requests; `makegood/serve/rebuild.py` tells how.
"""

import asyncio
import contextlib
import errno
import hashlib
import html
import signal
import socket
import sys
from collections.abc import Callable, Coroutine, Generator
from pathlib import Path
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from watchfiles import Change, DefaultFilter, awatch

from makegood.checkout import ROOT
from makegood.serve.published import Published
from makegood.serve.rebuild import Builder, say
from makegood.serve.static import content_type, locate

SITE = ROOT / "site"
WATCHED = ("docs", "macros", "makegood", "policy", "theme")
WATCHED_FILES = ("mkdocs.yml",)
_LIVE_RELOAD = Path(__file__).with_name("live_reload")


def application(site: Path, published: Published) -> Starlette:
    """Return the server of the folder `site` and of the live reload that it adds to each page."""

    async def events(request: Request) -> Response:
        listening = published.events(request.query_params.get("page", ""))
        return StreamingResponse(listening, media_type="text/event-stream", headers={"Cache-Control": "no-store"})

    # Files are read here, on the event loop's own thread: swapping the site happens on it too, so never in between.
    async def file(request: Request) -> Response:
        url_path = request.scope["raw_path"].decode("ascii")
        path = locate(site, url_path)
        if path is None:
            return _not_found(request, site, published)
        if path.is_dir():
            return RedirectResponse(request.url.replace(path=f"{request.url.path}/"))
        return _respond(request, path, published)

    async def live_reload(request: Request) -> Response:
        return _respond(request, _LIVE_RELOAD / request.url.path.removeprefix("/__"), published)

    return Starlette(
        routes=[
            Route("/__reload", events),
            Route("/__reload.js", live_reload),
            Route("/__reload.css", live_reload),
            Route("/{path:path}", file),
        ]
    )


def _respond(request: Request, path: Path, published: Published, status: int = 200) -> Response:
    body = path.read_bytes()
    if path.suffix == ".html":
        body = _with_live_reload(body, published.build)
    # The browser keeps every file but asks each time whether it changed: a new policy wheel has the old one's name.
    headers = {"Cache-Control": "no-cache", "ETag": f'"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'}
    if status == 200 and request.headers.get("If-None-Match") == headers["ETag"]:  # noqa: PLR2004
        return Response(status_code=304, headers=headers)
    return Response(body, status, {**headers, "Content-Type": content_type(path)})


def _not_found(request: Request, site: Path, published: Published) -> Response:
    page = site / "404.html"
    if page.is_file():
        return _respond(request, page, published, status=404)
    # Before the first site there is only the reason why there is none. It disappears by itself.
    text = f"<!doctype html><html lang=en><title>Not built yet</title><body><pre>{html.escape(published.error)}</pre>"
    return Response(_with_live_reload(text.encode(), published.build), 503, media_type="text/html")


def _with_live_reload(page: bytes, build: str) -> bytes:
    """Add the script, as an external one, which is all that the pages' content-security policy allows."""
    script = f'<script src="/__reload.js" data-build="{build}" defer></script>'.encode()
    head, end, rest = page.partition(b"</head>")
    return head + script + end + rest if end else page + script


class Filter(DefaultFilter):
    """Leaves out caches, editors' own files, and what a build itself writes below docs/, which would start another."""

    ignore_paths = tuple(ROOT / "docs" / "assets" / name for name in ("runtime", "answers", "libraries"))


async def _watch(changed: asyncio.Event) -> None:
    """Set `changed` after each change of what the site is built from."""

    async def note(*paths: Path, recursive: bool, watch_filter: Callable[[Change, str], bool]) -> None:
        async for _ in awatch(*paths, recursive=recursive, watch_filter=watch_filter, debounce=300):
            changed.set()

    def in_root(_: Change, path: str) -> bool:
        return Path(path).name in WATCHED_FILES

    folders = [ROOT / name for name in WATCHED if (ROOT / name).is_dir()]
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(note(*folders, recursive=True, watch_filter=Filter()))
        # The folder, not the file: many editors save by putting a new file in the old one's place.
        tasks.create_task(note(ROOT, recursive=False, watch_filter=in_root))


async def _keep_building(builder: Builder, built_once: asyncio.Event) -> None:
    """Build now and after each change: first the open pages, then the whole site until something changes again."""
    changed = asyncio.Event()
    changed.set()
    async with asyncio.TaskGroup() as tasks:
        tasks.create_task(_watch(changed))
        while True:
            await changed.wait()
            changed.clear()
            await builder.build_open_pages()
            whole = asyncio.create_task(builder.build())
            try:
                if built_once.is_set():
                    await _first_of(whole, changed.wait())
                else:
                    await whole  # without a site there is nothing to show
            finally:
                whole.cancel()
                await asyncio.wait({whole})
            if not whole.cancelled():
                whole.result()
            built_once.set()


async def _first_of(task: asyncio.Task[None], other: Coroutine[Any, Any, Any]) -> None:
    """Wait until one of the two is done."""
    waiting = asyncio.create_task(other)
    try:
        await asyncio.wait({task, waiting}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiting.cancel()


class _Server(uvicorn.Server):
    """Leaves the signals alone: they have to end the builds too."""

    @contextlib.contextmanager
    def capture_signals(self) -> Generator[None]:
        yield


async def _run(listening: socket.socket) -> None:
    stop, built_once = asyncio.Event(), asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    published = Published()
    config = uvicorn.Config(
        application(SITE, published), log_level="warning", lifespan="off", timeout_graceful_shutdown=2
    )
    server = _Server(config)

    async def serve_when_built() -> None:
        await built_once.wait()
        host, port = listening.getsockname()[:2]
        say(f"Makegood is at http://{host}:{port} - Ctrl-C stops it.")
        await server.serve(sockets=[listening])

    async with asyncio.TaskGroup() as tasks:
        building = tasks.create_task(_keep_building(Builder(SITE, published), built_once))
        serving = tasks.create_task(serve_when_built())
        await stop.wait()
        building.cancel()
        published.close()
        if server.started:
            server.should_exit = True
        else:
            serving.cancel()


def serve(host: str = "127.0.0.1", port: int = 8000) -> int:
    """Build the site, serve it and keep it up to date until Ctrl-C.

    Args:
        host: The address to listen on.
        port: The port to listen on; 0 takes a free one.

    Returns:
        0 after Ctrl-C, 1 where the address cannot be had; the reason is on standard error then.
    """
    listening = socket.socket(socket.AF_INET)
    # A server that was stopped a moment ago does not block its port.
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    with listening:
        try:
            listening.bind((host, port))
            # Already now, before the first build: a taken port is told at once, and an early reader waits for the page.
            listening.listen()
        except OSError as error:
            print(_why_not(error, host, port), file=sys.stderr)
            return 1
        asyncio.run(_run(listening))
    say("Stopped.")
    return 0


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is in use. Stop what uses it, or take another port: make serve PORT={port + 1}"
    return f"Cannot listen on {host}:{port}: {error.strerror or error}."
