"""Builds the site: the pages with all they need (`makegood.build.hooks`), then what makes them quick and lasting."""

import os
import shutil
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from pathlib import Path

from makegood.build import unchanged
from makegood.checkout import ROOT
from makegood.delivery import OfflineError, deliver
from makegood.delivery.esbuild import EsbuildError
from makegood.delivery.minify import minify


def build(strict: bool = True, out: Path = ROOT / "site", plain: bool = False) -> int:
    """Build the whole site into `out`, replacing the site that is there only when everything went well.

    Where the site is there and nothing has changed since, nothing is done.

    Args:
        strict: Whether a warning of MkDocs fails the build.
        out: The folder for the site. Its parent has to exist.
        plain: Whether to leave the site as MkDocs made it, which is quicker: nothing compressed, nothing kept offline.

    Returns:
        0, or the exit code of what failed; the reason is on standard error then.
    """
    started = time.monotonic()
    out = out.absolute()
    if not _may_replace(out):
        print(f"{out} is neither empty nor a built site. Choose another folder for the site.", file=sys.stderr)
        return 2
    source = unchanged.made_from(ROOT, strict, plain)
    if unchanged.is_current(ROOT, out, source):
        print(f"Nothing has changed since {_short(out)} was built. To build it all the same: make clean build")
        return 0
    # Beside its destination, so that it gets there by renaming and nobody ever reads half a site.
    fresh = out.with_name(f".site-{os.getpid()}")
    try:
        code = mkdocs(fresh, *(["--strict"] if strict else []))
        if code == 0:
            if not plain:
                minify(fresh, ROOT)
                deliver(fresh, ROOT)
            swap(fresh, out)
            unchanged.note(ROOT, out, source)
    except (EsbuildError, OfflineError) as error:
        print(error, file=sys.stderr)
        code = 1
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    if code == 0:
        print(f"Built {_short(out)} in {time.monotonic() - started:.1f} s")
    return code


def swap(fresh: Path, out: Path) -> None:
    """Put the folder `fresh` in the place of `out`, which may not exist yet. Both are on one disk."""
    old = fresh.with_name(f"{fresh.name}-old")
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _may_replace(out: Path) -> bool:
    """Tell whether nothing but a built site would be lost; MkDocs puts a 404.html into each."""
    return not out.exists() or (out.is_dir() and ((out / "404.html").is_file() or not any(out.iterdir())))


def mkdocs(out: Path, *options: str, **environment: str) -> int:
    """Run MkDocs in a process of its own, which imports pages, macros and policy afresh, and return its exit code.

    Args:
        out: the folder for the site.
        options: more options of `mkdocs build`.
        environment: what its environment has to hold besides this one's.
    """
    # Not --quiet: it drops the warnings before --strict can count them.
    command = [sys.executable, "-m", "mkdocs", "build", "--config-file", "mkdocs.yml", "--site-dir", str(out)]
    # Material's advertisement for its successor would stand above the warnings that matter.
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}
    return subprocess.run([*command, *options], cwd=ROOT, env=environment, check=False).returncode


def _short(path: Path) -> str:
    return f"{path.relative_to(ROOT)}/" if path.is_relative_to(ROOT) else str(path)


def end_quietly() -> None:
    """Let this process end as by Ctrl-C when it is told to: what it has begun to write is taken away."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def main() -> int:
    """Build as the live server does it: `python -m makegood.build.site [--out DIR] [--no-strict] [--plain]`."""
    parser = ArgumentParser(prog="python -m makegood.build.site", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "site")
    parser.add_argument("--no-strict", dest="strict", action="store_false")
    parser.add_argument("--plain", action="store_true")
    options = parser.parse_args()
    end_quietly()
    return build(strict=options.strict, out=options.out, plain=options.plain)


if __name__ == "__main__":
    sys.exit(main())
