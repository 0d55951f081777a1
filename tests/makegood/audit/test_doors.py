"""The audit finds lines through a door that is not open to their reader, and doors that do not know each other."""

from dataclasses import replace

import pytest

from makegood.audit import Property, audit
from makegood.audit.doors import (
    doors_know_each_other,
    every_seat_has_a_door,
    nobody_is_sent_where_there_is_no_door,
    nothing_is_done_twice,
    nothing_is_sent_through_a_door_too_early,
    nothing_is_sent_through_a_door_too_late,
    what_was_done_in_time_is_met,
)
from policy.facts import payment_case, platform_case, problem, programme, side
from policy.language.conditions import ALWAYS, Condition, sure
from policy.language.outcomes import Clock, Door, DoorState, Headline, Outcome, Send, Step, Way
from policy.language.rule import Rule
from policy.periods import ebay_report
from tests.makegood.audit.small import rule, whole

buying: Condition = side == "buyer"
report = Door(Way.PLATFORM, "The case", "buyer", "It decides.", "ebay_report")
paying = Door(Way.PAYMENT, "PayPal", "buyer", "It pays back.", "paypal_dispute", shuts=(Way.PLATFORM,))
running: Condition = ebay_report == "running"
unused: Condition = platform_case == "none"

LINES = (
    Step("Report it.", through=Way.PLATFORM),
    Headline("Report it.", Way.PLATFORM),
    Send("buyer-dispute", Way.PLATFORM),
)


def with_door(gives: Outcome, when: Condition, door: Door = report) -> tuple[Rule, ...]:
    """A door that is always there, and a line."""
    return whole(rule("door", door), rule("line", gives, when))


@pytest.mark.parametrize("gives", LINES, ids=lambda gives: type(gives).__name__)
@pytest.mark.parametrize(
    "when, holds",
    [
        (buying & unused & ~sure(ebay_report == "over"), nothing_is_sent_through_a_door_too_early),
        (buying & unused & ~sure(ebay_report == "early"), nothing_is_sent_through_a_door_too_late),
        (buying & running & ~sure(platform_case == "closed"), nothing_is_done_twice),
        (running & unused, nobody_is_sent_where_there_is_no_door),
    ],
)
def test_a_line_through_a_door_that_is_not_open_is_found(gives: Outcome, when: Condition, holds: Property) -> None:
    [found] = audit(with_door(gives, when), [holds])
    assert found.rules == ("line",)
    assert found.case is not None
    assert audit(with_door(gives, buying & unused & running), [holds]) == ()


def test_what_is_done_in_a_case_that_runs_opens_nothing() -> None:
    answer = Step("Answer in the case.", through=Way.PLATFORM)
    assert audit(with_door(answer, platform_case == "open"), [nothing_is_done_twice]) == ()


def test_a_line_through_a_door_that_does_not_exist_is_found() -> None:
    none = replace(report, period="", state=DoorState.NONE)
    [found] = audit(with_door(LINES[0], buying & unused, none), [nobody_is_sent_where_there_is_no_door])
    assert found.message == "line goes through the door platform, which is not there for this reader."
    [found] = audit(whole(rule("line", LINES[0], buying)), [nobody_is_sent_where_there_is_no_door])
    assert found.message == "line goes through the door platform, but the answer has no such door."


def test_a_door_that_was_used_in_time_and_is_called_late_is_found() -> None:
    late = Clock("Report it", "ebay_report", "Too late.")
    [found] = audit(with_door(late, buying), [what_was_done_in_time_is_met])
    assert found.rules == ("line",)
    met = replace(late, met=platform_case.is_given & ~(platform_case == "none"))
    assert audit(with_door(met, buying), [what_was_done_in_time_is_met]) == ()
    assert audit(with_door(late, buying & unused), [what_was_done_in_time_is_met]) == ()


def test_a_time_limit_for_what_comes_after_is_no_limit_that_was_met() -> None:
    then = replace(paying, period="paypal_claim")
    rules = whole(
        rule("running", then, payment_case == "open"), rule("next", Clock("Escalate", "paypal_claim", "Too late."))
    )
    assert audit(rules, [what_was_done_in_time_is_met]) == ()


def test_two_lines_through_doors_of_which_one_shuts_the_other_are_found() -> None:
    both = (
        rule("paid", paying),
        rule("case", report),
        rule("here", Step("Report it.", through=Way.PLATFORM), buying & running & unused & (payment_case == "none")),
        rule("there", Step("Ask PayPal.", through=Way.PAYMENT), buying & (payment_case == "none")),
    )
    [found] = audit(whole(*both), [doors_know_each_other])
    assert found.rules == ("there", "here")
    alone = (*both[:3], replace(both[3], when=both[3].when & ~sure(running) & ~sure(unused)))
    assert audit(whole(*alone), [doors_know_each_other]) == ()


def test_a_line_through_a_door_that_another_has_shut_is_found() -> None:
    through = rule("line", LINES[0], buying & running & unused)
    rules = whole(rule("paid", paying), rule("case", report), through)
    found = audit(rules, [doors_know_each_other])
    assert "line goes through the door platform, which is shut by another one." in [one.message for one in found]


def test_a_seat_without_a_door_is_found() -> None:
    door = rule("door", report, ~(problem == "return") | ~(programme == "shop"))
    [found] = audit(whole(door), [every_seat_has_a_door])
    assert found.case is not None
    assert found.case.as_data() == {"side": "buyer", "programme": "shop", "problem": "return"}
    assert audit(whole(rule("door", report, ALWAYS)), [every_seat_has_a_door]) == ()
