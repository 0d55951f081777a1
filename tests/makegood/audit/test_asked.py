"""The audit finds questions that can change nothing, and facts that can change an answer and are not asked for."""

from dataclasses import replace

from makegood.audit import audit
from makegood.audit.asked import (
    questions_can_change_the_answer,
    what_can_change_the_answer_is_asked,
)
from policy.cases.derived import signature
from policy.facts import (
    evidence,
    in_stock,
    insured,
    international,
    left_with,
    looked_around,
    problem,
    severity,
    side,
)
from policy.language.conditions import Condition
from policy.language.outcomes import Clock, Door, Headline, Proof, Remedy, Send, Step, Way
from policy.language.rule import Also
from policy.periods import ebay_return
from tests.makegood.audit.small import answered, case, rule, whole

buying: Condition = side == "buyer"
damaged: Condition = problem == "damaged"
FIRST_SEAT = {"side": "buyer", "programme": "kakobuy", "problem": "damaged"}
"""The seat of the smallest case: what is asked is proved of cases that tell it."""


def test_a_question_for_a_headline_that_another_always_hides_is_found() -> None:
    first = rule("first", Headline("First."), damaged & (insured == "yes"))
    hidden = rule("hidden", Headline("Hidden."), (problem == "damaged") & (insured == "yes") & (in_stock == "yes"))
    found = audit(whole(first, hidden), [questions_can_change_the_answer])
    assert [(one.message, one.rules) for one in found] == [
        ("We ask for in_stock, which cannot change this answer.", ("hidden",))
    ]
    assert found[0].case is not None
    assert found[0].case.as_data() == FIRST_SEAT


def test_a_question_for_a_source_behind_a_line_that_never_shows_with_it_is_found() -> None:
    never = Also((severity == "cosmetic") & (in_stock == "yes"), ("KX-10",))
    line = replace(rule("line", Step("Do it."), severity == "total"), also=never)
    [found] = audit(whole(line), [questions_can_change_the_answer])
    assert found.rules == ("line",)
    assert found.case is not None
    assert found.case.as_data() == FIRST_SEAT
    assert "in_stock" in [one.fact for one in answered(whole(line), found.case).questions]


def test_a_question_that_matters_in_one_case_to_come_is_fine() -> None:
    rules = whole(rule("far", Step("Do it."), buying & damaged & (insured == "yes") & evidence.has("item-photos")))
    assert audit(rules, [questions_can_change_the_answer]) == ()


def test_a_question_for_what_a_price_alone_can_rule_out_is_fine_while_its_currency_is_missing() -> None:
    line = rule("line", Step("Show the signature."), buying & (signature == "due") & (insured == "yes"))
    assert audit(whole(line), [questions_can_change_the_answer]) == ()  # of a penny no signature is due


def test_a_day_that_a_step_waits_for_and_how_a_door_was_used_are_asked_for() -> None:
    proof = rule("proof", Proof("order-number", "The order number."))
    step = rule("later", Step("Report it.", after="etsy_case"), buying)
    door = rule("door", Door(Way.COMMUNITY, "A community", "buyer", "It mediates."), buying)
    assert audit(whole(step, door, proof), [what_can_change_the_answer_is_asked]) == ()


def test_a_day_that_stands_in_for_the_one_that_decides_is_not_missed() -> None:
    proof = rule("proof", Proof("order-number", "The order number."))
    clock = rule("clock", Clock("Tell UPS", "ups_claim", "Too late."), buying)  # or counted from the day it was due
    assert audit(whole(clock, proof), [what_can_change_the_answer_is_asked]) == ()


def test_an_earlier_day_is_not_missed_once_the_day_that_decides_is_told() -> None:
    proof = rule("proof", Proof("order-number", "The order number."))
    step = rule("return", Step("Open a return."), buying & (ebay_return == "running"))
    assert audit(whole(step, proof), [what_can_change_the_answer_is_asked]) == ()


def test_what_only_the_words_of_a_message_depend_on_is_asked_for_where_its_rule_says_so() -> None:
    proof = rule("proof", Proof("order-number", "The order number."))
    sends = rule("sends", Send("seller-delivered-not-here"), side.is_given)
    missed = audit(whole(sends, proof), [what_can_change_the_answer_is_asked])
    assert {one.message.split()[5].rstrip(",") for one in missed} == {"left_with", "looked_around"}
    words = left_with.is_given & looked_around.is_given
    told = rule("sends", Send("seller-delivered-not-here", words=words), side.is_given)
    assert audit(whole(told, proof), [what_can_change_the_answer_is_asked]) == ()


def test_a_fact_that_only_a_message_looks_at_is_missed_when_it_is_not_asked_for() -> None:
    sends = rule("sends", Send("eb-not-received-answer"), side.is_given)
    found = audit(whole(sends), [what_can_change_the_answer_is_asked])
    missed = {one.message.split()[5].rstrip(","): one for one in found}
    assert missed.keys() == {"tracking", "evidence"}
    assert missed["tracking"].rules == ("sends",)
    assert missed["tracking"].case is not None
    assert missed["tracking"].case.as_data() == FIRST_SEAT


def test_a_fact_that_only_fills_a_blank_of_a_message_is_not_missed() -> None:
    sends = rule("sends", Send("eb-step-in-request"), buying)
    proof = rule("proof", Proof("order-number", "The order number."))
    assert audit(whole(sends, proof), [what_can_change_the_answer_is_asked]) == ()


def test_proof_that_is_listed_and_never_asked_for_is_missed() -> None:
    [found] = audit(whole(), [what_can_change_the_answer_is_asked])
    assert found.message == "We do not ask for evidence, which can still change this answer."
    assert found.case is not None
    assert found.case.as_data() == FIRST_SEAT


def test_the_start_of_a_clock_and_the_time_of_a_remedy_are_asked_for() -> None:
    clock = rule("clock", Clock("Answer", "paypal_dispute", "Too late."), damaged)
    remedy = rule("remedy", Remedy("Wait.", once=insured == "yes"), buying)
    proof = rule("proof", Proof("order-number", "The order number."))
    assert audit(whole(clock, proof), [what_can_change_the_answer_is_asked, questions_can_change_the_answer]) == ()
    found = audit(whole(remedy, proof), [questions_can_change_the_answer])
    assert [one.message for one in found] == ["We ask for insured, which cannot change this answer."]


def test_what_follows_from_other_facts_is_neither_asked_for_nor_missed() -> None:
    rules = whole(
        rule("border", Step("Ask customs."), (international == "yes") | (problem == "damaged")),
        rule("proof", Proof("order-number", "The order number.")),
    )
    assert audit(rules, [what_can_change_the_answer_is_asked, questions_can_change_the_answer]) == ()
    assert [one.fact for one in answered(rules, case(problem="customs")).questions] == ["evidence"]
    assert "international" in [one.fact for one in answered(rules, case(problem="wrong-item")).questions]
