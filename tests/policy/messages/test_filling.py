"""Messages are filled from the case; blanks are listed, and no fact can become a program."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policy import rulebook
from policy.days import day_in_words
from policy.facts import BY_NAME, FACTS
from policy.language.conditions import ALWAYS
from policy.language.kinds import Text
from policy.language.outcomes import Send
from policy.messages import filling
from policy.messages.filling import Message, Segment, blank_name, fill, sending
from policy.messages.templates import message_templates, read_template
from tests.policy.given import case

MESSAGES = sorted(message_templates())
HEAD = """---
title = "An example"
language = "en"
to = "customer"
subject = "Order {{ order_number }}"
cites = ["KX-72"]
---
"""


def filled(body: str, monkeypatch: pytest.MonkeyPatch, **facts: object) -> Message:
    """Fill a message with this body from these facts."""
    made = read_template("example", HEAD + body)
    monkeypatch.setattr(filling, "message_templates", lambda: {"example": made})
    return fill("example", case(**facts))


def test_a_fact_that_is_not_known_prints_as_a_blank_and_is_listed() -> None:
    made = fill("kx-dispatched-reply", case())
    assert made.subject == "Your order [order number]"
    assert "[order number]" in made.body
    assert made.missing == ("order_number",)


def test_a_fact_that_is_known_fills_every_place_and_is_not_listed() -> None:
    made = fill("kx-dispatched-reply", case(order_number="KX-1"))
    assert made.subject == "Your order KX-1"
    assert "KX-1" in made.body
    assert "[" not in made.body
    assert made.missing == ()


def test_a_blank_that_stands_twice_is_listed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = filled("{{ item_name }} {{ order_number }} {{ item_name }}", monkeypatch)
    assert made.missing == ("order_number", "item_name")


def test_a_fact_that_is_only_asked_about_and_not_printed_is_no_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    made = filled("Hello{% if defect %}, it is {{ defect }}{% endif %}.", monkeypatch, order_number="1")
    assert made.body == "Hello."
    assert made.missing == ()


@pytest.mark.parametrize(
    "facts, optional",
    [
        ({}, ("items_affected", "item_name")),
        ({"items_affected": 1}, ("items_ordered", "item_name")),
        ({"evidence": ["unboxing-video"]}, ("items_affected", "item_name", "video_timestamp")),
        (
            {
                "items_affected": 1,
                "items_ordered": 3,
                "evidence": ["unboxing-video"],
                "item_name": "cup",
                "video_timestamp": "0:45",
            },
            (),
        ),
    ],
)
def test_what_would_add_something_to_a_message_is_told_apart_from_its_blanks(
    facts: dict[str, object], optional: tuple[str, ...]
) -> None:
    made = fill("buyer-damage-claim", case(**facts))
    assert set(made.optional) == set(optional)
    assert made.missing == ("order_number", "defect")


def test_an_amount_that_is_told_asks_for_its_currency() -> None:
    claim = {"contacted_on": "2026-11-19", "paid_on": "2026-11-01", "problem": "damaged", "items_affected": 1}
    known = {**claim, "items_ordered": 2, "order_number": "1"}
    assert fill("buyer-chargeback", case(**known)).optional == ("item_value", "defect")
    with_value = fill("buyer-chargeback", case(**known, item_value="24.90"))
    assert (with_value.missing, with_value.optional) == (("currency",), ("defect",))


def test_days_stand_in_a_message_so_that_nobody_takes_the_month_for_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled("{{ delivered_on }}", monkeypatch, delivered_on="2026-05-03").body == "3 May 2026"
    assert day_in_words(date(2028, 2, 29)) == "29 February 2028"


def test_a_value_with_hyphens_stands_in_a_message_as_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled("{{ problem }}", monkeypatch, problem="missing-item").body == "missing item"


def test_a_free_text_keeps_its_hyphens(monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled("{{ order_number }}", monkeypatch, order_number="A-B-C").body == "A-B-C"


@pytest.mark.parametrize(
    "syntax", ["{{ 7 * 7 }}", "{% raw %}", "{# note #}", "{{ side.__class__ }}", "{% for a in b %}", "${x}", "%s"]
)
def test_what_looks_like_a_program_in_a_fact_stays_text(syntax: str) -> None:
    made = fill("kx-dispatched-reply", case(order_number=syntax))
    assert syntax in made.body
    assert made.subject == f"Your order {syntax}"


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.isprintable() and text == text.strip()))
def test_any_order_number_stands_in_the_message_as_it_was_typed(text: str) -> None:
    if case(order_number=text).known:
        assert text in fill("kx-dispatched-reply", case(order_number=text)).body


def test_subject_and_body_are_segments_that_know_the_fact_they_come_from(monkeypatch: pytest.MonkeyPatch) -> None:
    made = filled("{% if side %}For {% endif %}me: {{ item_name }}", monkeypatch, order_number="7", side="buyer")
    assert made.subject_segments == (Segment("Order "), Segment("7", "order_number"))
    assert made.body_segments == (Segment("For me: "), Segment("[name of the item]", "item_name", is_blank=True))


def test_what_is_typed_like_a_blank_is_no_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    made = filled("{{ item_name }}, {{ order_number }}", monkeypatch, item_name="[order number]")
    assert made.body == "[order number], [order number]"
    assert [segment.is_blank for segment in made.body_segments] == [False, False, True]
    assert made.missing == ("order_number",)


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_with_everything_known_has_no_blank(message: str) -> None:
    texts = {fact.name: f"the {fact.name}" for fact in FACTS if isinstance(fact, Text)}
    everything = case(
        **texts, side="seller", programme="kingston-express", problem="damaged", severity="functional",
        item_value="24.90", currency="USD", ordered_on="2026-11-01", shipped_on="2026-11-02",
        estimated_delivery_on="2026-11-05", delivered_on="2026-11-06", noticed_on="2026-11-06",
        contacted_on="2026-11-07", agreed_on="2026-11-08", platform_case_opened_on="2026-11-08",
        platform_case_closed_on="2026-11-09", payment_case_opened_on="2026-11-08", payment_case_closed_on="2026-11-09",
        carrier_claim_opened_on="2026-11-08", returned_on="2026-11-09", customs_notice_on="2026-11-05",
        paid_on="2026-11-01", offer_amount="5", items_ordered=3, items_affected=2,
    )  # fmt: skip
    made = fill(message, everything)
    assert made.missing == ()
    assert "[" not in made.subject + made.body


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_with_nothing_known_lists_exactly_the_blanks_that_stand_in_it(message: str) -> None:
    made = fill(message, case())
    standing = set(re.findall(r"\[[^]]*\]", made.subject + made.body))
    assert standing == {f"[{blank_name(BY_NAME[fact])}]" for fact in made.missing}


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_reads_as_one(message: str) -> None:
    made = fill(message, case(order_number="1"))
    assert made.subject == made.subject.strip() != ""
    assert made.body == made.body.strip()
    assert "\n\n\n" not in made.body
    assert made.to
    assert made.language


def test_every_message_is_sent_by_a_rule_that_cites_what_the_message_cites() -> None:
    sent = {rule.gives.message: rule.cites for rule in rulebook().rules if isinstance(rule.gives, Send)}
    unsent = [message for message in MESSAGES if message not in sent]
    assert not unsent, f"Send {', '.join(unsent)} by a rule: sending(…) in the file of its situation."
    assert sent == {message: message_templates()[message].cites for message in MESSAGES}


def test_a_rule_cannot_send_a_message_that_does_not_exist() -> None:
    with pytest.raises(
        ValueError, match=r"sends kx-lost-reply, but policy/messages/kx-lost-reply\.jinja does not exist"
    ):
        sending("kx-send-lost-reply", ALWAYS, "kx-lost-reply")
