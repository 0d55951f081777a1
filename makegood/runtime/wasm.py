"""Cuts functions out of a WebAssembly module: what never runs becomes a trap.

The page needs a fraction of CPython's functions to answer. `traced` makes a module that notes in memory which of its
functions run. `cut` makes one in which all others trap, and which exports only what it is told to. Indices stay the
same, so a memory snapshot fits both. A function that was cut by mistake cannot give a wrong answer, only none.
"""

from collections.abc import Collection, Iterator
from typing import Final

_IMPORTS, _EXPORTS, _CODE, _CUSTOM = 2, 7, 10, 0
_FUNCTION: Final = 0
_TRAP: Final = b"\x00\x00\x0b"
"""A function's body: no variables, `unreachable`, `end`."""


def traced(module: bytes, at: int) -> bytes:
    """Let each function write a 1 into memory when it runs: the first at that address, the next one byte further."""
    return _with_bodies(
        module,
        (
            body[: (start := _after_variables(body))] + _store(at + number) + body[start:]
            for number, body in enumerate(_bodies(module))
        ),
    )


def cut(module: bytes, kept: Collection[int], exports: Collection[str]) -> bytes:
    """Let all functions trap but these, counted from the first that is not imported, and those that are exported."""
    imported = _imported_functions(module)
    listed = [(name, kind, index) for name, kind, index in _exports(module) if name in exports]
    kept = {*kept, *(index - imported for _, kind, index in listed if kind == _FUNCTION)}
    fewer = _with_bodies(module, (body if number in kept else _TRAP for number, body in enumerate(_bodies(module))))
    content = _number(len(listed)) + b"".join(
        _number(len(name)) + name.encode() + bytes([kind]) + _number(index) for name, kind, index in listed
    )
    return _join((kind, content if kind == _EXPORTS else data) for kind, data in _sections(fewer) if kind != _CUSTOM)


def count(module: bytes) -> int:
    """Count the functions that are not imported."""
    return _read(_section(module, _CODE), 0)[0]


def _sections(module: bytes) -> Iterator[tuple[int, bytes]]:
    at = 8
    while at < len(module):
        kind = module[at]
        size, start = _read(module, at + 1)
        yield kind, module[start : start + size]
        at = start + size


def _section(module: bytes, wanted: int) -> bytes:
    return next(data for kind, data in _sections(module) if kind == wanted)


def _join(sections: Iterator[tuple[int, bytes]]) -> bytes:
    return b"\0asm\1\0\0\0" + b"".join(bytes([kind]) + _number(len(data)) + data for kind, data in sections)


def _bodies(module: bytes) -> Iterator[bytes]:
    code = _section(module, _CODE)
    number, at = _read(code, 0)
    for _ in range(number):
        size, start = _read(code, at)
        at = start + size
        yield code[start:at]


def _with_bodies(module: bytes, bodies: Iterator[bytes]) -> bytes:
    listed = [_number(len(body)) + body for body in bodies]
    code = _number(len(listed)) + b"".join(listed)
    return _join((kind, code if kind == _CODE else data) for kind, data in _sections(module))


def _after_variables(body: bytes) -> int:
    groups, at = _read(body, 0)
    for _ in range(groups):
        _, at = _read(body, at)
        if body[at] in {0x63, 0x64}:  # a reference to a type that follows
            _, at = _read(body, at + 1)
        else:
            at += 1
    return at


def _exports(module: bytes) -> Iterator[tuple[str, int, int]]:
    data = _section(module, _EXPORTS)
    number, at = _read(data, 0)
    for _ in range(number):
        size, start = _read(data, at)
        name, kind = data[start : start + size].decode(), data[start + size]
        index, at = _read(data, start + size + 1)
        yield name, kind, index


def _imported_functions(module: bytes) -> int:
    data = _section(module, _IMPORTS)
    number, at = _read(data, 0)
    functions = 0
    for _ in range(number):
        for _ in range(2):
            size, start = _read(data, at)
            at = start + size
        kind, at = data[at], at + 1
        if kind == _FUNCTION:
            functions += 1
            _, at = _read(data, at)
        elif kind in {1, 2}:  # a table, whose kind comes first, or a memory: both have limits
            at += kind == 1
            flags, at = _read(data, at)
            for _ in range(2 if flags & 1 else 1):
                _, at = _read(data, at)
        else:  # a global has a type and is constant or not, a tag has an attribute and a type: two small numbers
            at += 1
            _, at = _read(data, at)
    return functions


def _store(at: int) -> bytes:
    """Write the instructions that store a 1 at an address."""
    return b"\x41" + _signed(at) + b"\x41\x01\x3a\x00\x00"


def _read(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:  # noqa: PLR2004 - the last byte of a number has no high bit
            return value, at


def _number(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:  # noqa: PLR2004 - seven bits to a byte
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])


def _signed(value: int) -> bytes:
    """Write a number that is not negative where WebAssembly wants a signed one."""
    out = bytearray()
    while value > 0x3F:  # noqa: PLR2004 - the seventh bit of the last byte is the sign
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
