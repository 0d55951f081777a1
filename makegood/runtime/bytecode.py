"""Compiles the modules in a zip, in a process of its own: `python -ISB bytecode.py OPTIMIZE IN.zip OUT.zip`.

How a module is written depends on what else the process has in memory. Here that is always the same, so the same
sources give the same bytes. Python looks neither for the sources nor at dates. Standard library only.
"""

import marshal
import sys
import zipfile
from importlib.util import MAGIC_NUMBER, source_hash
from typing import Final

UNCHECKED: Final = (1).to_bytes(4, "little")
"""What a .pyc file has in its second four bytes when nothing shall be checked before it is used."""


def main(optimize: int, given: str, made: str) -> None:
    """Write a zip with the same files, and bytecode in the place of each module.

    Args:
        optimize: 2 leaves out assertions and docstrings, 0 nothing.
        given: The path of the zip.
        made: The path of the new one.
    """
    with zipfile.ZipFile(given) as files, zipfile.ZipFile(made, "w") as compiled:
        for name in sorted(files.namelist()):
            data = files.read(name)
            if name.endswith(".py"):
                code = compile(data, name, "exec", dont_inherit=True, optimize=optimize)
                compiled.writestr(f"{name}c", MAGIC_NUMBER + UNCHECKED + source_hash(data) + marshal.dumps(code))
            elif not name.endswith(".pyc"):
                compiled.writestr(name, data)


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
