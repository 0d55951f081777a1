"""A fact is filled in with the control of its kind, wherever it is filled in."""

import pytest

from policy.browser.page_tools import message_fields, message_form_html
from policy.facts import BY_NAME
from policy.messages.templates import message_templates
from policy.rendering.environment import template
from policy.rendering.field import field_for
from tests.policy.rendering.test_advice import Page


def entry(fact: str) -> dict[str, str | None]:
    """The attributes of the control of a fact, by the template that writes every one."""
    control = template("controls.html").module.entry(field_for(BY_NAME[fact], "buyer"), "x")  # type: ignore[attr-defined]
    [(_, attributes)] = Page(str(control)).tags
    return dict(attributes)


@pytest.mark.parametrize(
    "fact, kind, reads",
    [("order_number", "text", "text"), ("label_weight_g", "number", "integer"), ("paid_on", "date", "text")],
)
def test_each_kind_of_fact_has_its_control(fact: str, kind: str, reads: str) -> None:
    attributes = entry(fact)
    assert (attributes["type"], attributes["data-kind"], attributes["name"]) == (kind, reads, fact)


def test_a_text_can_be_as_long_as_the_contract_allows_and_no_longer() -> None:
    assert entry("defect")["maxlength"] == "200"
    assert "maxlength" not in entry("paid_on")


@pytest.mark.parametrize("message", message_templates())
def test_the_form_of_a_message_asks_for_what_its_template_looks_at_and_for_nothing_else(message: str) -> None:
    looks = message_templates()[message].looks_at
    assert [field.name for field in message_fields(message)] == list(looks)
    page = Page(message_form_html(message, prefix="fill"))
    assert set(page.all("name")) == set(looks)
    for fact, look in looks.items():
        if look.items:
            assert {tag["value"] for _, tag in page.tags if tag.get("name") == fact} == {*look.items}
