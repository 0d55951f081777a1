"""The command as `python -m makegood`, where its script is not at hand."""

import sys

from makegood.cli import main

if __name__ == "__main__":  # processes that share the work of `triage` import this module too
    sys.exit(main())
