"""The audit finds lines without a source, and lines that rest on what is said to somebody else."""

from pathlib import Path

import pytest

from makegood.audit import audit
from makegood.audit.index import SECTIONS, homes
from makegood.audit.sources import (
    BOTH_SIDES,
    every_line_cites,
    every_statement_lives,
    no_programme_gets_anothers_lines,
    nobody_gets_the_other_sides_lines,
)
from policy import rulebook
from policy.facts import problem, programme, side
from policy.language.conditions import ALWAYS, Condition
from policy.language.outcomes import Avoid, Step
from policy.language.rule import Rule
from policy.sources.statements import statements
from tests.makegood.audit.small import rule, whole

buying: Condition = side == "buyer"


@pytest.mark.parametrize(
    "cites, says", [((), "bare cites no source."), (("KX-98",), "bare cites KX-98, which no source has.")]
)
def test_a_line_without_a_source_is_found(cites: tuple[str, ...], says: str) -> None:
    [found] = audit(whole(Rule("bare", ALWAYS, Step("Do it."), cites)), [every_line_cites])
    assert found.message == says


def test_a_sellers_line_that_a_buyer_gets_is_found() -> None:
    [found] = audit(
        whole(rule("lost", Step("Wait."), problem == "damaged", "KX-12")), [nobody_gets_the_other_sides_lines]
    )
    assert found.message == "lost rests on KX-12, which speaks to the seller and not to this reader."
    assert found.case is not None
    assert found.case.as_data() == {"side": "buyer", "problem": "damaged"}


def test_a_buyers_line_that_a_seller_gets_is_found_even_while_it_is_only_a_caution() -> None:
    caution = rule("loud", Avoid("Do not shout."), problem == "damaged", "KB-20")
    [found] = audit(whole(caution), [nobody_gets_the_other_sides_lines])
    assert found.case is not None
    assert found.case.as_data() == {"side": "seller"}


def test_while_the_side_is_unknown_both_sides_cautions_may_show() -> None:
    caution = rule("loud", Avoid("Do not shout."), buying, "KB-20")
    assert audit(whole(caution), [nobody_gets_the_other_sides_lines]) == ()


def test_a_time_limit_of_one_side_may_stand_behind_what_the_other_waits_for() -> None:
    rules = whole(rule("wait", Step("Wait for the refund until then."), side == "buyer", "EBX-06"))
    assert audit(rules, [nobody_gets_the_other_sides_lines]) == ()


def test_a_statement_that_may_stand_behind_both_sides_says_why() -> None:
    assert BOTH_SIDES.keys() <= statements().keys()
    assert all(BOTH_SIDES.values())
    rules = whole(rule("calm", Step("Keep records."), side == "seller", "SR-70"))
    assert audit(rules, [nobody_gets_the_other_sides_lines]) == ()


@pytest.mark.parametrize("cite", ["KX-40", "W-KX-01", "R-KX-01", "EB-01", "W-EB-01", "R-EB-01", "AC-05"])
def test_what_belongs_to_one_operator_is_found_where_another_shop_gets_it(cite: str) -> None:
    lent = rule("lent", Step("Do it."), programme == "shop", cite)
    [found] = audit(whole(lent), [no_programme_gets_anothers_lines])
    assert found.message == f"lent rests on {cite}, which does not speak of this programme."
    assert found.case is not None
    assert found.case.as_data() == {"programme": "shop"}


@pytest.mark.parametrize("cite", ["KB-14", "KB-21", "KB-32", "KB-31", "SR-20", "R-AN-02", "W-PP-01"])
def test_what_serves_buyers_on_any_agent_is_fine_on_another_one(cite: str) -> None:
    lent = rule("lent", Step("Do it."), programme == "other-agent", cite)
    assert audit(whole(lent), [no_programme_gets_anothers_lines]) == ()


@pytest.mark.parametrize("cite", ["KB-32", "KB-41", "AC-05", "KX-40", "R-KX-01"])
def test_what_belongs_to_agents_or_to_another_marketplace_is_found_on_ebay(cite: str) -> None:
    [found] = audit(whole(rule("lent", Step("Do it."), programme == "ebay", cite)), [no_programme_gets_anothers_lines])
    assert found.case is not None
    assert found.case.as_data() == {"programme": "ebay"}


@pytest.mark.parametrize("cite", ["EB-01", "W-EB-02", "R-EB-01", "KB-14", "KB-23", "SR-70", "R-AN-01", "W-PP-01"])
def test_what_ebay_says_and_what_all_buyers_share_is_fine_on_ebay(cite: str) -> None:
    rules = whole(rule("own", Step("Do it."), programme == "ebay", cite))
    assert audit(rules, [no_programme_gets_anothers_lines]) == ()


def test_a_statement_that_lives_nowhere_is_found() -> None:
    found = audit(whole(), [every_statement_lives])
    assert "KX-19 lives nowhere: no answer cites it, and no tool and no page shows it." in [
        one.message for one in found
    ]
    assert not any("SR-05" in one.message for one in found)  # the seller check
    assert not any("KB-22" in one.message for one in found)  # the check of a draft


def test_a_statement_that_only_a_rule_without_a_case_cites_is_found() -> None:
    dead = rule("dead", Step("Do it."), buying & (side == "seller"), "KX-19")
    found = [one for one in audit(whole(dead), [every_statement_lives]) if one.rules]
    assert [one.rules for one in found] == [("dead",)]


def test_the_index_names_every_place_of_a_statement() -> None:
    index = homes(rulebook().rules)
    assert list(index) == list(statements())
    assert index["KX-13"].rules == ("kx-no-refund-yet",)
    assert "ac-materials" in index["AC-01"].messages
    assert index["SR-05"].indicators != ()
    assert index["KB-22"].checks != ()


def test_every_section_that_the_index_names_is_on_its_page() -> None:
    docs = Path(__file__).parents[3] / "docs"
    for sections in SECTIONS.values():
        for section in sections:
            text = (docs / section.page).read_text(encoding="utf-8")
            assert f"{{{{ {section.macro}" in text
            assert section.anchor in text.lower().replace(" ", "-")
