"""What an author writes wrongly is told in one sentence: the file, the entry, what is wrong and what to do."""

from datetime import date
from pathlib import Path
from typing import Final

import pytest

from makegood.checkout import ROOT
from policy.language.authored import AuthoredError, Shape, Words, line_being_run, read_entries, read_text

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


@pytest.mark.parametrize("written", ['""', '" "', "1"])
def test_words_that_are_asked_for_are_no_blank(tmp_path: Path, written: str) -> None:
    file = tmp_path / "heads.toml"
    file.write_text(f"[[head]]\ntitle = {written}\n", encoding="utf-8")
    with pytest.raises(AuthoredError, match=r"heads\.toml, \[\[head\]\] 1: title must be words in quotes, like"):
        read_entries(file, "heads.toml", {"head": {"title": Words}})


def test_lines_may_end_as_windows_ends_them(tmp_path: Path) -> None:
    (tmp_path / "x.jinja").write_bytes(b"---\r\na\r\n")
    assert read_text(tmp_path / "x.jinja", "policy/x.jinja") == "---\na\n"


def test_the_line_of_the_policy_that_is_carried_out_is_named() -> None:
    rules = {"__name__": "policy.programmes.made.up", "say": line_being_run}
    exec(compile("place = (\n  say())", f"{ROOT}/policy/programmes/made/up.py", "exec"), rules)  # noqa: S102  # ours
    assert rules["place"] == "policy/programmes/made/up.py, line 2: "
    assert line_being_run() == ""


def test_a_file_that_is_not_there_or_no_text_is_told(tmp_path: Path) -> None:
    with pytest.raises(AuthoredError, match=r"policy/x\.toml cannot be read: No such file or directory\. Put"):
        read_text(tmp_path / "x.toml", "policy/x.toml")
    (tmp_path / "x.toml").write_bytes(b"a\xff")
    with pytest.raises(AuthoredError, match=r"policy/x\.toml is no text in UTF-8 \(byte 1\)\. Save it as UTF-8\."):
        read_text(tmp_path / "x.toml", "policy/x.toml")
