"""Builds some pages of a site anew and leaves the others as they were: what the live server shows first after a change.

What the whole site needs, as its search and the checks of a strict build, is left to the build of the whole site.
"""

import os
import shutil
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from makegood import runtime
from makegood.build.site import end_quietly, mkdocs, swap
from makegood.checkout import ROOT
from makegood.runtime import RUNTIME
from makegood.serve.static import locate

_RUNTIME = RUNTIME.relative_to("docs")
_SEARCH = Path("search", "search_index.json")


def build_open_pages(site: Path, out: Path, pages: Sequence[str]) -> int:
    """Write the site as it is into `out`, with some pages built anew, and whatever else MkDocs finds changed.

    Args:
        site: the folder of a site that was built by `makegood.build.site` with `plain`.
        out: the folder for the other one; it may not exist yet.
        pages: the paths of the pages, as in their addresses. What is no page of this site is left out.

    Returns:
        0, or MkDocs' exit code; the reason is on standard error then.

    Raises:
        RuntimeUnavailableError: what Python needs in the browser cannot be made.
    """
    _copy(site, out)
    for page in pages:
        path = locate(out, page)
        if path and path.is_file():
            os.utime(path, (0, 0))  # MkDocs goes by this
    beside = out.with_name(f"{out.name}-runtime")
    try:
        with ThreadPoolExecutor(1) as other:
            python = other.submit(_prepare_runtime, beside)
            code = mkdocs(out, "--dirty", MAKEGOOD_RUNTIME="later")
            python.result()
        swap(beside, ROOT / RUNTIME)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    shutil.rmtree(out / _RUNTIME)
    shutil.copytree(ROOT / RUNTIME, out / _RUNTIME, copy_function=os.link)
    if (site / _SEARCH).is_file():
        shutil.copy2(site / _SEARCH, out / _SEARCH)  # MkDocs has written one of these pages alone
    return code


def _copy(site: Path, out: Path) -> None:
    """Copy a site with its dates. Python's files are only linked: they are never written to, and they are large."""
    shutil.copytree(site, out, ignore=lambda folder, _: [_RUNTIME.name] if Path(folder) == site / "assets" else [])
    shutil.copytree(site / _RUNTIME, out / _RUNTIME, copy_function=os.link)


def _prepare_runtime(beside: Path) -> None:
    """Make what Python needs in a folder of its own: MkDocs looks at the other one at the same time."""
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(ROOT / RUNTIME, beside, copy_function=os.link)
    runtime.prepare(ROOT, beside)


def main() -> int:
    """Build as the live server does it: `python -m makegood.serve.open_pages --site DIR --out DIR PAGE...`."""
    parser = ArgumentParser(prog="python -m makegood.serve.open_pages", description=__doc__)
    parser.add_argument("--site", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("pages", nargs="+")
    options = parser.parse_args()
    end_quietly()
    return build_open_pages(options.site, options.out, options.pages)


if __name__ == "__main__":
    sys.exit(main())
