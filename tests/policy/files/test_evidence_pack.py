"""The evidence pack: clear names that no file can choose for itself, and a manifest that says what each file is."""

import json
from typing import Any

import pytest

from policy.facts import evidence
from policy.files.evidence_pack import captured, file_names, manifest_text, messages_text, shown_by_files
from tests.policy.given import TODAY, advice, kingston


def name(**file: Any) -> str:
    (made,) = file_names([file])
    return made


def test_files_are_named_for_what_they_show_in_their_order() -> None:
    files = [
        {"shows": "unboxing-video", "name": "VID_1.MP4", "type": "video/mp4"},
        {"shows": "item-photos", "name": "a.jpeg", "type": "image/jpeg"},
        {"shows": "item-photos", "name": "a.jpeg", "type": "image/jpeg"},
    ]
    assert file_names(files) == ["01-unboxing-video.mp4", "02-item-photos.jpeg", "03-item-photos.jpeg"]


@pytest.mark.parametrize(
    "own, kind, made",
    [
        ("IMG", "image/jpeg", "01-other.jpg"),
        ("IMG", "video/quicktime", "01-other.mov"),
        ("IMG", "image/webp", "01-other.webp"),
        ("IMG", "", "01-other.bin"),
        ("../../x.sh/evil", "", "01-other.bin"),
        ("a.b/../../c", "", "01-other.bin"),
        ("a.verylongending", "", "01-other.bin"),
        ("a.", "video/mp4", "01-other.mp4"),
        ("a.<b>", "text/html; x", "01-other.bin"),
        ("a.HEIC", "", "01-other.heic"),
    ],
)
def test_only_a_plain_ending_of_the_files_own_name_is_taken_over(own: str, kind: str, made: str) -> None:
    assert name(shows="other", name=own, type=kind) == made


@pytest.mark.parametrize("shows", ["no-such-thing", "../x", "", None, 7])
def test_what_is_no_item_of_the_evidence_is_called_other(shows: Any) -> None:
    assert name(shows=shows, name="a.png", type="image/png") == "01-other.png"


def test_a_file_can_show_every_item_of_the_evidence_or_something_else() -> None:
    assert [shows for shows, _ in shown_by_files()] == [*(value.name for value in evidence.values), "other"]


@pytest.mark.parametrize(
    "raw, time",
    [
        ("2026:11:20 10:11:12", "2026-11-20T10:11:12"),
        ("2026:11:20 10:11:12-05:00", "2026-11-20T10:11:12-05:00"),
        ("2026:13:20 10:11:12", None),
        ("0000:00:00 00:00:00", None),
        ("2026:11:20 10:11:12<b>", None),
        ("", None),
        (None, None),
        (20261120, None),
    ],
)
def test_the_time_of_a_photo_is_taken_only_where_it_is_one(raw: Any, time: str | None) -> None:
    assert captured(raw) == time


def test_the_manifest_lists_each_file_and_the_policy_and_the_day() -> None:
    given = kingston()
    photo = {"name": "01-item-photos.jpg", "size": 5, "type": "image/jpeg", "sha256": "ab" * 32}
    text = {"name": "message.txt", "size": 9, "type": "text/plain", "sha256": "cd" * 32}
    files = [{**photo, "shows": "item-photos", "captured": "2026:11:20 10:11:12"}, text]
    manifest = json.loads(manifest_text(given, files, TODAY))
    assert manifest == {
        "format": "makegood-evidence",
        "format_version": 1,
        "made_on": "2026-11-21",
        "policy": {"version": given.policy.version, "digest": given.policy.digest},
        "files": [
            {**photo, "shows": "item-photos", "captured": "2026-11-20T10:11:12"},
            {**text, "shows": None, "captured": None},
        ],
    }


def test_all_messages_stand_in_one_text() -> None:
    given = advice(side="buyer", programme="kakobuy", problem="damaged", order_number="K-1")
    text = messages_text(given)
    assert given.messages
    assert all(message.body in text and f"Subject: {message.subject}\n" in text for message in given.messages)


def test_where_there_is_no_message_the_text_says_so() -> None:
    assert messages_text(advice()) == "There is no message to send yet.\n"
