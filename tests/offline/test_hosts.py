"""The configurations in deploy/, each with the program that it is for."""

import os
import re
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from makegood.checkout import ROOT
from makegood.delivery import headers
from makegood.serve.static import content_type
from tests.offline.conftest import start_python
from tests.support.pages import Problems, opened
from tests.support.programs import CADDY, NGINX, brotli_module

DEPLOY = ROOT / "deploy"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@contextmanager
def _running(command: list[str], port: int, folder: Path) -> Iterator[None]:
    """Run a server until the end of the `with` statement."""
    environment = {**os.environ, "HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=folder)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert server.poll() is None, (folder / "log").read_text()
            time.sleep(0.05)
        yield
    finally:
        server.terminate()
        server.wait(timeout=10)


@contextmanager
def _nginx(site: Path, folder: Path) -> Iterator[str]:
    """Run nginx with our configuration for the site, brotli switched on as its comment says."""
    program = NGINX.find()
    brotli = brotli_module(program)
    port = _free_port()
    ours = (DEPLOY / "nginx" / "makegood.conf").read_text()
    for before, after in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("root /srv/makegood;", f'root "{site}";'),
        ("# brotli_static on;", "brotli_static on;" if brotli else ""),
    ):
        assert ours.count(before) == 1, before
        ours = ours.replace(before, after)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    whole = f"""
{f"load_module {brotli};" if brotli else ""}
{"user root;" if os.geteuid() == 0 else ""}
daemon off; master_process off; pid {folder}/pid; error_log stderr;
events {{}}
http {{
  access_log off;
  {" ".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)}
  {ours}
}}
"""
    (folder / "nginx.conf").write_text(whole)
    command = [str(program.path), "-e", "stderr", "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with _running(command, port, folder):
        yield f"http://127.0.0.1:{port}/"


@contextmanager
def _caddy(site: Path, folder: Path) -> Iterator[str]:
    """Run Caddy with our configuration for the site."""
    port = _free_port()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_ADDRESS", f"http://127.0.0.1:{port}")
        patch.setenv("SITE_ROOT", str(site))
        # Its own remote control is switched off: two tests at once would want the same port for it.
        whole = "{\n  admin off\n}\n" + (DEPLOY / "caddy" / "Caddyfile").read_text()
        (folder / "Caddyfile").write_text(whole)
        command = [str(CADDY.find().path), "run", "--adapter", "caddyfile", "--config", str(folder / "Caddyfile")]
        with _running(command, port, folder):
            yield f"http://127.0.0.1:{port}/"


HOSTS: dict[str, Callable[[Path, Path], AbstractContextManager[str]]] = {"nginx": _nginx, "caddy": _caddy}


@pytest.fixture(scope="module", params=[pytest.param(name, marks=getattr(pytest.mark, name)) for name in HOSTS])
def url(request: pytest.FixtureRequest, built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the built site, at each host in turn."""
    with HOSTS[request.param](built_site.resolve(), tmp_path_factory.mktemp(request.param)) as address:
        yield address


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


def get(url: str, path: str, **asking: str) -> Answer:
    """Ask for a file as no browser does: nothing is followed, nothing unpacked, nothing kept."""
    connection = HTTPConnection(url.removeprefix("http://").rstrip("/"))
    try:
        connection.request("GET", f"/{path}", headers={name.replace("_", "-"): value for name, value in asking.items()})
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read())
    finally:
        connection.close()


def one_of(site: Path, pattern: str) -> str:
    """Name one file of the site, by its path."""
    return next(path for path in sorted(site.glob(pattern)) if path.is_file()).relative_to(site).as_posix()


@pytest.mark.parametrize(
    "path, status", [("", 200), ("check/", 200), ("sw.js", 200), ("nowhere/", 404), ("assets/x.js", 404)]
)
def test_every_answer_has_the_headers_that_protect(url: str, path: str, status: int) -> None:
    answer = get(url, path)
    assert answer.status == status
    assert {name: answer.headers[name] for name in headers.HEADERS} == dict(headers.HEADERS)


def test_only_what_is_named_by_its_content_may_be_kept_unasked(url: str, built_site: Path) -> None:
    for path in ("", "check/", "sw.js", "manifest.webmanifest", "search/search_index.json", "favicon.ico"):
        assert get(url, path).headers["Cache-Control"] == headers.ASK_EACH_TIME, path
    for pattern in ("assets/site-*/**/*.css", "assets/runtime/start-*/manifest.json", "assets/answers/*.json"):
        assert get(url, one_of(built_site, pattern)).headers["Cache-Control"] == headers.FOR_EVER, pattern


@pytest.mark.parametrize("path", ["nowhere/", "assets/gone.js"])
def test_an_unknown_address_gets_the_sites_own_page_and_that_is_not_kept(url: str, path: str, built_site: Path) -> None:
    answer = get(url, path)
    assert answer.status == 404
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert answer.body == (built_site / "404.html").read_bytes()
    assert "immutable" not in (answer.headers["Cache-Control"] or "")


@pytest.mark.parametrize("encoding, suffix", [("br", ".br"), ("gzip", ".gz")])
def test_compressed_files_of_the_build_are_sent_as_they_are(
    url: str, built_site: Path, request: pytest.FixtureRequest, encoding: str, suffix: str
) -> None:
    # An nginx without the module for Brotli has that line of our configuration switched off: it sends the file itself.
    lacks_it = encoding == "br" and "nginx-" in request.node.name and not brotli_module(NGINX.find())
    for pattern in (
        "check/index.html",
        "assets/site-*/**/*.css",
        "assets/answers/*.json",
        "assets/runtime/*/python.wasm",
    ):
        path = one_of(built_site, pattern)
        answer = get(url, path.removesuffix("index.html"), Accept_Encoding=encoding)
        if lacks_it:
            assert (answer.headers["Content-Encoding"], answer.body) == (None, (built_site / path).read_bytes())
            continue
        assert answer.headers["Content-Encoding"] == encoding, path
        assert "Accept-Encoding" in answer.headers["Vary"]
        assert answer.body == (built_site / f"{path}{suffix}").read_bytes()


def test_who_asks_for_no_compression_gets_the_file_itself(url: str, built_site: Path) -> None:
    answer = get(url, "check/")
    assert answer.headers["Content-Encoding"] is None
    assert answer.body == (built_site / "check" / "index.html").read_bytes()


def test_every_kind_of_file_has_its_type(url: str, built_site: Path) -> None:
    kinds = {path.suffix: path for path in built_site.rglob("*.*") if path.suffix.removeprefix(".") in headers.TYPES}
    assert {".html", ".js", ".mjs", ".wasm", ".webmanifest", ".woff2", ".json", ".css", ".svg"} <= kinds.keys()
    for suffix, path in kinds.items():
        sent = get(url, path.relative_to(built_site).as_posix()).headers["Content-Type"]
        assert sent.partition(";")[0] in {headers.TYPES[suffix[1:]], content_type(path).partition(";")[0]}, path


def test_a_file_that_has_not_changed_is_not_sent_again(url: str) -> None:
    answer = get(url, "check/")
    again = get(url, "check/", If_None_Match=answer.headers["ETag"])
    assert (again.status, again.body) == (304, b"")


def test_a_folder_without_its_slash_leads_to_the_page(url: str) -> None:
    answer = get(url, "check")
    assert answer.status in {301, 308}
    assert answer.headers["Location"].endswith("/check/") or answer.headers["Location"] == "check/"


def test_the_checker_gets_ready_with_nothing_to_complain_about(url: str, browser: Browser) -> None:
    problems = Problems(origin=url.rstrip("/"))
    with opened(browser, url, problems, service_workers="allow") as page:
        page.goto("check/")
        start_python(page)
        page.evaluate("async () => { await navigator.serviceWorker.ready; }")
    assert problems.found == []


def test_the_files_in_deploy_are_what_their_one_source_writes() -> None:
    written = {name: (DEPLOY / name).read_text(encoding="utf-8") for name in headers.files()}
    assert written == headers.files(), "run `python -m makegood.delivery.headers`"


def test_pages_and_hosts_have_the_same_policy() -> None:
    theme = (ROOT / "theme" / "main.html").read_text(encoding="utf-8")
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', theme)
    assert found
    assert found[1] == "; ".join(f"{name} {value}" for name, value in headers.POLICY.items())
    assert headers.HEADERS["Content-Security-Policy"].startswith(found[1])
