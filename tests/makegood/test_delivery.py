"""What makes a built site ready for readers, tried on folders of a few files and on the whole site."""

import base64
import gzip
import hashlib
import re
import shutil
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it has none
import pytest
from playwright.sync_api import Page

from makegood.checkout import ROOT
from makegood.delivery.checked import add_hashes
from makegood.delivery.compressed import compress
from makegood.delivery.names import hash_names, rewrite_page
from makegood.delivery.offline import list_files
from makegood.integrity import integrity_of

MOVED = {"assets/look/a.css": "assets/site-1/look/a.css", "assets/runtime/": "assets/runtime/start-1/"}


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A site of one page, one style sheet and a runtime of one file."""
    site = tmp_path / "small"
    for name, text in {
        "index.html": '<link href="assets/look/a.css"><x-y runtime="assets/runtime/"></x-y>',
        "assets/look/a.css": "p { background: url(b.svg) }",
        "assets/look/b.svg": "<svg/>",
        "assets/runtime/quick-1/python.wasm": "wasm",
        "assets/runtime/manifest.json": '{"starts": [{"files": ["quick-1/python.wasm"], "name": "quick"}]}',
        "manifest.webmanifest": '{"icons": [{"src": "assets/look/b.svg"}]}',
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text)
    return site


@pytest.mark.parametrize(
    "text",
    [
        '<link href="../{}">',
        "<link\n href='{}?x#y'>",
        "<img src=/sub/{}>",
        '<meta content="https://x.example/{}">',
        '<img srcset="{} 1x, ../{} 2x">',
        '<script type="application/json">{{"a": "../{}"}}</script>',
    ],
)
@pytest.mark.parametrize("before", MOVED)
def test_a_reference_follows_what_was_moved(text: str, before: str) -> None:
    page = "<!doctype html>\n<p>Größe &amp; &nbsp;\n" + text.replace("{}", "{0}") + "</p>\r\n"
    assert rewrite_page(page.format(before), MOVED) == page.format(MOVED[before])


@pytest.mark.parametrize(
    "same",
    [
        "<code>docs/assets/look/a.css</code>",
        '<img alt="assets/look/a.css" title="assets/look/a.css">',
        '<a href="assets/look/a.css.txt">',
        "<!-- assets/look/a.css -->",
    ],
)
def test_what_is_no_reference_stays(same: str) -> None:
    assert rewrite_page(same, MOVED) == same


def test_names_tell_the_content_and_nothing_else(small: Path, tmp_path: Path) -> None:
    other, again = tmp_path / "other", tmp_path / "again"
    shutil.copytree(small, again)
    shutil.copytree(small, other)
    (other / "assets" / "look" / "b.svg").write_text("<svg><path/></svg>")
    first, same, changed = hash_names(small), hash_names(again), hash_names(other)
    assert first == same
    assert {old for old in first if first[old] != changed[old]} == {"assets/look/a.css", "assets/look/b.svg"}


def test_the_manifest_of_the_runtime_still_leads_to_its_files(small: Path) -> None:
    moved = hash_names(small)
    manifest = small / moved["assets/runtime/manifest.json"]
    assert '"name": "quick"' in manifest.read_text()
    assert f'runtime="{moved["assets/runtime/"]}"' in (small / "index.html").read_text()
    assert (manifest.parent / "../quick-1/python.wasm").is_file()
    assert '"../quick-1/python.wasm"' in manifest.read_text()


def test_the_web_manifest_follows_too(small: Path) -> None:
    moved = hash_names(small)
    assert moved["assets/look/b.svg"] in (small / "manifest.webmanifest").read_text()


def test_a_page_tells_the_hash_of_each_script_and_of_what_its_checker_reads(small: Path) -> None:
    for name in ("checker/a.js", "python/worker.js", "answers/some-1.json"):
        (small / "assets" / name).parent.mkdir(exist_ok=True)
        (small / "assets" / name).write_text(name)
    page = """<p>Größe</p>
<link rel="modulepreload" href="assets/checker/a.js"><script defer src="/sub/assets/checker/a.js"></script>
<link rel="preload" as="fetch" href="assets/answers/some-1.json"><link rel="stylesheet" href="assets/look/a.css">
<script src="https://x.example/a.js"></script>
<script type="application/json">{"a": "<script src='assets/checker/a.js'>"}</script>
<x-y runtime="assets/runtime/" answers="assets/answers/some-1.json"></x-y>"""
    (small / "index.html").write_text(page)
    hash_names(small)
    before = (small / "index.html").read_text()
    add_hashes(small)
    html = (small / "index.html").read_text()
    names = ("checker/a.js", "python/worker.js", "answers/some-1.json")
    script, worker, answers = (integrity_of(name.encode()) for name in names)
    [manifest] = small.glob("assets/runtime/start-*/manifest.json")
    assert f'<link integrity="{script}" rel="modulepreload"' in html
    assert f'<script integrity="{script}" defer' in html
    assert f'<link integrity="{answers}" rel="preload" as="fetch"' in html
    runtime = integrity_of(manifest.read_bytes())
    told = f'runtime-integrity="{runtime}" worker-integrity="{worker}" answers-integrity="{answers}"'
    assert f"<x-y {told} runtime=" in html
    assert re.sub(r' [a-z-]*integrity="[^"]*"', "", html) == before
    assert html.count("integrity=") == 6


def test_a_compressed_file_unpacks_to_what_is_beside_it(tmp_path: Path) -> None:
    text = b"Wait for the inspection. " * 100
    site = tmp_path / "site"
    site.mkdir()
    for name, data in {"a.html": text, "b.css": b"p {}", "c.png": text, "d.wasm": base64.b85encode(text)}.items():
        (site / name).write_bytes(data)
    for _ in range(2):  # made, and taken from what was made
        compress(site, tmp_path / "cache")
        assert brotli.decompress((site / "a.html.br").read_bytes()) == text
        assert gzip.decompress((site / "a.html.gz").read_bytes()) == text
        assert sorted(path.name for path in site.iterdir() if path.name[0] in "bc") == ["b.css", "c.png"]
        (site / "a.html.br").unlink()


def test_every_reference_in_scripts_and_styles_leads_to_a_file(built_site: Path) -> None:
    broken = []
    for path in built_site.glob("assets/site-*/**/*"):
        if path.suffix in {".css", ".js"} and "/javascripts/" not in path.as_posix():
            pattern = (
                r"url\([\"']?([^)\"'#]+)" if path.suffix == ".css" else r"(?:from|import|URL\()\s*\(?\"(\.[^\"]+)\""
            )
            found = re.findall(pattern, path.read_text(encoding="utf-8"))
            broken += [
                f"{path.name}: {ref}"
                for ref in found
                if not ref.startswith("data:") and not (path.parent / ref).exists()
            ]
    assert broken == []


def test_the_service_worker_lists_every_page_and_each_by_its_hash(built_site: Path) -> None:
    files = {address: digest for group in list_files(built_site).values() for address, digest in group}
    pages = {path.parent.relative_to(built_site).as_posix() + "/" for path in built_site.rglob("index.html")}
    assert pages <= files.keys()
    data = (built_site / "check" / "index.html").read_bytes()
    assert files["check/"] == f"sha256-{base64.b64encode(hashlib.sha256(data).digest()).decode()}"
    worker = (built_site / "sw.js").read_text(encoding="utf-8")
    assert all(f'["{address}","{digest}"]' in worker for address, digest in files.items())


def test_pictures_for_chats_and_for_the_readme_are_kept_by_no_reader(built_site: Path) -> None:
    pictures = [path.name for path in built_site.rglob("*.png") if path.parent.name in ("readme", "look")]
    assert sorted(pictures) == ["card.png", "checker.png"]
    kept = {Path(address).name for group in list_files(built_site).values() for address, _ in group}
    assert kept.isdisjoint(pictures)


def test_what_every_reader_keeps_is_small(built_site: Path) -> None:
    core = [built_site / address for address, _ in list_files(built_site)["core"]]
    sent = [path.with_name(f"{path.name}.br") for path in core if path.is_file()]
    assert sum(path.stat().st_size for path in sent if path.is_file()) < 200_000


def test_the_fonts_hold_only_what_english_needs() -> None:
    fonts = sorted((ROOT / "docs" / "assets" / "look" / "fonts").glob("*.woff2"))
    assert fonts
    assert [font.name for font in fonts if font.stat().st_size > 20_000] == []


def test_no_script_holds_up_the_first_picture_of_a_page(page: Page) -> None:
    page.goto("check/")
    entries = page.evaluate(
        "() => performance.getEntriesByType('resource').map((e) => [e.name, e.initiatorType, e.renderBlockingStatus])"
    )
    assert [name for name, kind, status in entries if status == "blocking" and name.endswith(".js")] == []
    assert [name for name, kind, status in entries if status == "blocking" and name.endswith(".css")], "it can tell"
