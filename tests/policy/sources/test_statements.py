"""The sources that rules cite: all of them, each with its words and where it was read."""

import re

import pytest

from policy.sources.statements import Statement, statements, windows

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
    assert re.fullmatch(r"([WR]-)?[A-Z]{2}-\d\d", statement.id)
    assert statement.side in {"buyer", "seller"}
    assert statement.text.endswith(".")
    assert statement.source
    assert statement.scope
    assert statement.confidence in {"catalogue", "verified", "regional", "old"}


def test_a_time_limit_can_be_read_as_a_sentence() -> None:
    assert statements()["W-KX-01"].text == (
        "Reply to a customer's message within 24 hours from the customer's message (public holidays excluded)."
    )


def test_a_statement_names_the_document_that_it_comes_from() -> None:
    assert "Kingston Express" in statements()["KX-01"].source
    assert "Kakobuy" in statements()["KB-01"].source
