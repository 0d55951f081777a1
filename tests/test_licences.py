"""What the site hands on of other people's work is named on the page “Licences”, with its licence and its version."""

import json
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from importlib.metadata import distribution, version
from pathlib import Path
from typing import Any, Final
from urllib.parse import urljoin

from macros.licences import read, versions
from makegood.checkout import ROOT
from makegood.delivery.esbuild import esbuild
from makegood.delivery.minify import JOINED
from makegood.runtime.content import LIBRARIES
from tests.support.html import read_html

LISTED: Final = read(ROOT)
WORKS: Final[list[dict[str, Any]]] = LISTED["work"]
PARTS: Final[list[dict[str, Any]]] = [part for work in WORKS for part in work.get("part", ())]

OURS: Final = (
    "*.html",
    "sitemap.xml",
    "search/search_index.json",
    "manifest.webmanifest",
    "favicon.ico",
    "apple-touch-icon.png",
    "assets/answers/*.json",
    "assets/runtime/start-*/manifest.json",
    "assets/runtime/wheels-*/pyodide-lock.json",
    "assets/runtime/wheels-*/policy-*.whl",
    "assets/site-*/icons/*.png",
    "assets/site-*/look/look.css",
    "assets/site-*/look/logo.svg",
    "assets/site-*/look/card.png",
    "assets/site-*/offline/offer.css",
    "assets/site-*/readme/checker.png",
)
"""What of the site the project made itself; of its scripts another test looks at what they took in."""

OUR_SCRIPTS: Final = (*JOINED, "offline", "page")
"""Folders of the site's own scripts."""

MATERIAL: Final = Path(str(distribution("mkdocs-material").locate_file("material/templates")))


def named(key: str) -> set[str]:
    """Give the packages or the folders of icons that the page names."""
    return {name for work in (*WORKS, *PARTS) for name in _as_list(work.get(key, ()))}


def _as_list(value: Any) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def packages_in(paths: Iterator[str]) -> set[str]:
    """Give the packages of npm that files come from, by their paths."""
    return {found[1] for path in paths if (found := re.search(r".*node_modules/((?:@[^/]+/)?[^/]+)/", path))}


def drawings(path: Path) -> list[str]:
    """Give the paths that the icons in a file are drawn with; in a style sheet their quotes are single ones."""
    return re.findall(r"""\bd=["']([^"']+)["']""", path.read_text(encoding="utf-8"))


def is_ours(name: str) -> bool:
    in_scripts = re.fullmatch(rf"assets/site-\w+/({'|'.join(OUR_SCRIPTS)})/[^/]+\.js", name)
    return bool(in_scripts) or any(fnmatch(name, pattern) for pattern in OURS)


def test_every_file_of_the_site_is_the_projects_own_or_named(built_site: Path) -> None:
    files = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*") if path.is_file()}
    compressed = {name for name in files if name.endswith((".br", ".gz")) and name[:-3] in files}
    patterns = [pattern for work in WORKS for pattern in work["files"]]
    unknown = {name for name in files - compressed if not is_ours(name)}
    assert {name for name in unknown if not any(fnmatch(name, pattern) for pattern in patterns)} == set()
    assert [pattern for pattern in patterns if not any(fnmatch(name, pattern) for name in files)] == []


def test_what_our_scripts_take_in_is_named(tmp_path: Path) -> None:
    scripts = [*(ROOT / "docs" / "assets").glob("*/*.js"), *(ROOT / "makegood" / "delivery").rglob("*.js")]
    report = tmp_path / "report.json"
    options = ("--bundle", "--format=esm", f"--metafile={report}", f"--outdir={tmp_path}", f"--outbase={ROOT}")
    esbuild(ROOT, *scripts, *options, folder=ROOT)
    taken_in = packages_in(iter(json.loads(report.read_text(encoding="utf-8"))["inputs"]))
    assert "workbox-core" in taken_in
    assert taken_in - named("npm") == set()


def test_what_the_theme_takes_in_is_named() -> None:
    maps = [json.loads(path.read_text(encoding="utf-8")) for path in (MATERIAL / "assets").rglob("*.map")]
    taken_in = packages_in(source for each in maps for source in each["sources"])
    assert taken_in
    assert taken_in == named("package")


def test_whose_icons_the_pages_and_the_theme_show_is_named(built_site: Path) -> None:
    shown = {
        drawing for path in built_site.rglob("*") if path.suffix in {".html", ".css"} for drawing in drawings(path)
    }
    sets = {
        path.relative_to(MATERIAL / ".icons").parts[0]
        for path in (MATERIAL / ".icons").rglob("*.svg")
        if not shown.isdisjoint(drawings(path))
    }
    assert sets == named("icons")


def test_the_packages_that_python_in_the_page_imports_are_named() -> None:
    assert set(LIBRARIES) <= named("python")


def test_the_parts_of_pyodide_were_looked_up_for_the_pyodide_that_is_installed() -> None:
    (locked,) = versions({"npm": ["pyodide"]}, ROOT)
    assert LISTED["pyodide_looked_into"] == locked, (
        "What Pyodide is made of may have changed: look into its cpython/Makefile and Makefile.envs, bring the parts "
        "of Pyodide and Python in macros/licences.toml up to date, then pyodide_looked_into"
    )


def test_each_package_brings_the_licence_and_the_owners_that_the_page_names() -> None:
    for work in WORKS:
        for name in work.get("npm", ()):
            folder = ROOT / "node_modules" / name
            assert json.loads((folder / "package.json").read_text(encoding="utf-8"))["license"] == work["licence"], name
            texts = [path.read_text(encoding="utf-8") for path in folder.glob("LICENSE*")]
            assert_owners(work, texts)
        for name in work.get("python", ()):
            brought = [path for path in distribution(name).files or () if "licenses/" in str(path)]
            assert brought, name
            assert_owners(work, [path.read_text(encoding="utf-8") for path in brought])


def assert_owners(work: dict[str, Any], texts: list[str]) -> None:
    """Make sure that the texts which a package brings have the terms that the page shows, and name its owners."""
    for text in texts:
        assert letters(licence_text(work["licence"])) in letters(text), work["name"]
        notices = [owner for owner in work["owners"] if owner.startswith("Copyright")]
        assert [notice for notice in notices if notice not in text] == [], work["name"]


def letters(text: str) -> str:
    """Leave out of a text what differs from print to print: lines, quotes, hyphens, capitals."""
    return re.sub(r"[^a-z0-9]", "", text.lower())


def licence_text(spdx: str) -> str:
    path: str = LISTED["licences"][spdx]["text"]
    return (ROOT / path).read_text(encoding="utf-8")


def test_the_page_shows_the_versions_that_are_installed(built_site: Path) -> None:
    page = read_html(built_site / "licences" / "index.html").text
    shown = {work["name"]: re.search(rf"^{re.escape(work['name'])} ([\d.]+)$", page, re.MULTILINE) for work in WORKS}
    numbers = {name: found[1] for name, found in shown.items() if found}
    for work in WORKS:
        for name in work.get("python", ()):
            assert numbers[work["name"]] == version(name)
        for name in work.get("npm", ()):
            package = json.loads((ROOT / "node_modules" / name / "package.json").read_text(encoding="utf-8"))
            assert numbers[work["name"]] == package["version"]
    assert numbers["Python"].startswith("3.13.")


def test_the_page_names_every_work_and_holds_every_licence(built_site: Path) -> None:
    path = built_site / "licences" / "index.html"
    page = read_html(path)
    assert [work["name"] for work in (*WORKS, *PARTS) if work["name"] not in page.text] == []
    used = {work["licence"] for work in (*WORKS, *PARTS)}
    assert used == set(LISTED["licences"])
    assert {spdx.lower() for spdx in used if "text" in LISTED["licences"][spdx]} <= set(page.ids)


def test_every_page_leads_to_the_licences(built_site: Path) -> None:
    for path in built_site.rglob("*.html"):
        address = f"/{path.relative_to(built_site).as_posix()}"
        assert "/licences/" in {urljoin(address, link) for link in read_html(path).links}, address


def test_the_projects_own_licence_is_the_mit_licence_on_file_in_its_metadata_and_on_the_page() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    head, owner, terms = text.split("\n\n", maxsplit=2)
    assert (head, project["license"], project["license-files"]) == ("MIT License", "MIT", ["LICENSE"])
    assert terms == licence_text("MIT")
    assert f"{owner}." in (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")


def test_the_address_of_the_project_is_the_same_wherever_it_is_told() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    told = re.search(r"^repo_url: (\S+)", settings, re.MULTILINE)
    assert project.get("urls", {}).get("Source") == (told[1] if told else None)
