"""What the browser needs to run the policy: Pyodide, our wheels, the lock file that names them, and a manifest.

`prepare(root)` writes it all to `docs/assets/runtime/`, from what is installed already; see `docs/maintain/runtime.md`.
"""

from makegood.runtime.node import RuntimeUnavailableError
from makegood.runtime.prepare import RUNTIME, prepare

__all__ = ["RUNTIME", "RuntimeUnavailableError", "prepare"]
