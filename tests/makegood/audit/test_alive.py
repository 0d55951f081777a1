"""The audit finds rules that never show, and messages that cannot be sent."""

from dataclasses import replace

import pytest

from makegood.audit import audit
from makegood.audit.alive import every_message_can_be_sent, every_rule_shows
from policy.facts import (
    fulfilment,
    handed_over,
    insured,
    paid_on,
    platform_case_opened_on,
    problem,
    programme,
    side,
    tracking,
)
from policy.language.conditions import Condition, sure
from policy.language.outcomes import Ask, Avoid, Clock, Headline, Outcome, Remedy, Send, Step, WarnAtStake
from policy.language.rule import Also
from policy.periods import PERIODS, After, _period
from tests.makegood.audit.small import rule, whole

damaged: Condition = problem == "damaged"
wrong: Condition = problem == "wrong-item"


def clock(monkeypatch: pytest.MonkeyPatch, name: str, closes: After, act: str = "") -> Clock:
    """A clock with a period of its own that counts from the day of the case."""
    monkeypatch.setitem(PERIODS, name, _period(name, "answer", closes=closes))
    return Clock("Answer", name, "Too late.", act=act)


@pytest.mark.parametrize(
    "when",
    [
        damaged & wrong,
        (programme == "ebay") & (fulfilment == "platform"),
        (handed_over == "no") & (tracking == "delivered"),
        (problem == "customs") & ~sure(problem == "customs"),
    ],
)
def test_a_rule_whose_condition_never_holds_is_found(when: Condition) -> None:
    [found] = audit(whole(rule("dead", Step("Do it."), when)), [every_rule_shows])
    assert found.rules == ("dead",)
    assert found.message == "dead shows in no case: its condition never holds."


@pytest.mark.parametrize("gives", [Avoid("Do not."), WarnAtStake("Look out.")])
def test_a_caution_that_only_ever_stands_while_something_is_unknown_is_found(gives: Outcome) -> None:
    [found] = audit(whole(rule("ghost", gives, damaged & wrong)), [every_rule_shows])
    assert found.message == "ghost shows only while something is unknown: its condition never holds."


def test_a_headline_behind_one_that_always_comes_first_is_found() -> None:
    first, shadowed = (
        rule("first", Headline("A."), damaged),
        rule("shadowed", Headline("B."), damaged & (insured == "yes")),
    )
    [found] = audit(whole(first, shadowed), [every_rule_shows])
    assert found.message == "shadowed shows in no case: rules before it always come first."
    assert audit(whole(shadowed, first), [every_rule_shows]) == ()


def test_a_headline_behind_two_that_leave_it_no_case_together_is_found() -> None:
    known, unknown = rule("known", Headline("A."), insured.is_given), rule("unknown", Headline("B."), ~insured.is_given)
    found = audit(whole(known, unknown), [every_rule_shows])
    assert [one.rules for one in found] == [("headline",)]


def test_a_source_behind_a_line_that_never_shows_with_it_is_found() -> None:
    line = replace(rule("line", Step("Do it."), damaged), also=Also(wrong, ("KX-10",)))
    [found] = audit(whole(line), [every_rule_shows])
    assert found.message == "line also cites KX-10, but never where it shows."
    assert audit(whole(replace(line, also=Also(insured == "yes", ("KX-10",)))), [every_rule_shows]) == ()


def test_a_request_whose_time_never_comes_is_found() -> None:
    [found] = audit(whole(rule("never", Remedy("Later.", (Ask.REFUND,), once=wrong), damaged)), [every_rule_shows])
    assert found.message == "never says what to ask for, but the time to ask for it never comes."


OPENED = platform_case_opened_on


def test_a_clock_that_always_ends_after_another_on_the_same_act_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    long = rule("long", clock(monkeypatch, "long", After(OPENED, "W-PP-01"), "answer"))
    short = rule("short", clock(monkeypatch, "short", After(OPENED, "W-EB-02"), "answer"))
    [found] = audit(whole(long, short), [every_rule_shows])
    assert found.message == "long never shows: where it takes part, short shows in its place."


def test_a_clock_that_sometimes_ends_before_another_on_the_same_act_is_fine(monkeypatch: pytest.MonkeyPatch) -> None:
    calendar = rule("five", clock(monkeypatch, "five", After(OPENED, "W-EB-05"), "answer"))
    business = rule("three", clock(monkeypatch, "three", After(OPENED, "W-EB-02"), "answer"))
    assert audit(whole(calendar, business), [every_rule_shows]) == ()


def test_a_clock_that_ends_before_another_only_after_a_limit_changes_is_fine(
    changing_limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    forty = rule("forty", clock(monkeypatch, "forty", After(OPENED, "", 40, "calendar-days", "it"), "answer"))
    changing = rule("changing", clock(monkeypatch, "changing", After(OPENED, changing_limit), "answer"))
    assert audit(whole(changing, forty), [every_rule_shows]) == ()


def test_of_clocks_on_different_acts_or_from_different_days_each_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    long = rule("long", clock(monkeypatch, "long", After(OPENED, "W-PP-01")))
    short = rule("short", clock(monkeypatch, "short", After(OPENED, "W-EB-02")))
    assert audit(whole(long, short), [every_rule_shows]) == ()
    paid = rule("paid", clock(monkeypatch, "paid", After(paid_on, "W-PP-01"), "answer"))
    opened = rule("opened", clock(monkeypatch, "opened", After(OPENED, "W-EB-02"), "answer"))
    assert audit(whole(paid, opened), [every_rule_shows]) == ()


def test_a_message_that_no_rule_sends_is_found() -> None:
    found = audit(whole(), [every_message_can_be_sent])
    assert "No case sends the message buyer-follow-up." in [one.message for one in found]


def test_a_message_that_only_a_contradiction_would_send_is_found() -> None:
    found = audit(whole(rule("never", Send("buyer-follow-up"), damaged & wrong)), [every_message_can_be_sent])
    assert "No case sends the message buyer-follow-up." in [one.message for one in found]


def test_a_message_that_keeps_a_blank_in_every_case_is_found_with_the_smallest() -> None:
    blind = rule("blind", Send("buyer-acceptance"), (side == "buyer") & ~problem.is_given)
    [found] = [one for one in audit(whole(blind), [every_message_can_be_sent]) if one.rules == ("blind",)]
    assert found.message == "The message buyer-acceptance keeps a blank in every case that sends it."
    assert found.case is not None
    assert found.case.as_data() == {"side": "buyer"}


def test_a_message_whose_blanks_some_case_fills_is_fine() -> None:
    sends = rule("sends", Send("buyer-acceptance"), side == "buyer")
    assert [one for one in audit(whole(sends), [every_message_can_be_sent]) if one.rules] == []
