"""The audit finds sellers who ask of buyers what those are never told, and thresholds that decide nothing."""

import pytest

from makegood.audit import audit, seats
from makegood.audit.seats import what_is_asked_of_buyers_is_their_step
from makegood.audit.thresholds import every_edge_decides
from policy.cases.derived import share, signature
from policy.facts import problem, side
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Clock, Step
from policy.periods import negotiation
from tests.makegood.audit.small import rule, whole

buying: Condition = side == "buyer"
selling: Condition = side == "seller"
damaged: Condition = problem == "damaged"


def test_what_a_seller_asks_and_no_buyer_is_told_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    asks = rule("asks", Step("Ask the buyer to report it on the order."), selling & damaged)
    [found] = audit(whole(asks), [what_is_asked_of_buyers_is_their_step])
    assert found.message == "asks asks something of the buyer. Name the buyer's step in makegood/audit/seats.py."
    monkeypatch.setattr(seats, "ASKED_OF_BUYERS", {"asks": ("reports",)})
    [found] = audit(whole(asks), [what_is_asked_of_buyers_is_their_step])
    assert found.case is not None
    assert found.case.as_data() == {"side": "seller", "problem": "damaged"}
    reports = rule("reports", Step("Report it on the order."), buying & damaged)
    assert audit(whole(asks, reports), [what_is_asked_of_buyers_is_their_step]) == ()
    anyhow = rule("asks", Step("Ask the buyer to report it on the order."), selling)
    [found] = audit(whole(anyhow, reports), [what_is_asked_of_buyers_is_their_step])
    assert found.case is not None  # while nobody has said what the problem is, a buyer is asked for that first
    assert found.case.as_data().keys() == {"side", "problem"}
    other = rule("reports", Step("Report it on the order."), buying & (problem == "return"))
    assert audit(whole(asks, other), [what_is_asked_of_buyers_is_their_step]) != ()


def test_an_amount_a_number_and_a_day_that_decide_nothing_are_found() -> None:
    def told(when: Condition) -> int:
        return len(audit(whole(rule("same", Step("Do it."), when)), [every_edge_decides]))

    never: Condition = buying & selling
    for edge in (signature == "due", share == "part", negotiation == "over"):
        assert told(edge) == 0
        assert told(never & edge) > 0
        assert told(damaged & sure(edge)) == 0


def test_a_time_limit_shows_the_edges_of_its_own_period() -> None:
    limit = rule("limit", Clock("Settle it", "negotiation", "Too late."), buying)
    assert audit(whole(limit), [every_edge_decides]) == ()
