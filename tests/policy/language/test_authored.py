"""What an author writes wrongly is told in one sentence: the file, the entry, what is wrong and what to do."""

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from policy.language.authored import AuthoredError, Shape, read_entries, read_text

SHAPES: Final[dict[str, Shape]] = {
    "limit": {"id": str, "side": ("buyer", "seller"), "days": int, "from": date, "pages": list}
}
SOUND: Final = """
[[limit]]
id = "A-1"
side = "buyer"
days = 3
from = 2026-11-21
pages = ["a", "b"]
"""


def read(folder: Path, text: str) -> dict[str, list[dict[str, object]]]:
    """Read a file with this text."""
    file = folder / "limits.toml"
    file.write_text(text, encoding="utf-8")
    return read_entries(file, "policy/limits.toml", SHAPES)


def test_what_is_right_is_read(tmp_path: Path) -> None:
    [entry] = read(tmp_path, SOUND)["limit"]
    assert entry == {"id": "A-1", "side": "buyer", "days": 3, "from": date(2026, 11, 21), "pages": ["a", "b"]}


@pytest.mark.parametrize(
    "replaced, by, sentence",
    [
        ('"buyer"', "buyer", " is no TOML: Invalid value (at line 4, column 8). Correct that line"),
        ("[[limit]]", "[[limits]]", " has limits, which is none of its entries. Did you mean [[limit]]?"),
        ("[[limit]]", "[limit]", " has limit, which is none of its entries."),
        (SOUND, "", " has no [[limit]]. It needs at least one."),
        ('id = "A-1"\n', "", ", [[limit]] 1: id is missing. It needs id, side, days, from, pages."),
        ("days = 3\n", "", ", A-1: days is missing."),
        ("days =", "day =", ", A-1: day is nothing that it can have. Did you mean days?"),
        ('"buyer"', '"byer"', ", A-1: side cannot be “byer”. Did you mean buyer? There are: buyer, seller."),
        ("= 3", '= "3"', ", A-1: days must be a whole number, without quotes."),
        ("= 3", "= true", ", A-1: days must be a whole number, without quotes."),
        ("2026-11-21", '"soon"', ", A-1: from must be a day without quotes, like 2026-11-21."),
        ("2026-11-21", "2026-11-21T10:00:00", ", A-1: from must be a day without quotes"),
        ('["a", "b"]', '"a"', ', A-1: pages must be a list of texts, like ["one", "two"].'),
        ('["a", "b"]', "[]", ", A-1: pages must be a list of texts"),
        ('["a", "b"]\n', '["a", "b"]\n' + SOUND, ", A-1: the id stands twice. Give one of the two another."),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, replaced: str, by: str, sentence: str) -> None:
    with pytest.raises(AuthoredError) as raised:
        read(tmp_path, SOUND.replace(replaced, by))
    assert str(raised.value).startswith(f"policy/limits.toml{sentence}")


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(AuthoredError, match=r"policy/x\.toml cannot be read: No such file or directory\. Put"):
        read_text(tmp_path / "x.toml", "policy/x.toml")
    (tmp_path / "x.toml").write_bytes(b"a\xff")
    with pytest.raises(AuthoredError, match=r"policy/x\.toml is no text in UTF-8 \(byte 1\)\. Save it as UTF-8\."):
        read_text(tmp_path / "x.toml", "policy/x.toml")
