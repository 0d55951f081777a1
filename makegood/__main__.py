"""The command: `makegood`, and `python -m makegood` where that script is not at hand."""

import sys

from policy.language.authored import AuthoredError


def main() -> int:
    """Run the command. A broken record of a programme is told here, since the facts are made of the records."""
    try:
        from makegood import cli
    except AuthoredError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    return cli.main()


if __name__ == "__main__":  # processes that share the work of `triage` import this module too
    sys.exit(main())
