"""What is ours in a built site is small, and a page waits for one style sheet of ours."""

import re
import shutil
from pathlib import Path

import pytest

from makegood.checkout import ROOT
from makegood.delivery.esbuild import EsbuildError
from makegood.delivery.minify import JOINED, LOOK, minify

pytestmark = pytest.mark.processes

SOURCES = ROOT / "docs" / "assets"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with the project's scripts and style sheets, as MkDocs copies them."""
    for path in SOURCES.rglob("*"):
        name = path.relative_to(SOURCES)
        if path.suffix in {".css", ".js"} and name.parts[0] in {"look", "offline", *JOINED}:
            target = tmp_path / "assets" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    return tmp_path


def test_every_style_sheet_of_the_look_is_imported_once() -> None:
    imported = re.findall(r'^@import "([^"]+)";$', (SOURCES / LOOK).read_text(), flags=re.MULTILINE)
    beside = {path.name for path in (SOURCES / LOOK).parent.glob("*.css")} - {LOOK.name}
    assert sorted(imported) == sorted(beside)


def test_a_built_site_has_one_style_sheet_of_the_look_with_every_class_in_the_order_of_the_imports(site: Path) -> None:
    sheets = re.findall(r'^@import "([^"]+)";$', (SOURCES / LOOK).read_text(), flags=re.MULTILINE)
    written = [_classes((SOURCES / "look" / name).read_text()) for name in sheets]
    minify(site, ROOT)
    assert [path.name for path in (site / "assets" / "look").glob("*.css")] == [LOOK.name]
    joined = (site / "assets" / LOOK).read_text()
    assert "@import" not in joined
    assert _classes(joined) == list(dict.fromkeys(name for names in written for name in names))


def test_fonts_stay_files_of_their_own(site: Path) -> None:
    minify(site, ROOT)
    named = re.findall(r"url\(([^)\"':]+\.woff2)\)", (site / "assets" / LOOK).read_text().replace('"', ""))
    assert named
    assert all((SOURCES / "look" / name).is_file() for name in named)


def test_other_scripts_and_style_sheets_stay_apart_and_get_smaller(site: Path) -> None:
    apart = [Path("offline/register.js"), Path("offline/kept.js"), Path("offline/offer.css")]
    minify(site, ROOT)
    for name in apart:
        shipped = (site / "assets" / name).stat().st_size
        assert 0 < shipped < (SOURCES / name).stat().st_size


def test_a_script_takes_in_what_it_imports_and_what_two_share_is_there_once(site: Path) -> None:
    minify(site, ROOT)
    shipped = {path.relative_to(site / "assets").as_posix(): path.read_text() for path in site.rglob("*.js")}
    ours = {name: text for name, text in shipped.items() if name.split("/")[0] in JOINED}
    assert {name for name in ours if not re.search(r"-[A-Z0-9]{8}\.js$", name)} == {
        "checker/makegood-checker.js",
        "case-tools/case-tools-start.js",
        "python/worker.js",
        "tools/makegood-tool.js",
        "tools/makegood-filter.js",
    }
    assert len(ours) < 12
    worker = ours["python/worker.js"]
    assert re.findall(r"(?:from|import|import\()\s*[\"'][^\"']+", worker) == [], "its hash covers the whole of it"
    for mark in ("new Worker(", "there is not enough room on this device", 'customElements.define("makegood-checker"'):
        assert sum(mark in text for text in ours.values()) == 1, mark


def test_what_a_page_asks_for_early_is_what_there_is_now(site: Path) -> None:
    page = site / "guide" / "index.html"
    page.parent.mkdir()
    early = '<link rel="modulepreload" href="../assets/checker/{}">\n'
    others = '<link rel="preload" as="fetch" href="../assets/answers/some.json">\n'
    page.write_text(early.format("makegood-checker.js") + others)
    minify(site, ROOT)
    asked = re.findall(r'<link rel="modulepreload" href="\.\./(assets/[^"]+)">\n', page.read_text())
    assert asked[0] == "assets/checker/makegood-checker.js"
    assert len(asked) == len(set(asked)) > 1
    imported = re.findall(r'(?:from|import)"\.\./([^"]+)"', (site / asked[0]).read_text())
    assert {f"assets/{name}" for name in imported} == set(asked[1:])
    assert page.read_text().endswith(others)


def test_a_page_names_whatever_its_scripts_import_once_and_before_they_run(site: Path) -> None:
    page = site / "index.html"
    scripts = ("tools/makegood-tool.js", "checker/makegood-checker.js")
    page.write_text("".join(f'<script type="module" src="assets/{name}"></script>\n' for name in scripts))
    minify(site, ROOT)
    html = page.read_text()
    asked = re.findall(r'<link rel="modulepreload" href="assets/([^"]+)">\n', html)
    for script in scripts:
        imported = re.findall(r'(?:from|import)"\.\./([^"]+\.js)"', (site / "assets" / script).read_text())
        assert imported
        assert all(html.index(name) < html.index(f'src="assets/{script}"') for name in imported)
        assert set(imported) <= set(asked)
    assert len(asked) == len(set(asked))


def test_a_style_sheet_that_is_not_there_is_named(site: Path) -> None:
    (site / "assets" / "look" / "ladder.css").unlink()
    with pytest.raises(EsbuildError, match=r"ladder\.css"):
        minify(site, ROOT)


def test_without_esbuild_it_is_said_what_to_do(site: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(SOURCES / "look", project / "docs" / "assets" / "look")
    with pytest.raises(EsbuildError, match="Run `make setup`"):
        minify(site, project)


def _classes(css: str) -> list[str]:
    """Name the classes of a style sheet, each once, in the order in which they come."""
    return list(dict.fromkeys(re.findall(r"\.(mg-[\w-]+)", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))))
