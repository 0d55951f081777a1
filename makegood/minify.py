"""Makes our scripts and style sheets in a built site smaller, and one style sheet of those that every page loads.

Comments are for authors, who have the sources. Scripts stay apart: a page loads those that it needs. Style sheets are
written apart, but no page is painted before it has them all, so `look/look.css` takes in what it imports.
"""

from pathlib import Path
from typing import Final

from makegood.esbuild import esbuild

LOOK: Final = Path("look/look.css")
"""Below `docs/assets/`: the style sheet that imports its neighbours."""

_SUFFIXES = (".js", ".css")
_MADE_BY_THE_BUILD = ("runtime", "answers")
_OPTIONS = ("--minify", "--charset=utf8", "--target=esnext", "--legal-comments=none", "--allow-overwrite")


def minify(site: Path, root: Path) -> None:
    """Rewrite what stands below `docs/assets/` in the folder of a built site.

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
    if LOOK in look:
        # Fonts stay files of their own, at addresses that are relative to the same folder.
        esbuild(root, LOOK, "--bundle", "--external:*.woff2", f"--outfile={LOOK}", *_OPTIONS, folder=assets)
        for name in look:
            if name != LOOK:
                (assets / name).unlink()
    if apart := [name for name in ours if name not in look]:
        esbuild(root, *apart, "--outdir=.", "--outbase=.", *_OPTIONS, folder=assets)
