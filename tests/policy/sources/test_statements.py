"""The sources that rules cite: all of them, each with its words and where it was read."""

import re
from pathlib import Path

import pytest

from policy.language.authored import AuthoredError, read_entries
from policy.sources.reading import SHAPES, refuse_repeats
from policy.sources.statements import Statement, statements
from policy.sources.windows import CONFIDENCE_WORDS, windows

FOLDER = Path(__file__).parents[3] / "policy" / "sources"

ALL = tuple(statements().values())


def test_the_catalogue_has_146_statements_of_which_51_are_about_kingston_express() -> None:
    first_five = {"SR", "KX", "KB", "EB", "AC"}
    documents = [statement.id for statement in ALL if statement.id.partition("-")[0] in first_five]
    assert len(documents) == 146
    assert sum(name.startswith("KX-") for name in documents) == 51


def test_the_reference_clocks_and_rules_are_citable_too() -> None:
    assert {"W-KX-01", "W-EB-01", "W-PP-02", "R-KX-01", "R-AN-02"} <= set(statements())
    assert set(windows()) < set(statements())


@pytest.mark.parametrize("statement", ALL, ids=lambda statement: statement.id)
def test_a_statement_says_what_who_and_where_from(statement: Statement) -> None:
    assert statements()[statement.id] is statement
    assert re.fullmatch(r"[A-Z]{2,3}-\d\d|[WR]-[A-Z]{2}-\d\d", statement.id)
    assert statement.side in {"buyer", "seller", "both"}
    assert statement.text.endswith(".")
    assert statement.source
    assert statement.scope
    assert statement.confidence in {"catalogue", *CONFIDENCE_WORDS}
    assert (statement.seen is None) is (not statement.publisher)


def test_a_time_limit_can_be_read_as_a_sentence() -> None:
    assert statements()["W-KX-01"].text == (
        "Reply to a customer's message within 24 hours from the customer's message (public holidays excluded)."
    )


def test_a_statement_names_the_document_that_it_comes_from() -> None:
    assert "Kingston Express" in statements()["KX-01"].source
    assert "Kakobuy" in statements()["KB-01"].source


@pytest.mark.parametrize(
    "name, replaced, by, sentence",
    [
        ("catalogue.toml", "[[statement]]", "[[statements]]", " has statements, which is none of its entries."),
        ("catalogue.toml", '"buyer"', '"buyers"', ": side cannot be “buyers”. Did you mean buyer?"),
        ("catalogue.toml", 'id = "KX-12"', 'id = "KX-13"', ", KX-13: the id stands twice."),
        ("windows.toml", '"calendar-days"', '"days"', ", W-EB-01: unit cannot be “days”. There are: calendar-days"),
        ("windows.toml", 'confidence = "verified"\n', "", ", W-EB-01: confidence is missing."),
        ("windows.toml", '[[rule]]\nid = "R-EB-01"', "[[rule]]", ", [[rule]] 1: id is missing."),
    ],
)
def test_a_slip_in_a_source_is_told_with_its_file_and_entry(
    tmp_path: Path, name: str, replaced: str, by: str, sentence: str
) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    assert replaced in text
    (tmp_path / name).write_text(text.replace(replaced, by, 1), encoding="utf-8")
    with pytest.raises(AuthoredError) as raised:
        read_entries(tmp_path / name, f"policy/sources/{name}", SHAPES, whole=False)
    assert sentence in str(raised.value)
    assert str(raised.value).startswith(f"policy/sources/{name}")


def test_an_id_that_stands_in_two_files_is_told_with_both() -> None:
    entry = {"id": "KX-12"}
    with pytest.raises(AuthoredError, match=r"sources/b\.toml, KX-12: the id stands in a\.toml as well\."):
        refuse_repeats({"a.toml": {"statement": [entry]}, "b.toml": {"window": [entry]}})


def test_a_source_may_be_called_as_a_statement_is() -> None:
    refuse_repeats({"a.toml": {"source": [{"id": "KX"}], "statement": [{"id": "KX"}]}})
