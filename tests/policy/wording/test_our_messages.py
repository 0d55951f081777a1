"""Our own messages pass our own check: every template, filled from the whole cases of `tests/cases/`."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest

from makegood.whole_cases import CaseFile, case_files
from policy import answer
from policy.cases.case import Case, days_after, parse_case
from policy.messages.filling import Message
from policy.messages.templates import EITHER, message_templates
from policy.sources.statements import statements
from policy.wording import check_draft

TEXTS: dict[str, Any] = {
    "order_number": "204-7738120",
    "item_name": "blue glass teapot",
    "product_number": "2930118",
    "tracking_number": "LX992003115DE",
    "defect": "the lid is cracked on the left side",
    "video_timestamp": "0:45",
    "counterparty": "Mr. Chen",
    "item_value": "24.90",
    "currency": "USD",
    "items_affected": 1,
}
DAYS = {"ordered_on": -20, "shipped_on": -18, "estimated_delivery_on": 3, "contacted_on": -1}
"""Days that a message may name, in days from today; left out where they contradict the case."""


AS_TRUE_FOR_SELLERS = "SR-70"
"""Document everything: it is said to buyers, and no other source says it to sellers everywhere."""


@pytest.mark.parametrize("message", list(message_templates()))
def test_a_message_filled_from_a_whole_case_has_no_finding(message: str) -> None:
    messages = [filled for filled in filled_messages() if filled.id == message]
    assert messages, f"No case in tests/cases/ fills {message}."
    found = {
        (finding.id, finding.text or filled.body)
        for filled in messages
        for text in (filled.body, f"{filled.subject}\n\n{filled.body}")
        for finding in check_draft(text, message_templates()[filled.id].side, filled.to)
    }
    assert not found, f"`makegood lint-message` finds in {message}: {found}. Mend policy/messages/{message}.jinja."


@pytest.mark.parametrize("message", list(message_templates()))
def test_no_two_sentences_of_a_message_run_together(message: str) -> None:
    bodies = [filled.body for filled in filled_messages() if filled.id == message]
    assert [body for body in bodies if re.search(r"[a-z0-9][.!?][A-Z]", body)] == []


@pytest.mark.parametrize("message", list(message_templates()))
def test_all_sources_of_a_message_are_about_the_side_that_sends_it(message: str) -> None:
    template = message_templates()[message]
    others = {statements()[cited].side for cited in template.cites if cited != AS_TRUE_FOR_SELLERS}
    assert others <= {template.side, EITHER}


@cache
def filled_messages() -> tuple[Message, ...]:
    """Every message without a blank that the whole cases lead to, once their texts and days are filled in."""
    return tuple(
        message for file in case_files() for message in answer(told(file), file.on).messages if not message.missing
    )


def told(file: CaseFile) -> Case:
    """The case of a file, with all texts, and all days that it can have."""
    facts = {**TEXTS, **file.facts}
    for fact, value in days_of(file.on):
        case = parse_case({fact: value, **facts})
        if isinstance(case, Case) and not days_after(case, file.on):
            facts = {fact: value, **facts}
    case = parse_case(facts)
    assert isinstance(case, Case), file.name
    return case


def days_of(today: date) -> Iterator[tuple[str, str]]:
    """The days to fill in, as ISO dates."""
    return ((fact, str(today + timedelta(days))) for fact, days in DAYS.items())
