"""The audit finds answers that advise what they forbid, act too early, or drop a caution that can still hold."""

import pytest

from makegood.audit import audit
from makegood.audit.safe import (
    MAY_TAKE_BACK,
    WRITTEN,
    caution_holds_until_it_is_lifted,
    nothing_irreversible_is_taken_back,
    nothing_irreversible_while_it_could_be_forbidden,
    nothing_is_advised_and_forbidden,
)
from policy.facts import BY_NAME, in_stock, platform_case, review_done, side
from policy.language.conditions import ALWAYS, Condition, sure
from policy.language.outcomes import Action, Ask, Avoid, Outcome, Remedy, Send, Step, WarnAtStake
from policy.messages.templates import message_templates
from tests.makegood.audit.small import rule, whole

selling: Condition = side == "seller"
buying: Condition = side == "buyer"
reviewed: Condition = review_done == "yes"
disputed: Condition = platform_case == "open"
no_refund = Avoid("Do not refund.", (Action.REFUND,))
no_greed = Avoid("Do not ask for everything.", (Action.CLAIM_EVERYTHING,))


@pytest.mark.parametrize(
    "gives, seat",
    [
        (Step("Refund.", does=(Action.REFUND,)), selling),
        (Remedy("Refund.", (Ask.REFUND,)), selling),
        (Remedy("Refund a part.", (Ask.NONE, Ask.PARTIAL_REFUND)), selling),
        (Send("kx-refund-offer"), selling),
    ],
)
def test_a_refund_that_is_advised_and_forbidden_is_found_with_its_smallest_case(
    gives: Outcome, seat: Condition
) -> None:
    rules = whole(rule("pay", gives, seat), rule("no-refund", no_refund, selling & disputed))
    [found] = audit(rules, [nothing_is_advised_and_forbidden])
    assert found.rules == ("pay", "no-refund")
    assert found.message == "pay advises what no-refund forbids in the same answer: to refund."
    assert found.case is not None
    assert found.case.as_data() == {"side": "seller"}  # the dispute is not known, so the caution stands


def test_a_buyer_who_is_told_to_ask_for_all_the_money_and_not_to_is_found() -> None:
    rules = whole(rule("ask", Remedy("Ask.", (Ask.REFUND,)), buying), rule("modest", no_greed, buying & reviewed))
    [found] = audit(rules, [nothing_is_advised_and_forbidden])
    assert found.rules == ("ask", "modest")


def test_a_buyer_may_ask_for_a_refund_that_a_seller_may_not_give() -> None:
    rules = whole(rule("ask", Remedy("Ask.", (Ask.REFUND,)), ALWAYS), rule("no-refund", no_refund, selling))
    [found] = audit(rules, [nothing_is_advised_and_forbidden])
    assert found.case is not None
    assert found.case.as_data() == {"side": "seller"}


def test_a_remedy_whose_time_comes_when_the_caution_is_lifted_is_fine() -> None:
    rules = whole(
        rule("pay", Remedy("Refund.", (Ask.REFUND,), once=reviewed), selling),
        rule("no-refund", no_refund, selling & ~reviewed),
    )
    assert audit(rules, [nothing_is_advised_and_forbidden]) == ()
    assert audit(rules, [nothing_irreversible_while_it_could_be_forbidden]) == ()


def test_a_refund_before_an_unknown_fact_could_forbid_it_is_found_with_the_case_before_and_after() -> None:
    rules = whole(
        rule("pay", Step("Refund.", does=(Action.REFUND,)), selling & reviewed),
        rule("no-refund", no_refund, selling & sure(disputed)),
    )
    [found] = audit(rules, [nothing_irreversible_while_it_could_be_forbidden])
    assert found.message == "pay advises too early to refund: no-refund can still forbid it."
    assert found.case is not None
    assert found.after is not None
    assert found.case.as_data() == {"side": "seller", "review_done": "yes"}
    assert found.after.as_data() == {"side": "seller", "review_done": "yes", "platform_case": "open"}
    assert (
        audit(rules, [nothing_is_advised_and_forbidden]) != ()
    )  # with the dispute known it is both advised and forbidden


def test_a_refund_that_waits_for_every_fact_that_could_forbid_it_is_fine() -> None:
    rules = whole(
        rule("pay", Step("Refund.", does=(Action.REFUND,)), selling & (platform_case == "none")),
        rule("no-refund", no_refund, selling & sure(disputed)),
    )
    assert audit(rules, [nothing_irreversible_while_it_could_be_forbidden]) == ()


def test_what_can_be_undone_may_come_before_what_could_forbid_it() -> None:
    rules = whole(
        rule("hurry", Step("Promise.", does=(Action.PROMISE_SPEED,)), selling & ~sure(disputed)),
        rule("no-promise", Avoid("Do not promise.", (Action.PROMISE_SPEED,)), selling & sure(disputed)),
    )
    assert audit(rules, [nothing_irreversible_while_it_could_be_forbidden]) == ()


@pytest.mark.parametrize(
    "gives", [Step("Refund.", does=(Action.REFUND,)), Remedy("Refund.", (Ask.REFUND,)), Remedy("Again.", (Ask.RESHIP,))]
)
def test_what_cannot_be_undone_and_a_fact_can_take_back_is_found_with_the_case_before_and_after(gives: Outcome) -> None:
    [found] = audit(whole(rule("pay", gives, selling & ~sure(disputed))), [nothing_irreversible_is_taken_back])
    assert found.rules == ("pay",)
    assert found.case is not None
    assert found.after is not None
    assert found.case.as_data() == {"side": "seller"}
    assert found.after.as_data() == {"side": "seller", "platform_case": "open"}


def test_a_request_whose_time_passes_again_is_found() -> None:
    hasty = Remedy("Refund.", (Ask.REFUND,), once=~sure(disputed))
    [found] = audit(whole(rule("pay", hasty, selling)), [nothing_irreversible_is_taken_back])
    assert found.rules == ("pay",)


@pytest.mark.parametrize(
    "gives, when",
    [
        (Step("Refund.", does=(Action.REFUND,)), selling & (platform_case == "none")),
        (Step("Send another.", does=(Action.RESHIP,)), selling & ~sure(in_stock == "no")),  # KX-50, KX-51
        (Step("Promise.", does=(Action.PROMISE_SPEED,)), selling & ~sure(disputed)),
        (Send("kx-refund-offer"), selling & ~sure(disputed)),
    ],
)
def test_what_stays_or_can_be_undone_or_still_asks_is_fine(gives: Outcome, when: Condition) -> None:
    assert audit(whole(rule("pay", gives, when)), [nothing_irreversible_is_taken_back]) == ()


def test_every_fact_that_may_take_back_what_cannot_be_undone_has_its_reason() -> None:
    assert MAY_TAKE_BACK.keys() <= BY_NAME.keys()
    assert all(MAY_TAKE_BACK.values())


@pytest.mark.parametrize("gives", [no_refund, WarnAtStake("You can lose it.")])
def test_a_caution_that_waits_for_proof_is_found_with_the_case_that_lacks_it(gives: Outcome) -> None:
    [found] = audit(whole(rule("late", gives, selling & sure(disputed))), [caution_holds_until_it_is_lifted])
    assert found.rules == ("late",)
    assert found.case is not None
    assert found.after is not None
    seat = {"side": "seller", "programme": "kakobuy", "problem": "damaged"}  # before that it does not have to stand yet
    assert found.case.as_data() == seat
    assert found.after.as_data() == {**seat, "platform_case": "open"}


def test_a_caution_that_forbids_no_action_may_wait_for_what_it_is_about_and_then_stays() -> None:
    about = Avoid("Do not open a case as well.")
    assert audit(whole(rule("late", about, selling & sure(disputed))), [caution_holds_until_it_is_lifted]) == ()
    # The stock takes it away, and the dispute brings it back.
    flaky = rule("flaky", about, ~in_stock.is_given | reviewed & disputed & sure(disputed))
    [found] = audit(whole(flaky), [caution_holds_until_it_is_lifted])
    assert found.case is not None
    assert found.case.as_data()["in_stock"] == "yes"


def test_a_caution_that_a_fact_lifts_while_another_can_bring_it_back_is_found() -> None:
    flaky = rule("flaky", no_refund, ~in_stock.is_given | reviewed & disputed & sure(disputed))
    found = audit(whole(flaky), [caution_holds_until_it_is_lifted])
    told = {"side": "buyer", "programme": "kakobuy", "problem": "damaged", "in_stock": "yes"}
    assert [one.case.as_data() for one in found if one.case] == [told]


def test_a_caution_that_goes_only_when_its_condition_is_false_is_fine() -> None:
    assert audit(whole(rule("steady", no_refund, selling & ~reviewed)), [caution_holds_until_it_is_lifted]) == ()


def test_what_messages_do_is_said_of_messages_that_exist() -> None:
    assert WRITTEN.keys() <= message_templates().keys()
