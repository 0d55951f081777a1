"""What Python has to count or to fill stays open, and what the reader typed stays where it was typed."""

import re
from typing import Any

import pytest

from makegood.compile.agreement import request_for
from makegood.compile.lookup import respond
from tests.makegood.compile.conftest import Compiled

BUYER = {"side": "buyer", "programme": "ebay", "problem": "damaged"}


@pytest.fixture(scope="module")
def file(compiled: Compiled) -> dict[str, Any]:
    return compiled("buyer", "ebay")


def answered(file: dict[str, Any], **facts: Any) -> tuple[str, str]:
    found = respond(file, request_for({**BUYER, **facts}, {}))
    assert found
    return str(found["questions"]), str(found["answer"])


def test_a_time_limit_whose_start_is_told_is_being_worked_out(file: dict[str, Any]) -> None:
    _, before = answered(file)
    _, after = answered(file, delivered_on="2026-11-02", estimated_delivery_on="2026-11-02")
    assert "working it out" not in before
    assert ": working it out, counted from" in after


def test_a_day_that_was_told_is_no_longer_asked_for_and_can_be_changed(file: dict[str, Any]) -> None:
    form, _ = answered(file, delivered_on="2026-11-02")
    assert '<details class="mg-answered" data-fact="delivered_on">' in form
    assert re.search(r'<input[^>]* name="delivered_on"[^>]* value="2026-11-02"', form)


def test_a_message_shows_its_blanks_and_the_field_keeps_what_was_typed(file: dict[str, Any]) -> None:
    _, answer = answered(file, order_number='A<b>"1')
    assert '<mark class="mg-blank" data-text="order_number">[order number]</mark>' in answer
    [field] = re.findall(r'<input[^>]* name="order_number"[^>]*>', answer)
    assert 'data-kind="text"' in field
    assert 'value="A&lt;b&gt;&#34;1"' in field
