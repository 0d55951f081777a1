"""Puts the service worker into a built site, with the list of the files that it may keep.

The worker's source is `worker/worker.js`; esbuild makes one file of it and of the parts of Workbox that it uses. The
list takes the place of Workbox's own mark for it, `self.__WB_MANIFEST`.
"""

import json
import re
from pathlib import Path
from typing import Final

from makegood.delivery.esbuild import esbuild
from makegood.integrity import integrity_of

MARK: Final = "self.__WB_MANIFEST"
REGISTER: Final = "offline/register.js"
"""The script that registers the worker, below the folder of what the site is made of."""

_SOURCE = Path(__file__).with_name("worker") / "worker.js"
_SHELL = (".css", ".js", ".svg", ".woff2")
_CHECK = "check/"
_OFFLINE = "offline/"
_LEFT_OUT = re.compile(
    r"(^|/)(sw\.js|404\.html|sitemap\.xml(\.gz)?|.*\.map|readme/.*|look/card\.png|OFL\.txt)$|\.(br|gz)$"
)
"""What no reader's browser needs: maps of scripts, files for machines, pictures for chats."""


class OfflineError(Exception):
    """The service worker's source has no place for the list of files; the message says what to do."""


type Files = dict[str, list[tuple[str, str]]]
"""Of each group (core, checker, rest) the files: their addresses below the site's root and their hashes."""


def add_worker(site: Path, root: Path) -> None:
    """Write `sw.js`, and let each page register it.

    A site without the script for that, such as a small one for a test, stays as it is.

    Args:
        site: The folder of the site, whose files have their final names and contents, the pages aside.
        root: The project's root, for `node_modules`.

    Raises:
        EsbuildError: The worker cannot be bundled.
        OfflineError: It has no place for the list.
    """
    scripts = list(site.glob(f"assets/site-*/{REGISTER}"))
    if not scripts:
        return
    register, integrity = scripts[0].relative_to(site).as_posix(), integrity_of(scripts[0].read_bytes())
    for page in site.rglob("*.html"):
        html = page.read_text(encoding="utf-8")
        page.write_text(_with_script(html, register, integrity, page, site), encoding="utf-8")
    text = json.dumps(list_files(site), separators=(",", ":"))
    (site / "sw.js").write_text(_bundle(root).replace(MARK, text), encoding="utf-8")


def list_files(site: Path) -> Files:
    """List what the worker may keep: what every page needs, what the whole checker needs, and the rest."""
    files: Files = {"core": [], "checker": [], "rest": []}
    quickest = _quickest_start(site)
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not _LEFT_OUT.search(name):
            address = re.sub(r"(^|/)index\.html$", r"\1", name) or "./"
            files[_group(address, path, quickest)].append((address, integrity_of(path.read_bytes())))
    return files


def _group(address: str, path: Path, quickest: set[Path]) -> str:
    is_ours = address.startswith("assets/site-")
    if is_ours and "/libraries/" in address:  # that only a few readers of the checker need
        return "checker"
    if address in (_OFFLINE, "manifest.webmanifest") or (is_ours and address.endswith(_SHELL)):
        return "core"
    if address == _CHECK or address.startswith("assets/answers/") or path in quickest:
        return "checker"
    return "rest"


def _quickest_start(site: Path) -> set[Path]:
    """Give the runtime's manifest and the files of the quickest way to start Python."""
    found: set[Path] = set()
    for manifest in site.glob("assets/runtime/start-*/manifest.json"):
        first = json.loads(manifest.read_text(encoding="utf-8"))["starts"][0]
        found |= {manifest, *((manifest.parent / name).resolve() for name in first["files"])}
    return found


def _with_script(html: str, register: str, integrity: str, page: Path, site: Path) -> str:
    """Add the script at the end of the head; its address begins as those of its neighbours do."""
    depth = len(page.relative_to(site).parts) - 1
    found = re.search(r'="([^"]*?)assets/site-', html)
    start = found[1] if found else "../" * depth
    head, end, rest = html.partition("</head>")
    script = f'<script type="module" src="{start}{register}" integrity="{integrity}"></script>'
    return f"{head}{script}{end}{rest}" if end else html


def _bundle(root: Path) -> str:
    """Make one script of the worker and its imports."""
    options = ("--bundle", "--minify", "--format=iife", "--target=es2022", '--define:process.env.NODE_ENV="production"')
    script = esbuild(root, _SOURCE, *options, folder=root)
    if script.count(MARK) != 1:
        raise OfflineError(f"{_SOURCE.name} has to hold {MARK} exactly once: the list of files takes its place.")
    return script
