"""Version 1's words in today's words: what is certain is read, what is not is asked again, nothing is guessed."""

from typing import Any

import pytest

from policy.cases.case import Case, parse_case
from policy.cases.version_1 import READINGS, is_of_version_1, read
from policy.facts import BY_NAME
from policy.language.kinds import Choice

TWO_CASES = ("platform_case", "payment_case")


def facts(**given: Any) -> dict[str, Any]:
    return read(given).facts


def again(**given: Any) -> tuple[str, ...]:
    return read(given).again


def test_a_dispute_on_ebay_is_a_case_on_ebay_and_its_day_is_that_cases_day() -> None:
    old = {"programme": "ebay", "escalated": "platform-dispute", "request_opened_on": "2026-11-10"}
    assert facts(**old) == {"programme": "ebay", "platform_case": "open", "platform_case_opened_on": "2026-11-10"}
    assert again(**old) == ()


@pytest.mark.parametrize("programme", [None, "kakobuy", "kingston-express"])
def test_a_dispute_elsewhere_could_be_with_paypal_too_so_both_are_asked_again(programme: str | None) -> None:
    old = {"programme": programme, "escalated": "platform-dispute", "request_opened_on": "2026-11-10"}
    assert facts(**old) == {"programme": programme}
    assert again(**old) == TWO_CASES


def test_a_day_without_the_dispute_that_it_belongs_to_asks_again() -> None:
    assert facts(programme="ebay", request_opened_on="2026-11-10") == {"programme": "ebay"}
    assert again(programme="ebay", request_opened_on="2026-11-10") == TWO_CASES


@pytest.mark.parametrize("value", ["none", "unknown", None])
def test_nothing_opened_says_nothing(value: str | None) -> None:
    assert read({"side": "buyer", "escalated": value}) == ({"side": "buyer"}, ())


def test_a_community_that_mediated_is_known_and_the_cases_before_it_are_asked_again() -> None:
    assert facts(side="buyer", escalated="community") == {"side": "buyer", "community": "tried"}
    assert again(side="buyer", escalated="community") == TWO_CASES


def test_everything_tried_holds_the_community_for_a_buyer_and_a_closed_case_for_a_seller() -> None:
    assert facts(side="buyer", escalated="exhausted") == {"side": "buyer", "community": "tried"}
    assert facts(side="seller", escalated="exhausted") == {"side": "seller"}
    assert again(side="seller", escalated="exhausted") == TWO_CASES


def test_another_place_asks_which() -> None:
    assert read({"programme": "other", "problem": "damaged"}) == ({"problem": "damaged"}, ("programme",))


def test_what_customs_took_is_with_customs_and_taken() -> None:
    assert facts(problem="seized-by-customs") == {"problem": "customs", "customs": "seized"}


def test_the_talk_is_turned_round_for_a_seller_and_stays_for_a_buyer() -> None:
    assert facts(side="seller", reply="not-contacted") == {"side": "seller", "reply": "waiting"}
    assert facts(side="seller", reply="waiting") == {"side": "seller", "reply": "answered"}
    for value in ("not-contacted", "waiting"):
        assert facts(side="buyer", reply=value) == {"side": "buyer", "reply": value}
    assert facts(side="seller", reply="offered") == {"side": "seller", "reply": "offered"}


def test_what_is_the_same_in_both_versions_stays() -> None:
    same = {"side": "buyer", "problem": "damaged", "evidence": ["item-photos"], "order_number": "1", "strange": 5}
    assert read(same) == (same, ())


@pytest.mark.parametrize(
    "old, is_old",
    [
        ({"side": "seller", "reply": "waiting"}, False),
        ({"problem": "customs"}, False),
        ({"problem": "seized-by-customs"}, True),
        ({"programme": "other"}, True),
        ({"escalated": "none"}, True),
        ({"request_opened_on": "2026-11-10"}, True),
    ],
)
def test_only_words_that_are_gone_tell_an_old_case(old: dict[str, str], is_old: bool) -> None:
    assert is_of_version_1(old) is is_old


def test_every_reading_gives_facts_that_can_be_given_today() -> None:
    for reading in READINGS:
        assert isinstance(parse_case(dict(reading.means)), Case), reading
        assert all(isinstance(BY_NAME[fact], Choice) for fact in reading.again)
