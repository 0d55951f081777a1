"""The audit finds a seat of a programme that no rule means."""

from collections.abc import Iterator

from makegood.audit import Violation, audit
from makegood.audit.programmes import every_seat_is_answered
from policy import rulebook
from policy.language.outcomes import Headline, Outcome, Remedy, Step
from policy.programmes import everyone


def found_without(*gone: str) -> tuple[Violation, ...]:
    """What is found in the policy in force, without some of its rules."""
    rules = [rule for rule in rulebook().rules if rule.id not in gone]
    return audit(rules, [every_seat_is_answered])


def all_for(kind: type[Outcome], prefix: str) -> Iterator[str]:
    """The ids of all rules of a kind whose id begins like this."""
    return (rule.id for rule in rulebook().rules if isinstance(rule.gives, kind) and rule.id.startswith(prefix))


PARTS = {"headline": Headline, "step": Step, "remedy": Remedy}


def test_a_seat_that_lost_all_rules_of_a_part_is_named_with_its_problems() -> None:
    gone = [name for kind in PARTS.values() for name in all_for(kind, "kx-")]
    found = found_without(*gone)
    for name in PARTS:
        [one] = [one for one in found if f"On kingston-express, a seller gets no {name}" in one.message]
        assert one.message.startswith(f"On kingston-express, a seller gets no {name} where the problem is damaged, ")
        assert one.case is not None
        assert one.case.as_data() == {"side": "seller", "programme": "kingston-express", "problem": "damaged"}


def test_a_marketplace_whose_buyers_hear_nothing_of_what_is_fair_is_named() -> None:
    found = [one.message for one in found_without(*all_for(Remedy, ""))]
    for place in ("kingston-express", "ebay"):
        assert any(f"On {place}, a buyer gets no remedy where the problem is " in one for one in found)


def test_the_last_words_for_everybody_are_no_answer_to_a_seat() -> None:
    places = {one.message.partition(",")[0] for one in audit(everyone.RULES, [every_seat_is_answered])}
    assert "On ebay" in places
