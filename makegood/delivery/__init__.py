"""Makes a built site ready for readers: without what no page asks for, names by content, hashes, a service worker.

`deliver(site, root)` works on the folder that MkDocs wrote, and on any other of the same layout;
see `docs/maintain/offline.md`.
"""

import os
import shutil
from pathlib import Path
from typing import Final

from makegood.delivery.checked import add_hashes
from makegood.delivery.compressed import CACHE, compress
from makegood.delivery.names import hash_names
from makegood.delivery.offline import OfflineError, add_worker

__all__ = ["OfflineError", "deliver"]

UNUSED: Final = ("assets/javascripts/lunr",)
"""What the theme brings along and no page asks for: search in other languages, under licences of its own."""


def deliver(site: Path, root: Path) -> None:
    """Make the site in the folder `site` ready for readers.

    With `MAKEGOOD_OFFLINE=no` in the environment the site gets no service worker, and ends those of its readers.

    Args:
        site: The folder; it is changed in place.
        root: The project's root.

    Raises:
        EsbuildError: The service worker cannot be bundled.
        OfflineError: It has no place for the list of files.
    """
    for name in UNUSED:
        shutil.rmtree(site / name, ignore_errors=True)
    hash_names(site)
    add_hashes(site)
    if os.environ.get("MAKEGOOD_OFFLINE") != "no":
        add_worker(site, root)
    compress(site, root / CACHE)
