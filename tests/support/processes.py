"""What another Python process says, for what must not differ from one process to the next."""

import os
import subprocess
import sys

from makegood.checkout import ROOT


def say_elsewhere(code: str, hash_seed: str) -> str:
    """Run code in a process of its own and give what it prints.

    Args:
        code: may import everything in the checkout.
        hash_seed: another one puts the members of sets of strings in another order.
    """
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return done.stdout.strip()
