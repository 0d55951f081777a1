"""On random small rulebooks the audit says exactly what listing every case says: no more and no less."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from itertools import product
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from makegood.audit.answers import AllAnswers
from makegood.audit.axes import TODAY
from makegood.audit.safe import caution_holds_until_it_is_lifted, nothing_irreversible_while_it_could_be_forbidden
from makegood.audit.space import Space
from policy.cases.case import Case
from policy.cases.derived import weight_gap, with_derived
from policy.engine.advice import Advice
from policy.engine.assess import assess
from policy.engine.rulebook import Rulebook
from policy.facts import SEAT, evidence, handed_over, international, label_weight_g, problem, tracking
from policy.language.conditions import ALWAYS, All, AnyOf, Condition, Not, Sure, settle
from policy.language.outcomes import Action, Ask, Avoid, Clock, Headline, Outcome, Proof, Remedy, Step, WarnAtStake
from policy.language.rule import Also, Rule
from policy.periods import negotiation
from tests.makegood.audit.small import every_case, rule, whole

DAYS = [TODAY - timedelta(days=2), TODAY - timedelta(days=3)]
"""On both sides of the edge between the days of talking and those after them."""


class World(NamedTuple):
    """Some facts with all their values, and the conditions that look at them."""

    cases: tuple[Case, ...]
    leaves: tuple[Condition, ...]

    @property
    def facts(self) -> frozenset[str]:
        """The facts that some case of it states."""
        return frozenset(fact for case in self.cases for fact in case.given)


WORLDS = (
    World(
        tuple(
            every_case(
                tracking=[None, *(value.name for value in tracking.values)],
                handed_over=[None, "yes", "no"],
                evidence=[None, [], ["order-number"], ["packing-log"], ["order-number", "packing-log"]],
                contacted_on=[None, *map(str, DAYS)],
            )
        ),
        (
            tracking == "delivered",
            tracking.is_in("not-scanned", "stalled"),
            handed_over == "yes",
            handed_over == "no",
            negotiation == "over",
            evidence.has("order-number"),
            evidence.has("packing-log"),
            tracking.is_given,
            evidence.is_given,
            ALWAYS,
        ),
    ),
    World(
        tuple(
            every_case(
                problem=[None, *(value.name for value in problem.values)],
                international=[None, "yes", "no"],
                label_weight_g=[None, 1000, 1001],
                measured_weight_g=[None, 900, 899],
            )
        ),
        (
            problem == "damaged",
            problem == "customs",
            international == "yes",
            international == "no",
            weight_gap == "beyond-scatter",
            international.is_given,
            weight_gap.is_given,
            label_weight_g.is_given,
        ),
    ),
)


def grown(smaller: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    """Conditions made of smaller ones."""
    some = st.lists(smaller, min_size=2, max_size=3).map(tuple)
    return st.one_of(st.builds(All, some), st.builds(AnyOf, some), st.builds(Not, smaller), st.builds(Sure, smaller))


def outcomes(conditions: st.SearchStrategy[Condition]) -> st.SearchStrategy[Outcome]:
    """Parts of an answer of every kind that can matter."""
    return st.one_of(
        st.builds(Step, st.sampled_from(["Do this.", "Do that."]), does=st.sampled_from([(), (Action.REFUND,)])),
        st.just(Avoid("Do not.", (Action.REFUND,))),
        st.just(WarnAtStake("Look out.")),
        st.builds(Headline, st.sampled_from(["One.", "Two."])),
        st.just(Proof("order-number", "The order number.")),
        st.just(Clock("Answer", "kingston_reply", "Too late.")),
        st.builds(partial(Remedy, "Offer.", (Ask.REFUND,)), conditions),
    )


type Drawn = tuple[World, tuple[Rule, ...]]


@st.composite
def rulebooks(draw: st.DrawFn) -> Drawn:
    """A few rules on one of the worlds, the first with a source for some of its cases, and what makes answers whole."""
    world = draw(st.sampled_from(WORLDS))
    conditions = st.recursive(st.sampled_from(world.leaves), grown, max_leaves=5)
    drawn = draw(st.lists(st.tuples(outcomes(conditions), conditions), min_size=1, max_size=4))
    first = rule("r0", draw(st.sampled_from([Avoid("Do not."), Step("Do it.")])), draw(conditions))
    some = replace(first, also=Also(draw(conditions), ("KX-10",)))
    rules = whole(some, *(rule(f"r{number}", gives, when) for number, (gives, when) in enumerate(drawn, 1)))
    return world, rules


class Listed(NamedTuple):
    """Every case of a world with its answer."""

    cases: tuple[Case, ...]
    advice: Mapping[int, Advice]

    def becomes(self, number: int) -> list[int]:
        """The cases that a case becomes as more gets known, itself among them."""
        known = self.cases[number].given.items()
        return [other for other, case in enumerate(self.cases) if known <= case.given.items()]

    def changed(self, number: int, fact: str) -> bool:
        """Whether some value of an unknown fact gives another answer."""
        before, stated = bare(self.advice[number]), self.cases[number].given.keys()
        more = (other for other in self.becomes(number) if self.cases[other].given.keys() - stated == {fact})
        return any(bare(self.advice[other]) != before for other in more)


def bare(advice: Advice) -> Advice:
    """An answer without its questions."""
    return replace(advice, questions=())


def listed(world: World, rules: tuple[Rule, ...]) -> Listed:
    """Answer every case, one by one."""
    book = Rulebook(rules)
    return Listed(world.cases, {number: assess(case, TODAY, book) for number, case in enumerate(world.cases)})


def stands_in(space: Space, case: Case) -> bool:
    """Whether the space has this very case, and not only one like it with other weights."""
    for axis in space.axes:
        stated = {name: case.given[name] for name in axis.names if name in case.given}
        if not axis.items and stated not in [point.given for point in axis.points]:
            return False
    return True


exactly = settings(max_examples=25)


@exactly
@given(rulebooks())
def test_what_is_asked_and_what_can_change_an_answer_agree_with_listing(drawn: Drawn) -> None:
    world, rules = drawn
    answers, every = AllAnswers(rules), listed(world, rules)
    places = [number for number, case in enumerate(world.cases) if stands_in(answers.space, case)]
    for fact in sorted(world.facts & set(answers.space.facts)):
        asked = answers.diagrams.any_of(answers.asking(fact).values())
        can = answers.space.can_become(answers.diagrams.any_of(answers.changed_by(fact).values()))
        changed = {
            number for number in every.advice if fact not in world.cases[number].given and every.changed(number, fact)
        }
        for number in places:
            questions = {question.fact for question in every.advice[number].questions}
            assert answers.space.value(asked, world.cases[number]) is (fact in questions)
            assert answers.space.value(can, world.cases[number]) is not changed.isdisjoint(every.becomes(number))


@exactly
@given(rulebooks())
def test_cautions_and_what_cannot_be_undone_agree_with_listing(drawn: Drawn) -> None:
    world, rules = drawn
    answers, every = AllAnswers(rules), listed(world, rules)
    later = {number: every.becomes(number) for number in every.advice}
    known = [with_derived(case.known, TODAY) for case in world.cases]

    def can_hold(one: Rule, number: int) -> bool:
        absent = one.id not in every.advice[number].rules
        return absent and any(settle(one.when, known[other]).truth is True for other in later[number])

    seated = world.facts.intersection(SEAT)

    def may_wait(one: Rule, number: int) -> bool:
        """Whether too little is known to forbid anything, or it forbids no action and has not shown so far."""
        if not seated <= world.cases[number].given.keys():
            return True
        had = any(one.id in every.advice[other].rules for other in every.advice if number in every.becomes(other))
        return isinstance(one.gives, Avoid) and not one.gives.forbids and not had

    broken = {
        one.id
        for one in rules
        if one.gives.cautious and any(can_hold(one, number) and not may_wait(one, number) for number in every.advice)
    }
    assert {found.rules[0] for found in caution_holds_until_it_is_lifted(answers)} == broken

    refunding = [one for one in rules if isinstance(one.gives, Step) and one.gives.does]
    forbidding = [one for one in rules if isinstance(one.gives, Avoid) and one.gives.forbids]
    early = {
        (doer.id, caution.id)
        for doer, caution in product(refunding, forbidding)
        if any(doer.id in advice.rules and can_hold(caution, number) for number, advice in every.advice.items())
    }
    found = {finding.rules for finding in nothing_irreversible_while_it_could_be_forbidden(answers)}
    assert {pair for pair in found if isinstance(answers.by_id[pair[0]].gives, Step)} == early
