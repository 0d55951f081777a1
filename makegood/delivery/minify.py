"""Makes our scripts and style sheets in a built site smaller and fewer.

Comments are for authors, who have the sources. The sources are many files, each with one subject, and a reader would
wait for each of them. No page is painted before it has all style sheets, so `look/look.css` takes in what it imports.
Scripts take in what they import too, and what two of them share becomes one more file.
"""

import json
import re
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

from makegood.delivery.esbuild import esbuild

LOOK: Final = Path("look/look.css")
"""Below `docs/assets/`: the style sheet that imports its neighbours."""

JOINED: Final = ("case-tools", "checker", "python", "shared", "tools")
"""The rooms below `docs/assets/` whose scripts are modules that import one another."""

WORKER: Final = Path("python/worker.js")
"""The script that runs Python. Pages tell its hash, and no browser checks what a worker imports: so it is one file."""

_SUFFIXES = (".js", ".css")
_MADE_BY_THE_BUILD = ("runtime", "answers")
_OPTIONS = ("--minify", "--charset=utf8", "--target=esnext", "--legal-comments=none", "--allow-overwrite")
_SCRIPT = re.compile(r'<script [^>]*?src="(?P<start>[^"]*?assets/)(?P<name>[^"]+)"')
_EARLY = re.compile(r'(?P<start><link rel="modulepreload" href="[^"]*?assets/)(?P<name>[^"]+)(?P<end>">\n?)')


def minify(site: Path, root: Path) -> None:
    """Rewrite what stands below `docs/assets/` in the folder of a built site, and what its pages ask for early.

    Args:
        site: The folder of the site.
        root: The project's folder.

    Raises:
        EsbuildError: A file cannot be read, or imports one that is missing; the message says where and why.
    """
    sources = root / "docs" / "assets"
    assets = site / "assets"
    names = [path.relative_to(sources) for path in sorted(sources.rglob("*")) if path.suffix in _SUFFIXES]
    ours = [name for name in names if name.parts[0] not in _MADE_BY_THE_BUILD and (assets / name).is_file()]
    look = [name for name in ours if name.parent == LOOK.parent and name.suffix == LOOK.suffix]
    modules = [name for name in ours if name.parts[0] in JOINED and name.suffix == ".js"]
    if LOOK in look:
        # Fonts stay files of their own, at addresses that are relative to the same folder.
        esbuild(root, LOOK, "--bundle", "--external:*.woff2", f"--outfile={LOOK}", *_OPTIONS, folder=assets)
        _remove(assets, set(look) - {LOOK})
    if modules:
        needed = _join(assets, modules, root)
        for page in site.rglob("*.html"):
            page.write_text(_ask_early(page.read_text(encoding="utf-8"), needed), encoding="utf-8")
    if apart := [name for name in ours if name not in look and name not in modules]:
        esbuild(root, *apart, "--outdir=.", "--outbase=.", *_OPTIONS, folder=assets)


def _join(assets: Path, modules: list[Path], root: Path) -> dict[str, list[str]]:
    """Let each script take in what it imports, and give for each the files that it imports now.

    What no other one imports is named by a page or started as a worker, and keeps its name.
    """
    with tempfile.TemporaryDirectory(prefix="makegood-") as folder:
        read = _report(assets, root, *modules, f"--outdir={folder}/out")["inputs"]
        imported = {Path(other["path"]) for module in read.values() for other in module["imports"]} & set(modules)
        named = [module for module in modules if module not in imported and module != WORKER]
        # What they share stands in a room beside theirs: scripts find the worker and the libraries from there.
        split = ("--splitting", "--chunk-names=shared/[name]-[hash]", "--outdir=.", "--outbase=.")
        written = _report(assets, root, *named, *split, *_OPTIONS)["outputs"]
        _report(assets, root, WORKER, f"--outfile={WORKER}", *_OPTIONS)
    _remove(assets, imported)
    now = {
        name: [other["path"] for other in output["imports"] if other["kind"] == "import-statement"]
        for name, output in written.items()
    }
    return {name: _all_of(name, now)[1:] for name in now}


def _report(assets: Path, root: Path, *arguments: Path | str) -> dict[str, Any]:
    """Bundle scripts, and give esbuild's report on it: what it read and wrote, each with its imports."""
    with tempfile.TemporaryDirectory(prefix="makegood-") as folder:
        report = Path(folder) / "report.json"
        esbuild(root, *arguments, "--bundle", "--format=esm", f"--metafile={report}", folder=assets)
        told: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return told


def _all_of(name: str, imports: Mapping[str, list[str]]) -> list[str]:
    """Give a script and all that it needs, each once."""
    found = [name]
    for each in found:  # grows while it is gone through
        found += [other for other in imports[each] if other not in found]
    return found


def _ask_early(html: str, needed: Mapping[str, list[str]]) -> str:
    """Let a page ask early for what the scripts import that it names.

    So a page names every script that runs in it, and can tell its hash, but for those that come with a click.
    """

    def links(found: re.Match[str]) -> str:
        names = (found["name"], *needed.get(found["name"], ()))
        return "".join(f"{found['start']}{each}{found['end']}" for each in names)

    def before(found: re.Match[str]) -> str:
        missing = [name for name in needed.get(found["name"], ()) if name not in named]
        named.update(missing)
        return "".join(f'<link rel="modulepreload" href="{found["start"]}{name}">\n' for name in missing) + found[0]

    html = _EARLY.sub(links, html)
    named = {found["name"] for found in _EARLY.finditer(html)}
    return _SCRIPT.sub(before, html)


def _remove(assets: Path, names: Iterable[Path]) -> None:
    for name in names:
        (assets / name).unlink()
