"""Gets Python ready to answer, in Node at build time. What it leaves in memory becomes the snapshot.

Every reader starts with the same memory. So nothing of the build machine may stay in it, and what must differ from
reader to reader is made anew by `wake`.
"""

import gc
import json
import linecache
import os
import random
import sys
import zipimport
from pathlib import Path

from policy.browser import respond


def answer(request: str) -> str:
    """Answer a request; without an exception, because there is nobody here to take it."""
    try:
        return "+" + respond(request)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the page then starts Python in another way
        return f"{type(error).__name__}: {error}"


def wake(entropy: str) -> str:
    """Seed what makes random numbers with what only this reader has."""
    for number, source in enumerate(sources):
        source.seed(f"{number} {entropy}")
    return "+"


for request in json.loads(Path("/requests.json").read_text()):
    respond(request)

sources = [found for found in gc.get_objects() if type(found) is random.Random]
for source in sources:
    source.seed(0)

os.environ.clear()
sys.executable = ""
setattr(sys, "_base_executable", "")  # noqa: B010 - type checkers do not know it
sys.argv, sys.orig_argv = [""], []
# There are no files where the snapshot wakes up.
sys.path.clear()
sys.path_importer_cache.clear()
getattr(zipimport, "_zip_directory_cache").clear()  # noqa: B009 - nor this
linecache.clearcache()
del request, source
for _ in range(3):
    gc.collect()
