"""Tables and lines of JSON are read row by row: what is wrong with one row stays with that row."""

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from makegood.commands.bad_input import BadInputError
from makegood.commands.portions import Portion, answered
from makegood.commands.rows_in import LONGEST_ROW, Row, Rows, case_in
from policy.cases.case import Case
from policy.cases.errors import FactError
from policy.facts import BY_NAME
from tests.policy.given import TODAY

HEADER = "side,problem,evidence,label_weight_g,item_name\n"


def rows(text: str | bytes, kind: str = "csv") -> Rows:
    """The rows of this input."""
    return Rows(io.BytesIO(text.encode() if isinstance(text, str) else text), kind)


def cases(text: str | bytes, kind: str = "csv") -> list[tuple[int, dict[str, Any] | list[str]]]:
    """For each row its line, and the facts of its case or the sentences that say what is wrong with it."""
    read = rows(text, kind)
    return [(row.line, facts(case_in(row, read.columns, TODAY))) for row in read]


def facts(found: Case | list[FactError]) -> dict[str, Any] | list[str]:
    return found.as_data() if isinstance(found, Case) else [error.message for error in found]


def wrong(text: str | bytes, kind: str = "csv") -> list[str]:
    """What makes the whole input unreadable."""
    with pytest.raises(BadInputError) as bad:
        rows(text, kind)
    return [error.message for error in bad.value.errors]


def test_a_cell_holds_a_value_a_number_or_items_between_semicolons() -> None:
    text = HEADER + 'seller,damaged,item-photos; package-photos,1250,"A cup, blue"\n'
    assert cases(text) == [
        (
            2,
            {
                "side": "seller",
                "problem": "damaged",
                "evidence": ["item-photos", "package-photos"],
                "label_weight_g": 1250,
                "item_name": "A cup, blue",
            },
        )
    ]


def test_an_empty_cell_a_blank_one_and_unknown_are_left_out() -> None:
    assert cases(HEADER + ",  ,unknown,unknown,\n") == [(2, {})]


def test_a_lone_semicolon_is_an_empty_list() -> None:
    assert cases(HEADER + ",,;,,\n") == [(2, {"evidence": []})]


def test_blanks_around_names_and_values_do_not_count() -> None:
    assert cases("side , problem\n seller ,damaged \n") == [(2, {"side": "seller", "problem": "damaged"})]


def test_columns_may_stand_in_any_order() -> None:
    assert cases("problem,side\ndamaged,seller\n") == [(2, {"side": "seller", "problem": "damaged"})]


def test_a_byte_order_mark_and_the_line_ends_of_windows_do_not_count() -> None:
    assert cases(b"\xef\xbb\xbfside,problem\r\nseller,damaged\r\n") == [(2, {"side": "seller", "problem": "damaged"})]


def test_the_last_line_needs_no_end() -> None:
    assert cases("side\nseller\nbuyer") == [(2, {"side": "seller"}), (3, {"side": "buyer"})]


def test_blank_lines_are_passed_over_and_still_counted() -> None:
    assert cases("\n\nside\n\nseller\n\r\nbuyer\n") == [(5, {"side": "seller"}), (7, {"side": "buyer"})]


def test_a_header_without_rows_is_a_table_without_cases() -> None:
    assert cases(HEADER) == []


@pytest.mark.parametrize("text", ["", "\n", "\r\n\n", "\ufeff"])
def test_an_empty_table_is_told_with_what_its_header_needs(text: str) -> None:
    assert wrong(text) == ["The input is empty. Its first row must name the facts, like: side,programme,problem"]


@pytest.mark.parametrize("text", ["", "\n", " \r\n\n", "\ufeff"])
def test_empty_lines_of_json_are_told_with_what_a_line_needs(text: str) -> None:
    assert wrong(text, "ndjson") == [
        'The input is empty. Send one JSON object with the facts on each line, like {"side": "seller"}.'
    ]


def test_everything_that_is_wrong_with_a_header_is_told_at_once() -> None:
    assert wrong("side,probem,,side,xyz\n") == [
        "Line 1: The column probem is not a fact. Did you mean problem?",
        "Line 1: Column 3 has no name. Name the fact that it holds, or remove it.",
        "Line 1: The column side is there twice. Keep one of the two.",
        "Line 1: The column xyz is not a fact. Run “makegood facts” to see all facts.",
    ]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_header_shows_what_parts_the_columns(separator: str) -> None:
    text = "side,problem,item_name\nseller,damaged,Cup\n".replace(",", separator)
    assert cases(text) == [(2, {"side": "seller", "problem": "damaged", "item_name": "Cup"})]


def test_in_a_table_with_semicolons_commas_part_the_proof_and_stay_in_texts() -> None:
    text = 'side;evidence;item_name\nbuyer;item-photos, package-photos;"A cup; blue, new"\n'
    known = {"side": "buyer", "evidence": ["item-photos", "package-photos"], "item_name": "A cup; blue, new"}
    assert cases(text) == [(2, known)]


def test_a_single_column_needs_no_separator() -> None:
    assert cases("evidence\nitem-photos;package-photos\n") == [(2, {"evidence": ["item-photos", "package-photos"]})]


def test_big_and_small_letters_are_the_same_in_a_header() -> None:
    assert cases("Side,PROBLEM\nseller,damaged\n") == [(2, {"side": "seller", "problem": "damaged"})]
    assert wrong("Side,side\n") == ["Line 1: The column side is there twice. Keep one of the two."]


@pytest.mark.parametrize("empty", [",,\n", " , ,\t\n", "\n"])
def test_a_row_without_anything_in_it_is_passed_over_and_still_counted(empty: str) -> None:
    assert cases(f"side,problem,reply\n{empty}seller,,\n") == [(3, {"side": "seller"})]


def test_a_number_of_items_is_a_number() -> None:
    assert cases("items_ordered\n3\n") == [(2, {"items_ordered": 3})]
    [(_, told)] = cases("items_ordered\n0\n")
    assert "whole numbers from 1" in str(told)


def test_columns_that_are_no_facts_are_refused_or_kept_with_their_row() -> None:
    text = "Ticket,side\nT-1,seller\n"
    assert "Ticket is not a fact" in wrong(text)[0]
    read = Rows(io.BytesIO(text.encode()), "csv", extra=True)
    kept: dict[str, Any] = {}
    [found] = [case_in(row, read.columns, TODAY, kept) for row in read]
    assert (facts(found), kept) == ({"side": "seller"}, {"Ticket": "T-1"})


def test_in_lines_of_json_what_is_no_fact_is_kept_too() -> None:
    read = Rows(io.BytesIO(b'{"ticket": 7, "side": "seller"}\n'), "ndjson", extra=True)
    kept: dict[str, Any] = {}
    [found] = [case_in(row, None, TODAY, kept) for row in read]
    assert (facts(found), kept) == ({"side": "seller"}, {"ticket": 7})


def test_a_header_that_is_not_utf_8_is_told() -> None:
    [message] = wrong("side,problem\n".encode("utf-16"))
    assert message.startswith("Line 1: The row is not UTF-8 text.")


def test_the_line_ends_of_old_macs_are_told() -> None:
    [message] = wrong("side,problem\rseller,damaged\r")
    assert message.startswith("Line 1: The row holds a lone carriage return.")


def test_a_row_with_too_few_or_too_many_cells_is_told_and_the_rest_is_read() -> None:
    found = cases("side,problem\nseller\nseller,damaged,\nbuyer,damaged\n")
    assert [(line, type(case)) for line, case in found] == [(2, list), (3, list), (4, dict)]
    [message] = found[0][1]
    assert message.startswith("The number of cells is 1, but the header names 2. Add or remove cells,")


@pytest.mark.parametrize("cell", ["12.5", "1e3", "-5", "+5", "٣", "1_000", "1000001", "9" * 5000])
def test_a_weight_that_is_not_whole_grams_is_told(cell: str) -> None:
    [(_, found)] = cases(f"side,label_weight_g\nseller,{cell}\n")
    assert isinstance(found, list)
    assert found[0].endswith("Use whole grams from 0 to 1000000, like 1250.")


def test_a_line_is_a_row_so_a_text_of_several_lines_is_told_on_its_first() -> None:
    found = cases('item_name,side\n"A cup\nand a plate",seller\nA cup,buyer\n')
    assert [line for line, _ in found] == [2, 3, 4]
    assert found[0][1] == [OPEN_QUOTE]
    assert found[2][1] == {"item_name": "A cup", "side": "buyer"}


def test_a_quote_within_a_cell_stays_and_doubled_quotes_are_one() -> None:
    text = 'item_name,side\n24" screen,seller\n"24"" screen",seller\n'
    assert [case for _, case in cases(text)] == [{"item_name": '24" screen', "side": "seller"}] * 2


OPEN_QUOTE = 'A quote (") in the row is not closed on its line. Close it there, or write "" for one inside quotes.'


def test_a_quote_that_is_never_closed_costs_its_own_line_only() -> None:
    first, *rest = cases('side,problem\n"seller,damaged\nbuyer,"damaged"\nbuyer,damaged\n')
    assert first == (2, [OPEN_QUOTE])
    assert rest == [(3 + number, {"side": "buyer", "problem": "damaged"}) for number in range(2)]


def test_each_line_is_read_once_however_its_quotes_stand() -> None:
    class Counting(io.BytesIO):
        """An input that counts the bytes that were read from it."""

        read_bytes = 0

        def readline(self, size: int | None = -1) -> bytes:
            line = super().readline(size)
            self.read_bytes += len(line)
            return line

    hostile = b"side,item_name\n" + b'x","\n' * 5_000
    source = Counting(hostile)
    assert len(list(Rows(source, "csv"))) == 5_000
    assert source.read_bytes == len(hostile)


def test_text_after_a_closed_quote_is_told() -> None:
    [(line, found), rest] = cases('side,problem\n"seller"x,damaged\nbuyer,damaged\n')
    assert (line, rest[0]) == (2, 3)
    assert isinstance(found, list)
    assert found[0].startswith("The row is not CSV (")
    assert found[0].endswith(". Put quotes around a whole cell, and write two quotes for one inside it.")


@pytest.mark.parametrize("kind", ["csv", "ndjson"])
def test_a_row_that_is_not_utf_8_is_told_and_the_rest_is_read(kind: str) -> None:
    good = {"csv": b"seller\n", "ndjson": b'{"side": "seller"}\n'}[kind]
    found = cases((b"side\n" if kind == "csv" else b"") + good + good.replace(b"s", b"\xff") + good, kind)
    assert [type(case) for _, case in found] == [dict, list, dict]
    assert found[1][1] == ["The row is not UTF-8 text. Save the file as UTF-8; spreadsheets call that “CSV UTF-8”."]


@pytest.mark.parametrize("length", [LONGEST_ROW + 1, 3 * LONGEST_ROW, 10_000_000])
@pytest.mark.parametrize("kind", ["csv", "ndjson"])
def test_a_huge_line_is_told_and_the_rest_is_read(kind: str, length: int) -> None:
    good = {"csv": b"seller\n", "ndjson": b'{"side": "seller"}\n'}[kind]
    found = cases((b"side\n" if kind == "csv" else b"") + b"x" * (length - 1) + b"\n" + good, kind)
    assert found[0][1] == [f"The row is longer than {LONGEST_ROW} bytes. Shorten it to the facts of one case."]
    assert found[1][1] == {"side": "seller"}


def test_a_line_of_the_greatest_length_is_read() -> None:
    line = b'{"side": "seller"}'
    assert cases(line + b" " * (LONGEST_ROW - len(line) - 1) + b"\n", "ndjson") == [(1, {"side": "seller"})]


def test_nothing_of_a_huge_line_is_kept() -> None:
    class Endless(io.RawIOBase):
        """A line of a gigabyte, which nobody could afford to hold."""

        left = 1_000_000_000

        def readline(self, size: int | None = -1) -> bytes:
            assert size is not None
            assert 0 <= size <= LONGEST_ROW + 1
            self.left -= size
            return b"x" * size if self.left > 0 else b"\n"

    read = Rows(Endless(), "ndjson")  # type: ignore[arg-type]  # only readline is used
    assert isinstance(next(iter(read)).content, FactError)


@pytest.mark.parametrize("kind", ["csv", "ndjson"])
def test_nul_bytes_are_told(kind: str) -> None:
    text = {"csv": "side,item_name\nsel\0ler,A cup\nseller,A\0cup\n", "ndjson": '{"side": "sel\0ler"}\n\0\n'}[kind]
    assert [type(case) for _, case in cases(text, kind)] == [list, list]


def test_lines_of_json_are_cases_and_what_is_wrong_with_one_stays_with_it() -> None:
    text = '\ufeff{"side": "seller"}\r\n\n{"side": "sellr"}\n[]\n{"side": "buyer", "side": "seller"}\n{\n{}\n'
    found = cases(text, "ndjson")
    assert [(line, type(case)) for line, case in found] == [
        (1, dict),
        (3, list),
        (4, list),
        (5, list),
        (6, list),
        (7, dict),
    ]


@pytest.mark.parametrize("depth", [100, 900, 1500, 9000, 40_000])
def test_json_nested_to_the_edge_of_what_can_be_read_is_told(depth: int) -> None:
    portion = Portion([Row(1, '{"side":' + "[" * depth + "]" * depth + "}")], None, TODAY, 0)
    assert len(answered(portion).bad) == 1


def test_a_day_after_today_is_an_error_of_its_row() -> None:
    [(_, found)] = cases("ordered_on\n2026-11-22\n")
    assert found == ["ordered_on (2026-11-22) is after today (2026-11-21). Enter a day up to today."]


def test_how_far_the_input_has_been_read_is_known() -> None:
    read = rows("side\nseller\nbuyer\n")
    rows_ = iter(read)
    assert read.position == 5
    next(rows_)
    assert read.position == 12


@given(st.binary(max_size=300) | st.text(max_size=300).map(str.encode), st.sampled_from(["csv", "ndjson"]))
def test_whatever_comes_in_each_row_is_a_case_or_errors(raw: bytes, kind: str) -> None:
    try:
        read = rows(raw, kind)
    except BadInputError:
        return
    assert all(case_in(row, read.columns, TODAY) for row in read)


@given(st.lists(st.lists(st.text(max_size=20), min_size=1, max_size=4), max_size=5))
def test_whatever_a_cell_holds_it_is_a_fact_or_an_error(table: list[list[str]]) -> None:
    columns = tuple(BY_NAME)[:3]
    for cells in table:
        assert case_in(Row(2, cells), columns, TODAY)


@given(st.text(alphabet='",\n\r;a ', max_size=60))
def test_however_the_quotes_stand_no_line_is_told_twice_and_none_gets_lost(text: str) -> None:
    found = [line for line, _ in cases("side,item_name\n" + text)]
    assert found == sorted(set(found))
    assert all(line <= 1 + text.count("\n") + 1 for line in found)
