"""The plan of the house: which room may import which. Rooms are the folders of `policy/` and `makegood/`.

A room may import those that stand below it. What travels to a reader is `policy/` alone, so nothing there may reach up.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

import pytest

ROOT: Final = Path(__file__).parents[1]

FLOORS: Final = (
    ("policy.days", "policy.language"),
    ("policy.facts", "policy.sources"),
    ("policy.periods",),
    ("policy.cases",),
    ("policy.explain",),
    ("policy.messages",),
    ("policy.programmes",),
    ("policy.engine",),
    ("policy",),  # its face: what is named there is loaded when it is first used
    ("policy.rendering", "policy.content"),
    ("policy.files", "policy.seller_check", "policy.wording"),
    ("policy.browser",),
    ("makegood.checkout", "makegood.integrity", "makegood.random_cases"),
    ("makegood.diagrams",),
    ("makegood.undecided",),
    ("makegood.audit", "makegood.compile", "makegood.runtime", "makegood.delivery", "makegood.whole_cases"),
    ("makegood.build",),
    ("macros",),
    ("makegood.serve", "makegood.commands"),
    ("makegood.cli",),
)
"""The rooms from the ground up. A room may import rooms of lower floors only, never one beside it."""


class Import(NamedTuple):
    """A module that imports another, and the line."""

    module: str
    line: int
    target: str


def modules() -> Iterator[tuple[str, Path]]:
    """Give every module of the house."""
    for top in ("policy", "makegood", "macros"):
        for path in sorted((ROOT / top).rglob("*.py")):
            yield ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"), path


def imports(module: str, code: str) -> Iterator[Import]:
    """Give what a module imports from the house, also inside of functions."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield Import(module, node.lineno, whole if _exists(whole) else node.module)
        elif isinstance(node, ast.Import):
            yield from (Import(module, node.lineno, name.name) for name in node.names)


def _exists(module: str) -> bool:
    path = ROOT.joinpath(*module.split("."))
    return path.with_suffix(".py").is_file() or (path / "__init__.py").is_file()


def room(module: str) -> str:
    """Name the room that a module stands in."""
    names = module.split(".")
    return names[0] if names[0] not in {"policy", "makegood"} else ".".join(names[:2])


def wrong(found: Import) -> str:
    """Say what is wrong with an import; empty, if nothing is."""
    floor = {name: number for number, names in enumerate(FLOORS) for name in names}
    here, there = room(found.module), room(found.target)
    if there.partition(".")[0] in {"tests", "benchmarks"}:
        return f"{found.module}, line {found.line} imports {found.target}: the product does not need its own tests."
    if here == "macros" and there.partition(".")[0] == "makegood":
        return (
            f"{found.module}, line {found.line} imports {found.target}: macros only ask the policy. Let "
            "makegood/build/hooks.py hand over what a page has to know."
        )
    if here == there or there not in floor or here not in floor or floor[there] < floor[here]:
        return ""
    return (
        f"{found.module}, line {found.line} imports {found.target}, which stands "
        f"{'beside' if floor[there] == floor[here] else 'above'} {here}. Move what both need to a lower room, or hand "
        "it over as an argument."
    )


def test_every_room_has_its_floor() -> None:
    placed = {name for names in FLOORS for name in names}
    lost = {room(module) for module, _ in modules()} - placed - {"makegood", "makegood.__main__"}

    assert not lost, f"Give {', '.join(sorted(lost))} a floor in FLOORS: below whatever imports it."


def test_rooms_import_only_what_stands_below_them() -> None:
    found = [wrong(entry) for module, path in modules() for entry in imports(module, path.read_text(encoding="utf-8"))]

    assert [sentence for sentence in found if sentence] == []


@pytest.mark.parametrize(
    "module, line",
    [
        ("policy.language.rule", "from policy.engine.assess import assess"),
        ("policy.files.calendar", "import makegood.audit"),
        ("policy.files.report", "from policy.seller_check import check"),
        ("makegood.audit.alive", "from tests.support import pages"),
        ("macros.checker", "from makegood.compile import answers"),
        ("policy.cases.case", "def late():\n    from policy import answer"),
    ],
)
def test_an_import_that_goes_up_or_aside_is_named(module: str, line: str) -> None:
    (sentence,) = filter(None, map(wrong, imports(module, line)))

    assert sentence.startswith(f"{module}, line ")


def test_a_leaf_loads_a_leaf() -> None:
    code = "import sys, policy.days; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-ISc", f"import sys; sys.path.insert(0, {str(ROOT)!r}); {code}"],
                          capture_output=True, text=True, check=True)  # fmt: skip
    loaded = done.stdout.split()

    assert len([name for name in loaded if name.partition(".")[0] == "policy"]) < 10
    assert "jinja2" not in loaded
