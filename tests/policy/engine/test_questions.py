"""A fact is asked for exactly when it can still change the answer, the most telling one first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from random import Random
from types import MappingProxyType
from typing import Any, Final

import pytest

from policy import answer, rulebook
from policy.cases.case import Case, parse_case
from policy.cases.derived import ALL_BY_NAME
from policy.engine.question_order import counted_from
from policy.facts import BY_NAME, FACTS, community, fulfilment, in_stock, insured, international, problem, side
from policy.language.conditions import ALWAYS, All, AnyOf, Condition, Is, Not, Sure
from policy.language.kinds import Choice, Day, Derived, Text
from policy.language.outcomes import Ask, Avoid, Clock, Door, DoorState, Headline, Proof, Remedy, Step, Warn, Way
from policy.language.rule import Also, Rule
from tests.policy.engine.test_assess import answer_by, rule
from tests.policy.given import TODAY, advice, asked, case, kingston
from tests.policy.kingston_cases import kingston_cases

type Facts = Mapping[str, Any]

type Named = Mapping[str, Sequence[str]]

SAMPLE = list(kingston_cases(20, seed=8, known=0.55))

CHOICES: Final[Mapping[str, Sequence[Any]]] = {
    **{fact.name: [value.name for value in fact.values] for fact in FACTS if isinstance(fact, Choice)},
    "evidence": (
        [],
        ["order-number"],
        ["item-photos", "package-photos"],
        ["package-photos"],
        ["order-number", "package-photos", "packing-material-photos"],
        ["order-number", "item-photos", "package-photos", "packing-material-photos"],
        ["order-number", "item-photos", "package-photos", "packing-material-photos", "packing-log"],
        ["unboxing-video"],
        ["product-number", "group-photo", "six-side-photos", "waybill-photo"],
    ),
    **{fact.name: ("2026-01-05", "2026-11-01", "2026-11-21") for fact in FACTS if isinstance(fact, Day)},
    "items_ordered": (3,),
    "items_affected": (1, 3),
    "label_weight_g": (1000,),
    "measured_weight_g": (1000, 500),
    "item_value": ("20", "800"),
    "offer_amount": ("5", "20"),
    "currency": ("USD", "GBP"),
}
"""Values to try of each fact that can change an answer: of proof each combination that a rule tells from the next."""


def asked_by(rule: Rule) -> frozenset[str]:
    """The facts that can be asked for because of a rule: its own, or those that they follow from."""
    looked_at = (ALL_BY_NAME[name] for name in rule.facts | set(counted_from(rule.gives)))
    return frozenset(
        name for fact in looked_at for name in (fact.sources if isinstance(fact, Derived) else (fact.name,))
    )


def answered(facts: Facts, *, filled: bool = True) -> tuple[str, list[str]] | None:
    """Everything that is answered apart from the questions, and the questions; None if the facts contradict.

    Unless `filled`, of a message only that it is offered counts, and not what fills it.
    """
    parsed = parse_case(facts)
    if not isinstance(parsed, Case):
        return None
    advice = answer(parsed, TODAY)
    data = advice.as_data()
    del data["questions"]
    if not filled:
        data["messages"] = [message.id for message in advice.messages]
    return str(data), asked(advice)


def differs(facts: Facts, fact: str) -> bool:
    """Say whether it changes the answer what this fact is, or that it is known at all."""
    filled = not BY_NAME[fact].is_typed
    found = [answered(told, filled=filled) for told in (facts, *({**facts, fact: value} for value in CHOICES[fact]))]
    return len({given[0] for given in found if given}) > 1


def later(facts: Facts, still_open: Iterable[str], dice: Random, named: Named = MappingProxyType({})) -> dict[str, Any]:
    """The same case when some of the open facts have become known, none of them against another."""
    told, share = dict(facts), dice.choice((0.5, 0.8, 1))
    tried = sorted(CHOICES.keys() & set(still_open))
    for fact in dice.sample(tried, k=len(tried)):
        value = dice.choice(named[fact] if fact in named and dice.random() < share else CHOICES[fact])
        more = {**told, fact: value}
        if dice.random() < share and isinstance(parse_case(more), Case):
            told = more
    return told


def named_by(condition: Condition) -> Iterator[tuple[str, str]]:
    """The values of facts that a condition names."""
    match condition:
        case Is(fact, values) if fact in BY_NAME:
            yield from ((fact, value) for value in values)
        case Not(part) | Sure(part):
            yield from named_by(part)
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from named_by(part)


def told_by(rule: Rule) -> tuple[frozenset[str], Named]:
    """The facts that can be asked for because of a rule, and the values that it names."""
    named: dict[str, list[str]] = {}
    for condition in (rule.when, *rule.inner):
        for fact, value in named_by(condition):
            named.setdefault(fact, []).append(value)
    return asked_by(rule), named


@pytest.mark.parametrize("facts", SAMPLE, ids=range(len(SAMPLE)))
def test_what_is_not_asked_cannot_change_the_answer_now_or_when_more_is_known(facts: dict[str, Any]) -> None:
    dice = Random(9)  # noqa: S311  # the same cases every time are the point
    given = answered(facts)
    assert given is not None
    for fact in set(CHOICES) - set(facts) - set(given[1]):
        assert not differs(facts, fact), (fact, facts)
        if answered(soon := later(facts, given[1], dice)):
            assert not differs(soon, fact), (fact, soon)


@pytest.mark.parametrize("facts", SAMPLE, ids=range(len(SAMPLE)))
def test_what_is_asked_can_change_the_answer_now_or_when_more_is_known(facts: dict[str, Any]) -> None:
    dice = Random(10)  # noqa: S311  # the same cases every time are the point
    given = answered(facts)
    assert given is not None
    by_rule = [told_by(rule) for rule in rulebook().relevant(case(**facts).known)]
    for fact in given[1]:
        others = [other for other in given[1] if other != fact]
        ways = [
            (frozenset(others), {}),
            *((about.intersection(others), named) for about, named in by_rule if fact in about),
        ]
        more = (later(facts, way[0], dice, way[1]) for way in (dice.choice(ways) for _ in range(600)))
        assert any(differs(told, fact) for told in chain((facts,), more)), (fact, facts)


@pytest.mark.parametrize("facts", SAMPLE, ids=range(len(SAMPLE)))
def test_nobody_is_asked_for_what_is_known_or_for_what_only_fills_a_message(facts: dict[str, Any]) -> None:
    given = answered(facts)
    assert given is not None
    texts = {fact.name for fact in FACTS if isinstance(fact, Text)}
    assert not set(given[1]) & (set(facts) | texts)
    assert len(set(given[1])) == len(given[1])


def test_who_shipped_the_order_is_asked_first_while_nobody_knows() -> None:
    assert asked(kingston(problem="damaged"))[0] == "fulfilment"


@pytest.mark.parametrize(
    "programme", ["kakobuy", "allchinabuy", "kingston-express", "ebay", "other-marketplace", "shop"]
)
def test_a_buyer_is_asked_what_went_wrong_before_where_the_talk_stands(programme: str) -> None:
    assert asked(advice(side="buyer", programme=programme))[0] == "problem"


def test_a_fact_of_the_seat_counts_double_since_it_rules_out_whole_questions() -> None:
    given = answer_by(
        rule("seat", Step("One."), (problem == "damaged") & (insured == "yes")),
        rule("other", Step("Two."), (community == "none") & (international == "yes")),
    )
    assert asked(given) == ["problem", "international", "insured", "community"]


def test_when_nothing_can_change_the_answer_nothing_is_asked() -> None:
    settled = kingston(
        fulfilment="seller", problem="damaged", severity="functional", review_done="yes", platform_case="none",
        in_stock="yes", return_feasible="yes", international="no", claim_doubtful="no", customer_aggressive="no",
        reply="answered", payment_case="none", carrier_claim="none", paid_with="paypal", carrier="other", insured="no",
        contacted_on="2026-11-20", delivered_on="2026-11-19", shipped_on="2026-11-10",
        evidence=["order-number", "item-photos", "package-photos", "packing-material-photos", "packing-log"],
    )  # fmt: skip
    assert settled.questions == ()


def test_a_question_is_asked_in_the_words_of_the_side_and_says_why() -> None:
    [question] = [question for question in kingston(fulfilment="seller").questions if question.fact == "in_stock"]
    assert question.ask == "Do you have another one to send?"
    assert question.why.startswith("A replacement needs an item to send. It can change ")
    assert question.why.endswith(".")


def test_a_fact_that_more_lines_wait_for_is_asked_before_one_that_fewer_wait_for() -> None:
    given = answer_by(
        rule("one", Step("One."), community == "none"),
        rule("two", Step("Two."), fulfilment == "seller"),
        rule("three", Step("Three."), fulfilment == "platform"),
    )
    assert asked(given) == ["fulfilment", "community"]


def test_a_fact_that_decides_alone_is_asked_before_one_that_decides_with_others() -> None:
    given = answer_by(
        rule("together", Step("One."), (insured == "yes") & (international == "yes")),
        rule("alone", Step("Two."), in_stock == "no"),
    )
    assert asked(given)[0] == "in_stock"


def test_what_to_do_is_asked_before_what_is_only_good_to_know() -> None:
    given = answer_by(
        rule("know", Warn("Careful."), fulfilment == "seller"),
        rule("do", Step("Do it."), in_stock == "no"),
    )
    assert asked(given) == ["in_stock", "fulfilment"]


@pytest.mark.parametrize("programme", ["kakobuy", "ebay", "other-marketplace", "shop", "kingston-express"])
@pytest.mark.parametrize(
    "problem, decides", [("damaged", "severity"), ("not-received", "tracking"), ("customs", "customs")]
)
def test_a_buyer_tells_what_happened_before_how_far_the_talk_is(programme: str, problem: str, decides: str) -> None:
    first, *others = asked(advice(side="buyer", programme=programme, problem=problem))
    assert first == decides
    assert others.index("reply") < min(others.index(later) for later in ("promise_kept", "paid_with", "contacted_on"))


def test_a_seller_is_asked_for_the_case_before_the_message() -> None:
    order = asked(advice(side="seller", programme="ebay", problem="damaged"))
    assert order[:3] == ["platform_case", "platform_case_opened_on", "reply"]


def test_facts_that_tell_equally_much_are_asked_in_the_order_of_the_vocabulary() -> None:
    given = answer_by(rule("late", Step("One."), in_stock == "no"), rule("early", Step("Two."), side == "seller"))
    assert asked(given) == ["side", "in_stock"]


def test_a_part_that_is_decided_asks_nothing_for_the_rules_behind_it() -> None:
    given = answer_by(rule("decided", Headline("Now.")), rule("behind", Headline("Later."), side == "seller"))
    assert asked(given) == []


def test_a_part_that_may_still_be_won_by_an_earlier_rule_asks_for_that() -> None:
    given = answer_by(rule("early", Headline("Now."), side == "seller"), rule("decided", Headline("Later.")))
    assert asked(given) == ["side"]


def test_a_remedy_that_waits_for_its_moment_asks_for_it() -> None:
    given = answer_by(rule("refund", Remedy("A refund.", (Ask.REFUND,), once=in_stock == "no")))
    assert asked(given) == ["in_stock"]


def test_a_clock_whose_start_is_unknown_asks_for_that_day() -> None:
    clock = Clock("Wave", "paypal_dispute", "Wave late.")
    assert asked(answer_by(rule("clock", clock))) == ["paid_on"]
    assert asked(answer_by(rule("clock", clock), paid_on="2026-11-01")) == []


def test_a_door_asks_how_it_was_used_and_for_its_days() -> None:
    door = rule("door", Door(Way.PAYMENT, "PayPal", "buyer", "It pays back.", "paypal_dispute"))
    assert set(asked(answer_by(door))) == {"payment_case", "paid_on"}
    assert asked(answer_by(door, payment_case="none", paid_on="2026-11-01")) == []


def test_the_talk_asks_whether_it_was_done_only_where_both_can_have_agreed() -> None:
    talk = rule("talk", Door(Way.TALK, "Talk", "buyer", "It costs nothing."))
    assert set(asked(answer_by(talk))) == {"reply", "promise_kept"}
    assert asked(answer_by(talk, reply="agreed")) == ["promise_kept"]
    assert asked(answer_by(talk, reply="refused")) == []


def test_there_is_nothing_to_ask_about_a_door_that_does_not_exist() -> None:
    none = Door(Way.PAYMENT, "The payment", "buyer", "Cash does not come back.", state=DoorState.NONE)
    assert asked(answer_by(rule("none", none))) == []


def test_a_step_that_waits_asks_from_which_day() -> None:
    step = rule("later", Step("Report it.", after="etsy_case"))
    assert asked(answer_by(step)) == ["estimated_delivery_on"]


def test_proof_that_is_wanted_asks_what_is_in_hand() -> None:
    proof = rule("proof", Proof("order-number", "The number."))
    assert asked(answer_by(proof)) == ["evidence"]
    assert asked(answer_by(proof, evidence=[])) == []


def test_a_prohibition_that_stands_only_while_nobody_knows_asks_for_the_fact() -> None:
    assert asked(answer_by(rule("avoid", Avoid("Do not."), in_stock == "no"))) == ["in_stock"]


def test_a_source_behind_a_line_that_can_never_show_asks_nothing() -> None:
    line = rule("line", Step("Do it."), problem == "wrong-item")
    line = replace(line, also=Also(in_stock == "yes", ("KX-52",)))
    assert asked(answer_by(line, problem="wrong-item")) == ["in_stock"]
    assert asked(answer_by(line, problem="damaged")) == []


def test_a_line_that_always_holds_asks_nothing() -> None:
    assert asked(answer_by(rule("line", Step("Do it."), ALWAYS))) == []
