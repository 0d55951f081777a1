"""An answer has the form of the contract, is put together in the order of the rules, and depends on nothing else."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from makegood.whole_cases import CaseFile, case_files
from policy import answer, assess, rulebook
from policy.cases.case import Case, parse_case
from policy.engine.rulebook import Rulebook
from policy.facts import in_stock, insured, side
from policy.language.conditions import ALWAYS, Condition, sure
from policy.language.outcomes import (
    Ask,
    Avoid,
    Clock,
    Door,
    DoorState,
    Grade,
    Headline,
    Outcome,
    Party,
    Process,
    Proof,
    Remedy,
    Responsible,
    Rung,
    Step,
    Strength,
    Support,
    WalkAway,
    Warn,
    Way,
)
from policy.language.rule import Also, Rule
from policy.periods import Period, ebay_report, first_message, paypal_dispute, uk_rejection
from policy.sources.statements import statements
from tests.policy.given import TODAY, advice, case, ids

LAST = (
    Rule("headline", ALWAYS, Headline("Keep calm."), ("KX-72",)),
    Rule("responsible", ALWAYS, Responsible(Party.UNKNOWN, "That depends."), ("KX-02",)),
    Rule("grade", ALWAYS, Grade(Strength.NONE, "Nothing yet."), ("KX-34",)),
    Rule("rung", ALWAYS, Rung(None, "Start.", "Go on.", "Then."), ("KX-33",)),
)
"""What every rulebook ends with: the parts that an answer has exactly once."""

SHAPE: dict[str, Any] = {
    "headline": str,
    "responsible": {"party": str, "text": str, "cites": [str]},
    "steps": [{"id": str, "text": str, "by": (str, None), "not_before": (str, None), "cites": [str]}],
    "avoid": [{"id": str, "text": str, "cites": [str]}],
    "evidence": {
        "held": [{"id": str, "text": str, "cites": [str]}],
        "needed": [{"id": str, "text": str, "cites": [str]}],
        "helpful": [{"id": str, "text": str, "cites": [str]}],
        "strength": str,
        "why": str,
        "cites": [str],
    },
    "remedy": {"tier": (int, None), "ask": [str], "text": str, "cites": [str]},
    "doors": [
        {
            "id": str,
            "name": str,
            "who": str,
            "state": str,
            "opens_on": (str, None),
            "closes_on": (str, None),
            "why": str,
            "needs": [str],
            "shuts": [str],
            "cites": [str],
            "confidence": str,
        }
    ],
    "deadlines": [
        {
            "id": str,
            "what": str,
            "on": (str, None),
            "opens_on": (str, None),
            "state": str,
            "from": str,
            "cites": [str],
            "confidence": str,
        }
    ],
    "ladder": {"rung": (int, None), "now": str, "next": str, "next_when": str, "cites": [str]},
    "messages": [
        {"id": str, "language": str, "to": str, "subject": str, "body": str, "missing": [str], "cites": [str]}
    ],
    "support": {"contact": bool, "include": [str], "cites": [str]},
    "warnings": [{"id": str, "text": str, "cites": [str]}],
    "questions": [{"fact": str, "ask": str, "why": str}],
    "walk_away": [{"id": str, "text": str, "cites": [str]}],
    "rules": [str],
    "cites": [str],
    "policy": {"version": str, "digest": str},
}
"""The advice as the contract lays it out, copied by hand."""


def rule(name: str, gives: Outcome, when: Condition = ALWAYS, cites: tuple[str, ...] = ("KX-01",)) -> Rule:
    return Rule(name, when, gives, cites)


def answer_by(*rules: Rule, today: date | None = TODAY, **facts: Any) -> Any:
    """The advice that these rules give to a case with these facts."""
    return assess(case(**facts), today, Rulebook((*rules, *LAST)))


def misfits(value: Any, shape: Any, path: str = "advice") -> list[str]:
    """Name every place where a value is not of the shape."""
    if isinstance(shape, dict):
        if not isinstance(value, dict) or set(value) != set(shape):
            return [path]
        return [miss for key, part in shape.items() for miss in misfits(value[key], part, f"{path}.{key}")]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [path]
        return [miss for item in value for miss in misfits(item, shape[0], f"{path}[]")]
    if isinstance(shape, tuple):
        return [] if value is None else misfits(value, shape[0], path)
    return [] if type(value) is shape else [path]


@pytest.mark.parametrize("case_file", case_files(), ids=lambda case_file: case_file.name)
def test_every_answer_has_the_form_of_the_contract_and_can_be_sent_as_json(case_file: CaseFile) -> None:
    parsed = parse_case(case_file.facts)
    assert not isinstance(parsed, list)
    data = answer(parsed, case_file.on).as_data()
    assert misfits(data, SHAPE) == []
    assert json.loads(json.dumps(data)) == data


@pytest.mark.parametrize("case_file", case_files(), ids=lambda case_file: case_file.name)
def test_every_line_of_every_answer_cites_a_source_and_every_source_is_listed(case_file: CaseFile) -> None:
    parsed = parse_case(case_file.facts)
    assert not isinstance(parsed, list)
    given = answer(parsed, case_file.on)
    proof = given.evidence
    lines: list[Any] = [
        *given.steps,
        *given.avoid,
        *given.all_warnings,
        *given.walk_away,
        *proof.held,
        *proof.needed,
        *proof.helpful,
    ]
    parts: list[Any] = [given.responsible, proof, given.ladder, *given.deadlines, *given.messages]
    assert all(part.cites for part in (*lines, *parts))
    assert bool(given.remedy.cites) is bool(given.remedy.text)
    assert bool(given.support.cites) is given.support.contact
    cited = {cite for part in (*lines, *parts, given.remedy, given.support) for cite in part.cites}
    assert cited <= set(given.cites) <= set(statements())
    assert list(given.cites) == sorted(set(given.cites))


def test_steps_stand_in_the_order_of_the_rules() -> None:
    given = answer_by(rule("second-to-none", Step("First.")), rule("first-of-all", Step("Second.")))
    assert ids(given.steps) == ["second-to-none", "first-of-all"]


def test_of_what_an_answer_has_once_the_first_rule_that_holds_gives_it() -> None:
    early, late = rule("early", Headline("First."), side == "seller"), rule("late", Headline("Second."))
    assert answer_by(early, late, side="seller").headline == "First."
    assert answer_by(early, late, side="buyer").headline == "Second."
    assert answer_by(early, late).headline == "Second."


def test_of_what_an_answer_has_once_only_the_rule_that_gave_it_took_part() -> None:
    given = answer_by(rule("early", Headline("First."), cites=("KX-10",)), rule("late", Headline("Second.")))
    assert "early" in given.rules
    assert "late" not in given.rules
    assert "headline" not in given.rules
    assert "KX-01" not in given.cites


def test_how_it_is_handled_is_added_to_who_is_responsible() -> None:
    given = answer_by(
        rule("who", Responsible(Party.SELLER, "You.")), rule("how", Process("Carefully."), cites=("KX-17",))
    )
    assert (given.responsible.party, given.responsible.text) == (Party.SELLER, "You. Carefully.")
    assert given.responsible.cites == ("KX-01", "KX-17")


def test_a_source_of_some_cases_is_cited_in_those() -> None:
    step = replace(rule("step", Step("Do it.")), also=Also(side == "seller", ("KX-10",)))
    assert answer_by(step, side="seller").steps[0].cites == ("KX-01", "KX-10")
    assert answer_by(step, side="buyer").steps[0].cites == ("KX-01",)
    assert answer_by(step).steps[0].cites == ("KX-01",)
    assert "KX-10" in answer_by(step, side="seller").cites
    assert "KX-10" not in answer_by(step, side="buyer").cites


def test_a_source_of_some_cases_is_as_cautious_as_its_prohibition() -> None:
    avoid = replace(rule("avoid", Avoid("Do not.")), also=Also(side == "seller", ("KX-13",)))
    assert answer_by(avoid).avoid[0].cites == ("KX-01", "KX-13")
    assert answer_by(avoid, side="buyer").avoid[0].cites == ("KX-01",)


def test_proof_in_hand_is_held_and_the_rest_is_needed_or_helps() -> None:
    rules = (
        rule("order", Proof("order-number", "The number.")),
        rule("photos", Proof("item-photos", "The photos.")),
        rule("log", Proof("packing-log", "The log.", needed=False)),
    )
    proof = answer_by(*rules, evidence=["order-number"]).evidence
    assert (ids(proof.held), ids(proof.needed), ids(proof.helpful)) == (
        ["order-number"],
        ["item-photos"],
        ["packing-log"],
    )
    proof = answer_by(*rules, evidence=["order-number", "item-photos", "packing-log"]).evidence
    assert (len(proof.held), proof.needed, proof.helpful) == (3, (), ())


def test_of_several_reasons_for_one_kind_of_proof_the_first_that_holds_counts() -> None:
    rules = (
        rule("narrow", Proof("item-photos", "Photos of the scratch.", needed=False), when=in_stock == "no"),
        rule("broad", Proof("item-photos", "Photos.")),
    )
    assert [line.text for line in answer_by(*rules).evidence.needed] == ["Photos."]
    proof = answer_by(*rules, in_stock="no").evidence
    assert ([line.text for line in proof.helpful], proof.needed) == (["Photos of the scratch."], ())


def test_proof_in_hand_that_nobody_asked_for_is_held_too() -> None:
    [held] = answer_by(evidence=["group-photo"]).evidence.held
    assert (held.id, held.cites) == ("group-photo", ("KX-34",))


def test_a_remedy_is_foretold_before_it_is_asked_for() -> None:
    refund = rule("refund", Remedy("A refund is likely.", (Ask.REFUND,), once=in_stock == "no"))
    assert (answer_by(refund).remedy.text, answer_by(refund).remedy.ask) == ("A refund is likely.", ())
    assert answer_by(refund, in_stock="yes").remedy.ask == ()
    assert answer_by(refund, in_stock="no").remedy.ask == (Ask.REFUND,)


def test_remedies_are_asked_for_in_the_order_of_the_rules_each_once() -> None:
    rules = (
        rule("both", Remedy("Either.", (Ask.REPLACEMENT, Ask.REFUND), tier=1)),
        rule("more", Remedy("Or.", (Ask.REFUND, Ask.DISCOUNT), tier=2)),
    )
    remedy = answer_by(*rules).remedy
    assert remedy.ask == (Ask.REPLACEMENT, Ask.REFUND, Ask.DISCOUNT)
    assert (remedy.text, remedy.tier) == ("Either. Or.", 2)


def test_a_limit_that_counts_from_a_day_that_stands_in_says_from_which() -> None:
    facts = {"side": "buyer", "programme": "shop", "problem": "not-received", "paid_with": "debit-card"}
    days = {"paid_on": "2026-09-27", "estimated_delivery_on": "2026-11-20"}
    starts = []
    for told in ({"paid_on": days["paid_on"]}, days):
        parsed = parse_case({**facts, **told})
        assert isinstance(parsed, Case)
        found = answer(parsed, date(2026, 11, 27))
        [limit] = [deadline for deadline in found.deadlines if deadline.id == "buyer-card-clock-nothing"]
        [door] = [door for door in found.doors if door.id == "payment"]
        assert limit.start == door.counts_from
        starts.append(limit.start)
    assert starts == ["the day it was paid, to be safe", "the last day it was expected"]


def test_deadlines_stand_with_the_earliest_first_and_the_unknown_last() -> None:
    def clock(name: str, period: Period) -> Rule:
        return rule(name, Clock("Wave", period.name, "Wave late."))

    rules = (clock("unknown", paypal_dispute), clock("later", uk_rejection), clock("sooner", first_message))
    given = answer_by(*rules, delivered_on="2026-11-01")
    assert ids(given.deadlines) == ["sooner", "later", "unknown"]
    assert [deadline.on for deadline in given.deadlines] == [date(2026, 11, 2), date(2026, 12, 1), None]


def test_of_two_limits_on_one_act_the_safest_wins_and_both_sources_are_cited() -> None:
    def clock(name: str, period: Period, cite: str) -> Rule:
        return rule(name, Clock("Write", period.name, "Late.", act="write"), cites=(cite,))

    rules = (
        clock("long", uk_rejection, "KX-10"),
        clock("short", first_message, "KX-11"),
        rule("step", Step("Write.", by="long")),
    )
    given = answer_by(*rules, today=date(2026, 11, 1), delivered_on="2026-11-01")
    [deadline] = given.deadlines
    assert deadline.on == date(2026, 11, 2)
    assert set(deadline.cites) == {"KX-10", "KX-11"}
    assert given.steps[0].by == date(2026, 11, 2)


@pytest.mark.parametrize(
    "today, state, late",
    [
        (date(2026, 11, 23), "open", False),
        (date(2026, 11, 24), "closing", False),
        (date(2026, 12, 1), "closing", False),
        (date(2026, 12, 2), "over", True),
        (None, "open", False),
    ],
)
def test_a_limit_is_closing_for_its_last_week_and_over_from_the_day_after(
    today: date | None, state: str, late: bool
) -> None:
    clock = rule("clock", Clock("Send it back", uk_rejection.name, "Ask all the same."))
    given = answer_by(clock, rule("step", Step("Now.", by="clock")), today=today, delivered_on="2026-11-01")
    [deadline] = given.deadlines
    assert (deadline.on, deadline.state) == (date(2026, 12, 1), state)
    assert ids(given.all_warnings) == (["clock-late"] if late else [])
    assert given.steps[0].by == (None if late else date(2026, 12, 1))


def test_a_limit_that_was_kept_is_met_and_never_late() -> None:
    clock = Clock("Send it back", uk_rejection.name, "Ask all the same.", met=insured == "yes")
    given = answer_by(rule("clock", clock), today=date(2027, 1, 1), delivered_on="2026-11-01", insured="yes")
    [deadline] = given.deadlines
    assert deadline.state == "met"
    assert given.all_warnings == ()
    unsaid = answer_by(rule("clock", clock), today=date(2027, 1, 1), delivered_on="2026-11-01")
    assert unsaid.deadlines[0].state == "over"


def test_before_its_first_day_a_limit_is_not_yet_and_says_from_which_day() -> None:
    step = Step("Report it.", after=ebay_report.name)
    rules = (rule("clock", Clock("Report it", ebay_report.name, "Late.")), rule("step", step))
    given = answer_by(*rules, today=date(2026, 11, 1), estimated_delivery_on="2026-11-05")
    [deadline] = given.deadlines
    assert (deadline.state, deadline.opens_on, deadline.on) == ("not-yet", date(2026, 11, 6), date(2026, 12, 5))
    assert given.steps[0].not_before == date(2026, 11, 6)


def test_a_door_says_what_would_shut_it_until_that_was_used() -> None:
    paying = rule("pay", Door(Way.PAYMENT, "PayPal", "buyer", "It pays back.", shuts=(Way.PLATFORM,)))
    decides = rule("case", Door(Way.PLATFORM, "The case", "buyer", "It decides."))
    [told] = [door for door in answer_by(paying, decides).doors if door.id == Way.PLATFORM]
    assert (told.state, told.shut_by) == (DoorState.OPEN, (Way.PAYMENT,))
    [told] = [door for door in answer_by(paying, decides, payment_case="open").doors if door.id == Way.PLATFORM]
    assert (told.state, told.shut_by) == (DoorState.SHUT, ())


def test_of_several_doors_of_one_way_the_first_that_holds_is_the_door() -> None:
    early = rule("early", Door(Way.LAW, "One", "buyer", "First."), insured == "yes")
    late = rule("late", Door(Way.LAW, "Two", "buyer", "Second."))
    talk = rule("talk", Door(Way.TALK, "Talk", "buyer", "Write."))
    told = {door.id: door.why for door in answer_by(early, late, talk, insured="yes").doors}
    assert told == {Way.LAW: "First.", Way.TALK: "Write."}
    told = {door.id: door.why for door in answer_by(early, late, talk).doors}
    assert told == {Way.LAW: "Second.", Way.TALK: "Write."}


def test_without_a_reason_for_support_nothing_is_said_of_it() -> None:
    assert answer_by().as_data()["support"] == {"contact": False, "include": [], "cites": []}


def test_two_reasons_for_support_make_one_list() -> None:
    given = answer_by(
        rule("one", Support(("The number.", "The kind."))), rule("two", Support(("The kind.", "Photos.")))
    )
    assert given.support.contact is True
    assert given.support.include == ("The number.", "The kind.", "Photos.")


def test_what_to_weigh_and_what_to_know_stand_in_parts_of_their_own() -> None:
    given = answer_by(rule("weigh", WalkAway("Is it worth it?")), rule("know", Warn("Careful.")))
    assert ids(given.walk_away) == ["weigh"]
    assert ids(given.warnings) == ["know"]


def test_a_rule_that_holds_unless_we_know_holds_while_we_do_not() -> None:
    step = rule("step", Step("Do it."), ~sure(insured == "yes"))
    assert ids(answer_by(step).steps) == ["step"]
    assert ids(answer_by(step, insured="no").steps) == ["step"]
    assert ids(answer_by(step, insured="yes").steps) == []


def test_an_answer_does_not_depend_on_those_that_were_given_before() -> None:
    used = Rulebook(rulebook().rules)
    for file in case_files():
        assess(case(**file.facts), file.on, used)
    seat = case(side="seller", programme="kingston-express", problem="damaged")
    assert assess(seat, TODAY, used) == assess(seat, TODAY, Rulebook(rulebook().rules))


def test_the_order_in_which_facts_are_told_does_not_matter() -> None:
    facts = {"side": "seller", "programme": "kingston-express", "problem": "damaged", "evidence": ["order-number"]}
    assert advice(**facts) == advice(**dict(reversed(facts.items())))


def test_an_answer_says_which_policy_gave_it() -> None:
    assert advice().policy.digest == rulebook().digest
