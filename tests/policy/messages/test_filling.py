"""Messages are filled from the case; blanks are listed, and no fact can become a program."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import TemplateRuntimeError, UndefinedError
from jinja2.exceptions import SecurityError

from policy import rulebook
from policy.days import day_in_words
from policy.facts import BY_NAME, FACTS
from policy.language.conditions import ALWAYS
from policy.language.kinds import Text
from policy.language.outcomes import Send
from policy.messages import filling as letters
from policy.messages.filling import Message, blank_for, fill, message_templates, sending
from tests.policy.given import case

MESSAGES = sorted(message_templates())
HEAD = '---\nlanguage = "en"\nto = "customer"\nsubject = "Order {{ order_number }}"\ncites = ["KX-72"]\n---\n'


def filled(body: str, monkeypatch: pytest.MonkeyPatch, **facts: object) -> Message:
    """Fill a message with this body from these facts."""
    made = letters._read("example", HEAD + body)
    monkeypatch.setattr(letters, "message_templates", lambda: {"example": made})
    return fill("example", case(**facts))


def test_a_fact_that_is_not_known_prints_as_a_blank_and_is_listed() -> None:
    letter = fill("kx-dispatched-reply", case())
    assert letter.subject == "Your order [order number]"
    assert "[order number]" in letter.body
    assert letter.missing == ("order_number",)


def test_a_fact_that_is_known_fills_every_place_and_is_not_listed() -> None:
    letter = fill("kx-dispatched-reply", case(order_number="KX-1"))
    assert letter.subject == "Your order KX-1"
    assert "KX-1" in letter.body
    assert "[" not in letter.body
    assert letter.missing == ()


def test_a_blank_that_stands_twice_is_listed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = filled("{{ item_name }} {{ order_number }} {{ item_name }}", monkeypatch)
    assert letter.missing == ("order_number", "item_name")


def test_a_fact_that_is_only_asked_about_and_not_printed_is_no_blank(monkeypatch: pytest.MonkeyPatch) -> None:
    letter = filled("Hello{% if defect %}, it is {{ defect }}{% endif %}.", monkeypatch, order_number="1")
    assert letter.body == "Hello."
    assert letter.missing == ()


@pytest.mark.parametrize(
    "facts, optional",
    [
        ({}, ("item_name",)),
        ({"evidence": ["unboxing-video"]}, ("item_name", "video_timestamp")),
        ({"evidence": ["unboxing-video"], "item_name": "cup", "video_timestamp": "0:45"}, ()),
    ],
)
def test_what_would_add_something_to_a_message_is_told_apart_from_its_blanks(
    facts: dict[str, object], optional: tuple[str, ...]
) -> None:
    letter = fill("buyer-damage-claim", case(**facts))
    assert letter.optional == optional
    assert letter.missing == ("order_number", "defect")


def test_an_amount_that_is_told_asks_for_its_currency() -> None:
    claim = {"tracking": "delivered", "tracking_number": "RR1"}
    assert fill("buyer-carrier-claim", case(**claim)).optional == ("item_value",)
    with_value = fill("buyer-carrier-claim", case(**claim, item_value="24.90"))
    assert (with_value.missing, with_value.optional) == (("currency",), ())


def test_days_stand_in_a_message_so_that_nobody_takes_the_month_for_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled("{{ delivered_on }}", monkeypatch, delivered_on="2026-05-03").body == "3 May 2026"
    assert day_in_words(date(2028, 2, 29)) == "29 February 2028"


def test_a_value_with_hyphens_stands_in_a_message_as_words(monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled("{{ problem }}", monkeypatch, problem="missing-item").body == "missing item"


def test_a_free_text_keeps_its_hyphens(monkeypatch: pytest.MonkeyPatch) -> None:
    assert filled("{{ order_number }}", monkeypatch, order_number="A-B-C").body == "A-B-C"


def test_a_name_that_is_not_a_fact_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(UndefinedError, match="ordernumber"):
        filled("{{ ordernumber }}", monkeypatch)


@pytest.mark.parametrize(
    "syntax", ["{{ 7 * 7 }}", "{% raw %}", "{# note #}", "{{ side.__class__ }}", "{% for a in b %}", "${x}", "%s"]
)
def test_what_looks_like_a_program_in_a_fact_stays_text(syntax: str) -> None:
    letter = fill("kx-dispatched-reply", case(order_number=syntax))
    assert syntax in letter.body
    assert letter.subject == f"Your order {syntax}"


@given(st.text(min_size=1, max_size=200).filter(lambda text: text.isprintable() and text == text.strip()))
def test_any_order_number_stands_in_the_message_as_it_was_typed(text: str) -> None:
    if case(order_number=text).known:
        assert text in fill("kx-dispatched-reply", case(order_number=text)).body


@pytest.mark.parametrize("attack", ["{{ ''.__class__.__mro__ }}", "{{ order_number.format.__globals__ }}"])
def test_a_template_cannot_reach_out_of_its_sandbox(attack: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises((SecurityError, TemplateRuntimeError)):
        filled(attack, monkeypatch, order_number="x")


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_with_everything_known_has_no_blank(message: str) -> None:
    texts = {fact.name: f"the {fact.name}" for fact in FACTS if isinstance(fact, Text)}
    everything = case(
        **texts, side="seller", programme="kingston-express", problem="damaged", severity="functional",
        item_value="24.90", currency="USD", ordered_on="2026-11-01", shipped_on="2026-11-02",
        estimated_delivery_on="2026-11-05", delivered_on="2026-11-06", noticed_on="2026-11-06",
        contacted_on="2026-11-07", request_opened_on="2026-11-08", paid_on="2026-11-01",
    )  # fmt: skip
    letter = fill(message, everything)
    assert letter.missing == ()
    assert "[" not in letter.subject + letter.body


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_with_nothing_known_lists_exactly_the_blanks_that_stand_in_it(message: str) -> None:
    letter = fill(message, case())
    standing = set(re.findall(r"\[[^]]*\]", letter.subject + letter.body))
    assert standing == {blank_for(BY_NAME[fact]) for fact in letter.missing}


@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_reads_as_one(message: str) -> None:
    letter = fill(message, case(order_number="1"))
    assert letter.subject == letter.subject.strip() != ""
    assert letter.body == letter.body.strip()
    assert "\n\n\n" not in letter.body
    assert letter.to
    assert letter.language


def test_every_message_is_sent_by_a_rule_that_cites_what_the_message_cites() -> None:
    sent = {rule.gives.message: rule.cites for rule in rulebook().rules if isinstance(rule.gives, Send)}
    assert sent == {message: message_templates()[message].cites for message in MESSAGES}


def test_a_rule_cannot_send_a_message_that_does_not_exist() -> None:
    with pytest.raises(
        ValueError, match=r"sends kx-lost-reply, but policy/messages/kx-lost-reply\.jinja does not exist"
    ):
        sending("kx-send-lost-reply", ALWAYS, "kx-lost-reply")


@pytest.mark.parametrize(
    "text", ["Hello", "---\nlanguage = \n---\nHello", '---\nlanguage = "en"\nto = "x"\n---\nHello', "---\nHello"]
)
def test_a_message_whose_head_is_broken_is_an_error_that_names_the_file(text: str) -> None:
    with pytest.raises(
        ValueError, match=r"policy/messages/example\.jinja is broken .* language, to, subject and cites"
    ):
        letters._read("example", text)
