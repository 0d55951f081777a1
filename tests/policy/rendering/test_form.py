"""The form asks what is open, shows what was answered, and offers only answers that fit the rest."""

from collections.abc import Collection
from itertools import pairwise
from typing import Any

import pytest

from policy import answer
from policy.facts import BY_NAME
from policy.language.kinds import Choice
from policy.language.programme import programmes
from policy.rendering.form import questions_html
from tests.policy.given import TODAY, asked, case
from tests.policy.rendering.test_advice import Page

SELLER = {"side": "seller", "programme": "kingston-express"}
COMPLETE: dict[str, Any] = {
    **SELLER, "fulfilment": "seller", "problem": "damaged", "severity": "functional", "review_done": "yes",
    "platform_case": "none", "payment_case": "none",
    "in_stock": "yes", "return_feasible": "yes", "international": "no", "claim_doubtful": "no",
    "customer_aggressive": "no", "reply": "waiting", "contacted_on": "2026-11-20", "delivered_on": "2026-11-19",
    "shipped_on": "2026-11-10", "carrier_claim": "none", "paid_with": "paypal", "carrier": "other", "insured": "no",
    "evidence": ["order-number", "item-photos", "package-photos", "packing-material-photos", "packing-log"],
}  # fmt: skip


def form(
    facts: dict[str, Any], *, skipped: Collection[str] = (), preset: Collection[str] = (), prefix: str = "one"
) -> Page:
    made = case(**facts)
    return Page(questions_html(answer(made, TODAY), made, skipped=skipped, preset=preset, prefix=prefix))


def offered(page: Page, fact: str) -> list[str]:
    """The values that the form offers for a fact, in their order."""
    return [str(tag["value"]) for name, tag in page.tags if name == "input" and tag["name"] == fact]


def chosen(page: Page, fact: str) -> list[str]:
    """The values of a fact that are ticked."""
    inputs = [tag for name, tag in page.tags if name == "input" and tag["name"] == fact]
    return [str(tag["value"]) for tag in inputs if "checked" in tag]


def cards(page: Page, kind: str) -> list[str]:
    """The facts on the cards of one kind: answered ones, or (`mg-question`) all."""
    return [str(tag["data-fact"]) for _, tag in page.tags if tag.get("class") == kind]


def test_every_open_question_and_every_answer_has_a_card() -> None:
    facts = {**SELLER, "problem": "damaged"}
    page = form(facts)
    proof_is_ticked_in_the_answer = {"evidence"}
    open_ones = {*asked(answer(case(**facts), TODAY))} - proof_is_ticked_in_the_answer
    assert set(cards(page, "mg-question")) == {*facts, *open_ones}
    assert cards(page, "mg-answered") == ["side", "programme", "problem"]


def test_the_most_telling_question_is_the_first_that_is_open() -> None:
    page = form({**SELLER, "problem": "damaged"})
    opened = [fact for fact in cards(page, "mg-question") if fact not in cards(page, "mg-answered")]
    assert opened[0] == "fulfilment"


def test_a_choice_offers_its_values_and_not_knowing() -> None:
    page = form(SELLER)
    assert offered(page, "fulfilment") == ["platform", "seller", "unknown"]
    assert chosen(page, "fulfilment") == []


def test_an_answer_is_ticked_and_can_be_changed() -> None:
    page = form({**SELLER, "fulfilment": "platform"})
    assert chosen(page, "fulfilment") == ["platform"]
    assert offered(page, "fulfilment") == ["platform", "seller", "unknown"]
    assert "Kingston Express dispatched it" in page.words


def test_not_knowing_is_an_answer_that_is_shown_as_one() -> None:
    page = form({**SELLER, "problem": "damaged"}, skipped=["fulfilment"])
    assert "fulfilment" in cards(page, "mg-answered")
    assert chosen(page, "fulfilment") == ["unknown"]
    assert cards(page, "mg-question").count("fulfilment") == 1


def test_what_the_page_has_fixed_is_not_asked() -> None:
    page = form(SELLER, preset=["side", "programme"])
    assert not {"side", "programme"} & set(cards(page, "mg-question"))


def test_a_value_that_would_contradict_the_rest_is_not_offered() -> None:
    everything = [value.name for value in BY_NAME["programme"].values if isinstance(BY_NAME["programme"], Choice)]  # type: ignore[attr-defined]
    assert offered(form({"side": "seller", "fulfilment": "seller"}), "programme") == [
        "kingston-express",
        "amazon",
        "unknown",
    ]
    assert offered(form({"side": "seller"}), "programme") == [*everything, "unknown"]


def test_the_places_stand_below_headings_by_kind_and_not_knowing_below_none() -> None:
    page = form({"side": "buyer"})
    groups = [tag for name, tag in page.tags if name == "fieldset" and tag["class"] == "mg-group"]
    assert len(groups) == 3
    for heading in ("Marketplaces", "Agents that buy for you", "Anywhere else"):
        assert heading in page.words
    kinds = [
        record.kind for value in offered(page, "programme")[:-1] for record in programmes() if record.name == value
    ]
    assert len(kinds) == 15
    changes = sum(one is not other for one, other in pairwise(kinds))
    assert changes == len(set(kinds)) - 1, "each kind stands together"
    assert offered(page, "programme")[-1] == "unknown"


def test_an_amount_and_a_currency_get_the_keyboard_that_fits() -> None:
    page = form({"side": "buyer", "item_value": "24.90", "currency": "EUR", "items_ordered": 2})
    value, currency, number = (
        next(tag for name, tag in page.tags if name == "input" and tag["name"] == fact and tag["type"] != "checkbox")
        for fact in ("item_value", "currency", "items_ordered")
    )
    assert (value["inputmode"], value["data-kind"], value["value"]) == ("decimal", "text", "24.90")
    assert (currency["autocapitalize"], currency["value"]) == ("characters", "EUR")
    assert (number["type"], number["data-kind"], number["value"]) == ("number", "integer", "2")


def test_a_day_is_asked_for_with_a_date_field_and_not_knowing_it_is_an_answer_too() -> None:
    page = form({**SELLER, "reply": "waiting"})
    field, unknown = [tag for name, tag in page.tags if name == "input" and tag["name"] == "contacted_on"]
    assert (field["type"], field["data-kind"], field["value"]) == ("date", "text", "")
    assert (unknown["type"], unknown["data-kind"], unknown["value"]) == ("checkbox", "text", "unknown")
    assert "checked" not in unknown


def test_a_day_that_somebody_does_not_know_is_answered_and_can_be_entered_later() -> None:
    page = form({**SELLER, "reply": "waiting"}, skipped=["contacted_on"])
    assert "contacted_on" in cards(page, "mg-answered")
    assert chosen(page, "contacted_on") == ["unknown"]


def test_each_answer_can_be_changed_and_all_can_be_taken_back() -> None:
    assert form(SELLER).all("data-do") == ["copy-link", "restart"]
    assert form({}).all("data-do") == []


def test_a_day_that_was_answered_is_shown_in_words() -> None:
    assert "3 May 2026" in form({**SELLER, "contacted_on": "2026-05-03"}).words


def test_every_control_says_how_it_is_to_be_read() -> None:
    page = form(
        {**SELLER, "problem": "damaged", "contacted_on": "2026-05-03", "label_weight_g": 5, "measured_weight_g": 4}
    )
    kinds = {"radio": "text", "checkbox": "text", "date": "text", "number": "integer"}
    controls = [tag for name, tag in page.tags if name == "input"]
    assert {str(tag["type"]) for tag in controls} == set(kinds)
    assert all(tag["data-kind"] == kinds[str(tag["type"])] for tag in controls)


def test_the_ids_of_a_form_are_its_own_and_labels_point_to_them() -> None:
    page = form({**SELLER, "problem": "damaged"}, prefix="two")
    ids = page.all("id")
    assert len(set(ids)) == len(ids)
    assert all(name.startswith("two-") for name in ids)
    assert set(page.all("aria-labelledby")) <= set(ids)


def test_when_no_question_is_open_the_form_says_so_and_asks_only_for_more_proof() -> None:
    page = form(COMPLETE)
    opened = [fact for fact in cards(page, "mg-question") if fact not in cards(page, "mg-answered")]
    assert opened == []
    assert "mg-complete" in page.all("class")
    assert "Your proof can still change this answer" in page.words


@pytest.mark.parametrize("skipped", ["severity", "in_stock", "claim_doubtful"])
def test_when_the_reader_did_not_know_something_the_form_does_not_say_that_nothing_else_counts(skipped: str) -> None:
    facts = {fact: value for fact, value in COMPLETE.items() if fact != skipped}
    page = form(facts, skipped=[skipped])
    assert skipped in asked(answer(case(**facts), TODAY))
    assert "nothing else can change this answer" not in page.words
    assert "Your proof can still change" not in page.words
