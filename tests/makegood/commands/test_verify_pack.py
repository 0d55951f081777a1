"""`makegood verify-pack`: a whole pack is whole, every change is told, and no archive can crash or fill anything."""

import errno
import hashlib
import json
import os
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makegood.cli import main
from policy.files.evidence_pack import manifest_text
from tests.policy.given import TODAY, kingston

FILES: Final = {
    "01-unboxing-video.mp4": b"video" * 1000,
    "02-item-photos.jpg": b"\xff\xd8photo",
    "case.json": b"{}\n",
    "message.txt": b"To: customer\n",
}


def listed(files: Mapping[str, bytes], **more: Any) -> list[dict[str, Any]]:
    return [
        {"name": name, "size": len(data), "type": "x/y", "sha256": hashlib.sha256(data).hexdigest(), **more}
        for name, data in files.items()
    ]


def manifest(files: Mapping[str, bytes] = FILES) -> bytes:
    return manifest_text(kingston(), listed(files), TODAY).encode()


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_STORED) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w", method) as pack:
        for name, data in files.items():
            pack.writestr(name, data)
    return held.getvalue()


def pack(files: Mapping[str, bytes] = FILES, **more: bytes) -> bytes:
    return zipped({**files, "manifest.json": manifest(), **more})


def entry(raw: bytes | bytearray, name: str) -> int:
    """Give the place in an archive where its directory tells of a file."""
    return raw.rindex(b"PK\x01\x02", 0, raw.rindex(name.encode()))


class Verified:
    """How the command ended for a pack, and what it said on both channels."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


Verify = Callable[[bytes], Verified]


@pytest.fixture
def verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Verify:
    def run(raw: bytes) -> Verified:
        path = tmp_path / "pack.zip"
        path.write_bytes(raw)
        code = main(["verify-pack", str(path)])
        return Verified(code, *capsys.readouterr())

    return run


def test_a_pack_that_nobody_changed_is_whole(verify: Verify) -> None:
    ran = verify(pack())
    assert (ran.code, ran.err) == (0, "")
    assert "01-unboxing-video.mp4 is unchanged (5000 bytes)." in ran.out
    assert "The pack was made on 2026-11-21 with policy 2026.11." in ran.out
    assert "The pack is whole: its 4 files" in ran.out


def test_the_fingerprint_of_the_manifest_is_its_hash(verify: Verify) -> None:
    assert f"(SHA-256): {hashlib.sha256(manifest()).hexdigest()}\n" in verify(pack()).out


def test_a_pack_that_was_unpacked_and_packed_again_is_whole_too(verify: Verify) -> None:
    again = zipped({"manifest.json": manifest(), **FILES}, zipfile.ZIP_DEFLATED)
    assert verify(again).code == 0


@pytest.mark.parametrize(
    "files, sentence",
    [
        ({**FILES, "02-item-photos.jpg": b"\xff\xd8phot0"}, "02-item-photos.jpg was changed: its SHA-256 is "),
        ({**FILES, "02-item-photos.jpg": b"\xff\xd8photos"}, "02-item-photos.jpg is longer than the 7 bytes"),
        ({**FILES, "02-item-photos.jpg": b"\xff\xd8"}, "02-item-photos.jpg is shorter than the 7 bytes"),
        ({k: v for k, v in FILES.items() if k != "case.json"}, "case.json is missing"),
        ({**FILES, "03-extra.jpg": b"x"}, "“03-extra.jpg” is not in the manifest: it was added later."),
        ({**FILES, "../../evil.sh": b"x"}, "“../../evil.sh” is not in the manifest: it was added later."),
        ({**FILES, "/etc/x\x1b[31m": b"x"}, "“/etc/x\N{REPLACEMENT CHARACTER}[31m” is not in the manifest"),
    ],
)
def test_each_change_is_told_with_the_file(verify: Verify, files: Mapping[str, bytes], sentence: str) -> None:
    ran = verify(pack(files))
    assert ran.code == 1
    assert sentence in ran.out
    assert "The pack is not as it was made: one thing is wrong with it." in ran.out


def test_all_changes_are_told_at_once(verify: Verify) -> None:
    ran = verify(pack({**FILES, "case.json": b"[]\n", "x": b""}))
    assert "2 things are wrong with it." in ran.out


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_is_there_twice_is_told(verify: Verify) -> None:
    held = BytesIO(pack())
    with zipfile.ZipFile(held, "a") as again:
        again.writestr("case.json", b"{}\n")
    ran = verify(held.getvalue())
    assert ran.code == 1
    assert "case.json is in the pack 2 times" in ran.out


def test_a_byte_that_rotted_is_told_for_its_file_only(verify: Verify) -> None:
    ran = verify(pack().replace(b"videovideo", b"videoVideo", 1))
    assert ran.code == 1
    assert "01-unboxing-video.mp4 cannot be read" in ran.out
    assert "02-item-photos.jpg is unchanged" in ran.out


def test_an_encrypted_file_is_told(verify: Verify) -> None:
    raw = bytearray(pack())
    raw[entry(raw, "case.json") + 8] |= 1
    ran = verify(bytes(raw))
    assert ran.code == 1
    assert "case.json cannot be read" in ran.out


def test_nothing_is_written_to_the_disk(verify: Verify, tmp_path: Path) -> None:
    verify(pack({**FILES, "../evil": b"x"}))
    assert [path.name for path in tmp_path.iterdir()] == ["pack.zip"]
    assert not (tmp_path.parent / "evil").exists()


def _with_manifest(**content: Any) -> bytes:
    told = {**json.loads(manifest()), **content}
    return zipped({**FILES, "manifest.json": json.dumps(told).encode()})


@pytest.mark.parametrize(
    "raw, sentence",
    [
        (b"", "is not a ZIP file"),
        (b"hello", "is not a ZIP file"),
        (pack()[:-30], "is not a ZIP file"),
        (zipped(FILES), "holds no manifest.json"),
        (zipped({"manifest.json": b""}), "cannot be read"),
        (zipped({"manifest.json": b"\xff\xfe"}), "is not text"),
        (zipped({"manifest.json": b"[" * 100_000}), "cannot be read"),
        (zipped({"manifest.json": b"[]"}), "is not Makegood's"),
        (zipped({"manifest.json": b'{"format":"makegood-evidence","format":"x"}'}), "A name comes twice in it."),
        (zipped({"manifest.json": b" " * 1_000_001}, zipfile.ZIP_DEFLATED), "is too long"),
        (zipped({f"{number}": b"" for number in range(1001)}), "holds 1001 files"),
        (_with_manifest(format_version=2), "of version 2"),
        (_with_manifest(format_version=True), "of version true"),
        (_with_manifest(files=None), "without a proper list of files"),
        (_with_manifest(files=[]), "without a proper list of files"),
        (_with_manifest(files=["x"]), "not listed properly"),
        (_with_manifest(files=listed({"../evil": b""})), "not listed properly"),
        (_with_manifest(files=listed({"manifest.json": b""})), "not listed properly"),
        (_with_manifest(files=listed(FILES) * 2), "not listed properly"),
        (_with_manifest(files=listed(FILES, size=-1)), "not listed properly"),
        (_with_manifest(files=listed(FILES, size=True)), "not listed properly"),
        (_with_manifest(files=listed(FILES, sha256="x" * 64)), "not listed properly"),
        (_with_manifest(files=listed(FILES, size=10**12)), "far more bytes than it can hold"),
    ],
)
def test_what_is_no_pack_is_bad_input_with_a_sentence(verify: Verify, raw: bytes, sentence: str) -> None:
    ran = verify(raw)
    assert (ran.code, ran.out) == (2, "")
    (error,) = json.loads(ran.err)["errors"]
    assert sentence in error["message"]


def test_a_file_that_is_not_there_is_bad_input(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-pack", str(tmp_path / "none.zip")]) == 2
    assert f"cannot be read: {os.strerror(errno.ENOENT)}" in capsys.readouterr().err
    assert main(["verify-pack", str(tmp_path)]) == 2
    assert f"cannot be read: {os.strerror(errno.EISDIR)}" in capsys.readouterr().err


def test_of_a_bomb_no_more_is_read_than_the_manifest_lists(verify: Verify, monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0
    whole = zipfile.ZipExtFile.read

    def counted(self: zipfile.ZipExtFile, n: int | None = -1) -> bytes:
        nonlocal read
        data = whole(self, n)
        read += len(data)
        return data

    monkeypatch.setattr(zipfile.ZipExtFile, "read", counted)
    bomb = {**FILES, "case.json": b"\0" * 50_000_000, "manifest.json": manifest()}
    ran = verify(zipped(bomb, zipfile.ZIP_DEFLATED))
    assert ran.code == 1
    assert "case.json is longer than the 3 bytes" in ran.out
    assert read < 100_000


@pytest.fixture
def unread(monkeypatch: pytest.MonkeyPatch) -> None:
    """No file of an archive may be opened to read it."""

    def opened(*_: object, **__: object) -> None:
        pytest.fail("a file was opened")

    monkeypatch.setattr(zipfile, "ZipExtFile", opened)


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("name", ["02-item-photos.jpg", "case.json", "manifest.json"])
@pytest.mark.parametrize("start", [0, 1, 5000])
def test_files_that_lie_over_each_other_are_not_read(verify: Verify, name: str, start: int) -> None:
    raw = bytearray(pack())
    struct.pack_into("<I", raw, entry(raw, name) + 42, start)  # where the file starts: within the first one
    ran = verify(bytes(raw))
    assert (ran.code, ran.out) == (2, "")
    assert "pack.zip holds files that lie over each other." in ran.err


@pytest.mark.usefixtures("unread")
def test_a_file_that_reaches_into_the_directory_is_not_read(verify: Verify) -> None:
    raw = bytearray(pack())
    last = entry(raw, "manifest.json")
    (size,) = struct.unpack_from("<I", raw, last + 20)
    struct.pack_into("<I", raw, last + 20, size + 1000)
    assert "pack.zip holds files that lie over each other." in verify(bytes(raw)).err


@pytest.mark.usefixtures("unread")
@pytest.mark.parametrize("name", ["case.json", "manifest.json", "extra"])
@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 93])
def test_a_file_that_is_neither_stored_nor_deflated_is_not_unpacked(verify: Verify, name: str, method: int) -> None:
    raw = bytearray(pack({**FILES, "extra": b""}))
    struct.pack_into("<H", raw, entry(raw, name) + 10, method)
    ran = verify(bytes(raw))
    assert (ran.code, ran.out) == (2, "")
    assert json.loads(ran.err)["errors"][0]["message"].partition(" holds ")[2].startswith(f"“{name}”, packed in a way ")


@pytest.mark.usefixtures("unread")
def test_a_dictionary_of_four_gigabytes_is_never_made(verify: Verify) -> None:
    raw = bytearray(zipped({"case.json": b"{}", "manifest.json": manifest()}, zipfile.ZIP_LZMA))
    properties = raw.index(b"case.json") + len("case.json") + 4
    struct.pack_into("<I", raw, properties + 1, 0xFFFFFFFF)
    assert verify(bytes(raw)).code == 2


def test_what_python_only_warns_of_is_refused_in_a_sentence(verify: Verify) -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        info = zipfile.ZipInfo("case.json")
        info.extra = struct.pack("<HHBI", 0x7075, 5, 1, zlib.crc32(b"case.json"))  # its name once more, but empty
        archive.writestr(info, b"{}")
    assert "is not a ZIP file that can be read" in verify(held.getvalue()).err


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(data=st.data())
def test_whatever_happens_to_a_pack_there_is_an_exit_code_and_no_traceback(verify: Verify, data: st.DataObject) -> None:
    raw = bytearray(pack())
    for _ in range(data.draw(st.integers(1, 4))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    ran = verify(bytes(raw[: data.draw(st.integers(len(raw) // 2, len(raw)))]))
    assert ran.code in (0, 1, 2)
    assert "Traceback" not in ran.err
